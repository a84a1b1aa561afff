// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// Whether the boards differ more than chance explains: the answer in words, measure by measure.
extension Chapters {
    /// A measure that is compared between boards, with the words for it.
    struct Compared {
        let comparison: ReleasedComparison
        let measure: ComparedMeasure
    }

    /// What is compared, in the order the report speaks of it; measures of fewer than two boards are not.
    var compared: [Compared] {
        comparisons.compactMap { comparison in
            guard comparison.dimension == .district, comparison.groups.count > 1,
                let measure = ComparedMeasure(comparison.question)
            else { return nil }
            return Compared(comparison: comparison, measure: measure)
        }
    }

    /// Whether anything of the boards is compared.
    var comparesBoards: Bool { !compared.isEmpty }

    /// One finding a measure: how much boards differ beyond chance, and whether that has grown.
    func differences() -> [Block] {
        compared.compactMap { writer.differ($0.comparison, $0.measure) }.map { .finding($0) } + [.list(unsaid)]
    }

    /// A section a measure: who stands out, how far apart, what evening out changes, and the figures.
    func differenceSections() -> [Section] {
        compared.map { compared in
            let (comparison, measure) = (compared.comparison, compared.measure)
            let findings = [
                writer.named(comparison, measure), writer.gap(comparison, measure), writer.caseMix(comparison),
            ].compactMap { $0 }
            let figures = ([dots(compared)] + (funnel(compared).map { [$0] } ?? [])).map(shown)
            return Section(
                id: "skillnader-\(Self.slug(of: comparison.question))", heading: said(measure.name),
                blocks: findings.map { .finding($0) } + figures + (caseMix(compared).map { [shown($0)] } ?? []))
        }
    }

    /// `utilisation`, `persons-per-10000`: part of ids.
    static func slug(of question: Question) -> String {
        switch question.aspect {
        case .perThousandEntitled: question.measure.rawValue + "-per-1000-paratransit"
        case .perTenThousand: question.measure.rawValue + "-per-10000"
        case .perPerson: question.measure.rawValue + "-per-person"
        default: question.measure.rawValue
        }
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
