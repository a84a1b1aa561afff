// SPDX-License-Identifier: EUPL-1.2

/// What every primary cell must withstand (*skyddsprofil*).
package enum ProtectionProfile: String, Sendable, CaseIterable {
    /// The intruder knows that counts are not negative: a linear program must leave n − 1 … n + 1 possible
    /// (Fischetti and Salazar-González 2001).
    case classic
    /// The intruder knows besides that zeros are printed, so that every hidden count is at least 1, and that counts
    /// are whole: more than one value must remain.
    case zerosKnown = "zeros_known"
}

/// One thing that must hold of one primary cell.
struct Requirement: Hashable, Sendable {
    let cell: Int
    /// What the intruder takes hidden numbers to be at least: 0, or 1 with whole numbers.
    let least: Int
    /// 1: the number could be greater; −1: it could be less; 0: either will do.
    let direction: Int
    /// By how much.
    let distance: Double
}

extension SuppressionProblem {
    /// What a pattern is to withstand, cell by cell. Both profiles leave n − `distance` … n + `distance` to the linear
    /// program.
    func requirements(_ profile: ProtectionProfile, distance: Double = 1) -> [Requirement] {
        var all: [Requirement] = []
        for cell in primaries {
            if profile == .zerosKnown {
                all.append(Requirement(cell: cell, least: 1, direction: 0, distance: 1))
            }
            all.append(Requirement(cell: cell, least: 0, direction: 1, distance: distance))
            all.append(Requirement(cell: cell, least: 0, direction: -1, distance: min(distance, cells[cell].value)))
        }
        return all
    }
}
