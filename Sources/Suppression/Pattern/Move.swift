// SPDX-License-Identifier: EUPL-1.2

/// A way from the true table to another that prints the same: what each hidden cell changes by. All relations of a
/// move add to zero; it proves that its cells are not known.
struct Move: Sendable {
    /// Sorted by cell, none of them zero.
    let steps: [(cell: Int, by: Double)]
    /// All steps of what counts whole things are whole.
    let isWhole: Bool
    /// The greatest multiple of the move, and of its opposite, that leaves every cell possible.
    let reach: (forward: Double, backward: Double)
    /// The same for those who know that zeros are printed.
    let reachKnowing: (forward: Double, backward: Double)

    init?(_ pairs: [(cell: Int, by: Double)], in problem: SuppressionProblem) {
        var steps: [(cell: Int, by: Double)] = []
        var isWhole = true
        var reach = (forward: Double.infinity, backward: Double.infinity)
        var reachKnowing = reach
        for pair in pairs where pair.by.magnitude > 1e-7 {
            let near = pair.by.rounded()
            var by = pair.by
            if (by - near).magnitude < 1e-6 {
                by = near
            } else if problem.cells[pair.cell].isWhole {
                isWhole = false
            }
            if by == 0 { continue }
            steps.append((pair.cell, by))
            let room = problem.room(of: pair.cell, knowingZeros: false)
            let size = by.magnitude
            reach.forward = min(reach.forward, (by > 0 ? room.up : room.down) / size)
            reach.backward = min(reach.backward, (by > 0 ? room.down : room.up) / size)
            let knowing = problem.room(of: pair.cell, knowingZeros: true)
            reachKnowing.forward = min(reachKnowing.forward, (by > 0 ? knowing.up : knowing.down) / size)
            reachKnowing.backward = min(reachKnowing.backward, (by > 0 ? knowing.down : knowing.up) / size)
        }
        guard !steps.isEmpty else { return nil }
        self.steps = steps
        self.isWhole = isWhole
        self.reach = reach
        self.reachKnowing = reachKnowing
    }

    func step(of cell: Int) -> Double {
        var low = 0
        var high = steps.count
        while low < high {
            let middle = (low + high) / 2
            if steps[middle].cell < cell { low = middle + 1 } else { high = middle }
        }
        return low < steps.count && steps[low].cell == cell ? steps[low].by : 0
    }

    /// Whether the move proves that the requirement holds.
    func meets(_ requirement: Requirement) -> Bool {
        let step = step(of: requirement.cell)
        if step == 0 { return false }
        let reach = requirement.knowingZeros ? reachKnowing : reach
        func reaches(_ sign: Int, _ times: Double) -> Bool {
            ((sign > 0) == (step > 0) ? reach.forward : reach.backward) >= times - 1e-7
        }
        if !requirement.isOfWholes {
            return requirement.direction.signs.contains { reaches($0, requirement.distance / step.magnitude) }
        }
        // A whole move is made a whole number of times.
        var times = requirement.distance / step.magnitude
        if requirement.direction == .either { times = max(1, times.rounded(.up)) }
        guard isWhole, times == times.rounded() else { return false }
        return requirement.direction.signs.contains { reaches($0, times) }
    }
}
