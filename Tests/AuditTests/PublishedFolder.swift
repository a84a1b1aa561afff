// SPDX-License-Identifier: EUPL-1.2
import Foundation
import TestSupport

/// A small published report on disk: two tables a year, a page in two formats, everything protected.
struct PublishedFolder {
    /// Rows of a table: codes, then the numbers that are printed; none for a hidden row.
    struct Row {
        var codes: [String]
        var value: String = ""
        var n: String = ""
        var numerator: String = ""
        var denominator: String = ""

        var isHidden: Bool { value.isEmpty }
    }

    struct Table {
        var dimensions: [String]
        var unit: String
        var rows: [Row]
        /// Of a table of rounded counts: how far they may be from the true ones.
        var largestChange: Int?
    }

    var tables: [String: Table]
    var sentence = "I kommunen hade 100 personer ledsagning 2019."
    var label = "100"
    /// Of the label, in the drawing.
    var labelClass: String?
    var language = "sv"
    /// Whether there is a page in HTML beside the one in Markdown.
    var hasHTML = true

    /// A has 3 persons and B 12, neither shown; C 30 and D 55 are. Old and New became C.
    static let safe = PublishedFolder(tables: [
        "persons-by-district": Table(
            dimensions: ["year", "district"], unit: "persons",
            rows: [
                count("2018", "A", nil), count("2018", "B", nil), count("2018", "C", 28), count("2018", "D", 51),
                count("2018", "total", 90), count("2019", "A", nil), count("2019", "B", nil), count("2019", "C", 30),
                count("2019", "D", 55), count("2019", "total", 100),
            ]),
        "persons-by-district-then": Table(
            dimensions: ["year", "district_then"], unit: "persons",
            rows: [count("2018", "Old", nil), count("2018", "New", nil)]),
        "granted-hours-by-district": Table(
            dimensions: ["year", "district"], unit: "hours",
            rows: [hours("2018", "C", 2800), hours("2019", "C", 3000)]),
        "granted-hours-by-district-then": Table(
            dimensions: ["year", "district_then"], unit: "hours",
            rows: [
                hours("2018", "Old", 1500), hours("2018", "New", 1300), hours("2019", "Old", 1600),
                hours("2019", "New", 1400),
            ]),
        "flexible-use-by-district": Table(
            dimensions: ["year", "district"], unit: "share",
            rows: [
                Row(codes: ["2019", "A"]), Row(codes: ["2019", "B"]),
                Row(codes: ["2019", "C"], value: "0.5", n: "30", numerator: "15", denominator: "30"),
                Row(codes: ["2019", "D"], value: "0.4", n: "55", numerator: "22", denominator: "55"),
                Row(codes: ["2019", "total"], value: "0.42", n: "100", numerator: "42", denominator: "100"),
            ]),
    ])

    static func count(_ year: String, _ code: String, _ number: Int?) -> Row {
        let text = number.map { "\($0)" } ?? ""
        return Row(codes: [year, code], value: text, n: text)
    }

    static func hours(_ year: String, _ code: String, _ number: Int) -> Row {
        Row(codes: [year, code], value: "\(number)")
    }

    /// Shows a number that was hidden.
    mutating func show(_ table: String, _ codes: [String], _ row: Row) {
        guard let place = tables[table]?.rows.firstIndex(where: { $0.codes == codes }) else { return }
        tables[table]?.rows[place] = row
    }

    /// Writes it in a folder that is removed afterwards.
    func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "tabeller"), withIntermediateDirectories: true)
        for (name, table) in tables {
            var text =
                (table.dimensions + ["value", "lower", "upper", "se", "n", "numerator", "denominator", "unit"])
                .joined(separator: ",") + ",status\n"
            for row in table.rows {
                let numbers = [row.value, "", "", "", row.n, row.numerator, row.denominator, table.unit]
                let shown = table.largestChange == nil ? "shown" : "rounded"
                text += (row.codes + numbers + [row.isHidden ? "hidden" : shown]).joined(separator: ",") + "\n"
            }
            try Data(text.utf8).write(to: folder.appending(path: "tabeller/\(name).csv"))
        }
        let resources = tables.sorted { $0.key < $1.key }.map { name, table in
            let change = table.largestChange.map { "\"protection\": {\"largest_change\": \($0)}, " } ?? ""
            return "{\"name\": \"\(name)\", \(change)\"schema\": {}}"
        }
        try Data("{\"resources\": [\(resources.joined(separator: ",\n"))]}".utf8)
            .write(to: folder.appending(path: "tabeller/datapackage.json"))
        try Data("# Uppföljning 2019\n\n\(sentence)\n".utf8).write(to: folder.appending(path: "uppfoljning-2019.md"))
        guard hasHTML else { return try body(folder.path) }
        let style = labelClass.map { " class=\"\($0)\"" } ?? ""
        let page =
            "<html lang=\"\(language)\"><h1>Uppföljning 2019</h1><p>\(sentence)</p>"
            + "<svg><text\(style) x=\"7\">\(label)</text></svg></html>"
        try Data(page.utf8).write(to: folder.appending(path: "uppfoljning-2019.html"))
        return try body(folder.path)
    }
}
