// SPDX-License-Identifier: EUPL-1.2
import Audit
import Terms
import Testing

/// Each kind of leak, planted in a small published folder with what its package declares: found, and explained.
@Suite struct `The audit by what is declared` {
    typealias Row = PublishedFolder.Row
    typealias Table = PublishedFolder.Table
    typealias Quantity = PublishedFolder.Quantity

    private func audit(_ folder: PublishedFolder) throws -> Audit {
        try folder.withFolder { try Audit(folder: $0) }
    }

    /// An empty town: what a test needs is added to it.
    private static var town: PublishedFolder {
        var folder = PublishedFolder()
        folder.sentence = "Ledsagning."
        folder.label = "Ledsagning"
        return folder
    }

    private static func counts(_ quantity: String, _ dimensions: [String], _ rows: [([String], Int?)])
        -> Table
    {
        Table(
            dimensions: dimensions, unit: "persons",
            rows: rows.map { codes, count in
                let text = count.map { "\($0)" } ?? ""
                return Row(codes: codes, value: text, n: text)
            }, quantities: ["value": quantity, "n": quantity])
    }

    private static func sums(
        _ quantity: String, _ n: String, _ dimensions: [String], _ rows: [([String], String, String)]
    ) -> Table {
        Table(
            dimensions: dimensions, unit: "hours", rows: rows.map { Row(codes: $0.0, value: $0.1, n: $0.2) },
            quantities: ["value": quantity, "n": n], kind: .sum)
    }

    private static func counts(_ quantity: String, _ rows: [([String], Int?)]) -> Table {
        counts(quantity, ["year"], rows)
    }

    private static func sums(_ quantity: String, _ n: String, _ rows: [([String], String, String)]) -> Table {
        sums(quantity, n, ["year"], rows)
    }

    private static func part(_ part: String, of whole: String) -> String {
        #"{"type": "part_of", "part": "\#(part)", "whole": "\#(whole)"}"#
    }

    @Test func `persons less those of another measure are a group`() throws {
        var folder = Self.town
        folder.quantities.append(Quantity(name: "with-hours", adds: PublishedFolder.asPersons))
        folder.tables["a"] = Self.counts("persons", [(["2019"], 100)])
        folder.tables["b"] = Self.counts("with-hours", [(["2019"], 97)])
        #expect(try audit(folder).passed)
        folder.relations.append(Self.part("with-hours", of: "persons"))
        let found = try audit(folder)
        #expect(found.told.map(\.low) == [3] && found.told.map(\.high) == [3] && !found.passed)
        #expect(found.text(in: .english).contains("Can be computed: persons − with-hours [2019] = 3"))
        #expect(found.told[0].steps[0].english.contains("persons [2019] (100, tabeller/a.csv:2 value)"))
        // Five or more are nobody's.
        folder.tables["b"] = Self.counts("with-hours", [(["2019"], 95)])
        #expect(try audit(folder).passed)
    }

    @Test func `hours in all less hours inside decisions are the hours of a few`() throws {
        var folder = Self.town
        for (name, n) in [("all", "performing"), ("inside", "granted"), ("outside", "outsiders")] {
            folder.quantities.append(
                Quantity(name: name, kind: .sum, adds: PublishedFolder.asHours, contributors: n, unit: "hours"))
            folder.quantities.append(Quantity(name: n, adds: PublishedFolder.asPersons))
        }
        folder.relations.append(#"{"type": "sum", "whole": "all", "parts": ["inside", "outside"]}"#)
        folder.tables["hours"] = Self.sums("all", "performing", [(["2019"], "2000.25", "60")])
        folder.tables["used"] = Self.sums("inside", "granted", [(["2019"], "1988.75", "61")])
        folder.tables["outside"] = Self.counts("outsiders", [(["2019"], 8)])
        #expect(try audit(folder).passed, "eight persons' hours may be told")
        folder.tables["outside"] = Self.counts("outsiders", [(["2019"], 2)])
        let found = try audit(folder)
        #expect(
            found.told.contains {
                $0.title.english == "outside [2019]" && ($0.low ?? 0) > 11.4 && ($0.high ?? 0) < 11.6
            })
        #expect(!found.passed)
    }

