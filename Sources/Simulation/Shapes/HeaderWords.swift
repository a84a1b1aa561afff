// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// What a system calls the columns of a table: for each one of the names that Intake knows it by, in the system's
/// manner. Which one is drawn, so that other seeds have other headers.
struct HeaderWords {
    enum Manner {
        /// The likeliest name of each column.
        case likeliest
        /// Any Swedish name.
        case swedish
        /// English names written as fields of a programming interface: `FromDate`.
        case fields
        /// Short names in capitals without å, ä and ö: `BESLDAT`.
        case capitals
    }

    private let kind: SourceKind
    private var headers: [String: String] = [:]

    /// - Parameter measure: What the columns of hours are counted in, so that none is called by another unit.
    init(_ kind: SourceKind, _ manner: Manner, measure: TimeMeasure = .hours, _ draw: inout SplitMix64) {
        self.kind = kind
        let columns = kind.columns
        for column in columns {
            let names = column.aliases.filter { name in
                Self.isIn(manner, name) && Self.fits(name, column, measure)
                    && !columns.contains { $0.name != column.name && $0.answers(to: name) }
            }
            let written = names.map { manner == .capitals ? $0.uppercased() : $0 }
            switch manner {
            case .likeliest: headers[column.name] = written.first ?? column.name
            case .capitals: headers[column.name] = written.isEmpty ? column.name.uppercased() : draw.pick(written)
            case .swedish, .fields: headers[column.name] = written.isEmpty ? column.name : draw.pick(written)
            }
        }
    }

    /// The header of a column by its canonical name.
    subscript(_ column: String) -> String {
        guard let header = headers[column] else {
            preconditionFailure("\(kind.rawValue) have a column \(column)")
        }
        return header
    }

    private static func isIn(_ manner: Manner, _ name: String) -> Bool {
        switch manner {
        case .likeliest: true
        case .swedish: !isEnglish(name)
        case .fields: isField(name)
        case .capitals: name.count <= 8 && name.allSatisfy { $0.isASCII && $0.isLetter }
        }
    }

    /// A header that names no unit of its own, or the one that the column is in. What granted hours are per stands in a
    /// column beside them.
    private static func fits(_ name: String, _ column: ColumnDeclaration, _ measure: TimeMeasure) -> Bool {
        guard column.content == .amount, let unit = HeaderUnit.parse(name).unit else { return true }
        return unit.per == nil && (unit.measure == nil || unit.measure == measure)
    }

    private static func isEnglish(_ name: String) -> Bool {
        isField(name)
            || name.split { !$0.isLetter }.allSatisfy { word in
                englishWords.contains(word.prefix(1).uppercased() + word.dropFirst().lowercased())
            }
    }

    /// Whether a name is put together of English words that begin with a capital, and of nothing else.
    private static func isField(_ name: String) -> Bool {
        var words: [String] = []
        for letter in name {
            guard letter.isASCII, letter.isLetter else { return false }
            if letter.isUppercase, words.last.map({ $0.count > 1 }) ?? true {
                words.append(String(letter))
            } else if words.isEmpty {
                return false
            } else {
                words[words.count - 1].append(letter)
            }
        }
        return words.allSatisfy(englishWords.contains)
    }

    private static let englishWords: Set<String> = [
        "Application", "Birth", "Cancelled", "Category", "Confidential", "Date", "Decision", "Deleted", "District",
        "Double", "Duration", "End", "Execution", "From", "Gender", "Granted", "Hour", "Hours", "Id", "Identity", "Is",
        "Law", "Manning", "Month", "Name", "Number", "Organization", "Outcome", "Performed", "Person", "Personal",
        "Protected", "Provider", "Reason", "Registration", "Service", "Sex", "Ssn", "Start", "Status", "Time", "To",
        "Transaction", "Type", "Unit", "Valid", "Visit", "Year",
    ]
}
