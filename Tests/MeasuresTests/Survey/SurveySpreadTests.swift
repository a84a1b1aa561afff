// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import TestSupport
import Testing

/// How far apart boards' answers lie wave by wave, and whether that changed.
@Suite struct SurveySpreadTests {
    /// Six boards of `population`; `good` of `answers` in each are favourable.
    static func wave(
        _ year: Int, good: [Int], answers: Int = 30, population: Int = 60, joined: Bool = true
    ) -> Survey {
        let responses = good.enumerated().flatMap { board, good in
            (0..<answers).map { row in
                SurveyBuilder.response(
                    ["enough": .category(row < good ? 3 : 0)], respondent: joined ? Int32(board * 1000 + row) : nil,
                    district: DistrictIndex(board), stratum: board)
            }
        }
        let frame = SurveyFrame(
            strata: good.indices.map { SurveyFrame.Stratum(name: "Nämnd \($0)", population: population) })
        return SurveyBuilder.survey(year: year, frame: frame, responses)
    }

    static func compare(
        _ waves: [Survey], years: ClosedRange<Int> = 2017...2019, replicates: Int = 200
    ) throws -> Comparison {
        var data = CaseBuilder.dataset([], [], districts: (0..<6).map { District(name: "Nämnd \($0)") })
        data.surveys = waves
        let tabulator = Tabulator(data)
        let (asked, remarks) = try tabulator.compared(.item("enough", years: years), by: .district)
        return try tabulator.material(for: asked, comparing: .district, remarks: remarks)
            .compare(draws: 50, replicates: replicates) { _, _ in .valueAndPersons }
    }

    private static let even = [15, 15, 14, 16, 15, 15]
    private static let apart = [5, 25, 8, 22, 15, 15]

    @Test func `spread and gap are told wave by wave, and their change with an interval over respondents`() throws {
        let comparison = try Self.compare([Self.wave(2017, good: Self.even), Self.wave(2019, good: Self.apart)])
        #expect(comparison.spread.years.map(\.year) == [2017, 2018, 2019])
        #expect(comparison.spread.years[1].gap == nil)
        let change = try #require(comparison.spread.change)
        // The year in between has no wave.
        #expect(change.from == 2017 && change.to == 2019)
        #expect(abs(change.gap - (20.0 / 30 - 2.0 / 30)) < 1e-12)
        #expect(change.tauLimits.lower > 0 && change.gapLimits.lower > 0)
        #expect(change.tauLimits.lower < change.tau && change.tau < change.tauLimits.upper)
        #expect(change.replicates == 200)
        let again = try Self.compare([Self.wave(2017, good: Self.even), Self.wave(2019, good: Self.apart)])
        #expect(again.spread.change?.tauLimits == change.tauLimits)
        #expect(again.spread.change?.gapLimits == change.gapLimits)
    }

    @Test func `those who answered both times bring the same to both waves`() throws {
        let same = try Self.compare([Self.wave(2017, good: Self.apart), Self.wave(2019, good: Self.apart)])
        let change = try #require(same.spread.change)
        #expect(change.tauLimits.upper.magnitude < 1e-12 && change.gapLimits.lower.magnitude < 1e-12)
        let others = try Self.compare([
            Self.wave(2017, good: Self.apart, joined: false), Self.wave(2019, good: Self.apart, joined: false),
        ])
        let free = try #require(others.spread.change)
        #expect(free.tauLimits.lower < -0.02 && free.tauLimits.upper > 0.02)
    }

    @Test func `where everybody answered no chance is left, and no change is told`() throws {
        let all = try Self.compare([
            Self.wave(2017, good: Self.even, population: 30), Self.wave(2019, good: Self.apart, population: 30),
        ])
        #expect(all.spread.change == nil)
        #expect(all.spread.years.last?.gap != nil)
        #expect(try Self.compare([Self.wave(2019, good: Self.apart)]).spread.change == nil)
    }

    @Test func `a wave with few answers is not taken for one with more spread`() throws {
        var random = SeededGenerator(seed: 11)
        var claims = 0
        for _ in 0..<40 {
            func drawn(_ answers: Int) -> [Int] {
                (0..<6).map { _ in (0..<answers).count { _ in Bool.random(using: &random) } }
            }
            let comparison = try Self.compare(
                [
                    Self.wave(2017, good: drawn(12), answers: 12, population: 400, joined: false),
                    Self.wave(2019, good: drawn(80), answers: 80, population: 400, joined: false),
                ], replicates: 80)
            let limits = try #require(comparison.spread.change?.tauLimits)
            if limits.lower > 0 || limits.upper < 0 { claims += 1 }
        }
        #expect(claims <= 4)
    }
}
