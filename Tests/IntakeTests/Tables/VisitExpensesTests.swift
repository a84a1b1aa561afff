// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// Expenses that stand in a column of visits.
@Suite struct VisitExpensesTests {
    private static let visits = """
        person;insats;datum;timmar;status;omkostnad
        a;Ledsagning;2019-03-01;2;Utförd;120,50
        a;Ledsagning;2019-03-01;2;Utförd;120,50
        a;Ledsagning;2019-03-02;2;Avbokad;80
        b;Ledsagning;2019-03-03;2;Utförd;
        b;Ledsagning;2019-03-04;2;Utförd;0
        b;Ledsagning;2019-03-05;2;Utförd;-5

        """

    @Test func `a performed visit's expense counts once`() throws {
        let result = try ProjectInMemory(visits: Self.visits).read()
        #expect(brief(result.faults) == ["3 – duplicate-row", "7 omkostnad out-of-range"])
        #expect(result.dataset.expenses.map(\.amount) == [12_050])
        #expect(result.dataset.expenses.map(\.date) == [CivilDate(year: 2019, month: 3, day: 1)])
        #expect(result.dataset.expenses.map(\.isGranted) == [nil])
    }

    @Test func `a file of expenses goes before the column`() throws {
        var project = ProjectInMemory(visits: Self.visits)
        project.add(.expenses, "omkostnader.csv", "person;datum;belopp\na;2019-03-01;95\n")
        #expect(try project.read().dataset.expenses.map(\.amount) == [9_500])
    }
}
