// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// A file a month with a row a person and a column a day, 1–31; the month stands in the title alone.
    package static let dayGrid = ExportShape(
        "day-grid",
        Phrase(
            sv: "en kolumn för varje dag, 1–31, med månaden i titeln",
            en: "a column a day, 1–31, the month in the title"),
        loses: [.visits, .visitsNotPerformed, .providers, .providerTypes, .applications]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 7)
        let words = ValueWords()
        let grants = ShapedTable<ShapedDecision>(
            [
                "person", "stadsdelsnamnd", "insats", "lagrum", "beslutsdatum", "utfall", "from", "tom", "timmar",
                "enhet", "fri", "skyddad",
            ], HeaderWords(.decisions, .likeliest, &draw), words)
        let dialect = ExportDialect(encoding: .windows1252, lineEnding: .crlf)
        var sheet = TextSheet(dialect)
        let decisions = municipality.shapedDecisions
        sheet.append(decisions, of: grants)
        let headers = HeaderWords(.visits, .likeliest, &draw)
        let total = draw.pick(FieldVocabulary.sums)
        var files = [ShapedFile("Beslut.csv", .decisions, ShapedFile.RowCount(decisions), sheet.bytes)]
        for year in municipality.parameters.years {
            let visits = municipality.shapedVisits(of: year).filter { $0.visit.status == .performed }
            for month in YearMonth.months(of: year) {
                let rows = gridRows(visits.filter { $0.visit.day.month == month }, month, words)
                guard !rows.isEmpty else { continue }
                var sheet = TextSheet(dialect)
                sheet.append(title: "Utförd tid \(Phrase.month(month.month).swedish) \(year)")
                sheet.append(
                    header: [headers["person"], headers["insats"]] + (1...month.days).map { String($0) } + [total])
                for row in rows { sheet.append(row) }
                files.append(
                    ShapedFile(
                        "Utforda \(files.count).csv", .visits, ShapedFile.RowCount(kept: rows.count), sheet.bytes))
            }
        }
        return files
    }

    /// A row a person and service, in their order.
    private static func gridRows(
        _ visits: [ShapedVisit], _ month: YearMonth, _ words: ValueWords
    ) -> [[ShapedCell]] {
        var rows: [(first: ShapedVisit, days: [Int])] = []
        for visit in visits {
            let isSame = rows.last.map {
                $0.first.visit.person == visit.visit.person && $0.first.visit.service == visit.visit.service
            }
            if !(isSame ?? false) { rows.append((visit, [Int](repeating: 0, count: month.days))) }
            rows[rows.count - 1].days[visit.visit.day.components.day - 1] += visit.visit.centihours
        }
        return rows.map { row in
            [.text(words.key(row.first.person, on: month.lastDay)), .text(words.service(row.first.visit.service))]
                + row.days.map { $0 == 0 ? .empty : .amount($0) } + [.amount(row.days.reduce(0, +))]
        }
    }
}
