// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A word that stands where a command should and is none, with the nearest one that is.
struct UnknownCommand: UserFacingError {
    let typed: String
    let nearest: String?

    var exitCode: ExitCode { .usage }

    /// Throws when the first word typed, or the one after `help`, looks like a command and is none.
    static func check(_ typed: [String]) throws(UnknownCommand) {
        let words = typed.first == "help" ? typed.dropFirst() : typed[...]
        guard let word = words.first, !word.hasPrefix("-") else { return }
        let known = Ledsaga.commands.flatMap { $0.names } + ["help"]
        guard !known.contains(word) else { return }
        throw UnknownCommand(typed: word, nearest: NearestName.to(word, among: known))
    }
}
