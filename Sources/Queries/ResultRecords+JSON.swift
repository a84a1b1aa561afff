// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Tabular
import Terms

extension ResultRecords {
    /// The whole result as one JSON object, `schema_version` 1: measure, definition with the settings in force, years,
    /// rows, notes; `internal` last, in an internal result only. A row a line, so that two results can be compared.
    func json(in language: Language) -> String {
        let table = result.table
        var members: [(key: String, value: JSON)] = [
            ("schema_version", .integer(1)), ("measure", .string(table.question.measure.rawValue)),
            ("definition", definition(in: language)), ("year", .array(table.question.years.map { .integer($0) })),
            ("rows", .array(objects)), ("notes", .array(result.remarks(in: language).map { .string($0) })),
        ]
        if let comparison = result.comparison {
            members.append(("comparison", ComparisonRecords(comparison).json(in: language)))
        }
        if result.rowsSetAside > 0 { members.append(("rows_set_aside", .integer(result.rowsSetAside))) }
        if table.isInternal { members.append(("internal", .bool(true))) }
        return JSON.object(members).document
    }

    /// An object a line with the same fields as the CSV's columns.
    var jsonLines: String { objects.map { $0.line + "\n" }.joined() }

    private var objects: [JSON] {
        let names = columns
        return records.map { fields in .object(zip(names, fields).map { ($0, $1.json) }) }
    }

    private func definition(in language: Language) -> JSON {
        let definition = result.table.definition
        return .object(
            [("id", .string(definition.id)), ("text", .string(definition.text[language]))]
                + definition.settings.map { ($0.key, Self.setting($0.value)) })
    }

    /// A setting as it would stand in the project file: numbers and lists of whole numbers are not text.
    private static func setting(_ value: String) -> JSON {
        if let whole = Int(value), String(whole) == value { return .integer(whole) }
        if let number = Double(value), number.description == value { return .number(number) }
        if value.hasPrefix("["), value.hasSuffix("]") {
            let items = value.dropFirst().dropLast().split(separator: ",").map { Int($0.drop { $0 == " " }) }
            let whole = items.compactMap { $0 }
            if whole.count == items.count { return .array(whole.map { .integer($0) }) }
        }
        return value == "true" || value == "false" ? .bool(value == "true") : .string(value)
    }
}

extension ResultRecords.Field {
    var json: JSON {
        switch self {
        case .text(let text): .string(text)
        case .whole(let number): .integer(number)
        case .number(let number): .number(number)
        case .flag(let flag): .bool(flag)
        case .null: .null
        }
    }
}
