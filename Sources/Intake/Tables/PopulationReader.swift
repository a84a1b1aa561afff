// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Tabular

/// Reads the population tables of a project, in the canonical long form and as public tables are published.
///
/// Beside the counts as they stand, the result holds the whole of each district, and of the municipality, for every
/// year whose parts make up a whole: a count with neither ages nor sex. Counts of the municipality have no district.
package enum PopulationReader {
    /// Reads all sources of the kind. `districts` are those of the districts table, or grow by the names that come.
    package static func read(
        _ project: Project, districts: inout DistrictNames
    ) throws(IntakeError) -> (population: [PopulationCount], files: [TableFile]) {
        var tables: [TableRows<PopulationRow>] = []
        var districtColumns: [Int] = []
        for source in project.sources where source.kind == .population {
            for file in source.files {
                let rows = try RowFile(file, of: source, in: project, schema: .population)
                let columns: PopulationColumns
                do {
                    columns = try PopulationColumns(rows.header, file: file, year: source.year)
                } catch {
                    throw IntakeError(file: file, reason: error)
                }
                districtColumns.append(columns.district)
                let ignored = columns.ignored(of: rows.header)
                var table = try TableRows(rows, kind: .population) { batch, record throws(RowFault) in
                    try PopulationRow(
                        batch, record, columns, base: source.base, municipality: project.municipality,
                        districts: &districts)
                }
                table.ignoredColumns = ignored
                tables.append(table)
            }
        }
        setAsideDuplicates(&tables)
        let division = districts.division
        setAsidePredecessors(&tables, districtColumns, division)
        let cells = PopulationCells(tables.flatMap { $0.kept.flatMap(\.row.entries) }.map { ($0.cell, $0.count) })
        remarkTotals(&tables, cells)
        return (cells.counts, tables.map(\.tableFile))
    }

    private static func setAsideDuplicates(_ tables: inout [TableRows<PopulationRow>]) {
        var seen: Set<PopulationCell> = []
        for table in tables.indices {
            for (number, row) in tables[table].kept {
                if let again = row.entries.first(where: { seen.contains($0.cell) }) {
                    tables[table].setAside(number, RowFault(.duplicateCell, at: again.column))
                } else {
                    seen.formUnion(row.entries.map(\.cell))
                }
            }
        }
    }

    /// A district beside the one that took over, in the same year, would count its people twice: its row is set
    /// aside. Alone after its end it is kept, in its successor, with a remark.
    private static func setAsidePredecessors(
        _ tables: inout [TableRows<PopulationRow>], _ columns: [Int], _ division: Division
    ) {
        struct Presence: Hashable {
            var base: PopulationCount.Base
            var year: Int
            var district: DistrictIndex
        }
        var present: Set<Presence> = []
        for table in tables {
            for entry in table.kept.flatMap(\.row.entries) {
                guard case .district(let index) = entry.cell.place else { continue }
                present.insert(Presence(base: entry.cell.base, year: entry.cell.year, district: index))
            }
        }
        for table in tables.indices {
            for (number, row) in tables[table].kept {
                guard let first = row.entries.first, case .district(let index) = first.cell.place else { continue }
                let name = ValueShape(ofName: division[index].name)
                let isBeside = row.entries.contains { entry in
                    division.successors(of: index).contains {
                        present.contains(Presence(base: entry.cell.base, year: entry.cell.year, district: $0))
                    }
                }
                if isBeside {
                    let fault = RowFault(.predecessorBesideSuccessor, at: columns[table], found: name)
                    tables[table].setAside(number, fault)
                } else if let last = division[index].validTo,
                    row.entries.contains(where: { last < YearMonth(year: $0.cell.year, month: 12).lastDay })
                {
                    tables[table].entries[number].remarks.append((.endedDistrict, columns[table], name))
                }
            }
        }
    }

    private static func remarkTotals(_ tables: inout [TableRows<PopulationRow>], _ cells: PopulationCells) {
        for table in tables.indices {
            for (number, row) in tables[table].kept {
                guard let wrong = row.entries.first(where: { cells.differsFromParts($0.cell, $0.count) }) else {
                    continue
                }
                tables[table].entries[number].remarks.append(
                    (.totalDiffers, wrong.column, .number(digits: "\(wrong.count)".count)))
            }
        }
    }
}

extension Division {
    /// The districts that came after one, nearest first.
    func successors(of index: DistrictIndex) -> [DistrictIndex] {
        var successors: [DistrictIndex] = []
        var next = self[index].successor
        while let successor = next {
            successors.append(successor)
            next = self[successor].successor
        }
        return successors
    }
}
