// SPDX-License-Identifier: EUPL-1.2
import CaseData

extension PersonMonths {
    /// Builds the person-months that questions about `years` need, in time proportional to the rows and the months
    /// the decisions cover.
    init(_ dataset: Dataset, settings: MeasureSettings, years: ClosedRange<Int>) {
        var builder = PersonMonthsBuilder(dataset, settings: settings, years: years)
        self = builder.build()
    }
}

private struct PersonMonthsBuilder {
    /// One month of one person and service while its decisions are added up.
    private struct Slot {
        var granted = Hours.zero
        var isUnlimited = false
        var days: UInt32 = 0
        var longest = 0
        var decision = -1

        mutating func add(_ part: DecisionMonth, of index: Int, isUnlimited: Bool) {
            granted += part.granted
            self.isUnlimited = self.isUnlimited || isUnlimited
            days |= part.days
            if part.days.nonzeroBitCount > longest {
                longest = part.days.nonzeroBitCount
                decision = index
            }
        }
    }

    private let dataset: Dataset
    private let settings: MeasureSettings
    private let years: ClosedRange<Int>
    /// The months kept: the years, and as far to each side as a period that touches them can reach.
    private let kept: ClosedRange<YearMonth>
    /// The days of each month from the first with a decision to the last kept.
    private let calendar: [MonthDays]
    private let calendarStart: YearMonth
    private var slots: [Slot] = []
    private var entries: [PersonMonths.Entry] = []
    private var spells: [PersonMonths.Spell] = []

    init(_ dataset: Dataset, settings: MeasureSettings, years: ClosedRange<Int>) {
        self.dataset = dataset
        self.settings = settings
        self.years = years
        let reach = settings.periodMonths - 1
        let first = YearMonth(year: years.lowerBound, month: 1).advanced(by: -reach)
        let last = YearMonth(year: years.upperBound, month: 12).advanced(by: reach)
        kept = first...last
        let start = dataset.decisions.lazy.map(\.from).min()?.month
        calendar = start.map { MonthDays.calendar(from: $0, to: last) } ?? []
        calendarStart = start ?? last
    }

    mutating func build() -> PersonMonths {
        let persons = dataset.persons.count
        let decisions = dataset.decisions
        let performed = dataset.performed
        var granting = PersonOrder(persons: persons, rows: decisions.count) {
            decisions[$0].person
        } where: {
            decisions[$0].outcome.isGranted
        }
        // Earliest start, then file order: so the first of equally long decisions is the one that grants a month.
        granting.sortWithinPersons {
            (decisions[$0].service, decisions[$0].from, $0) < (decisions[$1].service, decisions[$1].from, $1)
        }
        var used = PersonOrder(persons: persons, rows: performed.count) {
            performed[$0].person
        } where: {
            performed[$0].hours != .zero
        }
        used.sortWithinPersons {
            (performed[$0].service, performed[$0].month, $0) < (performed[$1].service, performed[$1].month, $1)
        }

        var entryStarts = [0]
        entryStarts.reserveCapacity(persons + 1)
        entries.reserveCapacity(performed.count)
        for person in 0..<persons {
            var granted = granting.rows(of: person)
            var visited = used.rows(of: person)
            while !granted.isEmpty || !visited.isEmpty {
                let service = min(
                    granted.first.map { decisions[$0].service } ?? .max,
                    visited.first.map { performed[$0].service } ?? .max)
                let ownDecisions = granted.prefix { decisions[$0].service == service }
                let ownVisits = visited.prefix { performed[$0].service == service }
                granted = granted.dropFirst(ownDecisions.count)
                visited = visited.dropFirst(ownVisits.count)
                add(PersonIndex(person), service, ownDecisions, ownVisits)
            }
            entryStarts.append(entries.count)
        }
        return PersonMonths(
            years: years, entries: entries, spells: spells, decisions: granting.places, entryStarts: entryStarts,
            decisionStarts: granting.starts)
    }

