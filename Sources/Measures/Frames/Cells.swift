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
    /// See `Person.recordKey`.
    var recordKey: UInt64 = 0
}

/// The cells of a breakdown while facts are aggregated in them, person by person.
///
/// A cell holds one `PersonSum` a person, in person order, so that distinct persons, sums, and the errors that
/// come from differences between persons can all be had from it.
struct Cells {
    private let breakdown: Breakdown
    /// Whether the facts of a person are kept apart: quantiles over person-months need each of them.
    private let keepsFacts: Bool
    private var slots: [Int: Int] = [:]
    private(set) var sums: [[PersonSum]] = []
    /// Whether facts alike in all but their month may fall in different cells.
    private let tellsMonths: Bool
    // A person's facts mostly fall in the cells of the fact before: such a run is added to them once.
    private var lastTraits: Traits?
    private var lastSlots: [Int] = []
    private var run: PersonSum?

    init(_ breakdown: Breakdown, keepsFacts: Bool = false) {
        self.breakdown = breakdown
        self.keepsFacts = keepsFacts
        tellsMonths = breakdown.usesMonths
    }

    /// Adds a fact to its cell and to all totals over it. Facts come person by person, and `finish` follows the last.
    mutating func add(_ traits: Traits, numerator: Int64 = 0, denominator: Int64 = 0, marks: UInt16 = 0) {
        var traits = traits
        if !tellsMonths { traits.month = nil }
        if run != nil, !keepsFacts, traits == lastTraits {
            run?.numerator += numerator
            run?.denominator += denominator
            run?.marks |= marks
            return
        }
        finish()
        if traits != lastTraits {
            lastSlots = breakdown.cell(of: traits).map { breakdown.withTotals($0).map { slot(of: $0) } } ?? []
            lastTraits = traits
        }
        run = PersonSum(
            person: traits.person, numerator: numerator, denominator: denominator, marks: marks,
            recordKey: breakdown.recordKey(of: traits.person))
    }

    /// Adds what has been held back of the last facts.
    mutating func finish() {
        guard let fact = run else { return }
        for slot in lastSlots { sums[slot].add(fact, isApart: keepsFacts) }
        run = nil
    }

    /// Leaves in the cells of those with SoL only those who have not LSS beside. All facts are added before.
    mutating func tellLawsApart() {
        for (cell, slot) in slots {
            guard let beside = breakdown.besideSoL(cell).flatMap({ slots[$0] }) else { continue }
            let withLSS = Set(sums[beside].map(\.person))
            sums[slot].removeAll { withLSS.contains($0.person) }
        }
        slots = slots.filter { !sums[$0.value].isEmpty }
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

extension [PersonSum] {
    /// Adds to what the person has brought already, or begins anew.
    fileprivate mutating func add(_ fact: PersonSum, isApart: Bool) {
        guard !isApart, let last = indices.last, self[last].person == fact.person else { return append(fact) }
        self[last].numerator += fact.numerator
        self[last].denominator += fact.denominator
        self[last].marks |= fact.marks
    }
}
