// SPDX-License-Identifier: EUPL-1.2

/// Thresholds of disclosure control (*röjandekontroll*), the `disclosure:` block of the project file.
package struct DisclosureSettings: Sendable, Hashable {
    /// A count of persons, answers or decisions above 0 and below this is hidden. 4–10.
    package var threshold: Int = 5
    /// The p of the p % rule for sums of hours, in per cent: a number in `percents`.
    package var pPercent: Double = 10
    /// No percentage, median or quantile is shown of fewer than this many.
    package var minimumBase: Int = 10
    /// How far to each side of a hidden count what an attack leaves possible must reach. 1–10.
    package var protection: Int = 1
    /// How counts in the tables published as open data are protected. Pages are always protected by suppression.
    package var method: Method = .suppression
    /// Of `rounding`: counts become multiples of this. 3 or 5.
    package var roundingBase: Int = 3

    /// Ways to protect counts of persons, decisions and answers.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        /// Some numbers are left out (*prickning*).
        case suppression
        /// All numbers are rounded so that they still add (*kontrollerad avrundning*).
        case rounding
        /// All numbers are changed a little by chance, the same number always alike (*cellnyckelmetoden*).
        case cellKey = "cell_key"
    }

    /// What p can be.
    package static let percents = 1.0...100

    package init() {}
}
