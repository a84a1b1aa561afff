// SPDX-License-Identifier: EUPL-1.2

/// A workbook of Excel 97-2003 ([MS-XLS]), opened as far as its sheets, formats and texts.
///
/// FreeXL, the library for it, was tried and left: it gives 26:30 under `[h]:mm` as 02:30, drops the sign of lengths of time
/// and the values of formulas, and knows no hidden rows or sheets, all without a word.
final class XLSWorkbook {
    /// A sheet of cells.
    struct Sheet {
        var name: String
        var isHidden: Bool
        /// Where its records start in the stream.
        var start: Int
    }

    let file: FileBytes
    let records: XLSRecords
    private(set) var sheets: [Sheet] = []
    private(set) var formats: [NumberFormat] = []
    private(set) var system = DateSystem.from1900
    private(set) var texts: [[UInt8]] = []

    /// Nil when the file is some other OLE file. Throws `encrypted` for a workbook with a password, old or new.
    init?(_ file: FileBytes) throws(ReadError) {
        self.file = file
        let container = try OLEFile(file.source)
        let path = file.source.path
        guard !container.has("EncryptedPackage") else { throw .encrypted(path: path) }
        guard let stream = try container.stream("Workbook") else {
            guard !container.has("Book") else { throw .binaryWorkbook(path: path) }
            return nil
        }
        records = XLSRecords(CheckedBytes(stream, path: path))
        try readGlobals()
    }

    private func readGlobals() throws(ReadError) {
        let bytes = records.bytes
        var codes: [Int: NumberFormat] = [:]
        var styles: [Int] = []
        var place = 0
        let first = try records.record(at: 0)
        guard first.type == XLSRecords.start, first.length >= 4 else { throw bytes.damaged }
        guard try bytes.half(first.start) == 0x0600 else { throw .binaryWorkbook(path: bytes.path) }
        while true {
            let record = try records.record(at: place)
            place = record.next
            switch record.type {
            case XLSRecords.end:
                formats = styles.map { codes[$0] ?? NumberFormat(builtIn: $0) }
                guard Set(sheets.map(\.name)).count == sheets.count else { throw bytes.damaged }
                return
            case 0x2F: throw .encrypted(path: bytes.path)
            case 0x22: if try bytes.half(record.start) == 1 { system = .from1904 }
            case 0x41E:
                var text = XLSText(records, record, at: record.start + 2)
                codes[try bytes.half(record.start)] = NumberFormat(
                    code: String(decoding: try text.read(countBytes: 2), as: UTF8.self))
            case 0xE0: styles.append(try bytes.half(record.start + 2))
            case 0x85: try readSheet(record)
            case 0xFC:
                var text = XLSText(records, record, at: record.start + 8)
                let count = try bytes.word(record.start + 4)
                while texts.count < count {
                    texts.append(try text.read(countBytes: 2))
                }
                place = text.nextRecord
            default: break
            }
        }
    }

    private func readSheet(_ record: XLSRecords.Record) throws(ReadError) {
        let bytes = records.bytes
        // Charts and macros are no tables.
        guard try bytes.byte(record.start + 5) == 0 else { return }
        var text = XLSText(records, record, at: record.start + 6)
        sheets.append(
            Sheet(
                name: String(decoding: try text.read(countBytes: 1), as: UTF8.self),
                isHidden: try bytes.byte(record.start + 4) & 3 != 0, start: try bytes.word(record.start)))
    }
}

/// The stream of an `.xls`: records of a type and a length, one after the other.
struct XLSRecords {
    /// The types that start and end a part of the stream, and that carries a record on which was too long.
    static let start = 0x809
    static let end = 0x0A
    static let more = 0x3C

    struct Record {
        var type: Int
        /// Where its content starts, and how long it is.
        var start: Int
        var length: Int
        var next: Int { start + length }
    }

    let bytes: CheckedBytes

    init(_ bytes: CheckedBytes) { self.bytes = bytes }

    func record(at place: Int) throws(ReadError) -> Record {
        let record = Record(type: try bytes.half(place), start: place + 4, length: try bytes.half(place + 2))
        guard record.next <= bytes.count else { throw bytes.damaged }
        return record
    }
}

/// Reads texts, in one byte or two a character, over the ends of records where they are carried on in the next.
struct XLSText {
    private let records: XLSRecords
    private var place: Int
    private var end: Int

    init(_ records: XLSRecords, _ record: XLSRecords.Record, at place: Int) {
        self.records = records
        self.place = place
        end = record.next
    }

    /// Where the record after the last one that was read into starts.
    var nextRecord: Int { end }

    /// The next text as UTF-8; its count of characters stands in one byte or two.
    mutating func read(countBytes: Int) throws(ReadError) -> [UInt8] {
        let count = countBytes == 1 ? try byte() : try half()
        let flags = try byte()
        let runs = flags & 8 != 0 ? try half() : 0
        let extra = flags & 4 != 0 ? try half() | half() << 16 : 0
        let units = try characters(count, isWide: flags & 1 != 0)
        try pass(runs * 4 + extra)
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private mutating func characters(_ count: Int, isWide: Bool) throws(ReadError) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(count)
        var isWide = isWide
        while units.count < count {
            if place == end {
                try carryOn()
                isWide = try byte() & 1 != 0
            }
            units.append(UInt16(isWide ? try half() : try byte()))
        }
        return units
    }

    private mutating func carryOn() throws(ReadError) {
        let next = try records.record(at: end)
        guard next.type == XLSRecords.more else { throw records.bytes.damaged }
        (place, end) = (next.start, next.next)
    }

    private mutating func byte() throws(ReadError) -> Int {
        while place == end { try carryOn() }
        defer { place += 1 }
        return try records.bytes.byte(place)
    }

    private mutating func half() throws(ReadError) -> Int {
        while place == end { try carryOn() }
        guard place + 2 <= end else { throw records.bytes.damaged }
        defer { place += 2 }
        return try records.bytes.half(place)
    }

    private mutating func pass(_ count: Int) throws(ReadError) {
        var rest = count
        while rest > 0 {
            while place == end { try carryOn() }
            let step = min(rest, end - place)
            place += step
            rest -= step
        }
    }
}
