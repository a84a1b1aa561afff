// SPDX-License-Identifier: EUPL-1.2

extension SurveyTruth {
    /// `facit-enkater.json`: one figure a line.
    package var file: ExportFile {
        var text = "{\"schema_version\":1,\"figures\":[\n"
        text += figures.map(Self.line).joined(separator: ",\n")
        text += "\n]}\n"
        return ExportFile(name: "facit/facit-enkater.json", bytes: Array(text.utf8))
    }

    private static func line(_ figure: Figure) -> String {
        let members = [
            "\"measure\":\"\(figure.measure)\"", "\"item\":\(figure.item.map { "\"\($0)\"" } ?? "null")",
            "\"group\":\"\(figure.group)\"", "\"year\":\(figure.year)", "\"breakdown\":\"\(figure.breakdown)\"",
            "\"category\":\"\(figure.category)\"", "\"value\":\(number(figure.value))",
            "\"numerator\":\(figure.numerator)", "\"denominator\":\(figure.denominator)",
        ]
        return "{\(members.joined(separator: ","))}"
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "null" }
        return value == value.rounded() ? String(Int(value)) : "\(value)"
    }
}
