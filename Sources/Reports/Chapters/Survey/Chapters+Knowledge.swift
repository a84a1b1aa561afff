// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Who knows the rules, and whether knowledge spreads.
extension Chapters {
    /// nil without questions that have a right answer.
    func knowledge(_ surveys: [SurveyFacts]) -> Section? {
        let items = knowledgeItems
        guard !items.isEmpty else { return nil }
        var blocks: [Block] = [
            .paragraph(
                phrase(
                    sv: """
                        Kunskapsfrågor har ett rätt svar. Den som svarar vet ej räknas som att inte känna till regeln.
                        """,
                    en: "Knowledge questions have a right answer. Do not know counts as not knowing the rule."))
        ]
        for item in items {
            let asked = surveys.filter { $0.item(item.name)?.isKnowledge == true }
            blocks += knowledgeFindings(item, asked).map { .finding($0) }
            blocks.append(knowledgeBlock(item, asked))
        }
        return Section(
            id: "kannedom", heading: said(sv: "Kännedom om reglerna", en: "Knowledge of the rules"), blocks: blocks)
    }

    /// Each once, as the first group was asked it.
    private var knowledgeItems: [SurveyFacts.Item] {
        var seen: Set<String> = []
        return questions.currentSurveys.flatMap(\.knowledge).filter { seen.insert($0.name).inserted }
    }

    private func rule(_ item: SurveyFacts.Item) -> RuleName { RuleName(item: item.name, question: item.question) }

    private func share(_ survey: SurveyFacts, _ item: SurveyFacts.Item) -> ReleasedCell {
        cell(questions.knowledge, survey, item.name)
    }

    private func difference(_ survey: SurveyFacts, _ item: SurveyFacts.Item) -> ReleasedCell {
        cell(questions.knowledgeChange, survey, item.name)
    }

    private func judgedDifference(_ survey: SurveyFacts, _ item: SurveyFacts.Item) -> ReleasedCell {
        judgeable(difference(survey, item), isTestedAlone: survey.knowledge.count == 1)
    }

    // MARK: Findings

    private func knowledgeFindings(_ item: SurveyFacts.Item, _ surveys: [SurveyFacts]) -> [Finding] {
        let levels = surveys.compactMap { survey in
            knowledgeChange(item, survey) ?? writer.knows(rule(item), share(survey, item), survey.name)
        }
        let gaps = surveys.dropFirst().compactMap { survey in
            writer.gap(
                in: rule(item).knowledge,
                difference: judgeable(cell(questions.knowledgeGap, survey, item.name), isTestedAlone: false),
                (survey.name, share(survey, item)), (surveys[0].name, share(surveys[0], item)))
        }
        return levels + gaps
    }

    private func knowledgeChange(_ item: SurveyFacts.Item, _ survey: SurveyFacts) -> Finding? {
        guard let earlier = questions.wave(before: survey, with: item.name) else { return nil }
        return writer.knowledgeChange(
            of: rule(item), among: survey.name, difference: judgedDifference(survey, item),
            before: (earlier.wave, share(earlier, item)), now: (survey.wave, share(survey, item)))
    }

    // MARK: Page one

    /// The group and the rule that page one speaks of: the first question with a right answer, put to users if to any.
    private var mainKnowledge: (survey: SurveyFacts, item: SurveyFacts.Item)? {
        let surveys = questions.currentSurveys.filter { !$0.knowledge.isEmpty }
        guard let survey = surveys.first(where: { $0.group == "users" }) ?? surveys.first else { return nil }
        return survey.knowledge.first.map { (survey, $0) }
    }

