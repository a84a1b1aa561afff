// SPDX-License-Identifier: EUPL-1.2
import Audit
import Statistics
import Terms
import Testing

/// What a comparison of groups gives away of a group whose n its own table leaves out.
@Suite struct `The audit of comparisons` {
    typealias Row = PublishedFolder.Row
    typealias Persons = ComparedTown.Persons

    private func audit(_ folder: PublishedFolder) throws -> Audit {
        try folder.withFolder { try Audit(folder: $0) }
    }

    /// n of the board that is found, with its deduction.
    private func found(_ folder: PublishedFolder) throws -> Audit.Cell {
        try #require(
            try audit(folder).hidden.first {
                $0.isNarrowed && $0.codes.contains(ComparedTown.leftOut) && $0.column == "n"
            })
    }

    @Test func `limits of the declared ten persons tell nothing`() throws {
        let found = try audit(ComparedTown.utilisation())
        #expect(found.passed, "\(found.text(in: .english))")
        #expect(found.hidden.contains { $0.codes == ["2019", "G"] && $0.column == "n" })
        #expect(found.undeclared.isEmpty && found.contradictions.isEmpty)
    }

    @Test func `limits at two levels tell n`() throws {
        var persons = Persons()
        persons.limits = 14
        let folder = ComparedTown.utilisation(persons)
        let leak = try found(folder)
        #expect(leak.low == 14 && leak.high == 14)
        #expect(leak.table == "tabeller/use-by-board.csv" && leak.line == 8)
        #expect(leak.steps.contains { $0.english.contains("the quotient of the widths of the limits at two levels") })
        #expect(leak.steps.contains { $0.swedish.contains("kvoten mellan gränsernas bredd på två nivåer") })
        #expect(leak.steps.contains { $0.english.contains("tabeller/use-compared.csv:") })
        #expect(try audit(folder).text(in: .english).contains("Can be computed: persons [2019, G]"))
        #expect(try !audit(folder).passed)
    }

    @Test func `limits by the spread of the others tell n`() throws {
        var persons = Persons()
        persons.adjusted = 14
        let leak = try found(ComparedTown.utilisation(persons))
        #expect(leak.low == 14 && leak.high == 14)
        #expect(leak.steps.contains { $0.english.contains("the adjusted limits") })
    }

    @Test func `a shrunken value tells n`() throws {
        var persons = Persons()
        persons.shrunken = 14
        let leak = try found(ComparedTown.utilisation(persons))
        #expect(leak.low == 14 && leak.high == 14)
        #expect(leak.steps.contains { $0.english.contains("how far the shrunken value") })
    }

    @Test func `the error that the limits tell and an interval of many digits tell n`() throws {
        var folder = ComparedTown.utilisation()
        let board = try #require(ComparedTown.boards.last)
        let half = StudentT.twoSided(level: 0.95, degreesOfFreedom: 13) * board.error
        folder.show(
            "use-by-board", ["2019", "G"],
            Row(
                codes: ["2019", "G"], value: "\(board.value)", numerator: "\(board.numerator)",
                denominator: "\(board.denominator)", lower: "\(board.value - half)", upper: "\(board.value + half)"))
        let leak = try found(folder)
        #expect(leak.low == 14 && leak.high == 14)
        #expect(leak.steps.contains { $0.english.contains("the limits of the comparison tell the error") })
        // Without the comparison there is no error.
        folder.tables["use-compared"] = nil
        #expect(try audit(folder).passed)
    }

    @Test func `n that the own table shows is no secret, whatever the limits`() throws {
        var persons = Persons()
        persons.limits = 14
        var folder = ComparedTown.utilisation(persons)
        let board = try #require(ComparedTown.boards.last)
        for n in [14, 20] {
            folder.show(
                "use-by-board", ["2019", "G"],
                Row(
                    codes: ["2019", "G"], value: "\(board.value)", n: "\(n)", numerator: "\(board.numerator)",
                    denominator: "\(board.denominator)"))
            let found = try audit(folder)
            #expect(found.passed && found.contradictions.isEmpty, "\(found.text(in: .english))")
        }
    }

    @Test func `an inferred n tells of other numbers`() throws {
        var persons = Persons()
        var folder = ComparedTown.utilisation(persons)
        folder.quantities.append(.init(name: "all", adds: PublishedFolder.asPersons))
        folder.relations.append(#"{"type": "part_of", "part": "persons", "whole": "all"}"#)
        folder.tables["all"] = .init(
            dimensions: ["year", "district"], unit: "persons",
            rows: [Row(codes: ["2019", "G"], value: "17", n: "17")], quantities: ["value": "all", "n": "all"],
            incomplete: ["district"])
        #expect(try audit(folder).passed)
        persons.limits = 14
        folder.tables["use-compared"] = ComparedTown.utilisation(persons).tables["use-compared"]
        let told = try #require(try audit(folder).told.first)
        #expect(told.title.english == "all − persons [2019, G]" && told.low == 3 && told.high == 3)
        #expect(told.steps.contains { $0.english.contains("the quotient of the widths") })
    }

    @Test func `a value that its own table hides stands in the comparison`() throws {
        var folder = ComparedTown.utilisation()
        folder.show("use-by-board", ["2019", "G"], Row(codes: ["2019", "G"]))
        let found = try audit(folder)
        let leak = try #require(found.hidden.first { $0.isNarrowed && $0.column == "value" })
        #expect(leak.codes == ["2019", "G"])
        #expect(leak.steps.contains { $0.english.contains("is shown in tabeller/use-compared.csv:") })
    }

    private static let shares = [(20, 46), (31, 67), (18, 41), (35, 74), (32, 65), (46, 82), (8, 19)]

    @Test func `the limits of a share are whole numbers of persons`() throws {
        let counts = Self.shares.map { (x: $0.0, n: $0.1) }
        var folder = ComparedTown.counted(counts.map { .share(x: $0.x, n: $0.n) }, counts, "share", "binomial")
        let leak = try found(folder)
        #expect(leak.low == 19 && leak.high == 19)
        #expect(leak.steps.contains { $0.english.contains("whole numbers of persons divided by one number") })
        folder.tables["compared"] = nil
        #expect(try audit(folder).passed)
    }

    @Test func `the limits of persons of a population are whole numbers of persons`() throws {
        let counts = [(46, 2034), (67, 2985), (41, 2131), (74, 3034), (65, 2546), (82, 2738), (12, 548)]
            .map { (x: $0.0, n: $0.1) }
        var folder = ComparedTown.counted(
            counts.map { .rate(x: $0.x, exposure: Double($0.n)) }, counts, "ratio", "poisson")
        let leaks = try audit(folder).hidden.filter(\.isNarrowed)
        #expect(leaks.contains { $0.codes == ["2019", "G"] && $0.low == 12 && $0.high == 12 })
        folder.tables["compared"] = nil
        #expect(try audit(folder).passed)
    }

    @Test func `the limits of weighted answers tell how many there are`() throws {
        var persons = Persons()
        persons.limits = 14
        var folder = ComparedTown.utilisation(persons)
        let rows = try #require(folder.tables["use-compared"]?.rows)
        folder.tables["use-compared"] = ComparedTown.comparison(of: "use-by-board", "answers", rows: rows)
        #expect(try found(folder).low == 14)
    }

    @Test func `limits in whole per cent tell nothing`() throws {
        var persons = Persons()
        persons.limits = 14
        var folder = ComparedTown.utilisation(persons)
        func rounded(_ text: String) -> String { Double(text).map { "\(($0 * 100).rounded() / 100)" } ?? text }
        for (place, row) in (folder.tables["use-compared"]?.rows ?? []).enumerated() where row.codes[1] == "G" {
            folder.tables["use-compared"]?.rows[place].lower = rounded(row.lower)
            folder.tables["use-compared"]?.rows[place].upper = rounded(row.upper)
            folder.tables["use-compared"]?.rows[place].value = rounded(row.value)
        }
        #expect(try audit(folder).hidden.allSatisfy { !$0.isNarrowed })
    }

    @Test func `a comparison of which nothing is declared cannot be tried, and it is said`() throws {
        var folder = ComparedTown.utilisation()
        folder.tables["use-compared"]?.relations = []
        let found = try audit(folder)
        #expect(found.passed && found.undeclared == ["tabeller/use-compared.csv"])
    }

    @Test(arguments: ["inf", "1e300", "-4", "0", "1", "1e-320"])
    func `and comes to an end whatever a comparison holds`(text: String) throws {
        for method in ["student", "binomial", "poisson", "answers", "other"] {
            var folder = ComparedTown.utilisation()
            let rows = (folder.tables["use-compared"]?.rows ?? []).map { row in
                var row = row
                if row.codes[1] == "G" { (row.value, row.lower, row.upper, row.p) = (text, "0.1", text, text) }
                if row.codes[2] == "common-value" { row.value = text }
                return row
            }
            folder.tables["use-compared"] = ComparedTown.comparison(of: "use-by-board", method, rows: rows)
            _ = try audit(folder).text(in: .swedish)
        }
    }
}
