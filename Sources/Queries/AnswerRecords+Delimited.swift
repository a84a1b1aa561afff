// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// How the records of an answer are written as delimited text.
struct DelimitedForm: Sendable {
    let style: CSVStyle
    let decimalMark: Character

    /// RFC 4180, for programs.
    static let plain = DelimitedForm(style: .csv, decimalMark: ".")
    /// What Excel with Swedish settings opens right with a double click.
    static let excel = DelimitedForm(style: .excel, decimalMark: ",")

    func text(of field: AnswerRecords.Field) -> String {
        switch field {
        case .text(let text): text
        case .whole(let number): String(number)
        case .number(let number): String(number.description.map { $0 == "." ? decimalMark : $0 })
        case .flag(let flag): flag ? "true" : "false"
        case .null: ""
        }
    }
}

extension AnswerRecords {
    /// Header and records.
    func delimited(_ form: DelimitedForm) -> String {
        var writer = CSVWriter(style: form.style)
        writer.append(columns)
        for record in records { writer.append(record.map(form.text)) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
