// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// The exact test of independence in an r × c table given its margins: the sum of the probabilities of all tables that
/// are not more probable than the one observed (Fisher 1935; Freeman & Halton 1951).
///
/// Computed column by column as in the network algorithm of Mehta & Patel (1983): a node is what is left of the row
/// sums, ways to it with the same probability are counted together, and the last two columns are looked up in a sorted
/// list of their tables. A table too large for that is drawn at random with a fixed seed instead.
package struct FisherExact: Sendable {
    package let pValue: Double
    /// Of a p-value from drawn tables; nil when it is exact.
    package let standardError: Double?

    /// Tables whose logarithms of probability differ less count as equally probable.
    private static let slack = 1e-7
    /// How many ways and tables are looked at before the tables are drawn instead.
    package static let workLimit = 20_000_000
    private static let drawn = 100_000

    /// A table with fewer than two rows or columns that are not empty has p = 1.
    package init(_ table: ContingencyTable, workLimit: Int = FisherExact.workLimit) {
        let full = table.withoutEmpty
        guard full.rowSums.count > 1, full.columnSums.count > 1 else {
            self.pValue = 1
            self.standardError = nil
            return
        }
        let observed = -full.counts.joined().reduce(0) { $0 + Double.logFactorial($1) }
        let isTall = full.rowSums.count > full.columnSums.count
        var network = FisherNetwork(
            state: isTall ? full.columnSums : full.rowSums, stages: isTall ? full.rowSums : full.columnSums,
            workLimit: workLimit)
        if let exact = network.probability(atMost: observed + Self.slack) {
            self.pValue = min(1, exact)
            self.standardError = nil
        } else {
            let share = RandomTables(full).share(atMost: observed + Self.slack, of: Self.drawn)
            self.pValue = share
            self.standardError = (share * (1 - share) / Double(Self.drawn)).squareRoot()
        }
    }
}
