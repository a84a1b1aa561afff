// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Reports
import Tabular
import Terms

/// Makes a report the edition that it is, and writes it: what `report` and `quarter` have in common.
struct EditionWriter {
    let period: ReportPeriod
    /// Where the user wants it; nil for the project's `reports/`.
    let output: String?
    /// Why it corrects an edition that has been given out; nil where it does not.
    let reason: String?
    /// Whether it takes the place of one that nobody has been given.
    let replaces: Bool
    let work: Workplace

    /// The report as the edition that it is: the first, the one that has been released, one that corrects it, or one in
    /// its place.
    func edition(
        on shelf: ReportShelf, make: (EditionPlan) throws -> WholeReport
    ) throws -> (WholeReport, EditionPlan) {
        func made(_ plan: EditionPlan) throws -> (WholeReport, EditionPlan) { (try make(plan), plan) }
        guard let latest = shelf.latest(of: period) else {
            if reason != nil { throw NothingToCorrect(period: period.name) }
            return try made(EditionPlan(first: period, on: shelf))
        }
        if replaces {
            if reason != nil, latest.corrects == nil { throw NothingToCorrect(period: period.name) }
            return try made(EditionPlan(insteadOf: latest, of: period, because: reason, on: shelf))
        }
        let again = try made(EditionPlan(again: latest, of: period, on: shelf))
        guard let reason, again.0.digest != latest.tables else { return again }
        return try made(EditionPlan(correcting: latest, of: period, because: reason, on: shelf))
    }

    /// Says where the numbers are not those that have been released, and stops what would take their place.
    func judge(_ report: WholeReport, _ plan: EditionPlan, on shelf: ReportShelf) throws {
        let few = report.correction?.few(below: work.project.disclosure.threshold) ?? 0
        if few > 0, plan.task != .again { work.console.note(Notes.correctsFew(few, plan.edition.edition)) }
        guard plan.task == .again else { return }
        let isSame = report.digest == plan.edition.tables
        if isSame, reason != nil { work.console.note(Notes.nothingToCorrect(plan.edition.edition)) }
        if isSame { return }
        let released = AlreadyReleased(
            period: period.name, edition: plan.edition.edition, folder: Paths.joined(shelf.folder, period.folder))
        if isReleased(on: shelf) { throw released }
        work.console.note(Notes.differs(from: plan.edition.edition, in: released.folder))
    }

    /// Whether what is written counts as released: in the project's own `reports/`.
    func isReleased(on shelf: ReportShelf) -> Bool {
        output.map { FileTree.isSame($0, shelf.folder) } ?? true
    }

    /// What the log says of a report that is released.
    typealias Entry = (plan: EditionPlan, log: ReleaseLog, tables: String)

    /// Writes the report whole or not at all, with its manifest and, where it is released, the log.
    /// - Parameter folder: where it goes.
    func write(_ report: RenderedReport, of intake: IntakeResult, to folder: String, as entry: Entry?) throws {
        let manifest = Manifest(
            version: Version.text, municipality: work.project.municipality, year: period.year,
            language: work.console.language, settings: work.project.printedSettings, inputs: work.inputs(of: intake),
            outputs: report.manifest)
        let names = Set(report.files.map(\.path) + [Manifest.fileName])
        let place = try work.outputGuard.folder(folder, of: period.year, writing: names)
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
