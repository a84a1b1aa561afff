// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms
import Testing

@testable import Disclosure

/// Survey estimates with unequal weights, which are not x ÷ n.
@Suite struct `Weighted estimates` {
    private static let boards = ["A", "B", "C", "D"]

    /// Knowledge items, each answered by so many of every board, of whom `right` gave the right answer.
    private static func dataset(
        _ boards: [(answers: Int, right: Int)], items: [String] = ["rule"], isWeighted: Bool = true
    ) -> Dataset {
        let items = items.map { name in
            SurveyItem(
                name: name, question: Phrase(sv: name, en: name), kind: .single, role: .knowledge,
                categories: ["yes", "no"].map {
                    SurveyItem.Category(code: $0, label: Phrase(sv: $0, en: $0), isRight: $0 == "yes")
                })
        }
        var responses: [SurveyResponse] = []
        for (board, numbers) in boards.enumerated() {
            for place in 0..<numbers.answers {
                responses.append(
                    SurveyResponse(
                        district: DistrictIndex(board), weight: isWeighted ? Double(1 + place % 3) : nil,
                        answers: items.map { _ in .category(place < numbers.right ? 0 : 1) }))
            }
        }
        var data = Dataset(division: Division(Self.boards.map { District(name: $0) }))
        var survey = Survey(group: .users, wave: "2019", year: 2019, items: items, responses: responses)
        if isWeighted { survey.frame.rule = .given }
        data.surveys = [survey]
        return data
    }

    private static let estimate = Question(.awareness, by: [.district], years: 2019...2019)
    private static let answers = Question(.awareness, .answers, by: [.district], years: 2019...2019)

    /// A has so few that B's number of answers must be hidden with A's.
    private static let few: [(answers: Int, right: Int)] = [(3, 2), (24, 11), (40, 20), (60, 33)]

    private static func suppress(_ data: Dataset, _ questions: [Question]) throws -> SecondarySuppression {
        let tabulator = Tabulator(data)
        return ReleasePolicy(DisclosureSettings()).suppress(try questions.map(tabulator.tabulate))
    }

    private static func release(_ data: Dataset, _ questions: [Question]) throws -> [[String: ReleasedCell]] {
        let tabulator = Tabulator(data)
        let tables = ReleasePolicy(DisclosureSettings()).release(try questions.map(tabulator.tabulate)).tables
        return tables.map { table in
            Dictionary(
                table.rows.map { ($0.key.last?.code ?? "", $0.cell) }, uniquingKeysWith: { first, _ in first })
        }
    }

    @Test func `an estimate by board stands without n, rounded, and one that is no estimate does not`() throws {
        let weighted = try Self.release(Self.dataset(Self.few), [Self.estimate, Self.answers])
        #expect(weighted[1]["A"] == .hidden && weighted[1]["B"] == .hidden)
        guard case .shown(let value) = weighted[0]["B"] else {
            Issue.record("an estimate may stand without n")
            return
        }
        #expect(value.persons == nil && value.standardError == nil)
        let (lower, upper) = (try #require(value.lower), try #require(value.upper))
        #expect(lower < value.value && value.value < upper)
        #expect([lower, upper].allSatisfy { ($0 * 100 - ($0 * 100).rounded()).magnitude < 1e-9 })
        #expect((value.value * 100).rounded() / 100 == value.value)
        let counted = try Self.release(Self.dataset(Self.few, isWeighted: false), [Self.estimate, Self.answers])
        #expect(counted[1]["B"] == .hidden && counted[0]["B"] == .hidden)
    }

    @Test func `an estimate without n does not tell x by n, nor n by x`() throws {
        let found = try Self.suppress(Self.dataset(Self.few), [Self.estimate, Self.answers])
        let system = found.system
        let place = try #require(found.withheld.firstIndex(of: .base))
        #expect(system.cells[place].isWeighted)
        #expect(system.roundedPercentage(of: place, found.state) == nil)
        var state = found.state
        for known in [(x: true, n: false), (x: false, n: true)] {
            let isCoarser = state.round(place, knowing: known, of: system, found.comparing)
            #expect(!isCoarser)
        }
        #expect(state.step(of: place, in: system) == found.state.step(of: place, in: system))
        #expect(!state.isHidden[place])
    }

    @Test func `how many answers an estimate over several items is of is printed nowhere`() throws {
        let items = ["rule", "expense"]
        func isPrinted(_ part: Part, isWeighted: Bool) throws -> Bool {
            let data = Self.dataset([(30, 12), (40, 25)], items: items, isWeighted: isWeighted)
            let found = try Self.suppress(data, [Question(.awareness, years: 2019...2019)])
            let number = try #require(found.system.cells[0].quantities[part])
            #expect(found.system.values[number] == (part == .persons ? 70 : 140))
            return !found.system.cellsShowing[number].isEmpty
        }
        #expect(try isPrinted(.persons, isWeighted: true))
        #expect(try !isPrinted(.denominator, isWeighted: true))
        #expect(try isPrinted(.denominator, isWeighted: false))
    }

    @Test func `an estimate that an earlier report prints with n stands as it is`() throws {
        let data = Self.dataset([(30, 12), (40, 25), (24, 10)])
        let now = try Tabulator(data).tabulate(Self.estimate)
        var before = now
        for place in before.rows.indices {
            let number = before.rows[place].measurement
            before.rows[place].measurement.value = nil
            before.rows[place].measurement.numerator = nil
            before.rows[place].measurement.denominator = nil
            before.rows[place].measurement.publishedShare = number.value
        }
        let policy = ReleasePolicy(DisclosureSettings(), published: [before])
        let found = policy.suppress([now])
        #expect(found.system.secrets.isEmpty && found.state.guards.isEmpty)
        for cell in found.system.cells {
            let (x, n) = (try #require(cell.quantities[.numerator]), try #require(cell.quantities[.persons]))
            #expect(found.system.isPublished[x] && found.system.isPublished[n])
        }
        let released = policy.release([now]).tables[0]
        for (row, own) in zip(released.rows, now.rows) {
            guard case .shown(let value) = row.cell else {
                Issue.record("it was printed")
                continue
            }
            #expect(value.value == own.measurement.value && value.persons == own.measurement.persons)
        }
    }

    @Test func `of an estimate that an earlier report hid the numerator is kept, and how many answered may be told`()
        throws
    {
        let data = Self.dataset([(30, 12), (40, 25), (24, 10)])
        let now = try Tabulator(data).tabulate(Self.estimate)
        var before = now
        for place in before.rows.indices where before.rows[place].key.last?.code != "C" {
            before.rows[place].measurement.value = nil
            before.rows[place].measurement.numerator = nil
            before.rows[place].measurement.denominator = nil
            before.rows[place].measurement.persons = 0
        }
        let system = ReleasePolicy(DisclosureSettings(), published: [before]).suppress([now]).system
        let numerators = Set(system.cells.compactMap { $0.quantities[.numerator] })
        #expect(!system.secrets.isEmpty)
        #expect(system.secrets.flatMap(\.terms).allSatisfy { numerators.contains($0.variable) })
    }
}
