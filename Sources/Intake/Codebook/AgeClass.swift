// SPDX-License-Identifier: EUPL-1.2

/// A class of ages as its code in a codebook tells it: `23-64` is both ages included, `80-` has no upper end.
package struct AgeClass: Sendable, Hashable {
    package let lower: Int
    /// nil is no upper end.
    package let upper: Int?

    /// nil when the code tells no ages.
    package init?(_ code: String) {
        let isOpen = code.hasSuffix("-") || code.hasSuffix("+")
        let parts = code.split(whereSeparator: { $0 == "-" || $0 == "–" || $0 == "+" })
        guard let first = parts.first, let lower = Int(first), lower >= 0, lower <= 120 else { return nil }
        self.lower = lower
        switch parts.count {
        case 1: upper = isOpen ? nil : lower
        case 2:
            guard !isOpen, let last = Int(parts[1]), last >= lower, last <= 150 else { return nil }
            upper = last
        default: return nil
        }
    }
}
