// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Foundation
import Intake
import Terms
import TestSupport
import Testing

@Suite struct SurveyPrivacyTests {
    private let number = TestNumber.make("19800101", "980")

    private var monkey: String {
        """
        Respondent ID,Collector ID,End Date,IP Address,Email Address,First Name,Custom Data 1,Personnummer,Q1,Why?,,Berätta
        ,,,,,,,,Response,Sjuk,Annat (ange),Open-Ended Response
        1001,7,3/1/19 8:15:00,192.0.2.7,siv@example.org,Siv,K77,\(number),Aldrig,Sjuk,Min mamma,Siv Ek ringde
        1002,7,3/2/19 8:15:00,192.0.2.8,bo@example.org,Bo,K78,,Alltid,,,

        """
    }

    @Test func `inspect shows a survey's columns and tool, and no respondent`() throws {
        let folder = try ScratchFolder(["svar.csv": monkey])
        let found = try Inspection(path: folder.path + "/svar.csv", name: "svar.csv", records: .all)
        #expect(found.kind == .survey)
        #expect(found.platform == .surveyMonkey)
        #expect(found.rows == 2)
        #expect(found.records.count == 4)
        #expect(found.records[1][8] == "Response")
        #expect(found.records[2][3] == "‹person›")
        #expect(found.records[2][8] == "Aldrig")
        #expect(found.records[2][11] == "‹text›")
        #expect(found.columns[9].header == "Why? – Sjuk")
        for text in [found.text(in: .swedish), found.text(in: .english), found.json(withRecords: true).document] {
            for secret in ["Siv", "siv@", "192.0.2", "K77", "mamma", "ringde", String(number.suffix(8))] {
                #expect(!text.contains(secret), "\(secret)")
            }
        }
        #expect(found.text(in: .swedish).contains("enkätsvar, SurveyMonkey"))
    }

    @Test func `inspect tells the codebook's questions and what it does not know`() throws {
        let codebook = try Codebook(bytes: Array(smallCodebook.utf8), path: "k")
        let folder = try ScratchFolder(["svar.csv": "login;Q1;Q2;Q3;Q4;Q5;Extra\nA;Aldrig;ill;one;5;Siv;x\n"])
        let source = Source(kind: .survey, pattern: "*", files: ["svar.csv"])
        let found = try Inspection(
            path: folder.path + "/svar.csv", name: "svar.csv", source: source, records: .all, codebook: codebook)
        #expect(found.columns.map(\.name) == ["login", "enough", "why", "rule", "hours", "comment", nil])
        #expect(found.ignored == ["Extra"])
        #expect(found.records[1][5] == "‹text›")
    }

    @Test func `a pseudonymised survey gives the same respondents, without keys and names`() throws {
        let key = SecretKey(bytes: Array(0..<32))
        let codebook = smallCodebook.replacing("header: Q2\n", with: "header: Why?\n    optional: true\n")
            .replacing("header: Q3\n", with: "header: Q3\n    optional: true\n")
            .replacing("header: Q4\n", with: "header: Q4\n    optional: true\n")
            .replacing("header: Q5\n", with: "header: Berätta\n")
        let folder = try ScratchFolder([
            "svar.csv": monkey, "kodbok.yaml": codebook,
            "beslut.csv": "person;insats;from;timmar\n\(number);Ledsagning;2018-01-01;10\n",
        ])
        func read(_ file: String) throws -> Survey {
            try folder.write(
                "ledsaga.yaml",
                Data(
                    """
                    sources:
                      - {kind: survey, files: \(file), codebook: kodbok.yaml, wave: 2019}
                      - {kind: decisions, files: beslut.csv}
                    """.utf8))
            return try #require(try Intake(Project.load(folder: folder.path), key: key).read().dataset.surveys.first)
        }
        let original = try read("svar.csv")
        let project = try Project.load(folder: folder.path)
        let copy = try Pseudonymisation.write(
            folder.path + "/svar.csv", name: "svar.csv", to: folder.path + "/kopia.csv", key: key,
            source: project.sources[0], codebook: project.codebook(of: project.sources[0]))
        #expect(copy.tally.rows == 2)
        #expect(copy.tally.kept == 2)
        let text = try folder.text("kopia.csv")
        for secret in ["siv@", "192.0.2", "First Name,Siv", String(number.suffix(8))] {
            #expect(!text.contains(secret))
        }
        let pseudonymised = try read("kopia.csv")
        #expect(pseudonymised.responses == original.responses)
        #expect(original.responses.map(\.person) == [0, nil])
    }

    @Test func `check tells the columns that are not in the codebook`() throws {
        let result = try SurveyReading(
            codebook: smallCodebook, files: ["svar.csv": "login;Q1;Q2;Q3;Q4;Q5;Extra\nA;Aldrig;;one;;;x\n"]
        ).read()
        let report = CheckReport(result)
        #expect(report.text(in: .swedish).contains("svar.csv: finns inte i kodboken och läses inte: Extra\n"))
        #expect(report.json.line.contains("\"ignored\": [\"Extra\"]"))
    }
}
