// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// A file a board and kind: no column tells the board, which stands in the file's name and above the header.
    package static let boards = ExportShape(
        "boards",
        Phrase(
            sv: "en fil för varje nämnd, med nämnden i filnamn och titel",
            en: "a file a board, the board in its name and title"),
        loses: [.applications], adds: [.boardsOfVisits]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 6)
        let words = ValueWords.drawn(&draw)
        let grants = ShapedTable<ShapedDecision>(
            [
                "person", "beslut_id", "insats", "lagrum", "beslutsdatum", "utfall", "from", "tom", "timmar", "enhet",
                "fri", "utforare", "regi", "skyddad",
            ], HeaderWords(.decisions, .swedish, &draw), words)
        let done = ShapedTable<ShapedVisit>(
            ["person", "insats", "datum", "start", "slut", "timmar", "status", "utforare", "regi", "omkostnad"],
            HeaderWords(.visits, .swedish, &draw), words)
        let visits = municipality.parameters.years.flatMap { municipality.shapedVisits(of: $0) }
        return byBoard(municipality.shapedDecisions, .decisions, grants) {
            $0.decision.board?.name(on: $0.decision.from)
        }
            + byBoard(visits, .visits, done) { $0.visit.board?.name(on: $0.visit.day) }
    }

    private static func byBoard<Row: ShapedRow>(
        _ rows: [Row], _ kind: SourceKind, _ table: ShapedTable<Row>, _ board: (Row) -> String?
    ) -> [ShapedFile] {
        let called = HeaderWords.board
        return Dictionary(grouping: rows) { board($0) ?? "" }.sorted { $0.key < $1.key }.map { name, rows in
            var sheet = TextSheet(ExportDialect(encoding: .utf8WithMark, lineEnding: .crlf))
            sheet.append(title: name.isEmpty ? "" : "\(name) \(called)")
            sheet.appendBlank()
            sheet.append(rows, of: table)
            let stem = kind.fileStems[0]
            return ShapedFile(
                "\(stem.prefix(1).uppercased())\(stem.dropFirst()) \(name).csv", kind, ShapedFile.RowCount(rows),
                sheet.bytes)
        }
    }
}

extension HeaderWords {
    /// What a board is called, in lower case.
    static var board: String {
        (SourceKind.decisions.columns.first { $0.name == "stadsdelsnamnd" }?.aliases.first ?? "").lowercased()
    }
}
