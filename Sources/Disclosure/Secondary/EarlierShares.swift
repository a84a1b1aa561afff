// SPDX-License-Identifier: EUPL-1.2
import Measures

/// What a share is of.
struct SharePair: Hashable {
    let x: Int
    let n: Int
}

/// What earlier reports say of shares whose parts they leave out.
struct EarlierShares {
    private var hidden: Set<SharePair> = []
    private var printed: [SharePair: Double] = [:]

    mutating func hide(_ pair: SharePair) { hidden.insert(pair) }

    mutating func print(_ share: Double, of pair: SharePair) { printed[pair] = share }

    func isHidden(_ pair: SharePair) -> Bool { hidden.contains(pair) }

    /// As it was printed; nil where some report hid it.
    func shown(_ pair: SharePair) -> Double? { hidden.contains(pair) ? nil : printed[pair] }

    /// Whether a printed share can be of these numbers: one of other numbers, which have been corrected since, says
    /// nothing of them.
    static func isPossible(_ printed: Double, of share: Double) -> Bool {
        (printed - share).magnitude < 1e-9
            || ShareRounding.steps.contains { (ShareRounding.rounded(share, step: $0) - printed).magnitude < 1e-9 }
    }
}
