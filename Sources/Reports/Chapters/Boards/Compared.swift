// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A measure that is compared between boards, with the words for it.
struct Compared {
    let comparison: ReleasedComparison
    let measure: ComparedWords
    /// Of answers to a survey, what was asked of whom; nil for measures of the register.
    var item: ComparedItem?

    /// `utilisation`, `persons-per-10000`, `svar-time-enough`: part of ids.
    var slug: String {
        if let item { return "svar-" + (item.item?.name ?? "kannedom") }
        return Self.slug(of: comparison.question)
    }

    static func slug(of question: Question) -> String {
        [question.measure.rawValue, question.aspect.slug].compactMap(\.self).joined(separator: "-")
    }

    /// The survey of the answers.
    var surveys: [SurveyFacts] { item.map { [$0.survey] } ?? [] }

    /// A board among those compared; nil when it is not.
    func group(of board: String) -> ReleasedComparison.Group? {
        comparison.groups.first { $0.category.code == board }
    }

    /// A number of the comparison, or of a board in it.
    func cell(_ statistic: ReleasedComparison.Statistic, of group: ReleasedComparison.Group? = nil) -> ReleasedCell {
        ReleasedCell(group.map { comparison.figure(statistic, of: $0) } ?? comparison.figure(statistic))
    }
}

extension ReportScope {
    /// The questions of the register that boards are compared by, as chapters request them.
    var compared: [Question] {
        guard basis == .register else { return [] }
        return [
            ask(.utilisation, by: .district), ask(.flexibleUse, by: .district),
            ask(.grantedHours, .perPerson, by: .district),
        ] + rates
    }

    /// Persons held against a population, by board.
    var rates: [Question] {
        ([.perTenThousand] + (hasEntitled ? [.perThousandEntitled] : [])).map { ask(.persons, $0, by: .district) }
    }
}

extension Scoped {
    /// What is compared, in the order the report speaks of it; measures of fewer than two boards are not.
    func compared(in released: Released) -> [Compared] {
        released.comparisons.compactMap { comparison in
            guard comparison.dimension == .district, comparison.groups.count > 1,
                let measure = comparison.words.compared
            else { return nil }
            return Compared(comparison: comparison, measure: measure)
        }
    }

    /// Answers to a survey that are compared, those with a section of their own first.
    func comparedAnswers(in released: Released) -> [Compared] {
        scope.comparedItems.compactMap { item in
            released.comparisons.first { $0.question == item.question && $0.groups.count > 1 }.map {
                Compared(comparison: $0, measure: .item(item), item: item)
            }
        }
    }

    /// Those of them that have a section of their own.
    func mainAnswers(in released: Released) -> [Compared] {
        comparedAnswers(in: released).filter { $0.item?.isMain == true }
    }
}
