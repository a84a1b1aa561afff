// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// Splits the change of a product into the parts due to its factors: the logarithmic mean Divisia index (LMDI I),
/// Ang (2004), Energy Policy 32:1131.
///
/// U = Π f_i, Δ_i = L·ln(f′_i ÷ f_i) with L = (U′ − U) ÷ ln(U′ ÷ U). The parts add to U′ − U with nothing left
/// over, and changing places of the years changes only their signs.
package enum LogMeanDecomposition {
    /// The part of each factor, in their order; nil when a factor is 0 or negative in either year, since its
    /// logarithm does not exist.
    package static func parts(before: [Double], after: [Double]) -> [Double]? {
        precondition(before.count == after.count && !before.isEmpty, "both years have the same factors")
        guard (before + after).allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
        let logs = zip(before, after).map { before, after in log(after / before) }
        let weight = logMean(before.reduce(1, *), after.reduce(1, *))
        return logs.map { weight * $0 }
    }

    /// (b − a) ÷ ln(b ÷ a), and a where they are equal. Both above 0.
    package static func logMean(_ a: Double, _ b: Double) -> Double {
        precondition(a > 0 && b > 0, "a logarithmic mean is one of positive numbers")
        let relative = (b - a) / a
        // Near equality ln(1 + x) keeps its digits where ln(b ÷ a) would lose them.
        return relative == 0 ? a : (b - a) / log1p(relative)
    }
}
