// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Terms
import Testing

@testable import Disclosure

/// One known leak each: what an outsider would try first.
@Suite struct Leaks {
    typealias Inner = TableMaker.Inner

    func persons(_ count: Int) -> Inner {
        Inner(persons: count, x: count / 2, hours: Array(repeating: 10, count: count))
    }

    func table(
        of content: TableMaker.Content = .count, _ dimensions: [(Dimension, [String])], totals: Bool = true,
        where filters: [Question.Filter] = [], years: ClosedRange<Int> = 2019...2019,
        _ inner: @escaping (Int, [String]) -> Inner
    ) -> Tabulation {
        TableMaker(content: content, dimensions: dimensions, filters: filters, totals: totals, years: years)
            .tabulation(inner)
    }

    func release(_ tables: [Tabulation], division: Division = Division([])) -> [ReleasedTable] {
        ReleasePolicy(DisclosureSettings(), division: division).release(tables).tables
    }

    /// Codes of the hidden rows, without the year: `A/SoL`.
    func hidden(_ table: ReleasedTable) -> Set<String> {
        Set(table.rows.filter { $0.cell == .hidden }.map { $0.key.dropFirst().map(\.code).joined(separator: "/") })
    }

    let sizes = ["A": 3, "B": 12, "C": 30, "D": 50]

    @Test func `the only small row is not had from the total`() {
        let released = release([table([(.district, ["A", "B", "C", "D"])]) { _, key in persons(sizes[key[0]]!) }])
        #expect(hidden(released[0]) == ["A", "B"])
    }

    @Test func `without a total a small row stands alone`() {
        let released = release([
            table([(.district, ["A", "B", "C", "D"])], totals: false) { _, key in persons(sizes[key[0]]!) }
        ])
        #expect(hidden(released[0]) == ["A"])
    }

    @Test func `a total asked for in another table counts`() {
        let released = release([
            table([(.district, ["A", "B", "C", "D"])], totals: false) { _, key in persons(sizes[key[0]]!) },
            table([(.sex, ["female", "male"])]) { _, key in persons(key[0] == "female" ? 45 : 50) },
        ])
        #expect(hidden(released[0]) == ["A", "B"])
        #expect(hidden(released[1]).isEmpty)
    }

    @Test func `a table that leaves some out neither ties its total to the rest nor tells how many they are`() {
        let counts = ["A": 13, "B": 34, "C": 60, "unknown": 3]
        let all = table([(.district, ["A", "B", "C", "unknown"])]) { _, key in persons(counts[key[0]]!) }
        let rates = Tabulation(
            question: all.question, dimensions: all.dimensions,
            rows: all.rows.filter { !$0.key.contains { $0.code == "unknown" } }, from: .unknown,
            definition: all.definition)
        let together = release([all, rates])
        #expect(hidden(together[0]) == ["unknown", "A"])
        #expect(hidden(together[1]) == ["A"])
        #expect(hidden(release([rates])[0]).count == 1)
    }

    /// Persons with two boards make the boards more than all; those without a board have no rate. Taken for sums, the
    /// two tables would contradict each other, and everything would be hidden in vain.
    @Test(arguments: [0, 2, 5]) func `rates that leave some out hide no more than the counts they are made of`(
        overlap: Int
    ) {
        let counts = ["A": 13, "B": 34, "C": 60, "unknown": 3]
        var all = table([(.district, ["A", "B", "C", "unknown"])]) { _, key in persons(counts[key[0]]!) }
        for (place, row) in all.rows.enumerated() where row.key[1].kind == .total {
            all.rows[place].measurement.value = Double(110 - overlap)
            all.rows[place].measurement.persons = 110 - overlap
        }
        var question = all.question
        question.aspect = .perTenThousand
        let rates = Tabulation(
            question: question, dimensions: all.dimensions,
            rows: all.rows.map { row in
                let count = row.measurement.persons
                let isKnown = row.key[1].code != "unknown"
                return Tabulation.Row(
                    key: row.key,
                    measurement: Measurement(
                        kind: .ratio, unit: .perTenThousand, value: isKnown ? Double(count) / 2 : nil,
                        persons: isKnown ? count : 0, numerator: isKnown ? Double(count) : nil,
                        denominator: isKnown ? 20_000 : nil))
            }, from: .unknown, definition: all.definition)
        let together = release([all, rates])
        #expect(hidden(together[0]) == ["unknown", "A"])
        #expect(hidden(together[1]) == ["A"])
    }

    @Test func `a lone small number is hidden`() {
        #expect(hidden(release([table([]) { _, _ in persons(4) }])[0]) == [""])
        #expect(hidden(release([table([]) { _, _ in persons(5) }])[0]).isEmpty)
    }

