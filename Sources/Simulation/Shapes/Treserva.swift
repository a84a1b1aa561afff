// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// A report of a Swedish case system saved as text: titles above the header, names of columns in Swedish, *Tillsvidare*
    /// for an open end, and a visit's time as an interval (`08:15-10:30`) in the column of hours.
    package static let treserva = ExportShape(
        "treserva",
        Phrase(
            sv: "svenska rubriker under titlar, klockslag som intervall",
            en: "Swedish headers below titles, clock intervals"),
        loses: [.applications], adds: [.minutes]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 2)
        var words = ValueWords.drawn(&draw)
        words.person = .hyphen
        let open = draw.pick(FieldVocabulary.openEnds.filter { $0.hasPrefix("tills") || $0 == "tv" })
        words.openEnd = .text(open.prefix(1).uppercased() + open.dropFirst())
        let grants = ShapedTable<ShapedDecision>(
            [
                "person", "beslut_id", "insats", "lagrum", "beslutsdatum", "utfall", "from", "tom", "timmar", "enhet",
                "fri", "stadsdelsnamnd", "utforare", "regi", "skyddad",
            ], HeaderWords(.decisions, .swedish, &draw), words)
        let headers = HeaderWords(.visits, .swedish, measure: .clock, &draw)
        var done = ShapedTable<ShapedVisit>(["person", "insats", "datum"], headers, words)
        let dash = draw.pick(["-", " - ", "–"])
        done.add(headers["timmar"]) { row in
            row.visit.startMinute.map { .text(clock($0) + dash + clock($0 + row.visit.minutes)) } ?? .empty
        }
        for name in ["status", "orsak", "utforare", "regi", "omkostnad"] {
            let column = ShapedTable<ShapedVisit>([name], headers, words).columns[0]
            done.add(column.header, column.cell)
        }
        let dialect = ExportDialect(encoding: .windows1252, lineEnding: .crlf)
        func file<Row: ShapedRow>(
            _ name: String, _ kind: SourceKind, _ rows: [Row], _ table: ShapedTable<Row>
        ) -> ShapedFile {
            var sheet = TextSheet(dialect)
            sheet.append(title: "Treserva – rapport, \(kind.words.swedish)")
            sheet.append(title: municipality.periodTitle)
            sheet.appendBlank()
            sheet.append(rows, of: table)
            return ShapedFile(name, kind, ShapedFile.RowCount(rows), sheet.bytes)
        }
        let visits = municipality.parameters.years.map { year in
            let rows = municipality.shapedVisits(of: year).enumerated().sorted { first, second in
                (first.element.visit.day, first.offset) < (second.element.visit.day, second.offset)
            }
            return file("Rapport besök \(year).csv", .visits, rows.map(\.element), done)
        }
        return [file("Rapport beslut.csv", .decisions, municipality.shapedDecisions, grants)] + visits
    }
}
