// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Question 5 straight from its definition: spells and periods month by month for one person and service at a time.
struct TruthFlexibleUse {
    enum Anchor: String, CaseIterable {
        case spell, calendar
    }
    enum Definition: String, CaseIterable {
        case movedHours = "F1"
        case movedHoursOrOverrun = "F1o"
    }
    enum Denominator: String, CaseIterable {
        case granted = "D1"
        case performed = "D2"
        case completePeriod = "D3"
    }

    typealias Key = TruthPersonMonth.Key

    /// Half an hour in milliseconds.
    private static let tolerance: Int64 = 1_800_000

    let questions: TruthQuestions
    /// A period: its months inside the window, and whether all three of its months are in the spell and the window.
    private struct Period {
        var keys: [Key]
        var isComplete: Bool
    }

    /// The months in which the hours are used flexibly, by definition and anchor.
    private var flexibleMonths: [String: Set<Key>] = [:]
    /// The months of complete periods, by anchor.
    private var completeMonths: [Anchor: Set<Key>] = [:]

    init(_ questions: TruthQuestions) {
        self.questions = questions
        for anchor in Anchor.allCases {
            for period in Self.periods(of: questions, anchor) {
                if period.isComplete { completeMonths[anchor, default: []].formUnion(period.keys) }
                var performed: Int64 = 0
                var granted: Int64 = 0
                for key in period.keys {
                    performed += questions.months[key]!.performed
                    granted += questions.months[key]!.granted
                }
                for key in period.keys {
                    let month = questions.months[key]!
                    guard month.performed > month.granted + Self.tolerance else { continue }
                    for definition in Definition.allCases {
                        if definition == .movedHours, performed > granted + Self.tolerance { continue }
                        flexibleMonths[definition.rawValue + anchor.rawValue, default: []].insert(key)
                    }
                }
            }
        }
    }

    func share(
        _ definition: Definition, _ denominator: Denominator, _ anchor: Anchor, _ year: Int,
        _ breakdown: TruthBreakdown, _ category: String
    ) -> TruthFigure {
        let months = questions.months
        let own = questions.keys(of: year, breakdown, category)
        var flexible: Set<Int> = []
        for key in own where flexibleMonths[definition.rawValue + anchor.rawValue]?.contains(key) ?? false {
            flexible.insert(key.person)
        }
        let unlimited = unlimitedPersons(year)
        var base = questions.personsWithDecision(year, breakdown, category).subtracting(unlimited)
        switch denominator {
        case .granted: break
        case .performed:
            var withHours: Set<Int> = []
            for key in own where months[key]!.granted > 0 && months[key]!.performed > 0 {
                if questions.isInsideWindow(key.month) { withHours.insert(key.person) }
            }
            base.formIntersection(withHours)
        case .completePeriod:
            var withCompletePeriod: Set<Int> = []
            for key in own where completeMonths[anchor]?.contains(key) ?? false {
                withCompletePeriod.insert(key.person)
            }
            base.formIntersection(withCompletePeriod)
        }
        flexible.formIntersection(base)
        return TruthFigure(
            measure: "flexible-use \(definition.rawValue)/\(denominator.rawValue)/\(anchor.rawValue)",
            breakdown: breakdown, category: category, year: year,
            value: base.isEmpty ? nil : Double(flexible.count) / Double(base.count), persons: base.count,
            numerator: Double(flexible.count), denominator: Double(base.count))
    }

    /// Σ max(0, u − b) ÷ Σ u over everyone's person-months with b > 0 inside the window.
    func shiftedShare(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> TruthFigure {
        let people = shiftedHours(year, breakdown, category)
        let above = people.reduce(0) { $0 + $1.above }
        let performed = people.reduce(0) { $0 + $1.performed }
        let ratio = questions.hours(above) / questions.hours(performed)
        var squares = 0.0
        for person in people {
            let residual = questions.hours(person.above) - ratio * questions.hours(person.performed)
            squares += residual * residual
        }
        let count = Double(people.count)
        let standardError = (count / (count - 1) * squares).squareRoot() / questions.hours(performed)
        return TruthFigure(
            measure: "shifted-share", breakdown: breakdown, category: category, year: year,
            value: performed == 0 ? nil : ratio, standardError: people.count > 1 ? standardError : nil,
            persons: people.count,
            numerator: questions.hours(above), denominator: questions.hours(performed))
    }

    /// The median over persons with u > 0.
    func medianShiftedShare(_ year: Int, _ breakdown: TruthBreakdown, _ category: String) -> TruthFigure {
        let shares = shiftedHours(year, breakdown, category).map { Double($0.above) / Double($0.performed) }.sorted()
        let middle = shares.count / 2
        let median =
            shares.isEmpty
            ? nil : shares.count % 2 == 1 ? shares[middle] : (shares[middle - 1] + shares[middle]) / 2
        return TruthFigure(
            measure: "shifted-share-median", breakdown: breakdown, category: category, year: year, value: median,
            persons: shares.count)
    }

    /// Milliseconds above the granted ones and all performed, for each person with u > 0, by person.
    private func shiftedHours(
        _ year: Int, _ breakdown: TruthBreakdown, _ category: String
    ) -> [(above: Int64, performed: Int64)] {
        var sums: [Int: (above: Int64, performed: Int64)] = [:]
        let unlimited = unlimitedPersons(year)
        for key in questions.keys(of: year, breakdown, category) {
            let month = questions.months[key]!
            guard month.granted > 0, questions.isInsideWindow(key.month), !unlimited.contains(key.person)
            else { continue }
            sums[key.person, default: (0, 0)].above += max(0, month.performed - month.granted)
            sums[key.person, default: (0, 0)].performed += month.performed
        }
        return sums.keys.sorted().map { sums[$0]! }.filter { $0.performed > 0 }
    }

    /// Persons with a decision without hour ceiling on a day of the year.
    func unlimitedPersons(_ year: Int) -> Set<Int> {
        let firstDay = CivilDate(year: year, month: 1, day: 1)!
        let lastDay = CivilDate(year: year, month: 12, day: 31)!
        var found: Set<Int> = []
        for decision in questions.records.decisions where decision.isGranted && decision.isUnlimited {
            if decision.from <= lastDay, decision.to.map({ $0 >= firstDay }) ?? true { found.insert(decision.person) }
        }
        return found
    }

    /// Every period of every spell, cut to the window.
    private static func periods(of questions: TruthQuestions, _ anchor: Anchor) -> [Period] {
        spells(of: questions).flatMap { spell in
            var blocks: [Int: [Key]] = [:]
            for (place, key) in spell.enumerated() {
                let block = anchor == .spell ? place / 3 : (Int(key.month.index) / 3)
                blocks[block, default: []].append(key)
            }
            return blocks.keys.sorted().compactMap { block in
                let inside = blocks[block]!.filter { questions.isInsideWindow($0.month) }
                return inside.isEmpty ? nil : Period(keys: inside, isComplete: inside.count == 3)
            }
        }
    }

    /// Maximal runs of consecutive months with b > 0 for one person and service.
    private static func spells(of questions: TruthQuestions) -> [[Key]] {
        var spells: [[Key]] = []
        for key in questions.keys where questions.months[key]!.granted > 0 {
            if let last = spells.last?.last, last.person == key.person, last.service == key.service,
                last.month.advanced(by: 1) == key.month
            {
                spells[spells.count - 1].append(key)
            } else {
                spells.append([key])
            }
        }
        return spells
    }
}
