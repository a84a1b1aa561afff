// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Terms
import Testing

@testable import Measures

/// Where few have both laws, those with LSS and those with SoL alone make up everyone.
@Suite struct LawsApartTests {
    /// So many with SoL alone, LSS alone, and both.
    private func town(sol: Int, lss: Int, both: Int, district: (Int) -> DistrictIndex? = { _ in 0 }) -> Dataset {
        let people = sol + lss + both
        let decisions = (0..<people).flatMap { person -> [Decision] in
            let laws: [Law] = person < sol ? [.sol] : person < sol + lss ? [.lss] : [.sol, .lss]
            return laws.map {
                CaseBuilder.decision(
                    PersonIndex(person), "2019-01-01", nil, hours: 10, law: $0, district: district(person))
            }
        }
        return CaseBuilder.dataset(decisions, [])
    }

    private func told(
        _ data: Dataset, _ measure: MeasureName, _ aspect: Question.Aspect = .headline,
        by dimensions: [Dimension] = [.law],
        where filters: [Question.Filter] = [], threshold: Int = 5
    ) throws -> Tabulation {
        let tabulator = Tabulator(data)
        let question = Question(measure, aspect, by: dimensions, where: filters, years: 2019...2019)
        return try tabulator.tellingLawsApart([try tabulator.tabulate(question)], threshold: threshold).told[0]
    }

    private func counts(_ answer: Tabulation) -> [String: Double] {
        Dictionary(
            uniqueKeysWithValues: answer.rows.map {
                ($0.key.dropFirst().map(\.code).joined(separator: " "), $0.measurement.value ?? -1)
            })
    }

    @Test func `few with both laws stand in LSS alone, and nothing tells how many they are`() throws {
        let data = town(sol: 18, lss: 20, both: 1)
        #expect(counts(try told(data, .persons)) == ["SoL-only": 18, "LSS": 21, "total": 39])
        #expect(counts(try told(data, .persons, .lawCombination)) == ["SoL-only": 18, "LSS": 21, "total": 39])
        let answer = try told(data, .persons)
        #expect(answer.notes.map(\.english).contains { $0.contains("counted under LSS") })
        #expect(!answer.notes.map(\.english).contains { $0.contains("counts in each of them") })
        #expect(answer.rows[0].key[1].label.swedish == "Enbart SoL")
        // Who brings something to the row are those that it counts.
        #expect(answer.contributors.entries(of: 0).count == 18)
    }

    @Test func `many with both laws, or none, stand in each of them`() throws {
        #expect(counts(try told(town(sol: 18, lss: 20, both: 9), .persons)) == ["SoL": 27, "LSS": 29, "total": 47])
        #expect(counts(try told(town(sol: 18, lss: 20, both: 0), .persons)) == ["SoL": 18, "LSS": 20, "total": 38])
        let few = try told(town(sol: 18, lss: 20, both: 4), .persons, threshold: 4)
        #expect(counts(few) == ["SoL": 22, "LSS": 24, "total": 42])
    }

    @Test func `nothing is gained where those with one law alone are as few`() throws {
        // Two with SoL alone would be as few as the two with both.
        let answer = try told(town(sol: 2, lss: 20, both: 6), .persons)
        #expect(counts(answer) == ["SoL": 8, "LSS": 26, "total": 28])
    }

    @Test func `each group has its own, and the town's are not the sum of the boards'`() throws {
        // Person 0 has SoL in one board and LSS in another.
        var data = town(sol: 20, lss: 20, both: 3) { DistrictIndex($0 % 2) }
        data.decisions.append(CaseBuilder.decision(0, "2019-01-01", nil, hours: 10, law: .lss, district: 1))
        let found = counts(try told(data, .persons, by: [.district, .law]))
        #expect(found["Farsta SoL-only"] == 10 && found["Skarpnäck SoL-only"] == 10)
        #expect(found["total SoL-only"] == 19 && found["total LSS"] == 24 && found["total total"] == 43)
    }

    @Test func `two of whom one has each law are not told apart`() throws {
        var data = town(sol: 18, lss: 20, both: 1)
        data.decisions += [(39, Law.sol), (40, .lss)].map {
            CaseBuilder.decision($0.0, "2019-01-01", nil, hours: 10, law: $0.1, district: 1)
        }
        data = CaseBuilder.dataset(data.decisions, [])
        #expect(counts(try told(data, .persons, by: [.district, .law]))["Farsta SoL"] == 19)
        #expect(counts(try told(data, .persons))["SoL-only"] == 19)
    }

    @Test func `laws are told as published reports tell them`() throws {
        let few = town(sol: 18, lss: 20, both: 1)
        let tabulator = Tabulator(few)
        let question = Question(.persons, by: [.law], years: 2019...2019)
        let overlapping = try tabulator.tabulate(question)
        let apart = try tabulator.tellingLawsApart([overlapping], threshold: 5)
        #expect(apart.beside.map(counts) == [["SoL": 19, "LSS": 21, "total": 39]])
        let asBefore = try tabulator.tellingLawsApart([overlapping], threshold: 5, asIn: [overlapping])
        #expect(asBefore.told.map(counts) == [["SoL": 19, "LSS": 21, "total": 39]] && asBefore.beside.isEmpty)
        // Nothing would be gained any more, but the laws were told apart before.
        let many = Tabulator(town(sol: 18, lss: 20, both: 9))
        let later = try many.tellingLawsApart(
            [try many.tabulate(question)], threshold: 5, asIn: apart.told, of: [question])
        #expect(later.told.map(counts) == [["SoL-only": 18, "LSS": 29, "total": 47]])
        #expect(later.beside.map(counts).contains(["SoL": 27, "LSS": 29, "total": 47]))
    }

    @Test func `hours stay in the law of their decision, and a selection of a law is what it was`() throws {
        let data = town(sol: 18, lss: 20, both: 1)
        #expect(counts(try told(data, .grantedHours)).keys.sorted() == ["LSS", "SoL", "total"])
        let selected = try told(data, .persons, where: [.init(.law, .isOneOf, ["SoL"])])
        #expect(counts(selected)["SoL"] == 19)
    }

    @Test(arguments: 1...200) func `of any town, the classes told apart are everyone`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let (sol, lss, both) = (
            Int.random(in: 0...12, using: &random), Int.random(in: 0...12, using: &random),
            Int.random(in: 0...6, using: &random)
        )
        let answer = try told(town(sol: sol, lss: lss, both: both), .persons)
        let found = counts(answer)
        let isApart = answer.notes.map(\.english).contains { $0.contains("counted under LSS") }
        #expect(found["total"] == Double(sol + lss + both))
        #expect(found["LSS"] ?? 0 == Double(lss + both))
        #expect(found[isApart ? "SoL-only" : "SoL"] ?? 0 == Double(isApart ? sol : sol + both))
        // Only who has both laws makes it worth while.
        #expect(!isApart || both > 0)
    }
}
