// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// What one group answered, question by question.
extension Chapters {
    /// "Så svarar brukarna". nil when the form has no question but knowledge and background.
    func opinions(_ survey: SurveyFacts) -> Section? {
        let items = survey.items.filter { $0.role == .opinion }
        guard !items.isEmpty else { return nil }
        let name = survey.name
        var blocks: [Block] = []
        if isWithheld(survey, items) {
            blocks = [
                .paragraph(
                    phrase(
                        sv: """
                            För få har svarat. Därför kan svaren från \(name.definite.swedish) inte visas utan att någon \
                            enskild skulle kunna kännas igen.
                            """,
                        en: """
                            Too few have answered. The answers of \(name.definite.english) cannot be shown without a risk \
                            that somebody is recognised.
                            """))
            ]
        } else {
            blocks += findings(survey, items).map { .finding($0) }
            if let table = favourableTable(survey, items.filter(\.isJudged)) { blocks.append(shown(table)) }
            blocks += bars(survey, items).map { shown(Figure(.stackedBars(columns: $0.bars), of: $0.table)) }
            blocks += items.filter { !$0.fillsBar && !$0.categories.isEmpty }.map { shown(choices(survey, $0)) }
            if let table = numbers(survey, items) { blocks.append(shown(table)) }
            blocks += texts(survey, items).map { .finding($0) }
        }
        return Section(
            id: "svar-\(survey.group)",
            heading: said(sv: "Så svarar \(name.definite.swedish)", en: "What \(name.definite.english) answer"),
            blocks: blocks)
    }

