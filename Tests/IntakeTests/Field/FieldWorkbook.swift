// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport

@testable import Intake

/// A workbook as it lies on disk.
struct FieldWorkbook {
    var name = ""
    var sheets: [FieldSheet] = []
    var isODS = false
    var hasEpoch1904 = false
    var isStrict = false
    /// So many in a hundred of the texts stand in the cells themselves.
    var inlineShare = 0
    /// So many in a hundred of the cells are formulas with the value they had last.
    var formulaShare = 0
    var dayFormat = "yyyy\\-mm\\-dd"

    init(_ dice: inout Dice) {
        isODS = dice.chance(35)
        hasEpoch1904 = dice.chance(25)
        isStrict = dice.chance(15)
        inlineShare = dice.pick([0, 0, 100, 20])
        formulaShare = dice.pick([0, 0, 10])
        dayFormat = dice.pick(["yyyy\\-mm\\-dd", "d/m/yyyy", "[$-41D]d\\ mmmm\\ yyyy", "åååå\\-MM\\-DD", "mmm\\-yy"])
    }

    func bytes(_ dice: inout Dice) -> [UInt8] { isODS ? ods(&dice) : xlsx(&dice) }

    // MARK: xlsx

    private func xlsx(_ dice: inout Dice) -> [UInt8] {
        var maker = XLSXMaker()
        if isStrict {
            maker.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
            maker.relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        }
        if hasEpoch1904 { maker.workbookProperties = "<workbookPr date1904=\"1\"/>" }
        maker.formats = [dayFormat, "yyyy\\-mm\\-dd\\ hh:mm", "hh:mm;@", "[h]:mm", "0.00"]
        var strings = SharedTexts()
        for sheet in sheets {
            let rows = sheet.rows.enumerated().map { number, cells in
                xlsx(cells, number, isHidden: sheet.hiddenRows.contains(number), &strings, &dice)
            }
            let hidden = sheet.hiddenColumns.sorted().map { "<col min=\"\($0 + 1)\" max=\"\($0 + 1)\" hidden=\"1\"/>" }
            let merges = sheet.merges.map { merge in
                let (first, last) = (
                    Self.name(merge.row, merge.column),
                    Self.name(merge.row + merge.rows - 1, merge.column + merge.columns - 1)
                )
                return "<mergeCell ref=\"\(first):\(last)\"/>"
            }
            maker.add(
                Self.escaped(sheet.name), state: sheet.isHidden ? dice.pick(["hidden", "veryHidden"]) : "visible",
                rows: rows.joined(), before: hidden.isEmpty ? "" : "<cols>\(hidden.joined())</cols>",
                after: merges.isEmpty ? "" : "<mergeCells>\(merges.joined())</mergeCells>")
        }
        maker.strings = strings.all
        return maker.bytes()
    }

    /// The texts that cells share, each once.
    private struct SharedTexts {
        private(set) var all: [String] = []
        private var places: [String: Int] = [:]

        mutating func place(_ item: String) -> Int {
            if let place = places[item] { return place }
            all.append("<si>\(item)</si>")
            places[item] = all.count - 1
            return all.count - 1
        }
    }

