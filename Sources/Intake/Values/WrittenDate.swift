// SPDX-License-Identifier: EUPL-1.2

/// The date that a text begins with, before the calendar has been asked.
enum WrittenDate {
    /// Year, month and day are told by the writing.
    case parts(year: Int, month: Int, day: Int)
    /// Three numbers whose order the column must tell.
    case numeric(NumericDate)

    /// The date at the beginning of the text and where it ends, or nil when it begins with none.
    static func parse(_ bytes: Span<UInt8>) -> (date: WrittenDate, end: Int)? {
        var reader = DateReader()
        guard let date = reader.date(bytes) else { return nil }
        return (date, reader.index)
    }
}

/// Where in a text one is, reading a date from left to right.
private struct DateReader {
    private(set) var index = 0

    mutating func date(_ bytes: Span<UInt8>) -> WrittenDate? {
        guard skipWords(bytes) else { return nil }
        guard index < bytes.count else { return nil }
        if bytes[index] &- 0x30 >= 10 { return monthNameFirst(bytes) }
        let (count, number) = digits(bytes)
        switch count {
        case 4: return yearFirst(bytes, number)
        case 8: return .parts(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        // Date and clock time in one: the clock time is read as what follows.
        case 14:
            index -= 6
            let date = number / 1_000_000
            return .parts(year: date / 10_000, month: date / 100 % 100, day: date % 100)
        case 6:
            let (month, day) = (number / 100 % 100, number % 100)
            guard (1...12).contains(month), (1...31).contains(day) else { return nil }
            return .parts(year: NumericDate.year(ofTwoDigits: number / 10_000), month: month, day: day)
        case 1, 2: return shortFirst(bytes, number, digits: count)
        default: return nil
        }
    }

    /// `2019-03-01`, `2019/3/1`, `2019.03.01`, `2019 03 01`, `2019-mar-01`, `2019 mars 1`.
    private mutating func yearFirst(_ bytes: Span<UInt8>, _ year: Int) -> WrittenDate? {
        guard let mark = mark(bytes) else { return nil }
        let month: Int
        if let named = monthName(bytes) {
            month = named
        } else {
            let (count, number) = digits(bytes)
            guard (1...2).contains(count) else { return nil }
            month = number
        }
        guard self.mark(bytes) == mark else { return nil }
        let (count, day) = digits(bytes)
        guard (1...2).contains(count) else { return nil }
        return .parts(year: year, month: month, day: day)
    }

    /// `1/3 2019`, `1/3/2019`, `01.03.2019`, `1 mars 2019`, `1-mar-19`, `01MAR2019`, `19-03-01`.
    private mutating func shortFirst(_ bytes: Span<UInt8>, _ first: Int, digits firstCount: Int) -> WrittenDate? {
        skipOrdinal(bytes)
        let mark = self.mark(bytes)
        if let month = monthName(bytes) {
            guard let year = yearAfterName(bytes) else { return nil }
            return .parts(year: year, month: month, day: first)
        }
        guard let mark else { return nil }
        let (middleCount, middle) = digits(bytes)
        guard (1...2).contains(middleCount) else { return nil }
        let before = index
        guard let second = self.mark(bytes) else { return nil }
        if mark == 0x2F || mark == 0x2E, second != mark {
            // `1/3 2019`, `1/3-19`, `1/3 -19`: day, month and then the year.
            guard second == 0x20 || second == 0x2D else { return nil }
            skip(bytes, 0x2D)
            guard let year = year(bytes) else { return nil }
            return .parts(year: year, month: middle, day: first)
        }
        guard second == mark, index > before else { return nil }
        let (lastCount, last) = digits(bytes)
        switch lastCount {
        // With points the day comes first wherever points are used.
        case 4 where mark == 0x2E: return .parts(year: last, month: middle, day: first)
        case 4, 2:
            return .numeric(
                NumericDate(
                    first: first, middle: middle, last: last, endsWithYear: lastCount == 4, hasPoints: mark == 0x2E))
        // `19-3-1`
        case 1 where firstCount == 2:
            return .numeric(
                NumericDate(first: first, middle: middle, last: last, endsWithYear: false, hasPoints: mark == 0x2E))
        default: return nil
        }
    }

    /// `March 1, 2019`.
    private mutating func monthNameFirst(_ bytes: Span<UInt8>) -> WrittenDate? {
        guard let month = monthName(bytes) else { return nil }
        guard mark(bytes) != nil else { return nil }
        let (count, day) = digits(bytes)
        guard (1...2).contains(count) else { return nil }
        skipOrdinal(bytes)
        guard let year = yearAfterName(bytes) else { return nil }
        return .parts(year: year, month: month, day: day)
    }

    private mutating func yearAfterName(_ bytes: Span<UInt8>) -> Int? {
        skip(bytes, 0x2C)
        _ = mark(bytes)
        skip(bytes, 0x2D)
        skip(bytes, UInt8(ascii: "'"))
        return year(bytes)
    }

    /// A year of four digits, or of two.
    private mutating func year(_ bytes: Span<UInt8>) -> Int? {
        let (count, number) = digits(bytes)
        switch count {
        case 4: return number
        case 2: return NumericDate.year(ofTwoDigits: number)
        default: return nil
        }
    }

    /// The digits from here on: how many, and their number as far as 18 digits go.
    private mutating func digits(_ bytes: Span<UInt8>) -> (count: Int, number: Int) {
        let start = index
        var number = 0
        while index < bytes.count, index - start < 18, case let digit = bytes[index] &- 0x30, digit < 10 {
            number = number * 10 + Int(digit)
            index += 1
        }
        return (index - start, number)
    }

    /// What parts the numbers here: `-`, `/`, `.` (blanks may follow a point) or blanks, which count as a space.
    private mutating func mark(_ bytes: Span<UInt8>) -> UInt8? {
        guard index < bytes.count else { return nil }
        let byte = bytes[index]
        if byte == 0x2D || byte == 0x2F || byte == 0x2E {
            index += 1
            if byte == 0x2E { _ = skipBlanks(bytes) }
            return byte
        }
        return skipBlanks(bytes) ? 0x20 : nil
    }

    private mutating func monthName(_ bytes: Span<UInt8>) -> Int? { MonthName.number(bytes, at: &index) }

    /// Moves past a byte and blanks round it.
    private mutating func skip(_ bytes: Span<UInt8>, _ byte: UInt8) {
        _ = skipBlanks(bytes)
        guard index < bytes.count, bytes[index] == byte else { return }
        index += 1
        _ = skipBlanks(bytes)
    }

    private mutating func skipBlanks(_ bytes: Span<UInt8>) -> Bool {
        let start = index
        while index < bytes.count {
            let length = Blanks.lengthOfBlank(startingAt: index, before: bytes.count, in: bytes)
            if length == 0 { break }
            index += length
        }
        return index > start
    }

    /// `1:a`, `2:e`, `1st`, `2nd`.
    private mutating func skipOrdinal(_ bytes: Span<UInt8>) {
        guard index + 1 < bytes.count else { return }
        let (first, second) = (bytes[index] | 0x20, bytes[index + 1] | 0x20)
        let isSwedish = bytes[index] == 0x3A && (second == UInt8(ascii: "a") || second == UInt8(ascii: "e"))
        let english = [("s", "t"), ("n", "d"), ("r", "d"), ("t", "h")] as [(Unicode.Scalar, Unicode.Scalar)]
        if isSwedish || english.contains(where: { UInt8(ascii: $0.0) == first && UInt8(ascii: $0.1) == second }) {
            let next = index + 2
            if next == bytes.count || (bytes[next] | 0x20) &- 0x61 >= 26 { index = next }
        }
    }

    /// Moves past the name of a weekday and *den* before a date; false when another word stands there that begins no
    /// month.
    private mutating func skipWords(_ bytes: Span<UInt8>) -> Bool {
        while index < bytes.count, bytes[index] &- 0x30 >= 10 {
            var end = index
            while end < bytes.count, bytes[end] >= 0x80 || (bytes[end] | 0x20) &- 0x61 < 26 { end += 1 }
            guard end > index else { return false }
            let word = bytes.extracting(index..<end).text.lowercased()
            guard Self.passedOver.contains(word) else {
                var place = index
                return MonthName.number(bytes, at: &place) != nil
            }
            index = end
            if index < bytes.count, bytes[index] == 0x2C || bytes[index] == 0x2E { index += 1 }
            guard skipBlanks(bytes) else { return false }
        }
        return true
    }

    private static let passedOver: Set<String> = [
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "mån", "tis", "ons", "tor", "tors",
        "fre", "lör", "sön", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "den", "the", "d",
    ]
}
