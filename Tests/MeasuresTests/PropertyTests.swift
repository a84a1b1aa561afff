// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import TestSupport
import Terms
import Testing

@Suite struct PropertyTests {
    private static let aspects: [(MeasureName, Question.Aspect)] =
        [
            (.persons, .headline), (.persons, .monthEndMean), (.persons, .onDay(month: 10, day: 1)),
            (.persons, .withoutPerformed), (.persons, .outsideDecisions), (.persons, .unlimited), (.persons, .change),
            (.grantedHours, .headline), (.grantedHours, .mean), (.grantedHours, .quantile(0.5)),
            (.grantedHours, .decisions), (.grantedHours, .withoutPerformed), (.performedHours, .headline),
            (.performedHours, .outsideDecisions), (.performedHours, .unlimited), (.utilisation, .headline),
            (.utilisation, .mean), (.utilisation, .quantile(0.5)), (.utilisation, .change), (.flexibleUse, .headline),
            (.flexibleUse, .change), (.flexibleUse, .quantile(0.5)), (.flexibleUse, .shiftedShare),
        ] + Question.DecompositionFactor.allCases.map { (.decomposition, .part($0)) }

    private func ask(
        _ data: Dataset, _ measure: MeasureName, _ aspect: Question.Aspect = .headline, by dimensions: [Dimension] = []
    ) throws -> Tabulation {
        try data.ask(measure, aspect, by: dimensions, years: 2018...2019)
    }

    @Test(arguments: 1...3) func `neither the order of persons nor of rows changes a bit`(seed: Int) throws {
        let municipality = RandomMunicipality(seed: UInt64(seed))
        var random = SeededGenerator(seed: UInt64(seed) + 1000)
        var shuffled = municipality.dataset(order: municipality.people.indices.shuffled(using: &random))
        shuffled.performed.shuffle(using: &random)
        let data = municipality.dataset()
        for (measure, aspect) in Self.aspects {
            let dimensions: [Dimension] = [.district, .law]
            let left = try ask(data, measure, aspect, by: dimensions)
            let right = try ask(shuffled, measure, aspect, by: dimensions)
            #expect(left.codes == right.codes)
            for (a, b) in zip(left.rows, right.rows) {
                #expect(a.measurement.value == b.measurement.value, "\(measure) \(aspect) \(a.key.map(\.code))")
                #expect(a.measurement.standardError == b.measurement.standardError)
                #expect(a.measurement.lower == b.measurement.lower && a.measurement.upper == b.measurement.upper)
                #expect(a.measurement.persons == b.measurement.persons)
            }
        }
    }

    @Test(arguments: [Dimension.district, .districtThen, .law, .service, .sex, .age, .provider, .providerType])
    func `hours of the parts add up to the whole`(dimension: Dimension) throws {
        let data = RandomMunicipality(seed: 7).dataset()
        for (measure, aspect) in [
            (MeasureName.grantedHours, Question.Aspect.headline), (.performedHours, .headline),
            (.performedHours, .outsideDecisions), (.performedHours, .unlimited), (.grantedHours, .decisions),
        ] {
            let answer = try ask(data, measure, aspect, by: [dimension])
            for year in ["2018", "2019"] {
                let parts = answer.rows.filter { $0.key[0].code == year && $0.key[1].kind != .total }
                let sum = parts.compactMap(\.measurement.value).reduce(0, +)
                #expect(abs(sum - (answer[year, "total"]?.value ?? .nan)) < 1e-6)
            }
        }
    }

    @Test func `performed hours are those under decisions, without ceiling and outside decisions`() throws {
        let data = RandomMunicipality(seed: 8).dataset()
        for year in [2018, 2019] {
            let all = try data.value(.performedHours, year: year)
            let under = try data.ask(.utilisation, years: year...year)["\(year)"]?.numerator
            let free = try data.value(.performedHours, .unlimited, year: year)
            let outside = try data.value(.performedHours, .outsideDecisions, year: year)
            #expect(abs(under! + free! + outside! - all!) < 1e-9)
            let raw = data.performed.filter { $0.month.year == year }.reduce(Hours.zero) { $0 + $1.hours }
            #expect(all == raw.value)
        }
    }

    @Test func `months add up to their year in hours`() throws {
        let data = RandomMunicipality(seed: 9).dataset()
        let months = try ask(data, .grantedHours, by: [.month])
        let years = try ask(data, .grantedHours)
        for year in ["2018", "2019"] {
            let sum = months.rows.filter { $0.key[0].code == year }.compactMap(\.measurement.value).reduce(0, +)
            #expect(abs(sum - (years[year]?.value ?? .nan)) < 1e-6)
            #expect(months.rows.count { $0.key[0].code == year } == 12)
        }
    }

