// SPDX-License-Identifier: EUPL-1.2
import Glibc

extension SurveyDesign {
    /// Weights of one bootstrap replicate (*bootstrap över svarande*): each row's weight times
    /// 1 + √((1 − f_h)·n_h ÷ (n_h − 1))·(e_i − ē_h), e_i exponential with mean 1 and ē_h its mean in the stratum.
    ///
    /// The exponential multipliers are Rubin's (1981, Ann. Stat. 9:130); the factor makes the variance of any total over
    /// the replicates that of the design in every stratum, finite population and all (Rao & Wu 1988, J. Am. Stat. Assoc.
    /// 83:231; Beaumont & Patak 2012, Int. Stat. Rev. 80:127). One who answered in several waves has the same multiplier
    /// in all, so that the covariance of waves comes along. A stratum where everybody answered does not vary. What the
    /// weights have been fitted to is taken as fixed: the replicates vary somewhat more than refitted ones would.
    ///
    /// - Parameter multipliers: e_i of each row.
    package func replicateWeights(_ multipliers: [Double]) -> [Double] {
        let stage = stages[0]
        var sums = [Double](repeating: 0, count: stage.drawn.count)
        var rows = [Double](repeating: 0, count: stage.drawn.count)
        for row in 0..<count {
            sums[stage.stratum[row]] += multipliers[row]
            rows[stage.stratum[row]] += 1
        }
        return (0..<count).map { row in
            let stratum = stage.stratum[row]
            let n = rows[stratum]
            // One answer alone in its stratum has no mean to be held against but the one the multipliers have.
            let (centre, scale) = n > 1 ? (sums[stratum] / n, n / (n - 1)) : (1, 1)
            let factor = (stage.remaining(in: stratum) * scale).squareRoot()
            return weights[row] * max(0, 1 + factor * (multipliers[row] - centre))
        }
    }

    /// The variance of Σw·y over rows whose y is 1 with known probability and 0 otherwise, Σ(1 − f)·w²·p(1 − p): what
    /// chance does to a share when every row is as likely as it should be.
    package func varianceOfHolding(_ probabilities: [(row: Int, p: Double)]) -> Double {
        ExactSum.sum(
            of: probabilities.map { row, p in
                stages[0].remaining(in: stages[0].stratum[row]) * weights[row] * weights[row] * p * (1 - p)
            })
    }

    /// The persons without an answer in the one stratum that rows were drawn in. nil for rows of several strata, whose
    /// errors tell no stratum's size, and where no size is known.
    package func unansweredInStratum(_ rows: [Int]) -> Int? {
        guard let populations = stages[0].population, let first = rows.first else { return nil }
        let stratum = stages[0].stratum[first]
        guard rows.allSatisfy({ stages[0].stratum[$0] == stratum }) else { return nil }
        return Int((populations[stratum] - Double(stages[0].drawn[stratum])).rounded())
    }
}

extension SeededDraws {
    /// From the exponential distribution with mean 1, by its quantile.
    package mutating func exponential() -> Double { -log(uniform()) }
}
