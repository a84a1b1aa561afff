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
        var (report, plan) = try edition(of: year, because: reason, on: shelf) { plan in
            try Pipeline.report(
                year, of: intake, project: work.project, language: work.console.language,
                published: PublishedReports(published, found: plan.known, correcting: plan.corrected), edition: plan,
                isRecorded: recordPlace != nil)
        }
        try judge(report, plan, on: shelf, work)
        let few = report.correction?.few(below: work.project.disclosure.threshold) ?? 0
        if few > 0, plan.task != .again { work.console.note(Notes.correctsFew(few, plan.edition.edition)) }
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
        let entry = isReleased(on: shelf) && district == nil ? (plan, shelf.log, report.digest) : nil
        try write(files, of: intake, year: year, to: path, as: entry, work)
        work.console.answer(Paths.joined(path, files.files[0].path) + "\n")
        let setAside = intake.faults.count
        if setAside > 0 {
            work.console.note(Notes.setAside(setAside))
        }
    }

    /// The report as the edition that it is: the first, the one that has been released, one that corrects it, or one in
    /// its place.
    private func edition(
        of year: Int, because reason: String?, on shelf: ReportShelf, make: (EditionPlan) throws -> WholeReport
    ) throws -> (WholeReport, EditionPlan) {
        func made(_ plan: EditionPlan) throws -> (WholeReport, EditionPlan) { (try make(plan), plan) }
        guard let latest = shelf.latest(of: year) else {
            if reason != nil { throw NothingToCorrect(year: year) }
            return try made(EditionPlan(first: year, on: shelf))
        }
        if replace {
            if reason != nil, latest.corrects == nil { throw NothingToCorrect(year: year) }
            return try made(EditionPlan(insteadOf: latest, of: year, because: reason, on: shelf))
        }
        let again = try made(EditionPlan(again: latest, of: year, on: shelf))
        guard let reason, again.0.digest != latest.tables else { return again }
        return try made(EditionPlan(correcting: latest, of: year, because: reason, on: shelf))
    }

    /// Says where the numbers are not those that have been released, and stops what would take their place.
    private func judge(_ report: WholeReport, _ plan: EditionPlan, on shelf: ReportShelf, _ work: Workplace) throws {
        guard plan.task == .again else { return }
        let isSame = report.digest == plan.edition.tables
        if isSame, correction != nil { work.console.note(Notes.nothingToCorrect(plan.edition.edition)) }
        if isSame { return }
        let released = AlreadyReleased(
            year: plan.year, edition: plan.edition.edition, folder: Paths.joined(shelf.folder, "\(plan.year)"))
        if isReleased(on: shelf) { throw released }
        work.console.note(Notes.differs(from: plan.edition.edition, in: released.folder))
    }

    /// Whether what is written counts as released: in the project's own `reports/`.
    private func isReleased(on shelf: ReportShelf) -> Bool {
        output.map { FileTree.isSame($0, shelf.folder) } ?? true
    }

    private typealias Entry = (plan: EditionPlan, log: ReleaseLog, tables: String)

    private func write(
        _ report: RenderedReport, of intake: IntakeResult, year: Int, to folder: String, as entry: Entry?,
        _ work: Workplace
    ) throws {
        let manifest = Manifest(
            version: Version.text, municipality: work.project.municipality, year: year,
            language: work.console.language, settings: work.project.printedSettings, inputs: work.inputs(of: intake),
            outputs: report.manifest)
        let names = Set(report.files.map(\.path) + [Manifest.fileName])
        let place = try work.outputGuard.folder(folder, of: year, writing: names)
        // No other run writes there from here on.
        let log = try entry.map { entry in
            let now = try ReportShelf(work.project)
            let log = entry.plan.log(after: entry.log, tables: entry.tables)
            if now.log == entry.log { return log }
            // Another run may have released the same.
            guard let own = log.editions.first(where: { $0.folder == entry.plan.edition.folder }),
                now.log.editions.contains(own)
            else {
                throw OutputRefusal(path: Paths.joined(now.folder, ReleaseLog.fileName), reason: .inUse)
            }
            return now.log
        }
        var target = try OutputFolder(replacing: place)
        for file in report.files { try target.write(file.bytes, to: file.path) }
        try target.write(Array(manifest.json.utf8), to: Manifest.fileName)
        try target.finish(
            keepingOldAs: entry?.plan.keepsOld,
            with: log.map { OutputFolder.Beside(name: ReleaseLog.fileName, bytes: Array($0.json.utf8)) })
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
