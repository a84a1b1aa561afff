// SPDX-License-Identifier: EUPL-1.2

/// Relations among quantities in echelon form (Gauss), with pivots in the unknown quantities only.
///
/// An unknown form follows from what is known exactly when the relations reduce it to known quantities alone.
package struct Elimination {
    /// Tells whether there is anything to derive, which seldom is so: by the unknown quantities alone.
    private let tableau: RelationTableau
    private let rows: Rows

    /// `isKnown` by variable; a relation that holds nothing unknown says nothing.
    package init(_ relations: [LinearForm], isKnown: [Bool]) {
        let independent = IndependentRelations(relations, count: isKnown.count)
        tableau = RelationTableau(independent.rows, order: Array(isKnown.indices), isKnown: isKnown)
        rows = Rows(relations, isKnown: isKnown)
    }

    /// The known quantities that give `form` away, or nil when it does not follow from what is known.
    package func derivation(of form: LinearForm) -> [Int]? {
        tableau.tells(form) ? rows.eliminated.derivation(of: form) : nil
    }

    /// The rows with what they hold of known quantities, made when they are asked for.
    private final class Rows {
        private let relations: [LinearForm]
        private let isKnown: [Bool]
        lazy var eliminated = EliminatedRows(relations, isKnown: isKnown)

        init(_ relations: [LinearForm], isKnown: [Bool]) {
            self.relations = relations
            self.isKnown = isKnown
        }
    }
}

/// Relations in echelon form, known quantities and all.
private struct EliminatedRows {
    private struct Entry {
        let variable: Int
        var value: UInt64
    }

    private let isKnown: [Bool]
    /// Row whose first unknown quantity is this one, scaled to 1 there; −1 for none.
    private var pivotRow: [Int]
    private var rows: [[Entry]] = []

    init(_ relations: [LinearForm], isKnown: [Bool]) {
        self.isKnown = isKnown
        pivotRow = Array(repeating: -1, count: isKnown.count)
        for relation in relations where relation.terms.contains(where: { !isKnown[$0.variable] }) {
            var row = reduce(Self.entries(relation))
            guard let pivot = row.first(where: { !isKnown[$0.variable] }) else { continue }
            let scale = PrimeField.inverse(pivot.value)
            for index in row.indices { row[index].value = PrimeField.multiply(row[index].value, scale) }
            pivotRow[pivot.variable] = rows.count
            rows.append(row)
        }
    }

    func derivation(of form: LinearForm) -> [Int]? {
        let rest = reduce(Self.entries(form))
        guard rest.allSatisfy({ isKnown[$0.variable] }) else { return nil }
        return rest.map(\.variable)
    }

    private static func entries(_ form: LinearForm) -> [Entry] {
        form.terms.map { Entry(variable: $0.variable, value: PrimeField.element($0.coefficient)) }
    }

    private func reduce(_ start: [Entry]) -> [Entry] {
        var row = start
        var index = 0
        while index < row.count {
            let entry = row[index]
            let pivot = pivotRow[entry.variable]
            if isKnown[entry.variable] || pivot < 0 {
                index += 1
                continue
            }
            // The pivot's row may hold known quantities before its pivot: they are let in, and passed over later.
            row = Self.sum(row, rows[pivot], times: PrimeField.negate(entry.value))
            index = row.firstIndex { $0.variable > entry.variable } ?? row.count
        }
        return row
    }

    private static func sum(_ left: [Entry], _ right: [Entry], times factor: UInt64) -> [Entry] {
        var result: [Entry] = []
        result.reserveCapacity(left.count + right.count)
        var i = 0
        var j = 0
        while i < left.count || j < right.count {
            if j == right.count || (i < left.count && left[i].variable < right[j].variable) {
                result.append(left[i])
                i += 1
                continue
            }
            let added = PrimeField.multiply(right[j].value, factor)
            if i < left.count, left[i].variable == right[j].variable {
                let value = PrimeField.add(left[i].value, added)
                if value != 0 { result.append(Entry(variable: left[i].variable, value: value)) }
                i += 1
            } else {
                result.append(Entry(variable: right[j].variable, value: added))
            }
            j += 1
        }
        return result
    }
}
