// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// How an interval is shown when n is left out beside it.
///
/// An interval is about as wide as 1 ÷ √n, or t(n − 1) times an error that a comparison tells, so that its limits tell n, and
/// those of another level tell it again. Shown are the limits of as many persons as a whole number of fives, no more than
/// there are, outward in whole per cent: five n have the same, at every level that is asked for.
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

    /// R ± t(m − 1) · se, where m is the nearest multiple of five below n. Nil of fewer than five.
    ///
    /// - Parameter error: se, more than 0, whose n − 1 degrees of freedom the limits rest on.
    static func limits(_ limits: Limits, around value: Double, error: Double, of n: Int) -> Limits? {
        guard n >= alike else { return nil }
        let reach = (limits.upper - limits.lower) / 2
        let probability = StudentT.cdf(reach / error, degreesOfFreedom: Double(n - 1))
        let wider = error * StudentT.quantile(probability, degreesOfFreedom: Double(n / alike * alike - 1))
        return outward(Limits(lower: value - wider, upper: value + wider))
    }

    /// Limits in whole per cent, never nearer than they are.
    static func outward(_ limits: Limits) -> Limits {
        // What is left of adding in binary makes no limit wider.
        Limits(
            lower: (limits.lower * 100 + 1e-9).rounded(.down) / 100,
            upper: (limits.upper * 100 - 1e-9).rounded(.up) / 100)
    }
}
