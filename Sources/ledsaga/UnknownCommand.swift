// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Terms

/// A first word that is no command, with the nearest one that is.
struct UnknownCommand: UserFacingError {
    let typed: String
    let nearest: String?

    var exitCode: Terms.ExitCode { .usage }

    func message(in language: Language) -> String {
        let hint = nearest.map { Phrase(sv: " Menade du \($0)?", en: " Did you mean \($0)?")[language] } ?? ""
        return Phrase(
            sv: "ledsaga: det finns inget kommando som heter \(typed).\(hint)\nSe alla kommandon med: ledsaga --help",
            en: "ledsaga: there is no command named \(typed).\(hint)\nSee all commands with: ledsaga --help")[language]
    }

    /// Throws when the first word typed looks like a command and is none.
    static func check(_ typed: [String]) throws(UnknownCommand) {
        guard let first = typed.first, !first.hasPrefix("-") else { return }
        let known =
            Ledsaga.configuration.subcommands.flatMap { [$0._commandName] + $0.configuration.aliases } + ["help"]
        guard !known.contains(first) else { return }
        throw UnknownCommand(typed: first, nearest: NearestName.to(first, among: known))
    }
}
