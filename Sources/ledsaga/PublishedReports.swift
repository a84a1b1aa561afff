// SPDX-License-Identifier: EUPL-1.2
import Intake
import Tabular
import Terms

/// Which reports everybody has read already (*utgivna rapporter*): what lies in the project's `reports/`, and what is
/// named at the command line.
struct PublishedReports {
    /// What stands for no report at all.
    static let none = "none"

    let folders: [String]

    /// - Parameters:
    ///   - named: folders from the command line, or `none` for none at all.
    ///   - year: the year whose report is made anew: it is not published beside itself.
    init(_ named: [String], of project: Project, remaking year: Int? = nil) {
        if named.contains(Self.none) {
            folders = named.filter { $0 != Self.none }
            return
        }
        let reports = project.path(of: "reports")
        let own = year.map { "\($0)" }
        let found = FileTree.names(in: reports).filter { name in
            let isOwn = own.map { name == $0 || name.hasPrefix($0 + "-") } ?? false
            // What a run beside this one is writing is not published yet.
            return !isOwn && !name.hasPrefix(".") && !FileTree.names(in: "\(reports)/\(name)/tabeller").isEmpty
        }.map { "\(reports)/\($0)" }
        folders = named + found.filter { !named.contains($0) }
    }
}
