// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A made-up municipality: its persons and decisions, and on demand each person's visits of a year.
///
/// Visits are drawn again whenever they are asked for, so that millions of them need no memory.
package struct SimulatedMunicipality: Sendable {
    package let parameters: SimulationParameters
    let persons: [SimulatedPerson]
    /// In order of person, service and first day.
    let decisions: [SimulatedDecision]
    /// For each person the place of its decisions in `decisions`.
    private let places: [Range<Int>]

    package init(_ parameters: SimulationParameters) {
        precondition(
            (1...SimulationParameters.mostPersons).contains(parameters.persons),
            "a municipality has persons, and no more than there are test numbers for")
        self.parameters = parameters
        var persons: [SimulatedPerson] = []
        var decisions: [SimulatedDecision] = []
        var places: [Range<Int>] = []
        var taken: Set<TestPersonNumber> = []
        for index in 0..<parameters.persons {
            persons.append(Self.person(index, parameters, &taken))
            let first = decisions.count
            decisions += Self.decisions(of: index, born: persons[index].birthYear, parameters)
            places.append(first..<decisions.count)
        }
        for index in decisions.indices { decisions[index].number = 10_001 + index }
        if parameters.hasWaits {
            decisions = decisions.map { SimulatedWait($0, seed: parameters.seed).applied(to: $0) }
        }
        self.persons = persons
        self.decisions = decisions
        self.places = places
    }

    /// The same municipality with other records; decisions are put in order of person, each person's staying in theirs.
    init(_ municipality: SimulatedMunicipality, persons: [SimulatedPerson], decisions: [SimulatedDecision]) {
        parameters = municipality.parameters
        self.persons = persons
        var ordered: [SimulatedDecision] = []
        var places: [Range<Int>] = []
        let byPerson = Dictionary(grouping: decisions, by: \.person)
        for person in persons.indices {
            let first = ordered.count
            ordered += byPerson[person] ?? []
            places.append(first..<ordered.count)
        }
        self.decisions = ordered
        self.places = places
    }

    func decisions(of person: Int) -> ArraySlice<SimulatedDecision> { decisions[places[person]] }

    /// The person's visits of a year, by service and day.
    func visits(of person: Int, in year: Int) -> [SimulatedVisit] {
        SimulatedService.allCases.flatMap { service in
            let own = decisions(of: person).filter { $0.service == service && $0.outcome.isGranted }
            return own.isEmpty ? [] : visits(of: person, service, under: own, in: year)
        }
    }

    private func visits(
        of person: Int, _ service: SimulatedService, under own: [SimulatedDecision], in year: Int
    ) -> [SimulatedVisit] {
        let use = UseOfHours(parameters: parameters, person: person, service: service, board: own[0].board)
        let plan = VisitPlan(parameters: parameters, person: person, service: service)
        var found: [SimulatedVisit] = []
        var monthOfSpell = -1
        var last: SimulatedDecision?
        var month = own[0].from.month
        while month <= YearMonth(year: year, month: 12) {
            let valid = own.filter { $0.from <= month.lastDay && ($0.to.map { $0 >= month.firstDay } ?? true) }
            if let decision = valid.last {
                monthOfSpell += 1
                last = decision
                if month.year == year {
                    let granted = valid.reduce(0) { $0 + Self.granted($1, in: month) }
                    let target = use.target(in: month, monthOfSpell: monthOfSpell, granted: granted)
                    found += plan.visits(
                        in: month, target: target, provider: decision.provider, board: decision.board)
                }
            } else if let ended = last, monthOfSpell >= 0 {
                // A few go on for a month after the decision has ended.
                var draw = SplitMix64(seed: parameters.seed, 6, person, service.rawValue, Int(month.index))
                if month.year == year, draw.chance(60) {
                    found += plan.visits(in: month, target: 300, provider: ended.provider, board: ended.board)
                }
                monthOfSpell = -1
            }
            month = month.advanced(by: 1)
        }
        guard parameters.hasWaits else { return found }
        return found.filter { visit in
            let valid = own.filter { $0.isValid(on: visit.day) }
            return valid.contains { SimulatedWait($0, seed: parameters.seed).allows(visit.day, of: $0) }
        }
    }

    /// About what a decision grants in a month, in hundredths: good enough to plan by. Free use is planned as 12 h.
    private static func granted(_ decision: SimulatedDecision, in month: YearMonth) -> Int {
        let first = max(decision.from, month.firstDay)
        let last = decision.to.map { min($0, month.lastDay) } ?? month.lastDay
        let days = first.days(to: last) + 1
        let rate: Int
        switch decision.unit {
        case _ where decision.isUnlimited: rate = 1200
        case .month: rate = decision.centihours
        case .week: rate = decision.centihours * month.days / 7
        case .year: rate = decision.centihours / 12
        case .period:
            let months = decision.from.month.distance(to: (decision.to ?? last).month) + 1
            rate = decision.centihours / months
        }
        return rate * days / month.days
    }

    /// LSS is for the young more than SoL is; four in ten have LSS, a few have both.
    private static func person(
        _ index: Int, _ parameters: SimulationParameters, _ taken: inout Set<TestPersonNumber>
    ) -> SimulatedPerson {
        var draw = SplitMix64(seed: parameters.seed, 0, index)
        while true {
            let age =
                draw.chance(4)
                ? draw.within(101...103)
                : draw.pick([8, 14, 18, 24, 30, 36, 42, 48, 54, 60, 66, 72, 78, 86]) + draw.below(9) - 4
            let sex: Sex = draw.chance(470) ? .female : .male
            let year = parameters.years.lowerBound - age
            let day = CivilDate(year: year, month: 1, day: 1)!.adding(days: draw.below(365))
            let serial = 980 + 2 * draw.below(10) + (sex == .male ? 1 : 0)
            let number = TestPersonNumber(birth: day, serial: serial, isCoordination: draw.chance(10))
            guard taken.insert(number).inserted else { continue }
            return SimulatedPerson(number: number, sex: sex, isProtected: draw.chance(6))
        }
    }

    private static func decisions(
        of person: Int, born: Int, _ parameters: SimulationParameters
    ) -> [SimulatedDecision] {
        var attempt = 0
        while true {
            var draw = SplitMix64(seed: parameters.seed, 1, person, attempt)
            let age = parameters.years.lowerBound - born
            let hasLSS = draw.chance(age < 65 ? 520 : 180)
            let hasSoL = !hasLSS || draw.chance(90)
            let isUnlimited = draw.chance(parameters.unlimitedShare)
            let board = Board(area: draw.index(weights: Board.weights), called: parameters.boards)
            var found: [SimulatedDecision] = []
            for service in SimulatedService.allCases where service == .ledsagning ? hasSoL : hasLSS {
                var history = DecisionHistory(
                    parameters: parameters, draw: SplitMix64(seed: draw.next(), service.rawValue), board: board,
                    service: service, isUnlimited: isUnlimited)
                found += history.decisions(of: person)
            }
            if !found.isEmpty { return found }
            attempt += 1
        }
    }
}