    /// All months of one person and service.
    private mutating func add(
        _ person: PersonIndex, _ service: Int16, _ decisions: ArraySlice<Int>, _ visits: ArraySlice<Int>
    ) {
        var next = visits.startIndex
        func upcoming(_ isWanted: (YearMonth) -> Bool) -> PerformedHours? {
            guard next < visits.endIndex else { return nil }
            let visit = dataset.performed[visits[next]]
            guard isWanted(visit.month) else { return nil }
            next += 1
            return visit
        }
        while upcoming({ $0 < kept.lowerBound }) != nil {}
        let first = decisions.first.map { dataset.decisions[$0].from.month } ?? kept.upperBound.advanced(by: 1)
        fill(from: first, decisions)
        var spell: PersonMonths.Spell?
        for (offset, slot) in slots.enumerated() {
            let month = first.advanced(by: offset)
            while let visit = upcoming({ $0 < month }) { addOutside(visit) }
            let isGranted = slot.granted > .zero
            if !isGranted, let ended = spell {
                spells.append(ended)
                spell = nil
            }
            if isGranted {
                spell = spell ?? PersonMonths.Spell(first: month, last: month, entries: entries.count..<entries.count)
                spell?.last = month
            }
            guard slot.decision >= 0, month >= kept.lowerBound else { continue }
            let decision = dataset.decisions[slot.decision]
            var entry = PersonMonths.Entry(
                person: person, service: service, month: month, coverage: slot.isUnlimited ? .unlimited : .granted,
                granted: slot.granted, performed: .zero,
                isFull: slot.days == UInt32.max >> UInt32(32 - days(of: month).count), days: slot.days,
                district: decision.district, law: decision.law, provider: decision.provider,
                providerType: decision.providerType)
            while let visit = upcoming({ $0 == month }) { entry.performed += visit.hours }
            entries.append(entry)
            if let begun = spell { spell?.entries = begun.entries.lowerBound..<entries.count }
        }
        if let ended = spell { spells.append(ended) }
        while let visit = upcoming({ $0 <= kept.upperBound }) { addOutside(visit) }
    }

    private func days(of month: YearMonth) -> MonthDays { calendar[calendarStart.distance(to: month)] }

    /// Adds up the decisions month by month, from the first month of any to the last that is kept. Months long
    /// before the kept ones are needed too: a period is counted from the spell's first month.
    private mutating func fill(from first: YearMonth, _ decisions: ArraySlice<Int>) {
        slots.removeAll(keepingCapacity: true)
        guard first <= kept.upperBound else { return }
        let end = decisions.reduce(first) { max($0, dataset.decisions[$1].to?.month ?? kept.upperBound) }
        let last = min(kept.upperBound, end)
        guard last >= first else { return }
        slots.append(contentsOf: repeatElement(Slot(), count: first.distance(to: last) + 1))
        for index in decisions {
            let decision = dataset.decisions[index]
            let ends = min(last, decision.to?.month ?? last)
            var month = decision.from.month
            while month <= ends {
                if let part = DecisionMonth(of: decision, in: days(of: month), proRating: settings.proRating),
                    part.granted > .zero || decision.isUnlimited
                {
                    slots[first.distance(to: month)].add(part, of: index, isUnlimited: decision.isUnlimited)
                }
                month = month.advanced(by: 1)
            }
        }
        for place in slots.indices where slots[place].isUnlimited { slots[place].granted = .zero }
    }

    private mutating func addOutside(_ row: PerformedHours) {
        entries.append(
            PersonMonths.Entry(
                person: row.person, service: row.service, month: row.month, coverage: .outside, granted: .zero,
                performed: row.hours, isFull: false, days: 0, district: row.district,
                law: row.law ?? dataset.services[Int(row.service)].law, provider: row.provider,
                providerType: row.providerType))
    }
}
