// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Terms

/// From what persons have in a cell to its number.
struct CellNumber: Sendable {
    typealias Brings = @Sendable (PersonSum, Inquiry) -> RatioContribution?

    let unit: Unit
    /// What a person of the cell brings to the number, in its unit; nil for one who does not count.
    let brings: Brings
    /// The number of those who count.
    private let number: @Sendable ([PersonSum], Inquiry) -> Measurement

    init(_ unit: Unit, of brings: @escaping Brings, _ number: @escaping @Sendable ([PersonSum], Inquiry) -> Measurement)
    {
        self.unit = unit
        self.brings = brings
        self.number = number
    }

    func callAsFunction(_ sums: [PersonSum], _ inquiry: Inquiry) -> CountedNumber {
        let counting = counting(sums, inquiry)
        return CountedNumber(number(counting.sums, inquiry), of: counting.contributions)
    }

    /// Those who count, and what they bring.
    func counting(
        _ sums: [PersonSum], _ inquiry: Inquiry, areEarlier: Bool = false
    ) -> (sums: [PersonSum], contributions: [Contribution]) {
        var kept: [PersonSum] = []
        var contributions: [Contribution] = []
        kept.reserveCapacity(sums.count)
        contributions.reserveCapacity(sums.count)
        for sum in sums {
            guard let brought = brings(sum, inquiry) else { continue }
            kept.append(sum)
            contributions.append(
                Contribution(
                    unit: Contributor(person: sum.person), numerator: brought.numerator,
                    denominator: brought.denominator, isEarlier: areEarlier))
        }
        return (kept, contributions)
    }

    /// Distinct persons.
    static let persons = CellNumber(.persons, of: { _, _ in RatioContribution(numerator: 1, denominator: 0) }) {
        sums, _ in
        .persons(sums)
    }
    /// Decisions, of the persons who have some.
    static let decisions = CellNumber(.decisions, of: { sum, _ in .number(of: sum) }) { sums, _ in .decisions(sums) }
    static let hours = CellNumber(.hours, of: { sum, _ in sum.contribution }) { sums, _ in .hours(sums) }
}

extension RatioContribution {
    /// A count that is no number of hours.
    static func number(of sum: PersonSum) -> RatioContribution {
        RatioContribution(numerator: Double(sum.numerator), denominator: 0)
    }
}

/// From what persons have in a cell in two years to the number of their difference.
struct CellDifference: Sendable {
    let unit: Unit
    private let cell: CellNumber
    private let difference: @Sendable (_ before: [PersonSum], _ after: [PersonSum], Inquiry) -> Measurement

    /// - Parameters:
    ///   - cell: who counts in each of the years, and what they bring.
    ///   - difference: of those who count.
    init(
        _ unit: Unit, of cell: CellNumber,
        _ difference: @escaping @Sendable (_ before: [PersonSum], _ after: [PersonSum], Inquiry) -> Measurement
    ) {
        self.unit = unit
        self.cell = cell
        self.difference = difference
    }

    func callAsFunction(before: [PersonSum], after: [PersonSum], _ inquiry: Inquiry) -> CountedNumber {
        let before = cell.counting(before, inquiry, areEarlier: true)
        let after = cell.counting(after, inquiry)
        return CountedNumber(
            difference(before.sums, after.sums, inquiry), of: after.contributions + before.contributions)
    }

    /// The later year's number less the earlier year's.
    static func plain(_ cell: CellNumber) -> CellDifference {
        CellDifference(cell.unit, of: cell) { before, after, inquiry in
            .difference(
                cell(after, inquiry).measurement, cell(before, inquiry).measurement, unit: cell.unit)
        }
    }

    /// The later year's ratio of hours less the earlier year's. The error allows for persons who are in both years: each
    /// person's contributions to both are compared, and a missing year counts as zero.
    static func ratios(of ratio: CellNumber) -> CellDifference {
        CellDifference(.shareDifference, of: ratio) { before, after, inquiry in
            let pairs = paired(before, after)
            let estimate = RatioOfSums.change(
                before: pairs.map { $0.before?.contribution ?? .none },
                after: pairs.map { $0.after?.contribution ?? .none }, level: inquiry.question.level)
            guard let estimate else {
                return .notDefined(unit: .shareDifference, kind: .difference, Reasons.nobodyInOneYear)
            }
            var measurement = Measurement(
                kind: .difference, unit: .shareDifference, value: nil, persons: pairs.count,
                compared: [after, before].map { ratio($0, inquiry).measurement })
            measurement.tellsPersons = measurement.compared.allSatisfy(\.tellsPersons)
            measurement.take(estimate)
            return measurement
        }
    }
}
