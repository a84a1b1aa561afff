// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Simulation
import Terms
import Testing

/// A municipality with waits: delays, endings without an hour, interruptions and postponements.
@Suite struct SimulatedWaitTests {
    private static func municipality(_ seed: UInt64, hasWaits: Bool = true) -> SimulatedMunicipality {
        var parameters = SimulationParameters()
        parameters.persons = 150
        parameters.seed = seed
        parameters.hasWaits = hasWaits
        return SimulatedMunicipality(parameters)
    }

    private func counted(_ data: Dataset, _ part: String, _ quarter: Int) throws -> Int {
        let answer = try Tabulator(data, settings: MeasureSettings()).tabulate(
            Question(.notExecuted, .notExecuted(part, quarter: quarter), years: 2019...2019))
        return Int(answer.rows[0].measurement.value ?? -1)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>) func `the measure counts what the truth counts`(seed: UInt64) throws
    {
        let municipality = Self.municipality(seed)
        let data = municipality.dataset()
        for quarter in 1...4 {
            let truth = municipality.truthOfNotExecuted(at: YearMonth(year: 2019, month: quarter * 3).lastDay)
            #expect(try counted(data, "not-begun", quarter) == truth.notBegun)
            #expect(try counted(data, "interrupted", quarter) == truth.interrupted)
            #expect(try counted(data, "no-hours-in-files", quarter) == truth.silent)
            #expect(try counted(data, "", quarter) == truth.notBegun + truth.interrupted + truth.silent)
        }
    }

    @Test func `waits are there when they are asked for, and else nothing is otherwise`() throws {
        let data = Self.municipality(7).dataset()
        #expect(data.decisions.contains { $0.isPostponed })
        #expect(
            data.decisions.contains { $0.endReason == .moved || $0.endReason == .declined || $0.endReason == .died })
        #expect(try counted(data, "interrupted", 3) > 0)
        #expect(try counted(data, "not-begun", 3) > 0)
        let without = Self.municipality(7, hasWaits: false).dataset()
        #expect(!without.decisions.contains { $0.isPostponed || $0.endReason != nil })
    }
}
