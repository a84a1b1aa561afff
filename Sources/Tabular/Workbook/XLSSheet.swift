// SPDX-License-Identifier: EUPL-1.2

/// Reads a sheet of an `.xls` row by row (bladläsare). Its records are gone through once for where the cells are and what
/// is hidden or merged, and once more for their values.
@safe final class XLSSheet: BatchReader, SheetShape {
    /// A cell's record, or one of the cells of a record that has several.
    private struct Cell {
        /// Row and column in one number, to sort by.
        var place: UInt32
        var record: UInt32
        var row: Int { Int(place >> 16) }
        var column: Int { Int(place & 0xFFFF) }
    }

    let format = FileFormat.workbook(.xls)
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private(set) var merges: [CellRange] = []
    private let workbook: XLSWorkbook
    private var cells: [Cell] = []
    private var hiddenRows: Set<Int> = []
    private var nextCell = 0
    private var builder = unsafe RecordBuilder()

    init(_ workbook: XLSWorkbook, _ sheet: XLSWorkbook.Sheet) throws(ReadError) {
        self.workbook = workbook
        try findCells(from: sheet.start)
    }

    deinit { unsafe builder.deallocate() }

    func nextBatch() throws(ReadError) -> RecordBatch? {
        while nextCell < cells.count, unsafe !builder.isEnough {
            let row = cells[nextCell].row
            while nextCell < cells.count, cells[nextCell].row == row {
                try read(cells[nextCell])
                nextCell += 1
            }
            unsafe builder.endRecord(line: row + 1, isHidden: hiddenRows.contains(row))
        }
        return unsafe builder.recordCount > 0 ? builder.takeBatch() : nil
    }

    // MARK: Where the cells are

    private func findCells(from start: Int) throws(ReadError) {
        let (records, bytes) = (workbook.records, workbook.records.bytes)
        var place = start
        // Charts within the sheet have records of their own.
        var depth = 0
        repeat {
            let record = try records.record(at: place)
            if record.type == XLSRecords.start { depth += 1 }
            if record.type == XLSRecords.end { depth -= 1 }
            guard depth >= 1 || record.type == XLSRecords.end else { throw bytes.damaged }
            if depth == 1 { try note(record, at: place) }
            place = record.next
        } while depth > 0
        if zip(cells, cells.dropFirst()).contains(where: { $0.place >= $1.place }) {
            cells.sort { $0.place < $1.place }
            guard !zip(cells, cells.dropFirst()).contains(where: { $0.place == $1.place }) else { throw bytes.damaged }
        }
    }

    private func note(_ record: XLSRecords.Record, at place: Int) throws(ReadError) {
        let bytes = workbook.records.bytes
        switch record.type {
        case 0x06, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E:
            guard record.length >= 7 else { throw bytes.damaged }
            try add(bytes.half(record.start), bytes.half(record.start + 2), place)
        case 0xBD:
            guard record.length >= 12 else { throw bytes.damaged }
            let (row, first) = (try bytes.half(record.start), try bytes.half(record.start + 2))
            for column in 0..<(record.length - 6) / 6 { try add(row, first + column, place) }
        case 0x208:
            guard record.length >= 14 else { throw bytes.damaged }
            if try bytes.half(record.start + 12) & 0x20 != 0 { hiddenRows.insert(try bytes.half(record.start)) }
        case 0x7D:
            guard record.length >= 10 else { throw bytes.damaged }
            let (first, last) = (try bytes.half(record.start), try bytes.half(record.start + 2))
            if try bytes.half(record.start + 8) & 1 != 0, first <= last { hiddenColumns.append(first...min(last, 255)) }
        case 0xE5:
            let count = try bytes.half(record.start)
            guard record.length >= 2 + count * 8 else { throw bytes.damaged }
            for number in 0..<count {
                let at = record.start + 2 + number * 8
                let (top, bottom) = (try bytes.half(at), try bytes.half(at + 2))
                let (left, right) = (try bytes.half(at + 4), try bytes.half(at + 6))
                guard top <= bottom, left <= right else { throw bytes.damaged }
                merges.append(CellRange(rows: top + 1...bottom + 1, columns: left...right))
            }
        default: break
        }
    }

    private func add(_ row: Int, _ column: Int, _ place: Int) throws(ReadError) {
        guard column < 256 else { throw workbook.records.bytes.damaged }
        cells.append(Cell(place: UInt32(row) << 16 | UInt32(column), record: UInt32(place)))
    }

