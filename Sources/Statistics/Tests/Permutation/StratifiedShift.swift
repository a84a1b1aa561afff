// SPDX-License-Identifier: EUPL-1.2

/// By how much those drawn by lot differ from the others of their stratum, in the middle (*Hodges–Lehmanns skattning*; Hodges
/// & Lehmann 1963; Rosenbaum 2002, ch. 2).
///
/// The estimate is the median of all differences between a treated and a control of the same stratum. Its limits are those of
/// the differences d(c) and d(M + 1 − c), where c is the smallest whole number with P(W ≤ c) ≥ (1 − level)/2, at least 1, and W
/// the sum over strata of Mann and Whitney's count without ties. A few values far away do not move it. With one stratum and no
/// ties it is what R's `wilcox.test(exact = TRUE, conf.int = TRUE)` says.
package struct StratifiedShift: Sendable, Hashable {
    package let estimate: Double
    package let interval: ConfidenceInterval
    /// 1 − 2·P(W ≤ c − 1): what the limits cover, at least the level where so many differences are enough.
    package let levelAchieved: Double
    /// Whether W's distribution is exact; else it is the normal one with ½ for continuity.
    package let isExact: Bool

    /// nil where no stratum has both treated and controls. Values are finite.
    package init?(
        _ all: [StratifiedPermutationTest.Stratum], level: Double = 0.95
    ) {
        precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
        let used = StratifiedPermutationTest.used(all)
        var differences = used.flatMap { stratum in
            stratum.treated.flatMap { one in stratum.controls.map { one - $0 } }
        }
        differences.sort()
        guard let median = Quantile.median(differences) else { return nil }
        let counts = RankCounts(used.map { ($0.treated.count, $0.controls.count) })
        // Shares that are equal but for rounding are equal.
        let tail = (1 - level) / 2 - 1e-12
        var place = 0
        while counts.share(atMost: place) < tail { place += 1 }
        let c = min(max(1, place), (differences.count + 1) / 2)
        estimate = median
        interval = ConfidenceInterval(lower: differences[c - 1], upper: differences[differences.count - c])
        levelAchieved = 1 - 2 * counts.share(atMost: c - 1)
        isExact = counts.isExact
    }
}

/// The distribution of Mann and Whitney's count without ties, summed over strata.
private struct RankCounts {
    /// P(W ≤ w), where exact.
    private var cumulative: [Double]?
    private let mean: Double
    private let deviation: Double
    var isExact: Bool { cumulative != nil }

    /// Steps that the exact distribution may take.
    private static let limit = 50_000_000.0

    init(_ strata: [(treated: Int, controls: Int)]) {
        let products = strata.map { Double($0.treated) * Double($0.controls) }
        mean = products.reduce(0, +) / 2
        deviation =
            zip(strata, products).reduce(0.0) { $0 + $1.1 * Double($1.0.treated + $1.0.controls + 1) / 12 }.squareRoot()
        let all = products.reduce(0, +)
        guard products.reduce(0, { $0 + $1 * $1 + $1 * all }) <= Self.limit else { return }
        let shares = strata.reduce([1.0]) { Self.convolved($0, Self.shares($1.treated, $1.controls)) }
        var sum = ExactSum()
        cumulative = shares.map { share in
            sum.add(share)
            return sum.value
        }
    }

    func share(atMost w: Int) -> Double {
        guard w >= 0 else { return 0 }
        guard let cumulative else { return Normal.cdf((Double(w) + 0.5 - mean) / deviation) }
        return w < cumulative.count ? cumulative[w] : 1
    }

    /// P(W = w) of one stratum: whether the greatest of all is treated (and above all `controls`) or a control (Mann & Whitney
    /// 1947, equation 1).
    private static func shares(_ treated: Int, _ controls: Int) -> [Double] {
        // One list for each number of controls, for the number of treated so far.
        var lists = [[Double]](repeating: [1], count: controls + 1)
        for m in 1...treated {
            for n in 1...controls {
                var list = [Double](repeating: 0, count: m * n + 1)
                let (fromTreated, fromControls) = (lists[n], lists[n - 1])
                let (p, q) = (Double(m) / Double(m + n), Double(n) / Double(m + n))
                for w in fromTreated.indices { list[w + n] += p * fromTreated[w] }
                for w in fromControls.indices { list[w] += q * fromControls[w] }
                lists[n] = list
            }
        }
        return lists[controls]
    }

    private static func convolved(_ first: [Double], _ second: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: first.count + second.count - 1)
        for (i, one) in first.enumerated() {
            for (j, other) in second.enumerated() { sums[i + j] += one * other }
        }
        return sums
    }
}
