// SPDX-License-Identifier: EUPL-1.2
package import Suppression

/// The table of a disclosure case: records or counts, and how its codes add.
package struct SuppressionCase {
    let dimensions: [String]
    private(set) var table: HierarchicalTable
    /// Values of the records by cell, where the case measures something.
    private(set) var contributions: [[Double]]

    /// Reads the table of a case; throws what is wrong with it.
    package init(_ reference: ConformanceCase) throws {
        dimensions = try reference.parameters.texts("dimensions")
        let data = try reference.table()
        let columns = try dimensions.map { try data.texts($0) }
        var trees: [String: [String: [String]]] = [:]
        if let hierarchy = reference.inputs["hierarchy"] {
            let names = try hierarchy.texts("dimension")
            let parents = try hierarchy.texts("parent")
            let children = try hierarchy.texts("child")
            for row in names.indices {
                trees[names[row], default: [:]][parents[row], default: []].append(children[row])
            }
        }
        table = HierarchicalTable(
            zip(dimensions, columns).map { name, codes in
                let tree = trees[name] ?? ["Total": LabelledCounts.distinct(codes)]
                let below = Set(tree.values.joined())
                let root = tree.keys.filter { !below.contains($0) }.sorted().first ?? "Total"
                return HierarchicalTable.Dimension(name: name, root: root, children: tree)
            })
        let counts = data.has("n") ? try data.counts("n") : Array(repeating: 1, count: data.records.count)
        let measured = try reference.parameters["value"]?.text.map { try data.numbers($0) }
        contributions = measured == nil ? [] : Array(repeating: [], count: table.cellCount)
        for row in data.records.indices {
            let codes = columns.map { $0[row] }
            guard let cells = table.cellsAbove(codes), table.add(codes, count: counts[row]) else {
                throw CaseError.outsideMethod("a code of record \(row + 1) is not in the hierarchy")
            }
            if let measured { for cell in cells { contributions[cell].append(measured[row]) } }
        }
    }

    /// The cell's codes as the first columns of a result.
    func row(of cell: Int) -> ResultRow {
        var row: ResultRow = [:]
        for (name, code) in zip(dimensions, table.codes(of: cell)) { row[name] = CaseValue(code) }
        return row
    }

    /// The table as a problem where counts of 1 up to the threshold are unsafe and zeros are printed.
    package func problem(threshold: Int) -> SuppressionProblem {
        SuppressionProblem(
            cells: table.counts.map { count in
                SuppressionProblem.Cell(
                    value: Double(count), loss: Double(count), mayHide: count > 0,
                    isPrimary: count > 0 && count < threshold)
            }, relations: table.relations)
    }
}
