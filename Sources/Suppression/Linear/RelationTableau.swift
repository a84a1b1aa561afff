// SPDX-License-Identifier: EUPL-1.2

/// What the numbers that are not published yet still say of each other, in reduced echelon form: each row adds up, with
/// what is published, to something known, and its pivot stands in no other row.
///
/// That is Langsrud's matrix of published columns over inner cells, seen from the other side: the columns without a
/// pivot are the inner cells, and a pivot's row is its column over them. To publish a number is to take its column
/// out.
struct RelationTableau {
    struct Entry: Sendable {
        let column: Int
        var value: UInt64
    }

    /// Ascending by column. Published columns may remain, and say nothing.
    private var rows: [[Entry]] = []
    /// The row of a pivot; −1 for a column that is none.
    private var rowOfPivot: [Int]
    private var pivotOfRow: [Int] = []
    /// Rows that hold a column, and some that did.
    private var rowsWith: [[Int]]
    private(set) var isPublished: [Bool]
    /// Entries of a row that are not published.
    private var live: [Int] = []
    /// Those of them that are not singletons.
    private var others: [Int] = []
    /// Columns of what is its least already to those who know that zeros are printed.
    private let isSingleton: [Bool]
    private var mark: [Int]
    private var marks = 0

    /// `order` says which of two columns rather is a pivot: the one that comes first. Columns of open numbers are
    /// never published; known ones are from the start.
    init(
        _ relations: [IndependentRelations.Row], order: [Int], isKnown: [Bool], isOpen: [Bool]? = nil,
        isSingleton: [Bool]? = nil
    ) {
        let nothing = isKnown.map { _ in false }
        let isOpen = isOpen ?? nothing
        let isSingleton = isSingleton ?? nothing
        self.isSingleton = isSingleton
        isPublished = isKnown
        rowOfPivot = Array(repeating: -1, count: order.count)
        rowsWith = Array(repeating: [], count: order.count)
        mark = []
        for row in relations {
            var entries = row.relation.terms.filter { !isKnown[$0.variable] }
                .map { Entry(column: $0.variable, value: PrimeField.element($0.coefficient)) }
            for entry in entries where rowOfPivot[entry.column] >= 0 {
                entries = sum(entries, rows[rowOfPivot[entry.column]], times: PrimeField.negate(entry.value))
            }
            let total = row.total.flatMap { total in entries.contains { $0.column == total } ? total : nil }
            let first = entries.min { a, b in
                (isOpen[a.column] ? 0 : 1, isSingleton[a.column] ? 1 : 0, order[a.column])
                    < (isOpen[b.column] ? 0 : 1, isSingleton[b.column] ? 1 : 0, order[b.column])
            }
            guard let pivot = total ?? first?.column else { continue }
            rows.append([])
            pivotOfRow.append(-1)
            live.append(0)
            others.append(0)
            mark.append(0)
            set(rows.count - 1, entries, pivot)
            clear(pivot, but: rows.count - 1)
        }
        // What an open number is the pivot of says nothing of any other.
        for row in rows.indices where isOpen[pivotOfRow[row]] {
            rows[row] = []
            live[row] = 0
            others[row] = 0
        }
    }

    /// Whether a form follows from what is published.
    func tells(_ form: LinearForm) -> Bool {
        var rest = form.terms.filter { !isPublished[$0.variable] }
            .map { Entry(column: $0.variable, value: PrimeField.element($0.coefficient)) }
        for entry in rest where rowOfPivot[entry.column] >= 0 {
            rest = sum(rest, rows[rowOfPivot[entry.column]], times: PrimeField.negate(entry.value))
        }
        return rest.isEmpty
    }

    /// What stands beside a column in the row it is the pivot of; nil when it is no pivot.
    func row(ofPivot column: Int) -> [Entry]? {
        guard rowOfPivot[column] >= 0 else { return nil }
        return rows[rowOfPivot[column]].filter { $0.column != column && !isPublished[$0.column] }
    }

    /// Gives a pivot's row another pivot, the one that stands in the fewest rows, singletons last.
    mutating func unpivot(_ column: Int, order: [Int]) {
        let row = rowOfPivot[column]
        guard row >= 0 else { return }
        let beside = rows[row].filter { $0.column != column && !isPublished[$0.column] }
        let choice = beside.min { a, b in
            (isSingleton[a.column] ? 1 : 0, rowsWith[a.column].count, order[a.column])
                < (isSingleton[b.column] ? 1 : 0, rowsWith[b.column].count, order[b.column])
        }
        guard let choice else { return }
        set(row, rows[row], choice.column)
        clear(choice.column, but: row)
    }

