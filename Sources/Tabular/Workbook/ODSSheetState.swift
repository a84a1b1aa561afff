// SPDX-License-Identifier: EUPL-1.2
import CExpat
import Glibc

/// What expat's callbacks know and write as they go through the sheets of an ods workbook, at one fixed address.
@unsafe struct ODSSheetState {
    enum CellKind { case none, number, date, time, boolean, text }

    /// Which of the tables is read, counted from 0; none when only their names are asked for.
    let wanted: Int?
    let path: String
    let durationStyles: Set<String>

    var builder = unsafe RecordBuilder()
    private(set) var tables: [(name: String, style: String)] = []
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private(set) var merges: [CellRange] = []
    private(set) var hasRoot = false
    /// Whether the first row of the table that is read has begun, so that all columns are known.
    private(set) var hasRows = false
    private(set) var isPastTable = false
    private(set) var failure: ReadError?
    private(set) var hasFailed = false

    private var open: [ODSElement] = []
    private var skipped = 0
    /// The columns whose cells show lengths of time unless they have a style of their own.
    private var durationColumns: [ClosedRange<Int>] = []
    private var columnCount = 0
    private var row = 0
    private var rowCount = 1
    private var rowIsHidden = false
    private var column = 0
    private var cellCount = 1
    private var kind = CellKind.none
    private var isError = false
    private var isUncalculated = false
    private var isDuration = false
    private var hasStringValue = false
    private var paragraphs = 0
    private var afterBlank = true
    private var blankHasBreak = false
    private var value = unsafe ByteBuffer()
    private var text = unsafe ByteBuffer()

    init(wanted: Int?, path: String, durationStyles: Set<String>) {
        unsafe self.wanted = wanted
        unsafe self.path = path
        unsafe self.durationStyles = durationStyles
    }

    func deallocate() {
        unsafe builder.deallocate()
        unsafe value.deallocate()
        unsafe text.deallocate()
    }

    private mutating func fail(_ error: ReadError? = nil) {
        unsafe failure = unsafe failure ?? error ?? .damaged(path: path)
        unsafe hasFailed = true
    }

    // MARK: Elements

    mutating func start(
        _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) {
        guard unsafe skipped == 0 else { return unsafe skip() }
        let element = unsafe ODSElement(name)
        switch (unsafe open.last, element) {
        case (nil, .document): unsafe hasRoot = true
        case (.document, .body), (.body, .spreadsheet): break
        case (.spreadsheet, .table): unsafe startTable(attributes)
        case (.table, .rowGroup), (.rowGroup, .rowGroup), (.table, .columnGroup), (.columnGroup, .columnGroup): break
        case (.table, .column), (.columnGroup, .column): unsafe noteColumns(attributes)
        case (.table, .row), (.rowGroup, .row): unsafe startRow(attributes)
        case (.row, .cell): unsafe startCell(attributes)
        case (.cell, .paragraph):
            if unsafe paragraphs > 0 { unsafe text.append(0x0A) }
            unsafe paragraphs += 1
            unsafe afterBlank = true
        case (.paragraph, .span), (.span, .span): break
        case (.paragraph, .blanks), (.span, .blanks): unsafe addBlanks(attributes)
        case (.paragraph, .tab), (.span, .tab): unsafe add(0x09)
        case (.paragraph, .lineBreak), (.span, .lineBreak): unsafe add(0x0A)
        default: return unsafe skip()
        }
        if unsafe skipped == 0 { unsafe open.append(element) }
        if unsafe open.count > XMLParser.deepest { unsafe fail() }
    }

    mutating func end() {
        guard unsafe skipped == 0 else {
            unsafe skipped -= 1
            return
        }
        switch unsafe open.popLast() {
        case .paragraph:
            if unsafe afterBlank && blankHasBreak && text.count > 0 && text.start[text.count - 1] == 0x20 {
                unsafe text.cut(to: text.count - 1)
            }
        case .cell: unsafe endCell()
        case .row: unsafe endRow()
        case .table: unsafe isPastTable = true
        default: break
        }
    }

