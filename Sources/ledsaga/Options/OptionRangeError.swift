// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A number given to an option that is outside what it can be.
struct OptionRangeError: UserFacingError, Equatable {
    let option: String
    let value: Int
    let range: ClosedRange<Int>

    var exitCode: ExitCode { .usage }

    static func check(_ option: String, _ value: Int, in range: ClosedRange<Int>) throws(OptionRangeError) {
        guard range.contains(value) else { throw OptionRangeError(option: option, value: value, range: range) }
    }
}
