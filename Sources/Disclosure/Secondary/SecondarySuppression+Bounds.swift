// SPDX-License-Identifier: EUPL-1.2
import Suppression

extension SecondarySuppression {
    /// In groups this large the whole numbers lie so close that what bounds the real ones bounds them.
    private static let fewWholes = 100.0

    /// A rounded share of few persons leaves few pairs of whole numbers, fewer still where what is shown bounds how many
    /// they are. Shares are rounded until one more and one less of each are as possible. True when one is coarser or
    /// hidden.
    mutating func roundAsBounded() -> Bool {
        var changed = false
        for part in LinkedParts(system, state).parts where !part.rounded.isEmpty && !isTooLarge(part) {
            var local: [Int: Int] = [:]
            for (place, variable) in part.variables.enumerated() { local[variable] = place }
            func isOfFew(_ share: LinkedSystem.RoundedShare) -> Bool {
                local[share.n] != nil && system.values[share.n].map { $0 < Self.fewWholes } ?? false
            }
            let cells = system.cells.indices.filter {
                system.roundedPercentage(of: $0, state).map(isOfFew) ?? false
            }
            if cells.isEmpty { continue }
            let before = system.roundedBefore.filter(isOfFew)
            func shares() -> [LinkedSystem.RoundedShare] {
                cells.compactMap { system.roundedPercentage(of: $0, state) } + before
            }
            // What a share leaves is asked beside the others, and beside none: it bounds its own numbers.
            var bare = part
            bare.rounded = []
            let ranges = [part, bare].map { part in
                let linked = LinkedProblem(part, system, state, settings)
                let attack = Attack(
                    linked.problem, hidden: linked.problem.cells.map { $0.isPrimary || $0.isOpen },
                    by: Intruder(knowsZeros: true, isWhole: false))
                var ranges: [Int: ClosedRange<Int>] = [:]
                for variable in Set(shares().flatMap { [$0.x, $0.n] }) {
                    ranges[variable] = range(of: variable, local, attack)
                }
                return ranges
            }
            for index in cells where !state.isHidden[index] {
                guard let pair = system.pair(of: index) else { continue }
                let isOpen = ranges.allSatisfy {
                    PossibleWholes(shares(), within: $0).leavesNeighbours(of: [pair.x, pair.n], system.values)
                }
                if isOpen { continue }
                if !state.coarsen(index, of: system, comparing) { state.hide(cell: index, of: system, comparing) }
                changed = true
            }
            if !changed { changed = roundAsWhole(part, cells, ranges[0], local) }
        }
        return changed
    }

    /// What only whole numbers tell that fit everything at once: the shares of several bases of which one is part of
    /// another. True when a share is coarser or hidden.
    private mutating func roundAsWhole(
        _ part: LinkedParts.Part, _ cells: [Int], _ ranges: [Int: ClosedRange<Int>], _ local: [Int: Int]
    ) -> Bool {
        let linked = LinkedProblem(part, system, state, settings)
        let attack = Attack(
            linked.problem, hidden: linked.problem.cells.map { $0.isPrimary || $0.isOpen }, by: .zerosKnown)
        for index in cells where !state.isHidden[index] {
            guard let pair = system.pair(of: index) else { continue }
            let isTold = [pair.x, pair.n].contains { variable in
                guard let cell = local[variable], let range = ranges[variable], !state.isKnown[variable],
                    let value = system.values[variable].map({ Int($0) })
                else { return false }
                return [value - 1, value + 1].contains { other in
                    range.contains(other) && attack.isPossible(Double(other), of: cell) == false
                }
            }
            if !isTold { continue }
            if !state.coarsen(index, of: system, comparing) { state.hide(cell: index, of: system, comparing) }
            return true
        }
        return false
    }

    /// The whole numbers that are possible of a number.
    private func range(_ variable: Int, _ low: Double, _ high: Double) -> ClosedRange<Int> {
        let value = Int(system.values[variable] ?? 0)
        let most = Double(value) * 2 + 20
        return min(
            value, Int((max(0, low) - 1e-6).rounded(.up)))...max(value, Int((min(high, most) + 1e-6).rounded(.down)))
    }

    private func range(of variable: Int, _ local: [Int: Int], _ attack: Attack) -> ClosedRange<Int> {
        let value = system.values[variable] ?? 0
        if state.isKnown[variable] { return range(variable, value, value) }
        guard let interval = local[variable].flatMap({ attack.interval(of: $0) }) else {
            return range(variable, 0, .infinity)
        }
        return range(variable, interval.low, interval.high)
    }
}
