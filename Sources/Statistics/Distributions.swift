// SPDX-License-Identifier: EUPL-1.2
import CRmath

/// The standard normal distribution, from R's nmath.
package enum Normal {
    /// P(Z ≤ z).
    package static func cdf(_ z: Double) -> Double {
        pnorm5(z, 0, 1, 1, 0)
    }

    /// The z with P(Z ≤ z) = p, 0 ≤ p ≤ 1; infinite at the ends. Wichura (1988), AS 241.
    package static func quantile(_ p: Double) -> Double {
        precondition((0...1).contains(p), "a probability is 0–1")
        return qnorm5(p, 0, 1, 1, 0)
    }

    /// Half the width of a two-sided interval in standard errors: 1.96 at the level 0.95.
    package static func twoSided(level: Double) -> Double {
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
        return qnorm5((1 - level) / 2, 0, 1, 0, 0)
    }
}

/// Student's t distribution, from R's nmath. Degrees of freedom are above 0 and need not be whole.
package enum StudentT {
    /// P(T ≤ t).
    package static func cdf(_ t: Double, degreesOfFreedom: Double) -> Double {
        precondition(degreesOfFreedom > 0, "t has degrees of freedom above 0")
        return pt(t, degreesOfFreedom, 1, 0)
    }

    /// The t with P(T ≤ t) = p, 0 ≤ p ≤ 1; infinite at the ends.
    package static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
        precondition((0...1).contains(p), "a probability is 0–1")
        precondition(degreesOfFreedom > 0, "t has degrees of freedom above 0")
        return qt(p, degreesOfFreedom, 1, 0)
    }

    /// Half the width of a two-sided interval in standard errors.
    package static func twoSided(level: Double, degreesOfFreedom: Double) -> Double {
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
        precondition(degreesOfFreedom > 0, "t has degrees of freedom above 0")
        return qt((1 - level) / 2, degreesOfFreedom, 0, 0)
    }
}

/// The F distribution, from R's nmath. Both degrees of freedom are above 0.
package enum FisherF {
    /// P(F ≤ f).
    package static func cdf(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
        precondition(numerator > 0 && denominator > 0, "F has degrees of freedom above 0")
        return pf(f, numerator, denominator, 1, 0)
    }

    /// The f with P(F ≤ f) = p, 0 ≤ p ≤ 1.
    package static func quantile(_ p: Double, _ numerator: Double, _ denominator: Double) -> Double {
        precondition((0...1).contains(p), "a probability is 0–1")
        precondition(numerator > 0 && denominator > 0, "F has degrees of freedom above 0")
        return qf(p, numerator, denominator, 1, 0)
    }
}
