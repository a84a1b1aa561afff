// SPDX-License-Identifier: EUPL-1.2
import Intake
import Tabular
import Terms

/// The project's `reports/`: what has been released, in which order, and where it lies.
struct ReportShelf {
    /// A report as it lies there, and the name it goes by in those that know it.
    struct Report: Hashable {
        let folder: String
        let name: String
    }

    /// `reports/`
    let folder: String
    let log: ReleaseLog

    init(_ project: Project) throws(UnreadableReleaseLog) {
        folder = project.path(of: "reports")
        let path = "\(folder)/\(ReleaseLog.fileName)"
        guard FileTree.names(in: folder).contains(ReleaseLog.fileName) else {
            log = ReleaseLog()
            return
        }
        guard let bytes = try? WholeFile.bytes(path), let log = ReleaseLog(bytes) else {
            throw UnreadableReleaseLog(path: path)
        }
        self.log = log
    }

    /// The newest edition of a period's report. One that a version without a log wrote is known by where it lies.
    func latest(of period: ReportPeriod) -> ReleaseLog.Edition? {
        if let known = log.latest(period.kind, period.name) { return known }
        guard let tables = ReleaseLog.digest(ofReportIn: "\(folder)/\(period.folder)") else { return nil }
        var edition = 1
        while isReport(Self.name(of: edition, period)) { edition += 1 }
        return ReleaseLog.Edition(
            number: log.next, kind: period.kind, period: period.name, edition: edition, folder: period.folder,
            tables: tables)
    }

    /// What an edition is called once another has taken its place: `2019-utgava-1`.
    static func name(of edition: Int, _ period: ReportPeriod) -> String { "\(period.folder)-utgava-\(edition)" }

    /// Where an edition lies; nil where it is not there.
    func report(_ edition: Int, of period: ReportPeriod) -> Report? {
        let name = Self.name(of: edition, period)
        return isReport(name) ? Report(folder: "\(folder)/\(name)", name: name) : nil
    }

    /// What everybody has read: what lies there with tables.
    /// - Parameters:
    ///   - number: only what was released before this number; what the log does not have counts.
    ///   - period: the period whose report is made anew: it is not published beside itself, its earlier editions are.
    func reports(before number: Int? = nil, remaking period: ReportPeriod? = nil) -> [Report] {
        FileTree.names(in: folder).filter { name in
            // What a run beside this one is writing is not published yet.
            guard !name.hasPrefix("."), isReport(name) else { return false }
            if let period, name == period.folder { return false }
            guard let number, let own = log.number(of: name) else { return true }
            return own < number
        }.map { Report(folder: "\(folder)/\($0)", name: $0) }
    }

    private func isReport(_ name: String) -> Bool { !FileTree.names(in: "\(folder)/\(name)/tabeller").isEmpty }
}

/// Which edition of a year's report a run makes: what it knows, what it corrects, and what the log then says.
struct EditionPlan {
    enum Task: Equatable {
        case first
        /// As it was released.
        case again
        case correction
        /// In the place of one that nobody has been given, with this number.
        case instead(of: Int)
    }

    let task: Task
    let period: ReportPeriod
    /// As it will stand in the log, but for the tables of what is made anew.
    let edition: ReleaseLog.Edition
    /// The edition that it corrects.
    let corrected: ReportShelf.Report?
    /// What is published beside it.
    let known: [ReportShelf.Report]

    /// The first of a period.
    init(first period: ReportPeriod, on shelf: ReportShelf) {
        task = .first
        self.period = period
        edition = ReleaseLog.Edition(
            number: shelf.log.next, kind: period.kind, period: period.name, edition: 1, folder: period.folder,
            tables: "")
        corrected = nil
        known = shelf.reports(remaking: period)
    }

    /// One that has been released, as it was.
    init(again edition: ReleaseLog.Edition, of period: ReportPeriod, on shelf: ReportShelf) throws(MissingEdition) {
        task = .again
        self.period = period
        self.edition = edition
        corrected = try Self.before(edition, of: period, on: shelf)
        known = shelf.reports(before: edition.number, remaking: period)
    }

    /// One that corrects what has been sent out.
    init(
        correcting earlier: ReleaseLog.Edition, of period: ReportPeriod, because reason: String, on shelf: ReportShelf
    ) throws(MissingEdition) {
        task = .correction
        self.period = period
        let name = ReportShelf.name(of: earlier.edition, period)
        // What is corrected must be what was released, and is kept under a name of its own.
        guard ReleaseLog.digest(ofReportIn: "\(shelf.folder)/\(period.folder)") == earlier.tables else {
            throw MissingEdition(
                edition: earlier.edition, period: period.name, folder: "\(shelf.folder)/\(period.folder)")
        }
        if let kept = shelf.report(earlier.edition, of: period),
            ReleaseLog.digest(ofReportIn: kept.folder) != earlier.tables
        {
            throw MissingEdition(edition: earlier.edition, period: period.name, folder: kept.folder)
        }
        edition = ReleaseLog.Edition(
            number: max(shelf.log.next, earlier.number + 1), kind: period.kind, period: period.name,
            edition: earlier.edition + 1, folder: period.folder, tables: "", corrects: earlier.number, reason: reason)
        let own = ReportShelf.Report(folder: "\(shelf.folder)/\(period.folder)", name: name)
        corrected = own
        known = (shelf.reports(remaking: period).filter { $0.name != name } + [own]).sorted { $0.name < $1.name }
    }

