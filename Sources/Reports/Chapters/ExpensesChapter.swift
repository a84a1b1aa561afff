// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Omkostnader: question 10, beside who knows the rule. nil where the exports hold no expenses.
struct ExpensesChapter: Chapter {
    let scope: ReportScope

    private var share: Question { scope.ask(.expenses) }
    private var perUser: Question { scope.ask(.expenses, .perUser) }
    private var perHour: Question { scope.ask(.expenses, .perHour) }
    private var refused: Question { scope.ask(.expenses, .refused) }

    var requests: [Question] { [share, perUser, perHour, refused] + [scope.knowledge].compactMap(\.self) }

    /// The surveys that ask of the rule, with the question.
    private var asked: [(survey: SurveyFacts, item: SurveyFacts.Item)] {
        scope.currentSurveys.compactMap { survey in
            survey.knowledge.first(where: \.isOfExpenses).map { (survey, $0) }
        }
    }

    func section(_ released: Released) -> Section? {
        if case .notApplicable = released.cell(share, year) { return nil }
        let knowledge = asked.map { survey, item in
            (name: survey.name, share: cell(scope.knowledge, survey, item.name, in: released))
        }
        return Section(
            id: "omkostnader", heading: said(sv: "Omkostnader", en: "Expenses"),
            blocks: blocks([
                writer.expenses(
                    released.cell(share, year), perUser: released.cell(perUser, year),
                    knowing: knowledge.first.map { ($0.name, $0.share) }),
                writer.refusedExpenses(released.cell(refused, year)),
            ]) + [shown(table(released, knowledge.map { ($0.name.indefinite, $0.share) }))])
    }

    private func table(_ released: Released, _ knowledge: [(name: Phrase, share: ReleasedCell)]) -> Table {
        struct Row {
            let name: String
            let unit: Phrase
            let form: NumberForm
            let cells: [ReleasedCell]
        }
        func row(_ name: Phrase, _ unit: Phrase, _ form: NumberForm, _ question: Question) -> Row {
            Row(name: said(name), unit: unit, form: form, cells: scope.years.map { released.cell(question, $0) })
        }
        let rows =
            [
                row(
                    Phrase(sv: "Personer som fått omkostnader ersatta", en: "Persons with expenses reimbursed"),
                    Phrase(sv: "procent", en: "per cent"), .percent(), share),
                row(
                    Phrase(sv: "Ersättning per person med insatsen", en: "Reimbursed per person with the service"),
                    Phrase(sv: "kronor", en: "kronor"), .decimal(0), perUser),
                row(
                    Phrase(sv: "Ersättning per utförd timme", en: "Reimbursed per hour performed"),
                    Phrase(sv: "kronor", en: "kronor"), .decimal(2), perHour),
                row(
                    Phrase(sv: "Personer som fått nej till en omkostnad", en: "Persons refused an expense"),
                    Phrase(sv: "antal", en: "number"), .count,
                    refused),
            ]
            + knowledge.map { name, share in
                Row(
                    name: said(
                        sv: "Känner till regeln, \(name.swedish)", en: "Know the rule, \(name.english)"),
                    unit: Phrase(sv: "procent", en: "per cent"), form: .percent(),
                    cells: scope.years.map { $0 == year ? share : .nobody })
            }
        return table(
            "omkostnader-tabell",
            said(sv: "Omkostnader och kännedom om regeln", en: "Expenses and knowledge of the rule"),
            unit: said(sv: "se kolumnen Enhet", en: "see the column Unit"),
            notes: notes(of: [share, perUser, perHour, refused], in: released), rows: rows,
            columns: [
                .name(said(.measure)) { $0.name },
                .text(said(sv: "Enhet", en: "Unit")) { RichText(said($0.unit)) },
            ]
                + scope.years.enumerated().map { place, year in
                    .init("\(year)") { .value($0.cells[place], $0.form) }
                })
    }
}
