// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

extension Chapters {
    /// How boards are compared, for the method annex; nothing when they are not.
    var comparisonTerms: [DefinedTerm] { comparesBoards ? [comparisonTerm] : [] }

    private var comparisonTerm: DefinedTerm {
        DefinedTerm(
            said(sv: "Jämförelse mellan nämnder", en: "Comparison of boards"),
            phrase(
                sv: """
                    Gränserna är exakta för andelar och det gemensamma värdet ± t × nämndens eget medelfel för kvoter \
                    (Spiegelhalter 2005). De justerade gränserna är nämndens prediktion ur de övriga, med varje \
                    spridning mellan nämnder vägd efter hur trolig de övriga gör den. p-värden är justerade för antalet \
                    nämnder (Holm 1979).
                    """,
                en: """
                    The limits are exact for shares, and the common value ± t × the board's own standard error for ratios \
                    (Spiegelhalter 2005). The adjusted limits are the board's prediction from the others, with every \
                    spread between boards weighed by how likely the others make it. P-values are adjusted for the number \
                    of boards (Holm 1979).
                    """),
            phrase(
                sv: """
                    En nämnd nämns i text när slumpen inte räcker (utanför 99,8 procent, eller justerat p högst 0,05) och \
                    antingen de övriga inte skiljer sig åt sinsemellan eller nämnden sticker ut också efter justering. I \
                    1 000 simulerade städer utan verklig skillnad nämndes någon nämnd i högst 5 procent.
                    """,
                en: """
                    Text names a board when chance does not suffice (beyond 99.8 per cent, or an adjusted p of at most \
                    0.05) and either the others do not differ among themselves or the board stands out after adjustment \
                    too. In 1,000 simulated cities without a true difference a board was named in at most 5 per cent.
                    """),
            phrase(
                sv: """
                    Vad en nämnds storlek låter en se: i samma simuleringar, med andelen 50 procent, nämndes en nämnd som \
                    skiljer sig med 20 procentenheter i \(Self.power(20, 0)) av 100 städer när den har 20 personer, i \
                    \(Self.power(20, 1)) när den har 50, i \(Self.power(20, 2)) när den har 110 och i \(Self.power(20, 3)) \
                    när den har 200. Vid 10 procentenheter var det \(Self.power(10, 0)), \(Self.power(10, 1)), \
                    \(Self.power(10, 2)) och \(Self.power(10, 3)), vid 30 \(Self.power(30, 0)), \(Self.power(30, 1)), \
                    \(Self.power(30, 2)) och \(Self.power(30, 3)).
                    """,
                en: """
                    What a board's size lets one see: in the same simulations, with a share of 50 per cent, a board that \
                    differs by 20 percentage points was named in \(Self.power(20, 0)) of 100 cities when it has 20 persons, \
                    in \(Self.power(20, 1)) when it has 50, in \(Self.power(20, 2)) when it has 110 and in \
                    \(Self.power(20, 3)) when it has 200. At 10 points it was \(Self.power(10, 0)), \(Self.power(10, 1)), \
                    \(Self.power(10, 2)) and \(Self.power(10, 3)), at 30 \(Self.power(30, 0)), \(Self.power(30, 1)), \
                    \(Self.power(30, 2)) and \(Self.power(30, 3)).
                    """))
    }

    /// Cities of 100 in which a board is named that differs by so many points: of 20, 50, 110 and 200 persons. As
    /// docs/likvardighet.md has it, from `funnel-bench`.
    private static func power(_ points: Int, _ size: Int) -> Int {
        switch points {
        case 10: [1, 4, 16, 35][size]
        case 20: [9, 41, 84, 96][size]
        default: [40, 92, 99, 100][size]
        }
    }
}
