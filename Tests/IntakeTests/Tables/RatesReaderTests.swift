// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Testing

@testable import Intake

/// What the municipality pays an hour, from one day to another.
@Suite struct RatesReaderTests {
    private func read(_ rows: String) throws -> IntakeResult {
        var project = ProjectInMemory()
        project.add(.rates, "ersattning.csv", rows)
        return try project.read()
    }

    @Test func `a rate is read with its band and the days it holds`() throws {
        let result = try read(
            """
            Gäller från;Gäller till;Tidsband;Ersättning per timme
            2019-01-01;2019-12-31;dag;385,50
            2020-01-01;;dag;392
            """)
        #expect(result.faults.isEmpty)
        let rates = result.dataset.rates
        #expect(rates.map(\.amount) == [38_550, 39_200])
        #expect(rates.map(\.band) == [.day, .day])
        #expect(rates.map(\.to) == [CivilDate(year: 2019, month: 12, day: 31), nil])
    }

    @Test func `a rate that overlaps one before it is set aside`() throws {
        let result = try read(
            """
            fran;till;band;kr_per_timme
            2019-01-01;2019-12-31;dag;385
            2019-07-01;2020-06-30;dag;390
            2019-07-01;2020-06-30;natt;450
            """)
        #expect(result.faults.map(\.location.line) == [3])
        #expect(result.dataset.rates.map(\.amount) == [38_500, 45_000])
    }

    @Test func `a rate that is no sum of money is set aside`() throws {
        let result = try read("fran;band;kr_per_timme\n2019-01-01;dag;enligt avtal\n2019-01-01;natt;400\n")
        #expect(brief(result.faults) == ["2 kr_per_timme not-a-number"])
        #expect(result.dataset.rates.count == 1)
    }

    /// The price lists in `data/prislistor/`, with the number of their rows.
    @Test(arguments: [("ersattning-stockholm.csv", 2021...2024, 40), ("ersattning-tyreso.csv", 2021...2021, 4)])
    func `a public price list is read whole and has one rate for every moment of its years`(
        _ name: String, _ years: ClosedRange<Int>, _ rows: Int
    ) throws {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let file = try Data(contentsOf: root.appending(path: "data/prislistor/\(name)"))
        let result = try read(String(decoding: file, as: UTF8.self))
        #expect(result.faults.isEmpty)
        #expect(result.dataset.rates.count == rows)
        let card = RateCard(result.dataset.rates, bands: TimeBands.standard(whitsun: true))
        let (first, last) = (YearMonth(year: years.lowerBound, month: 1), YearMonth(year: years.upperBound, month: 12))
        let days = first.firstDay...last.lastDay
        for type in [ProviderType.municipal, .independent] {
            for law in [Law.sol, .lss] { #expect(card.problems(for: .init(type, law: law), in: days).isEmpty) }
        }
    }
}
