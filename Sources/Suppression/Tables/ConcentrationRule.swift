// SPDX-License-Identifier: EUPL-1.2

/// When a sum tells too much of those it is made of (*dominansregler*; Hundepool and others 2012, section 4.2).
package enum ConcentrationRule: Sendable, Hashable {
    /// The second largest contributor must not come nearer than this many per cent to the largest:
    /// total − largest − second < p/100 · largest is unsafe.
    case pPercent(Double)
    /// The `count` largest together must not exceed this many per cent of the total.
    case dominance(count: Int, percent: Double)
    /// Fewer contributors than this are too few.
    case minimumFrequency(Int)

    /// Whether a sum of these contributions is unsafe. Nothing is safe.
    package func isBroken(by contributions: [Double]) -> Bool {
        if contributions.isEmpty { return false }
        let sorted = contributions.sorted(by: >)
        let total = sorted.reduce(0, +)
        switch self {
        case .pPercent(let percent):
            let rest = total - sorted[0] - (sorted.count > 1 ? sorted[1] : 0)
            return rest < percent / 100 * sorted[0]
        case .dominance(let count, let percent):
            return sorted.prefix(count).reduce(0, +) > percent / 100 * total
        case .minimumFrequency(let least): return contributions.count < least
        }
    }
}
