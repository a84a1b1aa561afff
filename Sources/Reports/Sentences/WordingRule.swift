// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A rule for when a word is used, as the method annex prints it: made from the bounds that choose the word.
struct WordingRule: Sendable, Hashable {
    let words: Phrase
    let rule: Phrase

    /// The words for shares, from none to all.
    static let shares: [WordingRule] =
        [WordingRule(.none, Phrase(sv: "exakt 0", en: "exactly 0"))]
        + ShareWording.table.map { WordingRule($0, bounds(of: $0.tenthsOfPercent)) }
        + [WordingRule(.all, Phrase(sv: "exakt 100 procent", en: "exactly 100%"))]

    /// The words for changes of shares and of full counts.
    static let changes: [WordingRule] = [
        WordingRule(
            Phrase(sv: "ingen säker skillnad", en: "no clear difference"),
            Phrase(
                sv: """
                    andel: intervallet för skillnaden innehåller 0, eller, för enkätsvar, det justerade p-värdet är minst 0,05
                    """,
                en: """
                    share: the interval of the difference holds 0 or, for survey answers, the adjusted p-value is at least \
                    0.05
                    """)),
        WordingRule(
            Phrase(sv: "i stort sett oförändrad", en: "practically unchanged"),
            Phrase(
                sv: """
                    andel: intervallet för skillnaden innehåller 0 och ligger helt inom 1 procentenhet från 0, eller \
                    skillnaden avrundas till 0,0; antal och timmar: mindre än 1 procent
                    """,
                en: """
                    share: the interval of the difference holds 0 and lies wholly within 1 percentage point of 0, or \
                    the difference rounds to 0.0; counts and hours: less than 1%
                    """)),
        WordingRule(
            Phrase(sv: "något", en: "somewhat"),
            Phrase(
                sv: "andel: säker skillnad under 5 procentenheter; antal och timmar: 1 till under 5 procent",
                en: "share: clear difference below 5 percentage points; counts and hours: 1 to below 5%")),
        WordingRule(
            Phrase(sv: "har ökat, har minskat", en: "has risen, has fallen"),
            Phrase(
                sv: "andel: säker skillnad, 5 till under 10 procentenheter; antal och timmar: 5 till under 15 procent",
                en: "share: clear difference, 5 to below 10 percentage points; counts and hours: 5 to below 15%")),
        WordingRule(
            Phrase(sv: "mycket", en: "a great deal"),
            Phrase(
                sv: """
                    andel: säker skillnad, 10 till under 20 procentenheter; antal och timmar: 15 till under 30 procent
                    """,
                en: "share: clear difference, 10 to below 20 percentage points; counts and hours: 15 to below 30%")),
        WordingRule(
            Phrase(sv: "kraftigt", en: "sharply"),
            Phrase(
                sv: "andel: säker skillnad, minst 20 procentenheter; antal och timmar: minst 30 procent",
                en: "share: clear difference, at least 20 percentage points; counts and hours: at least 30%")),
        WordingRule(
            Phrase(sv: "timmarna blir färre, timmarna blir fler", en: "hours become fewer, hours become more"),
            Phrase(
                sv: """
                    nya beslut: hela intervallet för medeländringen i timmar per månad ligger under, eller över, noll
                    """,
                en: """
                    new decisions: the whole interval of the mean change in hours a month lies below, or above, zero
                    """)),
    ]

    private init(_ wording: ShareWording, _ rule: Phrase) {
        self.init(wording.words, rule)
    }

    private init(_ words: Phrase, _ rule: Phrase) {
        self.words = words
        self.rule = rule
    }

    private static func bounds(of tenths: Range<Int>) -> Phrase {
        func written(_ tenths: Int, _ language: Language) -> String {
            NumberStyle(language).text(Double(tenths) / 10, .decimal(1))
        }
        let (lower, upper) = (tenths.lowerBound, tenths.upperBound - 1)
        guard lower > 1 else {
            return Phrase(
                sv: "över 0 till \(written(upper, .swedish)) procent", en: "above 0 to \(written(upper, .english))%")
        }
        guard upper < 999 else {
            return Phrase(
                sv: "\(written(lower, .swedish)) till under 100 procent",
                en: "\(written(lower, .english)) to below 100%")
        }
        return Phrase(
            sv: "\(written(lower, .swedish)) till \(written(upper, .swedish)) procent",
            en: "\(written(lower, .english)) to \(written(upper, .english))%")
    }
}
