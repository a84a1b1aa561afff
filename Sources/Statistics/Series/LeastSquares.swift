// SPDX-License-Identifier: EUPL-1.2

/// A least-squares fit of a few columns (*minsta kvadratmetoden*), by Householder reflections (Golub & Van Loan 2013, 5.2),
/// which do not square the condition of the columns as normal equations do.
package struct LeastSquares: Sendable {
    /// One a column.
    package let coefficients: [Double]
    /// Σ residual².
    package let residualSquares: Double
    /// (XᵀX)⁻¹.
    package let inverse: [[Double]]
    /// ln |XᵀX|.
    package let logDeterminant: Double

    /// The fit of `values` on `columns`, each as long; nil where there are fewer values than columns or one column is a
    /// combination of others to working precision.
    package init?(_ columns: [[Double]], _ values: [Double]) {
        let (rows, size) = (values.count, columns.count)
        precondition(columns.allSatisfy { $0.count == rows }, "a column has a number for every value")
        guard size > 0, rows >= size else { return nil }
        var matrix = columns
        var right = values
        let lengths = columns.map { Self.dot($0, $0).squareRoot() }
        var logDeterminant = 0.0
        for column in 0..<size {
            var reflector = Array(matrix[column][column...])
            let length = Self.dot(reflector, reflector).squareRoot()
            guard length > 1e-11 * lengths[column], length > 0 else { return nil }
            let pivot = reflector[0] > 0 ? -length : length
            reflector[0] -= pivot
            let squares = Self.dot(reflector, reflector)
            func reflect(_ vector: inout [Double]) {
                let product = Self.dot(reflector, vector[column...])
                for place in reflector.indices { vector[column + place] -= 2 * product / squares * reflector[place] }
            }
            for other in column..<size { reflect(&matrix[other]) }
            matrix[column][column] = pivot
            reflect(&right)
            logDeterminant += 2 * .logarithm(abs(pivot))
        }
        // The columns are now an upper triangle R: matrix[j][i] is R(i, j).
        func solved(_ vector: [Double]) -> [Double] {
            var solution = vector
            for row in stride(from: size - 1, through: 0, by: -1) {
                for column in row + 1..<max(row + 1, size) { solution[row] -= matrix[column][row] * solution[column] }
                solution[row] /= matrix[row][row]
            }
            return solution
        }
        coefficients = solved(Array(right.prefix(size)))
        residualSquares = Self.dot(right[size...], right[size...])
        // R⁻¹, a column at a time; (XᵀX)⁻¹ = R⁻¹·R⁻ᵀ.
        let inverseOfR = (0..<size).map { column in solved((0..<size).map { $0 == column ? 1 : 0 }) }
        inverse = (0..<size).map { first in
            (0..<size).map { second in
                ExactSum.sum(of: inverseOfR.map { $0[first] * $0[second] })
            }
        }
        self.logDeterminant = logDeterminant
    }

    /// Σ a·b, compensated (Neumaier 1974); fits are repeated some hundred times, which exact sums would slow down.
    private static func dot(_ a: some Collection<Double>, _ b: some Collection<Double>) -> Double {
        var (sum, lost) = (0.0, 0.0)
        for (x, y) in zip(a, b) {
            let term = x * y
            let next = sum + term
            lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
            sum = next
        }
        return sum + lost
    }
}
