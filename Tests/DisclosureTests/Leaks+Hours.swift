// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Terms
import Testing

@testable import Disclosure

/// What hours tell of persons and providers.
extension Leaks {
    @Test func `hours per person tell of how many`() {
        let all = table([(.district, ["A", "B", "C", "D"])]) { _, key in persons(sizes[key[0]]!) }
        let question = Question(.grantedHours, .perPerson, by: [.district], years: 2019...2019)
        let rows = all.rows.map { row in
            let n = row.measurement.persons
            let hours = TableMaker.contributions(Array(repeating: 10, count: n))
            return Tabulation.Row(
                key: row.key,
                measurement: Measurement(
                    kind: .mean, unit: .hoursPerPerson, value: 10, persons: n, numerator: hours.total,
                    denominator: Double(n), numeratorContributions: hours))
        }
        let perPerson = Tabulation(
            question: question, dimensions: all.dimensions, rows: rows, from: .unknown,
            definition: all.definition)
        let together = release([all, perPerson])
        #expect(hidden(together[0]) == ["A", "B"])
        #expect(hidden(together[1]) == ["A", "B"])
    }

    @Test func `kinds of providers are known to be the sum of their providers`() {
        let kinds = ["M1": "municipal", "M2": "municipal", "I1": "independent", "I2": "independent"]
        let sizes = ["M1": 3, "M2": 30, "I1": 2, "I2": 40]
        let providers = ["M1", "M2", "I1", "I2"]
        func inner(_ wanted: (String) -> Bool) -> TableMaker.Inner {
            TableMaker.Inner(hours: providers.filter(wanted).flatMap { Array(repeating: 10, count: sizes[$0]!) })
        }
        func hours(_ persons: TableMaker.Inner) -> TableMaker.Inner {
            TableMaker.Inner(persons: persons.hours.count, hours: persons.hours)
        }
        let byKind = table(of: .sum, [(.providerType, ["municipal", "independent"])]) { _, key in
            hours(inner { kinds[$0] == key[0] })
        }
        let byProvider = table(of: .sum, [(.provider, providers)]) { _, key in hours(inner { $0 == key[0] }) }
        let crossing = table(
            of: .sum, [(.provider, providers), (.providerType, ["municipal", "independent"])]
        ) { _, key in hours(inner { $0 == key[0] && kinds[$0] == key[1] }) }
        let policy = ReleasePolicy(DisclosureSettings())
        let careless = policy.release([byKind, byProvider]).tables
        #expect(careless.map(hidden) == [[], ["M1", "I1"]])
        let careful = policy.release([byKind, byProvider], inner: [crossing]).tables
        #expect(careful.map(hidden) != careless.map(hidden))
        #expect(hidden(careful[1]).contains("M1") && hidden(careful[1]).contains("I1"))
    }

    /// Forty of the municipality's own provider, two of its own without a known provider, thirty of another.
    private var ofTwoProviders: Dataset {
        var data = Dataset(
            services: [Service(name: "Ledsagning", law: .sol)], division: Division([]), providers: ["M", "I"])
        func add(_ persons: Int, _ provider: Int16?, _ type: ProviderType) {
            for _ in 0..<persons {
                data.persons.append(Person(birthYear: 1960, sex: .female))
                data.decisions.append(
                    Decision(
                        person: PersonIndex(data.persons.count - 1), service: 0, law: .sol,
                        from: CivilDate(year: 2019, month: 1, day: 1)!,
                        to: CivilDate(year: 2019, month: 12, day: 31)!, hours: Hours(10), provider: provider,
                        providerType: type))
            }
        }
        add(40, 0, .municipal)
        add(2, nil, .municipal)
        add(30, 1, .independent)
        return data
    }

    /// The municipality's own hours less those of its own provider are the hours of two.
    @Test func `a provider beside its kind tells not the hours of the few without a provider`() throws {
        let questions = [Dimension.providerType, .provider].map {
            Question(.grantedHours, by: [$0], years: 2019...2019)
        }
        let released = release(try Tabulator(ofTwoProviders).tabulate(questions))
        let isKindHidden = hidden(released[0]).contains("municipal")
        let isProviderHidden = hidden(released[1]).contains("M")
        #expect(isKindHidden || isProviderHidden)
        // Neither bounds the other to within two hours of fifty when one of them is hidden.
        #expect(isKindHidden == isProviderHidden)
    }
}
