// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// As a spreadsheet saves *Unicode text*: UTF-16, a file with tabs and files that begin with `sep=;`, thousands apart
    /// with a no-break space, and visits booked in error that a row with a true minus sign takes back.
    package static let credits = ExportShape(
        "credits",
        Phrase(
            sv: "UTF-16, sep=;, hårda blanksteg, krediteringar",
            en: "UTF-16, sep=;, no-break spaces, credits"),
        loses: [.providerTypes, .applications]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 4)
        let words = ValueWords()
        var form = CellForm(isFixed: true, thousands: "\u{A0}", minus: "\u{2212}")
        let minute = FieldVocabulary.words(for: .minutes)[0]
        var grants = ShapedTable<ShapedDecision>(
            ["person", "stadsdelsnamnd", "insats", "lagrum", "beslutsdatum", "utfall", "from", "tom"],
            HeaderWords(.decisions, .likeliest, &draw), words)
        let neutral = HeaderWords(.decisions, .swedish, measure: .minutes, &draw)
        let hours = ShapedTable<ShapedDecision>(
            ["timmar", "enhet", "fri", "utforare", "skyddad"], neutral, words, measure: .minutes)
        for (place, column) in hours.columns.enumerated() {
            grants.add(place == 0 ? "\(column.header) (\(minute))" : column.header, column.cell)
        }
        var sheet = TextSheet(
            ExportDialect(encoding: .utf16LittleEndian, delimiter: 9, lineEnding: .crlf), form)
        let decisions = municipality.shapedDecisions
        sheet.append(decisions, of: grants)
        var files = [
            ShapedFile(
                "Beslut \(municipality.yearsInWords).txt", .decisions, ShapedFile.RowCount(decisions), sheet.bytes)
        ]
        form.isFixed = draw.chance(500)
        let done = ShapedTable<ShapedVisit>(
            [
                "person", "insats", "datum", "start", "slut", "timmar", "status", "orsak", "typ", "utforare",
                "omkostnad",
            ],
            HeaderWords(.visits, .likeliest, &draw), words)
        for year in municipality.parameters.years {
            let rows = municipality.shapedVisits(of: year).flatMap { withCredits($0, &draw) }
            var sheet = TextSheet(
                ExportDialect(encoding: .utf16LittleEndian, lineEnding: .crlf), form, hasSeparatorLine: true)
            sheet.append(rows, of: done)
            files.append(ShapedFile("Utforda \(year).csv", .visits, ShapedFile.RowCount(rows), sheet.bytes))
        }
        return files
    }

    /// A visit, and beside a few a visit of the same day that was never made, and the row that takes it back.
    private static func withCredits(_ row: ShapedVisit, _ draw: inout SplitMix64) -> [ShapedVisit] {
        guard draw.chance(25) else { return [row] }
        var wrong = row
        // Before anybody has a visit.
        wrong.visit.startMinute = 6 * 60
        wrong.visit.minutes = 90
        wrong.visit.centihours = 150
        wrong.visit.status = .performed
        wrong.visit.reason = ""
        wrong.visit.expense = 0
        wrong.isTakenBack = true
        var credit = wrong
        credit.isCredit = true
        return [row, wrong, credit]
    }
}
