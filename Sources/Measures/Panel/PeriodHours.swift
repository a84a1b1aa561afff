// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// One period of a spell: the months that the panel keeps of it.
struct Period: Sendable {
    /// Places in the panel's entries. They follow each other without a gap.
    let entries: Range<Int>
    /// The first month of the block that the period is, whether it lies in the spell or not.
    let start: YearMonth
    /// Whether every month of the block lies in the spell and in the observation window.
    let isComplete: Bool
}

extension PersonMonths {
    /// The periods of all spells, in the order of persons, services and months.
    ///
    /// A spell is cut into blocks of `length` months: from its own first month, or from January.
    ///
    /// - Parameter window: outside it no period is complete, for nobody knows what was performed.
    func periods(
        of spells: ArraySlice<Spell>, anchor: MeasureSettings.Anchor, length: Int, window: ClosedRange<YearMonth>
    ) -> [Period] {
        var periods: [Period] = []
        for spell in spells {
            let origin = anchor == .spell ? Int(spell.first.index) : 0
            var place = spell.entries.lowerBound
            while place < spell.entries.upperBound {
                let begin = (Int(entries[place].month.index) - origin) / length * length + origin
                let (first, last) = (YearMonth(index: Int32(begin)), YearMonth(index: Int32(begin + length - 1)))
                var end = place
                while end < spell.entries.upperBound, entries[end].month <= last { end += 1 }
                periods.append(
                    Period(
                        entries: place..<end, start: first,
                        isComplete: max(spell.first, window.lowerBound) <= first
                            && last <= min(spell.last, window.upperBound)))
                place = end
            }
        }
        return periods
    }

    func periods(
        anchor: MeasureSettings.Anchor, length: Int, window: ClosedRange<YearMonth>
    ) -> [Period] {
        periods(of: spells[...], anchor: anchor, length: length, window: window)
    }
}

/// What became of the hours of a period, of those of its months that lie in the spell and in the observation window.
///
/// Of a complete period the granted hours are those used, those that had not begun, those of registered absence, and those
/// that lapsed; the performed hours are those used and those above what was granted:
///
///     B = min(B, U) + notBegun + absent + lapsed        U = min(B, U) + overrun
package struct PeriodHours: Sendable {
    package let person: PersonIndex
    /// Index in `Dataset.services`.
    package let service: Int16
    /// The first of the months.
    package let first: YearMonth
    /// Only the hours of complete periods lapse.
    package let isComplete: Bool
    /// Places in the panel, the months in order.
    let entries: Range<Int>
    /// B = Σ b.
    package fileprivate(set) var granted = Hours.zero
    /// U = Σ u.
    package fileprivate(set) var performed = Hours.zero
    /// Of max(0, B − U) the hours of months before the person's first possible visit.
    package fileprivate(set) var notBegun = Hours.zero
    /// Of what then remains the hours of days with registered absence.
    package fileprivate(set) var absent = Hours.zero

    /// max(0, B − U) less `notBegun` and `absent`.
    package var lapsed: Hours { max(.zero, granted - performed) - notBegun - absent }
    /// max(0, U − B).
    package var overrun: Hours { max(.zero, performed - granted) }
    /// More than half of the granted hours lapsed.
    package var lapsesOverHalf: Bool { lapsed + lapsed > granted }

    /// Performed hours reach the granted ones but for the tolerance: U ≥ B − τ.
    func isAtCeiling(tolerance: Hours) -> Bool { performed >= granted - tolerance }
}

/// The periods of every person, and what became of their hours.
struct PeriodsOfPersons: Sendable {
    /// By person, then service and month.
    private let periods: [PeriodHours]
    private let starts: [Int]

