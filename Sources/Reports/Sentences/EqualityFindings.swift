// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Whether boards differ more than chance explains, in sentences that need no statistics to be read. Q, p and φ stand in
/// the method annex.
extension FindingWriter {
    /// The one finding of a measure: how much boards differ beyond chance, and whether that has grown.
    func differ(_ comparison: ReleasedComparison, _ measure: ComparedWords) -> Finding? {
        guard let whole = comparison.heterogeneity, let test = comparison.figure(.heterogeneity) else { return nil }
        let differs = whole.pValue < 0.05
        let grew = grew(comparison, differs: differs)
        let change = comparison.figure(.tauChange)
        let subject = said(measure.definite).asSentenceStart
        guard differs, let tau = comparison.figure(.tau) else {
            return finding(
                sv: "\(subject) skiljer sig inte mellan stadsdelsnämnderna mer än slumpen kan förklara.\(grew)",
                en: "\(subject) does not differ between the district boards more than chance explains.\(grew)",
                values: [test] + [change].compactMap { $0 })
        }
        let size: RichText = "\(tau, measure.spreadForm)\(said(measure.spreadUnit))"
        let interval: RichText =
            tau.lower == nil
            ? ""
            : text(
                sv: " (osäkert: \(tau, measure.spreadForm, part: .interval))",
                en: " (uncertain: \(tau, measure.spreadForm, part: .interval))")
        return finding(
            sv: """
                \(subject) skiljer sig mellan stadsdelsnämnderna mer än slumpen kan förklara. Räknas slumpen bort ligger \
                en nämnd i regel omkring \(size) från det gemensamma värdet\(interval).\(grew)
                """,
            en: """
                \(subject) differs between the district boards more than chance explains. Leaving chance aside, a \
                board usually lies about \(size) from the common value\(interval).\(grew)
                """, values: [test, tau] + [change].compactMap { $0 })
    }

    private func grew(_ comparison: ReleasedComparison, differs: Bool) -> RichText {
        guard let change = comparison.change else { return "" }
        let limits = change.tauLimits
        if limits.lower <= 0 && limits.upper >= 0 {
            return RichText(
                said(
                    sv: " Om skillnaderna har ökat eller minskat sedan \(change.from) går inte att säga.",
                    en: " Whether the differences have grown or shrunk since \(change.from) cannot be said."))
        }
        return RichText(
            limits.lower > 0
                ? said(
                    sv: " Skillnaderna har ökat sedan \(change.from).",
                    en: " The differences have grown since \(change.from).")
                : said(
                    sv: " Skillnaderna har minskat sedan \(change.from).",
                    en: " The differences have shrunk since \(change.from)."))
    }

    /// Highest less lowest, beside what chance alone gives.
    func gap(_ comparison: ReleasedComparison, _ measure: ComparedWords) -> Finding? {
        guard let gap = comparison.figure(.gap), let chance = comparison.figure(.gapByChance) else { return nil }
        let isOrdinary = gap.value <= chance.value && (comparison.heterogeneity?.pValue ?? 1) < 0.05
        let closing =
            isOrdinary
            ? said(
                sv: " Det är alltså inte ytterligheterna som avviker, utan nämnder med säkra värden.",
                en: " So it is not the extremes that deviate, but boards with precise values.") : ""
        let why =
            comparison.isOfAnswers
            ? Phrase(
                sv: "eftersom värdet svänger mycket där få har svarat",
                en: "because a value varies a great deal where few have answered")
            : Phrase(
                sv: "eftersom värdet i en liten nämnd svänger mycket",
                en: "because the value of a small board varies a great deal")
        return finding(
            sv: """
                Mellan den högsta och den lägsta nämnden är det \(gap, measure.spreadForm.unsigned)\
                \(measure.spreadUnit.swedish). Slumpen ensam skulle ge ungefär \(chance, measure.spreadForm.unsigned), \
                \(why.swedish).\(closing)
                """,
            en: """
                Between the highest and the lowest board there are \(gap, measure.spreadForm.unsigned)\
                \(measure.spreadUnit.english). Chance alone would give about \(chance, measure.spreadForm.unsigned), \
                \(why.english).\(closing)
                """)
    }

