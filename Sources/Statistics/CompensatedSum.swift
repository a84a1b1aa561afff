// SPDX-License-Identifier: EUPL-1.2

/// A running sum that keeps what rounding takes away: Neumaier (1974), the improved Kahan–Babuška sum.
///
/// Its error does not grow with the number of terms, but its last bit may still depend on their order; `sum(of:)`
/// takes that away too.
package struct CompensatedSum: Sendable {
    private var running = 0.0
    private var lost = 0.0

    package init() {}

    package mutating func add(_ term: Double) {
        let next = running + term
        lost += abs(running) >= abs(term) ? (running - next) + term : (term - next) + running
        running = next
    }

    package var value: Double { running + lost }

    /// The sum of the terms, the same to the last bit in whatever order they stand: they are added in ascending
    /// order. 0 for none.
    package static func sum(of terms: [Double]) -> Double {
        var sum = CompensatedSum()
        for term in terms.sorted() { sum.add(term) }
        return sum.value
    }

    /// The mean of the terms, nil for none. The same in any order.
    package static func mean(of terms: [Double]) -> Double? {
        terms.isEmpty ? nil : sum(of: terms) / Double(terms.count)
    }
}
