// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// Outlays that persons ask to have paid back.
@Suite struct ExpensesReaderTests {
    private func read(_ rows: String) throws -> IntakeResult {
        var project = ProjectInMemory()
        project.add(.expenses, "omkostnader.csv", rows)
        return try project.read()
    }

    @Test func `an outlay is read in öre, with what became of it`() throws {
        let first = TestNumber.make("19350114", "981")
        let result = try read(
            """
            Personnummer;Utläggsdatum;Belopp kr;Avser;Godkänd;Kvitto finns
            \(first);2019-03-01;1 250,50;entré;ja;ja
            \(first);2019-04-02;89;fika;avslag;nej
            """)
        #expect(result.faults.isEmpty)
        let expenses = result.dataset.expenses
        #expect(expenses.map(\.amount) == [125_050, 8_900])
        #expect(expenses.map(\.isGranted) == [true, false])
        #expect(expenses.map(\.hasReceipt) == [true, false])
        #expect(expenses.map(\.purpose) == ["entré", "fika"])
        #expect(Set(expenses.map(\.person)).count == 1)
        #expect(result.dataset.persons.count == 1)
    }

    @Test func `an outlay without a day, or of less than nothing, is set aside`() throws {
        let result = try read("person;datum;belopp\na;;100\na;2019-03-01;-5\na;2019-03-01;5\n")
        #expect(brief(result.faults) == ["2 datum missing-value", "3 belopp out-of-range"])
        #expect(result.dataset.expenses.map(\.amount) == [500])
    }

    @Test func `an identity number in what the outlay was for goes no further`() throws {
        let number = TestNumber.make("19350114", "981")
        let result = try read("person;datum;belopp;slag\na;2019-03-01;100;entré för \(number)\n")
        #expect(result.dataset.expenses.map(\.purpose) == [nil])
    }
}
