// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

extension AnswerRecords {
    /// The whole answer as one JSON object, `schema_version` 1: measure, definition with the settings in force, years,
    /// rows, notes. A row a line, so that two answers can be compared.
    func json(in language: Language) -> String {
        let table = answer.table
        var members = [
            "\"schema_version\":1", "\"measure\":\(JSONText.string(table.question.measure.rawValue))",
            "\"definition\":\(definition(in: language))",
            "\"year\":[\(table.question.years.map(String.init).joined(separator: ","))]",
        ]
        let rows = objects
        members.append(rows.isEmpty ? "\"rows\":[]" : "\"rows\":[\n\(rows.joined(separator: ",\n"))\n]")
        let notes = answer.remarks(in: language).map(JSONText.string)
        members.append("\"notes\":[\(notes.joined(separator: ","))]")
        if table.isInternal { members.append("\"internal\":true") }
        return "{\(members.joined(separator: ",\n"))}\n"
    }

    /// An object a line with the same fields as the CSV's columns.
    var jsonLines: String { objects.map { $0 + "\n" }.joined() }

    private var objects: [String] {
        let names = columns.map(JSONText.string)
        return records.map { fields in
            "{" + zip(names, fields).map { "\($0):\(JSONText.field($1))" }.joined(separator: ",") + "}"
        }
    }

    private func definition(in language: Language) -> String {
        let definition = answer.table.definition
        let members =
            ["\"id\":\(JSONText.string(definition.id))", "\"text\":\(JSONText.string(definition.text[language]))"]
            + definition.settings.map { "\(JSONText.string($0.key)):\(JSONText.setting($0.value))" }
        return "{\(members.joined(separator: ","))}"
    }
}

/// Values as JSON (RFC 8259).
enum JSONText {
    static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    static func field(_ field: AnswerRecords.Field) -> String {
        switch field {
        case .text(let text): string(text)
        case .whole(let number): String(number)
        // The shortest decimal that is this very number.
        case .number(let number): number.description
        case .flag(let flag): flag ? "true" : "false"
        case .null: "null"
        }
    }

    /// A setting as it would stand in the project file: numbers and lists of whole numbers are not text.
    static func setting(_ value: String) -> String {
        if let number = Double(value), number.isFinite, number.description == value || Int(value)?.description == value
        {
            return value
        }
        if value.hasPrefix("["), value.hasSuffix("]") {
            let items = value.dropFirst().dropLast().split(separator: ",").map { $0.drop { $0 == " " } }
            if items.allSatisfy({ Int($0)?.description == String($0) }) { return "[\(items.joined(separator: ","))]" }
        }
        return value == "true" || value == "false" ? value : string(value)
    }
}
