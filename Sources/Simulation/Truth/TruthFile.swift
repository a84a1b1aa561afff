// SPDX-License-Identifier: EUPL-1.2

extension Truth {
    /// `facit.json`: one figure a line. Numbers stand in the shortest form that reads back the same.
    package var file: ExportFile {
        var text = "{\"schema_version\":1,\"figures\":[\n"
        text += figures.map(Self.line).joined(separator: ",\n")
        text += "\n]}\n"
        return ExportFile(name: "facit/facit.json", bytes: Array(text.utf8))
    }

    private static func line(_ figure: Figure) -> String {
        let members = [
            "\"measure\":\"\(figure.measure)\"", "\"breakdown\":\"\(figure.breakdown)\"",
            "\"category\":\"\(figure.category)\"", "\"year\":\(figure.year)", "\"value\":\(number(figure.value))",
            "\"se\":\(number(figure.standardError))", "\"n\":\(figure.persons)",
            "\"numerator\":\(number(figure.numerator))", "\"denominator\":\(number(figure.denominator))",
        ]
        return "{\(members.joined(separator: ","))}"
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "null" }
        return value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : "\(value)"
    }
}