    /// What remains of the rows with a column, which is no pivot, when it is published: of those rows alone where one
    /// number, or singletons only, remain.
    mutating func remainders(without column: Int) -> [[Entry]] {
        var found: [[Entry]] = []
        let isOne = isSingleton[column]
        eachRow(with: column) { tableau, row, _ in
            if tableau.live[row] == 2 || tableau.others[row] == (isOne ? 0 : 1) {
                found.append(
                    tableau.rows[row].filter { $0.column != column && !tableau.isPublished[$0.column] })
            }
        }
        return found
    }

    /// Takes a column out, which is no pivot or stands alone.
    mutating func publish(_ column: Int) {
        let isOne = isSingleton[column]
        eachRow(with: column) { tableau, row, _ in
            tableau.live[row] -= 1
            if !isOne { tableau.others[row] -= 1 }
        }
        isPublished[column] = true
        rowsWith[column] = []
    }

    /// Every row that holds a column, once, with its value there.
    private mutating func eachRow(with column: Int, _ body: (inout RelationTableau, Int, UInt64) -> Void) {
        marks += 1
        var kept: [Int] = []
        for row in rowsWith[column] where mark[row] != marks {
            mark[row] = marks
            guard let value = value(row, column) else { continue }
            kept.append(row)
            body(&self, row, value)
        }
        rowsWith[column] = kept
    }

    private func value(_ row: Int, _ column: Int) -> UInt64? {
        var low = 0
        var high = rows[row].count
        while low < high {
            let middle = (low + high) / 2
            if rows[row][middle].column < column { low = middle + 1 } else { high = middle }
        }
        return low < rows[row].count && rows[row][low].column == column ? rows[row][low].value : nil
    }

    /// Makes a row of the entries, scaled to 1 at the pivot.
    private mutating func set(_ row: Int, _ entries: [Entry], _ pivot: Int) {
        guard let own = entries.first(where: { $0.column == pivot }) else { return }
        let scale = PrimeField.inverse(own.value)
        var scaled: [Entry] = []
        scaled.reserveCapacity(entries.count)
        live[row] = 0
        others[row] = 0
        for entry in entries where !isPublished[entry.column] {
            scaled.append(Entry(column: entry.column, value: PrimeField.multiply(entry.value, scale)))
            live[row] += 1
            if !isSingleton[entry.column] { others[row] += 1 }
        }
        if pivotOfRow[row] < 0 { for entry in scaled { rowsWith[entry.column].append(row) } }
        if pivotOfRow[row] >= 0 { rowOfPivot[pivotOfRow[row]] = -1 }
        rows[row] = scaled
        pivotOfRow[row] = pivot
        rowOfPivot[pivot] = row
    }

    /// Takes a pivot's column out of all rows but its own.
    private mutating func clear(_ pivot: Int, but own: Int) {
        let ownRow = rows[own]
        eachRow(with: pivot) { tableau, row, value in
            if row == own { return }
            var added: [Int] = []
            let sum = tableau.sum(tableau.rows[row], ownRow, times: PrimeField.negate(value), added: &added)
            tableau.live[row] = sum.count
            tableau.others[row] = sum.count { !tableau.isSingleton[$0.column] }
            // Where a column is new to the row, it is to be found there.
            for column in added { tableau.rowsWith[column].append(row) }
            tableau.rows[row] = sum
        }
        rowsWith[pivot] = [own]
    }

    /// left + factor · right, of what is not published.
    private func sum(_ left: [Entry], _ right: [Entry], times factor: UInt64) -> [Entry] {
        var added: [Int] = []
        return sum(left, right, times: factor, added: &added)
    }

    /// The same, with the columns that are new to `left`.
    private func sum(
        _ left: [Entry], _ right: [Entry], times factor: UInt64, added: inout [Int]
    ) -> [Entry] {
        var result: [Entry] = []
        result.reserveCapacity(left.count + right.count)
        var i = 0
        var j = 0
        while i < left.count || j < right.count {
            if j == right.count || (i < left.count && left[i].column < right[j].column) {
                if !isPublished[left[i].column] { result.append(left[i]) }
                i += 1
                continue
            }
            var value = PrimeField.multiply(right[j].value, factor)
            if i < left.count, left[i].column == right[j].column {
                value = PrimeField.add(left[i].value, value)
                i += 1
            } else if !isPublished[right[j].column] {
                added.append(right[j].column)
            }
            if value != 0, !isPublished[right[j].column] {
                result.append(Entry(column: right[j].column, value: value))
            }
            j += 1
        }
        return result
    }
}
