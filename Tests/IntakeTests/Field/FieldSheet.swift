// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// A cell of a sheet, as the program that wrote it took it.
enum FieldCell {
    case blank
    case text(String)
    /// A number, as the XML has it.
    case number(String)
    case truth(Bool)
    case date(CivilDate)
    case dateTime(CivilDate, minutes: Int)
    /// Minutes after midnight, shown as `08:15`.
    case clock(Int)
    /// Minutes, shown as `26:30`.
    case duration(Int)
}

/// A sheet of a workbook: an export typed into cells, and what people do to sheets.
struct FieldSheet {
    var name = ""
    var isHidden = false
    var rows: [[FieldCell]] = []
    /// Rows, from 0, that are hidden.
    var hiddenRows: Set<Int> = []
    /// Columns, from 0, that are hidden.
    var hiddenColumns: Set<Int> = []
    var merges: [(row: Int, column: Int, rows: Int, columns: Int)] = []

    /// The row, from 0, in which the header begins.
    private var headerPlace = 0
    private var headerRows = 1

    init(name: String, rows: [[FieldCell]]) {
        self.name = name
        self.rows = rows
    }
}

/// How a column of an export is typed into cells.
private struct ColumnTyping {
    enum What { case text, date, clock, amount, number, truth, month }

    var what = What.text
    /// So many in a hundred become what they look like; the others stay text.
    var share = 100
}

extension FieldSheet {
    /// The export as a sheet.
    init(_ file: FieldFile, name: String, _ dice: inout Dice) {
        self.init(name: name, rows: [])
        let typing = file.columns.map { Self.typing($0, isWide: file.isWide, &dice) }
        for title in file.titles { add(title: title, width: file.header.count, &dice) }
        let hasTwoRows = addHeader(file, &dice)
        let single = file.header.map { Self.headerCell($0) }
        for record in file.records {
            switch record {
            case .cells(let cells):
                if dice.chance(2) { hiddenRows.insert(rows.count) }
                rows.append(cells.enumerated().map { Self.cell($1, typing[$0], &dice) })
            case .text(let text): rows.append([.text(text)])
            case .header: rows.append(hasTwoRows ? single : rows[headerPlace])
            case .blank: rows.append([])
            }
        }
        if dice.chance(25) { addHiddenColumn(file, &dice) }
        if dice.chance(20) { addGap(&dice) }
        if dice.chance(12) { moveRight() }
    }

    private static func typing(_ column: String?, isWide: Bool, _ dice: inout Dice) -> ColumnTyping {
        let share = dice.pick([100, 100, 100, 90, 50, 0])
        let what: ColumnTyping.What =
            switch column {
            case "from", "tom", "ansokan", "beslutsdatum", "datum": .date
            case "start", "slut": .clock
            case "manad": isWide ? .amount : .month
            case "timmar", "sokta_timmar", "summa": .amount
            case "person", "fodelsear", "beslut_id", nil: .number
            case "fri", "borttagen", "installd", "dubbelbemanning", "skyddad": .truth
            default: .text
            }
        return ColumnTyping(what: what, share: share)
    }

    private mutating func add(title: String, width: Int, _ dice: inout Dice) {
        if dice.chance(30) { merges.append((rows.count, 0, 1, max(2, width))) }
        rows.append([.text(title)])
        if dice.chance(20) { rows.append([]) }
    }

    // MARK: Cells

    private static func cell(_ text: String, _ typing: ColumnTyping, _ dice: inout Dice) -> FieldCell {
        guard !text.isEmpty else { return .blank }
        guard dice.chance(typing.share) else { return .text(text) }
        let typed: FieldCell? =
            switch typing.what {
            case .text: nil
            case .date: date(text)
            case .clock: clock(text)
            case .amount: amount(text)
            case .number: number(text)
            case .truth: truth(text)
            case .month: month(text)
            }
        return typed ?? .text(text)
    }

