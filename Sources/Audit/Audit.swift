// SPDX-License-Identifier: EUPL-1.2
package import Published
package import Terms

/// The attack on a published report from what is published alone (*granskning utifrån*).
///
/// It knows nothing of how the numbers were hidden: it reads the tables and what `datapackage.json` declares of them, sets
/// up what they say of each other, and tries to narrow each hidden number; and it looks for numbers on the pages that no
/// table shows.
package struct Audit: Sendable {
    /// One hidden number and what can be said of it.
    package struct Cell: Sendable {
        /// The table's file, and the line and column of the number; where no table has it, what it is called.
        package let table: String
        package let line: Int?
        package let column: String?
        /// Its codes, in the table's order.
        package let codes: [String]
        /// What it is a number of, in words.
        package let title: Phrase
        package let low: Double?
        /// nil where nothing bounds it.
        package let high: Double?
        /// Whether the attack succeeded.
        package let isNarrowed: Bool
        /// How, one step after the other.
        package let steps: [Phrase]
    }

    /// A number on a page that no table shows.
    package struct Stray: Sendable {
        package let page: String
        package let number: String
        package let context: String
    }

    /// Numbers that tables leave out: the row's own, and those left out beside a number that is shown.
    package private(set) var hidden: [Cell] = []
    /// In no table and told by those that are: few persons, or the hours of a few.
    package private(set) var told: [Cell] = []
    package let strays: [Stray]
    /// What is declared and contradicted by what is printed: nothing is concluded from it.
    package let contradictions: [Phrase]
    /// Tables of numbers of which nothing is declared: they cannot be attacked.
    package let undeclared: [String]
    /// Tables and pages read.
    package let tables: Int
    package let pages: Int

    package var leaks: [Cell] { (hidden + told).filter(\.isNarrowed) }
    package var narrowed: Int { leaks.count }
    package var passed: Bool { narrowed == 0 && strays.isEmpty }

    /// Attacks the report in a folder; what lies in `also` was published too: what it shows is known, and what it hides must
    /// not be had from what is published now.
    package init(folder: String, also: [String] = []) throws(PublishedReportError) {
        let report = try PublishedReport(folder: folder)
        var reports = [report]
        for other in also { reports.append(try PublishedReport(folder: other)) }
        let system = OutsideSystem(reports)
        guard system.undeclared.count < system.tables.count(where: { !$0.isComparison }) || system.undeclared.isEmpty
        else { throw .nothingDeclared(folder: folder) }
        var judgement = Judgement(system)
        for variable in system.variables.indices {
            let known = system.variables[variable]
            if known.isTold {
                let found = judgement.judgeTold(variable)
                if found.isNarrowed { told.append(Self.cell(variable, system, found)) }
            } else if let stand = known.hiddenAt.min(by: { system.rank($0) < system.rank($1) }) {
                hidden.append(Self.cell(variable, at: stand, system, judgement.judge(variable, at: stand)))
            }
        }
        strays = PageCheck(report).findings.map { Stray(page: $0.page, number: $0.number, context: $0.context) }
        contradictions = system.contradicted + judgement.intrusion.contradicted
        undeclared = system.undeclared + system.undeclaredComparisons
        tables = report.tables.count
        pages = report.pages.count
    }

    private static func cell(_ variable: Int, at stand: Stand, _ system: OutsideSystem, _ found: Judgement.Finding)
        -> Cell
    {
        let table = system.tables[stand.table]
        let row = table.rows[stand.row]
        return Cell(
            table: system.path(ofTable: stand.table), line: row.line, column: stand.column.rawValue, codes: row.codes,
            title: system.titleWords(variable), low: finite(found.low), high: finite(found.high),
            isNarrowed: found.isNarrowed, steps: found.steps)
    }

    private static func cell(_ variable: Int, _ system: OutsideSystem, _ found: Judgement.Finding) -> Cell {
        let number = system.variables[variable].number
        return Cell(
            table: number.quantity, line: nil, column: nil, codes: [number.year] + number.places.map(\.code),
            title: system.titleWords(variable), low: finite(found.low), high: finite(found.high),
            isNarrowed: found.isNarrowed, steps: found.steps)
    }

    private static func finite(_ number: Double) -> Double? { number.isFinite ? number : nil }
}
