// SPDX-License-Identifier: EUPL-1.2
import Audit
import Statistics
import Terms
import Testing

/// Each leak that the audit is to find, planted by itself in a report that was otherwise safe: found, named, and told with
/// its steps.
@Suite struct `A leak that is planted in a released report` {
    typealias Row = PublishedFolder.Row
    typealias Table = PublishedFolder.Table
    typealias Quantity = PublishedFolder.Quantity

    private func audit(_ folder: PublishedFolder) throws -> Audit {
        try folder.withFolder { try Audit(folder: $0) }
    }

    /// The number by its title, and that the deduction says so in both languages.
    private func leak(_ title: String, in folder: PublishedFolder, by step: String, _ steg: String) throws -> Audit.Cell
    {
        let found = try audit(folder)
        let cell = try #require(found.leaks.first { $0.title.english == title }, "\(found.text(in: .english))")
        #expect(cell.steps.contains { $0.english.contains(step) }, "\(cell.steps.map(\.english))")
        #expect(cell.steps.contains { $0.swedish.contains(steg) }, "\(cell.steps.map(\.swedish))")
        #expect(!found.passed)
        return cell
    }

    @Test func `is no leak before it is planted`() throws {
        for folder in [ReleasedTown.report, ReleasedTown.hoursPerPerson] {
            let found = try audit(folder)
            #expect(found.passed && found.contradictions.isEmpty, "\(found.text(in: .english))")
            #expect(found.hidden.contains { $0.codes == ["2019", "A"] })
        }
    }

    // MARK: Links by construction

    @Test func `performed hours less those inside decisions`() throws {
        var folder = ReleasedTown.report
        folder.tables["outsiders"] = ReleasedTown.count("outsiders", [("2019", 2)])
        folder.tables["performing"] = ReleasedTown.count("performing", [("2019", 92)])
        folder.tables["performed"] = ReleasedTown.sum("performed", "performing", [("total", "6012.75", "92")])
        let cell = try leak(
            "outside + without-ceiling [2019]", in: folder, by: "the whole is the sum of the parts",
            "helheten är summan av delarna")
        #expect(abs((cell.low ?? 0) - 12.25) < 0.02 && abs((cell.high ?? 0) - 12.25) < 0.02)
    }

    @Test func `persons less the n of granted hours`() throws {
        var folder = ReleasedTown.report
        for table in ["granted-by-board", "inside-by-board"] {
            for place in folder.tables[table]?.rows.indices ?? 0..<0 {
                if folder.tables[table]?.rows[place].n == "20" { folder.tables[table]?.rows[place].n = "17" }
                if folder.tables[table]?.rows[place].n == "94" { folder.tables[table]?.rows[place].n = "91" }
            }
        }
        let cell = try leak(
            "persons − with-granted [2019, D]", in: folder, by: "some are part of the others",
            "de ena är en del av de andra")
        #expect(cell.low == 3 && cell.high == 3)
    }

    @Test func `persons less the n of performed hours`() throws {
        var folder = ReleasedTown.report
        folder.tables["idle-by-board"] = ReleasedTown.count("without-performed", by: "district", [("D", nil)])
        folder.tables["idle-by-board"]?.incomplete = ["district"]
        #expect(try audit(folder).passed)
        for (name, count) in [("performing", 18), ("outsiders", 0)] {
            folder.tables[name + "-by-board"] = ReleasedTown.count(name, by: "district", [("D", count)])
            folder.tables[name + "-by-board"]?.incomplete = ["district"]
        }
        let cell = try leak(
            "without-performed [2019, D]", in: folder, by: "the one is at most the other", "det ena är högst det andra")
        #expect(cell.low == 2 && cell.high == 2)
    }

    @Test func `hours inside decisions are no more than those performed`() throws {
        func performed(_ total: String) -> PublishedFolder {
            var folder = ReleasedTown.report
            folder.tables["performed"] = ReleasedTown.sum(
                "performed", "performing",
                [("A", "", ""), ("B", "", ""), ("C", "3650.25", "56"), ("D", "", ""), ("total", total, "97")])
            return folder
        }
        #expect(try audit(performed("6500.5")).passed)
        // Inside decisions A and B have 1 100 hours and D 1 300.25: of all others there are 60.
        let cell = try leak(
            "performed [2019, D]", in: performed("6060.5"), by: "the whole is the sum of the parts",
            "helheten är summan av delarna")
        #expect((cell.low ?? 0) > 1300 && (cell.high ?? 0) < 1430, "\(cell)")
    }

