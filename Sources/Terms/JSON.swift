// SPDX-License-Identifier: EUPL-1.2

/// A JSON value (RFC 8259) whose members keep the order they are given in, so that the same values are the same bytes.
package indirect enum JSON: Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// Shortest form that reads back as the same number; what is not finite has no form in JSON and becomes `null`.
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(key: String, value: JSON)])

    /// nil becomes `null`.
    package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    package static func optional(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }
    package static func optional(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }

    /// One line.
    package var line: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// Indented by two blanks; an array or object that holds no other is one line. Ends with a line break.
    package var document: String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    private var isLeaf: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += "\(value)"
        case .number(let value): text += value.isFinite ? "\(value)" : "null"
        case .string(let value): Self.quote(value, to: &text)
        case .array(let values):
            let indent = values.allSatisfy(\.isLeaf) ? nil : indent
            Self.list("[", "]", values, indent, to: &text) { value, indent, text in
                value.write(to: &text, indent: indent)
            }
        case .object(let members):
            let indent = members.allSatisfy(\.value.isLeaf) && indent != 0 ? nil : indent
            Self.list("{", "}", members, indent, to: &text) { member, indent, text in
                Self.quote(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indent: indent)
            }
        }
    }

    private static func list<Element>(
        _ open: String, _ close: String, _ elements: [Element], _ indent: Int?, to text: inout String,
        _ write: (Element, Int?, inout String) -> Void
    ) {
        text += open
        let inner = indent.map { $0 + 2 }
        for (place, element) in elements.enumerated() {
            if place > 0 { text += inner == nil ? ", " : "," }
            if let inner { text += "\n" + String(repeating: " ", count: inner) }
            write(element, inner, &text)
        }
        if let indent, !elements.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
        text += close
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // What a terminal would obey is escaped too: JSON is read there as well.
            case _ where scalar.isControl:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
