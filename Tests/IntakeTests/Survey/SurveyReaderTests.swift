// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Terms
import Testing

@Suite struct SurveyReaderTests {
    private let header = "login;stadsdelsnamnd;svarsdatum;Q1;Q2;Q3;Q4;Q5\n"

    private func read(_ rows: String, _ codebook: String = smallCodebook) throws -> IntakeResult {
        try SurveyReading(codebook: codebook, files: ["svar.csv": header + rows]).read()
    }

    private func answers(_ result: IntakeResult) -> [[ItemAnswer]] {
        result.dataset.surveys.first?.responses.map(\.answers) ?? []
    }

    @Test func `codes and labels, one answer and several, numbers and texts are read`() throws {
        let result = try read(
            """
            A1;Farsta;2019-03-01;Aldrig;ill;three;12,5;Bra
            A2;;2019-03-01;"alltid ";;En månad;..;
            A3;Bromma;2019-03-01;Ibland;"Sjuk;Ingen ledsagare; alls;";Vet ej;1000;
            A4;Bromma;2019-03-01;Ibland;Sjuk;Trägård;3;
            A5;Bromma;2019-03-01;Ibland;Sjuk, Annat;Vill inte svara;3;
            A6;Bromma;2019-03-01;Ibland;något helt eget;;3;

            """)
        #expect(
            answers(result) == [
                [.category(0), .categories(1), .category(1), .number(12.5), .text],
                [.category(2), .missing(.notAsked), .category(0), .missing(.noAnswer), .missing(.noAnswer)],
                [.category(1), .categories(3), .missing(.doNotKnow), .missing(.noAnswer), .missing(.noAnswer)],
                [.category(1), .categories(1), .missing(.noAnswer), .number(3), .missing(.noAnswer)],
                [.category(1), .categories(5), .missing(.declines), .number(3), .missing(.noAnswer)],
                [.category(1), .categories(4), .missing(.noAnswer), .number(3), .missing(.noAnswer)],
            ])
        #expect(
            brief(result.remarks) == ["3 Q4 unknown-answer", "4 Q4 unknown-answer", "5 Q3 unknown-answer"])
        #expect(result.remarks.last?.found == .text(characters: 7), "never the answer itself")
        #expect(result.tallies[0].kept == 6)
        #expect(result.dataset.surveys[0].responses.map(\.district) == [0, nil, 1, 1, 1, 1])
    }

    @Test func `an answer to a question that was not to be asked does not count, and is reported`() throws {
        let result = try read("A1;;;Alltid;Sjuk;one;1;\nA2;;;;Sjuk;one;1;\n")
        #expect(answers(result)[0][1] == .missing(.notAsked))
        #expect(answers(result)[1][1] == .categories(1))
        #expect(brief(result.remarks) == ["2 Q2 answered-though-not-asked"])
    }

    @Test func `of answers with the same login code the latest complete one stays`() throws {
        let codebook = smallCodebook + "\ncolumns: {complete: klart}\n"
        let header = "login;svarsdatum;klart;Q1;Q2;Q3;Q4;Q5\n"
        let web = """
            A1;2019-03-01 10:00;1;Aldrig;;one;1;
            A2;2019-03-05 10:00;1;Aldrig;;one;2;
            a2 ;2019-03-04 10:00;1;Aldrig;;one;3;
            A3;2019-03-01;1;Aldrig;;one;4;
            ;2019-03-01;1;Aldrig;;one;5;
            ;2019-03-01;1;Aldrig;;one;5;

            """
        let paper = "A1;2019-03-02;1;Aldrig;;one;6;\nA3;2019-03-09;;Aldrig;;one;7;\n"
        let result = try SurveyReading(
            codebook: codebook, files: ["papper.csv": header + paper, "webb.csv": header + web]
        ).read()
        let survey = try #require(result.dataset.surveys.first)
        #expect(result.dataset.surveys.count == 1, "paper and web are one survey")
        #expect(survey.responses.map { $0.answers[3] } == [6, 2, 4, 5, 5].map { .number($0) })
        #expect(survey.duplicates == 3)
        #expect(
            result.faults.map { "\($0.location.file):\($0.location.line) \($0.rule.rawValue)" } == [
                "papper.csv:3 duplicate-response", "webb.csv:2 duplicate-response", "webb.csv:4 duplicate-response",
            ])
        #expect(result.tallies.map(\.rows) == [2, 6])
        #expect(result.tallies.map(\.kept) == [1, 4])
    }

    @Test func `American times are told from Swedish ones when dates are compared`() throws {
        let header = "login;Completion time;Start time;Q1;Q2;Q3;Q4;Q5\n"
        let american = "A;12/1/19 9:00:00;;Aldrig;;;1;\nA;2/20/19 8:00:00;;Aldrig;;;2;\n"
        let swedish = "A;12/1/2019 9:00;;Aldrig;;;1;\nA;20/2/2019 8:00;;Aldrig;;;2;\n"
        func kept(_ rows: String) throws -> [ItemAnswer] {
            let result = try SurveyReading(codebook: smallCodebook, files: ["f.csv": header + rows]).read()
            return try #require(result.dataset.surveys.first).responses.map { $0.answers[3] }
        }
        #expect(try kept(american) == [.number(1)])
        #expect(try kept(swedish) == [.number(2)])
    }

    @Test func `respondents are persons of the register, and the same in every wave`() throws {
        let anna = TestNumber.make("19800101", "980")
        let bo = TestNumber.make("19500101", "981")
        let header = "personnummer;Q1;Q2;Q3;Q4;Q5\n"
        let folder = try ScratchFolder([
            "kodbok.yaml": smallCodebook,
            "beslut.csv": "person;insats;from;timmar\n\(bo);Ledsagning;2018-01-01;10\n",
            "e18.csv": header + "\(anna);Aldrig;;one;1;\n\(bo);Aldrig;;one;2;\n",
            "e19.csv": header + "\(bo.dropFirst(2));Aldrig;;one;1;\n;Aldrig;;one;2;\n",
            "ledsaga.yaml": """
            sources:
              - {kind: survey, files: e19.csv, codebook: kodbok.yaml, group: brukare, wave: 2019 höst}
              - {kind: survey, files: e18.csv, codebook: kodbok.yaml, year: 2018}
              - {kind: decisions, files: beslut.csv}
            """,
        ])
        let result = try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
        let surveys = result.dataset.surveys
        #expect(surveys.map(\.year) == [2018, 2019])
        #expect(surveys.map(\.wave) == ["2018", "2019 höst"])
        #expect(surveys[0].responses.map(\.person) == [nil, 0])
        #expect(surveys[1].responses.map(\.person) == [0, nil])
        #expect(surveys[0].responses[1].respondent == surveys[1].responses[0].respondent)
        #expect(surveys[0].responses[0].respondent != surveys[0].responses[1].respondent)
        #expect(surveys[1].responses[1].respondent == nil)
        #expect(result.dataset.persons.count == 1, "an answer makes no person")
    }

    @Test(arguments: [true, false])
    func `login codes join waves only in a panel`(isPanel: Bool) throws {
        let codebook = smallCodebook + (isPanel ? "\npanel: true\n" : "\n")
        let folder = try ScratchFolder([
            "kodbok.yaml": codebook, "e18.csv": header + "A1;;;Aldrig;;;;\n", "e19.csv": header + "a1;;;Aldrig;;;;\n",
            "ledsaga.yaml": """
            sources:
              - {kind: survey, files: e18.csv, codebook: kodbok.yaml, wave: 2018}
              - {kind: survey, files: e19.csv, codebook: kodbok.yaml, wave: 2019}
            """,
        ])
        let surveys = try Intake(Project.load(folder: folder.path), key: SecretKey.random()).read().dataset.surveys
        #expect(surveys.map { $0.responses[0].respondent } == (isPanel ? [0, 0] : [nil, nil]))
    }

    @Test func `districts have merged, in answers and in the frame`() throws {
        let codebook = """
            design:
              by: district
              strata:
                - {name: Älvsjö, population: 10, sent: 8, undeliverable: 1}
                - {name: Hägersten - Älvsjö, population: 20, sent: 10}
                - {name: Farsta stadsdelsnämnd, population: 5, sent: 5}
            """ + "\n" + smallCodebook
        let reading = SurveyReading(
            codebook: codebook,
            files: [
                "svar.csv": header
                    + "A;Älvsjö;;Aldrig;;;;\nB;HÄGERSTEN-ÄLVSJÖ;;Aldrig;;;;\nC;;;Aldrig;;;;\nD;Forsta;;Aldrig;;;;\n"
            ],
            others: [
                (
                    "kind: districts", "namn.csv",
                    "namn;giltig_till;efterfoljare\nFarsta;;\nÄlvsjö;2020-06-30;Hägersten-Älvsjö\nHägersten-Älvsjö;;\n"
                )
            ])
        let result = try reading.read()
        let survey = try #require(result.dataset.surveys.first)
        #expect(
            survey.frame.strata == [
                .init(name: "Hägersten-Älvsjö", population: 30, sent: 18, undeliverable: 1),
                .init(name: "Farsta", population: 5, sent: 5),
            ])
        #expect(survey.responses.map(\.district) == [2, 2, nil])
        #expect(survey.responses.map(\.stratum) == [0, 0, nil])
        #expect(brief(result.faults) == ["5 stadsdelsnamnd unknown-district"])
        #expect(brief(result.remarks) == ["4 stadsdelsnamnd unknown-stratum"])
    }

    @Test func `a frame without parts is one stratum, and weights are read`() throws {
        let codebook = "design: {population: 100, sent: 50, nonresponse: given}\n" + smallCodebook
        let header = "vikt;Q1;Q2;Q3;Q4;Q5\n"
        let result = try SurveyReading(
            codebook: codebook, files: ["f.csv": header + "1,5;Aldrig;;;;\n-2;Aldrig;;;;\n;Aldrig;;;;\n"]
        ).read()
        let responses = try #require(result.dataset.surveys.first).responses
        #expect(responses.map(\.weight) == [1.5, nil])
        #expect(responses.map(\.stratum) == [0, 0])
        #expect(brief(result.faults) == ["3 vikt out-of-range"])
        let failure = try SurveyReading(codebook: codebook, files: ["svar.csv": self.header]).failure()
        #expect(failure.hasPrefix("svar.csv: kolumnen ”weight” saknas i rubriken."))
    }

    @Test func `an empty LimeSurvey export is a row without answers`() throws {
        let header = "\u{FEFF}\"id\";\"submitdate\";\"Q1\";\"Q2\";\"Q3\";\"Q4\";\"Q5\"\r\n"
        for row in ["\"\";\"\";\"\";\"\";\"\";\"\";\"\"\r\n\r\n", "\"\"\r\n", "\r\n", ""] {
            let result = try SurveyReading(codebook: smallCodebook, files: ["f.csv": header + row]).read()
            let survey = try #require(result.dataset.surveys.first)
            #expect(result.faults.isEmpty)
            #expect(survey.responses.allSatisfy { !$0.isAnswered(survey.items) })
            #expect(survey.responses.count == result.tallies[0].rows)
        }
    }

    @Test func `no message of a survey shows an answer or a respondent`() throws {
        let number = TestNumber.make("19800101", "980")
        let result = try read("\(number);\(number);x;siv@example.org;Siv Ek;\(number);\(number);Siv\n")
        let told = result.faults.map { $0.line(in: .swedish) } + result.remarks.map { $0.line(in: .swedish) }
        #expect(!told.isEmpty)
        for text in told + ["\(result.dataset)"] {
            #expect(!text.contains("Siv") && !text.contains("example") && !text.contains(number.suffix(4)), "\(text)")
        }
    }
}
