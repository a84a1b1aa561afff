// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// Days on which persons were away.
@Suite struct AbsencesReaderTests {
    private func read(_ rows: String) throws -> IntakeResult {
        var project = ProjectInMemory()
        project.add(.absences, "franvaro.csv", rows)
        return try project.read()
    }

    @Test func `an absence is read with its first and last day, or none while it goes on`() throws {
        let result = try read(
            """
            Brukare;Frånvaro från;Frånvaro till;Frånvaroorsak
            a;2019-03-01;2019-03-14;sjukhus
            b;2019-05-01;tillsvidare;resa
            """)
        #expect(result.faults.isEmpty)
        let absences = result.dataset.absences
        #expect(
            absences.map(\.from) == [CivilDate(year: 2019, month: 3, day: 1), CivilDate(year: 2019, month: 5, day: 1)])
        #expect(absences.map(\.to) == [CivilDate(year: 2019, month: 3, day: 14), nil])
        #expect(Set(absences.map(\.person)).count == 2)
    }

    @Test func `an absence that ends before it begins is set aside`() throws {
        let result = try read("person;from;tom;orsak\na;2019-03-14;2019-03-01;sjukhus\na;2019-03-01;2019-03-02;resa\n")
        #expect(brief(result.faults) == ["2 tom ends-before-start"])
        #expect(result.dataset.absences.count == 1)
    }
}
