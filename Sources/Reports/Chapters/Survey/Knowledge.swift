// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Who knows the rules, and whether knowledge spreads. nil without questions that have a right answer.
struct Knowledge: Chapter {
    let scope: ReportScope

    var requests: [Question] {
        [scope.knowledge, scope.knowledgeChange, scope.knowledgeGap].compactMap(\.self)
    }

    /// Each once, as the first group was asked it.
    private var items: [SurveyFacts.Item] {
        var seen: Set<String> = []
        return scope.currentSurveys.flatMap(\.knowledge).filter { seen.insert($0.name).inserted }
    }

    func section(_ released: Released) -> Section? {
        guard !items.isEmpty else { return nil }
        let opening = phrase(
            sv: """
                Kunskapsfrågor har ett rätt svar. Den som svarar vet ej räknas som att inte känna till regeln.
                """, en: "Knowledge questions have a right answer. Do not know counts as not knowing the rule.")
        return Section(
            id: "kannedom", heading: said(sv: "Kännedom om reglerna", en: "Knowledge of the rules"),
            blocks: [.paragraph(opening)]
                + items.flatMap { item in
                    let asked = scope.currentSurveys.filter { $0.item(item.name)?.isKnowledge == true }
                    return blocks(findings(item, asked, released)) + [figure(item, asked, released)]
                })
    }

    private func findings(_ item: SurveyFacts.Item, _ surveys: [SurveyFacts], _ released: Released) -> [Finding?] {
        func share(_ survey: SurveyFacts) -> ReleasedCell { cell(scope.knowledge, survey, item.name, in: released) }
        let gaps = surveys.dropFirst().map { survey in
            writer.gap(
                in: item.rule.knowledge,
                difference: judgeable(cell(scope.knowledgeGap, survey, item.name, in: released), isTestedAlone: false),
                (survey.name, share(survey)), (surveys[0].name, share(surveys[0])))
        }
        return surveys.map { knowledgeFinding(item, $0, in: released) } + gaps
    }

    /// A row a group: the wave before and this one when any group has both, else this one with its interval.
    private func figure(_ item: SurveyFacts.Item, _ surveys: [SurveyFacts], _ released: Released) -> Block {
        func share(_ survey: SurveyFacts) -> ReleasedCell { cell(scope.knowledge, survey, item.name, in: released) }
        let right = quoted(item.categories.filter(\.isRight))
        let comparesWaves = surveys.contains { scope.wave(before: $0, with: item.name) != nil }
        let latest =
            comparesWaves
            ? heading(ofWaves: surveys, else: Phrase(sv: "Senaste mätningen", en: "Latest wave"))
            : said(sv: "Andel rätt", en: "Share right")
        let numbers = waveColumns(
            of: scope.knowledge, change: scope.knowledgeChange, latest: latest, comparing: surveys, in: released
        ) { ($0, item.name) }
        let group: TableSpec<SurveyFacts>.Column =
            comparesWaves
            ? .text(said(.group)) { labelled($0.label, share($0)) } : .name(said(.group)) { said($0.label) }
        let table = table(
            "kannedom-\(item.name)", said(item.rule.title),
            unit: said(sv: "procent som svarar rätt", en: "per cent who answer right"),
            notes: [
                phrase(
                    sv: "Frågan: ”\(item.question.swedish)” Rätt svar: \(right).",
                    en: "The question: “\(item.question.english)” Right: \(right).")
            ], rows: surveys, columns: [group] + numbers + (comparesWaves ? [] : [.persons(said(.respondents), share)]),
            of: surveys)
        return shown(Figure(comparesWaves ? .dumbbell(before: 1, after: 2) : .dotInterval(column: 1), of: table))
    }
}

/// What page one says of knowledge: of the first question with a right answer, put to users if to any.
struct KnowledgeInBrief: Scoped {
    let scope: ReportScope

    var requests: [Question] { Knowledge(scope: scope).requests }

    private var main: (survey: SurveyFacts, item: SurveyFacts.Item)? {
        let surveys = scope.currentSurveys.filter { !$0.knowledge.isEmpty }
        guard let survey = surveys.first(where: { $0.group == "users" }) ?? surveys.first else { return nil }
        return survey.knowledge.first.map { (survey, $0) }
    }

    /// nil without questions that have a right answer.
    func card(_ released: Released) -> Card? {
        guard let (survey, item) = main else { return nil }
        let share = cell(scope.knowledge, survey, item.name, in: released)
        let (name, rule) = (survey.name.definite, item.rule)
        return Card(
            label: said(sv: "Kännedom om reglerna", en: "Knowledge of the rules"), number: share, form: .percent(),
            sentence: phrase(
                sv: "Så stor del av \(name.swedish) \(rule.knows.swedish), enligt enkäten \(survey.wave).",
                en: "The part of \(name.english) who \(rule.knows.english), by the survey of \(survey.wave)."),
            change: scope.wave(before: survey, with: item.name) == nil
                ? nil
                : writer.changeWord(
                    of: .init(name: rule.knowledge(among: survey.name), direction: .favourable),
                    difference: knowledgeDifference(item, survey, in: released)), certainty: certainty(ofAnswers: share)
        )
    }

    func finding(_ released: Released) -> Finding? {
        main.flatMap { survey, item in knowledgeFinding(item, survey, in: released) }
    }
}

extension Scoped {
    /// How the share who know has changed since the group's wave before, or, without one, how large it is.
    fileprivate func knowledgeFinding(_ item: SurveyFacts.Item, _ survey: SurveyFacts, in released: Released)
        -> Finding?
    {
        func share(_ survey: SurveyFacts) -> ReleasedCell { cell(scope.knowledge, survey, item.name, in: released) }
        let change = scope.wave(before: survey, with: item.name).flatMap { earlier in
            writer.knowledgeChange(
                of: item.rule, among: survey.name, difference: knowledgeDifference(item, survey, in: released),
                before: (earlier.wave, share(earlier)), now: (survey.wave, share(survey)))
        }
        return change ?? writer.knows(item.rule, share(survey), survey.name)
    }

    fileprivate func knowledgeDifference(_ item: SurveyFacts.Item, _ survey: SurveyFacts, in released: Released)
        -> ReleasedCell
    {
        judgeable(
            cell(scope.knowledgeChange, survey, item.name, in: released), isTestedAlone: survey.knowledge.count == 1)
    }
}

extension SurveyFacts.Item {
    fileprivate var rule: RuleName { RuleName(item: name, question: question) }
}