    // MARK: What they hold

    private func read(_ cell: Cell) throws(ReadError) {
        let bytes = workbook.records.bytes
        let record = try workbook.records.record(at: Int(cell.record))
        let value = record.start + 6
        let style = try bytes.half(record.start + 4)
        unsafe builder.moveOn(to: cell.column)
        switch record.type {
        case 0x203: try number(bytes.double(value), style)
        case 0x27E: try number(packed(bytes.word(value)), style)
        case 0xBD:
            let at = record.start + 4 + (cell.column - (try bytes.half(record.start + 2))) * 6
            try number(packed(bytes.word(at + 2)), bytes.half(at))
        case 0xFD:
            let index = try bytes.word(value)
            guard workbook.texts.indices ~= index else { throw bytes.damaged }
            text(workbook.texts[index])
        case 0x204, 0xD6:
            var reader = XLSText(workbook.records, record, at: value)
            text(try reader.read(countBytes: 2))
        case 0x205: truthOrError(try bytes.byte(value), isError: try bytes.byte(value + 1) != 0)
        default: try formula(record, style)
        }
        if unsafe builder.recordIsTooLong { throw .recordTooLong(path: bytes.path, line: cell.row + 1) }
    }

    /// Four bytes that are a whole number or the front half of a binary one, perhaps in hundredths.
    private func packed(_ word: Int) -> Double {
        let isWhole = word & 2 != 0
        let value =
            isWhole
            ? Double(Int32(truncatingIfNeeded: word) >> 2)
            : Double(bitPattern: UInt64(word & 0xFFFF_FFFC) << 32)
        return word & 1 != 0 ? value / 100 : value
    }

    private func number(_ value: Double, _ style: Int) throws(ReadError) {
        let written = Array(value.description.utf8)
        guard let number = unsafe written.withUnsafeBufferPointer({ unsafe CellNumber($0) }) else {
            throw workbook.records.bytes.damaged
        }
        let format = workbook.formats.indices ~= style ? workbook.formats[style] : .number
        if format == .number {
            unsafe number.write(to: &builder.bytes)
            unsafe builder.endField(.number)
        } else {
            let type = unsafe CellTime.write(number, format, workbook.system, to: &builder.bytes)
            unsafe builder.endField(type)
        }
    }

    private func text(_ text: [UInt8], _ type: CellType = .text) {
        for byte in text { unsafe builder.bytes.append(byte) }
        unsafe builder.endField(type)
    }

    private func truthOrError(_ value: Int, isError: Bool) {
        guard isError else { return text(Array((value != 0 ? "SANT" : "FALSKT").utf8), .boolean) }
        let name =
            switch value {
            case 0x00: "#NULL!"
            case 0x07: "#DIV/0!"
            case 0x0F: "#VALUE!"
            case 0x17: "#REF!"
            case 0x1D: "#NAME?"
            case 0x24: "#NUM!"
            default: "#N/A"
            }
        text(Array(name.utf8), .error)
    }

    private func formula(_ record: XLSRecords.Record, _ style: Int) throws(ReadError) {
        let bytes = workbook.records.bytes
        guard record.length >= 16 else { throw bytes.damaged }
        let value = record.start + 6
        guard try bytes.half(value + 6) == 0xFFFF else {
            let result = try bytes.double(value)
            // To be calculated when the file is opened, and zero: never calculated.
            let flags = try bytes.half(record.start + 14)
            if result == 0 && flags & 2 != 0 { return text([], .uncalculated) }
            return try number(result, style)
        }
        switch try bytes.byte(value) {
        case 0: text(try formulaText(after: record))
        case 1: truthOrError(try bytes.byte(value + 2), isError: false)
        case 2: truthOrError(try bytes.byte(value + 2), isError: true)
        case 3: text([])
        default: throw bytes.damaged
        }
    }

    /// The text that a formula gave stands in a record of its own, after what else is told of the formula.
    private func formulaText(after formula: XLSRecords.Record) throws(ReadError) -> [UInt8] {
        var place = formula.next
        while true {
            let record = try workbook.records.record(at: place)
            switch record.type {
            case 0x207:
                var reader = XLSText(workbook.records, record, at: record.start)
                return try reader.read(countBytes: 2)
            case 0x221, 0x236, 0x4BC, XLSRecords.more: place = record.next
            default: throw workbook.records.bytes.damaged
            }
        }
    }
}
