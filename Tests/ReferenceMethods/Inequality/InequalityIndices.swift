// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// How unequally an amount, such as hours, is spread over persons (ojämlikhet); Cowell (2011). Amounts are 0 or more.
package struct InequalityIndices: Sendable {
    package let mean: Double
    /// Twice the area between the weighted Lorenz curve and equality, by trapezoids: 0–1.
    package let gini: Double
    /// Eurostat's form of it, as the R package laeken has it; the same with equal weights but for 1/n.
    package let giniEurostat: Double
    /// Theil's T = Σ w·s·ln s ÷ W, s = x/mean, where 0·ln 0 = 0.
    package let theil: Double
    /// The mean logarithmic deviation Σ w·ln(1/s) ÷ W; nil with a zero.
    package let meanLogDeviation: Double?
    /// Half the squared coefficient of variation.
    package let halfSquaredVariation: Double
    /// Atkinson's index with aversion ½, and with 1, which is 1 with a zero.
    package let atkinsonHalf: Double
    package let atkinsonOne: Double
    /// The part of Theil's T that lies between groups: Σ (W_g m_g ÷ W m) ln(m_g/m) (Shorrocks 1984).
    package let theilBetween: Double
    /// The part of the mean logarithmic deviation that does: Σ (W_g ÷ W) ln(m/m_g). It has no logarithm of a person's
    /// amount, so that it is told with zeros too; nil where a group has nothing but zeros.
    package let logDeviationBetween: Double?

    /// nil without amounts above 0. Weights above 0; the groups are labels, all the same for none.
    package init?(_ persons: [(amount: Double, weight: Double, group: String)]) {
        precondition(persons.allSatisfy { $0.amount >= 0 && $0.weight > 0 }, "amounts are not negative")
        func sum(_ term: (Double, Double) -> Double) -> Double {
            ExactSum.sum(of: persons.map { term($0.amount, $0.weight) })
        }
        let total = sum { $1 }
        let amount = sum { $0 * $1 }
        guard amount > 0 else { return nil }
        let mean = amount / total
        self.mean = mean
        var (below, area, ranked) = (0.0, ExactSum(), ExactSum())
        for person in persons.sorted(by: { ($0.amount, $0.weight) < ($1.amount, $1.weight) }) {
            let part = person.weight * person.amount
            // The person's stretch of the axis times the height left above the middle of it.
            area.add(part * (2 * below + person.weight))
            below += person.weight
            ranked.add(part * below)
        }
        gini = area.value / (total * amount) - 1
        giniEurostat = (2 * ranked.value - sum { $1 * $1 * $0 }) / (total * amount) - 1
        theil = sum { $0 > 0 ? $1 * ($0 / mean) * Double.logarithm($0 / mean) : 0 } / total
        let hasZero = persons.contains { $0.amount == 0 }
        let deviation = hasZero ? nil : sum { $1 * Double.logarithm(mean / $0) } / total
        meanLogDeviation = deviation
        halfSquaredVariation = sum { $1 * ($0 - mean) * ($0 - mean) } / total / (2 * mean * mean)
        let root = sum { $1 * $0.squareRoot() } / total
        atkinsonHalf = 1 - root * root / mean
        atkinsonOne = deviation.map { 1 - Double.exponential(-$0) } ?? 1
        let groups = Dictionary(grouping: persons, by: \.group).values.map { members in
            (
                weight: ExactSum.sum(of: members.map(\.weight)),
                amount: ExactSum.sum(of: members.map { $0.amount * $0.weight })
            )
        }
        theilBetween = ExactSum.sum(
            of: groups.map { $0.amount > 0 ? $0.amount / amount * Double.logarithm($0.amount / $0.weight / mean) : 0 })
        logDeviationBetween =
            groups.contains { $0.amount == 0 }
            ? nil
            : ExactSum.sum(of: groups.map { $0.weight / total * Double.logarithm(mean * $0.weight / $0.amount) })
    }
}
