// SPDX-License-Identifier: EUPL-1.2
import Terms

/// Reads one JSON document (RFC 8259). Numbers become `.integer` when they are whole and written so.
struct JSONReader {
    private let bytes: [UInt8]
    private var place = 0
    private let path: String

    /// The document in `bytes`; `path` stands in errors.
    static func read(_ bytes: [UInt8], path: String) throws(CaseError) -> JSON {
        var reader = JSONReader(bytes: bytes, path: path)
        let value = try reader.value()
        reader.passBlanks()
        guard reader.place == bytes.count else { throw reader.wrong }
        return value
    }

    private init(bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    private var wrong: CaseError { .notJSON(path: path, byte: place) }

    private mutating func passBlanks() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    /// The next byte that is no blank, without taking it.
    private mutating func peek() throws(CaseError) -> UInt8 {
        passBlanks()
        guard place < bytes.count else { throw wrong }
        return bytes[place]
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let wanted = Array("\(text)".utf8)
        guard bytes[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    private mutating func value() throws(CaseError) -> JSON {
        switch try peek() {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "n") where take("null"): return .null
        case UInt8(ascii: "t") where take("true"): return .bool(true)
        case UInt8(ascii: "f") where take("false"): return .bool(false)
        default: return try number()
        }
    }

    private mutating func object() throws(CaseError) -> JSON {
        var members: [(key: String, value: JSON)] = []
        place += 1
        if try peek() == UInt8(ascii: "}") {
            place += 1
        } else {
            while true {
                guard try peek() == UInt8(ascii: "\"") else { throw wrong }
                let key = try string()
                guard try peek() == UInt8(ascii: ":") else { throw wrong }
                place += 1
                members.append((key, try value()))
                if try isLast(UInt8(ascii: "}")) { break }
            }
        }
        return .object(members)
    }

    private mutating func array() throws(CaseError) -> JSON {
        var values: [JSON] = []
        place += 1
        if try peek() == UInt8(ascii: "]") {
            place += 1
        } else {
            while true {
                values.append(try value())
                if try isLast(UInt8(ascii: "]")) { break }
            }
        }
        return .array(values)
    }

    /// Takes a comma or the closing sign.
    private mutating func isLast(_ closing: UInt8) throws(CaseError) -> Bool {
        let sign = try peek()
        guard sign == closing || sign == UInt8(ascii: ",") else { throw wrong }
        place += 1
        return sign == closing
    }

    private mutating func number() throws(CaseError) -> JSON {
        let start = place
        while place < bytes.count, "+-.0123456789eE".utf8.contains(bytes[place]) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if let whole = Int(text) { return .integer(whole) }
        guard let number = Double(text) else { throw wrong }
        return .number(number)
    }

    private mutating func string() throws(CaseError) -> String {
        var text: [UInt8] = []
        place += 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            if bytes[place] == UInt8(ascii: "\\") {
                place += 1
                text.append(contentsOf: String(try escape()).utf8)
            } else {
                text.append(bytes[place])
                place += 1
            }
        }
        guard place < bytes.count else { throw wrong }
        place += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func escape() throws(CaseError) -> Character {
        guard place < bytes.count else { throw wrong }
        let sign = bytes[place]
        place += 1
        switch sign {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): return Character(try codePoint())
        default: return Character(Unicode.Scalar(sign))
        }
    }

    /// Four hexadecimal digits, twice for a pair of surrogates.
    private mutating func codePoint() throws(CaseError) -> Unicode.Scalar {
        let first = try fourDigits()
        guard (0xD800..<0xDC00).contains(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw wrong }
            return scalar
        }
        guard take("\\u") else { throw wrong }
        let second = try fourDigits()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw wrong }
        return scalar
    }

    private mutating func fourDigits() throws(CaseError) -> UInt32 {
        guard place + 4 <= bytes.count,
            let code = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
        else { throw wrong }
        place += 4
        return code
    }
}
