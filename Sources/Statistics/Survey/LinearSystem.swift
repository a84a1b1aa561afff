// SPDX-License-Identifier: EUPL-1.2

/// Small dense linear systems and projections, for the estimators that need a handful of unknowns.
package enum LinearSystem {
    /// x with A·x = b, by Gaussian elimination with scaled partial pivoting. nil when A is singular to working
    /// precision.
    package static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
        let size = right.count
        var rows = zip(matrix, right).map { $0 + [$1] }
        let scales = matrix.map { row in row.map(abs).max() ?? 0 }
        guard scales.allSatisfy({ $0 > 0 }) else { return nil }
        var order = Array(0..<size)
        for column in 0..<size {
            let candidates = order[column...].enumerated()
            guard
                let best = candidates.max(by: { a, b in
                    abs(rows[a.element][column]) / scales[a.element] < abs(rows[b.element][column]) / scales[b.element]
                }), abs(rows[best.element][column]) > 1e-13 * scales[best.element]
            else { return nil }
            order.swapAt(column, column + best.offset)
            let pivot = rows[order[column]]
            for row in order[(column + 1)...] {
                let factor = rows[row][column] / pivot[column]
                guard factor != 0 else { continue }
                for place in column...size { rows[row][place] -= factor * pivot[place] }
            }
        }
        var solution = Array(repeating: 0.0, count: size)
        for column in stride(from: size - 1, through: 0, by: -1) {
            let row = rows[order[column]]
            let known = ((column + 1)..<size).reduce(0.0) { $0 + row[$1] * solution[$1] }
            solution[column] = (row[size] - known) / row[column]
        }
        return solution
    }

    /// Orthonormal columns that span the same space, by Gram–Schmidt done twice (Giraud et al. 2005). Columns that
    /// the earlier ones already span fall away, so that overlapping margins do no harm.
    static func orthonormal(_ columns: [[Double]]) -> [[Double]] {
        var basis: [[Double]] = []
        for column in columns {
            let length = dot(column, column).squareRoot()
            guard length > 0 else { continue }
            var rest = column
            for _ in 0..<2 {
                for vector in basis { rest = subtract(dot(vector, rest), vector, from: rest) }
            }
            let left = dot(rest, rest).squareRoot()
            guard left > 1e-10 * length else { continue }
            basis.append(rest.map { $0 / left })
        }
        return basis
    }

    /// What is left of a vector outside the space that an orthonormal basis spans.
    static func residual(of vector: [Double], outside basis: [[Double]]) -> [Double] {
        basis.reduce(vector) { rest, column in subtract(dot(column, rest), column, from: rest) }
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double {
        ExactSum.sum(of: zip(a, b).map { $0 * $1 })
    }

    private static func subtract(_ factor: Double, _ column: [Double], from vector: [Double]) -> [Double] {
        zip(vector, column).map { $0 - factor * $1 }
    }
}
