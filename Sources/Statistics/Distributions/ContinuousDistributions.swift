// SPDX-License-Identifier: EUPL-1.2
import CRmath

/// The beta distribution with both shapes above 0, from R's nmath.
package enum Beta {
    /// P(X ≤ x).
    package static func cdf(_ x: Double, _ first: Double, _ second: Double) -> Double {
        pbeta(x, first, second, 1, 0)
    }

    /// The x with P(X ≤ x) = p, 0 ≤ p ≤ 1.
    package static func quantile(_ p: Double, _ first: Double, _ second: Double) -> Double {
        precondition((0...1).contains(p), "a probability is 0–1")
        return qbeta(p, first, second, 1, 0)
    }
}

/// The gamma distribution with scale 1 and shape above 0, from R's nmath.
package enum Gamma {
    /// P(X ≤ x).
    package static func cdf(_ x: Double, shape: Double) -> Double {
        pgamma(x, shape, 1, 1, 0)
    }

    /// The x with P(X ≤ x) = p, 0 ≤ p ≤ 1.
    package static func quantile(_ p: Double, shape: Double) -> Double {
        precondition((0...1).contains(p), "a probability is 0–1")
        return qgamma(p, shape, 1, 1, 0)
    }
}

/// The chi-square distribution, from R's nmath. Degrees of freedom are above 0 and need not be whole.
package enum ChiSquared {
    /// P(X ≤ x).
    package static func cdf(_ x: Double, degreesOfFreedom: Double) -> Double {
        pchisq(x, degreesOfFreedom, 1, 0)
    }

    /// P(X > x), exact to the far tail.
    package static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
        pchisq(x, degreesOfFreedom, 0, 0)
    }

    /// The x with P(X ≤ x) = p, 0 ≤ p ≤ 1.
    package static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
        precondition((0...1).contains(p), "a probability is 0–1")
        return qchisq(p, degreesOfFreedom, 1, 0)
    }
}

extension Normal {
    /// P(Z > z), exact to the far tail.
    package static func upperTail(_ z: Double) -> Double {
        pnorm5(z, 0, 1, 0, 0)
    }

    /// P(|Z| > |z|).
    package static func twoSidedTail(_ z: Double) -> Double {
        2 * pnorm5(-abs(z), 0, 1, 1, 0)
    }
}

extension StudentT {
    /// P(|T| > |t|).
    package static func twoSidedTail(_ t: Double, degreesOfFreedom: Double) -> Double {
        2 * pt(-abs(t), degreesOfFreedom, 1, 0)
    }
}

extension FisherF {
    /// P(F > f), exact to the far tail.
    package static func upperTail(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
        pf(f, numerator, denominator, 0, 0)
    }
}