    /// The boards that may be named, by the rule of the comparison; nil when none is held against limits.
    func named(_ comparison: ReleasedComparison, _ measure: ComparedWords) -> Finding? {
        let judged = comparison.groups.filter { $0.plain != nil }
        guard !judged.isEmpty, let common = comparison.figure(.commonValue) else { return nil }
        let tests = judged.compactMap { comparison.figure(.test, of: $0) }
        let named = judged.filter(\.isNamed)
        guard !named.isEmpty else {
            return Finding(
                RichText(
                    said(
                        sv: "Ingen enskild nämnd kan sägas skilja sig från de övriga.",
                        en: "No single board can be said to differ from the others.")), values: tests)
        }
        let values = named.compactMap { comparison.figure(.limits95, of: $0) }
        var list: RichText = ""
        for (place, (group, value)) in zip(named, values).enumerated() {
            let joint = place == 0 ? "" : place == named.count - 1 ? said(sv: " och ", en: " and ") : ", "
            list = "\(list)\(joint)\(said(group.category.label)) (\(amount(value, measure)))"
        }
        let isOne = named.count == 1
        let alike = named.allSatisfy { ComparisonVerdict($0) == .standsOutFromEqual }
        let condition =
            !alike
            ? ""
            : said(
                sv: " Bedömningen gäller om de övriga i grunden är lika, och inget i deras värden talar emot det.",
                en:
                    " The verdict holds if the others are essentially alike, and nothing in their values speaks against it."
            )
        return finding(
            sv: """
                \(list) skiljer sig från de övriga mer än slumpen kan förklara. Det gemensamma värdet är \
                \(amount(common, measure)).\(condition)
                """,
            en: """
                \(list) \(isOne ? "differs" : "differ") from the others more than chance explains. The common value \
                is \(amount(common, measure)).\(condition)
                """, values: values + [common] + tests)
    }

    /// "68,7 procent", "12,3 per 10 000 invånare"
    func amount(_ value: ReleasedValue, _ measure: ComparedWords) -> RichText {
        measure.form.scale == .percent ? percent(value) : "\(value, measure.form)\(said(measure.valueUnit))"
    }

    /// What adjusting for case mix changes.
    func caseMix(_ comparison: ReleasedComparison) -> Finding? {
        guard let mix = comparison.caseMix, let before = comparison.figure(.crudeTest),
            let after = comparison.figure(.standardisedTest)
        else { return nil }
        let traits = mix.traits
        let who =
            comparison.isOfAnswers
            ? Phrase(sv: "har svarat", en: "has answered")
            : comparison.unit.isPerPopulation
                ? Phrase(sv: "bor där", en: "lives there") : Phrase(sv: "har insatsen", en: "has the service")
        let sentence =
            switch (mix.crudeP < 0.05, mix.standardisedP < 0.05) {
            case (true, true):
                Phrase(
                    sv: """
                        Skillnaderna finns kvar när nämnderna jämförs som om alla hade samma fördelning av \
                        \(traits.swedish): de beror inte bara på vilka som \(who.swedish).
                        """,
                    en: """
                        The differences remain when the boards are compared as if all had the same mix of \
                        \(traits.english): they are not only about who \(who.english).
                        """)
            case (true, false):
                Phrase(
                    sv: """
                        När nämnderna jämförs som om alla hade samma fördelning av \(traits.swedish) går skillnaderna \
                        inte längre att skilja från slumpen: en del av dem beror på vilka som \(who.swedish).
                        """,
                    en: """
                        When the boards are compared as if all had the same mix of \(traits.english), the differences can \
                        no longer be told from chance: part of them is about who \(who.english).
                        """)
            case (false, true):
                Phrase(
                    sv: """
                        Jämförs nämnderna som om alla hade samma fördelning av \(traits.swedish) framträder skillnader \
                        som är större än slumpen kan förklara.
                        """,
                    en: """
                        Compared as if all had the same mix of \(traits.english), the boards show differences larger \
                        than chance explains.
                        """)
            case (false, false):
                Phrase(
                    sv:
                        "Det ändras inte av att nämnderna jämförs som om alla hade samma fördelning av \(traits.swedish).",
                    en:
                        "That does not change when the boards are compared as if all had the same mix of \(traits.english)."
                )
            }
        let most: Phrase =
            switch mix.crudeP < 0.05 ? mix.mattered : nil {
            case .law: Phrase(sv: " Mest förklarar lagrummet.", en: " The law explains most.")
            case .age: Phrase(sv: " Mest förklarar åldern.", en: " Age explains most.")
            case .sex: Phrase(sv: " Mest förklarar könet.", en: " Sex explains most.")
            case nil: Phrase(sv: "", en: "")
            }
        return Finding(RichText(said(sentence) + said(most)), values: [before, after])
    }
}
