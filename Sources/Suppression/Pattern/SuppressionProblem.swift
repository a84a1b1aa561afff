// SPDX-License-Identifier: EUPL-1.2

/// Numbers that are to be published, how they add, and which of them must not be known.
package struct SuppressionProblem: Sendable, Hashable {
    /// One number to print.
    package struct Cell: Sendable, Hashable {
        /// What stands in it.
        package var value: Double
        /// What hiding it loses.
        package var loss: Double
        /// May be hidden to protect others. What is public, or zero and therefore printed, may not.
        package var mayHide: Bool
        /// Must be hidden for its own sake (*primär prickning*).
        package var isPrimary: Bool
        /// Printed nowhere, so that nobody knows it from the start; nothing protects it.
        package var isOpen = false
        /// Counts whole things.
        package var isWhole = true
        /// What anybody knows it to be at least: 0, or nothing (−∞) for a difference.
        package var least = 0.0
        /// What those know it to be at least who know that zeros are printed.
        package var leastKnowingZeros = 1.0
        /// How far to each side what is possible must reach; nil for what all primary cells have.
        package var distance: Double?
        /// Whether a number that it is part of stands at the same value: it is not asked to be greater.
        package var isAtMost = false

        package init(value: Double, loss: Double, mayHide: Bool, isPrimary: Bool) {
            self.value = value
            self.loss = loss
            self.mayHide = mayHide
            self.isPrimary = isPrimary
        }

        /// Unknown before anything is hidden to protect others.
        var isUnknown: Bool { isPrimary || isOpen }
    }

    package var cells: [Cell]
    /// Each adds to zero.
    package var relations: [LinearForm]
    /// What the intruder takes every number to be at most.
    package var greatest: Double

    /// The intruder takes no number to be above the greatest one.
    package init(cells: [Cell], relations: [LinearForm]) {
        self.cells = cells
        var seen: Set<LinearForm> = []
        self.relations = relations.filter { seen.insert($0).inserted }
        greatest = cells.reduce(0) { max($0, $1.value) }
    }

    /// Whether nothing but zeros is known of what hangs together, once everything that may be is hidden. A town with
    /// each person twice, or half a person, would print the same: everything withstands the attack, unless it is known
    /// how great a number can be.
    package var mayHideWhole: Bool {
        !isLimited && cells.allSatisfy { $0.isUnknown || $0.mayHide || $0.value == 0 }
    }

    /// Whether that is so already.
    var isHiddenWhole: Bool { !isLimited && cells.allSatisfy { $0.isUnknown || $0.value == 0 } }

    private var isLimited: Bool { cells.contains { 2 * $0.value > greatest } }

    /// Whether a percentage ties numbers to each other: whole ones that fit are then seldom found by branching.
    var isBoundByPercentages: Bool {
        relations.contains { relation in relation.terms.contains { $0.coefficient.magnitude > 50 } }
    }

    /// What a pattern loses.
    package func loss(_ hidden: [Bool]) -> Double {
        cells.indices.reduce(0) { hidden[$1] ? $0 + cells[$1].loss : $0 }
    }

    /// Which relations each cell is in, by their places.
    var relationsOfCells: [[Int]] {
        var uses: [[Int]] = Array(repeating: [], count: cells.count)
        for (index, relation) in relations.enumerated() {
            for term in relation.terms { uses[term.variable].append(index) }
        }
        return uses
    }

    package var primaries: [Int] { cells.indices.filter { cells[$0].isPrimary } }

    /// How far the intruder can think a hidden number away from its true value, down and up.
    func room(of cell: Int, knowingZeros: Bool) -> (down: Double, up: Double) {
        let cell = cells[cell]
        if cell.least == -.infinity { return (.infinity, .infinity) }
        let least = knowingZeros ? max(cell.least, cell.leastKnowingZeros) : cell.least
        return (max(0, cell.value - least), max(0, greatest - cell.value))
    }
}
