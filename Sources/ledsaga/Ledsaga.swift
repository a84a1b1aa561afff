// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Terms

/// The program: one verb a command.
struct Ledsaga: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledsaga",
        abstract: "The yearly follow-up of the companion service, from a municipality's own exports.",
        discussion: """
            EXAMPLES
              ledsaga init uppfoljning     start a project in a new folder
              ledsaga check                what can be read of the exports
              ledsaga report --year 2019   write reports/2019/
              ledsaga query utilisation --by district,year
              ledsaga explain flexible-use   what a number means

            Nothing leaves the computer, and nothing is printed that disclosure
            control has not let through.
            """,
        version: Version.text,
        subcommands: [
            InitCommand.self, SimulateCommand.self, InspectCommand.self, CheckCommand.self, PseudonymiseCommand.self,
            ReportCommand.self, QueryCommand.self, MeasuresCommand.self, ExplainCommand.self,
        ])
}

/// Runs the command that was typed and turns what went wrong into a line and an exit code.
@main
enum Program {
    static func main() {
        CrashGuard.install()
        let typed = Array(CommandLine.arguments.dropFirst())
        do {
            try UnknownCommand.check(typed)
            var command = try Ledsaga.parseAsRoot(typed)
            try command.run()
        } catch let error as any UserFacingError {
            var console = Console()
            console.language = LanguageChoice.of(typed)
            console.fail(error)
        } catch {
            // Help, version, usage: the parser knows the words and the code (0 or 64).
            Ledsaga.exit(withError: error)
        }
    }
}
