// SPDX-License-Identifier: EUPL-1.2

/// A model of an interrupted series whose errors remember the one before: correlation ρ^g at g months' distance (AR(1)),
/// missing months being gaps.
///
/// For a given ρ the series is whitened (each value less φ = ρ^g times the one before, over √(1 − φ²)) and fitted by least
/// squares. How well ρ fits is told by the restricted likelihood, which allows for the estimated terms (Patterson & Thompson
/// 1971; Harville 1974), with n values and p terms:
/// l(ρ) = −½ ln|R| − ½ ln|XᵀR⁻¹X| − (n − p)/2 · (ln(RSS/(n − p)) + 1 + ln 2π).
package struct AutoregressiveErrors: Sendable {
    package let terms: [SegmentedModel.Term]
    private let columns: [[Double]]
    private let values: [Double]
    /// Months from the value before; none for the first.
    private let gaps: [Int]

    /// n − p.
    package var degreesOfFreedom: Int { values.count - terms.count }

    /// Throws where the model cannot be fitted.
    package init(_ series: InterruptedSeries, _ model: SegmentedModel) throws(InterruptedSeriesError) {
        terms = model.terms
        columns = series.columns(model)
        values = series.values
        gaps = zip(series.times, series.times.dropFirst()).map { $1 - $0 }
        guard values.count > terms.count else { throw .tooFewValues }
        guard let plain = LeastSquares(columns, values) else { throw .termsNotDetermined }
        // What is left of rounding alone.
        let squares = ExactSum.sum(of: values.map { $0 * $0 })
        guard plain.residualSquares > 1e-24 * squares else { throw .noVariation }
    }

    /// The fit with a given ρ, −1 < ρ < 1.
    package struct Fit: Sendable {
        package let rho: Double
        package let coefficients: [Double]
        /// σ², the variance of the errors: RSS ÷ (n − p).
        package let variance: Double
        /// (XᵀR⁻¹X)⁻¹.
        let inverse: [[Double]]
        /// l(ρ).
        package let restrictedLogLikelihood: Double

        /// The standard error of a term.
        package func error(of place: Int) -> Double { (variance * inverse[place][place]).squareRoot() }
    }

    /// nil where the whitened columns cannot be told apart or nothing is left of the errors.
    package func fit(rho: Double) -> Fit? {
        precondition(rho > -1 && rho < 1, "a correlation between neighbours lies between -1 and 1")
        var logDeterminant = 0.0
        let scales = gaps.map { gap in
            let phi = Self.power(rho, gap)
            let rest = 1 - phi * phi
            logDeterminant += .logarithm(rest)
            return (phi: phi, root: rest.squareRoot())
        }
        func whitened(_ vector: [Double]) -> [Double] {
            var white = vector
            for place in scales.indices {
                white[place + 1] = (vector[place + 1] - scales[place].phi * vector[place]) / scales[place].root
            }
            return white
        }
        let degrees = Double(degreesOfFreedom)
        guard let squares = LeastSquares(columns.map(whitened), whitened(values)), squares.residualSquares > 0 else {
            return nil
        }
        let variance = squares.residualSquares / degrees
        return Fit(
            rho: rho, coefficients: squares.coefficients, variance: variance, inverse: squares.inverse,
            restrictedLogLikelihood: -0.5 * (logDeterminant + squares.logDeterminant)
                - degrees / 2 * (.logarithm(variance) + 1 + .logarithm(2 * .pi)))
    }

    /// How the parts of the likelihood change with ρ.
    struct Slopes {
        /// First and second derivative of ln|R|.
        var logDeterminant: (first: Double, second: Double)
        /// Of XᵀR⁻¹X.
        var matrix: (first: [[Double]], second: [[Double]])
        /// Of RSS, at the coefficients that are best for each ρ.
        var residualSquares: (first: Double, second: Double)
    }

    func slopes(_ fit: Fit) -> Slopes {
        let form = QuadraticForm(rho: fit.rho, gaps: gaps)
        let residuals = values.indices.map { row in
            values[row] - columns.indices.reduce(0.0) { $0 + columns[$1][row] * fit.coefficients[$1] }
        }
        func matrix(_ part: QuadraticForm.Part) -> [[Double]] {
            columns.map { first in columns.map { second in form.value(part, first, second) } }
        }
        // r changes with the coefficients, at −X·(XᵀR⁻¹X)⁻¹·Xᵀ(R⁻¹)′r.
        let pull = columns.map { form.value(.first, $0, residuals) }
        let drawn = pull.indices.reduce(0.0) { sum, first in
            sum + pull.indices.reduce(0.0) { $0 + pull[first] * fit.inverse[first][$1] * pull[$1] }
        }
        return Slopes(
            logDeterminant: form.logDeterminant, matrix: (matrix(.first), matrix(.second)),
            residualSquares: (
                form.value(.first, residuals, residuals), form.value(.second, residuals, residuals) - 2 * drawn
            ))
    }

    fileprivate static func power(_ rho: Double, _ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<max(0, exponent) { power *= rho }
        return power
    }
}

/// uᵀR⁻¹v by derivative in ρ: with φ = ρ^g and a = 1/(1 − φ²), b = φ/(1 − φ²), each neighbouring pair adds
/// a·u₂v₂ − b·(u₂v₁ + u₁v₂) + (a − 1)·u₁v₁.
private struct QuadraticForm {
    enum Part { case first, second }

    private var a: [(first: Double, second: Double)] = []
    private var b: [(first: Double, second: Double)] = []
    var logDeterminant = (first: 0.0, second: 0.0)

    init(rho: Double, gaps: [Int]) {
        for gap in gaps {
            let phi = AutoregressiveErrors.power(rho, gap)
            // φ′ and φ″ in ρ.
            let slope = Double(gap) * AutoregressiveErrors.power(rho, gap - 1)
            let bend = gap < 2 ? 0 : Double(gap * (gap - 1)) * AutoregressiveErrors.power(rho, gap - 2)
            let rest = 1 - phi * phi
            func chained(_ first: Double, _ second: Double) -> (first: Double, second: Double) {
                (first * slope, second * slope * slope + first * bend)
            }
            a.append(chained(2 * phi / (rest * rest), (2 + 6 * phi * phi) / (rest * rest * rest)))
            b.append(
                chained((1 + phi * phi) / (rest * rest), 2 * phi * (3 + phi * phi) / (rest * rest * rest)))
            let log = chained(-2 * phi / rest, -2 * (1 + phi * phi) / (rest * rest))
            logDeterminant.first += log.first
            logDeterminant.second += log.second
        }
    }

    func value(_ part: Part, _ u: [Double], _ v: [Double]) -> Double {
        ExactSum.sum(
            of: a.indices.map { place in
                let (square, cross) =
                    switch part {
                    case .first: (a[place].first, b[place].first)
                    case .second: (a[place].second, b[place].second)
                    }
                return square * (u[place + 1] * v[place + 1] + u[place] * v[place])
                    - cross * (u[place + 1] * v[place] + u[place] * v[place + 1])
            })
    }
}
