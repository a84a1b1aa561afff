// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A command line that the argument parser refused, said anew in the language in force.
///
/// The parser tells only in English words what is wrong, so its message is recognised by its shape. One that is not
/// recognised is printed as the parser wrote it.
struct UsageError: UserFacingError, Equatable {
    enum Problem: Equatable {
        case unknownOption(String, nearest: String?)
        /// `use` is how the option is written, and what it does.
        case missingValue(option: String, use: String?)
        case unexpectedValue(option: String, value: String)
        case unexpectedArguments([String])
        case missingArgument(String, example: String?)
        case unknownValue(String, option: String, nearest: String?, known: [String])
        case badValue(String, option: String, use: String?)
        case unknownShell(String, known: [String])
    }

    /// The words that lead to the command: `ledsaga query`.
    let command: String
    let problem: Problem

    var exitCode: ExitCode { .usage }

    /// - Parameters:
    ///   - message: what the parser says is wrong.
    ///   - fullMessage: the same with help on the option, its usage and more.
    ///   - example: a right command line.
    init?(_ message: String, fullMessage: String, command: String, example: String?) {
        let use = fullMessage.split(separator: "\n").first { $0.hasPrefix("Help:  ") }.map {
            String($0.dropFirst(7)).replacing("  ", with: ": ", maxReplacements: 1)
        }
        guard let problem = Problem(ParserMessage(message), use: use, example: example) else { return nil }
        self.command = command
        self.problem = problem
    }
}

extension UsageError.Problem {
    fileprivate init?(_ message: ParserMessage, use: String?, example: String?) {
        if let name = message.between("Unknown option '", "'") ?? message.after("Invalid option: ") {
            let near = message.between("Did you mean '", "'?").flatMap { NearestName.to(name, among: [$0]) }
            self = .unknownOption(name, nearest: near)
        } else if let option = message.between("Missing value for '", "'") {
            self = .missingValue(option: option, use: use)
        } else if let option = message.between("The option '", "' does not take any value, but '"),
            let value = message.between("does not take any value, but '", "' was specified.")
        {
            self = .unexpectedValue(option: option, value: value)
        } else if let word = message.between("Unexpected argument '", "'") {
            self = .unexpectedArguments([word])
        } else if let words = message.between("unexpected arguments: '", "'") {
            self = .unexpectedArguments(words.split(separator: "', '").map(String.init))
        } else if let name = message.between("Missing expected argument '", "'") {
            self = .missingArgument(name.replacing(" ...", with: ""), example: example)
        } else if let value = message.between("The value '", "' is invalid for '"),
            let option = message.between("' is invalid for '", "'")
        {
            let known = message.choices
            self =
                known.isEmpty
                ? .badValue(value, option: option.beforeValue, use: use)
                : .unknownValue(
                    value, option: option.beforeValue, nearest: NearestName.to(value, among: known), known: known)
        } else if let name = message.between("completion scripts for '", "'.") {
            self = .unknownShell(name, known: message.lastLine.split(separator: " ").map(String.init))
        } else {
            return nil
        }
    }
}

/// The parser's message, to be picked apart.
private struct ParserMessage {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    func after(_ opening: String) -> String? {
        text.hasPrefix(opening) ? String(text.dropFirst(opening.count)) : nil
    }

    /// What stands between two marks. The value that was typed may hold quotes itself, so an ending that is a lone
    /// quote is the last one of the line, unless a sentence follows.
    func between(_ opening: String, _ closing: String) -> String? {
        guard let start = text.firstRange(of: opening)?.upperBound else { return nil }
        let rest = text[start...].prefix { $0 != "\n" }
        let ends = rest.ranges(of: closing)
        let end = closing == "'" ? rest.firstRange(of: "'. ") ?? ends.last : ends.last
        return end.map { String(rest[..<$0.lowerBound]) }
    }

    /// The values that would have been right, when the parser lists them.
    var choices: [String] {
        if let list = text.firstRange(of: "Please provide one of the following:\n") {
            return text[list.upperBound...].split(separator: "\n").map { String($0.trimmingPrefix("  - ")) }
        }
        guard let list = text.firstRange(of: "Please provide one of '") else { return [] }
        return text[list.upperBound...].split(separator: "'").enumerated()
            .filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }

    var lastLine: Substring { text.split(separator: "\n").last ?? "" }
}

extension String {
    /// `--by` of `--by <dimensions>`; a positional stays as it is.
    fileprivate var beforeValue: String {
        firstRange(of: " <").map { String(self[..<$0.lowerBound]) } ?? self
    }
}
