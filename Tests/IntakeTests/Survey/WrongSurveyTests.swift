// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import TestSupport
import Terms
import Testing

@Suite struct WrongSurveyTests {
    private let header = "login;Q1;Q2;Q3;Q4;Q5\n"

    private func failure(_ text: String, codebook: String = smallCodebook, settings: String = "wave: 2019") throws
        -> String
    {
        try SurveyReading(codebook: codebook, files: ["svar.csv": text], settings: settings).failure()
    }

    @Test func `a question without a column stops the reading with the nearest header`() throws {
        let found = try failure("login;Q1;Q2;Q3;Q4;Q55\n")
        #expect(found.hasPrefix("svar.csv: kodbokens fråga ”comment” har ingen kolumn i filen. Menade du ”Q55”?"))
        #expect(found.contains("header:"))
        let optional = smallCodebook.replacing("header: Q5\n", with: "header: Q5\n    optional: true\n")
        let result = try SurveyReading(
            codebook: optional, files: ["svar.csv": "login;Q1;Q2;Q3;Q4;Extra\nA;Aldrig;;one;1;x\n"]
        ).read()
        #expect(result.dataset.surveys[0].responses[0].answers[4] == .missing(.notAsked))
        #expect(result.files[0].ignoredColumns == ["Extra"], "a column without codebook is told")
    }

    @Test func `another survey's file, and another tool's, are told apart`() throws {
        #expect(
            try failure("id;submitdate;A;B\n1;2019-01-01;x;y\n").hasPrefix(
                "svar.csv: 5 av kodbokens 5 frågor har ingen kolumn i filen, som ser ut att komma från LimeSurvey.\nÄr det rätt kodbok?"
            ))
        let codebook = "platform: microsoft-forms\n" + smallCodebook
        #expect(
            try failure("id;submitdate;lastpage;Q1;Q2;Q3;Q4;Q5\n", codebook: codebook).hasPrefix(
                "svar.csv: filen ser ut att komma från LimeSurvey, men kodboken är för Microsoft Forms."))
    }

    @Test func `answers of which none is in the codebook stop the reading`() throws {
        let rows = ["5", "4", "5"].map { "A;\($0);;one;1;x\n" }.joined()
        let found = try failure(header + rows)
        #expect(found.hasPrefix("svar.csv:2: kolumnen Q1: inget av svaren finns i kodboken för frågan ”enough”."))
    }

    @Test func `the same header twice is ambiguous`() throws {
        #expect(
            try failure("Q1;Q1;Q2;Q3;Q4;Q5\n").hasPrefix(
                "svar.csv: flera kolumner kan vara kodbokens fråga ”enough”: Q1 (1), Q1 (2).\n"))
    }

    @Test(arguments: [
        ("group: users", "svar.csv: enkäten saknar år. Skriv till exempel wave: 2019 vid källan i ledsaga.yaml."),
        ("wave: våren", "ledsaga.yaml:2: ”wave: våren” säger inte vilket år mätningen gjordes."),
        ("wave: 2019, group: providers", "svar.csv: ledsaga.yaml säger group: providers, men kodboken är för users."),
        ("wave: 2019, yaer: 2019", "ledsaga.yaml:2: okänd nyckel ”yaer”"),
    ])
    func `a source must tell year and group`(settings: String, expected: String) throws {
        let found = try failure(header, settings: settings)
        #expect(found.hasPrefix(expected), "\(found)")
    }

    @Test func `a broken codebook is told by its own file and line`() throws {
        let found = try failure(header, codebook: "fields:\n  - {name: a, typ: text}\n")
        #expect(found.hasPrefix("kodbok.yaml:2: okänd nyckel ”typ” i ”fields”. Menade du ”type”?"))
    }

    @Test func `a stratum that is no district is an error`() throws {
        let codebook = "design: {by: district, strata: [{name: Forsta}]}\n" + smallCodebook
        let reading = SurveyReading(
            codebook: codebook, files: ["svar.csv": "stadsdelsnamnd;" + header],
            others: [("kind: districts", "namn.csv", "namn;giltig_till\nFarsta;\n")])
        #expect(
            try reading.failure()
                == "svar.csv: kodbokens stratum ”Forsta” är ingen stadsdelsnämnd i projektet. Menade du ”Farsta”?")
    }

    @Test func `whatever stands in a file, rows are kept or set aside`() throws {
        var random = SeededGenerator(seed: 11)
        let pieces = [
            "Aldrig", "Alltid", "ill;none", "\"Sjuk;Annat;\"", "one", "12", "1,5", "-3", "\"", "\"\"", ";", ";", ";",
            ";",
            "\n", "\r\n", "A1", "A2", "Farsta", "å", "'=1", "198001019", "1,9E+11", "Vet ej", "Y", " ", "2019-01-01",
        ]
        for round in 0..<150 {
            var text = "login;stadsdelsnamnd;personnummer;Q1;Q2;Q3;Q4;Q5\n"
            for _ in 0..<Int.random(in: 0...80, using: &random) { text += pieces.randomElement(using: &random)! }
            do {
                let result = try SurveyReading(codebook: smallCodebook, files: ["svar.csv": text]).read()
                let survey = try #require(result.dataset.surveys.first)
                let tally = result.tallies[0]
                #expect(tally.rows == tally.kept + tally.setAside)
                #expect(tally.setAside == result.faults.count)
                #expect(tally.kept == survey.responses.count, "round \(round)")
                #expect(survey.duplicates == result.faults.count { $0.rule == .duplicateResponse })
                for response in survey.responses { #expect(response.answers.count == survey.items.count) }
            } catch let error as IntakeError {
                guard case .noAnswerFits = error.reason else { throw error }
            }
        }
    }
}
