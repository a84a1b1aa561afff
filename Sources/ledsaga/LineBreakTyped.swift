// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A word of the command line with a line break in it. Nothing that can be asked for has one, and a message that repeated
/// it would have a line that the program never wrote.
struct LineBreakTyped: UserFacingError {
    let word: String

    var exitCode: ExitCode { .usage }

    static func check(_ typed: [String]) throws(LineBreakTyped) {
        if let word = typed.first(where: { $0.contains(where: \.isNewline) }) { throw LineBreakTyped(word: word) }
    }
}
