// SPDX-License-Identifier: EUPL-1.2

/// p-values adjusted for how many there are (justerade p-värden).
package enum PAdjustment: String, Sendable, CaseIterable {
    /// n·p.
    case bonferroni
    /// Step-down, holds the familywise error under any dependence: Holm (1979).
    case holm
    /// Step-up: Hochberg (1988).
    case hochberg
    /// From Simes' test of all intersections: Hommel (1988).
    case hommel
    /// The false discovery rate: Benjamini & Hochberg (1995).
    case benjaminiHochberg = "BH"
    /// The same under any dependence: Benjamini & Yekutieli (2001).
    case benjaminiYekutieli = "BY"

    /// The adjusted values in the order given, 0–1. A missing one stays missing and is not counted.
    package func adjusted(_ values: [Double?]) -> [Double?] {
        let places = values.indices.filter { values[$0] != nil }
        let order = places.sorted { (values[$0] ?? 0, $0) < (values[$1] ?? 0, $1) }
        let sorted = order.compactMap { values[$0] }
        var result = values
        for (place, value) in zip(order, ascending(sorted)) { result[place] = min(1, value) }
        return result
    }

    private func ascending(_ p: [Double]) -> [Double] {
        let n = Double(p.count)
        switch self {
        case .bonferroni: return p.map { n * $0 }
        case .holm:
            var highest = 0.0
            return p.enumerated().map { place, value in
                highest = max(highest, (n - Double(place)) * value)
                return highest
            }
        case .hochberg: return stepUp(p) { n - Double($0) }
        case .benjaminiHochberg: return stepUp(p) { n / Double($0 + 1) }
        case .benjaminiYekutieli:
            let harmonic = ExactSum.sum(of: p.indices.map { 1 / Double($0 + 1) })
            return stepUp(p) { harmonic * n / Double($0 + 1) }
        case .hommel: return Self.hommel(p)
        }
    }

    private func stepUp(_ p: [Double], _ factor: (Int) -> Double) -> [Double] {
        var lowest = Double.infinity
        return p.indices.reversed().map { place in
            lowest = min(lowest, factor(place) * p[place])
            return lowest
        }.reversed()
    }

    /// Hommel (1988) in the form of Wright (1992), appendix.
    private static func hommel(_ p: [Double]) -> [Double] {
        let n = p.count
        guard n > 2 else { return PAdjustment.hochberg.ascending(p) }
        let start = p.enumerated().map { Double(n) * $0.element / Double($0.offset + 1) }.min() ?? 1
        var q = [Double](repeating: start, count: n)
        var adjusted = q
        for m in (2...(n - 1)).reversed() {
            let size = Double(m)
            let upper = (n - m + 1)..<n
            let least = zip(upper, 2...m).map { size * p[$0] / Double($1) }.min() ?? 1
            for place in 0...(n - m) { q[place] = min(size * p[place], least) }
            for place in upper { q[place] = q[n - m] }
            for place in 0..<n { adjusted[place] = max(adjusted[place], q[place]) }
        }
        return zip(adjusted, p).map { max($0, $1) }
    }
}
