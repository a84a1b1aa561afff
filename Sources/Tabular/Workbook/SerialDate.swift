// SPDX-License-Identifier: EUPL-1.2

/// Day numbers of a workbook (dagnummer), and how they are written out as dates, clock times and lengths of time.
enum DateSystem {
    /// Day 1 is 1 January 1900, and day 60 a 29 February that there never was.
    case from1900
    /// Day 0 is 1 January 1904.
    case from1904
}

/// Dates and times on their way into a record. Seconds are whole: fractions are rounded, so that no 08:14:59.9999 comes of
/// a quarter past eight.
enum CellTime {
    /// What is written where a cell has the format of a date and its number is no day.
    static let noDay: StaticString = "#DATUM"
    private static let secondsOfDay = 86_400
    /// 30 December 1899, in days since 1970: the zero that OpenDocument writes as a date.
    private static let emptyDay = -25_569
    /// A number under a clock format that is at least this is no length of time but a day in a column that shows its clock.
    private static let surelyDay = 20_000

    /// Writes a number as its format shows it, and gives what it is. Never a wrong day: what is none is an error.
    ///
    /// A time without a day, under a format that shows both, is a clock time. A date with a time under it is written with its time, whatever part of it the format shows: `2019-03-01 08:15`. A
    /// clock format with days is a length of time, and so is `[h]:mm`.
    static func write(
        _ number: CellNumber, _ format: NumberFormat, _ system: DateSystem, to out: inout ByteBuffer
    ) -> CellType {
        let value = number.value
        guard value.magnitude < 10_000_000 else {
            unsafe out.append(noDay)
            return .error
        }
        let seconds = Int((value * Double(secondsOfDay)).rounded())
        switch format {
        case .duration:
            unsafe writeLength(seconds, to: &out)
            return .duration
        case .clock where value < 0:
            unsafe writeLength(seconds, to: &out)
            return .duration
        case .clock where value < 1:
            unsafe writeLength(seconds, to: &out)
            return .clock
        case .clock where value < Double(surelyDay):
            unsafe writeLength(seconds, to: &out)
            return .duration
        case .dateTime where value > 0 && value < 1:
            unsafe writeLength(seconds, to: &out)
            return .clock
        case .number, .date, .clock, .dateTime:
            return unsafe writeDay(seconds, hasTime: format != .date, system, to: &out)
        }
    }

    private static func writeDay(
        _ seconds: Int, hasTime: Bool, _ system: DateSystem, to out: inout ByteBuffer
    ) -> CellType {
        let serial = seconds >= 0 ? seconds / secondsOfDay : -1
        guard let day = daysSince1970(serial, system) else {
            unsafe out.append(noDay)
            return .error
        }
        unsafe write(day: day, to: &out)
        let rest = seconds % secondsOfDay
        guard hasTime || rest != 0 else { return .date }
        unsafe out.append(0x20)
        unsafe writeLength(rest, to: &out)
        return .dateTime
    }

    /// Nil when the number is no day.
    private static func daysSince1970(_ serial: Int, _ system: DateSystem) -> Int? {
        switch system {
        case .from1900:
            guard 1...2_958_465 ~= serial, serial != 60 else { return nil }
            return serial - (serial < 60 ? 25_568 : 25_569)
        case .from1904:
            guard 0...2_957_003 ~= serial else { return nil }
            return serial - 24_107
        }
    }

