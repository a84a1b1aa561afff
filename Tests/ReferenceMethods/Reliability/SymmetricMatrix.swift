// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Small symmetric matrices.
enum SymmetricMatrix {
    /// The diagonal of the inverse, by Gauss–Jordan elimination with the largest pivots; nil when there is none.
    static func inverseDiagonal(_ matrix: [[Double]]) -> [Double]? {
        let size = matrix.count
        var rows = matrix.enumerated().map { place, row in
            row + (0..<size).map { $0 == place ? 1.0 : 0.0 }
        }
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
                abs(rows[pivot][column]) > 1e-12
            else { return nil }
            rows.swapAt(column, pivot)
            let scale = rows[column][column]
            for place in rows[column].indices { rows[column][place] /= scale }
            for row in 0..<size where row != column {
                let factor = rows[row][column]
                for place in rows[row].indices { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<size).map { rows[$0][size + $0] }
    }
}
