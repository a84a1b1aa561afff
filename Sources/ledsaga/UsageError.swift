// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Terms

/// A command line that the argument parser has refused, and why: found by holding what was typed against what the command
/// declares. The parser's own words are never read.
struct UsageError: UserFacingError, Equatable {
    enum Problem: Equatable {
        case unknownOption(String, nearest: String?)
        /// `use` is how the option is written, and what it does.
        case missingValue(option: String, use: String)
        case unexpectedValue(option: String, value: String)
        case unexpectedArguments([String])
        case missingArgument(String, example: String?)
        case unknownValue(String, option: String, nearest: String?, known: [String])
        case badValue(String, option: String, use: String)
        /// Nothing that is declared tells.
        case unclear
    }

    /// The words that lead to the command: `ledsaga query`.
    let command: String
    let problem: Problem

    var exitCode: Terms.ExitCode { .usage }

    /// - Parameter typed: the words after the program's name.
    init(_ typed: [String]) {
        let command = Ledsaga.commands.first { $0.names.contains(typed.first ?? "") }
        self.command = command.map { "ledsaga " + $0.names[0] } ?? "ledsaga"
        let words = TypedWords(
            command == nil ? typed : Array(typed.dropFirst()), CommandSyntax(command ?? Ledsaga.self))
        problem =
            words.problem ?? words.missing(example: command?.words.examples.first?.line)
            ?? words.refusedValue(after: command.map { [$0.names[0]] } ?? []) ?? .unclear
    }
}

/// The words of a command line, each taken for what the command declares it to be.
private struct TypedWords {
    private let syntax: CommandSyntax
    private var options: [(argument: CommandSyntax.Argument, name: String, value: String?)] = []
    private var positionals: [String] = []
    /// The first word that cannot stand where it does.
    private(set) var problem: UsageError.Problem?

    init(_ words: [String], _ syntax: CommandSyntax) {
        self.syntax = syntax
        var rest = words[...]
        while problem == nil, let word = rest.popFirst() {
            if word == "--" {
                positionals += rest
                break
            }
            if word.hasPrefix("-"), word != "-" { take(word, &rest) } else { positionals.append(word) }
        }
        let room = syntax.positionals.contains { $0.isRepeating } ? Int.max : syntax.positionals.count
        if problem == nil, positionals.count > room { problem = .unexpectedArguments(Array(positionals[room...])) }
    }

    private mutating func take(_ word: String, _ rest: inout ArraySlice<String>) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let (name, value) = (parts[0], parts.count > 1 ? parts[1] : nil)
        guard let argument = syntax.argument(named: name) else {
            // Flags of one letter may stand together.
            let letters = name.hasPrefix("--") ? [] : name.dropFirst().map { syntax.argument(named: "-\($0)") }
            if letters.count > 1, letters.allSatisfy({ $0?.kind == .flag }) { return }
            let long = name.hasPrefix("--") ? syntax.names.filter { $0.hasPrefix("--") } : []
            problem = .unknownOption(name, nearest: NearestName.to(name, among: long))
            return
        }
        switch (argument.kind, value) {
        case (.flag, let value?): problem = .unexpectedValue(option: name, value: value)
        case (.flag, nil): options.append((argument, name, nil))
        case (_, let value?): options.append((argument, name, value))
        case (_, nil):
            guard let next = rest.first, next == "-" || !next.hasPrefix("-") else {
                problem = .missingValue(option: argument.written(name), use: argument.use)
                return
            }
            options.append((argument, name, rest.removeFirst()))
        }
    }

    /// What the command needs and was not given.
    func missing(example: String?) -> UsageError.Problem? {
        let positional = syntax.positionals.dropFirst(positionals.count).first { !$0.isOptional }
        let option = syntax.arguments.first { argument in
            argument.kind == .option && !argument.isOptional
                && !options.contains { $0.argument.names?.last?.text == argument.names?.last?.text }
        }
        return (positional ?? option).map { .missingArgument($0.written(), example: example) }
    }

    /// The first value that the parser refuses in a command line with nothing else that could be left out.
    func refusedValue(after command: [String]) -> UsageError.Problem? {
        func line(_ options: [(argument: CommandSyntax.Argument, name: String, value: String?)]) -> [String] {
            command + options.flatMap { option in option.value.map { ["\(option.name)=\($0)"] } ?? [option.name] }
                + ["--"] + positionals
        }
        let needed = options.filter { !$0.argument.isOptional }
        for option in options {
            guard let value = option.value else { continue }
            let others = needed.filter { $0.name != option.name }
            guard (try? Ledsaga.parseAsRoot(line(others + [option]))) == nil else { continue }
            guard let known = option.argument.allValues, !known.isEmpty else {
                return .badValue(value, option: option.name, use: option.argument.use)
            }
            return .unknownValue(
                value, option: option.name, nearest: NearestName.to(value, among: known), known: known)
        }
        return nil
    }
}
