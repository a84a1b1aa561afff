// SPDX-License-Identifier: EUPL-1.2
import CExpat

/// What expat's callbacks know and write as they go through a sheet of an xlsx workbook, at one fixed address.
@unsafe struct XLSXSheetState {
    enum Place: UInt8 { case outside, sheet, data, row, cell, value, inline, run, inlineText, columns, merges }
    enum CellKind: UInt8 { case number, shared, text, inline, boolean, error, iso }

    let path: String
    /// Nil when only the form of the sheet is asked for.
    let strings: UnsafePointer<SharedStringsState>?
    let formats: UnsafeBufferPointer<NumberFormat>
    let system: DateSystem
    let awaitsCalculation: Bool

    var builder = unsafe RecordBuilder()
    /// The value of the cell at hand as it is written in the file.
    var value = unsafe ByteBuffer()
    /// Why the sheet cannot be read; the parser is to be stopped once it is set.
    private(set) var failure: ReadError?
    private(set) var hasFailed = false
    private(set) var hasData = false
    private(set) var hasRoot = false
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private(set) var merges: [CellRange] = []

    private var place = Place.outside
    /// How deep in an element that is passed over.
    private var skipped = 0
    private var row = 0
    private var rowIsHidden = false
    /// The column of the cell at hand, and the lowest that the next may have.
    private var column = 0
    private var nextColumn = 0
    private var kind = CellKind.number
    private var format = NumberFormat.number
    private var hasFormula = false
    private var preserves = false
    private var isInRun = false
    private var pieceStart = 0

    init(
        path: String, strings: UnsafePointer<SharedStringsState>?, formats: UnsafeBufferPointer<NumberFormat>,
        system: DateSystem, awaitsCalculation: Bool
    ) {
        unsafe self.path = path
        unsafe self.strings = unsafe strings
        unsafe self.formats = unsafe formats
        unsafe self.system = system
        unsafe self.awaitsCalculation = awaitsCalculation
    }

    func deallocate() {
        unsafe builder.deallocate()
        unsafe value.deallocate()
    }

    private mutating func fail(_ error: ReadError? = nil) {
        unsafe failure = unsafe failure ?? error ?? .damaged(path: path)
        unsafe hasFailed = true
    }

    // MARK: Elements

    @inline(__always)
    mutating func start(
        _ name: UnsafePointer<XML_Char>, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>
    ) {
        guard unsafe skipped == 0, let local = unsafe ExpatName.spreadsheet(name) else { return unsafe skip() }
        switch unsafe place {
        case .row where unsafe ExpatName.isLetter(local, UInt8(ascii: "c")): unsafe startCell(attributes)
        case .cell where unsafe ExpatName.isLetter(local, UInt8(ascii: "v")): unsafe place = .value
        case .cell where unsafe ExpatName.isLetter(local, UInt8(ascii: "f")):
            unsafe hasFormula = true
            unsafe skip()
        case .cell where unsafe ExpatName.isEqual(local, "is"): unsafe place = .inline
        case .inline where unsafe ExpatName.isLetter(local, UInt8(ascii: "t")),
            .run where unsafe ExpatName.isLetter(local, UInt8(ascii: "t")):
            unsafe isInRun = unsafe place == .run
            unsafe place = .inlineText
            unsafe pieceStart = value.count
            unsafe preserves = ExpatName.preservesSpace(attributes)
        case .inline where unsafe ExpatName.isLetter(local, UInt8(ascii: "r")): unsafe place = .run
        case .data where unsafe ExpatName.isEqual(local, "row"): unsafe startRow(attributes)
        case .sheet: unsafe startOfSheet(local)
        case .columns where unsafe ExpatName.isEqual(local, "col"):
            unsafe noteColumns(attributes)
            unsafe skip()
        case .merges where unsafe ExpatName.isEqual(local, "mergeCell"):
            unsafe noteMerge(attributes)
            unsafe skip()
        case .outside where unsafe ExpatName.isEqual(local, "worksheet"):
            unsafe place = .sheet
            unsafe hasRoot = true
        default: unsafe skip()
        }
    }

