// SPDX-License-Identifier: EUPL-1.2
import Suppression

/// Numbers that something shown bounds from above at once: those with the service and performed hours, who are all that
/// have the service, are no more. They are not asked to be able to be more, for then that would have to be hidden too.
struct NaturalEnds {
    private(set) var isAtMost: Set<Int> = []

    /// `within`: how near it must stand.
    init(_ rests: [LinkedParts.Rest], _ system: LinkedSystem, _ state: SuppressionState, within distance: Double) {
        var wholes: [Int: [(other: Int, by: Double)]] = [:]
        for rest in rests {
            guard rest.form.terms.count == 2,
                let whole = rest.form.terms.first(where: { $0.coefficient > 0 })?.variable,
                let part = rest.form.terms.first(where: { $0.coefficient < 0 })?.variable,
                let above = system.values[whole], let below = system.values[part], system.isCount[part]
            else { continue }
            wholes[part, default: []].append((whole, above - below))
        }
        for variable in Set(wholes.keys) where !state.isKnown[variable] {
            if Self.reachesKnown(from: variable, wholes, state, distance) { isAtMost.insert(variable) }
        }
    }

    private static func reachesKnown(
        from start: Int, _ next: [Int: [(other: Int, by: Double)]], _ state: SuppressionState, _ distance: Double
    ) -> Bool {
        var pending = [(start, 0.0)]
        var seen: Set<Int> = [start]
        while let (variable, way) = pending.popLast() {
            for (other, by) in next[variable] ?? [] where way + by < distance - 1e-6 && seen.insert(other).inserted {
                if state.isKnown[other] { return true }
                pending.append((other, way + by))
            }
        }
        return false
    }
}
