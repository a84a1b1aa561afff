// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// Workbooks of one sheet with the header in its first row: days, clock times and numbers are such cells and no text,
    /// and the numbers of persons are numbers in the workbooks of visits.
    package static let workbook = ExportShape(
        "xlsx",
        Phrase(
            sv: "Excel med riktiga datum, klockslag och tal",
            en: "Excel with real dates, clock times and numbers"),
        isWorkbook: true
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 9)
        var words = ValueWords()
        words.person = .hyphen
        let grants = ShapedTable<ShapedDecision>(
            [
                "person", "beslut_id", "stadsdelsnamnd", "insats", "lagrum", "ansokan", "sokta_timmar", "beslutsdatum",
                "utfall", "from", "tom", "timmar", "enhet", "fri", "utforare", "regi", "skyddad",
            ], HeaderWords(.decisions, .likeliest, &draw), words)
        let headers = HeaderWords(.visits, .likeliest, &draw)
        var done = ShapedTable<ShapedVisit>()
        done.add(headers["person"]) { Int($0.person.shortKey).map { .count($0) } ?? .text($0.person.shortKey) }
        let rest = ShapedTable<ShapedVisit>(
            ["insats", "datum", "start", "slut", "timmar", "status", "orsak", "utforare", "regi", "omkostnad"],
            headers, words)
        for column in rest.columns { done.add(column.header, column.cell) }
        var files: [ShapedFile] = []
        func add<Row: ShapedRow>(
            _ name: String, _ kind: SourceKind, _ rows: [Row], _ table: ShapedTable<Row>
        ) throws(WorkbookFailure) {
            let words = kind.words.swedish
            var sheet = Workbook.Sheet(words.prefix(1).uppercased() + words.dropFirst())
            sheet.append(rows, of: table)
            let bytes = try WorkbookWriter.bytes(of: Workbook(sheets: [sheet]), name)
            files.append(ShapedFile(name, kind, ShapedFile.RowCount(rows), bytes))
        }
        try add(
            "Beslut ledsagning \(municipality.yearsInWords).xlsx", .decisions, municipality.shapedDecisions, grants)
        for year in municipality.parameters.years {
            try add("Utförd tid \(year).xlsx", .visits, municipality.shapedVisits(of: year), done)
        }
        return files
    }
}
