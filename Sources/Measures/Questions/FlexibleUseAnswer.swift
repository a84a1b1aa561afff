// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 5: who uses the hours flexibly?
extension Inquiry {
    /// What is true of a person in a cell.
    private enum Mark {
        static let granted: UInt16 = 1
        static let performed: UInt16 = 2
        static let completePeriod: UInt16 = 4
        static let flexible: UInt16 = 8
    }

    func flexibleUse() throws(QuestionError) -> [Tabulation.Row] {
        let variant = FlexibleVariant(question, settings: settings)
        switch question.aspect {
        case .unlimited: return unlimitedPersons()
        case .quantile(let p):
            return observedRows(of: shiftedHours(), unit: .share) { sums in
                let shares = sums.filter { $0.denominator > 0 }.map { Double($0.numerator) / Double($0.denominator) }
                return .quantile(shares, at: p, persons: shares.count, unit: .share, empty: Reasons.noPerformedHours)
            }
        case .shiftedShare:
            return observedRows(of: shiftedHours(), unit: .share) { sums in
                .ratio(sums.filter { $0.denominator > 0 }, level: question.level, empty: Reasons.noPerformedHours)
            }
        case .change:
            return changeRows(of: marked(variant), unit: .shareDifference) { before, after in
                shareChange(base(before, variant), base(after, variant))
            }
        default:
            return observedRows(of: marked(variant), unit: .share) { sums in share(base(sums, variant)) }
        }
    }

    private func share(_ base: [PersonSum]) -> Measurement {
        .share(base.count { $0.isFlexible }, of: base.count, level: question.level)
    }

    private func shareChange(_ before: [PersonSum], _ after: [PersonSum]) -> Measurement {
        let pairs = paired(before, after)
        func membership(_ sum: PersonSum?) -> ShareChange.Membership {
            ShareChange.Membership(inBase: sum != nil, counts: sum?.isFlexible ?? false)
        }
        let estimate = ShareChange.estimate(
            before: pairs.map { membership($0.before) }, after: pairs.map { membership($0.after) },
            level: question.level)
        guard let estimate else {
            return .notDefined(unit: .shareDifference, kind: .difference, Reasons.nobodyInOneYear)
        }
        var measurement = Measurement(
            kind: .difference, unit: .shareDifference, value: nil, persons: pairs.count,
            compared: [share(after), share(before)])
        measurement.take(estimate)
        return measurement
    }

    /// Those of a cell who belong to the denominator.
    private func base(_ sums: [PersonSum], _ variant: FlexibleVariant) -> [PersonSum] {
        sums.filter { isInBase($0, variant) }
    }

    func isInBase(_ sum: PersonSum, _ variant: FlexibleVariant) -> Bool {
        let needed =
            switch variant.denominator {
            case .granted: Mark.granted
            case .performed: Mark.granted | Mark.performed
            case .completePeriod: Mark.granted | Mark.completePeriod
            }
        return sum.marks & needed == needed
    }

    /// Persons in the year but those with no ceiling: D1 by their decisions, the rest by their observed months.
    func marked(_ variant: FlexibleVariant) -> Cells {
        let months = dataset.observationWindow.map {
            FlexibleMonths(
                panel, window: $0, definition: variant.definition, anchor: variant.anchor,
                periodMonths: settings.periodMonths, tolerance: settings.tolerance)
        }
        return gather { person, cells in
            let free = unlimitedYears(of: person)
            eachDecision(of: person) { _, traits in
                if !free.contains(traits.year) { cells.add(traits, marks: Mark.granted) }
            }
            eachMonth(of: person) { place, entry in
                guard let months, entry.standing == .granted, isObserved(entry.month),
                    !free.contains(entry.month.year)
                else { return }
                cells.add(
                    Traits(entry),
                    marks: (entry.performed > .zero ? Mark.performed : 0)
                        | (months.isInCompletePeriod[place] ? Mark.completePeriod : 0)
                        | (months.isFlexible[place] ? Mark.flexible : 0))
            }
        }
    }

    /// F2: Σ max(0, u − b) and Σ u of each person, over observed months with b > 0.
    private func shiftedHours() -> Cells {
        gather { person, cells in
            let free = unlimitedYears(of: person)
            eachMonth(of: person) { _, entry in
                guard entry.standing == .granted, isObserved(entry.month), !free.contains(entry.month.year) else {
                    return
                }
                let shifted = max(.zero, entry.performed - entry.granted)
                cells.add(
                    Traits(entry), numerator: shifted.milliseconds, denominator: entry.performed.milliseconds)
            }
        }
    }
}

extension PersonSum {
    var isFlexible: Bool { marks & 8 != 0 }
}
