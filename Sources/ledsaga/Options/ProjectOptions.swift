// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Intake
import Terms

/// What every command that reads a project takes.
struct ProjectOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long], help: ArgumentHelp("The project's folder.", valueName: "dir"),
        completion: .directory)
    var project = "."

    @Flag(help: "Stop when a row cannot be read, instead of setting it aside.")
    var strict = false

    @OptionGroup var talk: TalkOptions

    /// The project, with its language unless another was asked for.
    func load() throws(ProjectError) -> Project {
        try Project.load(folder: project)
    }
}

/// How a command talks.
struct TalkOptions: ParsableArguments {
    @Option(help: "Language of answers and messages: sv or en (default: the project's).")
    var language: Language?

    @Flag(name: [.short, .long], help: "No messages but errors.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Tell of every file read.")
    var verbose = false

    @Flag(name: .customLong("no-color"), help: "No colour or dim text.")
    var noColor = false

    /// The console for this run; a project's language counts unless one was asked for.
    func console(_ projectLanguage: Language = .swedish) -> Console {
        var console = Console()
        console.language = language ?? projectLanguage
        console.isQuiet = quiet
        console.allowsColor = !noColor
        return console
    }
}

extension Language: ExpressibleByArgument {}