    /// Whether nothing of what the group answered may be shown.
    private func isWithheld(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> Bool {
        let cells = items.flatMap { item in
            [cell(questions.answerCount, survey, item.name)]
                + item.categories.map { cell(questions.distribution, survey, item.name, $0.code) }
        }
        return cells.contains(.hidden) && !cells.contains { $0.shown.map { $0.value > 0 } ?? false }
    }

    // MARK: Findings

    private func findings(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> [Finding] {
        let judged = items.filter(\.isJudged)
        let spread = writer.mostAndLeastFavourable(
            judged.map { ($0.question, cell(questions.favourable, survey, $0.name)) }, of: survey.name)
        let changes = judged.compactMap { item -> (finding: Finding, isCertain: Bool)? in
            guard let earlier = questions.wave(before: survey, with: item.name),
                let finding = writer.favourableChange(
                    of: item.question, among: survey.name,
                    difference: judgeable(
                        cell(questions.favourableChange, survey, item.name), isTestedAlone: item.battery == nil),
                    before: (earlier.wave, cell(questions.favourable, earlier, item.name)),
                    now: (survey.wave, cell(questions.favourable, survey, item.name)))
            else { return nil }
            return (finding, finding.change != nil)
        }
        return (spread.map { [$0] } ?? []) + changes.filter(\.isCertain).map(\.finding) + unchanged(changes, survey)
            + gaps(survey, judged)
    }

    /// One sentence for all questions without a certain change. It rests on the values of each.
    private func unchanged(_ changes: [(finding: Finding, isCertain: Bool)], _ survey: SurveyFacts) -> [Finding] {
        let uncertain = changes.filter { !$0.isCertain }
        guard uncertain.count > 1 else { return uncertain.map(\.finding) }
        let rest = uncertain.count < changes.count
        let name = survey.name.definite
        return [
            Finding(
                text(
                    sv: """
                        Svaren på de \(rest ? "övriga " : "")\(count: uncertain.count) \(rest ? "" : "jämförda ")frågorna \
                        till \(name.swedish) har inte ändrats säkert sedan mätningen innan.
                        """,
                    en: """
                        The answers to the \(rest ? "other " : "")\(count: uncertain.count) \(rest ? "" : "compared ")\
                        questions to \(name.english) have not clearly changed since the wave before.
                        """),
                values: uncertain.flatMap(\.finding.values))
        ]
    }

    /// Beside the first group that was asked the same.
    private func gaps(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> [Finding] {
        items.compactMap { item in
            guard let reference = questions.currentSurveys.first(where: { $0.item(item.name) != nil }),
                reference.group != survey.group, let asked = reference.item(item.name)
            else { return nil }
            return writer.gap(
                in: Phrase(
                    sv: "andelen positiva svar på ”\(asked.question.swedish)”",
                    en: "the share of favourable answers to “\(asked.question.english)”"),
                difference: judgeable(cell(questions.favourableGap, survey, item.name), isTestedAlone: false),
                (survey.name, cell(questions.favourable, survey, item.name)),
                (reference.name, cell(questions.favourable, reference, item.name)))
        }
    }

    /// Free text is counted, never printed.
    private func texts(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> [Finding] {
        items.filter { $0.kind == .text }.compactMap {
            writer.texts(cell(questions.answerCount, survey, $0.name), of: survey.name)
        }
    }

    // MARK: Bars

    /// Questions with the same answers stand in one figure, in the order of the form.
    private func bars(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> [(table: Table, bars: [Int])] {
        var scales: [[SurveyFacts.Category]] = []
        var grouped: [[SurveyFacts.Item]] = []
        for item in items where item.fillsBar {
            if let place = scales.firstIndex(of: item.bestFirst) {
                grouped[place].append(item)
            } else {
                scales.append(item.bestFirst)
                grouped.append([item])
            }
        }
        return zip(scales, grouped).enumerated().map { place, entry in
            let (scale, items) = entry
            return (barTable(survey, place + 1, scale, items), Array(1...scale.count))
        }
    }

    private func barTable(
        _ survey: SurveyFacts, _ number: Int, _ scale: [SurveyFacts.Category], _ items: [SurveyFacts.Item]
    ) -> Table {
        let best = scale.filter { $0.side == .favourable }
        let favourable = quoted(best)
        let columns =
            [Table.Column(said(sv: "Fråga", en: "Question"), alignment: .start)]
            + scale.map { Table.Column(said($0.label)) } + [
                Table.Column(said(sv: "Vet ej", en: "Do not know"), unit: said(sv: "antal", en: "number")),
                Table.Column(said(sv: "Inget svar", en: "No answer"), unit: said(sv: "antal", en: "number")),
            ]
        return surveyTable(
            Caption(
                id: "svar-\(survey.group)-\(number)", title: barTitle(survey, items),
                unit: said(sv: "procent av svaren", en: "per cent of the answers"),
                notes: [
                    phrase(
                        sv:
                            "\(best.count == 1 ? "Positivt" : "Positiva") svar är \(favourable.swedish). Vet ej och inget svar ingår inte i procenten.",
                        en: "Favourable is \(favourable.english). Do not know and no answer are not in the percentages."
                    )
                ]), columns,
            items.map { item in
                let answers = scale.map { cell(questions.distribution, survey, item.name, $0.code) }
                return Table.Row(
                    [.text(labelled(item.question, cell(questions.answerCount, survey, item.name)))]
                        + answers.map { .released($0, .value, .percent(0)) } + [
                            .released(cell(questions.doNotKnow, survey, item.name), .numerator, .count),
                            .released(cell(questions.itemNonresponse, survey, item.name), .numerator, .count),
                        ])
            }, of: [survey])
    }

    private func barTitle(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> String {
        let name = survey.name.definite
        let shown = items.compactMap { item in
            cell(questions.favourable, survey, item.name).shown.map { (item.question, $0.value) }
        }
        guard shown.count > 1, let most = shown.max(by: { $0.1 < $1.1 }) else {
            return items.count == 1
                ? said(
                    sv: "\(name.swedish.asSentenceStart) om ”\(items[0].question.swedish)”",
                    en: "\(name.english.asSentenceStart) on “\(items[0].question.english)”")
                : said(sv: "Svar från \(name.swedish)", en: "Answers of \(name.english)")
        }
        return said(
            sv: "\(name.swedish.asSentenceStart) är mest positiva på ”\(most.0.swedish)”",
            en: "\(name.english.asSentenceStart) are most favourable on “\(most.0.english)”")
    }

    /// "Hur ofta räcker dina timmar? (n = 214)": n is the respondents behind the cell.
    func labelled(_ question: Phrase, _ cell: ReleasedCell) -> RichText {
        let name = RichText(said(question))
        guard let value = cell.shown, value.persons != nil else {
            return name + RichText(" (n\u{A0}=\u{A0}\(CellText(.persons(cell), language).text))")
        }
        return name + " (n\u{A0}=\u{A0}\(value, part: .persons))"
    }

    // MARK: Tables

    /// The share of each answer: of questions without better and worse, with several answers each, or with many.
    private func choices(_ survey: SurveyFacts, _ item: SurveyFacts.Item) -> Table {
        let count = cell(questions.answerCount, survey, item.name)
        let several = phrase(
            sv: "Flera svar får lämnas, och andelarna kan därför tillsammans bli mer än 100 procent.",
            en: "Several answers may be given, so that the shares may add to more than 100%.")
        return surveyTable(
            Caption(
                id: "val-\(survey.group)-\(item.name)", title: said(item.question),
                unit: said(sv: "procent av de svarande", en: "per cent of the respondents"),
                notes: item.kind == .multiple ? [several] : []),
            [
                Table.Column(said(sv: "Svar", en: "Answer"), alignment: .start),
                Table.Column(said(sv: "Andel", en: "Share")), Table.Column(said(sv: "Intervall", en: "Interval")),
            ],
            item.categories.map { answer in
                let share = cell(questions.distribution, survey, item.name, answer.code)
                return Table.Row([
                    .text(RichText(said(answer.label))), .released(share, .value, .percent()),
                    .released(share, .interval, .percent()),
                ])
            }, base: count, hasInterval: true, of: [survey])
    }

    private func numbers(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> Table? {
        let items = items.filter { $0.kind == .number }
        guard !items.isEmpty else { return nil }
        return surveyTable(
            Caption(
                id: "tal-\(survey.group)",
                title: said(sv: "Frågor som besvaras med ett tal", en: "Questions answered by a number"),
                unit: said(sv: "medelvärde", en: "mean")),
            [
                Table.Column(said(sv: "Fråga", en: "Question"), alignment: .start),
                Table.Column(said(sv: "Medelvärde", en: "Mean")), Table.Column(said(sv: "Intervall", en: "Interval")),
                Table.Column(said(sv: "Antal svarande", en: "Respondents")),
            ],
            items.map { item in
                let mean = cell(questions.numbers, survey, item.name)
                return Table.Row([
                    .text(RichText(said(item.question))), .released(mean, .value, .decimal(1)),
                    .released(mean, .interval, .decimal(1)), .value(cell(questions.answerCount, survey, item.name)),
                ])
            }, hasInterval: true, of: [survey])
    }
}
