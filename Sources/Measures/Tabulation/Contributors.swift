// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Who a number comes from: a person of the register or a respondent of a survey.
package struct Contributor: Sendable, Hashable, Comparable {
    private let number: Int64

    init(person: PersonIndex) { number = Int64(person) }

    /// - Parameters:
    ///   - survey: its place in the data set.
    ///   - row: among the survey's valid answers.
    init(survey: Int, row: Int) { number = Int64(survey + 1) << 32 | Int64(row) }

    package static func < (a: Contributor, b: Contributor) -> Bool { a.number < b.number }
}

/// What one unit brings to one number of a table.
struct Contribution: Sendable {
    var unit: Contributor
    /// To the value of a count or a sum, or to what is divided.
    var numerator: Double
    /// To what it is divided by, where it is.
    var denominator: Double = 0
    /// Whether it brings this to the earlier of two years or groups that the number is the difference of.
    var isEarlier = false
}

/// Who the numbers of a table come from, and what each brings: from this it follows which numbers are made of each other.
///
/// A number is made of all the entries of its row. A unit stands in the row of its cell and in those of the totals over it,
/// and mostly brings the same to each: then it has one entry.
package struct Contributors: Sendable {
    package struct Entry: Sendable {
        package let unit: Contributor
        /// A place in `rowSets`.
        package let rows: Int
        /// In the number's unit: 1 for a person or an answer that is counted, hours of sums.
        package let numerator: Double
        package let denominator: Double
        package let isEarlier: Bool
    }

    /// The sets of rows that units bring something to, each in order: places in the table's rows.
    package private(set) var rowSets: [[Int]] = []
    /// In the units' order.
    package private(set) var entries: [Entry] = []

    /// Nobody that is known: of a table of totals, and of one that was read back.
    package static let unknown = Contributors([])

    /// - Parameter rows: what is brought to each row of the table, in its order.
    init(_ rows: [[Contribution]]) {
        var places: [[Int]: Int] = [:]
        var brought = rows.enumerated().flatMap { row, contributions in contributions.map { (row: row, of: $0) } }
        brought.sort { ($0.of.order, $0.row) < ($1.of.order, $1.row) }
        var next = 0
        while next < brought.count {
            let contribution = brought[next].of
            var set: [Int] = []
            while next < brought.count, brought[next].of.order == contribution.order {
                set.append(brought[next].row)
                next += 1
            }
            let place = places[set] ?? rowSets.count
            if place == rowSets.count {
                places[set] = place
                rowSets.append(set)
            }
            entries.append(
                Entry(
                    unit: contribution.unit, rows: place, numerator: contribution.numerator,
                    denominator: contribution.denominator, isEarlier: contribution.isEarlier))
        }
    }

    /// Those of several tables that are put together in one.
    ///
    /// - Parameter row: the place of a part's row in the whole table.
    init(_ parts: [Contributors], row: (_ part: Int, _ row: Int) -> Int) {
        for (part, contributors) in parts.enumerated() {
            let first = rowSets.count
            rowSets += contributors.rowSets.map { $0.map { row(part, $0) } }
            entries += contributors.entries.map {
                Entry(
                    unit: $0.unit, rows: first + $0.rows, numerator: $0.numerator, denominator: $0.denominator,
                    isEarlier: $0.isEarlier)
            }
        }
    }

    /// What the row is made of.
    package func entries(of row: Int) -> [Entry] {
        let sets = Set(rowSets.indices.filter { rowSets[$0].contains(row) })
        return entries.filter { sets.contains($0.rows) }
    }
}

extension Contribution {
    /// Contributions that are alike in it are one entry.
    fileprivate var order: Order {
        Order(unit: unit, isEarlier: isEarlier, numerator: numerator, denominator: denominator)
    }

    fileprivate struct Order: Comparable {
        let unit: Contributor
        let isEarlier: Bool
        let numerator: Double
        let denominator: Double

        static func < (a: Order, b: Order) -> Bool {
            if a.unit != b.unit { return a.unit < b.unit }
            if a.isEarlier != b.isEarlier { return b.isEarlier }
            if a.numerator != b.numerator { return a.numerator < b.numerator }
            return a.denominator < b.denominator
        }
    }
}