    /// Days since 1970 as a date of the Gregorian calendar (H. Hinnant's `civil_from_days`).
    private static func write(day: Int, to out: inout ByteBuffer) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        unsafe writePair(year / 100, to: &out)
        unsafe writePair(year % 100, to: &out)
        unsafe out.append(UInt8(ascii: "-"))
        unsafe writePair(month, to: &out)
        unsafe out.append(UInt8(ascii: "-"))
        unsafe writePair(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1, to: &out)
    }

    /// `08:15`, `26:30:15`, `-1:30`: hours of two digits or more, seconds when there are any.
    static func writeLength(_ seconds: Int, to out: inout ByteBuffer) {
        if seconds < 0 { unsafe out.append(UInt8(ascii: "-")) }
        let magnitude = abs(seconds)
        let hours = magnitude / 3_600
        if hours < 100 {
            unsafe writePair(hours, to: &out)
        } else {
            for byte in String(hours).utf8 { unsafe out.append(byte) }
        }
        unsafe out.append(UInt8(ascii: ":"))
        unsafe writePair(magnitude / 60 % 60, to: &out)
        guard magnitude % 60 != 0 else { return }
        unsafe out.append(UInt8(ascii: ":"))
        unsafe writePair(magnitude % 60, to: &out)
    }

    private static func writePair(_ number: Int, to out: inout ByteBuffer) {
        unsafe out.append(UInt8(ascii: "0") + UInt8(number / 10))
        unsafe out.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

extension CellTime {
    /// Writes a date or time of ISO 8601, such as `2019-03-01T08:15:00.000`, and gives what it is; what has another form is
    /// written as it stands, as text. `showsDay` says that the cell shows days alone, so that midnight is not written.
    static func writeISO(_ bytes: UnsafeBufferPointer<UInt8>, showsDay: Bool, to out: inout ByteBuffer) -> CellType {
        let text = unsafe Array(bytes)
        guard let time = ISOTime(text) else {
            for byte in text { unsafe out.append(byte) }
            return .text
        }
        guard let day = time.day else {
            unsafe writeLength(time.seconds ?? 0, to: &out)
            return .clock
        }
        let seconds = time.seconds ?? 0
        if day == emptyDay {
            guard seconds > 0 else {
                unsafe out.append(noDay)
                return .error
            }
            unsafe writeLength(seconds, to: &out)
            return .clock
        }
        unsafe write(day: day + seconds / secondsOfDay, to: &out)
        guard time.seconds != nil, seconds % secondsOfDay != 0 || !showsDay else { return .date }
        unsafe out.append(0x20)
        unsafe writeLength(seconds % secondsOfDay, to: &out)
        return .dateTime
    }

    /// Writes a length of time of ISO 8601, such as `PT26H30M00S`; what has another form as it stands, as text.
    static func writeISOLength(
        _ bytes: UnsafeBufferPointer<UInt8>, isDuration: Bool, to out: inout ByteBuffer
    ) -> CellType {
        let text = unsafe Array(bytes)
        guard let seconds = isoLength(text) else {
            for byte in text { unsafe out.append(byte) }
            return .text
        }
        unsafe writeLength(seconds, to: &out)
        return isDuration || seconds < 0 || seconds >= secondsOfDay ? .duration : .clock
    }

    /// Seconds of `[-]P[nD]T[nH][nM][n[.n]S]`.
    private static func isoLength(_ text: [UInt8]) -> Int? {
        let isNegative = text.first == UInt8(ascii: "-")
        var rest = text.dropFirst(isNegative ? 1 : 0)
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        var (total, isTime, hasPart) = (0.0, false, false)
        var number: [UInt8] = []
        while let byte = rest.popFirst() {
            let unit: Double
            switch byte {
            case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: ","):
                number.append(byte == UInt8(ascii: ",") ? UInt8(ascii: ".") : byte)
                continue
            case UInt8(ascii: "T") where !isTime && number.isEmpty:
                isTime = true
                continue
            case UInt8(ascii: "D") where !isTime: unit = Double(secondsOfDay)
            case UInt8(ascii: "H") where isTime: unit = 3_600
            case UInt8(ascii: "M") where isTime: unit = 60
            case UInt8(ascii: "S") where isTime: unit = 1
            default: return nil
            }
            guard let count = unsafe number.withUnsafeBufferPointer({ unsafe CellNumber($0) }) else { return nil }
            total += count.value * unit
            number = []
            hasPart = true
        }
        guard hasPart, number.isEmpty, total < 1e12 else { return nil }
        return Int(total.rounded()) * (isNegative ? -1 : 1)
    }
}

/// A date, a clock time or both, as ISO 8601 writes them: `2019-03-01`, `2019-03-01T08:15:00.5Z`, `08:15:00`.
private struct ISOTime {
    /// Days since 1970.
    var day: Int?
    /// Seconds of the day, rounded.
    var seconds: Int?

    init?(_ text: [UInt8]) {
        var text = text[...]
        if text.last == UInt8(ascii: "Z") { text.removeLast() }
        if text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") {
            guard let year = ISOTime.number(text[0..<4]), let month = ISOTime.number(text[5..<7]),
                let date = ISOTime.number(text[8..<10]), 1...12 ~= month, year > 0,
                1...ISOTime.length(month, year) ~= date
            else { return nil }
            day = ISOTime.days(year, month, date)
            text = text[10...]
            guard !text.isEmpty else { return }
            guard text.first == UInt8(ascii: "T") || text.first == 0x20 else { return nil }
            text.removeFirst()
        }
        guard let seconds = ISOTime.clock(text) else { return nil }
        self.seconds = seconds
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var number = 0
        for digit in digits {
            guard 0x30...0x39 ~= digit else { return nil }
            number = number * 10 + Int(digit & 0x0F)
        }
        return digits.isEmpty ? nil : number
    }

    private static func length(_ month: Int, _ year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Days since 1970 (H. Hinnant's `days_from_civil`).
    private static func days(_ year: Int, _ month: Int, _ date: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `08:15`, `08:15:00`, `08:15:00.000`.
    private static func clock(_ text: ArraySlice<UInt8>) -> Int? {
        let whole = text.prefix { $0 != UInt8(ascii: ".") }
        let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard 2...3 ~= parts.count, parts.allSatisfy({ $0.count == 2 }), let hours = number(parts[0]),
            let minutes = number(parts[1]), let seconds = parts.count == 3 ? number(parts[2]) : 0,
            hours <= 24, minutes < 60, seconds < 60
        else { return nil }
        let fraction = text.dropFirst(whole.count + 1)
        guard whole.count == text.count || !fraction.isEmpty && fraction.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return nil
        }
        let isUp = (fraction.first ?? 0) >= UInt8(ascii: "5")
        return hours * 3_600 + minutes * 60 + seconds + (isUp ? 1 : 0)
    }
}
