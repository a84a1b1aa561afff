// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// How finely a share may be shown when x and n are left out beside it.
///
/// A whole per cent of few persons tells how many they are, so the share is rounded until neither n nor x follows from
/// it: one more and one less of each must be as possible, for who knows that shares are shown of at least the minimum
/// base, with at least the threshold on either side.
struct ShareRounding {
    /// Per cent, the finest first.
    static let steps = [1, 2, 5, 10]

    private let threshold: Int
    private let minimumBase: Int

    init(_ settings: DisclosureSettings) {
        threshold = settings.threshold
        minimumBase = settings.minimumBase
    }

    /// What of a share's parts other tables show.
    enum Knowledge { case nothing, base, numerator }

    /// The finest rounding that is safe and no finer than `least`, in per cent; nil when none is. A coarser one need not be
    /// safe where a finer is: 25 of 56 is 45 per cent in fives, as 24 and 26 are, and 40 per cent in tens, as 26 is not.
    func step(
        _ x: Double?, of n: Double?, knowing known: Knowledge = .nothing, noFinerThan least: Int = 1
    ) -> Int? {
        guard let x = x.flatMap({ Int(exactly: $0) }), let n = n.flatMap({ Int(exactly: $0) }), n > minimumBase else {
            return nil
        }
        return Self.steps.first { $0 >= least && isSafe(x, n, step: $0, known) }
    }

    private func isSafe(_ x: Int, _ n: Int, step: Int, _ known: Knowledge) -> Bool {
        let shown = Self.rounded(Double(x) / Double(n), step: step)
        func isPossible(_ x: Int, _ n: Int) -> Bool {
            n >= minimumBase && isShown(x) && isShown(n - x)
                && Self.rounded(Double(x) / Double(n), step: step) == shown
        }
        switch known {
        case .nothing: break
        case .base: return x == 0 || x == n || [x - 1, x + 1].allSatisfy { isPossible($0, n) }
        case .numerator: return [n - 1, n + 1].allSatisfy { isPossible(x, $0) }
        }
        let isAnyBase = [n - 1, n + 1].allSatisfy { n in (0...n).contains { isPossible($0, n) } }
        // Where nobody has it, or everybody, the share says so.
        if !isAnyBase || x == 0 || x == n { return isAnyBase }
        // How many they are is known more or less.
        let bases = n - max(1, n / 10)...n + max(1, n / 10)
        return [x - 1, x + 1].allSatisfy { x in bases.contains { isPossible(x, $0) } }
    }

    private func isShown(_ count: Int) -> Bool { count == 0 || count >= threshold }

    /// In whole steps of so many per cent, as a share.
    static func rounded(_ share: Double, step: Int) -> Double {
        (share * 100 / Double(step)).rounded() * Double(step) / 100
    }
}
