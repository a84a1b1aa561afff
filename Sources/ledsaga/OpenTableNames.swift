// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// What the tables of a release are called as files: the measure, what of it is asked, and the breakdown, as in
/// `utilisation-change-by-law`. No two are alike.
struct OpenTableNames {
    private var taken: Set<String> = []

    /// The name of the next table.
    mutating func next(_ question: Question) -> String { unique(Self.name(of: question)) }

    /// The name with its breakdown, which several tables may have: `persons-by-district`.
    static func name(of question: Question) -> String {
        let breakdown = question.dimensions.map(\.rawValue).joined(separator: "-")
        return subject(of: question) + (breakdown.isEmpty ? "" : "-by-" + breakdown)
    }

    /// `utilisation-comparison-by-district-statistic`, `item-top-box-time-enough-comparison-by-district-statistic`
    mutating func next(_ comparison: ReleasedComparison) -> String {
        let question = comparison.question
        let item = question.filters.first { $0.dimension == .question && $0.values.count == 1 }
        let subject = ([Self.subject(of: question)] + (item?.values.map(Self.slug) ?? [])).joined(separator: "-")
        return unique("\(subject)-comparison-by-\(comparison.dimension.rawValue)-statistic")
    }

    /// The name without its breakdown: `utilisation-change`.
    static func subject(of question: Question) -> String {
        ([question.measure.rawValue] + [question.aspect.slug].compactMap(\.self)).joined(separator: "-")
    }

    /// An item's name as part of a file's: lower-case ASCII.
    private static func slug(_ name: String) -> String {
        NearestName.folded(name).map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
    }

    private mutating func unique(_ plain: String) -> String {
        var name = plain
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(plain)-\(number)"
            number += 1
        }
        return name
    }
}
