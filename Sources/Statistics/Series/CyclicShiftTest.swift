// SPDX-License-Identifier: EUPL-1.2

/// Whether the months after a change stand out, judged by the series itself (konformt test; Chernozhukov, Wüthrich & Zhu 2021,
/// with moving-block permutations): if nothing happened, any stretch of as many neighbouring months could as well have been
/// the one after.
///
/// u is the series less its own mean over all n months. It is shifted cyclically by s = 0 … n − 1, and each time the statistic
/// of the months after is taken; p is the share of the n shifts, the series as it is among them, whose statistic is at least as
/// large, to within 10⁻⁹. So p is never below 1/n. It rests on no model of the errors; the sum of absolute values
/// has little power against a lasting step, and is there to compare.
package struct CyclicShiftTest: Sendable, Hashable {
    /// What is taken of the months after.
    package enum Statistic: String, CaseIterable, Sendable {
        /// |mean|.
        case mean
        /// Σ |u|.
        case absolute
    }

    /// Of the series as it is.
    package let statistic: Double
    package let pValue: Double

    /// nil where no month is before or none after.
    package init?(_ series: InterruptedSeries, _ statistic: Statistic) {
        let n = series.count
        let after = series.times.count { $0 >= series.firstAfter }
        guard after > 0, after < n, let mean = ExactSum.mean(of: series.values) else { return nil }
        let deviations = series.values.map { $0 - mean }
        let statistics = (0..<n).map { shift in
            let shown = (n - after..<n).map { deviations[($0 - shift + n) % n] }
            return switch statistic {
            case .mean: abs(ExactSum.sum(of: shown)) / Double(after)
            case .absolute: ExactSum.sum(of: shown.map { abs($0) })
            }
        }
        self.statistic = statistics[0]
        pValue = Double(statistics.count { $0 >= statistics[0] - 1e-9 }) / Double(n)
    }
}
