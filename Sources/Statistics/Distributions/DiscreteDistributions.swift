// SPDX-License-Identifier: EUPL-1.2
import CRmath

/// The binomial distribution of x among n with probability p, from R's nmath (Loader 2000 for the density).
package enum Binomial {
    /// P(X = x).
    package static func density(_ x: Int, of n: Int, p: Double) -> Double {
        dbinom(Double(x), Double(n), p, 0)
    }

    /// P(X ≤ x).
    package static func cdf(_ x: Int, of n: Int, p: Double) -> Double {
        pbinom(Double(x), Double(n), p, 1, 0)
    }

    /// P(X > x).
    package static func upperTail(_ x: Int, of n: Int, p: Double) -> Double {
        pbinom(Double(x), Double(n), p, 0, 0)
    }

    /// The smallest x with P(X ≤ x) ≥ q.
    package static func quantile(_ q: Double, of n: Int, p: Double) -> Int {
        Int(qbinom(q, Double(n), p, 1, 0))
    }
}

/// The Poisson distribution, from R's nmath. The mean is 0 or more.
package enum Poisson {
    /// P(X = x).
    package static func density(_ x: Int, mean: Double) -> Double {
        dpois(Double(x), mean, 0)
    }

    /// P(X ≤ x).
    package static func cdf(_ x: Int, mean: Double) -> Double {
        ppois(Double(x), mean, 1, 0)
    }

    /// The smallest x with P(X ≤ x) ≥ q.
    package static func quantile(_ q: Double, mean: Double) -> Int {
        Int(qpois(q, mean, 1, 0))
    }
}

/// The hypergeometric distribution: x marked among n drawn without replacement from a population of which `marked`
/// are marked. From R's nmath.
package enum Hypergeometric {
    /// P(X = x).
    package static func density(_ x: Int, drawn n: Int, marked: Int, of population: Int) -> Double {
        dhyper(Double(x), Double(marked), Double(population - marked), Double(n), 0)
    }

    /// ln P(X = x).
    package static func logDensity(_ x: Int, drawn n: Int, marked: Int, of population: Int) -> Double {
        dhyper(Double(x), Double(marked), Double(population - marked), Double(n), 1)
    }

    /// P(X ≤ x).
    package static func cdf(_ x: Int, drawn n: Int, marked: Int, of population: Int) -> Double {
        phyper(Double(x), Double(marked), Double(population - marked), Double(n), 1, 0)
    }

    /// P(X > x).
    package static func upperTail(_ x: Int, drawn n: Int, marked: Int, of population: Int) -> Double {
        phyper(Double(x), Double(marked), Double(population - marked), Double(n), 0, 0)
    }

    /// The smallest x with P(X ≤ x) ≥ q.
    package static func quantile(_ q: Double, drawn n: Int, marked: Int, of population: Int) -> Int {
        Int(qhyper(q, Double(marked), Double(population - marked), Double(n), 1, 0))
    }
}
