// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 4: what explains the change in hours?
extension Inquiry {
    func decomposition() -> [Tabulation.Row] {
        // Without a factor the measure is the change that its parts explain.
        var factor = Question.DecompositionFactor.sum
        if case .part(let asked) = question.aspect { factor = asked }
        switch factor {
        case .persons, .grantedPerPerson, .utilisation, .sum:
            return changeRows(of: used(), unit: .hours) { before, after in
                performedPart(factor, before, after)
            }
        case .decisions, .hoursPerDecision, .grantedSum:
            return changeRows(of: grantedByDecisions(), unit: .hours, needsPerformed: false) { before, after in
                grantedPart(factor, before, after)
            }
        }
    }

    /// ΣU = N × (B ÷ N) × (U ÷ B), over the person-months of `utilisation`; N is the persons who have them.
    private func performedPart(
        _ factor: Question.DecompositionFactor, _ before: [PersonSum], _ after: [PersonSum]
    ) -> Measurement {
        let compared =
            [after, before].map { Measurement.hours($0) }
            + [after, before].map { Measurement.persons($0) }
            + [after, before].map { sums in Measurement.hours(sums.map(\.swapped)) }
        guard factor != .sum else { return .difference(compared[0], compared[1], unit: .hours) }
        return part(
            [.persons, .grantedPerPerson, .utilisation].firstIndex(of: factor),
            factors: [before, after].map { sums in
                let (n, b, u) = (Double(sums.count), sums.total(\.denominator), sums.total(\.numerator))
                return [n, b / n, u / b]
            }, compared: compared)
    }

    /// Σb = decisions × hours per decision; decisions are those that grant hours in the year.
    private func grantedPart(
        _ factor: Question.DecompositionFactor, _ before: [PersonSum], _ after: [PersonSum]
    ) -> Measurement {
        let compared =
            [after, before].map { Measurement.hours($0) }
            + [after, before].map { sums in Measurement.decisions(sums.map(\.swapped)) }
        guard factor != .grantedSum else { return .difference(compared[0], compared[1], unit: .hours) }
        return part(
            [.decisions, .hoursPerDecision].firstIndex(of: factor),
            factors: [before, after].map { sums in
                let decisions = Double(sums.reduce(0) { $0 + $1.denominator })
                return [decisions, sums.total(\.numerator) / decisions]
            }, compared: compared)
    }

    private func part(_ place: Int?, factors: [[Double]], compared: [Measurement]) -> Measurement {
        guard let place, let parts = LogMeanDecomposition.parts(before: factors[0], after: factors[1]) else {
            return .notDefined(unit: .hours, kind: .difference, Reasons.zeroFactor)
        }
        return Measurement(
            kind: .difference, unit: .hours, value: parts[place],
            persons: max(compared[0].persons, compared[1].persons), compared: compared)
    }

    /// Numerators: granted hours. Denominators: the decisions that grant them.
    private func grantedByDecisions() -> Cells {
        gather { person, cells in
            eachDecision(of: person) { decision, traits in
                if grantsHours(decision, in: traits.year) { cells.add(traits, denominator: 1) }
            }
            eachMonth(of: person) { _, entry in
                guard entry.standing == .granted else { return }
                cells.add(Traits(entry), numerator: entry.granted.milliseconds)
            }
        }
    }

    private func grantsHours(_ decision: Decision, in year: Int) -> Bool {
        YearMonth.months(of: year).contains {
            (DecisionMonth(of: decision, in: MonthDays($0), proRating: settings.proRating)?.granted ?? .zero) > .zero
        }
    }
}

extension PersonSum {
    fileprivate var swapped: PersonSum {
        PersonSum(person: person, numerator: denominator, denominator: numerator, marks: marks)
    }
}

extension [PersonSum] {
    /// In hours.
    fileprivate func total(_ amount: KeyPath<PersonSum, Int64>) -> Double {
        Double(reduce(0) { $0 + $1[keyPath: amount] }) / Measurement.hour
    }
}