    @inline(__always)
    mutating func end() {
        guard unsafe skipped == 0 else {
            unsafe skipped &-= 1
            return
        }
        switch unsafe place {
        case .value: unsafe place = .cell
        case .cell:
            unsafe endCell()
            unsafe place = .row
        case .row:
            unsafe builder.endRecord(line: row, isHidden: rowIsHidden)
            unsafe place = .data
        case .inlineText:
            if unsafe !preserves { unsafe EscapedText.trim(&value, from: pieceStart) }
            unsafe place = unsafe isInRun ? .run : .inline
        case .run: unsafe place = .inline
        case .inline: unsafe place = .cell
        case .data, .columns, .merges: unsafe place = .sheet
        case .sheet, .outside: unsafe place = .outside
        }
    }

    @inline(__always)
    mutating func text(_ text: UnsafePointer<XML_Char>, _ count: Int) {
        guard unsafe (place == .value || place == .inlineText) && skipped == 0 else { return }
        unsafe value.append(UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count)
        if unsafe value.count > RecordReader.longestRecord { unsafe fail(.recordTooLong(path: path, line: row)) }
    }

    private mutating func skip() {
        unsafe skipped &+= 1
        if unsafe skipped > XMLParser.deepest { unsafe fail() }
    }

    private mutating func startOfSheet(_ local: UnsafePointer<UInt8>) {
        if unsafe ExpatName.isEqual(local, "sheetData") {
            unsafe place = .data
            unsafe hasData = true
        } else if unsafe ExpatName.isEqual(local, "cols") {
            unsafe place = .columns
        } else if unsafe ExpatName.isEqual(local, "mergeCells") {
            unsafe place = .merges
        } else {
            unsafe skip()
        }
    }

    private mutating func noteColumns(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        guard let hidden = unsafe ExpatName.attribute(attributes, "hidden"), unsafe ExpatName.isTrue(hidden),
            let first = unsafe ExpatName.attribute(attributes, "min").flatMap({ unsafe ExpatName.wholeNumber($0) }),
            let last = unsafe ExpatName.attribute(attributes, "max").flatMap({ unsafe ExpatName.wholeNumber($0) }),
            1 <= first, first <= last, first <= CellName.columnCount, unsafe hiddenColumns.count < CellName.columnCount
        else { return }
        unsafe hiddenColumns.append(first - 1...min(last, CellName.columnCount) - 1)
    }

    private mutating func noteMerge(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        guard let reference = unsafe ExpatName.attribute(attributes, "ref"),
            let range = CellRange(reference: unsafe String(cString: reference)),
            unsafe merges.count < CellName.lastRow
        else { return unsafe fail() }
        unsafe merges.append(range)
    }

    // MARK: Rows and cells