    @Test func `a hidden sum is pinned by a share that is printed with its base left out`() throws {
        var folder = Self.town
        folder.quantities += [
            Quantity(name: "inside", kind: .sum, unit: "hours"), Quantity(name: "granted", kind: .sum, unit: "hours"),
        ]
        folder.tables["share"] = Table(
            dimensions: ["year"], unit: "share", rows: [Row(codes: ["2019"], value: "0.62", n: "")],
            quantities: ["numerator": "inside", "denominator": "granted", "n": "persons"], kind: .ratio,
            relations: [PublishedFolder.quotient])
        folder.tables["inside"] = Self.sums("inside", "persons", [(["2019"], "", "")])
        #expect(try audit(folder).passed)
        folder.tables["granted"] = Self.sums("granted", "persons", [(["2019"], "10000.25", "")])
        let found = try audit(folder)
        let leak = try #require(found.hidden.first { $0.isNarrowed })
        #expect(leak.column == "value" && (leak.low ?? 0) > 6_100 && (leak.high ?? 0) < 6_300)
        #expect(leak.steps.contains { $0.english.contains("the value is the numerator divided by the denominator") })
    }

    @Test func `an interval gives n away`() throws {
        var folder = Self.town
        folder.tables["share"] = Table(
            dimensions: ["year"], unit: "share",
            rows: [
                Row(
                    codes: ["2019"], value: "0.36363636363636365", lower: "0.19733204670366125",
                    upper: "0.5704829190986899")
            ], quantities: ["numerator": "flexible", "denominator": "persons", "n": "persons"], kind: .share,
            relations: [PublishedFolder.quotient, PublishedFolder.interval("wilson")])
        let found = try audit(folder)
        let leaks = found.hidden.filter(\.isNarrowed)
        #expect(leaks.map(\.low).contains(22) && leaks.map(\.low).contains(8))
        #expect(leaks.allSatisfy { cell in cell.steps.contains { $0.english.contains("can be inverted") } })
        // In whole per cent more fit.
        folder.tables["share"]?.rows = [Row(codes: ["2019"], value: "0.4", lower: "0.2", upper: "0.6")]
        #expect(try audit(folder).hidden.allSatisfy { !$0.isNarrowed })
    }

    @Test func `an interval and its error give n away`() throws {
        var folder = Self.town
        folder.quantities.append(Quantity(name: "hours", kind: .sum, unit: "hours"))
        // t(11) = 2.200985…
        folder.tables["mean"] = Table(
            dimensions: ["year"], unit: "hours per person",
            rows: [
                Row(
                    codes: ["2019"], value: "100.0", lower: "77.43990210906071", upper: "122.56009789093929",
                    se: "10.25"
                )
            ],
            quantities: ["numerator": "hours", "denominator": "persons", "n": "persons"], kind: .mean,
            relations: [PublishedFolder.quotient, PublishedFolder.interval("student")])
        let found = try audit(folder)
        #expect(found.hidden.filter(\.isNarrowed).contains { $0.low == 12 && $0.high == 12 })
        folder.tables["mean"]?.rows[0].se = ""
        #expect(try audit(folder).passed)
    }

    @Test func `the parts of a decomposition give the hours of both years away`() throws {
        // U = 12 000 → 13 310 with N = 100 → 110: L·ln(110 ÷ 100) = 1 205.09.
        var folder = Self.town
        folder.quantities += [
            Quantity(name: "used", kind: .sum, unit: "hours"),
            Quantity(name: "used-change", kind: .difference, unit: "hours"),
            Quantity(name: "by-persons", kind: .difference, unit: "hours"),
        ]
        folder.relations += [
            #"{"type": "change", "difference": "used-change", "of": "used", "before": "year"}"#,
            #"{"type": "logarithmic_parts", "whole": "used-change", "of": "used", "factors": [{"part": "by-persons", "numerator": "persons", "denominator": null}]}"#,
        ]
        folder.tables["used"] = Self.sums("used", "persons", [(["2018"], "", "100"), (["2019"], "", "110")])
        folder.tables["persons"] = Self.counts("persons", [(["2018"], 100), (["2019"], 110)])
        folder.tables["change"] = Table(
            dimensions: ["year"], unit: "hours", rows: [Row(codes: ["2019"], value: "1310.0001")],
            quantities: ["value": "used-change"], kind: .difference)
        #expect(try audit(folder).hidden.allSatisfy { !$0.isNarrowed })
        folder.tables["part"] = Table(
            dimensions: ["year"], unit: "hours", rows: [Row(codes: ["2019"], value: "1205.0871")],
            quantities: ["value": "by-persons"], kind: .difference)
        let leaks = try audit(folder).hidden.filter(\.isNarrowed)
        #expect(leaks.map(\.codes) == [["2018"], ["2019"]])
        #expect(leaks.allSatisfy { cell in cell.steps.contains { $0.english.contains("logarithmic mean") } })
        #expect(abs((leaks.first?.low ?? 0) - 12_000) < 30)
    }

