// SPDX-License-Identifier: EUPL-1.2

/// A clock time, in seconds since midnight: `08:15`, `8.15`, `0815`, `08:15:00.000`, `kl. 8:15`, `8:15 PM`, `8.15 em`.
/// `24:00` is the day's end.
package enum ClockField {
    /// 0–86 400. Throws `notAClockTime`, or `excelFractionOfDay` for a part of a day (`0,354166666666667`).
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> Int {
        if let seconds = seconds(in: bytes, 0..<bytes.count), !isFractionOfDay(bytes) { return seconds }
        return try decodeSlowly(bytes)
    }

    private static func decodeSlowly(_ bytes: Span<UInt8>) throws(FaultRule) -> Int {
        if isFractionOfDay(bytes) { throw .excelFractionOfDay }
        if let seconds = written(bytes, 0..<bytes.count) { return seconds }
        guard let plain = UnseenCharacters.plain(bytes) else { throw .notAClockTime }
        if isFractionOfDay(plain.span) { throw .excelFractionOfDay }
        guard let seconds = written(plain.span, 0..<plain.count) else { throw .notAClockTime }
        return seconds
    }

    /// Minutes since midnight of `08:15`, the form of nearly all; -1 for any other.
    @inline(__always)
    static func plain(_ bytes: Span<UInt8>) -> Int {
        guard bytes.count == 5, bytes[2] == 0x3A, let hour = Digits.two(bytes, at: 0), hour < 24,
            let minute = Digits.two(bytes, at: 3), minute < 60
        else { return -1 }
        return hour * 60 + minute
    }

    /// Seconds since midnight of a clock time of digits and marks alone that fills `range`, or nil when it is none.
    static func seconds(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let start = range.lowerBound
        let hour: Int
        var index: Int
        switch range.count {
        case 4 where isMark(bytes[start + 1]):
            guard bytes[start] &- 0x30 < 10 else { return nil }
            hour = Int(bytes[start] &- 0x30)
            index = start + 2
        case 4:
            guard let hours = Digits.two(bytes, at: start) else { return nil }
            hour = hours
            index = start + 2
        case 5, 8:
            guard isMark(bytes[start + 2]), let hours = Digits.two(bytes, at: start) else { return nil }
            hour = hours
            index = start + 3
        case 7:
            guard bytes[start + 1] == 0x3A, bytes[start] &- 0x30 < 10 else { return nil }
            hour = Int(bytes[start] &- 0x30)
            index = start + 2
        default: return nil
        }
        guard let minute = Digits.two(bytes, at: index), minute < 60 else { return nil }
        index += 2
        var second = 0
        if index < range.upperBound {
            guard bytes[index] == bytes[index - 3], let seconds = Digits.two(bytes, at: index + 1), seconds < 60
            else { return nil }
            second = seconds
        }
        let total = hour * 3600 + minute * 60 + second
        return total <= 86_400 ? total : nil
    }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x3A || byte == 0x2E }

    /// Excel's part of a day: `0,5`, `0.354166666666667`, `,5`. Two digits after `0.` are one too (06:00 is `0.25`):
    /// a clock time before one o'clock is written `00.25`.
    private static func isFractionOfDay(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        if index < bytes.count, bytes[index] == 0x30 { index += 1 }
        guard index < bytes.count, bytes[index] == 0x2C || bytes[index] == 0x2E else { return false }
        index += 1
        return index < bytes.count && Digits.isAll(bytes.extracting(index..<bytes.count))
    }

    /// Seconds since midnight of a clock time in any form that fills `range`, with words, fractions of a second and an
    /// offset from UTC, which is passed over.
    static func written(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        if let seconds = seconds(in: bytes, range) { return seconds }
        var text: [UInt8] = []
        for index in range { text.append((0x41...0x5A).contains(bytes[index]) ? bytes[index] | 0x20 : bytes[index]) }
        var rest = text[...]
        let saysClock = takePrefix(of: &rest)
        let half = takeHalf(of: &rest)
        if half == nil { takeOffset(of: &rest) }
        takeFraction(of: &rest)
        let digits = rest.count
        guard (1...8).contains(digits) else { return nil }
        let plain = Array(rest)
        let seconds: Int?
        if plain.count <= 2, half != nil || saysClock, let hour = number(plain) {
            seconds = hour <= 24 ? hour * 3600 : nil
        } else if plain.count == 3 || plain.count == 6, number(plain) != nil {
            // `815` is a clock time that a spreadsheet took for a number, `081500` one with seconds.
            let padded = (plain.count == 3 ? [0x30] : []) + plain
            let colons =
                padded.count == 4 ? padded : Array(padded[0..<2] + [0x3A] + padded[2..<4] + [0x3A] + padded[4...])
            seconds = self.seconds(in: colons.span, 0..<colons.count)
        } else {
            seconds = self.seconds(in: plain.span, 0..<plain.count)
        }
        guard let seconds else { return nil }
        switch half {
        case nil: return seconds
        case .before: return seconds >= 43_200 && seconds < 46_800 ? seconds - 43_200 : seconds
        case .after: return seconds < 43_200 ? seconds + 43_200 : seconds
        }
    }

    /// The half of the day that stands after a clock time.
    private enum Half { case before, after }

    private static func takeHalf(of text: inout ArraySlice<UInt8>) -> Half? {
        let words: [(String, Half)] = [
            ("a.m.", .before), ("p.m.", .after), ("f.m.", .before), ("e.m.", .after), ("am", .before), ("pm", .after),
            ("fm", .before), ("em", .after),
        ]
        for (word, half) in words
        where text.count > word.utf8.count && text.suffix(word.utf8.count).elementsEqual(word.utf8) {
            text.removeLast(word.utf8.count)
            trimEnd(of: &text)
            return half
        }
        return nil
    }

    /// *kl*, *kl.*, *klockan* before a clock time.
    private static func takePrefix(of text: inout ArraySlice<UInt8>) -> Bool {
        for word in ["klockan", "kl.", "kl"] where text.starts(with: word.utf8) {
            text.removeFirst(word.utf8.count)
            while text.first == 0x20 { text.removeFirst() }
            return true
        }
        return false
    }

    /// `Z`, `+01:00`, `-0200`, `+01` after a clock time with a colon.
    private static func takeOffset(of text: inout ArraySlice<UInt8>) {
        guard text.contains(0x3A) else { return }
        if text.last == UInt8(ascii: "z") {
            text.removeLast()
            return trimEnd(of: &text)
        }
        guard let sign = text.lastIndex(where: { $0 == 0x2B || $0 == 0x2D }), sign > text.startIndex else { return }
        let offset = text[(sign + 1)...].filter { $0 != 0x3A }
        guard offset.count == 2 || offset.count == 4, number(offset) != nil else { return }
        text = text[..<sign]
        trimEnd(of: &text)
    }

    /// Parts of a second after the seconds: `08:15:00.000`.
    private static func takeFraction(of text: inout ArraySlice<UInt8>) {
        guard text.filter({ $0 == 0x3A }).count == 2,
            let mark = text.lastIndex(where: { $0 == 0x2E || $0 == 0x2C }), text[mark...].count <= 10,
            number(Array(text[(mark + 1)...])) != nil
        else { return }
        text = text[..<mark]
    }

    private static func trimEnd(of text: inout ArraySlice<UInt8>) {
        while text.last == 0x20 { text.removeLast() }
    }

    private static func number(_ digits: [UInt8]) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
