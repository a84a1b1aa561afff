// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import DelimitedText
import Intake
import Terms

/// `ledsaga check`: reads everything and tells what could not be read.
struct CheckCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read everything and tell what could not be read. Exit code 1 when rows were set aside.",
        discussion: """
            EXAMPLES
              ledsaga check
              ledsaga check --output fel.csv   a line a fault, for the data's owner
              ledsaga check --format json

            Faults name file, line and column and the shape of what stood there,
            never a person.
            """,
        aliases: ["kontrollera"])

    @OptionGroup var options: ProjectOptions

    @Option(help: "text or json.")
    var format = Format.text

    @Option(
        name: [.short, .long], help: ArgumentHelp("Also write one line a fault to this CSV file.", valueName: "file"),
        completion: .file())
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
            work.console.note(Phrase(sv: "skrev \(output)", en: "wrote \(output)"))
        }
        if report.exitCode != Terms.ExitCode.fine { work.console.end(report.exitCode) }
    }
}
