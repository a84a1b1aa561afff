// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Numbers of respondents, the same in every wave where they can be known again.
struct RespondentNumbers {
    private var numbers: [String: Int32] = [:]

    /// What a respondent is known by within one wave: the login code, or else the person. nil when nobody can be known.
    static func key(of row: SurveyFile.Row) -> String? {
        row.login.map { "login:" + $0 } ?? person(row)
    }

    /// The number; nil when the answers cannot be joined with those of another wave. Login codes are the same
    /// respondents' in several waves only when the codebook says so (`panel: true`).
    mutating func number(of row: SurveyFile.Row, in group: RespondentGroup, isPanel: Bool) -> Int32? {
        let login = isPanel ? row.login.map { "login:\(group.code):\($0)" } : nil
        guard let key = Self.person(row) ?? login else { return nil }
        if let number = numbers[key] { return number }
        let number = Int32(numbers.count)
        numbers[key] = number
        return number
    }

    private static func person(_ row: SurveyFile.Row) -> String? {
        row.person.map { "person:\($0.high):\($0.low)" }
    }
}
