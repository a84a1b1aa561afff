// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Measures
import Statistics
package import Terms

/// A made-up town and the tables that are published of it together: two to four breakdowns, a merged board now and
/// then, one year or two, counts, shares, hours and ratios that all rest on the same persons. Or one where some have
/// both laws and count in each.
package struct RandomRelease {
    /// The finest groups of persons, of which every printed number is a sum.
    package struct Group {
        package let year: Int
        /// A code for every breakdown of the town.
        package let codes: [Dimension: String]
        package let inner: TableMaker.Inner
    }

    package private(set) var groups: [Group] = []
    package private(set) var tables: [Tabulation] = []
    package private(set) var division = Division([])
    package private(set) var dimensions: [Dimension] = []
    package let years: ClosedRange<Int>

    private static let codes: [(Dimension, [String])] = [
        (.law, ["SoL", "LSS"]), (.sex, ["female", "male"]), (.age, ["0-22", "23-64", "65+"]),
        (.provider, ["P", "Q", "R"]),
    ]
    private static let boards = ["A", "B", "C", "D", "E"]
    /// Of those who have both laws, in a group.
    static let bothLaws = "both"
    /// Whether some have both laws; then there are no hours, of which each belongs to one law.
    let lawsOverlap: Bool

    package init(seed: UInt64, lawsOverlap: Bool = false) {
        self.lawsOverlap = lawsOverlap
        var random = SeededDraws(seed: seed)
        func draw(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        years = 2019 - draw(0...1)...2019
        let count = draw(2...4)
        var others = Array(Self.codes.shuffled(using: &random).prefix(count - 1))
        if lawsOverlap {
            others.removeAll { $0.0 == .law }
            others.insert((.law, ["SoL", "LSS", Self.bothLaws]), at: 0)
        }
        let boards = Array(Self.boards.prefix(draw(2...5)))
        // The last board took over another: it stands under its own name in one table and under the heir's in another.
        let isMerged = draw(0...2) == 0
        let old = boards + (isMerged ? ["Old"] : [])
        if isMerged {
            let end = CivilDate(year: 2018, month: 6, day: 30)
            division = Division(
                boards.map { District(name: $0) }
                    + [District(name: "Old", validTo: end, successor: Int16(boards.count - 1))])
        }
        dimensions = [.district] + others.map(\.0)
        let most = [2, 5, 12, 30][draw(0...3)]
        let density = draw(3...10)
        for year in years {
            var cells: [[Dimension: String]] = old.map { name in
                [.districtThen: name, .district: name == "Old" ? boards[boards.count - 1] : name]
            }
            for (dimension, codes) in others {
                cells = cells.flatMap { cell in codes.map { cell.merging([dimension: $0]) { $1 } } }
            }
            for cell in cells {
                let isOfFew = cell[.law] == Self.bothLaws
                let persons = draw(1...10) > density ? 0 : draw(0...(isOfFew ? min(most, 6) : most))
                groups.append(
                    Group(
                        year: year, codes: cell,
                        inner: TableMaker.Inner(
                            persons: persons, x: draw(0...persons),
                            hours: (0..<persons).map { _ in Double(draw(1...120)) / 4 })))
            }
        }
        for _ in 0..<draw(2...5) {
            let content = TableMaker.Content.allCases[draw(0...(lawsOverlap ? 0 : 3))]
            var by = dimensions.shuffled(using: &random).prefix(draw(1...min(3, dimensions.count)))
            if isMerged, draw(0...1) == 0, let place = by.firstIndex(of: .district) { by[place] = .districtThen }
            tables.append(table(content, by: Array(by), totals: draw(0...3) > 0 || lawsOverlap))
        }
    }

    /// Tables of the finest groups, of what the published tables are about.
    package var inner: [Tabulation] {
        let division = groups.contains { $0.codes[.district] != $0.codes[.districtThen] }
        let by = (division ? [.districtThen] : [.district]) + dimensions.dropFirst()
        return TableMaker.Content.allCases.filter { content in
            tables.contains { $0.question.measure == TableMaker(content: content, dimensions: []).measure }
        }.map { table($0, by: by, totals: false) }
    }

    private func table(_ content: TableMaker.Content, by dimensions: [Dimension], totals: Bool) -> Tabulation {
        let groups = groups
        let axes = dimensions.map { dimension in
            var codes: [String] = []
            for group in groups {
                if let code = group.codes[dimension], !codes.contains(code), code != Self.bothLaws {
                    codes.append(code)
                }
            }
            return (dimension: dimension, codes: codes)
        }
        let maker = TableMaker(content: content, dimensions: axes, totals: totals, years: years)
        var table = maker.tabulation { year, codes in
            let wanted = Dictionary(uniqueKeysWithValues: zip(dimensions, codes))
            return groups.filter { group in
                group.year == year && wanted.allSatisfy { Self.matches(group.codes[$0.key], $0.value) }
            }.reduce(TableMaker.Inner()) { $0 + $1.inner }
        }
        // Once in the total who is in both laws.
        for row in table.rows.indices {
            table.rows[row].measurement = maker.measurement(persons(of: table.rows[row].key))
        }
        return table
    }

    /// Those with both laws are in each.
    private static func matches(_ code: String?, _ category: String) -> Bool {
        code == category || (code == bothLaws && ["SoL", "LSS"].contains(category))
    }

    /// The persons of a row of a table.
    func persons(of key: [Category]) -> TableMaker.Inner {
        groups(of: key).reduce(TableMaker.Inner()) { $0 + groups[$1].inner }
    }

    /// Which groups a row of a table speaks of.
    package func groups(of key: [Category]) -> [Int] {
        groups.indices.filter { index in
            key.allSatisfy { category in
                category.kind == .total
                    || (category.dimension == .year
                        ? String(groups[index].year) == category.code
                        : Self.matches(groups[index].codes[category.dimension], category.code))
            }
        }
    }
}
