// SPDX-License-Identifier: EUPL-1.2

/// A compound file of OLE ([MS-CFB]): what `.xls` and locked workbooks are kept in. Held in memory whole, and read with
/// every place checked.
struct OLEFile {
    /// A file larger than this is no workbook of 65 536 rows.
    private static let largest = 1 << 28
    /// Marks of the end of a chain, and of all that is no sector.
    private static let noSector = 0xFFFF_FFF0

    private struct Entry {
        var name: String
        var start: Int
        var size: Int
    }

    let bytes: CheckedBytes
    private let sectorShift: Int
    private var table: [Int] = []
    private var smallTable: [Int] = []
    private var smallContainer: [UInt8] = []
    private var smallLimit = 0
    private var entries: [Entry] = []

    init(_ source: borrowing ByteSource) throws(ReadError) {
        guard source.size <= OLEFile.largest else { throw .oversized(path: source.path) }
        bytes = CheckedBytes(try source.bytes(at: 0, count: source.size), path: source.path)
        sectorShift = try bytes.half(30)
        guard sectorShift == 9 || sectorShift == 12, try bytes.half(32) == 6 else { throw bytes.damaged }
        try readTable()
        let directory = CheckedBytes(try chain(from: bytes.word(48), in: table, size: nil), path: bytes.path)
        guard directory.count > 0, directory.count % (1 << sectorShift) == 0 else { throw bytes.damaged }
        for place in stride(from: 0, to: directory.count - 127, by: 128) {
            let length = min(64, try directory.half(place + 64))
            guard length >= 2, try directory.byte(place + 66) != 0 else { continue }
            var units: [UInt16] = []
            for unit in stride(from: 0, to: length - 2, by: 2) {
                units.append(UInt16(try directory.half(place + unit)))
            }
            entries.append(
                Entry(
                    name: String(decoding: units, as: UTF16.self), start: try directory.word(place + 116),
                    size: try directory.word(place + 120)))
        }
        smallLimit = try bytes.word(56)
        // The first entry is the root, whose stream is where all small streams lie.
        if let root = entries.first, root.size > 0, root.start < OLEFile.noSector {
            smallContainer = try chain(from: root.start, in: table, size: root.size)
            let smalls = CheckedBytes(try chain(from: bytes.word(60), in: table, size: nil), path: bytes.path)
            for place in stride(from: 0, to: smalls.count - 3, by: 4) { smallTable.append(try smalls.word(place)) }
        }
    }

    /// Whether a stream of the name is there.
    func has(_ name: String) -> Bool { entries.contains { $0.name == name } }

    /// The bytes of a stream; nil when there is none of the name.
    func stream(_ name: String) throws(ReadError) -> [UInt8]? {
        guard let entry = entries.first(where: { $0.name == name }) else { return nil }
        if entry.size >= smallLimit { return try chain(from: entry.start, in: table, size: entry.size) }
        var stream: [UInt8] = []
        var sector = entry.start
        while stream.count < entry.size {
            guard smallTable.indices ~= sector, sector * 64 + 64 <= smallContainer.count + 63,
                sector * 64 < smallContainer.count
            else { throw bytes.damaged }
            stream += smallContainer[sector * 64..<min(smallContainer.count, sector * 64 + 64)]
            sector = smallTable[sector]
        }
        return Array(stream.prefix(entry.size))
    }

    /// The table of which sector follows which.
    private mutating func readTable() throws(ReadError) {
        let perSector = 1 << (sectorShift - 2)
        var sectors: [Int] = []
        for place in 0..<109 { sectors.append(try bytes.word(76 + place * 4)) }
        var next = try bytes.word(68)
        var seen = 0
        while next < OLEFile.noSector {
            seen += 1
            guard seen <= bytes.count >> sectorShift else { throw bytes.damaged }
            let start = (next + 1) << sectorShift
            for place in 0..<perSector - 1 { sectors.append(try bytes.word(start + place * 4)) }
            next = try bytes.word(start + (perSector - 1) * 4)
        }
        let count = try bytes.word(44)
        guard count <= bytes.count >> sectorShift else { throw bytes.damaged }
        for sector in sectors.prefix(count) where sector < OLEFile.noSector {
            let start = (sector + 1) << sectorShift
            for place in 0..<perSector { table.append(try bytes.word(start + place * 4)) }
        }
    }

    /// The bytes of a chain of sectors: `size` of them, or all.
    private func chain(from first: Int, in table: [Int], size: Int?) throws(ReadError) -> [UInt8] {
        var stream: [UInt8] = []
        var sector = first
        while size.map({ stream.count < $0 }) ?? (sector < OLEFile.noSector) {
            let start = (sector + 1) << sectorShift
            // The file may end within its last sector. No chain is longer than the file, so a ring ends here too.
            guard table.indices ~= sector, start < bytes.count, stream.count <= bytes.count else { throw bytes.damaged }
            stream += try bytes.slice(start, min(1 << sectorShift, bytes.count - start))
            sector = table[sector]
        }
        return size.map { Array(stream.prefix($0)) } ?? stream
    }
}

/// Bytes with numbers in them, least significant byte first; to ask for what is not there is an error of the file's.
struct CheckedBytes {
    private let bytes: [UInt8]
    let path: String

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    var count: Int { bytes.count }
    var damaged: ReadError { .damaged(path: path) }

    func byte(_ place: Int) throws(ReadError) -> Int {
        guard bytes.indices ~= place else { throw damaged }
        return Int(bytes[place])
    }

    func half(_ place: Int) throws(ReadError) -> Int {
        guard place >= 0, place + 2 <= bytes.count else { throw damaged }
        return Int(bytes[place]) | Int(bytes[place + 1]) << 8
    }

    func word(_ place: Int) throws(ReadError) -> Int {
        try half(place) | half(place + 2) << 16
    }

    func double(_ place: Int) throws(ReadError) -> Double {
        Double(bitPattern: UInt64(try word(place)) | UInt64(try word(place + 4)) << 32)
    }

    func slice(_ place: Int, _ length: Int) throws(ReadError) -> ArraySlice<UInt8> {
        guard place >= 0, length >= 0, place + length <= bytes.count else { throw damaged }
        return bytes[place..<place + length]
    }
}
