// SPDX-License-Identifier: EUPL-1.2
import Terms

/// How a delimited text is written.
struct DelimitedForm: Sendable {
    let delimiter: Character
    let decimalMark: Character
    let lineEnd: String
    /// Whether it begins with a byte order mark, by which Excel knows UTF-8.
    let hasByteOrderMark: Bool

    /// RFC 4180 with a line feed at the end of lines, which its readers take and the tools of a pipe need.
    static let plain = DelimitedForm(delimiter: ",", decimalMark: ".", lineEnd: "\n", hasByteOrderMark: false)
    /// What Excel with Swedish settings opens right with a double click.
    static let excel = DelimitedForm(delimiter: ";", decimalMark: ",", lineEnd: "\r\n", hasByteOrderMark: true)

    /// A text of lines of fields, each field quoted where it must be.
    func text(_ lines: [[String]]) -> String {
        var text = hasByteOrderMark ? "\u{FEFF}" : ""
        for line in lines {
            text += line.map(quoted).joined(separator: String(delimiter))
            text += lineEnd
        }
        return text
    }

    func field(_ field: AnswerRecords.Field) -> String {
        switch field {
        case .text(let text): text
        case .whole(let number): String(number)
        case .number(let number): String(number.description.map { $0 == "." ? decimalMark : $0 })
        case .flag(let flag): flag ? "true" : "false"
        case .null: ""
        }
    }

    private func quoted(_ field: String) -> String {
        // By scalars: CR LF is one character, and must be quoted too.
        let needsQuotes = field.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == "\r" || Character($0) == delimiter
        }
        let isPadded = field.first == " " || field.last == " "
        guard needsQuotes || isPadded else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}

extension AnswerRecords {
    /// Header and records.
    func delimited(_ form: DelimitedForm) -> String {
        form.text([columns] + records.map { $0.map(form.field) })
    }
}
