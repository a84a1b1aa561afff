// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// What a column seems to hold, judged by its values.
package enum InferredType: String, Sendable, CaseIterable {
    case empty, person, wholeNumber = "whole-number", decimalNumber = "decimal-number", date, month
    case clockTime = "clock-time", text
}

/// Gathers what the values of a column can be; a column is what all its values can be.
struct TypeEvidence {
    private(set) var values = 0
    private var kinds: [InferredType: Int] = [:]
    private(set) var commas = 0
    private(set) var points = 0

    mutating func add(_ bytes: Span<UInt8>) {
        let value = bytes.extracting(Blanks.trimming(0..<bytes.count, of: bytes))
        guard !value.isEmpty else { return }
        values += 1
        if (try? DateField.decodeWithClock(value)) != nil { kinds[.date, default: 0] += 1 }
        if (try? MonthField.decode(value)) != nil { kinds[.month, default: 0] += 1 }
        if hasMark(value), (try? ClockField.decode(value)) != nil { kinds[.clockTime, default: 0] += 1 }
        guard let number = try? DecimalField.decode(value) else { return }
        kinds[.decimalNumber, default: 0] += 1
        if number.decimals == 0 { return kinds[.wholeNumber, default: 0] += 1 }
        var last: UInt8 = 0
        for index in value.indices where value[index] == 0x2C || value[index] == 0x2E { last = value[index] }
        if last == 0x2C { commas += 1 } else { points += 1 }
    }

    /// The narrowest type that holds for every value.
    var type: InferredType {
        guard values > 0 else { return .empty }
        for type in [InferredType.clockTime, .date, .month, .wholeNumber, .decimalNumber] where kinds[type] == values {
            return type
        }
        return .text
    }

    /// `0815` is a number as much as a time.
    private func hasMark(_ value: Span<UInt8>) -> Bool {
        for index in value.indices where value[index] == 0x3A { return true }
        return false
    }
}
