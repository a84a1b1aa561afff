// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A municipality with oddities in its records themselves, which every export of them then shows: persons without a
/// proper number, decisions that overlap, a law that is not the service's, a decision without district.
struct OddRecords {
    let municipality: SimulatedMunicipality
    /// Persons whose key is to be remarked on, at their first row.
    private(set) var keyRemarks: [(person: Int, rule: String)] = []
    /// Numbers of decisions to be remarked on.
    private(set) var overlapping: Int?
    private(set) var otherLaw: Int?
    /// Number of the decision that names a board which ended long ago.
    private(set) var endedBoard: Int?
    /// Number of the decision without district.
    private(set) var withoutDistrict: Int?

    /// A board of 1997–2006, now part of Södermalm's.
    static let formerBoard = (name: "Katarina-Sofia", from: "1997-01-01", to: "2006-12-31", successor: "Södermalm")

    init(_ original: SimulatedMunicipality) {
        var persons = original.persons
        var decisions = original.decisions
        var draw = SplitMix64(seed: original.parameters.seed, 7)

        if persons.count >= 20 {
            let wrongDigit = draw.below(persons.count / 4)
            let number = persons[wrongDigit].number.full
            let last = (number.last?.wholeNumberValue ?? 0) + 1
            persons[wrongDigit].otherKey = "\(number.dropLast())\(last % 10)"
            keyRemarks.append((wrongDigit, "invalid-check-digit"))

            let identified = persons.count / 4 + draw.below(persons.count / 4)
            persons[identified].otherKey = "K-\(40_000 + identified)"
            keyRemarks.append((identified, "not-a-swedish-number"))

            let interim = persons.count / 2 + draw.below(persons.count / 4)
            persons[interim].otherKey = String(persons[interim].number.full.dropLast(4)) + "T980"
        }

        let start = draw.below(decisions.count)
        var taken: Set<Int> = Set(decisions.indices.filter { persons[decisions[$0].person].otherKey != nil })
        func take(_ fits: (SimulatedDecision) -> Bool) -> Int? {
            let order = Array(start..<decisions.count) + Array(0..<start)
            guard let found = order.first(where: { !taken.contains($0) && fits(decisions[$0]) }) else { return nil }
            taken.insert(found)
            return found
        }

        if let place = take({ $0.outcome.isGranted }) {
            decisions[place].board = nil
            withoutDistrict = decisions[place].number
        }
        if let place = take({ $0.outcome.isGranted && $0.board.map { Board.names[$0.area] } == "Södermalm" }) {
            endedBoard = decisions[place].number
        }
        if let place = take({ $0.outcome.isGranted && $0.service == .ledsagning }) {
            decisions[place].law = .lss
            otherLaw = decisions[place].number
        }
        let lastDay = CivilDate(year: original.parameters.years.upperBound, month: 12, day: 31)!
        let long = take { decision in
            decision.outcome.isGranted && decision.from.adding(days: 61) <= lastDay && !decision.isUnlimited
                && decision.unit == .month
                && (decision.to.map { decision.from.days(to: $0) > 150 } ?? false)
        }
        if let place = long {
            var extra = decisions[place]
            extra.number = 10_001 + decisions.count
            extra.from = extra.from.adding(days: 61)
            extra.decided = max(extra.decided, extra.from.adding(days: -7))
            extra.applied = min(extra.applied, extra.decided)
            extra.centihours = 450
            extra.appliedCentihours = 450
            extra.outcome = .granted
            decisions.insert(extra, at: place + 1)
            overlapping = extra.number
        }
        municipality = SimulatedMunicipality(original, persons: persons, decisions: decisions)
    }
}
