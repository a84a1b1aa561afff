// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Tabular
import Intake
import Measures
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
        let place = try output.map { try work.outputGuard.place($0, replacing: .faultList) }
        let result = try work.readForChecking()
        var report = CheckReport(
            result, differences: TotalsControl.differences(in: result.dataset, settings: work.project.measures),
            agreements: TotalsControl.agreements(in: result.dataset, settings: work.project.measures))
        if let last = result.dataset.observationWindow?.upperBound.lastDay {
            report.nearLimit = (
                last,
                DecisionsNotExecuted(result.dataset, settings: work.project.measures).nearLimit(
                    at: last, within: CheckReport.daysBeforeLimit)
            )
        }
        // The list itself may be what standard output is for.
        if output != "-" { answer(report, work.console) }
        if let place {
            var writer = CSVWriter(style: .list)
            for record in report.records(in: work.console.language) { writer.append(record.map { .text($0) }) }
            try OutputFile.write(writer.takeBytes(), to: place)
            work.console.note(Notes.wrote(place.path))
        }
        if let last = result.asks.last {
            for ask in result.asks.dropLast() { work.console.tell(ask.error.message(in: work.console.language)) }
            throw last.error
        }
        if report.exitCode != Terms.ExitCode.fine { work.console.end(report.exitCode) }
    }

    private func answer(_ report: CheckReport, _ console: Console) {
        switch format {
        case .text: console.answer(report.text(in: console.language))
        case .json: console.answer(report.json.document)
        }
    }
}
