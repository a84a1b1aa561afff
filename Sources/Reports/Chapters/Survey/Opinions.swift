// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// What one group answered, question by question: "Så svarar brukarna". nil when the form has no question but knowledge
/// and background.
struct Opinions: Chapter {
    let scope: ReportScope
    let survey: SurveyFacts

    private var items: [SurveyFacts.Item] { survey.items.filter { $0.role == .opinion } }

    var requests: [Question] {
        [
            scope.distribution, scope.answerCount, scope.itemNonresponse, scope.doNotKnow, scope.numbers,
            scope.favourable, scope.favourableChange, scope.favourableGap,
        ].compactMap(\.self)
    }

    func section(_ released: Released) -> Section? {
        guard !items.isEmpty else { return nil }
        let name = survey.name.definite
        return Section(
            id: "svar-\(survey.group)",
            heading: said(sv: "Så svarar \(name.swedish)", en: "What \(name.english) answer"),
            blocks: isWithheld(released) ? [.paragraph(withheld)] : answers(released))
    }

    private func answers(_ released: Released) -> [Block] {
        blocks(findings(released)) + (favourable(released).map { [shown($0)] } ?? [])
            + bars(released)
            + items.filter { !$0.fillsBar && !$0.categories.isEmpty }.map { shown(choices($0, released)) }
            + (numbers(released).map { [shown($0)] } ?? []) + blocks(texts(released))
    }

    private var withheld: RichText {
        let name = survey.name.definite
        return phrase(
            sv: """
                För få har svarat. Därför kan svaren från \(name.swedish) inte visas utan att någon \
                enskild skulle kunna kännas igen.
                """,
            en: """
                Too few have answered. The answers of \(name.english) cannot be shown without a risk \
                that somebody is recognised.
                """)
    }

    /// Whether nothing of what the group answered may be shown.
    private func isWithheld(_ released: Released) -> Bool {
        let cells = items.flatMap { item in
            [cell(scope.answerCount, survey, item.name, in: released)]
                + item.categories.map { cell(scope.distribution, survey, item.name, $0.code, in: released) }
        }
        return cells.contains(.hidden) && !cells.contains { $0.shown.map { $0.value > 0 } ?? false }
    }

    /// The favourable share of an item, in this survey or another.
    private func share(_ item: SurveyFacts.Item, of survey: SurveyFacts, _ released: Released) -> ReleasedCell {
        cell(scope.favourable, survey, item.name, in: released)
    }

    // MARK: Findings

    private func findings(_ released: Released) -> [Finding?] {
        let judged = items.filter(\.isJudged)
        let changes = judged.compactMap { item -> Finding? in
            scope.wave(before: survey, with: item.name).flatMap { earlier in
                writer.favourableChange(
                    of: item.question, among: survey.name,
                    difference: judgeable(
                        cell(scope.favourableChange, survey, item.name, in: released),
                        isTestedAlone: item.battery == nil), before: (earlier.wave, share(item, of: earlier, released)),
                    now: (survey.wave, share(item, of: survey, released)))
            }
        }
        let spread = writer.mostAndLeastFavourable(
            judged.map { ($0.question, share($0, of: survey, released)) }, of: survey.name)
        return [spread] + changes.filter { $0.change != nil } + unchanged(changes) + gaps(judged, released)
    }

