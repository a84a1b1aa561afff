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

    /// The number itself, in its unit's own form when none is given.
    package static func value(_ cell: ReleasedCell, _ form: NumberForm? = nil) -> Cell {
        .released(cell, .value, form ?? standardForm(of: cell))
    }

    /// Lower to upper bound.
    package static func interval(_ cell: ReleasedCell, _ form: NumberForm? = nil) -> Cell {
        .released(cell, .interval, form ?? standardForm(of: cell))
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

extension Cell {
    /// The number a drawing places: the released part that is shown, or a number that is not about persons.
    var drawn: Double? {
        switch self {
        case .released(.shown(let value), let part, _): part.numbers(of: value)?.first
        case .number(let number, _): number
        case .released, .text, .empty: nil
        }
    }

    /// The two numbers of a shown interval.
    var drawnInterval: (lower: Double, upper: Double)? {
        guard case .released(.shown(let value), let part, _) = self, let (lower, upper) = part.numbers(of: value),
            let upper
        else { return nil }
        return (lower, upper)
    }

    /// The form that number is printed in.
    var drawnForm: NumberForm? {
        switch self {
        case .released(.shown, _, let form), .number(_, let form): form
        case .released, .text, .empty: nil
        }
    }

    /// Its words without form, as a name in a drawing.
    var plainText: String? {
        guard case .text(let text) = self else { return nil }
        return text.runs.map {
            switch $0 {
            case .text(let text), .strong(let text), .code(let text), .link(let text, _): text
            case .released, .number, .reference: ""
            }
        }.joined()
    }
}
