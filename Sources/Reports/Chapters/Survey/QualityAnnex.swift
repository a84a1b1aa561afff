// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Bilaga B Kvalitetsdeklaration: the parts that surveys have, frame, nonresponse and measurement, after the model of the
/// components of quality of Statistics Sweden (SCB-FS 2016:17). nil without surveys.
struct QualityAnnex: Chapter {
    let scope: ReportScope

    private var surveys: [SurveyFacts] { scope.currentSurveys }

    var requests: [Question] {
        [scope.responseRate, scope.itemNonresponse, scope.doNotKnow].compactMap(\.self)
    }

    func section(_ released: Released) -> Section? {
        guard !surveys.isEmpty else { return nil }
        return Section(
            id: "kvalitet", heading: said(sv: "Bilaga B. Kvalitetsdeklaration", en: "Annex B. Quality declaration"),
            blocks: [
                .paragraph(
                    phrase(
                        sv: """
                            Bilagan beskriver enkäternas tillförlitlighet, efter förebild av SCB:s kvalitetskomponenter. \
                            Rapporten är inte officiell statistik.
                            """,
                        en: """
                            This annex describes the accuracy of the surveys, after the model of Statistics Sweden's \
                            quality components. The report is not official statistics.
                            """))
            ], sections: [frame, nonresponse(released), measurement])
    }

    // MARK: Frame

    private var frame: Section {
        Section(
            id: "ram", heading: said(sv: "Ram och urval", en: "Frame and sample"),
            blocks: [
                .list(surveys.map { RichText(said($0.label) + ", \($0.wave): " + said(selection($0.selection))) }),
                .paragraph(
                    phrase(
                        sv: """
                            Ramen är de personer som fanns med när enkäten skickades. Den som fick eller miste insatsen \
                            senare, eller bytte arbete, är inte med.
                            """,
                        en: """
                            The frame is the persons listed when the survey was sent. Who got or lost the service, or \
                            changed work, after that is not in it.
                            """)),
            ])
    }

    private func selection(_ selection: SurveyFacts.Selection) -> Phrase {
        switch selection {
        case .everyone:
            Phrase(
                sv: "enkäten gick till alla i ramen, så det finns inget urvalsfel.",
                en: "the survey went to everyone in the frame, so there is no sampling error.")
        case .sample(strata: 1):
            Phrase(
                sv: "enkäten gick till ett slumpmässigt urval ur ramen.",
                en: "the survey went to a random sample of the frame.")
        case .sample(let strata):
            Phrase(
                sv: "enkäten gick till ett slumpmässigt urval ur vart och ett av \(strata) strata.",
                en: "the survey went to a random sample of each of \(strata) strata.")
        case .notGiven:
            Phrase(
                sv: """
                    hur många som kunde ha fått enkäten är inte angivet. Andelarna gäller därför dem som svarat, och \
                    intervallen förutsätter att de är som ett slumpmässigt urval.
                    """,
                en: """
                    how many could have been sent the survey is not given. The shares therefore speak of those who \
                    answered, and the intervals take them for a random sample.
                    """)
        }
    }

    // MARK: Nonresponse

    private func nonresponse(_ released: Released) -> Section {
        var blocks = blocks(surveys.map { responseFinding($0, in: released) })
        blocks.append(
            .paragraph(
                phrase(
                    sv: """
                        Bortfall är de som nåddes av enkäten men inte svarade. Vikterna rättar till att olika grupper svarat \
                        olika ofta, men inte till att de som svarat kan tycka annat än de som inte svarat.
                        """,
                    en: """
                        Nonresponse is those who were reached and did not answer. Weights make up for groups that answered \
                        more or less often, not for respondents who think otherwise than those who did not answer.
                        """)))
        blocks += surveys.compactMap { itemNonresponse($0, released) }.map(shown)
        if surveys.contains(where: \.hasDuplicates) {
            blocks.append(
                .paragraph(
                    phrase(
                        sv: """
                            Några har svarat mer än en gång. Då räknas det senaste fullständiga svaret, och de andra är \
                            åsidosatta.
                            """,
                        en: """
                            Some have answered more than once. Their latest complete answer counts, and the others are set \
                            aside.
                            """)))
        }
        return Section(id: "bortfall", heading: said(sv: "Bortfall", en: "Nonresponse"), blocks: blocks)
    }

    /// Question by question: how many left it empty, and how many do not know.
    private func itemNonresponse(_ survey: SurveyFacts, _ released: Released) -> Table? {
        let items = survey.items.filter { $0.isJudged || $0.isKnowledge }
        guard !items.isEmpty else { return nil }
        func missing(_ item: SurveyFacts.Item) -> ReleasedCell {
            cell(scope.itemNonresponse, survey, item.name, in: released)
        }
        return table(
            "bortfall-\(survey.group)",
            said(
                sv: "Frågor som \(survey.name.definite.swedish) inte besvarat eller svarat vet ej på",
                en: "Questions that \(survey.name.definite.english) left empty or did not know"),
            unit: said(sv: "procent av dem som fick frågan, ovägt", en: "per cent of those asked, unweighted"),
            rows: items,
            columns: [
                .name(said(.question)) { said($0.question) }, .value(said(.noAnswer), .percent(), missing),
                .value(said(.doNotKnow), .percent()) { cell(scope.doNotKnow, survey, $0.name, in: released) },
                .value(said(sv: "Fick frågan", en: "Asked"), unit: said(.number), .count, part: .denominator, missing),
            ], of: [survey])
    }

    // MARK: Measurement

    private var measurement: Section {
        Section(
            id: "matning", heading: said(sv: "Mätning", en: "Measurement"),
            blocks: [
                .paragraph(
                    phrase(
                        sv: """
                            Tabellerna visar frågorna så som de ställdes, vilka svar som gick att välja och vilka av dem \
                            som räknas som positiva eller rätta. ”Vet ej” går att välja där det står med i formuläret.
                            """,
                        en: """
                            The tables show the questions as they were put, the answers to choose from, and which of them \
                            count as favourable or right. Do not know can be chosen where the form has it.
                            """))
            ] + surveys.map { .table(form($0)) })
    }

    private func form(_ survey: SurveyFacts) -> Table {
        func listed(_ categories: [SurveyFacts.Category]) -> String {
            categories.map { said($0.label) }.joined(separator: " · ")
        }
        return table(
            "formular-\(survey.group)",
            said(
                sv: "Frågorna till \(survey.name.definite.swedish)",
                en: "The questions to \(survey.name.definite.english)"),
            unit: said(sv: "frågor och svar", en: "questions and answers"),
            rows: survey.items.filter { $0.role != .background && $0.themesOf == nil },
            columns: [
                .name(said(.question)) { said($0.question) },
                .name(said(.answers)) { item in
                    item.categories.isEmpty ? said(Self.form(of: item.kind)) : listed(item.categories)
                },
                .name(said(sv: "Positivt eller rätt", en: "Favourable or right")) { item in
                    listed(item.categories.filter { item.isKnowledge ? $0.isRight : $0.side == .favourable })
                },
            ], of: [survey])
    }

    private static func form(of kind: SurveyFacts.Kind) -> Phrase {
        switch kind {
        case .number: Phrase(sv: "ett tal", en: "a number")
        default: Phrase(sv: "egna ord", en: "own words")
        }
    }
}
