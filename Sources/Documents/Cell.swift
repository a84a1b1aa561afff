// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// What stands in a cell of a printed table.
package enum Cell: Sendable, Hashable {
    case text(RichText)
    /// A number that has passed disclosure control, or the sign in its place.
    case released(ReleasedCell, ReleasedPart, NumberForm)
    /// A number that is not about persons: rows of a file.
    case number(Double, NumberForm)
    /// Nothing to say here: the first column's blank when a name stands for several rows.
    case empty

    /// A part of a released number, in its unit's own form when none is given.
    package static func part(_ part: ReleasedPart, of cell: ReleasedCell, _ form: NumberForm? = nil) -> Cell {
        .released(cell, part, form ?? standardForm(of: cell))
    }

    /// The number itself.
    package static func value(_ cell: ReleasedCell, _ form: NumberForm? = nil) -> Cell { part(.value, of: cell, form) }

    /// Lower to upper bound.
    package static func interval(_ cell: ReleasedCell, _ form: NumberForm? = nil) -> Cell {
        part(.interval, of: cell, form)
    }

    /// n: the persons the number speaks of.
    package static func persons(_ cell: ReleasedCell) -> Cell {
        .released(cell, .persons, .count)
    }

    package static func count(_ count: Int) -> Cell {
        .number(Double(count), .count)
    }

    private static func standardForm(of cell: ReleasedCell) -> NumberForm {
        if case .shown(let value) = cell { value.unit.standardForm } else { .count }
    }

    /// The released value behind it, when it is shown.
    package var shown: ReleasedValue? {
        if case .released(.shown(let value), _, _) = self { value } else { nil }
    }
}
