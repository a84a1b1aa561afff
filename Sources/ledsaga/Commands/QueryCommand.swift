// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Disclosure
import Intake
import Measures
import Reporting
import Terms

/// `ledsaga query MEASURE`: one answer.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "One answer: a measure, broken down and filtered.",
        discussion: """
            EXAMPLES
              ledsaga query utilisation
              ledsaga query utilisation --by district,year --where law=LSS
              ledsaga query flexible-use --by sex --year 2018..2019 --format json
              ledsaga query persons --by district --total --sort value --limit 5
              ledsaga query persons --on 10-01
              ledsaga query granted-hours:median --by age

            In a terminal the answer is a table for a person, in a pipe CSV for a
            program. Small numbers are hidden (..), and so is what they could be had
            from. Measures and breakdowns: ledsaga measures.
            """,
        aliases: ["fraga", "fråga"])

    @Argument(help: "The measure, or one of its aspects as MEASURE:ASPECT.")
    var measure: String

    @OptionGroup var options: ProjectOptions
    @OptionGroup var words: QuestionOptions
    @OptionGroup var layout: AnswerOptions

    func run() throws {
        // What was typed is judged before anything is read.
        let arguments = try words.arguments(measure: measure)
        let work = try Workplace(options)
        let intake = try work.read()
        // The totals are known to whoever asks next, so disclosure control counts them in even when not shown.
        let asked = try words.question(arguments, of: intake.dataset)
        var question = asked
        question.totals = true
        let table = try Pipeline.answer(
            question, of: intake.dataset, settings: words.settings(work.project.measures),
            disclosure: work.project.disclosure, isInternal: layout.isInternal)
        try layout.write(table, totals: asked.totals || asked.dimensions.isEmpty, for: work)
    }
}
