// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// A workbook made to be read by people: a cover sheet, a sheet a kind with titles and a header of two rows with merged
    /// cells, hidden columns of help, a sum after each person and a blank row after that.
    package static let reportWorkbook = ExportShape(
        "report-xlsx",
        Phrase(
            sv: "Excelrapport: försättsblad, två rubrikrader, delsummor",
            en: "an Excel report: cover sheet, two header rows, sums"),
        isWorkbook: true, loses: [.providers, .providerTypes, .applications, .decisionDates]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 11)
        var words = ValueWords.drawn(&draw)
        words.person = .hyphen
        let decisions = municipality.shapedDecisions
        let visits = municipality.persons.indices.flatMap { person in
            municipality.parameters.years.flatMap { year in
                municipality.visits(of: person, in: year).map {
                    ShapedVisit(visit: $0, person: municipality.persons[person])
                }
            }
        }
        let name = "Uppföljning ledsagning \(municipality.yearsInWords).xlsx"
        let total = draw.pick(FieldVocabulary.sums)
        let sum = ShapedCell.text(total.prefix(1).uppercased() + total.dropFirst())
        let sheets = [
            cover(municipality),
            ReportSheet(.visits, municipality, sum).sheet(visits, visitGroups(words, &draw)) { $0.visit.person },
            ReportSheet(.decisions, municipality, sum).sheet(decisions, decisionGroups(words, &draw)) {
                $0.decision.person
            },
        ]
        let tables = [
            SourceKind.decisions: ShapedFile.RowCount(decisions), .visits: ShapedFile.RowCount(visits),
        ]
        return [ShapedFile(name, tables, try WorkbookWriter.bytes(of: Workbook(sheets: sheets), name))]
    }

    private static func cover(_ municipality: SimulatedMunicipality) -> Workbook.Sheet {
        var sheet = Workbook.Sheet("Läs mig")
        sheet.boldRows = [0]
        sheet.rows = [
            [.text("Uppföljning ledsagning \(municipality.yearsInWords)")], [],
            [.text("Alla uppgifter är påhittade.")], [],
            // Words of the tables, so that this sheet looks a little like one.
            [.text("Personnummer"), .text("Tid"), .text("Datum")],
            [.text("ÅÅÅÅMMDD-NNNN"), .text("timmar"), .text("besökets dag")],
        ]
        return sheet
    }

    private static func decisionGroups(
        _ words: ValueWords, _ draw: inout SplitMix64
    ) -> [ReportSheet.Group<ShapedDecision>] {
        let headers = HeaderWords(.decisions, .swedish, &draw)
        func table(_ names: [String]) -> ShapedTable<ShapedDecision> { ShapedTable(names, headers, words) }
        var person = table(["person"])
        person.add("Namn") { .text("Testperson \($0.decision.person + 1)") }
        var granted = table(["timmar"])
        granted.add("Rad", isHidden: true) { .count($0.decision.number - 10_000) }
        for column in table(["enhet", "fri", "utfall"]).columns { granted.add(column.header, column.cell) }
        return [
            ReportSheet.Group(title: "Brukare", table: person), ReportSheet.Group(title: nil, table: table(["insats"])),
            ReportSheet.Group(title: "Giltighetstid", table: table(["from", "tom"])),
            ReportSheet.Group(title: "Beviljat", table: granted, amount: 0),
            ReportSheet.Group(title: nil, table: table(["stadsdelsnamnd"])),
            ReportSheet.Group(title: nil, table: table(["skyddad"])),
        ]
    }

    private static func visitGroups(
        _ words: ValueWords, _ draw: inout SplitMix64
    ) -> [ReportSheet.Group<ShapedVisit>] {
        let headers = HeaderWords(.visits, .swedish, &draw)
        func table(_ names: [String]) -> ShapedTable<ShapedVisit> { ShapedTable(names, headers, words) }
        var person = table(["person"])
        person.add("Namn") { .text("Testperson \($0.visit.person + 1)") }
        var performed = ShapedTable<ShapedVisit>()
        // What was not performed is no part of the sums.
        performed.add(headers["timmar"]) { $0.visit.status == .performed ? .amount($0.visit.centihours) : .empty }
        performed.add("Tim (hjälp)", isHidden: true) { .count($0.visit.minutes) }
        for column in table(["status"]).columns { performed.add(column.header, column.cell) }
        return [
            ReportSheet.Group(title: "Brukare", table: person), ReportSheet.Group(title: nil, table: table(["insats"])),
            ReportSheet.Group(title: "Besök", table: table(["datum", "start", "slut"])),
            ReportSheet.Group(title: "Utfört", table: performed, amount: 0),
        ]
    }
}

/// A sheet of a report under way.
private struct ReportSheet {
    /// Columns under one title in the upper row of the header; without a title the header of its one column stands in
    /// both rows.
    struct Group<Row> {
        let title: String?
        let table: ShapedTable<Row>
        /// Which of its columns is summed.
        var amount: Int?
    }

    private var sheet: Workbook.Sheet
    private let sum: ShapedCell

    init(_ kind: SourceKind, _ municipality: SimulatedMunicipality, _ sum: ShapedCell) {
        let words = kind == .decisions ? "Beslut" : "Besök"
        self.sum = sum
        sheet = Workbook.Sheet(words)
        sheet.rows = [
            [.text("\(words) – ledsagning och ledsagarservice")], [.text(municipality.periodTitle)], [],
        ]
        sheet.boldRows = [0]
    }

    /// The sheet with the rows of each person, the sum of their hours and a blank row.
    func sheet<Row>(_ rows: [Row], _ groups: [Group<Row>], person: (Row) -> Int) -> Workbook.Sheet {
        var sheet = self.sheet
        let amount = Self.appendHeader(groups, to: &sheet)
        var hundredths = 0
        for (place, row) in rows.enumerated() {
            let cells = groups.flatMap { $0.table.cells(row) }
            sheet.rows.append(cells)
            if case .amount(let written) = cells[amount] { hundredths += written }
            guard place + 1 == rows.count || person(rows[place + 1]) != person(row) else { continue }
            var last = [ShapedCell](repeating: .empty, count: cells.count)
            (last[0], last[amount]) = (sum, .amount(hundredths))
            sheet.boldRows.insert(sheet.rows.count)
            sheet.rows += [last, []]
            hundredths = 0
        }
        return sheet
    }

    /// The place of the column that is summed.
    private static func appendHeader<Row>(_ groups: [Group<Row>], to sheet: inout Workbook.Sheet) -> Int {
        let top = sheet.rows.count
        var (upper, lower): ([ShapedCell], [ShapedCell]) = ([], [])
        var amount = 0
        for group in groups {
            let first = upper.count
            let columns = group.table.columns
            for (place, column) in columns.enumerated() {
                if column.isHidden { sheet.hiddenColumns.insert(first + place) }
                upper.append(place == 0 ? .text(group.title ?? column.header) : .empty)
                lower.append(group.title == nil ? .empty : .text(column.header))
            }
            let last = first + columns.count - 1
            if group.title == nil {
                sheet.merged.append(Workbook.Merge(rows: top...top + 1, columns: first...first))
            } else if last > first {
                sheet.merged.append(Workbook.Merge(rows: top...top, columns: first...last))
            }
            if let column = group.amount { amount = first + column }
        }
        sheet.boldRows.formUnion([top, top + 1])
        sheet.rows += [upper, lower]
        sheet.frozenRows = sheet.rows.count
        return amount
    }
}
