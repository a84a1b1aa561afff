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
}
