// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Published
import Queries
import Reports
import Tabular
import Terms

extension CorrectedEdition {
    /// How the tables differ from those of the edition that is corrected; nil where none is.
    init?(_ plan: EditionPlan, to tables: OpenTables) throws(PublishedReportError) {
        guard let corrected = plan.corrected, let reason = plan.edition.reason else { return nil }
        let earlier = Dictionary(
            try PublishedReport(folder: corrected.folder).tables.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
        var changes: [Change] = []
        var numbers = 0
        for table in tables.tables {
            guard let now = PublishedTable(csv: Array(table.csv.utf8), name: table.name) else { continue }
            let before = earlier[table.name].flatMap { $0.dimensions == now.dimensions ? $0 : nil }
            for (codes, (then, row)) in Self.pairs(before?.rows ?? [], now.rows) {
                numbers += 1
                guard let change = Self.change(table.table.question, codes, then, row) else { continue }
                changes.append(change)
            }
        }
        self.init(edition: plan.edition.edition, reason: reason, changes: changes, numbers: numbers)
    }

    private typealias Row = PublishedTable.Row

    /// Rows of the same codes, in the order of the later table; then those that only the earlier has.
    private static func pairs(_ before: [Row], _ now: [Row]) -> [([String], (Row?, Row?))] {
        let then = Dictionary(before.map { ($0.codes, $0) }, uniquingKeysWith: { first, _ in first })
        let codes = Set(now.map(\.codes))
        return now.map { ($0.codes, (then[$0.codes], $0)) }
            + before.filter { !codes.contains($0.codes) }.map { ($0.codes, ($0, nil)) }
    }

    /// nil where both say the same.
    private static func change(_ question: Question, _ codes: [String], _ before: Row?, _ now: Row?) -> Change? {
        let parts: [PublishedTable.Column] = [.value, .n, .numerator, .denominator]
        let (then, own) = (before?.numbers[.value], now?.numbers[.value])
        guard then != nil || own != nil, parts.contains(where: { before?.numbers[$0] != now?.numbers[$0] }),
            let unit = (now ?? before).flatMap({ Unit(rawValue: $0.unit) })
        else { return nil }
        return Change(
            question, codes: codes, unit: unit, before: then, now: own,
            isExact: [before, now].allSatisfy { !($0?.isChanged ?? false) })
    }
}

extension PublicFacts.Correction {
    /// `told` are those of its numbers that page one tells.
    init(_ correction: CorrectedEdition, told: [CorrectedEdition.Change]) {
        let counts = correction.counts
        self.init(
            edition: correction.edition, numbers: correction.numbers, changed: counts.changed, shown: counts.shown,
            hidden: counts.hidden,
            told: told.compactMap { change in
                guard change.isExact, let before = change.before else { return nil }
                return Number(
                    table: OpenTableNames.name(of: change.question), codes: change.codes, unit: change.unit,
                    before: before)
            })
    }
}
