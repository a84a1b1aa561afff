// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Terms

/// The program: one verb a command.
struct Ledsaga: ParsableCommand {
    static let commands: [any WordedCommand.Type] = [
        InitCommand.self, SimulateCommand.self, InspectCommand.self, CheckCommand.self, CodebookCommand.self,
        PseudonymiseCommand.self,
        ReportCommand.self, AuditCommand.self, QueryCommand.self, MeasuresCommand.self, ExplainCommand.self,
    ]
    static let configuration = CommandConfiguration(
        "ledsaga", ProgramHelp.command, version: Version.text, subcommands: commands)
}

/// Runs the command that was typed and turns what went wrong into a line and an exit code.
@main
enum Program {
    static func main() {
        CrashGuard.install()
        var console = Console()
        console.language = LanguageChoice.inForce
        var typed = Array(CommandLine.arguments.dropFirst())
        do {
            if typed.first.map({ $0.hasPrefix("-") || $0 == "help" }) ?? false {
                typed = LanguageChoice.removed(from: typed)
            }
            try UnknownCommand.check(typed)
            var command = try Ledsaga.parseAsRoot(typed)
            try command.run()
        } catch let error as any UserFacingError {
            console.fail(error)
        } catch  where Ledsaga.exitCode(for: error) == .success {
            let text = Ledsaga.fullMessage(for: error)
            console.answer((HelpPage(text)?.text(in: console.language) ?? text) + "\n")
        } catch {
            let command = Ledsaga.commands.first { $0.names.contains(typed.first ?? "") }
            let usage = UsageError(
                Ledsaga.message(for: error), fullMessage: Ledsaga.fullMessage(for: error),
                command: command.map { "ledsaga " + $0.names[0] } ?? "ledsaga",
                example: command?.words.examples.first?.line)
            if let usage { console.fail(usage) }
            // The parser's own words, which may hold what was typed.
            console.tell(Ledsaga.fullMessage(for: error))
            console.end(.usage)
        }
    }
}
