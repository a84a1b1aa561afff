// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@Suite struct RateCardTests {
    static let bands: [Rate.Band] = [.day, .evening, .night, .weekend, .majorHoliday]

    static func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day)!
    }

    static func year(_ year: Int) -> ClosedRange<CivilDate> { date(year, 1, 1)...date(year, 12, 31) }

    /// Stockholm's own rates and those of private providers, in kronor: leverantor.stockholm/socialtjanst-lss.
    static let stockholm: [(year: Int, own: [Int64], independent: [Int64])] = [
        (2021, [392, 418, 453, 453, 515], [402, 428, 464, 464, 528]),
        (2022, [403, 429, 465, 465, 529], [413, 440, 477, 477, 542]),
        (2023, [408, 434, 470, 470, 535], [418, 445, 482, 482, 548]),
        (2024, [423, 450, 487, 487, 555], [434, 461, 500, 500, 569]),
    ]

    static func rates(of years: ClosedRange<Int>) -> [Rate] {
        stockholm.filter { years.contains($0.year) }.flatMap { list in
            [(ProviderType.municipal, list.own), (.independent, list.independent)].flatMap { type, amounts in
                zip(bands, amounts).map {
                    Rate(
                        from: date(list.year, 1, 1), to: date(list.year, 12, 31), band: $0, providerType: type,
                        amount: $1 * 100)
                }
            }
        }
    }

    static func card(_ rates: [Rate]) -> RateCard { RateCard(rates, bands: TimeBands.standard(whitsun: true)) }

    @Test func `a price list of every band and year has one rate for every moment`() {
        let card = Self.card(Self.rates(of: 2021...2024))
        for type in [ProviderType.municipal, .independent] {
            let payee = RateCard.Payee(type, law: .sol)
            #expect(card.problems(for: payee, in: Self.date(2021, 1, 1)...Self.date(2024, 12, 31)).isEmpty)
        }
        guard case .rate(let rate) = card.rate(of: .evening, on: Self.date(2022, 6, 1), for: .init(.independent)) else {
            Issue.record("the evening of 2022 has a rate")
            return
        }
        #expect(rate.amount == 44_000)
    }

    @Test func `a missing year and a band without rate are named with their days`() {
        let payee = RateCard.Payee(.municipal)
        let withoutYear = Self.card(Self.rates(of: 2021...2024).filter { $0.from != Self.date(2022, 1, 1) })
        #expect(
            withoutYear.problems(for: payee, in: Self.date(2021, 1, 1)...Self.date(2023, 12, 31)) == [
                .missing(days: Self.year(2022), bands: [.majorHoliday, .weekend, .night, .evening, .day])
            ])
        let withoutNight = Self.card(Self.rates(of: 2021...2022).filter { $0.band != .night })
        #expect(
            withoutNight.problems(for: payee, in: Self.date(2021, 5, 1)...Self.date(2022, 4, 30)) == [
                .missing(days: Self.date(2021, 5, 1)...Self.date(2022, 4, 30), bands: [.night])
            ])
        #expect(withoutNight.rate(of: .night, on: Self.date(2021, 5, 1), for: payee) == .none)
        // No rates at all for those whose provider is of no known type.
        let unknown = withoutNight.problems(for: .init(.unknown), in: Self.year(2021))
        #expect(unknown == [.missing(days: Self.year(2021), bands: [.majorHoliday, .weekend, .night, .evening, .day])])
    }

    @Test func `rates that overlap are named with the days they do`() {
        var rates = Self.rates(of: 2021...2022)
        let second = Rate(
            from: Self.date(2021, 12, 1), to: Self.date(2022, 1, 31), band: .day, providerType: .municipal, amount: 1)
        rates.append(second)
        let problems = Self.card(rates).problems(
            for: .init(.municipal), in: Self.date(2021, 1, 1)...Self.date(2022, 12, 31))
        #expect(problems == [.overlapping(days: Self.date(2021, 12, 1)...Self.date(2022, 1, 31), bands: [.day])])
        #expect(Self.card(rates).problems(for: .init(.independent), in: Self.year(2021)).isEmpty)
    }

    @Test func `a rate that says more comes before one that says less`() {
        let from = Self.date(2021, 1, 1)
        let all = Rate(from: from, band: .any, providerType: .unknown, amount: 1)
        let night = Rate(from: from, band: .night, providerType: .unknown, amount: 2)
        let own = Rate(from: from, band: .any, providerType: .municipal, amount: 3)
        let lss = Rate(from: from, band: .any, providerType: .unknown, law: .lss, amount: 4)
        let service = Rate(from: from, band: .any, providerType: .unknown, service: 0, amount: 5)
        let card = Self.card([all, night, own, lss, service])
        func amount(_ band: Rate.Band?, _ payee: RateCard.Payee) -> Int64? {
            if case .rate(let rate) = card.rate(of: band, on: from, for: payee) { rate.amount } else { nil }
        }
        #expect(amount(.day, .init(.independent, law: .sol)) == 1)
        #expect(amount(nil, .init(.independent, law: .sol)) == 1)
        #expect(amount(.night, .init(.independent, law: .sol)) == 2)
        #expect(amount(.night, .init(.municipal, law: .sol)) == 3)
        #expect(amount(.night, .init(.municipal, law: .lss)) == 4)
        #expect(amount(.night, .init(.municipal, law: .lss, service: 0)) == 5)
        #expect(card.problems(for: .init(.municipal, law: .lss), in: Self.year(2030)).isEmpty)
    }

    @Test func `times that no band holds need a rate of all hours`() {
        let bands: [(band: Rate.Band, time: TimeBands.Time)] = [(.day, .daily(from: 7 * 60, to: 22 * 60))]
        let day = Rate(from: Self.date(2021, 1, 1), band: .day, providerType: .unknown, amount: 1)
        let any = Rate(from: Self.date(2021, 1, 1), band: .any, providerType: .unknown, amount: 2)
        let payee = RateCard.Payee(.municipal)
        #expect(
            RateCard([day], bands: bands).problems(for: payee, in: Self.year(2021)) == [
                .missing(days: Self.year(2021), bands: [nil])
            ])
        #expect(RateCard([day, any], bands: bands).problems(for: payee, in: Self.year(2021)).isEmpty)
    }

    @Test func `a rate that is never paid and bands that hold at once are named`() {
        let bands: [(band: Rate.Band, time: TimeBands.Time)] = [
            (.evening, .daily(from: 18 * 60, to: 22 * 60)), (.day, .daily(from: 7 * 60, to: 19 * 60)),
            (.night, .daily(from: 22 * 60, to: 7 * 60)),
        ]
        let rates = [.evening, .day, .night, .weekend].map { band in
            Rate(from: Self.date(2021, 1, 1), band: band, providerType: .unknown, amount: 1)
        }
        #expect(
            RateCard(rates, bands: bands).problems(for: .init(.municipal), in: Self.year(2021)) == [
                .clashing(.evening, .day, minutes: 18 * 60..<19 * 60), .unused(.weekend),
            ])
    }

    @Test func `a card without problems has a rate for each minute of random visits`() {
        var random = SeededGenerator(seed: 23)
        let card = Self.card(Self.rates(of: 2021...2024))
        let payee = RateCard.Payee(.independent)
        for _ in 0..<200 {
            let start = TimeBandsTests.seconds(2021, 1, 2, 0) + Int.random(in: 0..<4 * 363 * 1440, using: &random) * 60
            card.times.eachStretch(from: start, to: start + Int.random(in: 1...900, using: &random) * 60) { place, _ in
                let day = CivilDate(daysSince1970: Int32(start / 86_400))
                guard case .rate = card.rate(of: place.map { card.bands[$0] }, on: day, for: payee) else {
                    Issue.record("no rate at \(start)")
                    return
                }
            }
        }
    }
}
