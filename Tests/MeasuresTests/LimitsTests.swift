// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Statistics
import Terms
import Testing

/// Where the limits of groups and the intervals of numbers may lie.
@Suite struct LimitsTests {
    /// Six boards whose persons use most, half or little of their hours: so many in the first, 40 in the others.
    private static func boards(_ first: Int, uses: [Double] = [0.3, 0.5, 0.7]) -> Dataset {
        ComparisonTests.dataset(
            (0..<6).flatMap { board in
                (0..<(board == 0 ? first : 40)).map { place in
                    ComparisonTests.Resident(district: DistrictIndex(board), use: uses[place % uses.count])
                }
            })
    }

    private static func compare(
        _ dataset: Dataset, _ telling: @escaping (Category) -> ComparisonMaterial.Telling = { _ in .valueAndPersons }
    ) throws -> Comparison {
        try Tabulator(dataset).material(for: Question(.utilisation, years: 2019...2019), comparing: .district)
            .compare(draws: 100, replicates: 20) { _, category in telling(category) }
    }

    /// How many times as wide the limits of 99.8 per cent are as those of 95.
    private static func widths(_ side: Funnel.Side?) throws -> Double {
        let side = try #require(side)
        return (side.limits998.upper - side.limits998.lower) / (side.limits95.upper - side.limits95.lower)
    }

    private static func quotient(of n: Int) -> Double {
        let freedom = Double(n - 1)
        return StudentT.twoSided(level: 0.998, degreesOfFreedom: freedom)
            / StudentT.twoSided(level: 0.95, degreesOfFreedom: freedom)
    }

    @Test(arguments: [6, 8, 10, 11, 14, 25, 60])
    func `limits of a group whose n may not be told are those of ten persons`(persons: Int) throws {
        // Student's t would tell n by how much wider the one pair of limits is than the other.
        let dataset = Self.boards(persons)
        let silent = try Self.compare(dataset) { $0.rank == 0 ? .value : .valueAndPersons }
        #expect(silent.groups[0].persons == nil)
        #expect(abs(try Self.widths(silent.groups[0].plain) - Self.quotient(of: 10)) < 1e-9)
        #expect(silent.groups[1].persons == 40)
        #expect(abs(try Self.widths(silent.groups[1].plain) - Self.quotient(of: 40)) < 1e-9)
        let told = try Self.compare(dataset)
        #expect(told.groups[0].persons == persons)
        #expect(abs(try Self.widths(told.groups[0].plain) - Self.quotient(of: persons)) < 1e-9)
    }

    @Test func `no limit of a share of hours is below zero`() throws {
        // Nearly all use nothing, so that chance alone would reach below.
        let comparison = try Self.compare(Self.boards(12, uses: [0, 0, 0, 0, 0, 0.6]))
        for group in comparison.groups {
            for side in [try #require(group.plain), try #require(group.adjusted)] {
                #expect(side.limits95.lower >= 0 && side.limits998.lower >= 0)
                #expect(side.limits95.upper > 0 && side.limits998.upper > side.limits95.upper)
            }
        }
        let isAtZero = comparison.groups.contains { $0.plain?.limits998.lower == 0 }
        #expect(isAtZero)
    }

    @Test func `the interval of a ratio of hours ends at zero`() throws {
        let use = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.9]
        let residents = use.map { ComparisonTests.Resident(district: 0, use: $0) }
        let number = try #require(
            try ComparisonTests.dataset(residents, districts: 1).ask(.utilisation).rows.first?.measurement)
        let (value, error) = (try #require(number.value), try #require(number.standardError))
        #expect(value < 2 * error, "the interval would reach below")
        #expect(number.lower == 0)
        #expect(try #require(number.upper) > value)
    }

    @Test func `a net balance of answers may have limits below zero`() throws {
        let responses = (0..<6).flatMap { board in
            (0..<30).map { row in
                SurveyBuilder.response(
                    ["enough": .category(row < 9 + board ? 3 : 0)], district: DistrictIndex(board), stratum: board)
            }
        }
        var data = CaseBuilder.dataset([], [], districts: (0..<6).map { District(name: "Nämnd \($0)") })
        let frame = SurveyFrame(
            strata: (0..<6).map { SurveyFrame.Stratum(name: "Nämnd \($0)", population: 60) }, rule: .strata)
        data.surveys = [SurveyBuilder.survey(frame: frame, responses)]
        let question = Question.item("enough", .netBalance, years: 2019...2019)
        let comparison = try Tabulator(data).material(for: question, comparing: .district)
            .compare(draws: 100) { _, _ in .valueAndPersons }
        #expect(try #require(comparison.target) < 0)
        for group in comparison.groups {
            let side = try #require(group.plain)
            #expect(side.limits998.lower < side.limits95.lower && side.limits95.lower < 0)
            #expect(try #require(group.adjusted).limits998.lower < 0)
        }
    }
}
