// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// How an interval is shown when n is left out beside it.
///
/// An interval is about as wide as 1 ÷ √n, so that its limits tell n, and those of another level tell it again. Of an estimate
/// are shown the limits of as many persons as a whole number of fives, no more than there are, outward in whole per cent:
/// five n have the same, at every level that is asked for. A ratio of hours has limits that n tells less of, t(n − 1) times its
/// error: they are shown in whole per cent where n − 1 and n + 1 have the same.
enum IntervalRounding {
    struct Limits: Equatable {
        let lower: Double
        let upper: Double
    }

    /// How many n have the same limits.
    static let alike = 5

    /// Of an estimate that shows its value in whole per cent. Nil of so few that five have no limits in common.
    static func limits(_ limits: Limits, around value: Double, of n: Int) -> Limits? {
        guard n >= alike else { return nil }
        let wider = (Double(n) / Double(n / alike * alike)).squareRoot()
        return outward(
            Limits(
                lower: max(0, value - (value - limits.lower) * wider),
                upper: min(1, value + (limits.upper - value) * wider)))
    }

    /// R ± t(n − 1) · se in whole per cent, where one person more and one less would have the same: then nobody can tell n
    /// by them, not even who knows se from the limits of a comparison. Nil where they would not, or n is less than three.
    ///
    /// - Parameter error: se, more than 0, whose n − 1 degrees of freedom the limits rest on.
    static func limits(_ limits: Limits, around value: Double, error: Double, of n: Int) -> Limits? {
        guard n >= 3 else { return nil }
        let reach = (limits.upper - limits.lower) / 2
        let probability = StudentT.cdf(reach / error, degreesOfFreedom: Double(n - 1))
        let shown = outward(limits)
        let isShared = [n - 1, n + 1].allSatisfy { other in
            let reach = error * StudentT.quantile(probability, degreesOfFreedom: Double(other - 1))
            return outward(Limits(lower: value - reach, upper: value + reach)) == shown
        }
        return isShared ? shown : nil
    }

    /// Limits in whole per cent, never nearer than they are.
    static func outward(_ limits: Limits) -> Limits {
        // What is left of adding in binary makes no limit wider.
        Limits(
            lower: (limits.lower * 100 + 1e-9).rounded(.down) / 100,
            upper: (limits.upper * 100 - 1e-9).rounded(.up) / 100)
    }
}
