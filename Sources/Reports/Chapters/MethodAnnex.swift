// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Bilaga A Metod: every definition used, the settings, the formulas and the rules of the words.
struct MethodAnnex: Chapter {
    let scope: ReportScope

    var requests: [Question] { [] }

    func section(_ released: Released) -> Section? {
        Section(
            id: "metod", heading: said(sv: "Bilaga A. Metod", en: "Annex A. Method"),
            sections: [
                definitions(released), settings, formulas, ComparisonMethod(scope: scope).section(released), wording,
            ].compactMap(\.self))
    }

    private func definitions(_ released: Released) -> Section {
        Section(
            id: "definitioner", heading: said(sv: "Definitioner", en: "Definitions"),
            blocks: [
                .paragraph(
                    phrase(
                        sv: "Varje mått i rapporten räknas efter en av de här definitionerna.",
                        en: "Every measure of the report is computed by one of these definitions.")),
                .definitions(usedDefinitions(released)),
            ])
    }

    /// Each definition of the release once, in the order it was first used.
    private func usedDefinitions(_ released: Released) -> [DefinedTerm] {
        var seen: Set<String> = []
        return released.release.tables.filter { seen.insert($0.definition.id).inserted }.map { table in
            let definition = table.definition
            let settings = definition.settings.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
            let text = RichText(said(definition.text))
            return DefinedTerm(
                "\(said(definition.words.subject)) (\(definition.id))",
                meaning: settings.isEmpty ? [text] : [text, RichText([.code(settings)])])
        }
    }

    private var settings: Section {
        Section(
            id: "installningar", heading: said(sv: "Inställningar", en: "Settings"),
            blocks: [
                .paragraph(
                    phrase(
                        sv: "Inställningarna nedan gällde när rapporten gjordes. De kan ändras i projektfilen.",
                        en: "These settings were in force when the report was made. The project file can change them.")),
                .table(
                    table(
                        "installningar-tabell",
                        said(sv: "Inställningar som påverkar siffrorna", en: "Settings that affect the numbers"),
                        unit: said(sv: "värde", en: "value"), population: said(sv: "alla mått", en: "all measures"),
                        source: said(sv: "projektfilen", en: "the project file"),
                        rows: facts.settings.filter {
                            scope.basis != .surveys || $0.key.hasPrefix("disclosure")
                        },
                        columns: [
                            .text(said(sv: "Inställning", en: "Setting")) { RichText([.code($0.key)]) },
                            .text(said(sv: "Värde", en: "Value")) { RichText([.code($0.value)]) },
                        ])),
            ])
    }

    private var formulas: Section {
        Section(
            id: "formler", heading: said(sv: "Så är måtten räknade", en: "How the measures are computed"),
            blocks: (scope.basis == .surveys
                ? []
                : [
                    .paragraph(
                        phrase(
                            sv: """
                                En personmånad är en person, en kalendermånad och en insats. I formlerna är b de beviljade och u \
                                de utförda timmarna i en personmånad, och B och U en persons summor under året.
                                """,
                            en: """
                                A person-month is a person, a calendar month and a service. In the formulas b is the granted \
                                and u the performed hours of a person-month; B and U are a person's sums over the year.
                                """))
                ]) + [
                    .definitions((scope.basis == .surveys ? [] : formulaTerms) + surveyFormulas),
                    .paragraph(
                        phrase(
                            sv: """
                                Alla tal räknas med full noggrannhet och avrundas när de skrivs. Därför kan summor och \
                                skillnader av skrivna tal avvika på sista siffran.
                                """,
                            en: """
                                All numbers are computed in full precision and rounded when they are printed, so sums and \
                                differences of printed numbers may differ in the last digit.
                                """)),
                ])
    }

