// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A row about a decision.
struct ShapedDecision: ShapedRow {
    var decision: SimulatedDecision
    let person: SimulatedPerson
    /// A service that is not followed up.
    var otherService: String?
    var isDeleted = false

    var isOfOtherService: Bool { otherService != nil }
    var isTakenBack: Bool { false }
}

/// A row about a visit, or about a person's visits of a month.
struct ShapedVisit: ShapedRow {
    var visit: SimulatedVisit
    let person: SimulatedPerson
    /// A service that is not followed up.
    var otherService: String?
    var isDeleted = false
    /// Two companions made the visit, and there is a row for each.
    var isDoubled = false
    /// Booked in error, and taken back by another row.
    var isTakenBack = false
    /// Takes back a visit.
    var isCredit = false

    var isOfOtherService: Bool { otherService != nil }
}

extension SimulatedMunicipality {
    var shapedDecisions: [ShapedDecision] {
        decisions.map { ShapedDecision(decision: $0, person: persons[$0.person]) }
    }

    /// The visits of a year, by person, service and day.
    func shapedVisits(of year: Int) -> [ShapedVisit] {
        persons.indices.flatMap { person in
            visits(of: person, in: year).map { ShapedVisit(visit: $0, person: persons[person]) }
        }
    }

    /// What each person used of a service in each month of a year; minutes and hundredths are sums.
    func shapedMonths(of year: Int) -> [ShapedVisit] {
        var months: [ShapedVisit] = []
        for row in shapedVisits(of: year) where row.visit.status == .performed {
            if let last = months.last?.visit, last.person == row.visit.person, last.service == row.visit.service,
                last.day.month == row.visit.day.month
            {
                months[months.count - 1].visit.minutes += row.visit.minutes
                months[months.count - 1].visit.centihours += row.visit.centihours
                months[months.count - 1].visit.expense += row.visit.expense
            } else {
                months.append(row)
            }
        }
        return months
    }

    /// A generator of a shape's own.
    func draw(for shape: Int) -> SplitMix64 { SplitMix64(seed: parameters.seed, 40, shape) }

    /// `2019`, or `2018-2019`.
    var yearsInWords: String {
        let (first, last) = (parameters.years.lowerBound, parameters.years.upperBound)
        return first == last ? "\(first)" : "\(first)-\(last)"
    }

    /// The line above a table that says what days it is of.
    var periodTitle: String { "Period: \(parameters.years.lowerBound)-01-01 – \(parameters.years.upperBound)-12-31" }
}
