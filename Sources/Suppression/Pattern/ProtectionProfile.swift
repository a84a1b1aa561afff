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
    /// Which way the number could lie from what it is.
    enum Direction: Hashable, Sendable {
        case greater, less, either

        /// 1 for greater, −1 for less.
        var signs: [Int] {
            switch self {
            case .greater: [1]
            case .less: [-1]
            case .either: [1, -1]
            }
        }
    }

    let cell: Int
    /// Whether the intruder knows that zeros are printed, and that counts are whole.
    let knowingZeros: Bool
    let direction: Direction
    /// By how much.
    let distance: Double

    /// The same of another cell.
    func of(_ cell: Int) -> Requirement {
        Requirement(cell: cell, knowingZeros: knowingZeros, direction: direction, distance: distance)
    }
}

extension SuppressionProblem {
    /// What a pattern is to withstand, cell by cell. Both profiles leave n − `distance` … n + `distance` to the linear
    /// program.
    func requirements(_ profile: ProtectionProfile, distance: Double = 1) -> [Requirement] {
        var all: [Requirement] = []
        for cell in primaries {
            if profile == .zerosKnown, cells[cell].isWhole, cells[cell].value >= cells[cell].leastKnowingZeros {
                all.append(Requirement(cell: cell, knowingZeros: true, direction: .either, distance: 1))
            }
            let room = room(of: cell, knowingZeros: false)
            let distance = cells[cell].distance ?? distance
            let down = min(distance, room.down)
            all.append(Requirement(cell: cell, knowingZeros: false, direction: .greater, distance: distance))
            if down > 0 { all.append(Requirement(cell: cell, knowingZeros: false, direction: .less, distance: down)) }
        }
        return all
    }
}