    @Test func `an n that lies between two others`() throws {
        var folder = ReleasedTown.report
        folder.tables["months-by-board"] = ReleasedTown.count("with-whole-months", by: "district", [("D", nil)])
        folder.tables["months-by-board"]?.incomplete = ["district"]
        #expect(try audit(folder).passed)
        folder.tables["year-by-board"] = ReleasedTown.count("with-whole-year", by: "district", [("D", 20)])
        folder.tables["year-by-board"]?.incomplete = ["district"]
        let cell = try leak(
            "with-whole-months [2019, D]", in: folder, by: "some are part of the others",
            "de ena är en del av de andra")
        #expect(cell.low == 20 && cell.high == 20)
    }

    @Test func `one law and the other less all`() throws {
        var folder = ReleasedTown.report
        folder.show("persons-by-law", ["2019", "SoL"], ReleasedTown.row(["2019", "SoL"], 48))
        let cell = try leak(
            "persons [2019, both]", in: folder, by: "each has one of the kinds", "var och en har en av indelningarna")
        #expect(cell.low == 3 && cell.high == 3)
    }

    @Test func `all less the classes that are shown`() throws {
        var folder = ReleasedTown.report
        folder.show("persons-by-board", ["2019", "B"], ReleasedTown.row(["2019", "B"], 17))
        // Persons may have moved between boards: hours have not.
        #expect(try audit(folder).hidden.allSatisfy { !$0.isNarrowed })
        folder = ReleasedTown.report
        folder.show("granted-by-board", ["2019", "B"], Row(codes: ["2019", "B"], value: "1500.25", n: "13"))
        let cell = try leak(
            "granted [2019, A]", in: folder, by: "the classes add to all", "klasserna lägger sig samman")
        #expect(abs((cell.low ?? 0) - 399.25) < 0.1)
    }

    // MARK: What is not linear

    @Test func `an interval beside an n that is left out`() throws {
        var folder = ReleasedTown.report
        let interval = try #require(WilsonInterval(9, of: 20))
        folder.show("flexible-by-board", ["2019", "D"], Row(codes: ["2019", "D"]))
        #expect(try audit(folder).passed)
        folder.show(
            "flexible-by-board", ["2019", "D"],
            Row(codes: ["2019", "D"], value: "0.45", lower: "\(interval.lower)", upper: "\(interval.upper)"))
        let cell = try leak("with-ceiling [2019, D]", in: folder, by: "can be inverted", "går att räkna baklänges")
        #expect(cell.low == 20 && cell.high == 20)
    }

    @Test func `a standard error beside an interval without n`() throws {
        var folder = ReleasedTown.hoursPerPerson
        let half = StudentT.twoSided(level: 0.95, degreesOfFreedom: 19) * 14.5
        folder.tables["granted-by-board"]?.rows[3].value = ""
        folder.tables["per-person"]?.rows[1] = Row(
            codes: ["2019", "D"], value: "105.0125", lower: "\(105.0125 - half)", upper: "\(105.0125 + half)")
        #expect(try audit(folder).leaks.allSatisfy { $0.column != "n" })
        folder.tables["per-person"]?.rows[1].se = "14.5"
        let cell = try leak("with-granted [2019, D]", in: folder, by: "can be inverted", "går att räkna baklänges")
        #expect(cell.low == 20 && cell.high == 20)
    }

    @Test func `intervals at two levels`() throws {
        var folder = ReleasedTown.hoursPerPerson
        func row(_ level: Double) -> Row {
            let half = StudentT.twoSided(level: level, degreesOfFreedom: 19) * 14.5
            return Row(
                codes: ["2019", "D"], value: "105.0125", lower: "\(105.0125 - half)", upper: "\(105.0125 + half)")
        }
        folder.tables["granted-by-board"]?.rows[3].value = ""
        folder.tables["per-person"]?.rows[1] = row(0.95)
        #expect(try audit(folder).leaks.allSatisfy { $0.column != "n" })
        var wider = try #require(folder.tables["per-person"])
        wider.rows[1] = row(0.99)
        wider.relations[1] = wider.relations[1].replacing("0.95", with: "0.99")
        folder.tables["per-person-99"] = wider
        let cell = try leak(
            "with-granted [2019, D]", in: folder, by: "the quotient of the widths of the intervals at two levels",
            "kvoten mellan bredden av intervallen på två nivåer")
        #expect(cell.low == 20 && cell.high == 20)
    }

