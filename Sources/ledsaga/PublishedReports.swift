// SPDX-License-Identifier: EUPL-1.2
import Intake
import Terms

/// Which reports everybody has read already (*utgivna rapporter*): what lies in the project's `reports/`, and what is
/// named at the command line.
struct PublishedReports {
    /// What stands for no report at all.
    static let none = "none"

    let reports: [ReportShelf.Report]

    var folders: [String] { reports.map(\.folder) }
    /// What they are called, without where they lie.
    var names: [String] { reports.map(\.name) }

    /// - Parameters:
    ///   - named: folders from the command line, or `none` for none at all.
    ///   - found: those that lie in the project's `reports/`.
    ///   - corrected: the edition that is corrected, which is known whatever was named.
    init(_ named: [String], found: [ReportShelf.Report], correcting corrected: ReportShelf.Report? = nil) {
        let given = named.filter { $0 != Self.none }.map { ReportShelf.Report(folder: $0, name: Paths.name(of: $0)) }
        let isNone = named.contains(Self.none)
        reports = given + found.filter { isNone ? $0 == corrected : !named.contains($0.folder) }
    }

    /// Of a question: all that lies there is known.
    init(_ named: [String], of project: Project) throws {
        try self.init(named, found: named.contains(Self.none) ? [] : ReportShelf(project).reports())
    }
}
