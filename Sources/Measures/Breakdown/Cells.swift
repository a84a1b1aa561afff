// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// What one person brings to one cell.
struct PersonSum: Sendable {
    var person: PersonIndex
    /// Milliseconds, or a number of decisions.
    var numerator: Int64 = 0
    var denominator: Int64 = 0
    /// What is true of the person in the cell; their meaning is the measure's own.
    var marks: UInt16 = 0
}

/// The cells of a breakdown while facts are poured into them, person by person.
///
/// A cell holds one `PersonSum` a person, in person order, so that distinct persons, sums, and the errors that
/// come from differences between persons can all be had from it.
struct Cells {
    private let breakdown: Breakdown
    /// Whether the facts of a person are kept apart: quantiles over person-months need each of them.
    private let keepsFacts: Bool
    private var slots: [Int: Int] = [:]
    private(set) var sums: [[PersonSum]] = []
    // A person's facts mostly fall in the cells of the fact before.
    private var lastCell = -1
    private var lastSlots: [Int] = []

    init(_ breakdown: Breakdown, keepsFacts: Bool = false) {
        self.breakdown = breakdown
        self.keepsFacts = keepsFacts
    }

    /// Adds a fact to its cell and to all totals over it. Facts come person by person.
    mutating func add(_ traits: Traits, numerator: Int64 = 0, denominator: Int64 = 0, marks: UInt16 = 0) {
        guard let cell = breakdown.cell(of: traits) else { return }
        if cell != lastCell {
            lastSlots = breakdown.withTotals(cell).map { slot(of: $0) }
            lastCell = cell
        }
        for slot in lastSlots {
            if keepsFacts || sums[slot].last?.person != traits.person {
                sums[slot].append(PersonSum(person: traits.person))
            }
            let place = sums[slot].count - 1
            sums[slot][place].numerator += numerator
            sums[slot][place].denominator += denominator
            sums[slot][place].marks |= marks
        }
    }

    /// What a cell holds; nothing for one that no fact fell in.
    subscript(cell: Int) -> [PersonSum] {
        slots[cell].map { sums[$0] } ?? []
    }

    /// The cells that facts fell in, in the order rows are printed.
    var occurring: [Int] { slots.keys.sorted() }

    private mutating func slot(of cell: Int) -> Int {
        if let slot = slots[cell] { return slot }
        sums.append([])
        slots[cell] = sums.count - 1
        return sums.count - 1
    }
}
