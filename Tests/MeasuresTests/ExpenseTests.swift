// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import TestSupport
import Terms
import Testing

/// Whether companions' expenses are paid back.
@Suite struct ExpenseTests {
    private func expense(
        _ person: PersonIndex, _ day: String, _ kronor: Double, isGranted: Bool? = nil
    ) -> Expense {
        Expense(
            person: person, date: CaseBuilder.day(day), amount: Int64((kronor * 100).rounded()), isGranted: isGranted)
    }

    @Test func `where no expense tells what became of it nobody knows of refusals`() throws {
        var data = CaseBuilder.dataset([CaseBuilder.decision(0, "2019-01-01", nil, hours: 10)], [])
        data.expenses = [Expense(person: 0, date: CaseBuilder.day("2019-03-01"), amount: 5_000)]
        #expect(try data.value(.expenses) == 1)
        #expect(try data.value(.expenses, .refused) == nil)
        data.expenses[0].isGranted = true
        #expect(try data.value(.expenses, .refused) == 0)
    }

    @Test func `the worked example is right`() throws {
        var data = CaseBuilder.dataset(
            (0..<4).map { CaseBuilder.decision($0, "2019-01-01", nil, hours: 10) },
            CaseBuilder.performed(0, from: "2019-01", [40, 20]) + CaseBuilder.performed(1, from: "2019-01", [40]))
        data.expenses = [
            expense(0, "2019-02-01", 100), expense(0, "2019-03-01", 20, isGranted: true), expense(1, "2019-03-01", 80),
            expense(2, "2019-03-01", 50, isGranted: false), expense(3, "2018-03-01", 50),
        ]
        #expect(try data.value(.expenses) == 0.5)
        #expect(try data.value(.expenses, .perUser) == 50)
        #expect(try data.value(.expenses, .perHour) == 2)
        #expect(try data.value(.expenses, .refused) == 1)
        let share = try #require(try data.ask(.expenses)["2019"])
        #expect(share.numerator == 2 && share.denominator == 4)
    }

    @Test func `no expense in the exports is no zero`() throws {
        let data = CaseBuilder.dataset([CaseBuilder.decision(0, "2019-01-01", nil, hours: 10)], [])
        for aspect in [Question.Aspect.headline, .perUser, .perHour, .refused] {
            let number = try #require(try data.ask(.expenses, aspect)["2019"])
            #expect(number.value == nil && number.notDefined != nil)
        }
    }

    @Test func `an expense belongs to the decision of its day, and without a decision in the year to nobody`() throws {
        var data = CaseBuilder.dataset(
            [
                CaseBuilder.decision(0, "2018-01-01", "2019-03-31", hours: 10, district: 0),
                CaseBuilder.decision(0, "2019-06-01", nil, hours: 10, district: 1),
                CaseBuilder.decision(1, "2017-01-01", "2018-12-31", hours: 10, district: 0),
            ], [])
        data.expenses = [
            expense(0, "2019-02-01", 1), expense(0, "2019-05-01", 2), expense(0, "2019-07-01", 4),
            expense(1, "2019-02-01", 8),
        ]
        let boards = try data.ask(.expenses, .perUser, by: [.district])
        #expect(boards["Farsta"]?.numerator == 3)
        #expect(boards["Skarpnäck"]?.numerator == 4)
        #expect(boards["total"]?.numerator == 7 && boards["total"]?.denominator == 1)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a naive twin agrees on random municipalities`(seed: UInt64) throws {
        var data = RandomMunicipality(seed: seed, persons: 50).dataset()
        var random = SeededGenerator(seed: seed + 70)
        data.expenses = (0..<150).map { _ in
            Expense(
                person: PersonIndex.random(in: 0..<50, using: &random),
                date: CaseBuilder.day("2018-01-01").adding(days: Int.random(in: 0...729, using: &random)),
                amount: Int64.random(in: 100...50_000, using: &random),
                isGranted: [nil, true, false].randomElement(using: &random)!)
        }
        for year in 2018...2019 {
            let users = Set(
                data.decisions.filter {
                    $0.outcome.isGranted && $0.from.year <= year && ($0.to?.year ?? year) >= year
                }.map(\.person))
            let own = data.expenses.filter { $0.date.year == year && users.contains($0.person) }
            let paid = own.filter { $0.isGranted != false }
            let kronor = Double(paid.reduce(0) { $0 + $1.amount }) / 100
            let share = try #require(try data.ask(.expenses, years: year...year)["\(year)"])
            #expect(share.numerator == Double(Set(paid.map(\.person)).count))
            #expect(share.denominator == Double(users.count))
            let perUser = try data.value(.expenses, .perUser, year: year) ?? 0
            #expect(abs(perUser - kronor / Double(users.count)) < 1e-9)
            let refused = Set(own.filter { $0.isGranted == false }.map(\.person)).count
            #expect(try data.value(.expenses, .refused, year: year) == Double(refused))
            let boards = try data.ask(.expenses, .perUser, by: [.district], years: year...year)
            let sum = boards.rows.filter { $0.key[1].kind != .total }.compactMap(\.measurement.numerator).reduce(0, +)
            #expect(abs(sum - kronor) < 1e-6)
        }
    }
}