    /// One in the place of the newest, which nobody has been given.
    init(
        insteadOf latest: ReleaseLog.Edition, of period: ReportPeriod, because reason: String?, on shelf: ReportShelf
    ) throws(MissingEdition) {
        task = .instead(of: latest.number)
        self.period = period
        // One that others were made after knows them, and comes after them.
        var edition = latest
        edition.number = latest.number + 1 >= shelf.log.next ? latest.number : shelf.log.next
        edition.tables = ""
        edition.reason = reason ?? latest.reason
        self.edition = edition
        corrected = try Self.before(latest, of: period, on: shelf)
        known = shelf.reports(before: edition.number, remaking: period)
    }

    private static func before(
        _ edition: ReleaseLog.Edition, of period: ReportPeriod, on shelf: ReportShelf
    ) throws(MissingEdition) -> ReportShelf.Report? {
        guard edition.corrects != nil else { return nil }
        guard let report = shelf.report(edition.edition - 1, of: period) else {
            throw MissingEdition(
                edition: edition.edition - 1, period: period.name,
                folder: "\(shelf.folder)/\(ReportShelf.name(of: edition.edition - 1, period))")
        }
        return report
    }

    /// The name that the edition corrected is kept under, where it still has the year's own.
    var keepsOld: String? { task == .correction ? corrected?.name : nil }

    /// The log once a report with these tables has been made; as it was where it has the edition already.
    func log(after log: ReleaseLog, tables: String) -> ReleaseLog {
        var log = log
        var edition = edition
        edition.tables = tables
        if log.editions.contains(edition) { return log }
        switch task {
        case .first, .again: log.enter(edition)
        case .correction:
            if let number = edition.corrects, let kept = corrected {
                if log.number(of: edition.folder) == nil {
                    // A version without a log wrote the one that is corrected.
                    log.enter(
                        ReleaseLog.Edition(
                            number: number, kind: period.kind, period: edition.period, edition: edition.edition - 1,
                            folder: kept.name, tables: ReleaseLog.digest(ofReportIn: kept.folder) ?? ""))
                }
                log.move(number, to: kept.name)
            }
            log.enter(edition)
        case .instead(let number): log.enter(edition, insteadOf: number)
        }
        return log
    }
}

/// `reports/utgavor.json` is there, and nothing that Ledsaga has written.
struct UnreadableReleaseLog: UserFacingError {
    let path: String

    var exitCode: ExitCode { .inputFormat }
}

/// An edition that the log has does not lie where it should.
struct MissingEdition: UserFacingError {
    let edition: Int
    let period: String
    let folder: String

    var exitCode: ExitCode { .inputMissing }
}

/// The year's report has been released, and its numbers would be others now.
struct AlreadyReleased: UserFacingError {
    let period: String
    let edition: Int
    let folder: String

    var exitCode: ExitCode { .cannotWrite }
}

/// `--correction` of a year that has no report to correct.
struct NothingToCorrect: UserFacingError {
    let period: String

    var exitCode: ExitCode { .usage }
}

/// A reason that cannot be printed on page one.
enum BadReason: UserFacingError, Equatable {
    case empty
    case tooLong(most: Int)
    /// A line break, or another sign that is no text.
    case notOneLine
    /// A number other than a year may tell how few it was about.
    case number
    case personKey

    var exitCode: ExitCode { .usage }

    static let longest = 300

    /// The reason without blanks at its ends.
    static func judged(_ reason: String) throws(BadReason) -> String {
        let last = reason.lastIndex { $0 != " " }
        let text = String((last.map { reason[...$0] } ?? "").drop { $0 == " " })
        if text.allSatisfy({ !$0.isLetter }) { throw .empty }
        if text.count > longest { throw .tooLong(most: longest) }
        if text.unicodeScalars.contains(where: \.isControl) || text.contains(where: \.isNewline) { throw .notOneLine }
        if PersonMask.holdsPersonKey(text) { throw .personKey }
        let numbers = text.split { !$0.isNumber }
        if numbers.contains(where: { !($0.count == 4 && (Int($0).map { (1900...2100).contains($0) } ?? false)) }) {
            throw .number
        }
        return text
    }
}
