// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension ReleasedTable {
    /// The rows that are about these codes, without the dimensions they are of: of a table of several items, waves and
    /// groups the one that a comparison speaks of. Nothing is shown that the table does not show.
    package func part(_ codes: [Dimension: Set<String>]) -> ReleasedTable {
        let kept = dimensions.indices.filter { codes[dimensions[$0]] == nil }
        let rows = rows.filter { row in
            dimensions.indices.allSatisfy { codes[dimensions[$0]]?.contains(row.key[$0].code) ?? true }
        }
        return ReleasedTable(
            question: question, dimensions: kept.map { dimensions[$0] },
            rows: rows.map { row in Row(key: kept.map { row.key[$0] }, cell: row.cell, unit: row.unit) },
            definition: definition, notes: notes, isInternal: isInternal, perturbation: perturbation)
    }
}
