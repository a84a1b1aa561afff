// SPDX-License-Identifier: EUPL-1.2

/// How a number is to be printed, apart from the language: what `NumberStyle` needs beside the value.
package struct NumberForm: Sendable, Hashable {
    /// What the value is multiplied by and followed by.
    package enum Scale: Sendable, Hashable {
        /// As it is.
        case plain
        /// A share, 0–1, printed in percent with its sign.
        case percent
        /// A difference of shares printed in percentage points (*procentenheter*), without a unit.
        case percentagePoints
    }

    /// When a sign stands before the number.
    package enum Sign: Sendable, Hashable {
        case whenNegative
        /// `+` too, for changes; zero has no sign.
        case always
        /// The size only, for "har minskat med 1,2".
        case never
    }

    package var scale: Scale
    /// Digits after the decimal mark, 0–9.
    package var decimals: Int
    package var sign: Sign

    package init(_ scale: Scale = .plain, decimals: Int, sign: Sign = .whenNegative) {
        precondition((0...9).contains(decimals), "a printed number has 0–9 decimals")
        self.scale = scale
        self.decimals = decimals
        self.sign = sign
    }

    /// A whole number: persons, decisions, rows.
    package static let count = NumberForm(decimals: 0)

    /// A plain number with decimals.
    package static func decimal(_ decimals: Int) -> NumberForm { NumberForm(decimals: decimals) }

    /// Hours, without the word.
    package static func hours(_ decimals: Int = 0) -> NumberForm { NumberForm(decimals: decimals) }

    /// `78,3 %` of the share 0.783.
    package static func percent(_ decimals: Int = 1) -> NumberForm { NumberForm(.percent, decimals: decimals) }

    /// `3,2` of the difference 0.032; the unit is left to the column or the sentence.
    package static func percentagePoints(_ decimals: Int = 1) -> NumberForm {
        NumberForm(.percentagePoints, decimals: decimals)
    }

    /// The same with `+` before what is above zero.
    package var signed: NumberForm { NumberForm(scale, decimals: decimals, sign: .always) }

    /// The same without a sign.
    package var unsigned: NumberForm { NumberForm(scale, decimals: decimals, sign: .never) }
}

extension Unit {
    /// The form a number of this unit is printed in when nothing else is asked for.
    package var standardForm: NumberForm {
        switch self {
        case .persons, .decisions, .personMonths, .answers: .count
        case .hours: .hours()
        case .kronor, .kronorPerPerson: .decimal(0)
        case .days: .decimal(1)
        case .kronorPerHour: .decimal(2)
        case .hoursPerMonth, .hoursPerDecision, .hoursPerPerson, .perTenThousand, .perThousandEntitled, .points:
            .decimal(1)
        case .score, .number: .decimal(2)
        case .share: .percent()
        case .shareDifference: .percentagePoints().signed
        }
    }
}
