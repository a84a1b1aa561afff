// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// How well the items of a scale hang together (reliabilitet): Cronbach (1951) α and what the items bring to it.
///
/// Covariances use the answers that are there pair by pair and correlations are derived from them. Assumes items that
/// point the same way.
package struct CronbachAlpha: Sendable {
    /// k/(k − 1) · (1 − Σ var ÷ var of the sum).
    package let raw: Double
    /// The same of the correlations.
    package let standardised: Double
    /// Guttman's (1945) λ₆ of the correlations; nil when they cannot be inverted.
    package let guttman6: Double?
    /// The mean correlation between two items.
    package let averageCorrelation: Double
    /// Of the persons' means over the items they answered; a person without answers is left out.
    package let scaleMean: Double
    /// nil for one person.
    package let scaleStandardDeviation: Double?
    /// Of each item with the sum of the others; nil where the others do not vary.
    package let itemRestCorrelations: [Double?]
    /// α of the other items; nil where they are fewer than two.
    package let alphaIfDropped: [Double?]

    /// `items[item][person]`, nil for no answer. nil with fewer than two items, or where a pair of items has fewer than
    /// two answers in common or an item does not vary.
    package init?(_ items: [[Double?]]) {
        guard items.count > 1, let covariances = Self.covariances(items) else { return nil }
        let all = Array(items.indices)
        let scales = all.map { covariances[$0][$0].squareRoot() }
        guard scales.allSatisfy({ $0 > 0 }) else { return nil }
        let correlations = all.map { i in
            all.map { i == $0 ? 1 : covariances[i][$0] / (scales[i] * scales[$0]) }
        }
        guard let raw = Self.alpha(covariances, all), let standardised = Self.alpha(correlations, all) else {
            return nil
        }
        self.raw = raw
        self.standardised = standardised
        let count = Double(items.count)
        let sum = Self.sum(correlations, all)
        self.averageCorrelation = (sum - count) / (count * (count - 1))
        self.guttman6 = SymmetricMatrix.inverseDiagonal(correlations).map { inverse in
            1 - ExactSum.sum(of: inverse.map { 1 / $0 }) / sum
        }
        let persons = items[0].indices.compactMap { person in
            ExactSum.mean(of: items.compactMap { $0[person] })
        }
        guard let scale = Moments(persons) else { return nil }
        self.scaleMean = scale.mean
        self.scaleStandardDeviation = scale.standardDeviation
        self.itemRestCorrelations = all.map { item in
            let rest = all.filter { $0 != item }
            let spread = Self.sum(covariances, rest)
            guard spread > 0 else { return nil }
            return ExactSum.sum(of: rest.map { covariances[item][$0] }) / (scales[item] * spread.squareRoot())
        }
        self.alphaIfDropped = all.map { item in Self.alpha(covariances, all.filter { $0 != item }) }
    }

    private static func sum(_ matrix: [[Double]], _ chosen: [Int]) -> Double {
        ExactSum.sum(of: chosen.flatMap { row in chosen.map { matrix[row][$0] } })
    }

    private static func alpha(_ matrix: [[Double]], _ chosen: [Int]) -> Double? {
        let all = sum(matrix, chosen)
        guard chosen.count > 1, all > 0 else { return nil }
        let count = Double(chosen.count)
        return count / (count - 1) * (1 - ExactSum.sum(of: chosen.map { matrix[$0][$0] }) / all)
    }

    private static func covariances(_ items: [[Double?]]) -> [[Double]]? {
        var matrix = [[Double]](repeating: .init(repeating: 0, count: items.count), count: items.count)
        for i in items.indices {
            for j in 0...i {
                let pairs = zip(items[i], items[j]).compactMap { first, second in
                    first.flatMap { first in second.map { (first, $0) } }
                }
                guard pairs.count > 1, let x = Moments(pairs.map(\.0)), let y = Moments(pairs.map(\.1)) else {
                    return nil
                }
                let products = pairs.map { ($0.0 - x.mean) * ($0.1 - y.mean) }
                matrix[i][j] = ExactSum.sum(of: products) / Double(pairs.count - 1)
                matrix[j][i] = matrix[i][j]
            }
        }
        return matrix
    }
}