    @Test func `a change gives the year before away`() throws {
        var folder = Self.town
        folder.quantities.append(Quantity(name: "persons-change", kind: .difference))
        folder.relations.append(
            #"{"type": "change", "difference": "persons-change", "of": "persons", "before": "year"}"#)
        folder.tables["persons"] = Self.counts(
            "persons", ["year", "district"], [(["2018", "A"], nil), (["2019", "A"], 9)])
        folder.tables["change"] = Table(
            dimensions: ["year", "district"], unit: "persons", rows: [Row(codes: ["2019", "A"], value: "6")],
            quantities: ["value": "persons-change"], kind: .difference)
        let leak = try #require(try audit(folder).hidden.first { $0.isNarrowed })
        #expect(leak.codes == ["2018", "A"] && leak.low == 3)
    }

    @Test func `persons of either year tell who left`() throws {
        var folder = Self.town
        folder.quantities.append(Quantity(name: "either"))
        folder.relations.append(#"{"type": "either_year", "union": "either", "of": "persons"}"#)
        folder.tables["persons"] = Self.counts("persons", [(["2018"], 50), (["2019"], 60)])
        folder.tables["either"] = Self.counts("either", [(["2019"], 62)])
        let found = try audit(folder)
        #expect(found.told.map(\.low) == [2])
    }

    @Test func `those of either of two years are named by the year they were counted in`() throws {
        var folder = Self.town
        folder.quantities.append(Quantity(name: "either"))
        folder.relations.append(#"{"type": "either_year", "union": "either", "of": "persons"}"#)
        folder.tables["persons"] = Self.counts("persons", [(["2017"], 40), (["2018"], 60), (["2019"], 50)])
        // Of 2018 there are the 13 who had left since 2017, and the 2 who came in 2019: two numbers beside one count.
        folder.tables["either"] = Self.counts("either", [(["2018"], 73), (["2019"], 62)])
        let found = try audit(folder)
        #expect(found.told.map(\.table) == ["either 2019 − persons"])
        #expect(found.told.map(\.codes) == [["2018"]] && found.told.map(\.low) == [2])
    }

    @Test func `those asked less those counted are a few without an answer`() throws {
        var folder = Self.town
        folder.quantities += ["asked", "counted", "no-answer", "do-not-know"].map {
            Quantity(name: $0, unit: "answers")
        }
        folder.relations.append(
            #"{"type": "sum", "whole": "asked", "parts": ["counted", "no-answer", "do-not-know"], "where": {"question": ["q"]}}"#
        )
        func table(_ quantity: String, _ count: Int?) -> Table {
            Self.counts(quantity, ["year", "question"], [(["2019", "q"], count), (["2019", "other"], count)])
        }
        folder.tables["asked"] = table("asked", 40)
        folder.tables["counted"] = table("counted", 38)
        folder.tables["none"] = table("no-answer", nil)
        folder.tables["unknown"] = table("do-not-know", nil)
        let found = try audit(folder)
        #expect(found.told.map(\.low) == [2])
        // Both are at least one where they are hidden, and then they are one each.
        #expect(found.hidden.filter(\.isNarrowed).map(\.codes) == [["2019", "q"], ["2019", "q"]])
    }

    @Test func `nested sets bound each other`() throws {
        var folder = Self.town
        folder.quantities += ["d1", "d2"].map { Quantity(name: $0, adds: PublishedFolder.asPersons) }
        folder.relations += [Self.part("d2", of: "d1"), Self.part("d1", of: "persons")]
        folder.tables["persons"] = Self.counts("persons", ["year", "district"], [(["2019", "A"], 12)])
        folder.tables["d1"] = Self.counts("d1", ["year", "district"], [(["2019", "A"], nil)])
        folder.tables["d2"] = Self.counts("d2", ["year", "district"], [(["2019", "A"], 12)])
        let leak = try #require(try audit(folder).hidden.first { $0.isNarrowed })
        #expect(leak.low == 12 && leak.high == 12)
    }

    @Test func `the same number under another name is no secret`() throws {
        var folder = Self.town
        folder.quantities.append(Quantity(name: "observed"))
        folder.tables["a"] = Self.counts("persons", [(["2018"], 9), (["2019"], 3)])
        folder.tables["b"] = Self.counts("observed", [(["2018"], nil), (["2019"], nil)])
        #expect(try audit(folder).passed)
        folder.relations.append(
            #"{"type": "same", "quantities": ["observed", "persons"], "where": {"year": ["2018"]}}"#)
        #expect(try audit(folder).hidden.filter(\.isNarrowed).map(\.codes) == [["2018"]])
    }

    @Test func `shares of all answers are the whole`() throws {
        var folder = Self.town
        folder.quantities.append(Quantity(name: "answer-share", kind: .share, unit: "share"))
        func row(_ code: String, _ value: String) -> Row { Row(codes: ["2019", "q", code], value: value) }
        folder.tables["answers"] = Table(
            dimensions: ["year", "question", "answer"], unit: "share",
            rows: [row("no", ""), row("partly", "0.31234"), row("yes", "0.61234")],
            quantities: ["value": "answer-share"], kind: .share)
        #expect(try audit(folder).passed)
        folder.tables["answers"]?.relations = [
            #"{"type": "classes_of_base", "over": ["answer"], "how": "exactly", "part": "value", "whole": 1, "where": {"question": ["q"]}}"#
        ]
        let leak = try #require(try audit(folder).hidden.first { $0.isNarrowed })
        #expect(leak.codes == ["2019", "q", "no"] && abs((leak.low ?? 0) - 0.07532) < 1e-6)
    }

    @Test func `hidden classes of a whole are had together`() throws {
        var folder = Self.town
        folder.tables["persons"] = Self.counts(
            "persons", ["year", "sex"],
            [(["2019", "female"], nil), (["2019", "male"], nil), (["2019", "other"], 20), (["2019", "total"], 24)])
        let found = try audit(folder)
        #expect(found.told.map(\.low) == [4])
        folder.show("persons", ["2019", "other"], Row(codes: ["2019", "other"], value: "15", n: "15"))
        #expect(try audit(folder).passed)
    }

    @Test func `what this report hides and an earlier one shows is known, and the other way round`() throws {
        var folder = Self.town
        folder.tables["persons"] = Self.counts("persons", [(["2018"], nil), (["2019"], 30)])
        var earlier = Self.town
        earlier.tables["other-name"] = Self.counts("persons", [(["2018"], 3)])
        func both(_ one: PublishedFolder, _ other: PublishedFolder) throws -> Audit {
            try other.withFolder { earlier in try one.withFolder { try Audit(folder: $0, also: [earlier]) } }
        }
        #expect(try both(folder, earlier).hidden.filter(\.isNarrowed).map(\.codes) == [["2018"]])
        #expect(try both(earlier, folder).hidden.filter(\.isNarrowed).map(\.codes) == [["2018"]])
    }

    @Test func `a measure that nobody has heard of is understood by its declarations`() throws {
        var folder = Self.town
        folder.quantities += [
            Quantity(name: "rides", kind: .sum, adds: ["flavour": .exactly], contributors: "riders", unit: "rides"),
            Quantity(name: "riders", adds: ["flavour": .exactly], unit: "riders"),
        ]
        folder.tables["zzz"] = Table(
            dimensions: ["year", "flavour"], unit: "riders",
            rows: [
                Row(codes: ["2019", "sweet"], value: ""), Row(codes: ["2019", "sour"], value: "40", n: "40"),
                Row(codes: ["2019", "total"], value: "42", n: "42"),
            ], quantities: ["value": "riders", "n": "riders"])
        let leak = try #require(try audit(folder).hidden.first { $0.isNarrowed })
        #expect(leak.codes == ["2019", "sweet"] && leak.low == 2)
    }
}
