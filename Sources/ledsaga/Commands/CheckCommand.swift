// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Tabular
import Intake
import Terms

/// `ledsaga check`: reads everything and tells what could not be read.
struct CheckCommand: WordedCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let words = CheckHelp.command
    static let configuration = CommandConfiguration("check", words, aliases: ["kontrollera"])

    @OptionGroup var options: ProjectOptions

    @Option(help: SharedHelp.textFormat.help)
    var format = Format.text

    @Option(
        name: [.short, .long], help: CheckHelp.output.help, completion: .file())
    var output: String?

    func run() throws {
        let work = try Workplace(options)
        let result = try work.read()
        let report = CheckReport(result)
        switch format {
        case .text: work.console.answer(report.text(in: work.console.language))
        case .json: work.console.answer(report.json.document)
        }
        if let output {
            var writer = CSVWriter()
            for record in report.records(in: work.console.language) { writer.append(record) }
            try OutputFile.write(writer.takeBytes(), to: output)
            work.console.note(Notes.wrote(output))
        }
        if report.exitCode != Terms.ExitCode.fine { work.console.end(report.exitCode) }
    }
}
