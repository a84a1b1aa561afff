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
            "\"category\":\"\(figure.category)\"", "\"year\":\(figure.year)", "\"value\":\(number(value(of: figure)))",
            "\"se\":\(number(figure.standardError))", "\"n\":\(figure.persons)",
            "\"numerator\":\(number(figure.numerator))", "\"denominator\":\(number(figure.denominator))",
        ]
        return "{\(members.joined(separator: ","))}"
    }

    /// Parts of a decomposition to six decimals: logarithms may differ in their last bit between machines, the file
    /// may not.
    private static func value(of figure: Figure) -> Double? {
        guard figure.measure.hasPrefix("decomposition") else { return figure.value }
        return figure.value.map { ($0 * 1_000_000).rounded() / 1_000_000 }
    }

    private static func number(_ value: Double?) -> String {
        guard let value else { return "null" }
        return value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : "\(value)"
    }
}