    init(_ panel: PersonMonths, dataset: Dataset, settings: MeasureSettings, window: ClosedRange<YearMonth>) {
        let away = PersonOrder(persons: dataset.persons.count, rows: dataset.absences.count) {
            dataset.absences[$0].person
        }
        var periods: [PeriodHours] = []
        for place in panel.spells.indices {
            let own = panel.periods(
                of: panel.spells[place...place], anchor: settings.anchor, length: settings.periodMonths, window: window)
            for period in own {
                let inside = period.entries.filter { window.contains(panel.entries[$0].month) }
                guard let first = inside.first, let last = inside.last else { continue }
                let entry = panel.entries[first]
                var hours = PeriodHours(
                    person: entry.person, service: entry.service, first: entry.month, isComplete: period.isComplete,
                    entries: first..<last + 1)
                for entry in panel.entries[hours.entries] {
                    hours.granted += entry.granted
                    hours.performed += entry.performed
                }
                if period.isComplete, hours.granted > hours.performed {
                    let absences = away.rows(of: Int(entry.person)).map { dataset.absences[$0] }
                    hours.tellApart(
                        months: panel.entries[hours.entries],
                        from: Self.firstPossible(
                            in: panel.entries[hours.entries], of: panel.spells[place], panel, dataset),
                        absences)
                }
                periods.append(hours)
            }
        }
        var starts = [Int](repeating: 0, count: dataset.persons.count + 1)
        for period in periods { starts[Int(period.person) + 1] += 1 }
        for person in dataset.persons.indices { starts[person + 1] += starts[person] }
        self.periods = periods
        self.starts = starts
    }

    var all: [PeriodHours] { periods }

    /// The complete periods of a person.
    func complete(of person: PersonIndex) -> some Sequence<PeriodHours> {
        periods[starts[Int(person)]..<starts[Int(person) + 1]].lazy.filter(\.isComplete)
    }

    /// The first month in which the person could be visited: when the first decision of the spell had been made, was in
    /// force and, where it says so, was carried out, or the first month of the period with performed hours where that is
    /// earlier.
    private static func firstPossible(
        in months: ArraySlice<PersonMonths.Entry>, of spell: PersonMonths.Spell, _ panel: PersonMonths,
        _ dataset: Dataset
    ) -> YearMonth {
        let (first, last) = (months[months.startIndex], months[months.endIndex - 1])
        var possible = months.first { $0.performed > .zero }?.month
        for place in panel.decisions(of: first.person) {
            let decision = dataset.decisions[place]
            guard decision.service == first.service, decision.from.month <= last.month,
                decision.to.map({ $0.month >= spell.first }) ?? true
            else { continue }
            let made = max(decision.from, decision.decided ?? decision.from, decision.executed ?? decision.from).month
            possible = possible.map { min($0, made) } ?? made
        }
        return possible ?? first.month
    }
}

extension PeriodHours {
    /// Of the hours that are left unused, those that had not begun and those of absence.
    fileprivate mutating func tellApart(
        months: ArraySlice<PersonMonths.Entry>, from begun: YearMonth, _ absences: [Absence]
    ) {
        var (before, away) = (Hours.zero, Hours.zero)
        for entry in months {
            if entry.month < begun {
                before += entry.granted
            } else if !absences.isEmpty {
                away += entry.hours(of: absences)
            }
        }
        let rest = granted - performed
        notBegun = min(rest, before)
        absent = min(rest - notBegun, away)
    }
}

extension Tabulator {
    /// Every period with a month in the observation window, and the performed hours of those months.
    package func eachPeriod(_ body: (PeriodHours, _ performed: [Hours]) -> Void) {
        guard let window = dataset.observationWindow else { return }
        let panel = panel(for: window.lowerBound.year...window.upperBound.year)
        for period in PeriodsOfPersons(panel, dataset: dataset, settings: settings, window: window).all {
            body(period, panel.entries[period.entries].map(\.performed))
        }
    }
}

extension PersonMonths.Entry {
    /// The month's granted hours of the days on which the person was away.
    fileprivate func hours(of absences: [Absence]) -> Hours {
        let month = MonthDays(month)
        var away: UInt32 = 0
        for absence in absences { away |= month.days(from: absence.from, to: absence.to) }
        let (inside, absent) = (days.nonzeroBitCount, (days & away).nonzeroBitCount)
        return absent == 0 ? .zero : granted.scaled(by: absent, over: inside)
    }
}
