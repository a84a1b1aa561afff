// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 2: how many hours were granted?
extension Inquiry {
    func grantedHours() -> [Tabulation.Row] {
        switch question.aspect {
        case .mean: grantedMean()
        case .perPerson: grantedPerPerson()
        case .quantile(let p): grantedQuantile(p)
        case .decisions: decisionsAtYearEnd()
        case .withoutPerformed: decisionsWithoutHours()
        case .change:
            changeRows(of: granted(), unit: .hours, needsPerformed: false) { before, after in
                .difference(.hours(after), .hours(before), unit: .hours)
            }
        default: rows(of: granted()) { Measurement.hours($0) }
        }
    }

    /// Σ b by cell, and the number of person-months it stands on.
    func granted() -> Cells {
        gather { person, cells in
            eachMonth(of: person) { _, entry in
                guard entry.standing == .granted else { return }
                cells.add(Traits(entry), numerator: entry.granted.milliseconds, denominator: 1)
            }
        }
    }

    private func grantedMean() -> [Tabulation.Row] {
        rows(of: granted()) { sums in
            let hours = Measurement.Contributions(sums.lazy.map(\.numerator), scale: Measurement.hour)
            let months = Measurement.Contributions(sums.lazy.map(\.denominator), scale: 1)
            guard months.total > 0 else {
                return .notDefined(unit: .hoursPerMonth, kind: .mean, Reasons.noGrantedHours)
            }
            return Measurement(
                kind: .mean, unit: .hoursPerMonth, value: hours.total / months.total, persons: sums.count,
                numerator: hours.total, denominator: months.total, numeratorContributions: hours,
                denominatorContributions: months)
        }
    }

    /// ΣB ÷ N over persons with granted hours, its error over persons: each brings its hours and one.
    private func grantedPerPerson() -> [Tabulation.Row] {
        rows(of: granted()) { sums in
            let persons = sums.map {
                RatioContribution(numerator: Double($0.numerator) / Measurement.hour, denominator: 1)
            }
            guard let estimate = RatioOfSums.estimate(persons, level: question.level) else {
                return .notDefined(unit: .hoursPerPerson, kind: .mean, Reasons.noGrantedHours)
            }
            let hours = Measurement.Contributions(sums.lazy.map(\.numerator), scale: Measurement.hour)
            let count = Measurement.Contributions(sums.lazy.map { _ in 1 }, scale: 1)
            var measurement = Measurement(
                kind: .mean, unit: .hoursPerPerson, value: nil, persons: sums.count, numerator: hours.total,
                denominator: count.total, numeratorContributions: hours, denominatorContributions: count)
            measurement.take(estimate)
            return measurement
        }
    }

    private func grantedQuantile(_ p: Double) -> [Tabulation.Row] {
        let cells = gather(keepsFacts: true) { person, cells in
            eachMonth(of: person) { _, entry in
                guard entry.standing == .granted, entry.isFull else { return }
                cells.add(Traits(entry), numerator: entry.granted.milliseconds)
            }
        }
        return rows(of: cells) { facts in
            .quantile(
                facts.map { Double($0.numerator) / Measurement.hour }, at: p, persons: distinctPersons(facts),
                unit: .hoursPerMonth, empty: Reasons.noGrantedHours)
        }
    }

    /// Facts of one person stand together.
    private func distinctPersons(_ facts: [PersonSum]) -> Int {
        var (count, last) = (0, PersonIndex(-1))
        for fact in facts where fact.person != last {
            count += 1
            last = fact.person
        }
        return count
    }

    private func decisionsAtYearEnd() -> [Tabulation.Row] {
        let classes = HourClasses(limits: settings.hourClasses)
        let cells = gather { person, cells in
            eachDecision(of: person) { decision, traits in
                let december = YearMonth(year: traits.year, month: 12)
                guard decision.isValid(on: december.lastDay) else { return }
                // No rate can be told of hours per period without an end; they are not without a ceiling.
                let rate = DecisionMonth.rate(of: decision, in: december)
                let place = decision.isUnlimited || rate != nil ? classes.place(of: rate) : nil
                cells.add(Traits(decision, year: traits.year, hourClass: place), numerator: 1)
            }
        }
        return rows(of: cells) { Measurement.decisions($0) }
    }

    /// Decisions without a performed hour of their service in the observed months of the year that they cover.
    private func decisionsWithoutHours() -> [Tabulation.Row] {
        let cells = gather { person, cells in
            let months = panel.entries(of: person).map { panel.entries[$0] }.filter { $0.performed > .zero }
            eachDecision(of: person) { decision, traits in
                guard let window = dataset.observationWindow else { return }
                let year = YearMonth.months(of: traits.year)
                let first = max(decision.from.month, year.lowerBound, window.lowerBound)
                let last = min(decision.to?.month ?? year.upperBound, year.upperBound, window.upperBound)
                guard first <= last else { return }
                let isUsed = months.contains {
                    $0.service == decision.service && (first...last).contains($0.month)
                }
                if !isUsed { cells.add(traits, numerator: 1) }
            }
        }
        return observedRows(of: cells, unit: .decisions) { Measurement.decisions($0) }
    }
}

/// Question 3, first half: how many hours were performed?
extension Inquiry {
    func performedHours() -> [Tabulation.Row] {
        switch question.aspect {
        case .outsideDecisions: observedRows(of: hours { $0 == .outside }, unit: .hours) { Measurement.hours($0) }
        case .unlimited: observedRows(of: hours { $0 == .unlimited }, unit: .hours) { Measurement.hours($0) }
        case .change:
            changeRows(of: hours { _ in true }, unit: .hours) { before, after in
                .difference(.hours(after), .hours(before), unit: .hours)
            }
        default: performedInAll()
        }
    }

    /// A group with the service and no performed hour has a row too: that it has none is a number, which disclosure
    /// control must judge like any other. A row left out would tell it.
    private func performedInAll() -> [Tabulation.Row] {
        let performed = hours { _ in true }
        let everyone = decisions()
        return breakdown.rowCells(Array(Set(performed.occurring + everyone.occurring))).map { cell in
            let key = breakdown.key(of: cell)
            if let reason = notObserved(cell) {
                return Tabulation.Row(key: key, measurement: .notDefined(unit: .hours, reason))
            }
            var measurement = Measurement.hours(performed[cell])
            if measurement.persons == 0 { measurement.persons = everyone[cell].count }
            return Tabulation.Row(key: key, measurement: measurement)
        }
    }

    /// Σ u by cell over the months of some standings.
    func hours(_ isWanted: (PersonMonths.Standing) -> Bool) -> Cells {
        gather { person, cells in
            eachMonth(of: person) { _, entry in
                guard entry.performed > .zero, isWanted(entry.standing) else { return }
                cells.add(Traits(entry), numerator: entry.performed.milliseconds)
            }
        }
    }
}
