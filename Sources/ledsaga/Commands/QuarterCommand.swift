// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Intake
import Measures
import Tabular
import Terms

/// `ledsaga quarter --quarter 2025Q3`: the statistics on decisions not carried out, and the internal list behind them.
struct QuarterCommand: WordedCommand {
    static let words = QuarterHelp.command
    static let configuration = CommandConfiguration("quarter", words, aliases: ["kvartal"])

    @OptionGroup var options: ProjectOptions

    @Option(help: QuarterHelp.quarter.help)
    var quarter: String

    @Option(name: [.short, .long], help: QuarterHelp.output.help, completion: .directory)
    var output: String?

    @Option(help: QuarterHelp.format.help)
    var format = DocumentFormats.all

    @Flag(name: .customLong("internal"), help: QuarterHelp.isInternal.help)
    var isInternal = false

    @Option(help: ReportHelp.published.help, completion: .directory)
    var published: [String] = []

    @Option(help: ReportHelp.correction.help)
    var correction: String?

    @Flag(help: ReportHelp.replace.help)
    var replace = false

    func run() throws {
        guard let period = ReportPeriod(quarter: quarter), let number = period.quarter else {
            throw BadQuarter.unreadable(quarter)
        }
        let reason = try correction.map(BadReason.judged)
        if isInternal, output == nil { throw BadQuarter.internalNeedsFolder }
        let work = try Workplace(options)
        let intake = try work.read(hashing: true)
        if let ask = intake.asks.first { throw ask.error }
        let decisions = DecisionsNotExecuted(intake.dataset, settings: work.project.measures)
        guard decisions.isKnown(period.lastDay) else {
            throw BadQuarter.notCovered(
                period.name, first: intake.dataset.observationWindow?.lowerBound.description,
                last: intake.dataset.observationWindow?.upperBound.description)
        }
        if isInternal, let folder = output {
            return try writeLists(period, intake, decisions, to: folder, work)
        }
        let shelf = try ReportShelf(work.project)
        let writer = EditionWriter(period: period, output: output, reason: reason, replaces: replace, work: work)
        let (report, plan) = try writer.edition(on: shelf) { plan in
            try Pipeline.report(
                period.year, of: intake, project: work.project, language: work.console.language,
                published: PublishedReports(published, found: plan.known, correcting: plan.corrected), edition: plan,
                isRecorded: false, quarter: number)
        }
        try writer.judge(report, plan, on: shelf)
        let files = report.rendered(format)
        let path = Paths.joined(output ?? shelf.folder, period.folder)
        try writer.write(
            files, of: intake, to: path,
            as: writer.isReleased(on: shelf) ? (plan, shelf.log, report.digest) : nil)
        work.console.answer(Paths.joined(path, files.files[0].path) + "\n")
        if !intake.faults.isEmpty { work.console.note(Notes.setAside(intake.faults.count)) }
    }

    /// The whole statistics and the list of candidates, for the auditors and for who reports to IVO.
    private func writeLists(
        _ period: ReportPeriod, _ intake: IntakeResult, _ decisions: DecisionsNotExecuted, to folder: String,
        _ work: Workplace
    ) throws {
        let lists = QuarterLists(intake.dataset, period, decisions, work.console.language)
        for (name, records) in [
            ("ej-verkstallda-\(period.folder)-hela.csv", lists.statistics),
            ("ej-verkstallda-\(period.folder)-lista.csv", lists.candidates),
        ] {
            let file = Paths.joined(folder, name)
            if let refused = InternalInReports(file, of: work.project) { throw refused }
            let place = try work.outputGuard.place(file, replacing: .quarterList)
            var writer = CSVWriter(style: .excel)
            for record in records { writer.append(record) }
            try OutputFile.write(writer.takeBytes(), to: place)
            work.console.answer(file + "\n")
        }
        work.console.note(Notes.internalLists)
        if !intake.faults.isEmpty { work.console.note(Notes.setAside(intake.faults.count)) }
    }
}

/// What is wrong with the quarter that was asked for.
enum BadQuarter: UserFacingError, Equatable {
    case unreadable(String)
    case internalNeedsFolder
    case notCovered(String, first: String?, last: String?)

    var exitCode: Terms.ExitCode {
        switch self {
        case .unreadable, .internalNeedsFolder: .usage
        case .notCovered: .inputFormat
        }
    }

    func message(in language: Language) -> String {
        switch self {
        case .unreadable(let text):
            Phrase(
                sv: "--quarter: \"\(text)\" är inget kvartal. Skriv till exempel 2025Q3.",
                en: "--quarter: \"\(text)\" is no quarter. Write for example 2025Q3.")[language]
        case .internalNeedsFolder:
            Phrase(
                sv: "--internal: ange med --output en mapp utanför reports/ för de interna listorna.",
                en: "--internal: give a folder outside reports/ for the internal lists with --output.")[language]
        case .notCovered(let quarter, let first, let last):
            if let first, let last {
                Phrase(
                    sv: """
                        \(quarter): filerna med utförd tid går från \(first) till \(last) och täcker inte kvartalets slut.
                        Lägg till utdraget, eller välj ett annat kvartal.
                        """,
                    en: """
                        \(quarter): the files of performed time run from \(first) to \(last) and do not cover the end of the quarter.
                        Add the export, or choose another quarter.
                        """)[language]
            } else {
                Phrase(
                    sv: "\(quarter): det finns inga filer med utförd tid. Lägg till utdraget.",
                    en: "\(quarter): there are no files of performed time. Add the export.")[language]
            }
        }
    }
}
