// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Terms
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
        var lower: String = ""
        var upper: String = ""
        var se: String = ""
        var p: String = ""

        var isHidden: Bool { value.isEmpty }
    }

    struct Table {
        var dimensions: [String]
        var unit: String
        var rows: [Row]
        /// What each column is a number of: `value: persons`.
        var quantities: [String: String] = [:]
        var kind = NumberKind.count
        /// Relations between the columns of a row, as the package writes them.
        var relations: [String] = []
        /// Of a table of rounded counts: how far they may be from the true ones.
        var largestChange: Int?
        var isAdditive = false
        /// Columns of codes that are of another dimension than their name says.
        var dimensionNames: [String: String] = [:]
        /// Dimensions of which not all classes are there.
        var incomplete: Set<String> = []
    }

    /// A quantity, as the package declares it.
    struct Quantity {
        var name: String
        var kind = NumberKind.count
        var adds: [String: ClassSum] = [:]
        var contributors: String?
        var base: String?
        var unit = "persons"
    }

    static let asPersons: [String: ClassSum] = [
        "district": .union, "district-then": .union, "law": .union, "law-combination": .exactly, "sex": .exactly,
        "age": .exactly, "provider": .union,
    ]
    static let asHours: [String: ClassSum] = [
        "district": .exactly, "district-then": .exactly, "law": .exactly, "sex": .exactly, "age": .exactly,
        "provider": .exactly,
    ]

    var quantities: [Quantity] = [
        // The made-up town keeps its persons in one board each.
        Quantity(
            name: "persons", adds: asPersons.merging(["district": .exactly, "district-then": .exactly]) { $1 }),
        Quantity(name: "granted-hours", kind: .sum, adds: asHours, unit: "hours"),
        Quantity(name: "flexible", adds: ["sex": .exactly, "age": .exactly, "district": .exactly]),
    ]
    /// Relations between quantities, as the package writes them.
    var relations = [
        #"{"type": "classes", "dimension": "district", "of": "district-then", "classes": {"C": ["Old", "New"]}, "perhaps": []}"#,
        #"{"type": "classes", "dimension": "law", "of": "law-combination", "classes": {"SoL": ["SoL-only", "both"], "LSS": ["LSS-only", "both"]}}"#,
    ]
    var rules = #"{"threshold": 5, "p_percent": 10, "minimum_base": 10}"#

    var tables: [String: Table] = [:]
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
            ], quantities: ["value": "persons", "n": "persons"]),
        "persons-by-district-then": Table(
            dimensions: ["year", "district_then"], unit: "persons",
            rows: [count("2018", "Old", nil), count("2018", "New", nil)],
            quantities: ["value": "persons", "n": "persons"], incomplete: ["district_then"]),
        "granted-hours-by-district": Table(
            dimensions: ["year", "district"], unit: "hours",
            rows: [hours("2018", "C", 2800), hours("2019", "C", 3000)], quantities: ["value": "granted-hours"],
            kind: .sum),
        "granted-hours-by-district-then": Table(
            dimensions: ["year", "district_then"], unit: "hours",
            rows: [
                hours("2018", "Old", 1500), hours("2018", "New", 1300), hours("2019", "Old", 1600),
                hours("2019", "New", 1400),
            ], quantities: ["value": "granted-hours"], kind: .sum, incomplete: ["district_then"]),
        "flexible-use-by-district": Table(
            dimensions: ["year", "district"], unit: "share",
            rows: [
                Row(codes: ["2019", "A"]), Row(codes: ["2019", "B"]),
                Row(codes: ["2019", "C"], value: "0.5", n: "30", numerator: "15", denominator: "30"),
                Row(codes: ["2019", "D"], value: "0.4", n: "55", numerator: "22", denominator: "55"),
                Row(codes: ["2019", "total"], value: "0.42", n: "100", numerator: "42", denominator: "100"),
            ], quantities: ["n": "persons", "numerator": "flexible", "denominator": "persons"], kind: .share,
            relations: [quotient]),
    ])

    static let quotient =
        #"{"type": "quotient", "value": "value", "numerator": "numerator", "denominator": "denominator", "times": 1}"#
    static func interval(_ method: String) -> String {
        #"{"type": "interval", "method": "\#(method)", "level": 0.95, "value": "value", "lower": "lower", "upper": "upper"}"#
    }

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
                (table.dimensions + ["value", "lower", "upper", "se", "n", "numerator", "denominator", "p", "unit"])
                .joined(separator: ",") + ",status\n"
            for row in table.rows {
                let numbers = [
                    row.value, row.lower, row.upper, row.se, row.n, row.numerator, row.denominator, row.p, table.unit,
                ]
                let shown = table.largestChange == nil ? "shown" : "rounded"
                text += (row.codes + numbers + [row.isHidden ? "hidden" : shown]).joined(separator: ",") + "\n"
            }
            try Data(text.utf8).write(to: folder.appending(path: "tabeller/\(name).csv"))
        }
        try Data(package.utf8).write(to: folder.appending(path: "tabeller/datapackage.json"))
        try Data("# Uppföljning 2019\n\n\(sentence)\n".utf8).write(to: folder.appending(path: "uppfoljning-2019.md"))
        guard hasHTML else { return try body(folder.path) }
        let style = labelClass.map { " class=\"\($0)\"" } ?? ""
        let page =
            "<html lang=\"\(language)\"><h1>Uppföljning 2019</h1><p>\(sentence)</p>"
            + "<svg><text\(style) x=\"7\">\(label)</text></svg></html>"
        try Data(page.utf8).write(to: folder.appending(path: "uppfoljning-2019.html"))
        return try body(folder.path)
    }

    /// `datapackage.json`
    private var package: String {
        let quantities = quantities.map { quantity in
            let adds = quantity.adds.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value.rawValue)\"" }
            let more =
                (quantity.contributors.map { ", \"contributors\": \"\($0)\"" } ?? "")
                + (quantity.base.map { ", \"base\": \"\($0)\"" } ?? "")
            return
                "{\"name\": \"\(quantity.name)\", \"kind\": \"\(quantity.kind.rawValue)\", \"unit\": \"\(quantity.unit)\", "
                + "\"adds\": {\(adds.joined(separator: ", "))}\(more)}"
        }
        let resources = tables.sorted { $0.key < $1.key }.map { name, table in
            let change = table.largestChange.map {
                "\"protection\": {\"largest_change\": \($0), \"additive\": \(table.isAdditive)}, "
            }
            return
                "{\"name\": \"\(name)\", \(change ?? "")\"relations\": [\(table.relations.joined(separator: ", "))], "
                + "\"schema\": {\"fields\": [\(fields(table).joined(separator: ", "))]}}"
        }
        return "{\"rules\": \(rules), \"quantities\": [\(quantities.joined(separator: ",\n"))], "
            + "\"relations\": [\(relations.joined(separator: ",\n"))], "
            + "\"resources\": [\(resources.joined(separator: ",\n"))]}"
    }

    private func fields(_ table: Table) -> [String] {
        table.dimensions.map { name in
            let dimension = table.dimensionNames[name] ?? name.replacing("_", with: "-")
            let role =
                name == "year"
                ? "year" : ["group", "wave", "question", "factor", "statistic"].contains(name) ? "apart" : "class"
            let complete = table.incomplete.contains(name) ? ", \"complete\": false" : ""
            return "{\"name\": \"\(name)\", \"dimension\": \"\(dimension)\", \"role\": \"\(role)\"\(complete)}"
        }
            + ["value", "n", "numerator", "denominator"].map { column in
                let quantity = table.quantities[column].map { ", \"quantity\": \"\($0)\"" } ?? ""
                let kind = column == "value" ? table.kind : .count
                return "{\"name\": \"\(column)\", \"kind\": \"\(kind.rawValue)\"\(quantity)}"
            }
    }
}
