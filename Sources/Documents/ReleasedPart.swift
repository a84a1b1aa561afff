// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// What of a released value is printed: the number itself, its interval, or what it was made of.
package enum ReleasedPart: Sendable, Hashable {
    case value
    /// From lower to upper bound.
    case interval
    /// n: distinct persons.
    case persons
    case numerator
    case denominator
    /// Of a tested difference: the p-value adjusted for how many are tested together.
    case adjustedP
    /// The plain p-value.
    case p

    /// The numbers of this part: one, or two for an interval; nil when the value has no such part.
    package func numbers(of value: ReleasedValue) -> (first: Double, last: Double?)? {
        switch self {
        case .value: (value.value, nil)
        case .interval: value.lower.flatMap { lower in value.upper.map { (lower, $0) } }
        case .persons: value.persons.map { (Double($0), nil) }
        case .numerator: value.numerator.map { ($0, nil) }
        case .denominator: value.denominator.map { ($0, nil) }
        case .adjustedP: value.adjustedP.map { ($0, nil) }
        case .p: value.p.map { ($0, nil) }
        }
    }

    /// The form it is printed in when none is asked for.
    package func standardForm(of value: ReleasedValue) -> NumberForm {
        switch self {
        case .value, .interval: value.unit.standardForm
        case .persons, .numerator, .denominator: .count
        case .adjustedP, .p: .decimal(3)
        }
    }
}
