// SPDX-License-Identifier: EUPL-1.2

/// Thresholds of disclosure control (*röjandekontroll*), the `disclosure:` block of the project file.
package struct DisclosureSettings: Sendable, Hashable {
    /// A count of persons, answers or decisions above 0 and below this is hidden. 4–10.
    package var threshold: Int = 5
    /// The p of the p % rule for sums of hours and kronor, in percent. Above 0, at most 100.
    package var pPercent: Double = 10
    /// No percentage, median or quantile is shown of fewer than this many.
    package var minimumBase: Int = 10

    package init() {}
}