    @Test func `two by two with one small cell is hidden to all four`() {
        let released = release([
            table([(.district, ["A", "B"]), (.law, ["SoL", "LSS"])]) { _, key in persons(key == ["A", "SoL"] ? 2 : 20) }
        ])
        #expect(hidden(released[0]) == ["A/SoL", "A/LSS", "B/SoL", "B/LSS"])
    }

    @Test func `two ones in a row are not told by their sum`() {
        let counts = ["A": 1, "B": 1, "C": 30, "D": 50]
        let released = release([table([(.district, ["A", "B", "C", "D"])]) { _, key in persons(counts[key[0]]!) }])
        // With A and B known to be one at least, C could be no more, unless D may be less.
        #expect(hidden(released[0]) == ["A", "B", "C", "D"])
    }

    @Test func `the same number in two tables is hidden in both`() {
        let districts = ["A", "B", "C"]
        let crossed = table([(.district, districts), (.law, ["SoL", "LSS"])]) { _, key in
            persons(key == ["A", "SoL"] ? 2 : key[0] == "A" ? 1 : 20)
        }
        let plain = table([(.district, districts)]) { _, key in persons(key[0] == "A" ? 3 : 40) }
        let released = release([plain, crossed])
        #expect(hidden(released[0]).contains("A"))
        #expect(hidden(released[1]).contains("A/total"))
        // The row that protects A must be the same in both.
        for code in districts {
            #expect(hidden(released[0]).contains(code) == hidden(released[1]).contains(code + "/total"))
        }
    }

    @Test func `a question filtered on one value is that value's row`() {
        let all = table([(.district, ["A", "B", "C"])]) { _, key in persons(key[0] == "A" ? 3 : 40) }
        let own = table([], where: [Question.Filter(.district, .isOneOf, ["B"])]) { _, _ in persons(40) }
        let released = release([all, own])
        // The row that stands alone in a table of its own is worth more than its neighbour.
        #expect(hidden(released[0]) == ["A", "C"])
        #expect(hidden(released[1]).isEmpty)
    }

    @Test func `all but one district, with the city, tells that district`() {
        let rest = table([], where: [Question.Filter(.district, .isNoneOf, ["A"])]) { _, _ in persons(40) }
        let city = table([]) { _, _ in persons(43) }
        let one = table([], where: [Question.Filter(.district, .isOneOf, ["A"])]) { _, _ in persons(3) }
        let released = release([rest, city, one])
        #expect(hidden(released[2]) == [""])
        #expect(hidden(released[0]) == [""] || hidden(released[1]) == [""])
    }