    @Test func `persons are the base of flexible use and those without a ceiling, in every cell`() throws {
        for seed in 10...12 {
            let data = RandomMunicipality(seed: UInt64(seed)).dataset()
            let persons = try ask(data, .persons, by: [.district, .sex])
            let base = try ask(data, .flexibleUse, by: [.district, .sex])
            let unlimited = try ask(data, .persons, .unlimited, by: [.district, .sex])
            for row in persons.rows {
                let key = row.key.map(\.code)
                let cell = { (answer: Tabulation) in answer.rows.first { $0.key.map(\.code) == key }?.measurement }
                #expect(row.measurement.value == (cell(base)?.denominator ?? 0) + (cell(unlimited)?.value ?? 0))
            }
        }
    }

    @Test func `the sensitivity table is ordered as its definitions are`() throws {
        for seed in 20...24 {
            let data = RandomMunicipality(seed: UInt64(seed)).dataset()
            for anchor in ["spell", "calendar"] {
                var bases: [Double] = []
                for denominator in ["granted", "performed", "complete-period"] {
                    func share(_ definition: String) throws -> Measurement? {
                        try data.ask(
                            .flexibleUse, .flexible(definition: definition, denominator: denominator, anchor: anchor)
                        )["2019"]
                    }
                    let (strict, loose) = (try share("moved-hours"), try share("moved-hours-or-overrun"))
                    #expect((strict?.value ?? 0) <= (loose?.value ?? 0))
                    #expect(strict?.denominator == loose?.denominator)
                    bases.append(strict?.denominator ?? 0)
                }
                #expect(bases[1] <= bases[0] && bases[2] <= bases[0])
            }
        }
    }

    @Test func `the parts of a decomposition add to the change exactly`() throws {
        for seed in 30...34 {
            let data = RandomMunicipality(seed: UInt64(seed)).dataset()
            func part(_ factor: Question.DecompositionFactor) throws -> Double {
                try #require(try data.value(.decomposition, .part(factor)))
            }
            let performed = try part(.persons) + part(.grantedPerPerson) + part(.utilisation)
            #expect(abs(performed - (try part(.sum))) < 1e-6)
            let granted = try part(.decisions) + part(.hoursPerDecision)
            #expect(abs(granted - (try part(.grantedSum))) < 1e-6)
            #expect(try abs(part(.grantedSum) - (data.value(.grantedHours, .change) ?? .nan)) < 1e-6)
        }
    }

    @Test func `a filter answers as the breakdown does`() throws {
        let data = RandomMunicipality(seed: 40).dataset()
        for (measure, aspect) in Self.aspects {
            let broken = try ask(data, measure, aspect, by: [.district])
            let filtered = try data.ask(
                measure, aspect, where: [Question.Filter(.district, .isOneOf, ["farsta"])], years: 2018...2019)
            for year in ["2018", "2019"] {
                guard let row = broken[year, "Farsta"] else { continue }
                #expect(filtered[year]?.value == row.value, "\(measure) \(aspect)")
                #expect(filtered[year]?.standardError == row.standardError)
            }
        }
    }

    @Test func `a filter on years chooses rows and leaves the year before to compare with`() throws {
        let data = RandomMunicipality(seed: 42).dataset()
        for (measure, aspect) in Self.aspects {
            let filtered = try data.ask(
                measure, aspect, by: [.law], where: [Question.Filter(.year, .isOneOf, ["2019"])], years: 2018...2019)
            let asked = try data.ask(measure, aspect, by: [.law], years: 2019...2019)
            #expect(filtered.codes == asked.codes, "\(measure) \(aspect)")
            #expect(filtered.rows.map { $0.measurement.value } == asked.rows.map { $0.measurement.value })
        }
    }

    @Test func `asking for more years does not change the answer for one`() throws {
        let data = RandomMunicipality(seed: 41).dataset()
        for (measure, aspect) in Self.aspects {
            let wide = try data.ask(measure, aspect, by: [.law], years: 2016...2021)
            let narrow = try data.ask(measure, aspect, by: [.law], years: 2019...2019)
            let same = wide.rows.filter { $0.key[0].code == "2019" }
            #expect(
                same.map { $0.measurement.value } == narrow.rows.map { $0.measurement.value }, "\(measure) \(aspect)")
        }
    }
}
