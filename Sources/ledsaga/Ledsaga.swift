// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Terms

/// The program: one verb a command.
struct Ledsaga: ParsableCommand {
    static let commands: [any WordedCommand.Type] = [
        InitCommand.self, SimulateCommand.self, InspectCommand.self, CheckCommand.self, CodebookCommand.self,
        PseudonymiseCommand.self,
        ReportCommand.self, QuarterCommand.self, AuditCommand.self, QueryCommand.self, MeasuresCommand.self,
        ExplainCommand.self,
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
            try LineBreakTyped.check(typed)
            try UnknownCommand.check(typed)
            var command = try parsed(typed)
            try command.run()
        } catch let error as any UserFacingError {
            console.fail(error)
        } catch  where Ledsaga.exitCode(for: error) == .success {
            let text = Ledsaga.fullMessage(for: error)
            console.answer((HelpPage(text)?.text(in: console.language) ?? text) + "\n")
        } catch {
            preconditionFailure("an error without words: \(type(of: error))")
        }
    }

    /// The command that was typed; a request for help, or what is wrong with the line, is thrown.
    private static func parsed(_ typed: [String]) throws -> any ParsableCommand {
        do {
            return try Ledsaga.parseAsRoot(typed)
        } catch  where Ledsaga.exitCode(for: error) == .success {
            throw error
        } catch {
            throw UsageError(typed)
        }
    }
}
