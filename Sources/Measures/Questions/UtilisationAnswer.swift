// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 3, second half: what share of the granted hours was performed?
extension Inquiry {
    func utilisation() -> [Tabulation.Row] {
        let cells = used()
        switch question.aspect {
        case .mean:
            return observedRows(of: cells, unit: .share) { sums in
                guard let mean = CompensatedSum.mean(of: sums.map(\.ownRatio)) else {
                    return .notDefined(unit: .share, kind: .mean, Reasons.noGrantedHours)
                }
                return Measurement(kind: .mean, unit: .share, value: mean, persons: sums.count)
            }
        case .quantile(let p):
            return observedRows(of: cells, unit: .share) { sums in
                .quantile(
                    sums.map(\.ownRatio), at: p, persons: sums.count, unit: .share, empty: Reasons.noGrantedHours)
            }
        case .change:
            return changeRows(of: cells, unit: .shareDifference) { before, after in
                ratioChange(before, after)
            }
        default:
            return observedRows(of: cells, unit: .share) { sums in
                .ratio(sums, level: question.level, empty: Reasons.noGrantedHours)
            }
        }
    }

    /// U and B of each person, over observed months with b > 0.
    func used() -> Cells {
        gather { person, cells in
            eachMonth(of: person) { _, entry in
                guard entry.standing == .granted, isObserved(entry.month) else { return }
                cells.add(
                    Traits(entry), numerator: entry.performed.milliseconds, denominator: entry.granted.milliseconds)
            }
        }
    }

    private func ratioChange(_ before: [PersonSum], _ after: [PersonSum]) -> Measurement {
        let pairs = paired(before, after)
        let estimate = RatioOfSums.change(
            before: pairs.map { $0.before?.contribution ?? .none },
            after: pairs.map { $0.after?.contribution ?? .none }, level: question.level)
        guard let estimate else {
            return .notDefined(unit: .shareDifference, kind: .difference, Reasons.nobodyInOneYear)
        }
        var measurement = Measurement(
            kind: .difference, unit: .shareDifference, value: nil, persons: pairs.count,
            compared: [after, before].map { .ratio($0, level: question.level, empty: Reasons.noGrantedHours) })
        measurement.take(estimate)
        return measurement
    }
}

extension PersonSum {
    /// U ÷ B of the person alone; B is above 0 wherever the person is counted.
    fileprivate var ownRatio: Double { Double(numerator) / Double(denominator) }
}
