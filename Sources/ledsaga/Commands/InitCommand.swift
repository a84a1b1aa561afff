// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Intake

/// `ledsaga init [DIR]`: lays a project down and asks nothing.
struct InitCommand: WordedCommand {
    static let words = InitHelp.command
    static let configuration = CommandConfiguration("init", words)

    @Argument(help: InitHelp.folder.help, completion: .directory)
    var folder = "."

    @OptionGroup var talk: TalkOptions

    func run() throws {
        let console = talk.console()
        let outcomes = try ProjectTemplate(language: console.language).write(into: folder)
        for outcome in outcomes {
            console.note(
                outcome.hasSources
                    ? Notes.sourcesWritten(outcome.path)
                    : outcome.wasThere ? Notes.wasThere(outcome.path) : Notes.made(outcome.path))
        }
        let written = outcomes.first { $0.hasSources }
        switch written?.questions {
        case nil: console.note(Notes.nextAfterInit)
        case 0?: console.note(Notes.nextAfterSources)
        case let count?: console.note(Notes.answerFirst(count))
        }
    }
}