    /// White space is one blank, and none at the start of a paragraph; what is more is written as elements. At the end of a
    /// paragraph a blank is data, which LibreOffice leaves there, but a line break is the layout of the XML.
    mutating func text(_ bytes: UnsafePointer<XML_Char>, _ count: Int) {
        guard unsafe skipped == 0 && (open.last == .paragraph || open.last == .span) else { return }
        for place in 0..<count {
            let byte = unsafe UInt8(bitPattern: bytes[place])
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                if unsafe !afterBlank { unsafe text.append(0x20) }
                unsafe afterBlank = true
                if byte != 0x20 { unsafe blankHasBreak = true }
            } else {
                unsafe text.append(byte)
                unsafe afterBlank = false
                unsafe blankHasBreak = false
            }
        }
        if unsafe text.count > RecordReader.longestRecord { unsafe fail(.recordTooLong(path: path, line: row + 1)) }
    }

    private mutating func add(_ byte: UInt8) {
        unsafe text.append(byte)
        unsafe afterBlank = false
    }

    private mutating func addBlanks(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        let count = unsafe ODSAttributes(attributes).blankCount.flatMap { unsafe ExpatName.wholeNumber($0) } ?? 1
        guard count < RecordReader.longestRecord else { return unsafe fail() }
        for _ in 0..<count { unsafe add(0x20) }
        if unsafe text.count > RecordReader.longestRecord { unsafe fail(.recordTooLong(path: path, line: row + 1)) }
    }

    private mutating func skip() {
        unsafe skipped += 1
        if unsafe skipped > XMLParser.deepest { unsafe fail() }
    }

    private mutating func startTable(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        let attributes = unsafe ODSAttributes(attributes)
        let words = { (text: UnsafePointer<UInt8>?) in unsafe text.map { unsafe String(cString: $0) } ?? "" }
        unsafe tables.append((words(attributes.name), words(attributes.style)))
        if unsafe tables.count - 1 != wanted { unsafe skip() }
        if unsafe tables.count > CellName.columnCount { unsafe fail() }
    }

    private mutating func noteColumns(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        let attributes = unsafe ODSAttributes(attributes)
        let first = unsafe columnCount
        unsafe columnCount = unsafe min(CellName.columnCount, columnCount + attributes.columns)
        guard unsafe columnCount > first else { return }
        if unsafe attributes.isHidden { unsafe hiddenColumns.append(first...columnCount - 1) }
        if unsafe isDuration(attributes.defaultStyle) { unsafe durationColumns.append(first...columnCount - 1) }
    }

    private func isDuration(_ style: UnsafePointer<UInt8>?) -> Bool {
        guard unsafe !durationStyles.isEmpty, let style = unsafe style else { return false }
        return unsafe durationStyles.contains(String(cString: style))
    }

    // MARK: Rows and cells

    private mutating func startRow(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        let attributes = unsafe ODSAttributes(attributes)
        if unsafe attributes.isFaulty { return unsafe fail() }
        unsafe hasRows = true
        unsafe rowCount = attributes.rows
        unsafe rowIsHidden = attributes.isHidden
        unsafe column = 0
    }

    private mutating func endRow() {
        if unsafe builder.endRecord(line: row + 1, isHidden: rowIsHidden) {
            guard unsafe row + rowCount <= CellName.lastRow else { return unsafe fail(.oversized(path: path)) }
            for number in 1..<(unsafe max(1, rowCount)) {
                unsafe builder.repeatRecord(line: row + 1 + number, isHidden: rowIsHidden)
                guard unsafe !builder.isOversized else { return unsafe fail(.oversized(path: path)) }
            }
        }
        unsafe row += rowCount
    }

    private mutating func startCell(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        let attributes = unsafe ODSAttributes(attributes)
        if unsafe attributes.isFaulty { return unsafe fail() }
        unsafe cellCount = attributes.columns
        unsafe kind = unsafe CellKind(attributes.valueType)
        unsafe isError = attributes.isError
        unsafe isUncalculated = unsafe attributes.hasFormula && kind == .none
        unsafe isDuration =
            unsafe attributes.style != nil
            ? isDuration(attributes.style) : durationColumns.contains { unsafe $0.contains(column) }
        unsafe hasStringValue = false
        unsafe paragraphs = 0
        unsafe text.cut(to: 0)
        unsafe value.cut(to: 0)
        if let text = unsafe attributes.value {
            unsafe value.append(text, strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)))
        }
        if unsafe kind == .text && !isError, let text = unsafe attributes.stringValue {
            unsafe hasStringValue = true
            unsafe value.append(text, strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)))
        }
        if unsafe attributes.columnsSpanned > 1 || attributes.rowsSpanned > 1 {
            let (right, bottom) = unsafe (column + attributes.columnsSpanned, row + attributes.rowsSpanned)
            guard right <= CellName.columnCount, bottom <= CellName.lastRow, unsafe merges.count < CellName.lastRow
            else {
                return unsafe fail()
            }
            unsafe merges.append(CellRange(rows: row + 1...bottom, columns: column...right - 1))
        }
    }

    private mutating func endCell() {
        let first = unsafe column
        unsafe column += cellCount
        let holds = unsafe text.count > 0 || value.count > 0 || isUncalculated
        guard holds else { return }
        guard unsafe column <= CellName.columnCount else { return unsafe fail(.oversized(path: path)) }
        unsafe builder.moveOn(to: first)
        unsafe builder.endField(writeValue())
        for _ in 1..<(unsafe max(1, cellCount)) {
            unsafe builder.repeatField()
            guard unsafe !builder.recordIsTooLong else { break }
        }
        if unsafe builder.recordIsTooLong { unsafe fail(.recordTooLong(path: path, line: row + 1)) }
        if unsafe builder.isOversized { unsafe fail(.oversized(path: path)) }
    }

    private mutating func writeValue() -> CellType {
        if unsafe isError {
            unsafe builder.bytes.append(text.start, text.count)
            return .error
        }
        switch unsafe kind {
        case .number:
            guard let number = unsafe CellNumber(value.all) else { break }
            unsafe number.write(to: &builder.bytes)
            return .number
        case .date: return unsafe CellTime.writeISO(value.all, showsDay: false, to: &builder.bytes)
        case .time: return unsafe CellTime.writeISOLength(value.all, isDuration: isDuration, to: &builder.bytes)
        case .boolean:
            unsafe builder.bytes.append(value.count == 4 ? "SANT" : "FALSKT")
            return .boolean
        case .text, .none: break
        }
        if unsafe isUncalculated && text.count == 0 { return .uncalculated }
        if unsafe hasStringValue || kind != .text && kind != .none {
            unsafe builder.bytes.append(value.start, value.count)
        } else {
            unsafe builder.bytes.append(text.start, text.count)
        }
        return .text
    }
}

extension ODSSheetState.CellKind {
    init(_ type: UnsafePointer<UInt8>?) {
        guard let type = unsafe type else {
            self = .none
            return
        }
        self =
            switch unsafe String(cString: type) {
            case "float", "percentage", "currency": .number
            case "date": .date
            case "time": .time
            case "boolean": .boolean
            default: .text
            }
    }
}
