// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Tabular
import Disclosure
import Intake
import Reports
import Queries
import Terms

/// `ledsaga report --year Y`: the yearly follow-up.
struct ReportCommand: WordedCommand {
    static let words = ReportHelp.command
    static let configuration = CommandConfiguration("report", words, aliases: ["rapport"])

    @OptionGroup var options: ProjectOptions

    @Option(help: ReportHelp.year.help)
    var year: Int?

    @Option(
        name: [.short, .long], help: ReportHelp.output.help, completion: .directory)
    var output: String?

    @Option(help: ReportHelp.district.help)
    var district: String?

    @Option(help: ReportHelp.format.help)
    var format = DocumentFormats.all

    @Option(help: ReportHelp.disclosure.help, completion: .file())
    var disclosure: String?

    @Option(help: ReportHelp.published.help, completion: .directory)
    var published: [String] = []

    @Option(help: ReportHelp.correction.help)
    var correction: String?

    @Flag(help: ReportHelp.replace.help)
    var replace = false

    func run() throws {
        let reason = try correction.map(BadReason.judged)
        if district != nil, reason != nil || replace { throw EditionOfOneBoard(isReplacing: replace) }
        let work = try Workplace(options)
        let recordPlace = try disclosure.map { file in
            if let refused = InternalInReports(file, of: work.project) { throw refused }
            return try work.outputGuard.place(file, replacing: .disclosureRecord)
        }
        // Other keys would change the counts in another way next time.
        let needsKey = work.project.disclosure.method == .cellKey
        if needsKey, try SecretKey.load(folder: work.project.folder) == nil {
            throw NoSecretKey(folder: work.project.folder, of: .cellKeys)
        }
        let intake = try work.read(hashing: true)
        if let ask = intake.asks.first { throw ask.error }
        let years = ReportYears(intake.dataset)
        guard let span = years.span, let year = year ?? years.latest else { throw NothingToMeasure() }
        guard span.contains(year) else { throw YearWithoutData(year: year, years: span) }

        let shelf = try ReportShelf(work.project)
        let writer = EditionWriter(
            period: ReportPeriod(year: year), output: output, reason: reason, replaces: replace, work: work)
        var (report, plan) = try writer.edition(on: shelf) { plan in
            try Pipeline.report(
                year, of: intake, project: work.project, language: work.console.language,
                published: PublishedReports(published, found: plan.known, correcting: plan.corrected), edition: plan,
                isRecorded: recordPlace != nil)
        }
        try writer.judge(report, plan, on: shelf)
        if let recordPlace, let record = report.record {
            try OutputFile.write(Array(record.json.document.utf8), to: recordPlace)
        }
        for advice in report.advice {
            work.console.note(Notes.coarser(advice, title: OpenTable(name: "table", table: advice.table).title))
        }
        var folder = "\(year)"
        if let district {
            let board = try report.board(named: district)
            folder += "-" + board.name
            report = report.only(board)
        }
        let files = report.rendered(format)
        let path = Paths.joined(output ?? shelf.folder, folder)
        let entry = writer.isReleased(on: shelf) && district == nil ? (plan, shelf.log, report.digest) : nil
        try writer.write(files, of: intake, to: path, as: entry)
        work.console.answer(Paths.joined(path, files.files[0].path) + "\n")
        let setAside = intake.faults.count
        if setAside > 0 {
            work.console.note(Notes.setAside(setAside))
        }
    }
}

/// A year that the exports say nothing of.
struct YearWithoutData: UserFacingError {
    let year: Int
    let years: ClosedRange<Int>

    var exitCode: Terms.ExitCode { .inputFormat }
}

/// An edition is of the whole report, and `--district` asks for one board's.
struct EditionOfOneBoard: UserFacingError {
    let isReplacing: Bool

    var exitCode: Terms.ExitCode { .usage }
}
