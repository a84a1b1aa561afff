// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// Exports of performed hours with a column for each month.
extension FieldShape {
    mutating func addWide(_ year: Int) {
        var rows: [[Int]: (visit: Visit, months: [Int])] = [:]
        for visit in months() where visit.date.year == year {
            let key = [
                visit.person, visit.service, visit.law == .sol ? 0 : 1, visit.board, visit.provider,
                visit.isDeleted ? visit.start : 0,
            ]
            if rows[key] == nil { rows[key] = (visit, Array(repeating: 0, count: 12)) }
            rows[key]!.months[visit.date.month.month - 1] += visit.minutes
        }
        guard !rows.isEmpty else { return }
        var file = newFile()
        file.isWide = true
        let lastDay = CivilDate(year: year, month: 12, day: 31)!
        var form = amountForm()
        if form.measure == .minutes { form.measure = .hours }
        var columns = commonColumns(file.isUnicode) { _ in lastDay }
        columns.moveLastFirst()
        let style = dice.number(0...5)
        let headers = (1...12).map { month in Self.monthHeader(YearMonth(year: year, month: month), style) }
        let hasTotal = dice.chance(60)
        let empty = dice.pick(["", "", "0", "-", "–"])
        let sorted = rows.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { rows[$0]! }
        file.header =
            columns.all.map(\.header) + headers + (hasTotal ? [dice.pick(["Totalt", "TOTALT", "Summa"])] : [])
        file.columns = columns.all.map(\.name) + headers.map { _ in "manad" } + (hasTotal ? ["summa"] : [])
        // A month without hours is no month of the window.
        let blank = empty == "0" ? "" : empty
        let records = sorted.map { row in
            TableRow(
                cells: columns.cells(of: row.visit, &dice) + row.months.map { $0 == 0 ? blank : form.text($0) }
                    + (hasTotal ? [form.text(row.months.reduce(0, +))] : []), person: row.visit.person,
                minutes: row.months.reduce(0, +), months: row.months)
        }
        finish(&file, records, sums: dice.chance(50) ? { form.text($0) } : nil, isByPerson: false)
        let isTold = style >= 2
        if !isTold, dice.chance(50) {
            file.titles = ["Utförd tid \(year)"]
            name(&file, ["Utforda", "utförd tid"], year: nil)
        } else {
            name(&file, ["Utforda", "utförd tid", "UTFTID"], year: year)
        }
        files.append(file)
    }

    private static func monthHeader(_ month: YearMonth, _ style: Int) -> String {
        let names = [
            "Januari", "Februari", "Mars", "April", "Maj", "Juni", "Juli", "Augusti", "September", "Oktober",
            "November", "December",
        ]
        let name = names[month.month - 1]
        return switch style {
        case 0: name.prefix(3).uppercased()
        case 1: name
        case 2: "\(name.prefix(3).lowercased()) \(month.year)"
        case 3: "\(month)"
        case 4: "\(name.prefix(3).lowercased())-\(month.year % 100)"
        default: "Timmar \(name.prefix(3).lowercased()) \(month.year)"
        }
    }
}
