// SPDX-License-Identifier: EUPL-1.2

/// The records of a JSON file (RFC 8259) that is the answer of a statistics service (poster i JSON).
///
/// The answer is a list of objects, or an object whose member `values` is one. The members of an object that are no lists
/// are fields. Where one of its members is a list of objects in its turn, each of those is a record, with the fields of the
/// object it stands in before its own; else the object is a record. The names of the members, in the order they first
/// appear, are the header. `null` is an empty field, `true` and `false` are these words, and a number is its digits as
/// written. A record's line is that of its first brace.
final class JSONRecords: BatchReader {
    let format = FileFormat.workbook(.json)
    private var batch: RecordBatch?

    /// A larger file is no saved answer, in bytes.
    private static let largest = 1 << 26

    /// Throws `notRecords` with the line where the file is no JSON, or JSON of another form, `empty` where it has no records.
    init(_ source: borrowing ByteSource) throws(ReadError) {
        guard source.size <= Self.largest else { throw .oversized(path: source.path) }
        var parser = JSONParser(try source.bytes(at: 0, count: source.size), path: source.path)
        let root = try parser.document()
        guard let list = Self.list(root) else { throw .notRecords(path: source.path, line: root.line) }
        var table = Flattened()
        for element in list {
            guard case .object(let members) = element.value else {
                throw .notRecords(path: source.path, line: element.line)
            }
            try table.add(members, line: element.line, path: source.path)
        }
        guard !table.records.isEmpty else { throw .empty(path: source.path) }
        batch = table.batch
    }

    func nextBatch() throws(ReadError) -> RecordBatch? {
        defer { batch = nil }
        return batch
    }

    /// Whether a file's first bytes are those of an object or a list of objects.
    static func isJSON(_ start: [UInt8]) -> Bool {
        var rest = start[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        let signs = rest.filter { !JSONParser.isBlank($0) }.prefix(2)
        return signs.elementsEqual(Array("{\"".utf8)) || signs.elementsEqual(Array("[{".utf8))
            || signs.elementsEqual(Array("{}".utf8))
    }

    private static func list(_ root: JSONParser.Element) -> [JSONParser.Element]? {
        switch root.value {
        case .list(let list): return list
        case .object(let members):
            if case .list(let list)? = members.first(where: { $0.name == "values" })?.element.value { return list }
            return nil
        case .field: return nil
        }
    }

    /// Objects as records under one header.
    private struct Flattened {
        private(set) var header: [String] = []
        private var places: [String: Int] = [:]
        /// Each with its fields by the header's places.
        private(set) var records: [(line: Int, fields: [Int: String])] = []

        mutating func add(_ members: [JSONParser.Member], line: Int, path: String) throws(ReadError) {
            var own: [Int: String] = [:]
            var inner: [JSONParser.Element]?
            for member in members {
                switch member.element.value {
                case .field(let text): own[place(of: member.name)] = text
                case .list(let list) where inner == nil: inner = list
                case .list, .object: throw .notRecords(path: path, line: member.element.line)
                }
            }
            guard let inner else {
                records.append((line, own))
                return
            }
            for element in inner {
                guard case .object(let members) = element.value else {
                    throw .notRecords(path: path, line: element.line)
                }
                var fields = own
                for member in members {
                    guard case .field(let text) = member.element.value else {
                        throw .notRecords(path: path, line: member.element.line)
                    }
                    fields[place(of: member.name)] = text
                }
                records.append((element.line, fields))
            }
        }

        private mutating func place(of name: String) -> Int {
            if let place = places[name] { return place }
            places[name] = header.count
            header.append(name)
            return header.count - 1
        }

        /// The header, then the records.
        var batch: RecordBatch {
            var bytes: [UInt8] = []
            var fieldEnds: [UInt32] = [0]
            var recordEnds: [UInt32] = [0]
            func end(_ text: String) {
                bytes += text.utf8
                fieldEnds.append(UInt32(bytes.count))
            }
            for name in header { end(name) }
            recordEnds.append(UInt32(fieldEnds.count - 1))
            for record in records {
                for place in header.indices { end(record.fields[place] ?? "") }
                recordEnds.append(UInt32(fieldEnds.count - 1))
            }
            return RecordBatch(
                bytes: bytes, fieldEnds: fieldEnds, recordEnds: recordEnds, lines: [1] + records.map(\.line),
                quotedFields: [], irregularities: [])
        }
    }
}

/// Reads JSON text into its parts, each with the line it stands on.
struct JSONParser {
    struct Element {
        let value: Value
        /// The physical line, from 1.
        let line: Int
    }