    private mutating func startRow(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        unsafe place = .row
        var row = unsafe self.row + 1
        unsafe rowIsHidden = false
        unsafe nextColumn = 0
        var place = 0
        while let name = unsafe attributes[place], let text = unsafe attributes[place + 1] {
            let (name, value) = unsafe (
                UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self),
                UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            )
            if unsafe ExpatName.isLetter(name, UInt8(ascii: "r")) {
                // A row may be left out, but none comes twice or before another.
                guard let number = unsafe ExpatName.wholeNumber(value), number >= row else { return unsafe fail() }
                row = number
            } else if unsafe ExpatName.isEqual(name, "hidden") {
                unsafe rowIsHidden = unsafe ExpatName.isTrue(value)
            }
            place += 2
        }
        guard row <= CellName.lastRow else { return unsafe fail(.oversized(path: path)) }
        unsafe self.row = row
    }

    @inline(__always)
    private mutating func startCell(_ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>) {
        unsafe place = .cell
        unsafe column = nextColumn
        unsafe kind = .number
        unsafe format = .number
        unsafe hasFormula = false
        unsafe value.cut(to: 0)
        var place = 0
        while let name = unsafe attributes[place], let text = unsafe attributes[place + 1] {
            place &+= 2
            let value = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            guard unsafe name[0] != 0 && name[1] == 0 else { continue }
            switch unsafe UInt8(bitPattern: name[0]) {
            case UInt8(ascii: "r"): unsafe takeReference(value)
            case UInt8(ascii: "s"):
                if let style = unsafe ExpatName.wholeNumber(value), unsafe style < formats.count {
                    unsafe format = formats[style]
                }
            case UInt8(ascii: "t"): unsafe takeKind(value)
            default: break
            }
        }
        guard unsafe column < CellName.columnCount else { return unsafe fail(.oversized(path: path)) }
        unsafe nextColumn = column &+ 1
    }

    /// The place of the cell, such as `C17`: in its row, and after the cell before it.
    @inline(__always)
    private mutating func takeReference(_ text: UnsafePointer<UInt8>) {
        var (letters, number, place) = (0, 0, 0)
        while true {
            let letter = unsafe text[place] & 0xDF
            guard unsafe letter &- UInt8(ascii: "A") < 26 && text[place] >= 0x40 && place < 3 else { break }
            letters = letters &* 26 &+ Int(letter &- 0x40)
            place &+= 1
        }
        let digitsStart = place
        while unsafe text[place] &- 0x30 <= 9 && place < digitsStart + 7 {
            number = unsafe number &* 10 &+ Int(text[place] &- 0x30)
            place &+= 1
        }
        guard unsafe text[place] == 0 && number == row && letters > nextColumn else { return unsafe fail() }
        unsafe column = letters &- 1
    }

    private mutating func takeKind(_ text: UnsafePointer<UInt8>) {
        if unsafe text[0] != 0 && text[1] == 0 {
            switch unsafe text[0] {
            case UInt8(ascii: "s"): unsafe kind = .shared
            case UInt8(ascii: "n"): unsafe kind = .number
            case UInt8(ascii: "b"): unsafe kind = .boolean
            case UInt8(ascii: "e"): unsafe kind = .error
            case UInt8(ascii: "d"): unsafe kind = .iso
            default: unsafe kind = .text
            }
        } else {
            unsafe kind = unsafe ExpatName.isEqual(text, "inlineStr") ? .inline : .text
        }
    }

    @inline(__always)
    private mutating func endCell() {
        let count = unsafe value.count
        guard count > 0 else {
            // A formula that gives the empty text has a value, and says so by its kind.
            if unsafe hasFormula && kind != .text {
                unsafe builder.moveOn(to: column)
                unsafe builder.endField(.uncalculated)
            }
            return
        }
        unsafe builder.moveOn(to: column)
        let type: CellType
        switch unsafe kind {
        case .shared:
            type = .text
            let index = unsafe ExpatName.wholeNumber(value.start, count) ?? trimmedNumber()
            if let strings = unsafe strings {
                guard let index, unsafe strings.pointee.append(index, to: &builder.bytes) else { return unsafe fail() }
            }
        case .number: type = unsafe endNumber()
        case .text, .inline:
            type = .text
            unsafe EscapedText.decode(&value, from: 0)
            unsafe builder.bytes.append(value.start, value.count)
        case .boolean:
            unsafe EscapedText.trim(&value, from: 0)
            type = unsafe endTruth()
        case .error:
            type = .error
            unsafe builder.bytes.append(value.start, count)
        case .iso:
            unsafe EscapedText.trim(&value, from: 0)
            type = unsafe CellTime.writeISO(value.all, showsDay: format == .date, to: &builder.bytes)
        }
        unsafe builder.endField(type)
        if unsafe builder.recordIsTooLong { unsafe fail(.recordTooLong(path: path, line: row)) }
        if unsafe builder.isOversized { unsafe fail(.oversized(path: path)) }
    }

    private mutating func endTruth() -> CellType {
        switch unsafe String(decoding: value.all, as: UTF8.self) {
        case "1", "true": unsafe builder.bytes.append("SANT")
        case "0", "false": unsafe builder.bytes.append("FALSKT")
        default:
            unsafe builder.bytes.append(value.start, value.count)
            return .text
        }
        return .boolean
    }

    private mutating func trimmedNumber() -> Int? {
        unsafe EscapedText.trim(&value, from: 0)
        return unsafe ExpatName.wholeNumber(value.start, value.count)
    }

    @inline(__always)
    private mutating func endNumber() -> CellType {
        if unsafe hasFormula && awaitsCalculation && value.count == 1 && value.start[0] == 0x30 {
            return .uncalculated
        }
        if unsafe format == .number && CellNumber.copyPlain(value.all, to: &builder.bytes) { return .number }
        guard let number = unsafe CellNumber(value.all) else {
            unsafe builder.bytes.append(value.start, value.count)
            return .text
        }
        if unsafe format == .number {
            unsafe number.write(to: &builder.bytes)
            return .number
        }
        return unsafe CellTime.write(number, format, system, to: &builder.bytes)
    }
}
