// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Granted and performed hours of every person, service and calendar month: what all measures of hours are
/// computed from. Sorted by person, service and month.
struct PersonMonths: Sendable {
    /// How the hours of a month stand to decisions.
    enum Coverage: UInt8, Sendable {
        /// b > 0.
        case granted
        /// A decision without ceiling (*fri ledsagning*) touches the month, which then has no b.
        case unlimited
        /// Performed hours in a month without granted hours.
        case outside
    }

    struct Entry: Sendable {
        var person: PersonIndex
        var service: Int16
        var month: YearMonth
        var coverage: Coverage
        /// b; above 0 exactly when `coverage` is `granted`.
        var granted: Hours
        /// u
        var performed: Hours
        /// Every day of the month lies inside a decision that grants hours.
        var isFull: Bool
        /// The days of the month inside decisions that grant hours, bit 0 the first.
        var days: UInt32
        // Of the decision that grants the month, or of the visits when no decision does.
        var district: DistrictIndex?
        var law: Law
        var provider: Int16?
        var providerType: ProviderType
    }

    /// A maximal run of consecutive months with b > 0 for one person and service.
    struct Spell: Sendable {
        /// From the decisions alone: it may lie before the months that `entries` keeps.
        var first: YearMonth
        var last: YearMonth
        var entries: Range<Int>
    }

    /// The years questions can be asked of. Months beyond them are kept as far as a period can reach.
    let years: ClosedRange<Int>
    let entries: [Entry]
    let spells: [Spell]
    /// Granted decisions, by person, then service, first day and place in the file.
    let decisions: [Int]
    private let entryStarts: [Int]
    private let decisionStarts: [Int]

    init(
        years: ClosedRange<Int>, entries: [Entry], spells: [Spell], decisions: [Int], entryStarts: [Int],
        decisionStarts: [Int]
    ) {
        self.years = years
        self.entries = entries
        self.spells = spells
        self.decisions = decisions
        self.entryStarts = entryStarts
        self.decisionStarts = decisionStarts
    }

    /// Places in `entries` of one person.
    func entries(of person: PersonIndex) -> Range<Int> {
        entryStarts[Int(person)]..<entryStarts[Int(person) + 1]
    }

    /// Granted decisions of one person, as places in `Dataset.decisions`.
    func decisions(of person: PersonIndex) -> ArraySlice<Int> {
        decisions[decisionStarts[Int(person)]..<decisionStarts[Int(person) + 1]]
    }
}
