// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Terms

/// A command that has its words in the catalogue.
protocol WordedCommand: ParsableCommand {
    static var words: CommandWords { get }
}

extension WordedCommand {
    /// What can be typed for it, the name it is known by first.
    static var names: [String] { [_commandName] + configuration.aliases }
}

extension CommandConfiguration {
    /// A command with its words in the language in force.
    init(
        _ name: String, _ words: CommandWords, version: String = "", subcommands: [any ParsableCommand.Type] = [],
        aliases: [String] = []
    ) {
        let language = LanguageChoice.inForce
        let program = subcommands.isEmpty ? "ledsaga \(name)" : name
        self.init(
            commandName: name, abstract: words.abstract[language],
            usage: (program + " " + words.usage[language]),
            discussion: words.discussion(in: language), version: version, subcommands: subcommands, aliases: aliases)
    }
}
