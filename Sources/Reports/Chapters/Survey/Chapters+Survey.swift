// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Question 11: what those who were asked say, and whether they know the rules.
extension Chapters {
    /// Så svarar brukare, utförare och handläggare. nil when no survey belongs to the years of the report.
    func survey() -> Section? {
        let surveys = questions.currentSurveys
        guard !surveys.isEmpty else { return nil }
        let sections =
            [respondents(surveys)] + (knowledge(surveys).map { [$0] } ?? []) + surveys.compactMap(opinions)
            + (surveyDistricts().map { [$0] } ?? [])
        return Section(
            id: "enkat", heading: said(surveyHeading(surveys)),
            blocks: [
                .paragraph(
                    phrase(
                        sv: """
                            Kapitlet bygger på enkäter till \(listed(surveys, \.swedish)). Andelarna är skattningar för \
                            alla som kunde ha svarat, inte bara för dem som svarade.
                            """,
                        en: """
                            This chapter is built on surveys of \(listed(surveys, \.english)). The shares are estimates \
                            for all who could have answered, not only for those who did.
                            """))
            ], sections: sections)
    }

    /// "Så svarar brukare, utförare och handläggare; kännedom om reglerna"
    private func surveyHeading(_ surveys: [SurveyFacts]) -> Phrase {
        let knows = questions.hasKnowledge
        return Phrase(
            sv: "Så svarar \(names(surveys, \.swedish))" + (knows ? "; kännedom om reglerna" : ""),
            en: "What \(names(surveys, \.english)) answer" + (knows ? "; knowledge of the rules" : ""))
    }

    /// "brukare (mätningen 2019), utförare (…) och handläggare (…)"
    private func listed(_ surveys: [SurveyFacts], _ language: KeyPath<Phrase, String>) -> String {
        joined(
            surveys.map { survey in
                survey.name.indefinite[keyPath: language]
                    + (self.language == .swedish ? " (mätningen \(survey.wave))" : " (wave \(survey.wave))")
            })
    }

    private func names(_ surveys: [SurveyFacts], _ language: KeyPath<Phrase, String>) -> String {
        joined(surveys.map { $0.name.indefinite[keyPath: language] })
    }

    /// "a, b och c"
    func joined(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + said(sv: " och ", en: " and ") + last
    }

    // MARK: Who answered

    private func respondents(_ surveys: [SurveyFacts]) -> Section {
        var blocks: [Block] = surveys.compactMap(responseFinding).map { .finding($0) }
        blocks += surveys.compactMap(lowResponse).map { .note(Note(.caution, $0)) }
        blocks.append(shown(responseTable(surveys)))
        blocks.append(.paragraph(weighed))
        let weights = surveys.compactMap(weighting)
        if !weights.isEmpty { blocks.append(.list(weights)) }
        if let table = responseByDistrict { blocks.append(shown(table)) }
        if let table = registerComparison { blocks.append(shown(table)) }
        return Section(
            id: "enkat-svarande", heading: said(sv: "Vilka som har svarat", en: "Who has answered"), blocks: blocks)
    }

    func responseFinding(_ survey: SurveyFacts) -> Finding? {
        writer.responseRate(cell(questions.responseRate, survey), of: survey.name)
    }

    /// Below half, those who did not answer decide more than those who did.
    private func lowResponse(_ survey: SurveyFacts) -> RichText? {
        guard let rate = cell(questions.responseRate, survey).shown, rate.value < 0.5 else { return nil }
        return text(
            sv: """
                Färre än hälften av \(survey.name.definite.swedish) som fått enkäten har svarat. Om de som inte svarat \
                tycker något annat än de som svarat, stämmer inte andelarna för alla, inte heller när svaren vägs.
                """,
            en: """
                Fewer than half of \(survey.name.definite.english) who were sent the survey have answered. If those who \
                did not answer think otherwise, the shares are not right for all, weighted or not.
                """)
    }

    private func responseTable(_ surveys: [SurveyFacts]) -> Table {
        surveyTable(
            Caption(
                id: "svarsfrekvens",
                title: said(sv: "Svarsfrekvens efter grupp", en: "Response rate by group"),
                unit: said(sv: "antal och procent", en: "number and per cent"),
                notes: [
                    phrase(
                        sv: "Svarsfrekvensen är antalet giltiga svar delat med antalet utskick som nådde fram.",
                        en: "The response rate is the number of valid answers divided by those sent and delivered.")
                ]),
            [
                Table.Column(said(sv: "Grupp", en: "Group"), alignment: .start),
                Table.Column(said(sv: "Mätning", en: "Wave")),
                Table.Column(said(sv: "Nåddes av enkäten", en: "Reached by the survey")),
                Table.Column(said(sv: "Svarande", en: "Respondents")),
                Table.Column(said(sv: "Svarsfrekvens", en: "Response rate")),
            ],
            surveys.map { survey in
                let rate = cell(questions.responseRate, survey)
                return Table.Row([
                    .text(RichText(said(survey.label))), .text(RichText(survey.wave)),
                    .released(rate, .denominator, .count), .value(cell(questions.respondentCount, survey)),
                    .released(rate, .value, .percent()),
                ])
            }, of: surveys)
    }

