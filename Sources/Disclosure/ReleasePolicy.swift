// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Measures
import Terms

/// The gate: the only way from unreleased numbers to released ones.
///
/// What is published together must be released together. Two releases of the same data protect nothing against each
/// other.
package struct ReleasePolicy: Sendable {
    package let settings: DisclosureSettings
    private let rules: PrimaryRules
    private let division: Division

    /// The division tells which boards add up to which: needed as soon as a release holds districts as they were.
    package init(_ settings: DisclosureSettings, division: Division = Division([])) {
        self.settings = settings
        self.division = division
        rules = PrimaryRules(settings)
    }

    /// Everything that is published together: judged number by number, then hidden further until no hidden number
    /// follows from what is shown. The same tabulations in the same order give the same release.
    package func release(_ tabulations: [Tabulation]) -> Release { release(tabulations, suppress(tabulations)) }

    /// The same, with the owner's record of what was hidden, why, and how narrowly an attack could bound it.
    package func recordedRelease(_ tabulations: [Tabulation]) -> (release: Release, record: DisclosureRecord) {
        let suppression = suppress(tabulations)
        return (release(tabulations, suppression), suppression.record(tabulations))
    }

    private func release(_ tabulations: [Tabulation], _ suppression: SecondarySuppression) -> Release {
        var cell = 0
        var hidden = 0
        var tables: [ReleasedTable] = []
        for tabulation in tabulations {
            var rows: [ReleasedTable.Row] = []
            for row in tabulation.rows {
                let content =
                    suppression.isHidden[cell]
                    ? .hidden : Self.shown(row.measurement, withholding: suppression.withheld[cell])
                if content == .hidden { hidden += 1 }
                rows.append(ReleasedTable.Row(key: row.key, cell: content, unit: row.measurement.unit))
                cell += 1
            }
            tables.append(Self.table(tabulation, rows, isInternal: false))
        }
        return Release(
            tables: tables, openTables: openTables(tabulations, tables, suppression), settings: settings,
            hidden: hidden, cells: cell, unprotected: suppression.unprotected.count)
    }

    /// The tables as open data: nil when they are the same.
    private func openTables(
        _ tabulations: [Tabulation], _ tables: [ReleasedTable], _ suppression: SecondarySuppression
    ) -> [ReleasedTable]? {
        guard settings.method != .suppression else { return nil }
        let counts = OpenCounts(tabulations, suppression)
        var first = 0
        return zip(tables, counts.isOfCounts).map { table, isOfCounts in
            let cells = first..<first + table.rows.count
            first = cells.upperBound
            return isOfCounts ? ReleasedTable(table, cells: cells, counts, settings) : table
        }
    }

    /// The answer to a question asked with `--internal`: everything is shown, and the table says that it is internal.
    package func internalAnswer(_ tabulation: Tabulation) -> ReleasedTable {
        let rows = tabulation.rows.map {
            ReleasedTable.Row(key: $0.key, cell: Self.shown($0.measurement), unit: $0.measurement.unit)
        }
        return Self.table(tabulation, rows, isInternal: true)
    }

    /// The pattern and its reasons, cell by cell in the order of tables and rows. Stays in this room.
    func suppress(_ tabulations: [Tabulation]) -> SecondarySuppression {
        let findings = tabulations.flatMap { $0.rows.map { rules.judge($0.measurement) } }
        var suppression = SecondarySuppression(
            LinkedSystem(tabulations, division: division), primary: findings, settings: settings)
        suppression.run()
        return suppression
    }

    private static func shown(_ number: Measurement, withholding: Withholding = .nothing) -> ReleasedCell {
        guard let value = number.value else {
            return .notApplicable(number.notDefined ?? Phrase(sv: "Ej definierat", en: "Not defined"))
        }
        if withholding != .nothing {
            return .shown(ReleasedValue(number, value: value, isRounded: withholding == .base))
        }
        return .shown(
            ReleasedValue(
                value: value, lower: number.lower, upper: number.upper, standardError: number.standardError,
                degreesOfFreedom: number.degreesOfFreedom, persons: number.persons,
                numerator: number.isWeighted ? nil : number.numerator,
                denominator: number.isWeighted ? nil : number.denominator, unit: number.unit, p: number.test?.p,
                adjustedP: number.test?.adjustedP))
    }

    private static func table(_ tabulation: Tabulation, _ rows: [ReleasedTable.Row], isInternal: Bool) -> ReleasedTable
    {
        ReleasedTable(
            question: tabulation.question, dimensions: tabulation.dimensions, rows: rows,
            definition: tabulation.definition, notes: tabulation.notes, isInternal: isInternal)
    }
}
