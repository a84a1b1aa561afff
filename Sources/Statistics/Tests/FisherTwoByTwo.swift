// SPDX-License-Identifier: EUPL-1.2

/// Fisher's exact test of a 2 × 2 table with the odds ratio: its conditional maximum likelihood estimate and exact
/// limits, from the noncentral hypergeometric distribution of the first cell given the margins (Fisher 1935; Cornfield
/// 1956). The estimate is not ad ÷ bc.
package struct FisherTwoByTwo: Sendable {
    /// Two-sided: the tables that are not more probable than the one observed.
    package let pValue: Double
    /// 0–∞; nil when a margin is 0 and every odds ratio fits.
    package let oddsRatio: Double?
    /// 0–∞ when a margin is 0.
    package let limits: ConfidenceInterval

    private struct Distribution {
        let cells: ClosedRange<Int>
        /// ln of the central probabilities.
        let logarithms: [Double]

        /// The probabilities at ln(odds ratio) = θ, scaled to add to 1.
        func probabilities(_ theta: Double) -> [Double] {
            let tilted = zip(cells, logarithms).map { $1 + Double($0 - cells.lowerBound) * theta }
            let top = tilted.max() ?? 0
            let weights = tilted.map { Double.exponential($0 - top) }
            let sum = ExactSum.sum(of: weights)
            return weights.map { $0 / sum }
        }

        func mean(_ theta: Double) -> Double {
            ExactSum.sum(of: zip(cells, probabilities(theta)).map { Double($0) * $1 })
        }

        /// P(X ≤ x) or P(X ≥ x).
        func tail(_ x: Int, _ theta: Double, upper: Bool) -> Double {
            let both = zip(cells, probabilities(theta))
            return ExactSum.sum(of: both.filter { upper ? $0.0 >= x : $0.0 <= x }.map(\.1))
        }
    }

    /// The table [[a, b], [c, d]] of counts 0 or more.
    package init(_ a: Int, _ b: Int, _ c: Int, _ d: Int, level: Double = 0.95) {
        let (rowSum, columnSum, total) = (a + b, a + c, a + b + c + d)
        let cells = max(0, rowSum + columnSum - total)...min(rowSum, columnSum)
        let central = Distribution(
            cells: cells,
            logarithms: cells.map {
                Hypergeometric.logDensity($0, drawn: columnSum, marked: rowSum, of: total)
            })
        let probabilities = central.probabilities(0)
        let limit = probabilities[a - cells.lowerBound] * BinomialTest.slack
        self.pValue = min(1, ExactSum.sum(of: probabilities.filter { $0 <= limit }))
        guard cells.count > 1 else {
            self.oddsRatio = nil
            self.limits = ConfidenceInterval(lower: 0, upper: .infinity)
            return
        }
        let tail = (1 - level) / 2
        let (isLeast, isMost) = (a == cells.lowerBound, a == cells.upperBound)
        self.oddsRatio = isLeast ? 0 : isMost ? .infinity : Self.solve { central.mean($0) - Double(a) }
        self.limits = ConfidenceInterval(
            lower: isLeast ? 0 : Self.solve { central.tail(a, $0, upper: true) - tail },
            upper: isMost ? .infinity : Self.solve { central.tail(a, $0, upper: false) - tail })
    }

    /// e to the θ where the function crosses 0, searched in ever wider brackets.
    private static func solve(_ function: (Double) -> Double) -> Double {
        var width = 1.0
        while width < 800 {
            if let theta = Root.brent(in: -width...width, function) { return .exponential(theta) }
            width *= 2
        }
        return function(0) < 0 ? .infinity : 0
    }
}
