// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

/// Public numbers per inhabitants.
@Suite struct BaselineTests {
    private func number(
        _ figure: KeyFigure, _ place: BaselineValue.Place, _ year: Int, _ value: Double?, sex: Sex? = nil,
        source: String = "Kolada (RKA)"
    ) -> BaselineValue {
        BaselineValue(figure: figure, place: place, year: year, sex: sex, value: value, source: source)
    }

    @Test func `a published rate goes before one that is divided, and the country stands first`() {
        let rates = BaselineRate.rates(
            of: .companion,
            in: [
                number(.companionRate, .group("G1"), 2021, 5.1),
                number(.companionPersons, .country, 2021, 6669, source: "Socialstyrelsen"),
                number(.inhabitants, .country, 2021, 10_452_326, source: "SCB"),
                number(.companionRate, .own, 2021, 6.7), number(.companionPersons, .own, 2021, 655),
                number(.inhabitants, .own, 2021, 978_770),
            ])
        #expect(rates.map(\.place) == [.country, .own, .group("G1")])
        #expect(abs(rates[0].perTenThousand - 6.3804) < 0.0001)
        #expect(rates.map(\.persons) == [6669, 655, nil])
        #expect(rates[0].sources == ["Socialstyrelsen", "SCB"] && rates[1].perTenThousand == 6.7)
    }

    @Test func `what is of one sex, of another service or not published gives no rate`() {
        let rates = BaselineRate.rates(
            of: .companion,
            in: [
                number(.companionRate, .country, 2021, nil), number(.companionRate, .own, 2021, 3, sex: .female),
                number(.reliefRate, .own, 2021, 4), number(.companionPersons, .own, 2020, 600),
                number(.inhabitants, .own, 2020, 0),
            ])
        #expect(rates.isEmpty)
    }

    @Test func `each place is told of the nearest year, the earlier of two as near`() {
        let rates = BaselineRate.rates(
            of: .relief,
            in: [2016, 2018, 2020, 2021].map { number(.reliefRate, .country, $0, Double($0)) } + [
                number(.reliefRate, .own, 2024, 1)
            ])
        #expect(BaselineRate.nearest(to: 2019, in: rates).map(\.year) == [2018, 2024])
        #expect(BaselineRate.nearest(to: 2020, in: rates).map(\.year) == [2020, 2024])
    }
}
