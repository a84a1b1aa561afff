// SPDX-License-Identifier: EUPL-1.2
import TestSupport
import Testing

@testable import Simulation

/// The truth is a second, slow and naive computation of questions 1–6, 8 and 10; the measures must agree with it.
struct OracleTests {
    /// A small municipality of one to four years between 2017 and 2024, of any kind.
    private static func municipality(_ number: Int) -> SimulatedMunicipality {
        var generator = SeededGenerator(seed: UInt64(number))
        var parameters = SimulationParameters()
        parameters.seed = generator.next()
        parameters.persons = Int.random(in: 2...18, using: &generator)
        let first = Int.random(in: 2017...2022, using: &generator)
        parameters.years = first...first + Int.random(in: 0...2, using: &generator)
        parameters.utilisation = Int.random(in: 150...1000, using: &generator)
        parameters.utilisationChangePerYear = Int.random(in: -80...80, using: &generator)
        parameters.flexibleShare = Int.random(in: 0...900, using: &generator)
        parameters.districtEffect = Int.random(in: 0...200, using: &generator)
        parameters.lawEffect = Int.random(in: -100...100, using: &generator)
        parameters.unlimitedShare = Int.random(in: 0...150, using: &generator)
        parameters.form = Bool.random(using: &generator) ? .visits : .months
        parameters.hasClockTimes = Bool.random(using: &generator)
        parameters.visitsNameDistrict = Bool.random(using: &generator)
        parameters.visitLength = 300
        if number % 3 == 0 {
            parameters.isExtended = true
            if number % 2 == 0 { parameters.years = 2024...2026 }
        }
        return SimulatedMunicipality(parameters)
    }

    @Test(arguments: 0..<20)
    func `measures agree with the naive truth on ten random municipalities`(group: Int) throws {
        for number in group * 10..<group * 10 + 10 {
            let municipality = Self.municipality(number)
            let breakdowns: [TruthBreakdown] = [.total, number % 2 == 0 ? .district : [.law, .sex, .age][number % 3]]
            let measured = try MeasuredFigures(
                municipality.dataset(), years: municipality.parameters.years, breakdowns: breakdowns)
            let disagreements = measured.disagreements(with: Truth(TruthRecords(municipality), breakdowns))
            #expect(disagreements.isEmpty, "municipality \(number): \(disagreements.prefix(5))")
        }
    }
}