    /// One sentence for all questions without a certain change. It rests on the values of each.
    private func unchanged(_ changes: [Finding]) -> [Finding] {
        let uncertain = changes.filter { $0.change == nil }
        guard uncertain.count > 1 else { return uncertain }
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
                        """), values: uncertain.flatMap(\.values))
        ]
    }

    /// Beside the first group that was asked the same.
    private func gaps(_ items: [SurveyFacts.Item], _ released: Released) -> [Finding?] {
        items.map { item in
            guard let reference = scope.currentSurveys.first(where: { $0.item(item.name) != nil }),
                reference.group != survey.group, let asked = reference.item(item.name)
            else { return nil }
            return writer.gap(
                in: Phrase(
                    sv: "andelen positiva svar på ”\(asked.question.swedish)”",
                    en: "the share of favourable answers to “\(asked.question.english)”"),
                difference: judgeable(cell(scope.favourableGap, survey, item.name, in: released), isTestedAlone: false),
                (survey.name, share(item, of: survey, released)), (reference.name, share(item, of: reference, released))
            )
        }
    }

    /// Free text is counted, never printed.
    private func texts(_ released: Released) -> [Finding?] {
        items.filter { $0.kind == .text }.map {
            writer.texts(cell(scope.answerCount, survey, $0.name, in: released), of: survey.name)
        }
    }

    // MARK: Tables

    /// The favourable share of each question that has one, and its change from the wave before when any was asked then.
    private func favourable(_ released: Released) -> Table? {
        let items = items.filter(\.isJudged)
        guard !items.isEmpty else { return nil }
        let name = survey.name.definite
        let numbers = waveColumns(
            of: scope.favourable, change: scope.favourableChange, latest: survey.wave, comparing: items, in: released
        ) { (survey, $0.name) }
        return table(
            "positiva-\(survey.group)",
            said(sv: "Positiva svar från \(name.swedish)", en: "Favourable answers of \(name.english)"),
            unit: said(sv: "procent av svaren, utan vet ej", en: "per cent of the answers, do not know left out"),
            notes: [
                phrase(
                    sv: "Vilka svar som räknas som positiva står i bilaga B.",
                    en: "Annex B tells which answers count as favourable.")
            ], rows: items, columns: [.name(said(.question)) { said($0.question) }] + numbers, of: [survey])
    }

    /// Questions with the same answers stand in one figure, in the order of the form.
    private func bars(_ released: Released) -> [Block] {
        var groups: [(scale: [SurveyFacts.Category], items: [SurveyFacts.Item])] = []
        for item in items where item.fillsBar {
            if let place = groups.firstIndex(where: { $0.scale == item.bestFirst }) {
                groups[place].items.append(item)
            } else {
                groups.append((item.bestFirst, [item]))
            }
        }
        return groups.enumerated().map { place, group in
            let table = barTable(place + 1, group.scale, group.items, released)
            return shown(Figure(.stackedBars(columns: Array(1...group.scale.count)), of: table))
        }
    }

    private func barTable(
        _ number: Int, _ scale: [SurveyFacts.Category], _ items: [SurveyFacts.Item], _ released: Released
    ) -> Table {
        let best = scale.filter { $0.side == .favourable }
        let favourable = quoted(best)
        return table(
            "svar-\(survey.group)-\(number)", barTitle(items, released),
            unit: said(sv: "procent av svaren", en: "per cent of the answers"),
            notes: [
                phrase(
                    sv:
                        "\(best.count == 1 ? "Positivt" : "Positiva") svar är \(favourable). Vet ej och inget svar ingår inte i procenten.",
                    en: "Favourable is \(favourable). Do not know and no answer are not in the percentages.")
            ], rows: items,
            columns: [
                .text(said(.question)) { item in
                    labelled(item.question, cell(scope.answerCount, survey, item.name, in: released))
                }
            ]
                + scale.map { answer in
                    .value(said(answer.label), .percent(0)) {
                        cell(scope.distribution, survey, $0.name, answer.code, in: released)
                    }
                } + [
                    .value(said(.doNotKnow), unit: said(.number), .count, part: .numerator) {
                        cell(scope.doNotKnow, survey, $0.name, in: released)
                    },
                    .value(said(.noAnswer), unit: said(.number), .count, part: .numerator) {
                        cell(scope.itemNonresponse, survey, $0.name, in: released)
                    },
                ], of: [survey])
    }

    private func barTitle(_ items: [SurveyFacts.Item], _ released: Released) -> String {
        let name = survey.name.definite
        let shown = items.compactMap { item in
            share(item, of: survey, released).shown.map { (item.question, $0.value) }
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

    /// The share of each answer: of questions without better and worse, with several answers each, or with many.
    private func choices(_ item: SurveyFacts.Item, _ released: Released) -> Table {
        let several = phrase(
            sv: "Flera svar får lämnas, och andelarna kan därför tillsammans bli mer än 100 procent.",
            en: "Several answers may be given, so that the shares may add to more than 100%.")
        func share(_ answer: SurveyFacts.Category) -> ReleasedCell {
            cell(scope.distribution, survey, item.name, answer.code, in: released)
        }
        return table(
            "val-\(survey.group)-\(item.name)", said(item.question),
            unit: said(sv: "procent av de svarande", en: "per cent of the respondents"),
            base: cell(scope.answerCount, survey, item.name, in: released),
            notes: item.kind == .multiple ? [several] : [], rows: item.categories,
            columns: [
                .name(said(sv: "Svar", en: "Answer")) { said($0.label) }, .value(said(.share), .percent(), share),
                .interval(said(.interval), .percent(), share),
            ], of: [survey])
    }

    private func numbers(_ released: Released) -> Table? {
        let items = items.filter { $0.kind == .number }
        guard !items.isEmpty else { return nil }
        func mean(_ item: SurveyFacts.Item) -> ReleasedCell { cell(scope.numbers, survey, item.name, in: released) }
        return table(
            "tal-\(survey.group)", said(sv: "Frågor som besvaras med ett tal", en: "Questions answered by a number"),
            unit: said(sv: "medelvärde", en: "mean"), rows: items,
            columns: [
                .name(said(.question)) { said($0.question) },
                .value(said(sv: "Medelvärde", en: "Mean"), .decimal(1), mean),
                .interval(said(.interval), .decimal(1), mean),
                .value(said(sv: "Antal svarande", en: "Respondents")) {
                    cell(scope.answerCount, survey, $0.name, in: released)
                },
            ], of: [survey])
    }
}
