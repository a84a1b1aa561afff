// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

extension ExportShape {
    /// As older systems print lists (Procapita): capitals, days of six digits, ten-digit numbers, and a row a person's year
    /// with a column a month. The year stands in the file's name; a column and a row hold sums.
    package static let wide = ExportShape(
        "wide",
        Phrase(
            sv: "en kolumn per månad, ÅÅMMDD, tiosiffriga nummer, summor",
            en: "a column a month, YYMMDD, ten-digit numbers, sums"),
        loses: [.visits, .visitsNotPerformed, .providers, .providerTypes, .applications]
    ) { municipality throws(WorkbookFailure) in
        var draw = municipality.draw(for: 3)
        var words = ValueWords()
        words.person = .tenDigits
        words.hasActs = true
        words.shorten()
        let grants = ShapedTable<ShapedDecision>(
            [
                "person", "insats", "lagrum", "beslutsdatum", "utfall", "from", "tom", "timmar", "enhet", "fri",
                "stadsdelsnamnd", "skyddad",
            ], HeaderWords(.decisions, .capitals, &draw), words)
        let dialect = ExportDialect(encoding: .windows1252, lineEnding: .crlf)
        let form = CellForm(days: .sixDigits, isFixed: true)
        var sheet = TextSheet(dialect, form)
        let decisions = municipality.shapedDecisions
        sheet.append(header: grants.header)
        let board = grants.header.count - 2
        for row in decisions {
            var cells = grants.cells(row)
            if case .text(let name) = cells[board] { cells[board] = .text(name.uppercased()) }
            sheet.append(cells)
        }
        let headers = HeaderWords(.visits, .capitals, &draw)
        let total = draw.pick(FieldVocabulary.sums.filter { $0.allSatisfy(\.isASCII) }).uppercased()
        let years = municipality.parameters.years.map { year in
            WideYear(municipality, year, words).file(headers, total, TextSheet(dialect, form))
        }
        return [ShapedFile("BESLUT.TXT", .decisions, ShapedFile.RowCount(decisions), sheet.bytes)] + years
    }
}

/// What was performed in a year, with a column a month.
private struct WideYear {
    private struct Row {
        let first: ShapedVisit
        var centihours = [Int](repeating: 0, count: 12)
    }

    private let year: Int
    private let words: ValueWords
    private var rows: [Row] = []

    init(_ municipality: SimulatedMunicipality, _ year: Int, _ words: ValueWords) {
        self.year = year
        self.words = words
        for month in municipality.shapedMonths(of: year) {
            let visit = month.visit
            let isNew = rows.last.map {
                $0.first.visit.person != visit.person || $0.first.visit.service != visit.service
            }
            if isNew ?? true { rows.append(Row(first: month)) }
            rows[rows.count - 1].centihours[visit.day.month.month - 1] += visit.centihours
        }
    }

    func file(_ headers: HeaderWords, _ total: String, _ empty: TextSheet) -> ShapedFile {
        var sheet = empty
        let months = (1...12).map { String(Phrase.month($0).swedish.prefix(3)).uppercased() }
        sheet.append(header: [headers["person"], headers["insats"]] + months + [total])
        let lastDay = CivilDate(year: year, month: 12, day: 31)!
        for row in rows {
            let key = words.key(row.first.person, on: lastDay)
            sheet.append(
                [.text(key), .text(words.service(row.first.visit.service))]
                    + row.centihours.map { $0 == 0 ? .empty : .amount($0) } + [.amount(row.centihours.reduce(0, +))])
        }
        let sums = (0..<12).map { month in rows.reduce(0) { $0 + $1.centihours[month] } }
        sheet.append([.text(total), .empty] + sums.map { .amount($0) } + [.amount(sums.reduce(0, +))])
        return ShapedFile("UTFTID\(year).TXT", .visits, ShapedFile.RowCount(kept: rows.count), sheet.bytes)
    }
}
