// SPDX-License-Identifier: EUPL-1.2

/// How the numbers of a column are to be read where a point or a comma can be two things.
package enum DecimalUse: Sendable, Hashable {
    /// A lone mark is the decimal one: nothing in the column speaks against it.
    case free
    /// The column has numbers whose lone mark may part thousands (`1.284` beside `2,5`): such a number is
    /// `ambiguousNumber`.
    case doubtful
    /// Someone has said that commas are decimal: `1.284` is 1284.
    case comma
    /// Someone has said that points are decimal: `1,284` is 1284.
    case point
}

/// What the cells of a column tell of its decimal mark.
package struct DecimalColumnFacts: Sendable, Equatable {
    /// Cells with a comma that is surely decimal (`2,5`, `1.284,5`).
    package private(set) var commas = 0
    /// Cells with a point that is surely decimal (`2.5`).
    package private(set) var points = 0
    /// Cells that may be thousands or three decimals, with a comma (`1,284`).
    package private(set) var commasBeforeThree = 0
    /// The same with a point (`1.284`).
    package private(set) var pointsBeforeThree = 0

    /// Facts of no cells.
    package init() {}

    /// Adds a cell without surrounding blanks; what is no number adds nothing.
    package mutating func add(_ bytes: Span<UInt8>) {
        var place = -1
        var hasBoth = false
        for index in bytes.indices where bytes[index] == 0x2C || bytes[index] == 0x2E {
            if place >= 0, bytes[place] != bytes[index] { hasBoth = true }
            place = index
        }
        guard place >= 0, (try? DecimalField.decode(bytes)) != nil else { return }
        let isComma = bytes[place] == 0x2C
        if !hasBoth, DecimalField.mayBeThousands(bytes, mark: place) {
            if isComma { commasBeforeThree += 1 } else { pointsBeforeThree += 1 }
        } else {
            if isComma { commas += 1 } else { points += 1 }
        }
    }

    /// Adds the facts of other cells of the same column.
    package mutating func formUnion(_ other: DecimalColumnFacts) {
        commas += other.commas
        points += other.points
        commasBeforeThree += other.commasBeforeThree
        pointsBeforeThree += other.pointsBeforeThree
    }

    /// How the column's numbers are to be read, as far as the cells tell.
    package var use: DecimalUse {
        let mayBeThousands =
            pointsBeforeThree > 0 && commas + commasBeforeThree > 0
            || commasBeforeThree > 0 && points + pointsBeforeThree > 0
        return mayBeThousands ? .doubtful : .free
    }
}
