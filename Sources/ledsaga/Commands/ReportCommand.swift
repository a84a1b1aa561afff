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

    func run() throws {
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

        var report = try Pipeline.report(
            year, of: intake, project: work.project, language: work.console.language,
            published: PublishedReports(published, of: work.project, remaking: year), isRecorded: recordPlace != nil)
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
        let path = Paths.joined(output ?? work.project.path(of: "reports"), folder)
        try write(files, of: intake, year: year, to: path, work)
        work.console.answer(Paths.joined(path, files.files[0].path) + "\n")
        let setAside = intake.faults.count
        if setAside > 0 {
            work.console.note(Notes.setAside(setAside))
        }
    }

    private func write(
        _ report: RenderedReport, of intake: IntakeResult, year: Int, to folder: String, _ work: Workplace
    ) throws {
        let manifest = Manifest(
            version: Version.text, municipality: work.project.municipality, year: year,
            language: work.console.language, settings: work.project.printedSettings, inputs: work.inputs(of: intake),
            outputs: report.manifest)
        let names = Set(report.files.map(\.path) + [Manifest.fileName])
        var target = try OutputFolder(replacing: work.outputGuard.folder(folder, of: year, writing: names))
        for file in report.files { try target.write(file.bytes, to: file.path) }
        try target.write(Array(manifest.json.utf8), to: Manifest.fileName)
        try target.finish()
    }
}

/// A year that the exports say nothing of.
struct YearWithoutData: UserFacingError {
    let year: Int
    let years: ClosedRange<Int>

    var exitCode: Terms.ExitCode { .inputFormat }
}
