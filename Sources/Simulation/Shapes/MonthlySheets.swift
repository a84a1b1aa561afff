// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// A workbook a year with a sheet of visits for each month; decisions have a workbook of their own.
    package static let monthlySheets = ExportShape(
        "monthly-sheets",
        Phrase(sv: "Excel med ett blad för varje månad", en: "Excel with a sheet a month"),
        isWorkbook: true, loses: [.applications, .providerTypes]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 10)
        let words = ValueWords.drawn(&draw)
        let grants = ShapedTable<ShapedDecision>(
            [
                "person", "stadsdelsnamnd", "insats", "lagrum", "beslutsdatum", "utfall", "from", "tom", "timmar",
                "enhet", "fri", "utforare", "skyddad",
            ], HeaderWords(.decisions, .swedish, &draw), words)
        let done = ShapedTable<ShapedVisit>(
            ["person", "insats", "datum", "start", "slut", "timmar", "status", "utforare", "omkostnad"],
            HeaderWords(.visits, .swedish, &draw), words)
        let decisions = municipality.shapedDecisions
        var sheet = Workbook.Sheet("Beslut")
        sheet.append(decisions, of: grants)
        var files = [
            ShapedFile(
                "Beslut.xlsx", .decisions, ShapedFile.RowCount(decisions),
                try WorkbookWriter.bytes(of: Workbook(sheets: [sheet]), "Beslut.xlsx"))
        ]
        for year in municipality.parameters.years {
            let visits = municipality.shapedVisits(of: year)
            let sheets = YearMonth.months(of: year).map { month in
                let name = Phrase.month(month.month).swedish
                var sheet = Workbook.Sheet(name.prefix(1).uppercased() + name.dropFirst())
                sheet.append(visits.filter { $0.visit.day.month == month }, of: done)
                return sheet
            }
            let name = "Utförd tid \(year).xlsx"
            files.append(
                ShapedFile(
                    name, .visits, ShapedFile.RowCount(visits),
                    try WorkbookWriter.bytes(of: Workbook(sheets: sheets), name)))
        }
        return files
    }
}
