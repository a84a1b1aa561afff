// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The board in brief: its cards, its findings, and what to be careful with.
struct BoardSummary: Chapter {
    let scope: ReportScope
    let board: String

    var requests: [Question] {
        MainMeasure.all.map(\.measure).flatMap { [scope.ask($0), scope.ask($0, by: .district)] }
            + [.utilisation, .flexibleUse].compactMap { scope.change(of: $0, by: .district) }
    }

    func section(_ released: Released) -> Section? {
        Section(
            id: "resultat", heading: said(sv: "Resultatet i korthet", en: "The result in brief"),
            blocks: results(released) + Trust(scope: scope, released: released, hasAnnex: false).notes.map { .note($0) }
        )
    }

    private func results(_ released: Released) -> [Block] {
        switch cell(.persons, released) {
        case .shown:
            let verdicts = boardVerdicts(of: board, in: released)
            return [.cards(cards(released))] + blocks(findings(released))
                + (verdicts.isEmpty ? [.note(Note(.caution, unjudged))] : blocks(verdicts))
        case .hidden:
            return [
                .paragraph(
                    phrase(
                        sv: "Uppgifterna för \(board) visas inte, för att ingen enskild ska kunna kännas igen.",
                        en: "The figures of \(board) are not shown, so that nobody can be recognised."))
            ]
        case .notApplicable:
            return [
                .paragraph(
                    phrase(
                        sv: "Enligt besluten har ingen person i \(board) haft \(facts.service.swedish) under \(year).",
                        en: "According to the decisions nobody in \(board) had \(facts.service.english) during \(year)."
                    ))
            ]
        }
    }

    private func cell(_ measure: MeasureName, _ released: Released) -> ReleasedCell {
        released.cell(scope.ask(measure, by: .district), year, board)
    }

    private func cards(_ released: Released) -> [Card] {
        MainMeasure.all.filter(\.hasCard).map { main in
            let cell = cell(main.measure, released)
            let place = said(facts.wholeArea)
            let everywhere = released.cell(scope.ask(main.measure), year).shown.map { value in
                text(sv: "I \(place): \(value).", en: "In \(place): \(value).")
            }
            let share = main.share
            return Card(
                label: said(main.name), number: cell, form: main.form, sentence: everywhere ?? "",
                change: share.map {
                    writer.changeWord(of: $0, difference: change(of: main.measure, board: board, in: released))
                }, certainty: share == nil ? nil : certainty(of: cell))
        }
    }

    private func findings(_ released: Released) -> [Finding?] {
        func before(_ measure: MeasureName) -> Question { scope.ask(measure, by: .district) }
        return [
            writer.beside(
                of: .utilisation, board: board, cell(.utilisation, released), wholeArea: facts.wholeArea,
                released.cell(scope.ask(.utilisation), year)),
            changeFinding(of: .utilisation, .utilisation, board: board, in: released),
            writer.flexibleUse(cell(.flexibleUse, released)),
            changeFinding(of: .flexibleUse, .flexibleUse, board: board, in: released),
            writer.persons(cell(.persons, released), before: cellBefore(before(.persons), board, in: released)),
            writer.performedHours(
                cell(.performedHours, released), before: performedBefore(before(.performedHours), board, in: released),
                persons: cell(.persons, released)),
        ]
    }

    private var unjudged: RichText {
        phrase(
            sv: """
                Om skillnaden mot \(facts.wholeArea.swedish) är större än slumpen förklarar är ännu inte prövat. En nämnd har \
                få personer, och då kan några få personer ge stora skillnader.
                """,
            en: """
                Whether the difference from \(facts.wholeArea.english) is larger than chance explains is not yet tested. A \
                board has few persons, so a few of them can make large differences.
                """)
    }
}
