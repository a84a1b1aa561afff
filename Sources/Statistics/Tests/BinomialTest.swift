// SPDX-License-Identifier: EUPL-1.2

/// The exact binomial test.
package enum BinomialTest {
    /// Outcomes this much more probable than the observed one count as equally probable, as in R's `binom.test`.
    static let slack = 1 + 1e-7

    /// The two-sided p-value that x among n comes from probability p: the sum of all outcomes that are not more
    /// probable than x. 1 for n = 0.
    package static func twoSided(_ x: Int, of n: Int, p: Double) -> Double {
        precondition(x >= 0 && x <= n, "a part is not larger than the whole")
        precondition((0...1).contains(p), "a probability is 0–1")
        if p == 0 { return x == 0 ? 1 : 0 }
        if p == 1 { return x == n ? 1 : 0 }
        let mean = Double(n) * p
        if Double(x) == mean { return 1 }
        let limit = Binomial.density(x, of: n, p: p) * slack
        if Double(x) < mean {
            let start = Int(mean.rounded(.up))
            let others = (start...max(start, n)).filter { $0 <= n && Binomial.density($0, of: n, p: p) <= limit }.count
            return min(1, Binomial.cdf(x, of: n, p: p) + Binomial.upperTail(n - others, of: n, p: p))
        }
        let others = (0...Int(mean)).filter { Binomial.density($0, of: n, p: p) <= limit }.count
        return min(1, Binomial.cdf(others - 1, of: n, p: p) + Binomial.upperTail(x - 1, of: n, p: p))
    }
}
