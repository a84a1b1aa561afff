// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Question 1: how many had the service?
extension Inquiry {
    func persons() -> [Tabulation.Row] {
        switch question.aspect {
        case .onDay(let month, let day): onDay(month, day)
        case .monthEndMean: monthEndMean()
        case .perTenThousand, .perThousandEntitled: perPopulation()
        case .lawCombination: lawCombination()
        case .unlimited: unlimitedPersons()
        case .withoutPerformed: withoutPerformedHours()
        case .outsideDecisions:
            observedRows(of: hours { $0 == .outside }, unit: .persons) { Measurement.persons($0) }
        case .withoutDistrict:
            rows(of: decisions { $0.district == nil }) { Measurement.persons($0) }
        case .change:
            changeRows(of: decisions(), unit: .persons, needsPerformed: false) { before, after in
                .difference(.persons(after), .persons(before), unit: .persons)
            }
        default: rows(of: decisions()) { Measurement.persons($0) }
        }
    }

    /// Persons with a granted decision in the year, each once a cell.
    func decisions(where isWanted: (Decision) -> Bool = { _ in true }) -> Cells {
        gather { person, cells in
            eachDecision(of: person) { decision, traits in
                if isWanted(decision) { cells.add(traits) }
            }
        }
    }

    /// Persons with no hour ceiling in the year, wherever they have a decision: with the base of flexible use they
    /// make up all persons of a cell.
    func unlimitedPersons() -> [Tabulation.Row] {
        let cells = gather { person, cells in
            let free = unlimitedYears(of: person)
            eachDecision(of: person) { _, traits in
                if free.contains(traits.year) { cells.add(traits) }
            }
        }
        return rows(of: cells) { Measurement.persons($0) }
    }

    /// The years asked for in which a decision without a ceiling is valid.
    func unlimitedYears(of person: PersonIndex) -> [Int] {
        let free = panel.decisions(of: person).lazy.map { dataset.decisions[$0] }.filter(\.isUnlimited)
        guard !free.isEmpty else { return [] }
        return years.filter { year in
            free.contains { $0.from.year <= year && ($0.to?.year ?? year) >= year }
        }
    }

    private func onDay(_ month: Int, _ day: Int) -> [Tabulation.Row] {
        let days = years.map { CivilDate(year: $0, month: month, day: day) }
        let cells = decisionsValid { days[$0 - years.lowerBound] }
        return breakdown.rowCells(cells.occurring).map { cell in
            let exists = days[breakdown.year(of: cell) - years.lowerBound] != nil
            return Tabulation.Row(
                key: breakdown.key(of: cell),
                measurement: exists
                    ? .persons(cells[cell]) : .notDefined(unit: .persons, kind: .count, Reasons.noSuchDay))
        }
    }

    /// Persons with a granted decision valid on a day of each year.
    private func decisionsValid(on day: (Int) -> CivilDate?) -> Cells {
        gather { person, cells in
            eachDecision(of: person) { decision, traits in
                if let day = day(traits.year), decision.isValid(on: day) { cells.add(traits) }
            }
        }
    }

    private func monthEndMean() -> [Tabulation.Row] {
        let cells = gather { person, cells in
            eachDecision(of: person) { decision, traits in
                var monthEnds: UInt16 = 0
                for month in 1...12
                where decision.isValid(on: YearMonth(year: traits.year, month: month).lastDay) {
                    monthEnds |= 1 << UInt16(month)
                }
                if monthEnds != 0 { cells.add(traits, marks: monthEnds) }
            }
        }
        return rows(of: cells) { sums in
            let counts = sums.map { Int64($0.marks.nonzeroBitCount) }
            let contributions = Measurement.Contributions(counts, scale: 1)
            return Measurement(
                kind: .mean, unit: .persons, value: contributions.total / 12, persons: sums.count,
                numerator: contributions.total, denominator: 12, numeratorContributions: contributions)
        }
    }

    private func withoutPerformedHours() -> [Tabulation.Row] {
        let (granted, used): (UInt16, UInt16) = (1, 2)
        let cells = gather { person, cells in
            eachDecision(of: person) { _, traits in cells.add(traits, marks: granted) }
            eachMonth(of: person) { _, entry in
                if entry.performed > .zero, isObserved(entry.month) { cells.add(Traits(entry), marks: used) }
            }
        }
        return observedRows(of: cells, unit: .persons) { sums in
            .persons(sums.filter { $0.marks == granted })
        }
    }
}

extension Decision {
    func isValid(on day: CivilDate) -> Bool {
        from <= day && (to.map { day <= $0 } ?? true)
    }
}