    private var weighed: RichText {
        phrase(
            sv: """
                Där ramens storlek är känd är andelar, medelvärden och intervall vägda: varje svar räknas för så många som \
                det står för. Antal svar (n), svarsfrekvens och hur många som svarat vet ej eller inte svarat är ovägda. \
                Designeffekten visar hur mycket vikternas olikhet minskar säkerheten: vid 1,25 är det som om en femtedel av \
                svaren saknades.
                """,
            en: """
                Where the size of the frame is known, shares, means and intervals are weighted: each answer counts for as \
                many as it stands for. Numbers of answers (n), response rates and how many answered do not know, or not at \
                all, are unweighted. The design effect shows how much certainty unequal weights cost: at 1.25 as much as \
                if a fifth of the answers were missing.
                """)
    }

    /// What the release says of how a survey's answers are weighed: its notes name the survey first.
    func weighting(_ survey: SurveyFacts) -> RichText? {
        let asked = [questions.favourable, questions.knowledge, questions.distribution]
        let start = "\(survey.label.swedish), mätningen \(survey.wave):"
        return asked.lazy.flatMap { answers[$0]?.notes ?? [] }.first { $0.swedish.hasPrefix(start) }
            .map { RichText(said($0)) }
    }

    /// nil when the strata are not districts.
    private var responseByDistrict: Table? {
        let question = questions.responseRateByDistrict
        guard let survey = questions.currentSurveys.first(where: \.strataAreDistricts), answers[question] != nil else {
            return nil
        }
        let districts = answers.categories(question, of: .district).filter { category in
            category.kind == .total || cell(question, survey, category.code).isKnown
        }
        guard districts.contains(where: { $0.kind == .value }) else { return nil }
        return surveyTable(
            Caption(
                id: "svarsfrekvens-namnd",
                title: said(
                    sv: "Svarsfrekvens bland \(survey.name.definite.swedish) per stadsdelsnämnd",
                    en: "Response rate among \(survey.name.definite.english) by district board"),
                unit: said(sv: "antal och procent", en: "number and per cent")),
            [
                Table.Column(said(Self.name(of: .district)), alignment: .start),
                Table.Column(said(sv: "Nåddes av enkäten", en: "Reached by the survey")),
                Table.Column(said(sv: "Svarande", en: "Respondents")),
                Table.Column(said(sv: "Svarsfrekvens", en: "Response rate")),
            ],
            districts.map { district in
                let rate = cell(question, survey, district.code)
                return Table.Row(
                    district.kind == .total ? .total : .plain,
                    [
                        .text(RichText(district.kind == .total ? wholePlace : said(district.label))),
                        .released(rate, .denominator, .count), .released(rate, .numerator, .count),
                        .released(rate, .value, .percent()),
                    ])
            }, of: [survey])
    }

    /// The respondents beside the register, unweighted. nil when nothing of it is known.
    private var registerComparison: Table? {
        guard let users = questions.currentSurveys.first(where: { $0.group == "users" }) else { return nil }
        var rows: [Table.Row] = []
        for trait in ReportQuestions.registerTraits {
            let (question, register) = (questions.respondents(users, by: trait), questions.register(users, by: trait))
            var label = said(Self.name(of: trait))
            let categories = answers.categories(question, of: trait).filter { $0.kind == .value }
            for category in categories {
                let both = [question, register].map { cell($0, users, category.code) }
                guard both.allSatisfy(\.isKnown) else { continue }
                rows.append(
                    Table.Row(
                        [label.isEmpty ? .empty : .text(RichText(label)), .text(RichText(said(category.label)))]
                            + both.map { .released($0, .value, .percent()) }))
                label = ""
            }
        }
        guard !rows.isEmpty else { return nil }
        return surveyTable(
            Caption(
                id: "svarande-register",
                title: said(
                    sv: "De svarande bredvid alla som har insatsen", en: "The respondents beside all with the service"),
                unit: said(sv: "procent, ovägt", en: "per cent, unweighted"),
                notes: [
                    phrase(
                        sv: """
                            Alla som har insatsen är de med ett beviljat beslut under \(users.year). Den som har insatsen \
                            enligt båda lagarna räknas på båda raderna.
                            """,
                        en: """
                            All with the service are those with a granted decision in \(users.year). Those with it under \
                            both laws count in both rows.
                            """)
                ]),
            [
                Table.Column(said(sv: "Indelning", en: "Breakdown"), alignment: .start),
                Table.Column(said(sv: "Grupp", en: "Group"), alignment: .start),
                Table.Column(said(sv: "De som svarat", en: "Those who answered")),
                Table.Column(said(sv: "Alla som har insatsen", en: "All with the service")),
            ], rows, headerColumns: 2, of: [users])
    }
}

extension SurveyFacts {
    /// The group in running text.
    var name: RespondentName { RespondentName(group: group, label: label) }
}
