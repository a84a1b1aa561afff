// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Facts of the register about persons, and what each brings to the cells it belongs to.
struct Facts: Sendable {
    /// Whether they are of performed time, which is known only within the months of its files.
    let areObserved: Bool
    /// Whether the facts of a person are kept apart: quantiles over person-months need each of them.
    let areKeptApart: Bool
    /// What adds the facts of a person, made ready once for all persons.
    let adding: @Sendable (Inquiry) -> (PersonIndex, inout Cells) -> Void

    init(
        areObserved: Bool, areKeptApart: Bool = false,
        _ adding: @escaping @Sendable (Inquiry) -> (PersonIndex, inout Cells) -> Void
    ) {
        self.areObserved = areObserved
        self.areKeptApart = areKeptApart
        self.adding = adding
    }

    init(
        areObserved: Bool, areKeptApart: Bool = false,
        _ add: @escaping @Sendable (Inquiry, PersonIndex, inout Cells) -> Void
    ) {
        self.init(areObserved: areObserved, areKeptApart: areKeptApart) { inquiry in
            { person, cells in add(inquiry, person, &cells) }
        }
    }
}

extension Facts {
    /// Granted decisions, once a year (or month) in which they are valid: a person stands once in each cell.
    static let decisions = Facts.decisions { _ in true }

    static func decisions(where isWanted: @escaping @Sendable (Decision) -> Bool) -> Facts {
        Facts(areObserved: false) { inquiry, person, cells in
            inquiry.eachDecision(of: person) { decision, traits in
                if isWanted(decision) { cells.add(traits) }
            }
        }
    }

    /// b and 1 of each person-month with granted hours.
    static let granted = Facts(areObserved: false) { inquiry, person, cells in
        inquiry.eachMonth(of: person) { _, entry in
            guard entry.coverage == .granted else { return }
            cells.add(Traits(entry), numerator: entry.granted.milliseconds, denominator: 1)
        }
    }

    /// Performed hours of each person-month with the wanted coverage.
    static func performed(_ isWanted: @escaping @Sendable (PersonMonths.Coverage) -> Bool) -> Facts {
        Facts(areObserved: true) { inquiry, person, cells in
            inquiry.eachMonth(of: person) { _, entry in
                guard entry.performed > .zero, isWanted(entry.coverage) else { return }
                cells.add(Traits(entry), numerator: entry.performed.milliseconds)
            }
        }
    }

    /// u and b of each observed person-month with granted hours.
    static let used = Facts(areObserved: true) { inquiry, person, cells in
        inquiry.eachMonth(of: person) { _, entry in
            guard entry.coverage == .granted, inquiry.isObserved(entry.month) else { return }
            cells.add(
                Traits(entry), numerator: entry.performed.milliseconds, denominator: entry.granted.milliseconds)
        }
    }

    /// Persons with no hour ceiling in the year, wherever they have a decision: with the base of flexible use they make up
    /// all persons of a cell.
    static let unlimitedPersons = Facts(areObserved: false) { inquiry, person, cells in
        let free = inquiry.unlimitedYears(of: person)
        inquiry.eachDecision(of: person) { _, traits in
            if free.contains(traits.year) { cells.add(traits) }
        }
    }
}

extension Measure.Counting {
    /// A row for each cell: its number, or why performed time says nothing of it.
    static func rows(of facts: Facts, as number: CellNumber) -> Measure.Counting {
        .persons { inquiry in inquiry.rows(of: facts, as: number) }
    }

    /// A row for each cell that occurs in a year asked for or in the year before it.
    static func changes(of facts: Facts, as difference: CellDifference) -> Measure.Counting {
        .persons { inquiry in inquiry.changes(of: facts, as: difference) }
    }
}

extension Inquiry {
    func cells(of facts: Facts) -> Cells {
        var cells = Cells(breakdown, keepsFacts: facts.areKeptApart)
        let add = facts.adding(self)
        for person in dataset.persons.indices { add(PersonIndex(person), &cells) }
        cells.finish()
        if tellsLawsApart { cells.tellLawsApart() }
        return cells
    }

    func rows(of facts: Facts, as number: CellNumber) -> [CountedRow] {
        let cells = cells(of: facts)
        return breakdown.rowCells(cells.occurring).map { cell in
            let reason = facts.areObserved ? notObserved(cell) : nil
            return CountedRow(
                breakdown.key(of: cell),
                reason.map { .notDefined(unit: number.unit, $0) } ?? number(cells[cell], self))
        }
    }

    func changes(of facts: Facts, as difference: CellDifference) -> [CountedRow] {
        let cells = cells(of: facts)
        let shifted = cells.occurring.map { $0 + breakdown.yearStride }
            .filter { $0 / breakdown.yearStride < breakdown.axes[0].values.count }
        return breakdown.rowCells(Array(Set(cells.occurring + shifted))).map { cell in
            let before = cell - breakdown.yearStride
            let reason = facts.areObserved ? notObserved(cell) ?? notObserved(before) : nil
            return CountedRow(
                breakdown.key(of: cell),
                reason.map { .notDefined(unit: difference.unit, $0) }
                    ?? difference(before: cells[before], after: cells[cell], self))
        }
    }

    /// Why performed hours say nothing of a cell, nil when they do.
    func notObserved(_ cell: Int) -> Phrase? {
        guard let window = dataset.observationWindow else { return Reasons.noPerformedFiles }
        if let month = breakdown.month(of: cell) {
            return window.contains(month) ? nil : Reasons.monthOutsideWindow
        }
        return window.overlaps(YearMonth.months(of: breakdown.year(of: cell))) ? nil : Reasons.yearOutsideWindow
    }

    /// The years asked for in which a decision without a ceiling is valid.
    func unlimitedYears(of person: PersonIndex) -> [Int] {
        let free = panel.decisions(of: person).lazy.map { dataset.decisions[$0] }.filter(\.isUnlimited)
        guard !free.isEmpty else { return [] }
        return years.filter { year in
            free.contains { $0.from.year <= year && ($0.to?.year ?? year) >= year }
        }
    }
}
