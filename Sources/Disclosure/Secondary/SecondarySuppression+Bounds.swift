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
            let shares = system.cells.indices.filter { index in
                guard let share = system.roundedPercentage(of: index, state), local[share.n] != nil else {
                    return false
                }
                return system.values[share.n].map { $0 < Self.fewWholes } ?? false
            }
            if shares.isEmpty { continue }
            // What a share leaves is asked beside the others, and beside none: it bounds its own numbers.
            var bare = part
            bare.rounded = []
            let attacks = [part, bare].map { part in
                let linked = LinkedProblem(part, system, state, settings)
                return Attack(
                    linked.problem, hidden: linked.problem.cells.map { $0.isPrimary || $0.isOpen },
                    by: Intruder(knowsZeros: true, isWhole: false))
            }
            for index in shares where !state.isHidden[index] {
                guard let share = system.roundedPercentage(of: index, state) else { continue }
                let isOpen = attacks.allSatisfy { attack in
                    leavesWholes(share, x: range(of: share.x, local, attack), n: range(of: share.n, local, attack))
                }
                if isOpen { continue }
                if !state.coarsen(index, of: system, comparing) { state.hide(cell: index, of: system, comparing) }
                changed = true
            }
        }
        return changed
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

    /// Whether one less and one more of x and of n, as far as they are within their bounds, are shown as the same share.
    private func leavesWholes(_ share: LinkedSystem.RoundedShare, x: ClosedRange<Int>, n: ClosedRange<Int>) -> Bool {
        guard let having = system.values[share.x].map({ Int($0) }), let all = system.values[share.n].map({ Int($0) })
        else { return true }
        func isShown(_ x: Int, _ n: Int) -> Bool {
            let (least, most) = ((share.twiceR - share.step) * n, (share.twiceR + share.step) * n)
            return least <= 200 * x && 200 * x <= most && x <= n
        }
        let isOpenX = [having - 1, having + 1].allSatisfy { other in
            !x.contains(other) || n.contains { isShown(other, $0) }
        }
        return isOpenX
            && [all - 1, all + 1].allSatisfy { other in
                !n.contains(other) || x.contains { isShown($0, other) }
            }
    }
}
