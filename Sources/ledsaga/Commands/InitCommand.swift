// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Intake
import Terms

/// `ledsaga init [DIR]`: lays a project down and asks nothing.
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Start a project: ledsaga.yaml, folders, the secret key.",
        discussion: """
            EXAMPLES
              ledsaga init
              ledsaga init uppfoljning

            Writes ledsaga.yaml, data/, reports/, .gitignore and ledsaga.key, the
            secret key that makes pseudonyms of identity numbers. What is there
            already stays as it was.
            """)

    @Argument(help: ArgumentHelp("The folder, made if need be.", valueName: "dir"), completion: .directory)
    var folder = "."

    @OptionGroup var talk: TalkOptions

    func run() throws {
        let console = talk.console()
        let outcomes = try ProjectTemplate(language: console.language).write(into: folder)
        for outcome in outcomes {
            console.note(
                outcome.wasThere
                    ? Phrase(sv: "fanns redan: \(outcome.path)", en: "was there: \(outcome.path)")
                    : Phrase(sv: "skapade: \(outcome.path)", en: "made: \(outcome.path)"))
        }
        console.note(
            Phrase(
                sv: "Lägg exporterna i data/ och kör: ledsaga check",
                en: "Put the exports in data/ and run: ledsaga check"))
    }
}
