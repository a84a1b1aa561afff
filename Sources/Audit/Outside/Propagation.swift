// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What each relation by itself says of its numbers, one relation after another until nothing more is said. It is quick,
/// decides most numbers, and keeps by which relation each bound was found.
struct Propagation {
    private(set) var low: [Double]
    private(set) var high: [Double]
    /// The relation that gave the bound, by number; −1 where it is known beforehand.
    private var lowBy: [Int]
    private var highBy: [Int]
    /// Relations that cannot all hold, by their places among the constraints.
    private(set) var contradicting: Set<Int> = []

    private let system: OutsideSystem
    private let open: [(terms: [Constraint.Term], low: Double, high: Double)?]

    /// Relations that are left out are nil.
    init(_ system: OutsideSystem, _ open: [(terms: [Constraint.Term], low: Double, high: Double)?]) {
        self.system = system
        self.open = open
        low = system.variables.map { $0.printed ?? $0.low }
        high = system.variables.map { $0.printed ?? $0.high }
        lowBy = low.map { _ in -1 }
        highBy = lowBy
        run()
    }

    private mutating func run() {
        var uses: [[Int]] = low.map { _ in [] }
        for (place, constraint) in open.enumerated() {
            for term in constraint?.terms ?? [] { uses[term.variable].append(place) }
        }
        var queue = open.indices.filter { open[$0] != nil }
        var isQueued = open.map { $0 != nil }
        var next = 0
        // Bounds that creep up on each other are left to the linear programs.
        let most = 60 * queue.count + 1000
        while next < queue.count, next < most, contradicting.isEmpty {
            let place = queue[next]
            next += 1
            isQueued[place] = false
            for variable in narrow(place) {
                for other in uses[variable] where !isQueued[other] {
                    isQueued[other] = true
                    queue.append(other)
                }
            }
        }
    }

    /// Narrows the numbers of one relation; those whose bounds moved.
    private mutating func narrow(_ place: Int) -> [Int] {
        guard let constraint = open[place] else { return [] }
        var (least, most) = (0.0, 0.0)
        var (leastOpen, mostOpen) = (0, 0)
        func ends(_ term: Constraint.Term) -> (Double, Double) {
            let (a, b) = (term.coefficient * low[term.variable], term.coefficient * high[term.variable])
            return term.coefficient > 0 ? (a, b) : (b, a)
        }
        for term in constraint.terms {
            let (from, to) = ends(term)
            if from.isFinite { least += from } else { leastOpen += 1 }
            if to.isFinite { most += to } else { mostOpen += 1 }
        }
        var moved: [Int] = []
        for term in constraint.terms {
            let (from, to) = ends(term)
            var (newLow, newHigh) = (-Double.infinity, Double.infinity)
            if constraint.high.isFinite, leastOpen == 0 || (leastOpen == 1 && !from.isFinite) {
                newHigh = constraint.high - (from.isFinite ? least - from : least)
            }
            if constraint.low.isFinite, mostOpen == 0 || (mostOpen == 1 && !to.isFinite) {
                newLow = constraint.low - (to.isFinite ? most - to : most)
            }
            if term.coefficient < 0 { (newLow, newHigh) = (newHigh, newLow) }
            newLow /= term.coefficient
            newHigh /= term.coefficient
            if take(newLow, newHigh, term.variable, place) { moved.append(term.variable) }
            if !contradicting.isEmpty { return [] }
        }
        return moved
    }

    private mutating func take(_ newLow: Double, _ newHigh: Double, _ variable: Int, _ place: Int) -> Bool {
        let isWhole = system.variables[variable].isWhole
        func step(_ bound: Double) -> Double { isWhole ? 0.5 : 1e-4 * max(1, bound.magnitude) }
        var (newLow, newHigh) = (newLow, newHigh)
        if isWhole {
            if newLow.isFinite { newLow = (newLow - 1e-6).rounded(.up) }
            if newHigh.isFinite { newHigh = (newHigh + 1e-6).rounded(.down) }
        }
        var moved = false
        if newLow.isFinite, newLow > low[variable] + step(newLow) || !low[variable].isFinite {
            low[variable] = newLow
            lowBy[variable] = place
            moved = true
        }
        if newHigh.isFinite, newHigh < high[variable] - step(newHigh) || !high[variable].isFinite {
            high[variable] = newHigh
            highBy[variable] = place
            moved = true
        }
        let slack = isWhole ? 0.5 : 1e-6 * max(1, high[variable].magnitude)
        if low[variable] > high[variable] + slack {
            contradicting = [place]
            contradicting.formUnion(relations(behind: variable))
        }
        return moved
    }

    /// The relations that the bounds of a number were found by, those that it rests on first.
    func relations(behind variable: Int) -> [Int] {
        var found: [Int] = []
        var seen: Set<Int> = []
        func follow(_ variable: Int, depth: Int) {
            for place in [lowBy[variable], highBy[variable]] where place >= 0 && seen.insert(place).inserted {
                if depth < 12 {
                    for term in open[place]?.terms ?? [] where term.variable != variable {
                        follow(term.variable, depth: depth + 1)
                    }
                }
                found.append(place)
            }
        }
        follow(variable, depth: 0)
        return found
    }
}
