// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Bilaga B Kvalitetsdeklaration: the parts that surveys have, frame, nonresponse and measurement, after the model
    /// of the components of quality of Statistics Sweden (SCB-FS 2016:17). nil without surveys.
    func quality() -> Section? {
        let surveys = questions.currentSurveys
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
            ], sections: [frame(surveys), nonresponse(surveys), measurement(surveys)])
    }

    // MARK: Frame

    private func frame(_ surveys: [SurveyFacts]) -> Section {
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

    private func nonresponse(_ surveys: [SurveyFacts]) -> Section {
        var blocks: [Block] = surveys.compactMap(responseFinding).map { .finding($0) }
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
        blocks += surveys.compactMap(itemNonresponse).map(shown)
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
    private func itemNonresponse(_ survey: SurveyFacts) -> Table? {
        let items = survey.items.filter { $0.isJudged || $0.isKnowledge }
        guard !items.isEmpty else { return nil }
        return surveyTable(
            Caption(
                id: "bortfall-\(survey.group)",
                title: said(
                    sv: "Frågor som \(survey.name.definite.swedish) inte besvarat eller svarat vet ej på",
                    en: "Questions that \(survey.name.definite.english) left empty or did not know"),
                unit: said(
                    sv: "procent av dem som fick frågan, ovägt", en: "per cent of those asked, unweighted")),
            [
                Table.Column(said(sv: "Fråga", en: "Question"), alignment: .start),
                Table.Column(said(sv: "Inget svar", en: "No answer")),
                Table.Column(said(sv: "Vet ej", en: "Do not know")),
                Table.Column(said(sv: "Fick frågan", en: "Asked"), unit: said(sv: "antal", en: "number")),
            ],
            items.map { item in
                let missing = cell(questions.itemNonresponse, survey, item.name)
                return Table.Row([
                    .text(RichText(said(item.question))), .released(missing, .value, .percent()),
                    .released(cell(questions.doNotKnow, survey, item.name), .value, .percent()),
                    .released(missing, .denominator, .count),
                ])
            }, of: [survey])
    }

    // MARK: Measurement

    private func measurement(_ surveys: [SurveyFacts]) -> Section {
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
        surveyTable(
            Caption(
                id: "formular-\(survey.group)",
                title: said(
                    sv: "Frågorna till \(survey.name.definite.swedish)",
                    en: "The questions to \(survey.name.definite.english)"),
                unit: said(sv: "frågor och svar", en: "questions and answers")),
            [
                Table.Column(said(sv: "Fråga", en: "Question"), alignment: .start),
                Table.Column(said(sv: "Svar", en: "Answers"), alignment: .start),
                Table.Column(said(sv: "Positivt eller rätt", en: "Favourable or right"), alignment: .start),
            ],
            survey.items.filter { $0.role != .background && $0.themesOf == nil }.map { item in
                let counted = item.categories.filter { item.isKnowledge ? $0.isRight : $0.side == .favourable }
                let answers = item.categories.map { said($0.label) }.joined(separator: " · ")
                return Table.Row([
                    .text(RichText(said(item.question))),
                    .text(RichText(item.categories.isEmpty ? said(Self.form(of: item.kind)) : answers)),
                    counted.isEmpty
                        ? .empty : .text(RichText(counted.map { said($0.label) }.joined(separator: " · "))),
                ])
            }, of: [survey])
    }

    private static func form(of kind: SurveyFacts.Kind) -> Phrase {
        switch kind {
        case .number: Phrase(sv: "ett tal", en: "a number")
        default: Phrase(sv: "egna ord", en: "own words")
        }
    }
}