    private var formulaTerms: [DefinedTerm] {
        func term(_ name: Phrase, _ lines: RichText...) -> DefinedTerm { DefinedTerm(said(name), meaning: lines) }
        return [
            term(
                Phrase(sv: "Beviljade timmar", en: "Granted hours"), "b = h × d ÷ m",
                phrase(
                    sv: """
                        h är beslutets timmar per månad, d de av månadens dagar som ligger inom beslutet och m månadens alla \
                        dagar (med inställningen pro_rating: days). Timmar per vecka räknas om med m ÷ 7 och timmar per \
                        år med 1 ÷ 12. Samtidiga beslut läggs ihop.
                        """,
                    en: """
                        h is the decision's hours a month, d the days of the month inside the decision and m all its days \
                        (with the setting pro_rating: days). Hours a week count m ÷ 7 and hours a year 1 ÷ 12. Parallel \
                        decisions are added together.
                        """)),
            term(
                Phrase(sv: "Andel utförda timmar", en: "Share of performed hours"), "R = Σu ÷ Σb",
                phrase(
                    sv:
                        "En kvot av summor över alla personmånader med beviljade timmar, aldrig ett medelvärde av kvoter.",
                    en: "A ratio of sums over all person-months with granted hours, never a mean of ratios."),
                "R ± t(N − 1) × √(N ÷ (N − 1) × Σe²) ÷ ΣB, e = U − R × B",
                phrase(
                    sv: "Intervallet (95 procent) är räknat över N personer genom linearisering (Cochran 1977).",
                    en: "The interval (95%) is computed over N persons by linearisation (Cochran 1977).")),
            term(
                Phrase(sv: "Förändring av en andel", en: "Change of a share"),
                phrase(
                    sv: """
                        Skillnaden mellan årens andelar. Felet räknas på skillnaden person för person, eftersom många \
                        personer är desamma båda åren; den som saknas ett år bidrar med noll det året.
                        """,
                    en: """
                        The difference of the years' shares. Its error is computed on the difference person by person, \
                        since many persons are in both years; one who is missing in a year contributes zero to it.
                        """)),
            term(
                Phrase(sv: "Flexibel användning", en: "Flexible use"),
                phrase(
                    sv: """
                        En period är flexibel när en månad i den har u > b + τ och periodens Σu är högst Σb + τ (F1). En \
                        person räknas när året har en sådan månad. Villkoret om Σu faller bort i F1o. τ är toleransen i timmar.
                        """,
                    en: """
                        A period is flexible when a month in it has u > b + τ and its Σu is at most Σb + τ (F1). A person \
                        counts when the year has such a month. F1o drops the condition on Σu. τ is the tolerance in hours.
                        """), "(p + z² ÷ 2n ± z × √(p × (1 − p) ÷ n + z² ÷ 4n²)) ÷ (1 + z² ÷ n)",
                phrase(
                    sv: "Intervallet (95 procent, z = 1,96) för andelen p av n personer (Wilson 1927).",
                    en: "The interval (95%, z = 1.96) of the share p of n persons (Wilson 1927).")),
            term(
                Phrase(sv: "Delar av förändringen", en: "Parts of the change"), "L = (ΣU′ − ΣU) ÷ ln(ΣU′ ÷ ΣU)",
                "Δ = L × ln(x′ ÷ x)",
                phrase(
                    sv: """
                        x är i tur och ordning antalet personer, beviljade timmar per person och andelen utförda timmar, med \
                        ′ för det senare året. Delarna blir tillsammans exakt hela förändringen (Ang 2004).
                        """,
                    en: """
                        x is in turn the number of persons, granted hours per person and the share of performed hours, with \
                        ′ for the later year. Together the parts make the whole change exactly (Ang 2004).
                        """)),
            term(
                Phrase(sv: "Intervall", en: "Intervals"), intervalNote,
                phrase(
                    sv: """
                        Intervallen för beslut och utförd tid säger alltså inget om urvalsfel, för inget urval är draget.
                        """,
                    en: """
                        The intervals of decisions and performed time do not speak of sampling error, for no sample was \
                        drawn.
                        """)),
        ]
    }

    private var wording: Section {
        Section(
            id: "ordval", heading: said(sv: "Så är orden valda", en: "How the words are chosen"),
            blocks: [
                .paragraph(
                    phrase(
                        sv: """
                            Ord som ”något” och ”hälften” väljs av regler, aldrig fritt. En andel bedöms så som den skrivs, \
                            med en decimal.
                            """,
                        en: """
                            Words such as “somewhat” and “half” are chosen by rules, never freely. A share is judged as it is \
                            printed, with one decimal.
                            """)),
                .table(
                    wordingTable(
                        "ord-forandring", said(sv: "Ord för förändringar", en: "Words for changes"),
                        WordingRule.changes,
                        note: phrase(
                            sv: """
                                Antal och timmar bedöms bara när minst \(FindingWriter.personsForWords) personer ingår båda \
                                åren. De är totalräkningar utan intervall.
                                """,
                            en: """
                                Counts and hours are judged only when both years have at least \
                                \(FindingWriter.personsForWords) persons. They are full counts without an interval.
                                """))),
                .table(
                    wordingTable(
                        "ord-andelar", said(sv: "Ord för andelar", en: "Words for shares"), WordingRule.shares,
                        note: nil)),
            ])
    }

    private func wordingTable(_ id: String, _ title: String, _ rules: [WordingRule], note: RichText?) -> Table {
        table(
            id, title, unit: said(sv: "regel", en: "rule"),
            population: said(sv: "rapportens meningar", en: "the report's sentences"), source: facts.generator,
            notes: note.map { [$0] } ?? [], rows: rules,
            columns: [
                .name(said(sv: "Ord", en: "Words")) { said($0.words) },
                .name(said(sv: "Används när", en: "Used when")) { said($0.rule) },
            ])
    }
}
