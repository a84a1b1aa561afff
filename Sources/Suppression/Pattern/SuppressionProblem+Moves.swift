// SPDX-License-Identifier: EUPL-1.2

extension SuppressionProblem {
    /// The cells that the cheapest moves use which give some cells what is asked of them: what must be hidden, as far as
    /// anything helps.
    package func usedByMoves(of cells: [Int], profile: ProtectionProfile) -> Set<Int> {
        let asked = Set(cells)
        var used: Set<Int> = []
        for knowing in [false, true] {
            let wanted = requirements(profile).filter { asked.contains($0.cell) && $0.knowingZeros == knowing }
            if wanted.isEmpty { continue }
            var search = MoveSearch(self, knowingZeros: knowing)
            for (index, cell) in self.cells.enumerated() {
                search.setPrice(of: index, cell.isUnknown ? 1e-3 : cell.loss + 1e-3)
            }
            for requirement in wanted {
                let moves = requirement.direction.signs.compactMap {
                    search.move(requirement.cell, direction: $0, distance: requirement.distance)
                }
                guard let move = moves.min(by: { $0.price < $1.price })?.move else { continue }
                for step in move.steps where !self.cells[step.cell].isUnknown && used.insert(step.cell).inserted {
                    search.setPrice(of: step.cell, 1e-3)
                }
            }
        }
        return used
    }
}
