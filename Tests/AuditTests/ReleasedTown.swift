// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A small report as it may be released: what is few is hidden, and nothing hidden follows. Each test plants one leak in it.
enum ReleasedTown {
    typealias Row = PublishedFolder.Row
    typealias Table = PublishedFolder.Table
    typealias Quantity = PublishedFolder.Quantity

    /// Boards A and B are hidden, of 7 and 13 persons; C and D are shown.
    static var report: PublishedFolder {
        var folder = PublishedFolder()
        folder.sentence = "Ledsagning."
        folder.label = "Ledsagning"
        folder.rules = #"{"threshold": 5, "p_percent": 10, "minimum_base": 10, "least_of_ratios": 10}"#
        let (counts, hours) = (PublishedFolder.asPersons, PublishedFolder.asHours)
        folder.quantities = [
            "persons", "with-granted", "performing", "without-performed", "outsiders", "performing-without-ceiling",
            "with-whole-months", "with-whole-year", "with-ceiling", "at-night", "asked-at-night",
        ].map { Quantity(name: $0, adds: counts) }
        folder.quantities += [
            ("granted", "with-granted"), ("inside", "with-granted"), ("performed", "performing"),
            ("outside", "outsiders"), ("without-ceiling", "performing-without-ceiling"),
        ].map { Quantity(name: $0.0, kind: .sum, adds: hours, contributors: $0.1, unit: "hours") }
        folder.quantities.append(Quantity(name: "flexible", adds: counts.mapValues { $0 == .union ? .anew : $0 }))
        folder.quantities[folder.quantities.count - 1].base = "with-ceiling"
        folder.relations = [
            part("with-granted", of: "persons"), part("with-ceiling", of: "persons"),
            part("with-whole-months", of: "with-granted"), part("with-whole-year", of: "with-whole-months"),
            part("without-performed", of: "persons"), part("outsiders", of: "performing"),
            part("asked-at-night", of: "at-night"),
            #"{"type": "at_most", "these": ["performing", "without-performed"], "those": ["persons", "outsiders"]}"#,
            #"{"type": "at_most", "these": ["persons"], "those": ["performing", "without-performed"]}"#,
            #"{"type": "sum", "whole": "performed", "parts": ["inside", "outside", "without-ceiling"]}"#,
            #"{"type": "classes", "dimension": "law", "of": "law-combination", "classes": {"SoL": ["SoL-only", "both"], "LSS": ["LSS-only", "both"]}}"#,
        ]
        folder.tables = [
            "persons": count("persons", [("2018", 96), ("2019", 100)]),
            "persons-by-board": count(
                "persons", by: "district", [("A", nil), ("B", nil), ("C", 60), ("D", 20), ("total", 100)]),
            "persons-by-law": count("persons", by: "law", [("SoL", 60), ("LSS", 55), ("total", 100)]),
            "granted-by-board": sum(
                "granted", "with-granted",
                [
                    ("A", "", ""), ("B", "", ""), ("C", "6000.5", "54"), ("D", "2100.25", "20"),
                    ("total", "10000.25", "94"),
                ]),
            "inside-by-board": sum(
                "inside", "with-granted",
                [
                    ("A", "", ""), ("B", "", ""), ("C", "3600.25", "54"), ("D", "1300.25", "20"),
                    ("total", "6000.5", "94"),
                ]),
            "performing": count("performing", [("2019", 97)]),
            "outsiders": count("outsiders", [("2019", 7)]),
            "without-performed": count("without-performed", [("2019", 10)]),
            "performing-without-ceiling": count("performing-without-ceiling", [("2019", 0)]),
            "performed": sum("performed", "performing", [("total", "6012.75", "97")]),
            "flexible-by-board": share(
                [("A", nil), ("B", nil), ("C", (30, 54)), ("D", (9, 20)), ("total", (45, 94))]),
            "median": median("with-whole-months", "88"), "at-night": count("at-night", [("2019", 14)]),
            "median-at-night": median("asked-at-night", ""),
        ]
        return folder
    }

    static func part(_ part: String, of whole: String) -> String {
        #"{"type": "part_of", "part": "\#(part)", "whole": "\#(whole)"}"#
    }

    static func count(_ quantity: String, _ rows: [(String, Int?)]) -> Table {
        Table(
            dimensions: ["year"], unit: "persons", rows: rows.map { row([$0.0], $0.1) },
            quantities: ["value": quantity, "n": quantity])
    }

    static func count(_ quantity: String, by dimension: String, _ rows: [(String, Int?)]) -> Table {
        Table(
            dimensions: ["year", dimension], unit: "persons", rows: rows.map { row(["2019", $0.0], $0.1) },
            quantities: ["value": quantity, "n": quantity])
    }

    static func row(_ codes: [String], _ count: Int?) -> Row {
        let text = count.map { "\($0)" } ?? ""
        return Row(codes: codes, value: text, n: text)
    }

    static func sum(_ quantity: String, _ n: String, _ rows: [(code: String, value: String, n: String)]) -> Table {
        Table(
            dimensions: ["year", "district"], unit: "hours",
            rows: rows.map { Row(codes: ["2019", $0.code], value: $0.value, n: $0.n) },
            quantities: ["value": quantity, "n": n], kind: .sum)
    }

    static func share(_ rows: [(String, (x: Int, n: Int)?)]) -> Table {
        Table(
            dimensions: ["year", "district"], unit: "share",
            rows: rows.map { code, share in
                guard let share else { return Row(codes: ["2019", code]) }
                return Row(
                    codes: ["2019", code], value: "\(Double(share.x) / Double(share.n))", n: "\(share.n)",
                    numerator: "\(share.x)", denominator: "\(share.n)")
            }, quantities: ["numerator": "flexible", "denominator": "with-ceiling", "n": "with-ceiling"],
            kind: .share, relations: [PublishedFolder.quotient, PublishedFolder.interval("wilson")])
    }

    static func median(_ n: String, _ count: String) -> Table {
        Table(
            dimensions: ["year"], unit: "hours", rows: [Row(codes: ["2019"], value: "12.5", n: count)],
            quantities: ["n": n], kind: .quantile)
    }

    /// Hours per person by board; those of D are hidden, and so is how many have granted hours there.
    static var hoursPerPerson: PublishedFolder {
        var folder = report
        folder.tables["flexible-by-board"] = nil
        for table in ["granted-by-board", "inside-by-board"] {
            guard let place = folder.tables[table]?.rows.firstIndex(where: { $0.codes[1] == "D" }) else { continue }
            folder.tables[table]?.rows[place].n = ""
        }
        folder.tables["per-person"] = Table(
            dimensions: ["year", "district"], unit: "hours per person",
            rows: [
                Row(codes: ["2019", "C"], value: "\(6000.5 / 54)", n: "54", numerator: "6000.5", denominator: "54"),
                Row(codes: ["2019", "D"]),
            ], quantities: ["numerator": "granted", "denominator": "with-granted", "n": "with-granted"], kind: .mean,
            relations: [PublishedFolder.quotient, PublishedFolder.interval("student")], incomplete: ["district"])
        return folder
    }
}
