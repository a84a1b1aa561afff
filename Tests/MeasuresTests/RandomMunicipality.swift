// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport

/// A made-up municipality of any shape: parallel and overlapping decisions, gaps, all units, hours outside
/// decisions, protected persons, missing districts.
struct RandomMunicipality {
    /// For each person: who they are, their decisions in file order and their performed hours.
    var people: [(person: Person, decisions: [Decision], performed: [PerformedHours])]
    var window: ClosedRange<YearMonth>

    init(seed: UInt64, persons: Int = 40) {
        var random = SeededGenerator(seed: seed)
        let first = YearMonth(year: 2018, month: 1)
        self.window = first.advanced(by: Int.random(in: 0...4, using: &random))...YearMonth(year: 2019, month: 12)
        self.people = []
        for person in 0..<persons {
            let index = PersonIndex(person)
            var decisions: [Decision] = []
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                let from = first.firstDay.adding(days: Int.random(in: -400...700, using: &random))
                let isUnlimited = Int.random(in: 0..<20, using: &random) == 0
                decisions.append(
                    Decision(
                        person: index, service: Int16.random(in: 0...1, using: &random),
                        law: Bool.random(using: &random) ? .sol : .lss,
                        district: Int.random(in: 0..<10, using: &random) == 0
                            ? nil : DistrictIndex.random(in: 0...3, using: &random),
                        outcome: Int.random(in: 0..<8, using: &random) == 0 ? .refused : .granted, from: from,
                        to: Int.random(in: 0..<3, using: &random) == 0
                            ? nil : from.adding(days: Int.random(in: 0...500, using: &random)),
                        hours: isUnlimited ? .zero : Hours(Double(Int.random(in: 4...40, using: &random))),
                        unit: [.month, .month, .week, .year, .period].randomElement(using: &random) ?? .month,
                        isUnlimited: isUnlimited,
                        provider: Bool.random(using: &random) ? nil : Int16.random(in: 0...1, using: &random),
                        providerType: ProviderType.allCases.randomElement(using: &random) ?? .unknown))
            }
            var performed: [PerformedHours] = []
            for month in window where Bool.random(using: &random) {
                performed.append(
                    PerformedHours(
                        person: index, service: Int16.random(in: 0...1, using: &random), month: month,
                        district: DistrictIndex.random(in: 0...3, using: &random),
                        hours: Hours(milliseconds: Int64.random(in: 0...100_000_000, using: &random))))
            }
            self.people.append(
                (
                    Person(
                        birthYear: Bool.random(using: &random) ? Int.random(in: 1930...2015, using: &random) : nil,
                        sex: Sex.allCases.randomElement(using: &random) ?? .unknown,
                        isProtected: Int.random(in: 0..<15, using: &random) == 0), decisions, performed
                ))
        }
    }

    /// The data set with the persons in another order; what a person has keeps its own.
    func dataset(order: [Int]? = nil) -> Dataset {
        let order = order ?? Array(people.indices)
        var (decisions, performed): ([Decision], [PerformedHours]) = ([], [])
        for (place, index) in order.enumerated() {
            decisions += people[index].decisions.map { decision in
                var decision = decision
                decision.person = PersonIndex(place)
                return decision
            }
            performed += people[index].performed.map { hours in
                var hours = hours
                hours.person = PersonIndex(place)
                return hours
            }
        }
        var data = CaseBuilder.dataset(
            persons: order.map { people[$0].person }, decisions, performed,
            districts: [
                District(name: "Farsta"), District(name: "Älvsjö", successor: 2), District(name: "Hägersten-Älvsjö"),
                District(name: "Skarpnäck"),
            ])
        data.observationWindow = window
        return data
    }
}
