// SPDX-License-Identifier: EUPL-1.2
import CRmath

/// What a t test can show (teststyrka): power, from the noncentral t distribution, and the size, difference, spread or
/// significance level that reaches a given power. Assumes normal values with one standard deviation.
package struct TTestPower: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case twoSample = "two.sample"
        case oneSample = "one.sample"
        case paired
    }

    /// Values per group, or pairs.
    package var count: Double
    /// The difference to be shown.
    package var difference: Double
    /// Of the values; of the differences when paired.
    package var standardDeviation: Double
    package var significance: Double
    package var kind: Kind
    package var isTwoSided: Bool
    /// Counts rejections on the wrong side too.
    package var isStrict: Bool

    package init(
        count: Double, difference: Double, standardDeviation: Double, significance: Double, kind: Kind = .twoSample,
        isTwoSided: Bool = true, isStrict: Bool = false
    ) {
        self.count = count
        self.difference = difference
        self.standardDeviation = standardDeviation
        self.significance = significance
        self.kind = kind
        self.isTwoSided = isTwoSided
        self.isStrict = isStrict
    }

    /// The probability that the test rejects, 0–1.
    package var power: Double {
        let samples = kind == .twoSample ? 2.0 : 1.0
        let freedom = max(1e-7, (count - 1) * samples)
        let size = isTwoSided ? abs(difference) : difference
        let noncentrality = (count / samples).squareRoot() * size / standardDeviation
        let limit = qt(significance / (isTwoSided ? 2 : 1), freedom, 0, 0)
        let right = pnt(limit, freedom, noncentrality, 0, 0)
        return isStrict && isTwoSided ? right + pnt(-limit, freedom, noncentrality, 1, 0) : right
    }

    /// What can be solved for, and where it is looked for.
    package enum Unknown: Sendable { case count, difference, standardDeviation, significance }

    /// The value of one part at which the power is `power`; nil when none is.
    package func solved(for unknown: Unknown, power wanted: Double) -> Double? {
        var trial = self
        let (part, range): (WritableKeyPath<TTestPower, Double>, ClosedRange<Double>) =
            switch unknown {
            case .count: (\.count, 2...1e7)
            case .difference: (\.difference, (standardDeviation * 1e-7)...(standardDeviation * 1e3))
            case .standardDeviation:
                (\.standardDeviation, (abs(difference) * 1e-3)...(abs(difference) * 1e7))
            case .significance: (\.significance, 1e-10...(1 - 1e-10))
            }
        return Root.brent(in: range) { value in
            trial[keyPath: part] = value
            return trial.power - wanted
        }
    }
}
