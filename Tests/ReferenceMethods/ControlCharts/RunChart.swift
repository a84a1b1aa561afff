// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Glibc

/// A run chart: are there longer runs on one side of the median, or fewer crossings of it, than chance would give?
/// Anhøj & Olesen (2014). Values at the median are left out.
package struct RunChart: Sendable {
    package let median: Double
    /// Values that are not at the median.
    package let usefulCount: Int
    package let longestRun: Int
    /// round(log₂ n) + 3 (Schilling 2012).
    package let longestRunLimit: Int
    package let crossings: Int
    /// The 5 % quantile of the crossings, binomial with n − 1 and ½ (Chen 2010).
    package let crossingsLimit: Int

    package var hasSignal: Bool { longestRun > longestRunLimit || crossings < crossingsLimit }

    /// nil when no value is off the median.
    package init?(_ values: [Double]) {
        guard let median = Quantile.median(values) else { return nil }
        let sides = values.filter { $0 != median }.map { $0 > median }
        guard !sides.isEmpty else { return nil }
        var (run, longest, crossings) = (0, 0, 0)
        for (place, side) in sides.enumerated() {
            let isSame = place > 0 && sides[place - 1] == side
            if place > 0 && !isSame { crossings += 1 }
            run = isSame ? run + 1 : 1
            longest = max(longest, run)
        }
        self.median = median
        self.usefulCount = sides.count
        self.longestRun = longest
        self.longestRunLimit = Int(log2(Double(sides.count)).rounded(.toNearestOrEven)) + 3
        self.crossings = crossings
        self.crossingsLimit = Binomial.quantile(0.05, of: sides.count - 1, p: 0.5)
    }
}
