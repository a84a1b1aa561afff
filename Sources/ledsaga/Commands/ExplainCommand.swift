// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Intake
import Measures
import Terms

/// `ledsaga explain NAME`: what a number means, with the settings in force.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "What a measure means: definition, formula, settings in force, source, worked example.",
        discussion: """
            EXAMPLES
              ledsaga explain utilisation
              ledsaga explain flexible-use
              ledsaga explain F1o
            """,
        aliases: ["forklara", "förklara"])

    @Argument(help: "A measure, a variant (F1, D2 …) or a building block (spell, period …).")
    var name: String

    @Option(
        name: [.customShort("C"), .customLong("project")],
        help: ArgumentHelp("The project whose settings are in force, if it is one.", valueName: "dir"),
        completion: .directory)
    var folder = "."

    @OptionGroup var talk: TalkOptions

    func run() throws {
        // Outside a project the defaults are in force.
        let project = try? Project.load(folder: folder)
        let console = talk.console(project?.language ?? .swedish)
        guard let explanation = Explanation.named(name) else {
            throw UnknownExplanation(name: name, nearest: Explanation.nearest(to: name))
        }
        let page = ExplanationPage(explanation, settings: project?.measures ?? MeasureSettings(), console.language)
        console.answer(page.text(width: min(console.width, 100)))
    }
}

/// A name that nothing is explained under.
struct UnknownExplanation: UserFacingError {
    let name: String
    let nearest: [String]

    var exitCode: Terms.ExitCode { .usage }

    func message(in language: Language) -> String {
        guard !nearest.isEmpty else {
            return Phrase(
                sv: "\(name) finns inte att förklara. Se alla mått med: ledsaga measures",
                en: "There is no explanation of \(name). See all measures with: ledsaga measures")[language]
        }
        let names = nearest.joined(separator: ", ")
        return Phrase(
            sv: "\(name) finns inte att förklara. Menade du \(names)?",
            en: "There is no explanation of \(name). Did you mean \(names)?")[language]
    }
}
