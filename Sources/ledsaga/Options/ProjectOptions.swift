// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Intake
import Terms

/// What every command that reads a project takes.
struct ProjectOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long], help: SharedHelp.project.help,
        completion: .directory)
    var project = "."

    @Flag(help: SharedHelp.strict.help)
    var strict = false

    @OptionGroup var talk: TalkOptions

    /// The project, with its language unless another was asked for.
    func load() throws(ProjectError) -> Project {
        try Project.load(folder: project)
    }
}

/// How a command talks.
struct TalkOptions: ParsableArguments {
    @Option(help: SharedHelp.language.help)
    var language: Language?

    @Flag(name: [.short, .long], help: SharedHelp.quiet.help)
    var quiet = false

    @Flag(name: [.short, .long], help: SharedHelp.verbose.help)
    var verbose = false

    @Flag(name: .customLong("no-color"), help: SharedHelp.noColor.help)
    var noColor = false

    /// The console for this run. The language asked for counts before the project's.
    func console(_ projectLanguage: Language = LanguageChoice.inForce) -> Console {
        var console = Console()
        console.language = language ?? projectLanguage
        console.isQuiet = quiet
        console.allowsColor = !noColor
        return console
    }
}

extension Language: ExpressibleByArgument {}
