// SPDX-License-Identifier: EUPL-1.2
import Glibc

/// An estimate with what each row brings to its error: the score z_i, already multiplied by the weight, such that the
/// estimate's variance is that of the total Σz_i under the design (Taylor linearisation; Särndal, Swensson & Wretman
/// 1992, 5.5; Binder 1983).
///
/// A total's scores are exact; everything else is built from totals by the rules of differentiation, and two estimates
/// from one design bring their covariance with them: the error of a difference needs no further formula.
package struct Linearised: Sendable {
    package let value: Double
    package let scores: [Double]

    package init(value: Double, scores: [Double]) {
        self.value = value
        self.scores = scores
    }

    /// A smooth function of the estimate, given its value and derivative here.
    package func mapped(to value: Double, derivative: Double) -> Linearised {
        Linearised(value: value, scores: scores.map { $0 * derivative })
    }

    package static func + (a: Linearised, b: Linearised) -> Linearised {
        Linearised(value: a.value + b.value, scores: zip(a.scores, b.scores).map { $0 + $1 })
    }

    package static func - (a: Linearised, b: Linearised) -> Linearised {
        Linearised(value: a.value - b.value, scores: zip(a.scores, b.scores).map { $0 - $1 })
    }

    package static func * (factor: Double, a: Linearised) -> Linearised {
        a.mapped(to: factor * a.value, derivative: factor)
    }

    package static func * (a: Linearised, b: Linearised) -> Linearised {
        Linearised(
            value: a.value * b.value, scores: zip(a.scores, b.scores).map { b.value * $0 + a.value * $1 })
    }

    /// The ratio of two estimates: z = (z_a − R·z_b) ÷ b. nil when b is 0.
    package static func / (a: Linearised, b: Linearised) -> Linearised? {
        guard b.value != 0 else { return nil }
        let ratio = a.value / b.value
        return Linearised(value: ratio, scores: zip(a.scores, b.scores).map { ($0 - ratio * $1) / b.value })
    }
}
