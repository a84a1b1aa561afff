// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

/// How far a printed number is the exact one.
package enum Exactness: String, Sendable, Hashable, Encodable, CaseIterable {
    case exact
    /// A multiple of the base of rounding beside the exact number.
    case rounded
    /// The exact number changed a little by chance.
    case perturbed
}

/// What has been done to the counts of a table, when it is not suppression.
package struct CountPerturbation: Sendable, Hashable {
    let method: DisclosureSettings.Method
    /// Of rounding: what its numbers are multiples of.
    package let base: Int?
    /// No number is further from the exact one.
    package let largestChange: Int
    /// Whether its numbers add wherever the exact ones do.
    package let isAdditive: Bool
    /// Whether the pages show the same numbers; false where only the table published as open data is changed.
    package let isOnPages: Bool
    /// The least exact count, but for none, that stands behind a number; nil where there is no such rule.
    package let leastBehind: Int?

    /// As the project file names it.
    package var methodName: String { method.rawValue }

    /// What its numbers are.
    package var exactness: Exactness {
        switch method {
        case .suppression: .exact
        case .rounding: .rounded
        case .cellKey: .perturbed
        }
    }

    init(
        method: DisclosureSettings.Method, base: Int?, largestChange: Int, isAdditive: Bool, isOnPages: Bool,
        leastBehind: Int?
    ) {
        self.method = method
        self.base = base
        self.largestChange = largestChange
        self.isAdditive = isAdditive
        self.isOnPages = isOnPages
        self.leastBehind = leastBehind
    }

    /// How the tables published as open data are other than the pages, taken together; nil where they are the same.
    package static func beyondPages(of tables: [ReleasedTable]) -> CountPerturbation? {
        let changed = tables.compactMap(\.perturbation).filter { !$0.isOnPages }
        return changed.first.map { first in
            CountPerturbation(
                method: first.method, base: first.base, largestChange: changed.map(\.largestChange).max() ?? 0,
                isAdditive: changed.allSatisfy(\.isAdditive), isOnPages: false, leastBehind: nil)
        }
    }

    /// What it means for who uses the table.
    package var meaning: Phrase {
        switch method {
        case .suppression: Self.suppression
        case .rounding:
            isAdditive
                ? Phrase(
                    sv:
                        "Antalen är avrundade till tal som går jämnt upp i \(base ?? 1), så att summorna stämmer där de exakta antalen går att summera. Varje antal ligger högst \(largestChange) från det exakta. Räkna inte med små skillnader mellan antalen.",
                    en:
                        "The counts are rounded to multiples of \(base ?? 1), so that sums hold where the exact counts add. Each count is at most \(largestChange) from the exact one. Make nothing of small differences between counts."
                )
                : Phrase(
                    sv:
                        "Antalen är avrundade till tal som går jämnt upp i \(base ?? 1), var för sig, så summorna stämmer inte alltid. Varje antal ligger högst \(largestChange) från det exakta. Räkna inte med små skillnader mellan antalen.",
                    en:
                        "The counts are rounded to multiples of \(base ?? 1), each by itself, so sums do not always hold. Each count is at most \(largestChange) from the exact one. Make nothing of small differences between counts."
                )
        case .cellKey:
            Phrase(
                sv:
                    "Antalen är ändrade lite av slumpen, var och ett med högst \(largestChange). Samma antal ändras lika överallt, men summorna stämmer inte exakt. Det som är noll förblir noll, och små antal kan bli noll. Räkna inte med små skillnader mellan antalen.",
                en:
                    "The counts are changed a little by chance, each by at most \(largestChange). The same count is changed alike everywhere, but sums do not hold exactly. What is zero stays zero, and small counts can become zero. Make nothing of small differences between counts."
            )
        }
    }

    /// What tables are like whose numbers stand as they are.
    package static let suppression = Phrase(
        sv: "Talen är exakta. De som skulle kunna röja en enskild person är utelämnade.",
        en: "The numbers are exact. Those that could reveal a single person are left out.")
}
