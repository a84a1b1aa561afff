// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// The exports of a municipality as somebody has gathered them in workbooks.
struct FieldBooks {
    struct Table {
        /// The number of the export.
        var file: Int
        /// What messages call the table.
        var address: String
    }

    private(set) var books: [(name: String, bytes: [UInt8])] = []
    private(set) var tables: [Table] = []
    /// What the sheets hold, to see what went wrong.
    private(set) var sketch = ""

    init(_ files: [FieldFile], _ dice: inout Dice) {
        for group in Self.groups(files, &dice) { add(group, files, &dice) }
    }

    /// Which exports stand in the same workbook: all, those of a kind, or each alone.
    private static func groups(_ files: [FieldFile], _ dice: inout Dice) -> [[Int]] {
        let all = Array(files.indices)
        switch dice.number(0...2) {
        case 0: return [all]
        case 1:
            let (decisions, visits) = (all.filter { files[$0].isOfDecisions }, all.filter { !files[$0].isOfDecisions })
            return [decisions, visits].filter { !$0.isEmpty }
        default: return files.count > 6 ? [all] : all.map { [$0] }
        }
    }

    private mutating func add(_ group: [Int], _ files: [FieldFile], _ dice: inout Dice) {
        var book = FieldWorkbook(&dice)
        let stem = { (file: Int) in String(files[file].name.prefix { $0 != "." }) }
        // What the name of the only export tells stands in the name of the sheet or in that of the file.
        let isNamed = group.count == 1 && dice.chance(50)
        book.name =
            (isNamed ? stem(group[0]) : "\(dice.pick(["Export", "Underlag", "Ledsagning"])) \(books.count)")
            + (book.isODS ? ".ods" : dice.pick([".xlsx", ".xlsx", ".xlsm"]))
        var sheets: [(file: Int?, sheet: FieldSheet)] = group.map { file in
            (file, FieldSheet(files[file], name: isNamed ? "Blad1" : stem(file), &dice))
        }
        if dice.chance(30) { sheets.append((nil, Self.oldSheet(of: sheets[0].sheet))) }
        sheets = dice.shuffled(sheets)
        if dice.chance(40) { sheets.insert((nil, Self.cover(files, &dice)), at: dice.chance(80) ? 0 : sheets.count) }
        if dice.chance(15) { sheets.append((nil, FieldSheet(name: "Blad3", rows: []))) }
        book.sheets = sheets.map(\.sheet)
        for (file, sheet) in sheets {
            if let file { tables.append(Table(file: file, address: "data/\(book.name) [\(sheet.name)]")) }
            let rows = sheet.rows.prefix(8).map { row in row.map { "\($0)" }.joined(separator: " | ") }
            let traits = "hidden columns \(sheet.hiddenColumns.sorted()), merges \(sheet.merges)"
            sketch +=
                "— \(book.name) [\(sheet.name)]\(sheet.isHidden ? " hidden" : ""), \(traits)\n"
                + rows.joined(separator: "\n") + "\n"
        }
        books.append((book.name, book.bytes(&dice)))
    }

    /// Last year's, which somebody hid.
    private static func oldSheet(of sheet: FieldSheet) -> FieldSheet {
        var old = sheet
        old.name = "Gammal"
        old.isHidden = true
        return old
    }

    private static func cover(_ files: [FieldFile], _ dice: inout Dice) -> FieldSheet {
        var rows: [[FieldCell]] = [[.text("Underlag för utvärdering av ledsagning")], []]
        rows.append([.text("Uttaget"), .text("2026-01-15")])
        if dice.chance(50) {
            rows.append([.text("Flik"), .text("Innehåll"), .text("Rader")])
            for file in files.prefix(9) {
                rows.append([.text(file.name), .text("Export"), .number("\(file.records.count)")])
            }
        }
        rows.append([.text("Kontakta enheten för statistik vid frågor.")])
        return FieldSheet(name: dice.pick(["Läs mig", "Försättsblad", "Innehåll"]), rows: rows)
    }
}

extension FieldFile {
    var isOfDecisions: Bool { columns.contains("from") }
}
