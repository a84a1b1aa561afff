// SPDX-License-Identifier: EUPL-1.2
import Audit
import Published
import Terms
import Testing

/// What looks like a leak and is none, and what no number should bring down.
@Suite struct `The audit raises no false alarm` {
    typealias Row = PublishedFolder.Row

    private func audit(_ folder: PublishedFolder) throws -> Audit {
        try folder.withFolder { try Audit(folder: $0) }
    }

    @Test func `for persons who have moved between boards`() throws {
        var folder = PublishedFolder.safe
        // One of the hidden boards' three and the others' ninety-nine has moved.
        for place in folder.quantities.indices where folder.quantities[place].name == "persons" {
            folder.quantities[place].adds = PublishedFolder.asPersons
        }
        folder.show("persons-by-district", ["2019", "B"], PublishedFolder.count("2019", "B", 13))
        #expect(try audit(folder).hidden.allSatisfy { !$0.isNarrowed })
    }

    @Test func `for a board that took over two, of which a person had both`() throws {
        var folder = PublishedFolder.safe
        for place in folder.quantities.indices where folder.quantities[place].name == "persons" {
            folder.quantities[place].adds["district-then"] = .union
        }
        // C had 28 in 2018; Old 16 and New somewhere from 12 up.
        folder.show("persons-by-district-then", ["2018", "Old"], PublishedFolder.count("2018", "Old", 16))
        #expect(try audit(folder).hidden.allSatisfy { !$0.isNarrowed })
        // Hours stand in one of them.
        folder.show("granted-hours-by-district-then", ["2018", "Old"], Row(codes: ["2018", "Old"]))
        #expect(try audit(folder).hidden.filter(\.isNarrowed).map(\.codes) == [["2018", "Old"]])
    }

    @Test func `for a relation that the report's own numbers contradict`() throws {
        var folder = PublishedFolder.safe
        // A person of unknown board is in the total and in no row.
        folder.show("persons-by-district", ["2018", "A"], PublishedFolder.count("2018", "A", 5))
        folder.show("persons-by-district", ["2018", "B"], PublishedFolder.count("2018", "B", 5))
        folder.show("persons-by-district", ["2019", "B"], PublishedFolder.count("2019", "B", 12))
        let found = try audit(folder)
        #expect(found.hidden.allSatisfy { $0.codes.contains("New") || $0.codes.contains("Old") || !$0.isNarrowed })
        #expect(found.contradictions.count >= 1)
        #expect(found.text(in: .english).contains("Does not agree with what is shown, and is not used"))
    }

    @Test func `where not all classes are there`() throws {
        var folder = PublishedFolder.safe
        folder.show("persons-by-district", ["2019", "B"], PublishedFolder.count("2019", "B", 12))
        for table in ["persons-by-district", "flexible-use-by-district"] {
            folder.tables[table]?.incomplete = ["district"]
        }
        #expect(try audit(folder).hidden.allSatisfy { !$0.isNarrowed })
    }

    @Test func `for a table of which nothing is declared, which it says`() throws {
        var folder = PublishedFolder.safe
        folder.tables["persons-by-hair"] = .init(
            dimensions: ["year", "hair"], unit: "persons", rows: [Row(codes: ["2019", "red"])])
        #expect(try audit(folder).passed)
        folder.sentence = "Ledsagning."
        folder.label = "Ledsagning"
        folder.tables = ["x": folder.tables["persons-by-hair"] ?? .init(dimensions: [], unit: "", rows: [])]
        #expect(try audit(folder).passed)
    }

    @Test(arguments: [
        "inf", "-inf", "nan", "1e300", "-1e300", "9223372036854775808", "1e-320", "99999999999", "-4", "0.5", "x",
        "1,5",
        "00012", "1e12", "1e13",
    ])
    func `and comes to an end whatever number a table holds`(text: String) throws {
        for (table, codes) in [
            ("persons-by-district", ["2019", "C"]), ("granted-hours-by-district", ["2019", "C"]),
            ("flexible-use-by-district", ["2019", "C"]), ("flexible-use-by-district", ["2019", "total"]),
        ] {
            var folder = PublishedFolder.safe
            folder.tables[table]?.relations.append(PublishedFolder.interval("wilson"))
            folder.tables[table]?.relations.append(PublishedFolder.interval("student"))
            folder.show(
                table, codes,
                Row(
                    codes: codes, value: text, n: text, numerator: text, denominator: text, lower: text, upper: text,
                    se: text))
            _ = try audit(folder)
            folder.show(table, codes, Row(codes: codes, value: text, lower: "0.1", upper: text, se: text))
            _ = try audit(folder).text(in: .swedish)
        }
    }

    @Test(arguments: [
        #"{"type": "sum", "whole": "persons", "parts": ["persons"]}"#, #"{"type": "part_of", "part": "persons"}"#,
        #"{"type": "part_of", "part": "nothing", "whole": "persons"}"#, #"{"type": "sum", "whole": 3, "parts": []}"#,
        #"{"type": "something_new", "of": "persons"}"#, #"{"type": "same", "quantities": ["persons"]}"#,
        #"{"type": "change", "difference": "persons", "of": "persons", "before": "year"}"#,
        #"{"type": "either_year", "union": "persons", "of": "persons"}"#,
        #"{"type": "classes", "dimension": "district", "of": "district", "classes": {"A": ["A", "B"], "B": ["A"]}}"#,
        #"{"type": "at_most", "these": [], "those": []}"#,
        #"{"type": "logarithmic_parts", "whole": "persons", "of": "persons", "factors": [{"part": "persons", "numerator": "persons", "denominator": "persons"}]}"#,
    ])
    func `and understands or leaves whatever relation is declared`(relation: String) throws {
        var folder = PublishedFolder.safe
        folder.relations.append(relation)
        _ = try audit(folder).json.document
    }

    @Test(arguments: [
        #"{"threshold": -1, "p_percent": 1e300, "minimum_base": 0}"#, #"{}"#, #"{"threshold": 0, "p_percent": 0}"#,
        #"{"threshold": 5, "p_percent": 100, "minimum_base": 10}"#, #"{"threshold": 1e7, "p_percent": 99.9}"#,
    ])
    func `and takes no rule for more than it can be`(rules: String) throws {
        var folder = PublishedFolder.safe
        folder.rules = rules
        _ = try audit(folder).text(in: .english)
    }
}
