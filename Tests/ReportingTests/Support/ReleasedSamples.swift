// SPDX-License-Identifier: EUPL-1.2
import Terms

@testable import Disclosure

/// Released values made up for tests: only tests of this repository can make one past the gate.
enum Sample {
    static func share(
        _ value: Double, _ lower: Double? = nil, _ upper: Double? = nil, x: Double? = nil, n: Double? = nil,
        persons: Int = 1000
    ) -> ReleasedCell {
        .shown(
            ReleasedValue(
                value: value, lower: lower, upper: upper, persons: persons, numerator: x, denominator: n, unit: .share))
    }

    static func difference(_ value: Double, _ lower: Double?, _ upper: Double?) -> ReleasedCell {
        .shown(ReleasedValue(value: value, lower: lower, upper: upper, persons: 1000, unit: .shareDifference))
    }

    static func count(_ value: Int) -> ReleasedCell {
        .shown(ReleasedValue(value: Double(value), persons: value, unit: .persons))
    }

    static func hours(_ value: Double, persons: Int = 1000, unit: Unit = .hours) -> ReleasedCell {
        .shown(ReleasedValue(value: value, persons: persons, unit: unit))
    }

    static let notDefined = ReleasedCell.notApplicable(
        Phrase(sv: "Inget år att jämföra med.", en: "No year to compare with."))
}