    @Test func `a share with a small base takes the count of the base with it`() {
        let sizes = ["A": 3, "B": 20, "C": 30]
        let count = table([(.district, ["A", "B", "C"])]) { _, key in persons(sizes[key[0]]!) }
        let share = table(of: .share, [(.district, ["A", "B", "C"])]) { _, key in persons(sizes[key[0]]!) }
        let released = release([count, share])
        #expect(hidden(released[0]).contains("A") && hidden(released[0]).count > 1)
        #expect(hidden(released[1]).contains("A"))
        // A share may stand without a base that is hidden elsewhere.
        for row in released[1].rows where hidden(released[0]).contains(row.key.last?.code ?? "") {
            if case .shown(let share) = row.cell { #expect(share.persons == nil && share.denominator == nil) }
        }
    }

    @Test func `a share with few in it is hidden, its base is not`() {
        func flexible(_ code: String) -> Inner { Inner(persons: 30, x: code == "A" ? 2 : 15) }
        let count = table([(.district, ["A", "B", "C"])]) { _, key in flexible(key[0]) }
        let share = table(of: .share, [(.district, ["A", "B", "C"])]) { _, key in flexible(key[0]) }
        let released = release([count, share])
        #expect(hidden(released[0]).isEmpty)
        #expect(hidden(released[1]).contains("A"))
        // Another is hidden too, or rounded without its numerator.
        let others = released[1].rows.filter { row in
            guard case .shown(let share) = row.cell else { return false }
            return share.numerator == nil
        }
        #expect(hidden(released[1]).count + others.count == 2)
    }

    @Test func `hours hidden in one measure are hidden as the base of another`() {
        func inner(_ code: String) -> Inner {
            Inner(
                persons: 20,
                hours: code == "A" ? [500] + Array(repeating: 1, count: 19) : Array(repeating: 10, count: 20))
        }
        let granted = table(of: .sum, [(.district, ["A", "B", "C"])]) { _, key in inner(key[0]) }
        let utilisation = table(of: .ratio, [(.district, ["A", "B", "C"])]) { _, key in inner(key[0]) }
        let released = release([granted, utilisation])
        #expect(hidden(released[0]) == ["A", "B"])
        // A ratio of hours tells them within a few per cent, so that it is not shown without them.
        #expect(hidden(released[1]) == ["A", "B"])
    }

    @Test func `a change is hidden with the year it would give away`() {
        let years = table([(.district, ["A", "B", "C"])], years: 2018...2019) { year, key in
            persons(key[0] == "A" && year == 2018 ? 3 : key[0] == "B" ? 12 : 40)
        }
        var change = years
        change.question.aspect = .change
        change.rows = years.rows.filter { $0.key[0].code == "2019" }.map { row in
            let before = years.rows.first { $0.key[0].code == "2018" && $0.key[1] == row.key[1] }!.measurement
            let number = Measurement(
                kind: .difference, unit: .persons, value: row.measurement.value! - before.value!,
                persons: max(row.measurement.persons, before.persons), compared: [row.measurement, before])
            return Tabulation.Row(key: row.key, measurement: number)
        }
        let released = release([years, change])
        // A by its own number of 2018, and another of that year because it would tell A's.
        #expect(hidden(released[1]).contains("A"))
        let earlier = released[0].rows.filter { $0.key[0].code == "2018" && $0.cell == .hidden }
        #expect(earlier.count == 2 && earlier.contains { $0.key[1].code == "A" })
        #expect(released[0].rows.first { $0.key.map(\.code) == ["2019", "A"] }?.cell != .hidden)
    }

    @Test func `a merged board does not tell the small one it took over`() {
        let division = Division([
            District(name: "Old", successor: 1), District(name: "New"), District(name: "Other"),
        ])
        let sizes = ["Old": 4, "New": 40, "Other": 60]
        let then = table([(.districtThen, ["Old", "New", "Other"])], totals: false) { _, key in persons(sizes[key[0]]!)
        }
        let now = table([(.district, ["New", "Other"])], totals: false) { _, key in persons(key[0] == "New" ? 44 : 60) }
        let released = release([then, now], division: division)
        #expect(hidden(released[0]).contains("Old"))
        #expect(hidden(released[0]).contains("New") || hidden(released[1]).contains("New"))
    }

    @Test func `those left out of a narrower base are not had by subtraction`() {
        var wide = table(of: .share, []) { _, _ in persons(50) }
        var narrow = table(of: .share, []) { _, _ in persons(47) }
        wide.question.aspect = .flexible(definition: "F1", denominator: "D1", anchor: "spell")
        narrow.question.aspect = .flexible(definition: "F1", denominator: "D2", anchor: "spell")
        var unused = table([]) { _, _ in persons(3) }
        unused.question.aspect = .withoutPerformed
        let released = release([wide, narrow, unused])
        #expect(hidden(released[2]) == [""])
        if case .shown(let share) = released[1].rows[0].cell {
            #expect(share.persons == nil && share.denominator == nil)
        }
        #expect(hidden(released[0]).isEmpty)
    }

    @Test func `those left out of the widest base are not had by subtraction, and the headline stays`() {
        let everyone = table([]) { _, _ in persons(621) }
        var flexible = table(of: .share, []) { _, _ in persons(618) }
        flexible.question.measure = .flexibleUse
        var unlimited = table([]) { _, _ in persons(3) }
        unlimited.question.aspect = .unlimited
        let released = release([everyone, flexible, unlimited])
        #expect(hidden(released[2]) == [""])
        #expect(hidden(released[0]).isEmpty)
        guard case .shown(let share) = released[1].rows[0].cell else {
            Issue.record("the share is hidden")
            return
        }
        #expect(share.value == 0.5)
        #expect(share.persons == nil && share.numerator == nil && share.denominator == nil)
    }

    @Test func `counts that seem to add to their number are not left so, when some count in two`() {
        // Five have moved: whoever takes the boards to add takes A and B for one person each.
        let sizes = ["A": 3, "B": 4, "C": 30, "D": 51]
        var boards = table([(.district, ["A", "B", "C", "D"])]) { _, key in persons(sizes[key[0]]!) }
        let total = boards.rows.firstIndex { $0.key[1].kind == .total }!
        boards.rows[total].measurement = TableMaker.count(83)
        let some = hidden(release([boards])[0])
        #expect(some.isSuperset(of: ["A", "B"]))
        #expect(some.count > 2 && !some.contains("total"))
    }

    @Test func `an internal answer shows everything and says what it is`() {
        let answer = ReleasePolicy(DisclosureSettings()).internalTable(table([]) { _, _ in persons(1) })
        #expect(answer.isInternal)
        #expect(!answer.rows.contains { $0.cell == .hidden })
    }

    @Test func `the method tells no rule's share`() {
        let release = ReleasePolicy(DisclosureSettings()).release([
            table([(.district, ["A", "B", "C", "D"])]) { _, key in persons(sizes[key[0]]!) }
        ])
        #expect(release.hidden == 2)
        #expect(release.cells == 5)
        #expect(release.method.contains { $0.swedish.hasPrefix("2 av 5 prövade värden är dolda.") })
    }
}
