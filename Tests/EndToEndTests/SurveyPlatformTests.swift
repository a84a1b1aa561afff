// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// The same survey, exported as each platform would, gives the same answers.
@Suite struct SurveyPlatformTests {
    private static let questions = [
        ["query", "item:time-enough", "--by", "group,wave"],
        ["query", "item:knows-three-month-rule", "--by", "wave,district"],
        ["query", "item:unused-reasons", "--by", "wave"],
        ["query", "awareness", "--by", "group,wave"],
        ["query", "response-rate", "--by", "group,wave"],
    ]

    @Test func `the same survey gives the same answers, whatever platform exported it`() throws {
        var expected: [Data] = []
        for options in [
            [], ["--survey-platform", "limesurvey"],
            ["--survey-platform", "limesurvey", "--survey-answers", "codes"], ["--survey-platform", "surveymonkey"],
            ["--survey-platform", "microsoft-forms"], ["--survey-platform", "generic"],
            ["--survey-platform", "generic", "--survey-answers", "codes"],
        ] {
            let scratch = try Scratch()
            try SimulatedProject.write(
                into: scratch, options + ["--without-truth", "--visit-length", "400"], persons: 300)
            let answers = try Self.questions.map { question in
                let result = try Program.run(question + ["--format", "json"], in: scratch.url)
                try #require(result.code == 0, "\(question) \(result.messages)")
                return Data(result.output.utf8)
            }
            if expected.isEmpty { expected = answers }
            for (question, (answer, first)) in zip(Self.questions, zip(answers, expected)) {
                #expect(answer == first, "\(options): \(question)")
            }
        }
    }
}