    /// nil without questions that have a right answer.
    var knowledgeCard: Card? {
        guard let (survey, item) = mainKnowledge else { return nil }
        let share = share(survey, item)
        let name = survey.name.definite
        let rule = rule(item)
        return Card(
            label: said(sv: "Kännedom om reglerna", en: "Knowledge of the rules"), number: share, form: .percent(),
            sentence: phrase(
                sv: "Så stor del av \(name.swedish) \(rule.knows.swedish), enligt enkäten \(survey.wave).",
                en: "The part of \(name.english) who \(rule.knows.english), by the survey of \(survey.wave)."),
            change: questions.wave(before: survey, with: item.name) == nil
                ? nil
                : writer.changeWord(
                    of: .init(name: rule.knowledge(among: survey.name), isBetterWhenUp: true),
                    difference: judgedDifference(survey, item)),
            certainty: surveyCertainty(share))
    }

    /// What page one says of knowledge in a sentence.
    var knowledgeFinding: Finding? {
        guard let (survey, item) = mainKnowledge else { return nil }
        return knowledgeChange(item, survey) ?? writer.knows(rule(item), share(survey, item), survey.name)
    }

    /// "55,1–67,0 % med osäkerheten i enkäten"
    private func surveyCertainty(_ cell: ReleasedCell) -> RichText? {
        guard let value = cell.shown else { return certainty(ofCount: cell) }
        guard value.lower != nil, value.upper != nil else { return nil }
        return text(
            sv: "\(value, .percent(), part: .interval) med enkätens osäkerhet",
            en: "\(value, .percent(), part: .interval) with the survey's uncertainty")
    }

    // MARK: Table

    /// A row a group: the wave before and this one when any group has both, else this one with its interval.
    private func knowledgeBlock(_ item: SurveyFacts.Item, _ surveys: [SurveyFacts]) -> Block {
        let earlier = surveys.map { questions.wave(before: $0, with: item.name) }
        let title = said(rule(item).title)
        let right = quoted(item.categories.filter(\.isRight))
        let notes = [
            phrase(
                sv: "Frågan: ”\(item.question.swedish)” Rätt svar: \(right.swedish).",
                en: "The question: “\(item.question.english)” Right: \(right.english).")
        ]
        let caption = Caption(
            id: "kannedom-\(item.name)", title: title,
            unit: said(sv: "procent som svarar rätt", en: "per cent who answer right"), notes: notes)
        let group = Table.Column(said(sv: "Grupp", en: "Group"), alignment: .start)
        let interval = Table.Column(said(sv: "Intervall", en: "Interval"))
        let count = Table.Column(said(sv: "Svarande", en: "Respondents"))
        guard earlier.contains(where: { $0 != nil }) else {
            let table = surveyTable(
                caption, [group, Table.Column(said(sv: "Andel rätt", en: "Share right")), interval, count],
                surveys.map { survey in
                    let share = share(survey, item)
                    return Table.Row([
                        .text(RichText(said(survey.label))), .released(share, .value, .percent()),
                        .released(share, .interval, .percent()), .persons(share),
                    ])
                }, hasInterval: true, of: surveys)
            return shown(Figure(.dotInterval(column: 1), of: table))
        }
        let table = surveyTable(
            caption,
            [
                group,
                Table.Column(waves(earlier.compactMap(\.self)) ?? said(sv: "Mätningen innan", en: "Wave before")),
                Table.Column(waves(surveys) ?? said(sv: "Senaste mätningen", en: "Latest wave")), interval,
                Table.Column(
                    said(sv: "Förändring", en: "Change"), unit: said(sv: "procentenheter", en: "percentage points")),
                Table.Column(said(sv: "Justerat p-värde", en: "Adjusted p-value")),
            ],
            zip(surveys, earlier).map { survey, earlier in
                let share = share(survey, item)
                let before = earlier.map { self.share($0, item) } ?? .notApplicable(Self.noWaveBefore)
                let change = earlier == nil ? .notApplicable(Self.noWaveBefore) : difference(survey, item)
                return Table.Row([
                    .text(labelled(survey.label, share)), .released(before, .value, .percent()),
                    .released(share, .value, .percent()), .released(share, .interval, .percent()),
                    .released(change, .value, .percentagePoints().signed), .released(change, .adjustedP, .decimal(3)),
                ])
            }, hasInterval: true, of: surveys)
        return shown(Figure(.dumbbell(before: 1, after: 2), of: table))
    }
}
