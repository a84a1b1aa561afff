// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Measures
import Terms

/// The gate: the only way from unreleased numbers to released ones.
///
/// What is published together must be released together. Two releases of the same data protect nothing against each
/// other.
package struct ReleasePolicy: Sendable {
    /// In how many per cent a share may be rounded that stands without its base, the finest first.
    package static let shareSteps = ShareRounding.steps

    package let settings: DisclosureSettings
    private let rules: PrimaryRules

    /// How many persons a ratio or a mean is of at least that stands without n.
    package var leastOfRatios: Int { rules.leastPersons(.ratio) }

    private let division: Division
    private let published: [Tabulation]
    private let kept: [Tabulation]

    /// The division tells which boards add up to which: needed as soon as a release holds districts as they were.
    /// `published` are tables of earlier reports as everybody has read them, hidden numbers without a value: what they
    /// show counts as known, and nothing is hidden behind it; what they hide or leave out stays so. `kept` are the true
    /// numbers of such tables, and others that nobody prints of persons that are told otherwise.
    package init(
        _ settings: DisclosureSettings, division: Division = Division([]), published: [Tabulation] = [],
        kept: [Tabulation] = []
    ) {
        self.settings = settings
        self.published = published
        self.kept = kept
        self.division = division
        rules = PrimaryRules(settings)
    }

    /// Everything that is published together: judged number by number, then hidden further until no hidden number
    /// follows from what is shown. The same tabulations in the same order give the same release. `inner` are tables of
    /// the finest groups that the others are sums of, printed nowhere: an attack on them knows that none is below zero.
    ///
    /// With `leavingOut`, breakdowns of which most groups would be hidden are not published at all.
    package func release(
        _ tabulations: [Tabulation], inner: [Tabulation] = [], leavingOut: Bool = false
    ) -> Release {
        let (suppression, _, leftOut) = parted(tabulations, inner, leavingOut)
        return release(tabulations, leftOut, suppression)
    }

    /// The same, with the owner's record of what was hidden, why, and how narrowly an attack could bound it.
    package func recordedRelease(
        _ tabulations: [Tabulation], inner: [Tabulation] = [], leavingOut: Bool = false
    ) -> (release: Release, record: DisclosureRecord) {
        let (suppression, told, leftOut) = parted(tabulations, inner, leavingOut)
        return (release(tabulations, leftOut, suppression), suppression.record(told))
    }

    /// What is hidden of the tables that are told, and the places of those that are left out.
    private func parted(
        _ tabulations: [Tabulation], _ inner: [Tabulation], _ leavingOut: Bool
    ) -> (SecondarySuppression, told: [Tabulation], leftOut: Set<Int>) {
        let whole = suppress(tabulations, inner: inner)
        let leftOut = leavingOut ? LeftOutBreakdowns(tabulations, isHidden: whole.isHidden).tables : []
        if leftOut.isEmpty { return (whole, tabulations, []) }
        let told = tabulations.enumerated().filter { !leftOut.contains($0.offset) }.map(\.element)
        // What is left out is printed nowhere, and still ties what is.
        let silent = tabulations.enumerated().filter { leftOut.contains($0.offset) }.map(\.element)
        return (suppress(told, inner: inner + silent), told, leftOut)
    }

    private func release(
        _ tabulations: [Tabulation], _ leftOut: Set<Int>, _ suppression: SecondarySuppression
    ) -> Release {
        let known = KnownToAll(suppression)
        let dated = DatedCounts(settings)
        var cell = 0
        var hidden = 0
        // Rows that are not published as data.
        var absent = 0
        var tables: [ReleasedTable] = []
        for (place, tabulation) in tabulations.enumerated() {
            if leftOut.contains(place) {
                tables.append(Self.leftOut(tabulation))
                continue
            }
            let isOfADay = tabulation.question.aspect.isOfADay
            let isRest = Catalogue.aspect(of: tabulation.question).isRest
            var rows: [ReleasedTable.Row] = []
            for row in tabulation.rows {
                var content =
                    suppression.isHidden[cell]
                    ? Self.known(row.measurement, cell, suppression) : shown(row.measurement, cell, suppression)
                // That there are none is told no more than that they are few.
                if isRest, row.measurement.value == 0 { content = .hidden }
                if isOfADay { content = dated.rounded(content) }
                if content == .hidden { if isRest { absent += 1 } else { hidden += 1 } }
                rows.append(
                    ReleasedTable.Row(
                        key: row.key, cell: content, unit: row.measurement.unit,
                        known: isOfADay ? ReleasedTable.KnownParts() : known.parts(of: row.measurement, cell)))
                cell += 1
            }
            tables.append(
                Self.table(tabulation, rows, isInternal: false, changed: isOfADay ? dated : nil))
        }
        return Release(
            tables: tables, openTables: openTables(tabulations, tables, suppression), settings: settings,
            hidden: hidden, cells: cell - absent, unprotected: suppression.unprotected.count,
            untested: suppression.untested,
            isTooLarge: suppression.isTooLarge, earlierTables: published.count,
            corrected: suppression.system.corrected)
    }

    /// A table of which nothing is published: its pages say so.
    private static func leftOut(_ tabulation: Tabulation) -> ReleasedTable {
        let rows = tabulation.rows.map {
            ReleasedTable.Row(key: $0.key, cell: .hidden, unit: $0.measurement.unit)
        }
        return ReleasedTable(
            question: tabulation.question, dimensions: tabulation.dimensions, rows: rows,
            definition: tabulation.definition, notes: tabulation.notes, isLeftOut: true)
    }

    /// The tables as open data: nil when they are the same.
    private func openTables(
        _ tabulations: [Tabulation], _ tables: [ReleasedTable], _ suppression: SecondarySuppression
    ) -> [ReleasedTable]? {
        guard settings.method != .suppression else { return nil }
        let told = zip(tabulations, tables).filter { !$0.1.isLeftOut }.map(\.0)
        let counts = OpenCounts(told, suppression)
        var first = 0
        var place = 0
        return tables.map { table in
            if table.isLeftOut { return table }
            let cells = first..<first + table.rows.count
            first = cells.upperBound
            defer { place += 1 }
            // Counts of a day are rounded already.
            return counts.isOfCounts[place] && table.perturbation == nil
                ? ReleasedTable(table, cells: cells, counts, settings) : table
        }
    }

    /// The answer to a question asked with `--internal`: everything is shown, and the table says that it is internal.
    package func internalTable(_ tabulation: Tabulation) -> ReleasedTable {
        let rows = tabulation.rows.map {
            ReleasedTable.Row(
                key: $0.key, cell: Self.shown($0.measurement, isInternal: true), unit: $0.measurement.unit)
        }
        return Self.table(tabulation, rows, isInternal: true)
    }

    /// The pattern and its reasons, cell by cell in the order of tables and rows. Stays in this room.
    func suppress(_ tabulations: [Tabulation], inner: [Tabulation] = []) -> SecondarySuppression {
        let findings = tabulations.flatMap { $0.rows.map { rules.judge($0.measurement) } }
        var system = LinkedSystem(
            tabulations, inner: inner, published: published, kept: kept, division: division, rules: rules)
        system.keepHidden(published)
        var suppression = SecondarySuppression(system, primary: findings, rules: rules)
        suppression.run()
        return suppression
    }

    /// Whether so few did not answer that nothing may tell it.
    func isFew(_ unanswered: Int?) -> Bool { unanswered.map { $0 > 0 && $0 < settings.threshold } ?? false }

    /// Without its error where n and the error together would tell that a few in a stratum did not answer.
    private func guarded(_ number: Measurement) -> Measurement {
        guard isFew(number.unanswered) else { return number }
        var number = number
        number.lower = nil
        number.upper = nil
        number.standardError = nil
        number.degreesOfFreedom = nil
        number.test = nil
        return number
    }

    /// A share that an earlier report shows stands as it stood there, though its parts are hidden now.
    private static func known(
        _ number: Measurement, _ cell: Int, _ suppression: SecondarySuppression
    ) -> ReleasedCell {
        suppression.shownBefore(cell).map { .shown(ReleasedValue(alone: $0, of: number)) } ?? .hidden
    }

    private func shown(_ number: Measurement, _ cell: Int, _ suppression: SecondarySuppression) -> ReleasedCell {
        guard let value = number.value else { return Self.shown(number) }
        switch suppression.withheld[cell] {
        case .nothing where !number.tellsPersons && (number.kind == .ratio || number.kind == .difference):
            return .shown(ReleasedValue(withoutPersons: number, value: value))
        case .nothing: return Self.shown(guarded(number))
        case .persons: return .shown(ReleasedValue(withoutPersons: number, value: value))
        case .base: return .shown(ReleasedValue(alone: suppression.rounded(value, cell), of: number))
        }
    }

    private static func shown(_ number: Measurement, isInternal: Bool = false) -> ReleasedCell {
        guard let value = number.value else {
            return .notApplicable(number.notDefined ?? Phrase(sv: "Ej definierat", en: "Not defined"))
        }
        return .shown(
            ReleasedValue(
                value: value, lower: number.lower, upper: number.upper, standardError: number.standardError,
                degreesOfFreedom: number.degreesOfFreedom,
                persons: number.tellsPersons || isInternal ? number.persons : nil,
                numerator: number.isWeighted ? nil : number.numerator,
                denominator: number.isWeighted ? nil : number.denominator, unit: number.unit, p: number.test?.p,
                adjustedP: number.test?.adjustedP))
    }

    private static func table(
        _ tabulation: Tabulation, _ rows: [ReleasedTable.Row], isInternal: Bool, changed: DatedCounts? = nil
    ) -> ReleasedTable {
        ReleasedTable(
            question: tabulation.question, dimensions: tabulation.dimensions, rows: rows,
            definition: tabulation.definition, notes: tabulation.notes + (changed.map { [$0.note] } ?? []),
            isInternal: isInternal, perturbation: changed?.perturbation)
    }
}
