// SPDX-License-Identifier: EUPL-1.2
import Intake
import Terms
import Testing

/// A frame that the answers cannot come from is an error of the codebook, with its line.
@Suite struct SurveyFrameTests {
    private func failure(_ design: String, rows: String) throws -> (words: String, code: ExitCode?) {
        let codebook = """
            title: Prov
            group: users
            fields:
              - {name: way, header: Q1, type: single, categories: [Ja, Nej]}
            design:
            \(design)
            """
        do {
            _ = try SurveyReading(codebook: codebook, files: ["svar.csv": "stratum;Q1\n" + rows]).read()
            return ("no error", nil)
        } catch let error as any UserFacingError {
            return (error.message(in: .swedish), error.exitCode)
        }
    }

    @Test(arguments: [
        ("  population: 0", "A;Ja\n", "kodbok.yaml:6: population: 0 betyder"),
        ("  strata: [{name: A, population: 5}, {name: B, population: 0}]", "A;Ja\n", "i stratumet ”B”"),
        ("  population: 2", "A;Ja\nA;Nej\nA;Ja\n", "kodbok.yaml:6: 3 har svarat, men population säger 2."),
        ("  sent: 2", "A;Ja\nA;Nej\nA;Ja\n", "kodbok.yaml:6: 3 har svarat, men sent säger 2."),
        (
            "  strata:\n    - {name: A, population: 9, sent: 9}\n    - {name: B, population: 9, sent: 1}",
            "A;Ja\nB;Ja\nB;Ja\n", "kodbok.yaml:8: 2 har svarat i stratumet ”B”, men sent säger 1."
        ),
    ])
    func `nobody to ask, or more answers than persons, is told with the line`(
        design: String, rows: String, expected: String
    ) throws {
        let (words, code) = try failure(design, rows: rows)
        #expect(words.contains(expected), "\(words)")
        #expect(words.split(separator: "\n").count <= 2)
        #expect(code == .configuration)
    }

    @Test func `as many answers as persons is no error, and a row without answers is none`() throws {
        let (words, _) = try failure("  {population: 2, sent: 2}", rows: "A;Ja\nA;Nej\nA;\n")
        #expect(words == "no error")
    }
}
