// SPDX-License-Identifier: EUPL-1.2
package import Published

/// The attack on a published report from what is published alone (*granskning utifrån*).
///
/// It knows nothing of how the numbers were hidden: it reads the tables, sets up what they say of each other, and
/// tries to narrow each hidden number; and it looks for numbers on the pages that no table shows.
package struct Audit: Sendable {
    /// One hidden number and what can be said of it.
    package struct Cell: Sendable {
        package let table: String
        /// Its codes, in the table's order.
        package let codes: [String]
        package let low: Double
        /// nil where nothing bounds it.
        package let high: Double?
        /// Whether the attack succeeded.
        package let isNarrowed: Bool
    }

    /// A number on a page that no table shows.
    package struct Stray: Sendable {
        package let page: String
        package let number: String
        package let context: String
    }

    package private(set) var hidden: [Cell] = []
    /// Fewer than the threshold, in no table and told by those that are: persons with both laws.
    package private(set) var told: [Cell] = []
    package let strays: [Stray]
    /// Numbers printed in two places with two values.
    package let contradictions: Int
    /// Tables and pages read.
    package let tables: Int
    package let pages: Int

    package var narrowed: Int { hidden.count { $0.isNarrowed } + told.count }
    package var passed: Bool { narrowed == 0 && strays.isEmpty }

    /// Attacks the report in a folder; what lies in `also` was published too, and is known.
    package init(folder: String, also: [String] = []) throws(PublishedReportError) {
        let report = try PublishedReport(folder: folder)
        var all = report.tables
        for other in also { all += try PublishedReport(folder: other).tables }
        let system = OutsideSystem(all)
        let intrusion = Intrusion(system)
        for table in report.tables {
            for row in table.rows where row.status == "hidden" {
                hidden.append(Self.attack(row, of: table, system, intrusion, report.pPercent / 100))
            }
            for row in table.rows where row.isChanged {
                if let cell = Self.attack(changed: row, of: table, system, intrusion, report.threshold) {
                    hidden.append(cell)
                }
            }
        }
        for variable in system.told {
            guard let cell = Self.attack(told: variable, system, intrusion, report.threshold) else { continue }
            // Told of the persons, and of the n of every measure of them.
            if !told.contains(where: { $0.codes == cell.codes }) { told.append(cell) }
        }
        strays = PageCheck(report).findings.map { Stray(page: $0.page, number: $0.number, context: $0.context) }
        contradictions = system.contradictions.count
        tables = report.tables.count
        pages = report.pages.count
    }

    /// A rounded or perturbed count that is surely below the threshold, which no page shows; nil for any other.
    private static func attack(
        changed row: PublishedTable.Row, of table: PublishedTable, _ system: OutsideSystem, _ intrusion: Intrusion,
        _ threshold: Double
    ) -> Cell? {
        guard let value = row.numbers[.value], value - table.largestChange < threshold,
            let variable = system.variable(table.number(.value, of: row)), system.printed[variable] == nil
        else { return nil }
        let bounds = intrusion.bounds(of: variable)
        guard bounds.high > 1 - 1e-6, bounds.high < threshold - 1e-6 else { return nil }
        let width = bounds.high - bounds.low
        let isNarrow = width < (bounds.low < 1e-6 ? 1 : 2) - 1e-6
        return Cell(
            table: table.name, codes: row.codes, low: bounds.low, high: bounds.high,
            isNarrowed: isNarrow || intrusion.isExact(variable))
    }

    /// A number that no table has, when it is surely one below the threshold; nil for any other.
    private static func attack(
        told variable: Int, _ system: OutsideSystem, _ intrusion: Intrusion, _ threshold: Double
    ) -> Cell? {
        let bounds = intrusion.bounds(of: variable)
        guard bounds.high > 1e-6, bounds.high < threshold - 1e-6, bounds.high - bounds.low < 1e-6 else { return nil }
        let number = system.numbers[variable]
        return Cell(
            table: number.series.subject, codes: [number.year] + number.places.map(\.code), low: bounds.low,
            high: bounds.high, isNarrowed: true)
    }

    private static func attack(
        _ row: PublishedTable.Row, of table: PublishedTable, _ system: OutsideSystem, _ intrusion: Intrusion,
        _ share: Double
    ) -> Cell {
        let isCount = ["persons", "decisions", "answers"].contains(row.unit)
        let isShare = row.unit == "share" && !table.subject.hasPrefix("utilisation")
        func cell(_ low: Double, _ high: Double, _ isNarrowed: Bool) -> Cell {
            Cell(
                table: table.name, codes: row.codes, low: low, high: high.isFinite ? high : nil,
                isNarrowed: isNarrowed)
        }
        let column: PublishedTable.Column = row.unit == "share" ? .numerator : .value
        guard let variable = system.variable(table.number(column, of: row)) else { return cell(0, .infinity, false) }
        // Marked as hidden, and printed here or elsewhere.
        if let printed = system.printed[variable] { return cell(printed, printed, true) }
        let bounds = intrusion.bounds(of: variable)
        let width = bounds.high - bounds.low
        var isNarrowed = width < 1e-6
        if isCount || isShare {
            // n − 1 … n + 1 must be possible; of zero, which shares may hide, only n + 1.
            isNarrowed = isNarrowed || width < (bounds.low < 1e-6 ? 1 : 2) - 1e-6
            if isCount { isNarrowed = isNarrowed || intrusion.isExact(variable) }
        } else if row.unit == "hours" {
            // Some n must have p % of itself to each side.
            isNarrowed = isNarrowed || bounds.low / (1 - share) > bounds.high / (1 + share) + 1e-6
        } else if row.unit == "share" {
            // A ratio of sums is had when both sums are.
            let base = system.variable(table.number(.denominator, of: row))
            isNarrowed = isNarrowed && (base.map { system.printed[$0] != nil } ?? false)
        }
        return cell(bounds.low, bounds.high, isNarrowed)
    }
}