    struct Member {
        let name: String
        let element: Element
    }

    enum Value {
        /// What is neither a list nor an object, as text.
        case field(String)
        case list([Element])
        case object([Member])
    }

    /// Deeper than any answer.
    private static let deepest = 32

    private let bytes: [UInt8]
    private let path: String
    private var place = 0
    private var line = 1

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// The one value of the file. Throws `notRecords` where it is no JSON.
    mutating func document() throws(ReadError) -> Element {
        let element = try element(depth: 0)
        passBlanks()
        guard place == bytes.count else { throw failure }
        return element
    }

    private var failure: ReadError { .notRecords(path: path, line: line) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func passBlanks() {
        while let byte = next, Self.isBlank(byte) {
            if byte == 0x0A { line += 1 }
            place += 1
        }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        passBlanks()
        guard next == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func element(depth: Int) throws(ReadError) -> Element {
        guard depth <= Self.deepest else { throw failure }
        passBlanks()
        let start = line
        switch next {
        case UInt8(ascii: "{"):
            place += 1
            var members: [Member] = []
            if take("}") { return Element(value: .object([]), line: start) }
            repeat {
                passBlanks()
                guard next == UInt8(ascii: "\"") else { throw failure }
                let name = try string()
                guard take(":") else { throw failure }
                members.append(Member(name: name, element: try element(depth: depth + 1)))
            } while take(",")
            guard take("}") else { throw failure }
            return Element(value: .object(members), line: start)
        case UInt8(ascii: "["):
            place += 1
            var list: [Element] = []
            if take("]") { return Element(value: .list([]), line: start) }
            repeat { list.append(try element(depth: depth + 1)) } while take(",")
            guard take("]") else { throw failure }
            return Element(value: .list(list), line: start)
        case UInt8(ascii: "\""): return Element(value: .field(try string()), line: start)
        case .some: return Element(value: .field(try word()), line: start)
        case nil: throw failure
        }
    }

    /// A number as written, or one of the three words.
    private mutating func word() throws(ReadError) -> String {
        let start = place
        while let byte = next, !Self.isBlank(byte), ![0x2C, 0x5D, 0x7D].contains(byte) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        if word == "null" { return "" }
        guard word == "true" || word == "false" || Self.isNumber(word) else { throw failure }
        return word
    }

    /// `-12`, `0.5`, `1e3`.
    private static func isNumber(_ word: String) -> Bool {
        guard let first = word.utf8.first, first == 0x2D || (0x30...0x39).contains(first) else { return false }
        return word.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
            && Double(word) != nil
    }

    private mutating func string() throws(ReadError) -> String {
        place += 1
        var units: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case 0x22: return String(decoding: units, as: UTF8.self)
            case 0x5C: units += try escaped()
            // A line break or another control character has to be escaped.
            case 0x00...0x1F: throw failure
            case _: units.append(byte)
            }
        }
        throw failure
    }

    /// What stands after a backslash, as UTF-8.
    private mutating func escaped() throws(ReadError) -> [UInt8] {
        guard let sign = next else { throw failure }
        place += 1
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [sign]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "u"):
            var units = [try codeUnit()]
            if UTF16.isLeadSurrogate(units[0]), place + 1 < bytes.count, bytes[place] == 0x5C,
                bytes[place + 1] == UInt8(ascii: "u")
            {
                place += 2
                units.append(try codeUnit())
            }
            return Array(String(decoding: units, as: UTF16.self).utf8)
        case _: throw failure
        }
    }

    private mutating func codeUnit() throws(ReadError) -> UInt16 {
        guard place + 4 <= bytes.count,
            let unit = UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
        else { throw failure }
        place += 4
        return unit
    }
}