    @Test func `hours per person beside the hours`() throws {
        var folder = ReleasedTown.hoursPerPerson
        folder.tables["per-person"]?.rows[1].value = "105.0125"
        let cell = try leak(
            "with-granted [2019, D]", in: folder, by: "the value is the numerator divided by the denominator",
            "värdet är täljaren genom nämnaren")
        #expect(cell.low == 20 && cell.high == 20)
        // To the hour too: of 19 persons it would be 111.
        folder.tables["per-person"]?.rows[1].value = "105"
        #expect(try audit(folder).leaks.contains { $0.title.english == "with-granted [2019, D]" && $0.low == 20 })
    }

    @Test func `a median that only ten persons or more can have`() throws {
        var folder = ReleasedTown.report
        folder.tables["at-night"] = ReleasedTown.count("at-night", [("2019", 10)])
        let cell = try leak(
            "asked-at-night [2019]", in: folder, by: "the number is shown only for 10 or more",
            "talet visas bara för minst 10")
        #expect(cell.low == 10 && cell.high == 10)
    }

    @Test func `an n beside a median`() throws {
        var folder = ReleasedTown.report
        folder.tables["median"] = ReleasedTown.median("with-whole-months", "91")
        let cell = try leak(
            "with-granted − with-whole-months [2019]", in: folder, by: "some are part of the others",
            "de ena är en del av de andra")
        #expect(cell.low == 3 && cell.high == 3)
    }

    @Test func `a place among others whose values are shown`() throws {
        var folder = ComparedTown.utilisation()
        folder.show("use-by-board", ["2019", "G"], Row(codes: ["2019", "G"]))
        let values = ComparedTown.boards.dropLast().map { ($0.code, $0.value) }.sorted { $0.1 > $1.1 }
        // Between D and B, which are half a per mille from each other.
        var places = values.map(\.0)
        let first = try #require(places.firstIndex(of: "D"))
        places.insert("G", at: first + 1)
        folder.tables["use-compared"]?.rows.removeAll { $0.codes[1] == "G" }
        #expect(try audit(folder).passed)
        for (place, code) in places.enumerated() {
            folder.tables["use-compared"]?.rows.append(
                ComparedTown.row(code, "rank", Double(place + 1), 1, 7))
        }
        let cell = try leak(
            "utilisation [2019, G]", in: folder, by: "the place among the groups", "platsen bland grupperna")
        #expect((cell.low ?? 0) > 0.578 && (cell.high ?? 1) < 0.58)
    }

    @Test func `observed divided by expected of a count that is left out`() throws {
        let counts = [(20, 46), (31, 67), (18, 41), (35, 74), (32, 65), (46, 82), (8, 19)].map { (x: $0.0, n: $0.1) }
        var folder = ComparedTown.counted(counts.map { .share(x: $0.x, n: $0.n) }, counts, "share", "binomial")
        folder.tables["compared"]?.rows.removeAll { $0.codes[1] == "G" }
        #expect(try audit(folder).passed)
        // Garwood's limits of 8 are 3.4538 and 15.7632; 9.1 are expected.
        folder.tables["compared"]?.rows.append(ComparedTown.row("G", "observed-to-expected", 0.88, 0.38, 1.73))
        let cell = try leak(
            "holding [2019, G]", in: folder, by: "the limits of observed ÷ expected", "gränserna för faktiskt ÷ väntat")
        #expect(cell.low == 8 && cell.high == 8)
    }

    // MARK: Years

    @Test func `what one year's report hides and another's shows, whichever is published first`() throws {
        let hidden = ReleasedTown.report
        var later = ReleasedTown.report
        later.tables = [
            // The board had another name in the file.
            "other": ReleasedTown.sum("granted", "with-granted", [("A", "350.25", "7")]),
            "persons": ReleasedTown.count("persons", by: "district", [("A", 7)]),
        ]
        later.tables["other"]?.incomplete = ["district"]
        later.tables["persons"]?.incomplete = ["district"]
        #expect(try audit(later).passed)
        func both(_ one: PublishedFolder, _ other: PublishedFolder) throws -> Audit {
            try other.withFolder { earlier in try one.withFolder { try Audit(folder: $0, also: [earlier]) } }
        }
        for found in [try both(hidden, later), try both(later, hidden)] {
            let cells = found.leaks.filter { $0.title.english == "granted [2019, A]" }
            #expect(cells.count == 1 && !found.passed)
            #expect(cells.allSatisfy { cell in cell.steps.contains { $0.english.contains("is shown in") } })
            // And the board beside it follows.
            #expect(found.leaks.contains { $0.title.english == "granted [2019, B]" })
        }
    }
}
