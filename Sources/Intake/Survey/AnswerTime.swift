// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// When an answer was given, as far as it takes to tell which of two is the later.
struct AnswerTime: Sendable {
    private let numbers: [Int]
    private let isAfternoon: Bool?
    private let hasSlashes: Bool

    /// `2019-03-01 08:15:00`, `3/1/19 8:15:00 AM`, `01/03/2019 08:15`: digits in groups. nil when there are too few.
    init?(_ text: String) {
        var numbers: [Int] = []
        var isInNumber = false
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) else {
                isInNumber = false
                continue
            }
            if isInNumber {
                numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + Int(byte) - 0x30, 99_999_999)
            } else {
                numbers.append(Int(byte) - 0x30)
            }
            isInNumber = true
        }
        if let first = numbers.first, first > 9999 {
            numbers = [first / 10_000, first / 100 % 100, first % 100] + numbers.dropFirst()
        }
        guard numbers.count >= 3 else { return nil }
        let lower = text.lowercased()
        self.numbers = numbers
        isAfternoon = lower.contains("pm") ? true : lower.contains("am") ? false : nil
        hasSlashes = numbers[0] <= 31
    }

    /// Whether the day must come first, since no month is above twelve; nil when it cannot be told.
    var hasDayFirst: Bool? {
        guard hasSlashes else { return nil }
        if numbers[0] > 12 { return true }
        return numbers[1] > 12 ? false : nil
    }

    /// Seconds on a line of time, for comparison only.
    func seconds(dayFirst: Bool) -> Int {
        var (year, month, day) = (numbers[0], numbers[1], numbers[2])
        if hasSlashes {
            (year, month, day) = dayFirst ? (numbers[2], numbers[1], numbers[0]) : (numbers[2], numbers[0], numbers[1])
        }
        if year < 100 { year += 2000 }
        var hour = numbers.count > 3 ? numbers[3] : 0
        if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
        let minute = numbers.count > 4 ? numbers[4] : 0
        let second = numbers.count > 5 ? min(numbers[5], 59) : 0
        return ((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60 + second
    }
}
