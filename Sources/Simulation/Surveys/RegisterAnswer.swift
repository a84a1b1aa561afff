// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What the frame tells of a member under a background question.
enum RegisterAnswer {
    /// Whether the frame tells the answer, so that it never lacks.
    static func isKnown(_ item: SurveyItem) -> Bool {
        item.role == .background && (item.trait != nil || item.name == providerType)
    }

    private static let providerType = "provider-type"

    static func of(_ member: FrameMember, _ item: SurveyItem, year: Int) -> ItemAnswer {
        if item.kind == .number {
            let number = item.trait == .birthYear ? member.age.map { year - $0 } : member.age
            return number.map { .number(Double($0)) } ?? .missing(.noAnswer)
        }
        let place = item.categories.firstIndex { category in
            switch item.trait {
            case .age: member.age.map { contains($0, category.code) } ?? false
            case .sex: member.sex == (category.code == "female" ? .female : .male)
            case .law: member.law.map { $0.rawValue.lowercased() == category.code.lowercased() } ?? false
            case .district: member.board?.newestName == category.code
            case .birthYear: false
            case nil: member.providerType.map { $0 == .municipal ? "municipal" : "independent" } == category.code
            }
        }
        return place.map { .category($0) } ?? .missing(.noAnswer)
    }

    /// Whether an age is in a class as `0-22`, `23–64` or `80+`.
    private static func contains(_ age: Int, _ code: String) -> Bool {
        let numbers = code.split(whereSeparator: { !$0.isWholeNumber }).compactMap { Int($0) }
        guard let low = numbers.first else { return false }
        return numbers.count > 1 ? (low...max(low, numbers[1])).contains(age) : age >= low
    }
}
