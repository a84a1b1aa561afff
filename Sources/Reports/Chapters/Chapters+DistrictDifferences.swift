// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Whether the boards differ more than chance explains: the answer in words, measure by measure.
extension Chapters {
    /// A measure that is compared between boards, with the words for it.
    struct Compared {
        let comparison: ReleasedComparison
        let measure: ComparedWords
        /// Of answers to a survey, what was asked of whom; nil for measures of the register.
        var item: ComparedItem?
    }

    /// What is compared, in the order the report speaks of it; measures of fewer than two boards are not.
    var compared: [Compared] {
        comparisons.compactMap { comparison in
            guard comparison.dimension == .district, comparison.groups.count > 1,
                let measure = comparison.words.compared
            else { return nil }
            return Compared(comparison: comparison, measure: measure)
        }
    }

    /// Answers to a survey that are compared, those told of in full first.
    var comparedAnswers: [Compared] {
        questions.comparedItems.compactMap { item in
            comparisons.first { $0.question == item.question && $0.groups.count > 1 }.map {
                Compared(comparison: $0, measure: .item(item), item: item)
            }
        }
    }

    private var mainAnswers: [Compared] { comparedAnswers.filter { $0.item?.isMain == true } }

    /// Whether anything of the boards is compared.
    var comparesBoards: Bool { !compared.isEmpty }

    /// One finding a measure: how much boards differ beyond chance, and whether that has grown.
    func differences() -> [Block] {
        (compared + mainAnswers).compactMap { writer.differ($0.comparison, $0.measure) }.map { .finding($0) }
            + [.list(unsaid)]
    }

    /// A section a measure, then one for all answers together and one for each of the main: who stands out, how far
    /// apart, what evening out changes, and the figures.
    func differenceSections() -> [Section] {
        compared.map(differenceSection) + (answerDifferences.map { [$0] } ?? []) + mainAnswers.map(differenceSection)
    }

    private func differenceSection(_ compared: Compared) -> Section {
        let (comparison, measure) = (compared.comparison, compared.measure)
        let findings = [
            writer.named(comparison, measure), writer.gap(comparison, measure), writer.caseMix(comparison),
        ].compactMap { $0 }
        let figures = ([dots(compared)] + (funnel(compared).map { [$0] } ?? [])).map(shown)
        return Section(
            id: "skillnader-\(Self.slug(of: compared))", heading: said(measure.name),
            blocks: findings.map { .finding($0) } + figures + (caseMix(compared).map { [shown($0)] } ?? []))
    }

    /// `utilisation`, `svar-time-enough`: part of ids.
    static func slug(of compared: Compared) -> String {
        compared.item.map { "svar-" + ($0.item?.name ?? "kannedom") } ?? slug(of: compared.comparison.question)
    }

    /// `utilisation`, `persons-per-10000`: part of ids.
    static func slug(of question: Question) -> String {
        [question.measure.rawValue, question.aspect.slug].compactMap(\.self).joined(separator: "-")
    }

    private var unsaid: [RichText] {
        [
            phrase(
                sv: "Jämförelsen säger inte varför nämnder skiljer sig, bara om skillnaden är större än slumpen ger.",
                en:
                    "The comparison does not tell why boards differ, only whether the difference is larger than chance gives."
            ),
            phrase(
                sv:
                    "Att en nämnd inte nämns betyder inte att den är som de andra: i en liten nämnd syns bara stora skillnader.",
                en:
                    "That a board is not named does not mean it is like the others: in a small board only large differences show."
            ),
            phrase(
                sv: "Nämnder vars värden inte visas ingår inte i jämförelsen.",
                en: "Boards whose values are not shown are not in the comparison."),
        ] + unsaidOfRates
    }

    /// What persons per inhabitants, or per persons entitled to paratransit, do not tell.
    private var unsaidOfRates: [RichText] {
        let units = compared.map(\.comparison.unit)
        var list: [RichText] = []
        if units.contains(where: \.isPerPopulation) {
            list.append(
                phrase(
                    sv: """
                        Hur många som har insatsen i en nämnd säger inte hur många som behöver den: behovet kan vara olika i \
                        olika delar av kommunen.
                        """,
                    en: """
                        How many have the service in a board does not tell how many need it: needs may differ between parts \
                        of the municipality.
                        """))
        }
        if units.contains(.perThousandEntitled) {
            list.append(
                phrase(
                    sv: """
                        Den som har insatsen behöver inte ha färdtjänst: antalet per färdtjänstberättigade är en jämförelse av \
                        två grupper, inte en andel.
                        """,
                    en: """
                        Those with the service need not be entitled to paratransit: the number per person entitled compares \
                        two groups and is no share.
                        """))
        }
        return list
    }
}
