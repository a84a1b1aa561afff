// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import FoundationEssentials

/// What may be typed for a command, as the command itself declares it.
struct CommandSyntax {
    /// An option, a flag or a positional argument.
    struct Argument: Decodable {
        enum Kind: String, Decodable { case positional, option, flag }

        struct Name: Decodable {
            let kind: String
            let name: String

            var text: String { kind == "long" ? "--" + name : "-" + name }
        }

        let kind: Kind
        let isOptional: Bool
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        /// What it can be, where that is a list.
        let allValues: [String]?
        let abstract: String?

        /// `--by <dimensions>`, by the name that was typed or by its longest; `<measure>`.
        func written(_ typed: String? = nil) -> String {
            let value = "<\(valueName ?? "")>"
            guard kind != .positional else { return value }
            let name = typed ?? names?.last?.text ?? ""
            return kind == .flag ? name : "\(name) \(value)"
        }

        /// `-C, --project <dir>: The project's folder.`
        var use: String {
            let names = (names ?? []).map(\.text).joined(separator: ", ")
            return written(names) + (abstract.map { ": \($0)" } ?? "")
        }
    }

    let arguments: [Argument]

    init(_ command: any ParsableCommand.Type) {
        struct Tool: Decodable {
            struct Command: Decodable { let arguments: [Argument]? }

            let command: Command
        }
        let tool = try? JSONDecoder().decode(Tool.self, from: Data(command._dumpHelp().utf8))
        guard let tool else { preconditionFailure("a command describes itself") }
        arguments = (tool.command.arguments ?? []) + [Self.completion]
    }

    /// The parser has this option of itself, and declares it nowhere.
    private static let completion = Argument(
        kind: .option, isOptional: true, isRepeating: false,
        names: [Argument.Name(kind: "long", name: "generate-completion-script")], valueName: "shell",
        allValues: CompletionShell.allCases.map(\.rawValue), abstract: nil)

    func argument(named name: String) -> Argument? {
        arguments.first { $0.names?.contains { $0.text == name } ?? false }
    }

    var positionals: [Argument] { arguments.filter { $0.kind == .positional } }
    var names: [String] { arguments.flatMap { $0.names ?? [] }.map(\.text) }
}