    private func xlsx(
        _ cells: [FieldCell], _ row: Int, isHidden: Bool, _ strings: inout SharedTexts, _ dice: inout Dice
    ) -> String {
        var text = "<row r=\"\(row + 1)\"\(isHidden ? " hidden=\"1\"" : "")>"
        for (column, cell) in cells.enumerated() {
            let start = "<c r=\"\(Self.name(row, column))\""
            let formula = dice.chance(formulaShare) ? "<f>Blad9!\(Self.name(row, column))</f>" : ""
            switch cell {
            case .blank: if dice.chance(30) { text += start + " s=\"1\"/>" }
            case .text(let value) where !formula.isEmpty:
                text += start + " t=\"str\">\(formula)<v>\(Self.escaped(value))</v></c>"
            case .text(let value):
                let item = Self.item(value, &dice)
                if dice.chance(inlineShare) {
                    text += start + " t=\"inlineStr\"><is>\(item)</is></c>"
                } else {
                    text += start + " t=\"s\"><v>\(strings.place(item))</v></c>"
                }
            case .number(let value):
                text += start + "\(dice.pick(["", " s=\"5\""]))>\(formula)<v>\(Self.number(value, &dice))</v></c>"
            case .truth(let value): text += start + " t=\"b\">\(formula)<v>\(value ? 1 : 0)</v></c>"
            case .date(let day) where isStrict && formula.isEmpty && dice.chance(50):
                text += start + " s=\"1\" t=\"d\"><v>\(day)</v></c>"
            case .date(let day): text += start + " s=\"1\">\(formula)<v>\(serial(day))</v></c>"
            case .dateTime(let day, let minutes):
                text += start + " s=\"2\">\(formula)<v>\(Double(serial(day)) + Double(minutes) / 1440)</v></c>"
            case .clock(let minutes): text += start + " s=\"3\">\(formula)<v>\(Double(minutes) / 1440)</v></c>"
            case .duration(let minutes): text += start + " s=\"4\">\(formula)<v>\(Double(minutes) / 1440)</v></c>"
            }
        }
        return text + "</row>"
    }

    private func serial(_ day: CivilDate) -> Int { Int(day.daysSince1970) + (hasEpoch1904 ? 24_107 : 25_569) }

    /// A whole number of many digits is now and then written with a power of ten.
    private static func number(_ text: String, _ dice: inout Dice) -> String {
        guard text.count >= 10, !text.contains("."), !text.hasPrefix("-"), dice.chance(20) else { return text }
        return "\(text.prefix(1)).\(text.dropFirst())E\(text.count - 1)"
    }

    /// A text, at times in several pieces or with the way it is pronounced.
    private static func item(_ text: String, _ dice: inout Dice) -> String {
        // What was typed in Windows has its line breaks so.
        let hasReturns = text.contains("\n") && dice.chance(50)
        func piece(_ text: Substring) -> String {
            let escaped = escaped(String(text))
            return "<t xml:space=\"preserve\">\(hasReturns ? escaped.replacing("\n", with: "_x000D_\n") : escaped)</t>"
        }
        guard dice.chance(6), text.unicodeScalars.count > 3 else { return piece(text[...]) }
        if dice.chance(50) { return piece(text[...]) + "<rPh sb=\"0\" eb=\"1\"><t>uttal</t></rPh>" }
        let middle = text.index(text.startIndex, offsetBy: text.count / 2)
        return "<r>\(piece(text[..<middle]))</r><r><rPr><b/></rPr>\(piece(text[middle...]))</r>"
    }

    static func name(_ row: Int, _ column: Int) -> String {
        let letter = { (number: Int) in String(UnicodeScalar(UInt8(0x41 + number))) }
        return (column >= 26 ? letter(column / 26 - 1) : "") + letter(column % 26) + "\(row + 1)"
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

// MARK: ods

extension FieldWorkbook {
    private func ods(_ dice: inout Dice) -> [UInt8] {
        let styles =
            "<number:time-style style:name=\"N1\" number:truncate-on-overflow=\"false\"/>"
            + "<style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
            + "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/>"
            + "</style:style>"
        let tables = sheets.map { sheet in
            let width = sheet.rows.map(\.count).max() ?? 1
            let columns = (0..<max(1, width)).map { column in
                let hidden = sheet.hiddenColumns.contains(column) ? " table:visibility=\"collapse\"" : ""
                return "<table:table-column\(hidden)/>"
            }
            let rows = sheet.rows.enumerated().map { number, cells in
                let hidden = sheet.hiddenRows.contains(number) ? " table:visibility=\"collapse\"" : ""
                let merges = sheet.merges.filter { $0.row == number }
                let all = cells.enumerated().map { column, cell in
                    let merge = merges.first { $0.column == column }
                    let span =
                        merge.map {
                            " table:number-columns-spanned=\"\($0.columns)\" table:number-rows-spanned=\"\($0.rows)\""
                        } ?? ""
                    return ods(cell, span, &dice)
                }
                return
                    "<table:table-row\(hidden)>\(all.isEmpty ? "<table:table-cell/>" : all.joined())</table:table-row>"
            }
            return
                "<table:table table:name=\"\(Self.escaped(sheet.name))\" table:style-name=\"\(sheet.isHidden ? "ta2" : "ta1")\">"
                + columns.joined() + rows.joined() + "</table:table>"
        }
        return ODSMaker.bytes(tables.joined(), styles: styles)
    }

    private func ods(_ cell: FieldCell, _ span: String, _ dice: inout Dice) -> String {
        func element(_ type: String, _ value: String, _ shown: String) -> String {
            let formula = dice.chance(formulaShare) ? " table:formula=\"of:=[Blad9.A1]\"" : ""
            return
                "<table:table-cell\(span)\(formula) office:value-type=\"\(type)\" \(value)>\(shown)</table:table-cell>"
        }
        let time = { (minutes: Int) in "office:time-value=\"PT\(pad(minutes / 60))H\(pad(minutes % 60))M00S\"" }
        switch cell {
        case .blank: return "<table:table-cell\(span)/>"
        case .text(let value): return element("string", "", Self.paragraphs(value))
        case .number(let value): return element("float", "office:value=\"\(value)\"", "<text:p>###</text:p>")
        case .truth(let value): return element("boolean", "office:boolean-value=\"\(value)\"", "<text:p>x</text:p>")
        case .date(let day): return element("date", "office:date-value=\"\(day)\"", "<text:p>1 mars</text:p>")
        case .dateTime(let day, let minutes):
            return element(
                "date", "office:date-value=\"\(day)T\(pad(minutes / 60)):\(pad(minutes % 60)):00\"",
                "<text:p>1 mars</text:p>")
        case .clock(let minutes): return element("time", time(minutes), "<text:p>x</text:p>")
        case .duration(let minutes):
            return element("time", time(minutes) + " table:style-name=\"ce1\"", "<text:p>x</text:p>")
        }
    }

    /// Blanks that XML would fold are written as elements.
    private static func paragraphs(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var written = ""
            var afterBlank = true
            for scalar in line.unicodeScalars {
                written += scalar == " " && afterBlank ? "<text:s/>" : escaped(String(scalar))
                afterBlank = scalar == " "
            }
            return "<text:p>\(written)</text:p>"
        }.joined()
    }
}