    private static func digits(_ text: Substring) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }

    private static func date(_ text: String) -> FieldCell? {
        if let number = digits(text[...]), text.first != "0" { return .number("\(number)") }
        let parts = text.prefix(10).split(separator: "-")
        guard parts.count == 3, parts[0].count == 4, let year = digits(parts[0]), let month = digits(parts[1]),
            let day = digits(parts[2]), let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        switch text.dropFirst(10) {
        case "": return .date(date)
        case " 00:00:00": return .dateTime(date, minutes: 0)
        default:
            let clock = text.dropFirst(11).split(separator: ":")
            guard clock.count == 2, let hour = digits(clock[0]), let minute = digits(clock[1]) else { return nil }
            return .dateTime(date, minutes: hour * 60 + minute)
        }
    }

    private static func clock(_ text: String) -> FieldCell? {
        // A clock time of four digits loses a zero as a number; one that loses all but a digit is told by nothing.
        if text.count == 4, let number = digits(text[...]), number >= 100 { return .number("\(number)") }
        let parts = text.split(separator: ":")
        guard parts.count == 2 || parts.count == 3 && parts[2] == "00" else { return nil }
        guard let hour = digits(parts[0]), let minute = digits(parts[1]) else { return date(text) }
        return .clock(hour * 60 + minute)
    }

    private static func amount(_ text: String) -> FieldCell? {
        let parts = text.split(separator: ":")
        if parts.count == 2, let hours = digits(parts[0]), let minutes = digits(parts[1]) {
            return .duration(hours * 60 + minutes)
        }
        let plain = String(text.map { $0 == "," ? "." : $0 == "\u{2013}" ? "-" : $0 }.filter { !$0.isWhitespace })
        let number = plain.drop { $0 == "-" }
        guard !number.isEmpty, number.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
        return .number(plain)
    }

    private static func number(_ text: String) -> FieldCell? {
        let whole = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
        return digits(whole).map { .number("\($0)") }
    }

    private static func truth(_ text: String) -> FieldCell? {
        switch text.lowercased() {
        case "true": .truth(true)
        case "false": .truth(false)
        case "1", "0": .number(text)
        default: nil
        }
    }

    private static func month(_ text: String) -> FieldCell? {
        if text.count == 6, let number = digits(text[...]) { return .number("\(number)") }
        guard text.count == 7, text.dropFirst(4).first == "-" else { return nil }
        return date(text + "-01")
    }

    private static func headerCell(_ text: String) -> FieldCell { text.isEmpty ? .blank : .text(text) }

    // MARK: Headers

    /// The header in one row or two; gives whether in two.
    private mutating func addHeader(_ file: FieldFile, _ dice: inout Dice) -> Bool {
        // A month of a year becomes a day when it is typed.
        let hasDays = file.isWide && dice.chance(40)
        let cells = file.header.enumerated().map { place, text -> FieldCell in
            if hasDays, file.columns[place] == "manad", case .date(let day)? = Self.month(text) { return .date(day) }
            guard dice.chance(6), let blank = text.firstIndex(of: " "), blank > text.startIndex else {
                return Self.headerCell(text)
            }
            return .text(text[..<blank] + "\n" + text[text.index(after: blank)...])
        }
        headerPlace = rows.count
        guard cells.count > 3, dice.chance(25) else {
            rows.append(cells)
            return false
        }
        let first = dice.number(0...cells.count - 3)
        let last = dice.number(first + 1...cells.count - 1)
        let othersAreAbove = dice.chance(60)
        var upper = [FieldCell](repeating: .blank, count: cells.count)
        var lower = upper
        upper[first] = .text(dice.pick(["Period", "Uppgifter", "Detaljer", "Omfattning och tid"]))
        merges.append((rows.count, first, 1, last - first + 1))
        for (place, cell) in cells.enumerated() {
            if othersAreAbove, place < first || place > last {
                upper[place] = cell
                merges.append((rows.count, place, 2, 1))
            } else {
                lower[place] = cell
            }
        }
        rows += [upper, lower]
        headerRows = 2
        return true
    }

    // MARK: What people do to sheets

    /// A column that helps a formula, with a header that is one of the others' now and then.
    private mutating func addHiddenColumn(_ file: FieldFile, _ dice: inout Dice) {
        let place = dice.number(0...file.header.count)
        addColumn(at: place)
        let word = dice.chance(50) ? "Hjälpkolumn" : dice.pick(file.header)
        let header = headerPlace + headerRows - 1
        for row in rows.indices {
            guard row >= headerPlace, rows[row].count > place else { continue }
            guard row == header || row > header && rows[row].count > max(place, 3) else { continue }
            // A row with a word and little more is a sum.
            guard row == header || rows[row].count(where: { if case .blank = $0 { false } else { true } }) > 3 else {
                continue
            }
            rows[row][place] = row == header ? .text(word) : dice.pick([.number("\(dice.number(1...9000))"), .blank])
        }
        hiddenColumns.insert(place)
    }

    /// A column with nothing in it, to part the others.
    private mutating func addGap(_ dice: inout Dice) {
        let place = dice.number(1...max(1, rows[headerPlace].count - 1))
        addColumn(at: place)
        hiddenColumns = Set(hiddenColumns.map { $0 >= place ? $0 + 1 : $0 })
    }

    /// Makes room for a column in all but the titles.
    private mutating func addColumn(at place: Int) {
        for row in rows.indices where row >= headerPlace && rows[row].count >= place && !rows[row].isEmpty {
            rows[row].insert(.blank, at: place)
        }
        for index in merges.indices where merges[index].row >= headerPlace {
            if merges[index].column >= place {
                merges[index].column += 1
            } else if merges[index].column + merges[index].columns > place {
                merges[index].columns += 1
            }
        }
    }

    /// Leaves column A empty.
    private mutating func moveRight() {
        for row in rows.indices where !rows[row].isEmpty { rows[row].insert(.blank, at: 0) }
        for index in merges.indices { merges[index].column += 1 }
        hiddenColumns = Set(hiddenColumns.map { $0 + 1 })
    }
}
