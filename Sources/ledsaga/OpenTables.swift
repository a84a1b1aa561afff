// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Reports
import Queries
import Tabular
import Terms

/// The tables of a release as open data: a CSV each and `datapackage.json`.
struct OpenTables {
    private let package: DataPackage
    private let language: Language

    init(_ release: Release, _ comparisons: [ReleasedComparison], of scope: ReportScope, _ known: PublicFacts) {
        let (year, facts) = (scope.year, scope.facts)
        let period = ReportPeriod(year: year, quarter: scope.quarter)
        language = scope.language
        var names = OpenTableNames()
        // Names are given before rows are left out, so that the same question has the same name every year.
        let tables = release.openTables.compactMap { table in
            let name = names.next(table.question)
            return table.asData.map { OpenTable(name: name, table: $0) }
        }
        let compared = comparisons.filter { $0.groups.count > 1 }.map { OpenComparison(name: names.next($0), $0) }
        package = DataPackage(
            name: scope.quarter == nil ? "uppfoljning-\(year)" : "ej-verkstallda-\(period.folder.lowercased())",
            title: scope.quarter.map { Notes.titleOfTables(ofQuarter: $0, year: year, facts.municipality) }
                ?? Notes.titleOfTables(of: facts.service, year: year, facts.municipality),
            license: DataPackage.publicDomain, source: facts.municipality, version: Version.text, tables: tables,
            comparisons: compared, hiddenInReport: release.hidden, facts: known)
    }

    /// The tables of numbers themselves, not what is compared in them.
    var tables: [OpenTable] { package.tables }

    /// What tells these tables from others.
    var digest: String {
        ReleaseLog.digest(
            of: files.map { ("tabeller/" + $0.path, FileDigest(of: Array($0.text.utf8)).sha256) }.filter {
                ReleaseLog.isTable($0.0)
            })
    }

    var files: [(path: String, text: String)] {
        package.tables.map { ($0.path, $0.csv) } + package.comparisons.map { ($0.path, $0.csv) }
            + [("datapackage.json", package.json(in: language))]
    }
}
