// SPDX-License-Identifier: EUPL-1.2

/// What every primary cell must withstand (*skyddsprofil*).
package enum ProtectionProfile: String, Sendable, CaseIterable {
    /// The intruder knows that counts are not negative: a linear program must leave n − 1 … n + 1 possible
    /// (Fischetti and Salazar-González 2001).
    case classic
    /// The intruder knows besides that zeros are printed, so that every hidden count is at least 1, and that counts
    /// are whole: more than one value must remain.
    case zerosKnown = "zeros_known"
    /// The same intruder, but every whole number within the distance to each side must remain, as far as nothing that is
    /// shown for its own sake stands in the way, and more than one value always; sums must keep their distance to each
    /// side for this intruder too.
    case promised

    /// Whether each count is asked for another whole value.
    var asksForWholes: Bool { self != .classic }
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
    /// Whether it is a whole value that must be possible.
    var isOfWholes = false
    /// Whether nothing is lost where no pattern meets it: a number that is naturally at its end has no further values to
    /// give.
    var mayFail = false

    /// The same of another cell.
    func of(_ cell: Int) -> Requirement {
        Requirement(
            cell: cell, knowingZeros: knowingZeros, direction: direction, distance: distance, isOfWholes: isOfWholes,
            mayFail: mayFail)
    }
}

extension SuppressionProblem {
    /// What a pattern is to withstand, cell by cell. The first two profiles leave n − `distance` … n + `distance` to the
    /// linear program.
    func requirements(_ profile: ProtectionProfile, distance: Double = 1) -> [Requirement] {
        primaries.flatMap { cell in
            switch profile {
            case .classic: classic(cell, distance)
            case .zerosKnown: (anotherValue(cell).map { [$0] } ?? []) + classic(cell, distance)
            case .promised: promised(cell, distance)
            }
        }
    }

    private func anotherValue(_ cell: Int) -> Requirement? {
        guard cells[cell].isWhole, cells[cell].value >= cells[cell].leastKnowingZeros else { return nil }
        return Requirement(cell: cell, knowingZeros: true, direction: .either, distance: 1, isOfWholes: true)
    }

    private func classic(_ cell: Int, _ distance: Double) -> [Requirement] {
        toEachSide(cell, distance, knowingZeros: false, mayFail: false)
    }

    private func promised(_ cell: Int, _ distance: Double) -> [Requirement] {
        guard let another = anotherValue(cell) else {
            return toEachSide(cell, distance, knowingZeros: true, mayFail: false)
        }
        // What proves one of the sides proves that there is another value.
        return toEachSide(cell, distance, knowingZeros: true, mayFail: true) + [another]
    }

    private func toEachSide(
        _ cell: Int, _ distance: Double, knowingZeros: Bool, mayFail: Bool
    ) -> [Requirement] {
        let own = cells[cell]
        let distance = own.distance ?? distance
        let down = min(distance, room(of: cell, knowingZeros: knowingZeros).down)
        func requirement(_ direction: Requirement.Direction, _ distance: Double) -> Requirement {
            Requirement(
                cell: cell, knowingZeros: knowingZeros, direction: direction, distance: distance,
                isOfWholes: knowingZeros && own.isWhole, mayFail: mayFail)
        }
        return (own.isAtMost ? [] : [requirement(.greater, distance)])
            + (down <= 0 ? [] : [requirement(.less, down)])
    }
}
