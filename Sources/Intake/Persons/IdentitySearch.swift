// SPDX-License-Identifier: EUPL-1.2

/// Finds identity numbers and pseudonyms in any text, however they are written.
///
/// Ten or twelve characters, with blanks, dashes, `+`, `.`, `/`, `:` or `_` between century, year, month, day and the
/// last four; wide digits; unseen characters inside; against letters. What has the form of a number is taken for one
/// although its check digit is wrong; a form that dates, periods and amounts have too (`2019-03-01 0815`), digits parted
/// in any other way (`5 0 0 1 …`, `500 115 98 04`) and any other signs before the last four (`500115*9804`) are taken
/// for one only with the right check digit. Organisation numbers are none: their third digit is 2 or more.
package enum IdentitySearch {
    /// Whether an identity number or a pseudonym stands anywhere in the text.
    package static func finds(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { buffer in
            // The span lives no longer than the buffer.
            unsafe finds(in: Span(_unsafeElements: buffer))
        }
    }

    /// The same of the bytes of a text in UTF-8.
    package static func finds(in bytes: Span<UInt8>) -> Bool {
        guard mayHold(bytes) else { return false }
        return finds(in: bytes, sparingTimes: false)
    }

    private static func finds(in bytes: Span<UInt8>, sparingTimes: Bool) -> Bool {
        [false, true].contains { foldsEscapes in
            (!foldsEscapes || hasEscapes(bytes))
                && SearchedText(bytes, sparesTimes: sparingTimes, foldsEscapes: foldsEscapes).firstNumber(from: 0)
                    != nil
        }
    }

    /// Whether one stands in a name or a message, where a date and a clock time stand together in the form of a number:
    /// `beslut-20240115_1030.csv`. Those are none, unless their check digit is right.
    package static func findsBesideTimes(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        return mayHold(bytes.span) && finds(in: bytes.span, sparingTimes: true)
    }

    /// The text with `‹person›` for each number or pseudonym in it, and the rest as it is. Of a name or a message dates
    /// with clock times are spared, as `findsBesideTimes` tells them.
    package static func masked(_ text: String, sparingTimes: Bool = false) -> String {
        var bytes = Array(text.utf8)
        guard mayHold(bytes.span) else { return text }
        for foldsEscapes in [false, true] where !foldsEscapes || hasEscapes(bytes.span) {
            bytes = masked(bytes, SearchedText(bytes.span, sparesTimes: sparingTimes, foldsEscapes: foldsEscapes))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func masked(_ bytes: [UInt8], _ searched: SearchedText) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while let found = searched.firstNumber(from: index) {
            let (start, end) = (searched.starts[found.lowerBound], searched.starts[found.upperBound])
            result += bytes[copied..<start]
            result += Array(PersonMask.mask.utf8)
            copied = end
            index = found.upperBound
        }
        return copied == 0 ? bytes : result + bytes[copied...]
    }

    private static func hasEscapes(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "<"): return true
            case 0xE2: if index + 1 < bytes.count, bytes[index + 1] == 0x90 { return true }
            default: break
            }
        }
        return false
    }

    /// False of nearly all texts: a number has six digits at least, and a pseudonym is long.
    private static func mayHold(_ bytes: Span<UInt8>) -> Bool {
        var digits = 0
        var wide = 0
        for index in bytes.indices {
            if bytes[index] &- 0x30 < 10 { digits += 1 }
            if bytes[index] == 0xEF { wide += 1 }
        }
        return digits + wide >= 6 || bytes.count >= PseudonymToken.length
    }
}

/// A text as it is searched: folded to ASCII, with where in the original each sign begins.
private struct SearchedText {
    /// Letters in upper case; a character that is not ASCII is 0x80.
    private var signs: [UInt8] = []
    /// Where each sign begins in the original, and where the last one ends.
    private(set) var starts: [Int] = []
    /// Whether a date and a clock time in the form of a number are none.
    private let sparesTimes: Bool

    /// `foldsEscapes`: what web pages and addresses write signs as (`%20`, `&nbsp;`, `&#8211;`), and what messages show
    /// control characters as (`␊`, `<U+202E>`), is a blank.
    init(_ bytes: Span<UInt8>, sparesTimes: Bool, foldsEscapes: Bool) {
        self.sparesTimes = sparesTimes
        signs.reserveCapacity(bytes.count)
        starts.reserveCapacity(bytes.count + 1)
        var index = 0
        while index < bytes.count {
            if foldsEscapes, let end = Self.endOfEscape(bytes, index) {
                append(0x20, index)
                index = end
                continue
            }
            let (length, folded) = UnseenCharacters.character(at: index, in: bytes)
            switch folded {
            case .nothing: break
            case .ascii(let byte): append(byte, index)
            case .itself: if bytes[index] & 0xC0 != 0x80 { append(bytes[index], index) }
            }
            index += length
        }
        starts.append(bytes.count)
    }

    private static func endOfEscape(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
        if bytes[start] == UInt8(ascii: "%") {
            guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "2") else { return nil }
            return "0BbDd".utf8.contains(bytes[start + 2]) ? start + 3 : nil
        }
        // `Unicode.Scalar.picture`: U+2400–2421 are E2 90 80–A1 in UTF-8.
        if bytes[start] == 0xE2 {
            guard start + 2 < bytes.count, bytes[start + 1] == 0x90, (0x80...0xA1).contains(bytes[start + 2]) else {
                return nil
            }
            return start + 3
        }
        if bytes[start] == UInt8(ascii: "<") {
            guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "U"), bytes[start + 2] == UInt8(ascii: "+")
            else { return nil }
            var end = start + 3
            while end < bytes.count, end - start <= 8, isHexDigit(bytes[end]) { end += 1 }
            return end > start + 3 && end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : nil
        }
        guard bytes[start] == UInt8(ascii: "&") else { return nil }
        var end = start + 1
        while end < bytes.count, end - start <= 8, bytes[end] != UInt8(ascii: ";") { end += 1 }
        return end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : nil
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
    }

    private mutating func append(_ byte: UInt8, _ start: Int) {
        signs.append((0x61...0x7A).contains(byte) ? byte - 0x20 : min(byte, 0x80))
        starts.append(start)
    }

    /// The first number or pseudonym that begins at a sign or after it.
    func firstNumber(from first: Int) -> Range<Int>? {
        var index = first
        while index < signs.count {
            if signs[index] == UInt8(ascii: "P"), let end = endOfPseudonym(from: index) { return index..<end }
            if isDigit(signs[index]), index == 0 || !isDigit(signs[index - 1]) || index == first,
                let end = endOfNumber(from: index)
            {
                return index..<end
            }
            index += 1
        }
        return nil
    }

    private func isDigit(_ sign: UInt8) -> Bool { sign &- 0x30 < 10 }

    private func isLetter(_ sign: UInt8) -> Bool { sign &- 0x41 < 26 || sign == 0x80 }

    /// `p` and 32 hexadecimal digits.
    private func endOfPseudonym(from start: Int) -> Int? {
        let end = start + PseudonymToken.length
        guard end <= signs.count else { return nil }
        let isToken = signs[start + 1..<end].allSatisfy { isDigit($0) || (0x41...0x46).contains($0) }
        return isToken ? end : nil
    }

    /// Where the identity number that begins here ends, or nil when none does.
    private func endOfNumber(from start: Int) -> Int? {
        // The decimals of a number below one are no identity number.
        if start >= 2, signs[start - 1] == 0x2E || signs[start - 1] == 0x2C, signs[start - 2] == 0x30,
            start == 2 || !isDigit(signs[start - 3])
        {
            return nil
        }
        var candidate = Candidate()
        var index = start
        var end: Int?
        while index < signs.count, candidate.characters.count < 12 {
            let sign = signs[index]
            if isDigit(sign) || (candidate.characters.count >= 6 && isLetter(sign) && sign != 0x80) {
                candidate.characters.append(sign)
                index += 1
                if candidate.characters.count == 10 || candidate.characters.count == 12,
                    isNumber(candidate, from: start, before: index)
                {
                    end = index
                }
                continue
            }
            var next = endOfSeparator(from: index)
            if next.map({ $0 < signs.count && !isDigit(signs[$0]) && !isLetter(signs[$0]) }) ?? true {
                next = endOfOtherSigns(from: index)
                candidate.otherSigns.append(candidate.characters.count)
            }
            guard let next else { break }
            candidate.places.append(candidate.characters.count)
            candidate.separators.append(signs[index..<next])
            index = next
        }
        return end
    }

    /// The end of a run of one to six blanks and signs between the parts of a number.
    private func endOfSeparator(from start: Int) -> Int? {
        var end = start
        while end < signs.count, Self.separators.contains(signs[end]) { end += 1 }
        return (1...6).contains(end - start) ? end : nil
    }

    /// The end of one to four signs of any kind before a digit; a character that is not ASCII is a sign too.
    private func endOfOtherSigns(from start: Int) -> Int? {
        var end = start
        while end < signs.count, !isDigit(signs[end]), signs[end] &- 0x41 >= 26 { end += 1 }
        return (1...4).contains(end - start) && end < signs.count && isDigit(signs[end]) ? end : nil
    }

    private static let separators: Set<UInt8> = Set("-+./:_ \t\r\n".utf8)

    /// Whether the characters are an identity number in a form that is one.
    private func isNumber(_ candidate: Candidate, from start: Int, before end: Int) -> Bool {
        if end < signs.count, isDigit(signs[end]) { return false }
        guard candidate.hasDate else { return false }
        if !candidate.otherSigns.isEmpty {
            // Any signs may part the last four, when the rest is sure.
            return candidate.otherSigns == [candidate.characters.count - 4] && !candidate.hasLetters
                && candidate.form != .other && candidate.form != nil && candidate.hasRightCheckDigit
        }
        if candidate.hasLetters {
            return candidate.isReserveNumber && (end == signs.count || !isLetter(signs[end]))
        }
        let isRight = candidate.hasRightCheckDigit
        switch candidate.form {
        case .whole:
            if isRight { return true }
            if candidate.isPhoneNumber || sparesTimes && candidate.endsAsClock { return false }
            return candidate.hasDateOfItsCentury
        case .parted:
            if candidate.endsAsYear, continuesAsNumber(from: end) { return false }
            return isRight || !(candidate.endsAsYear || candidate.endsAsClock)
        case .other:
            return isRight && !candidate.isPartedPhoneNumber && !candidate.hasClock && !candidate.isTwoDates
                && !continuesAsNumber(from: end)
        case nil:
            return isRight && !candidate.isPartedPhoneNumber && !candidate.hasColon && !candidate.isTwoDates
                && !continuesAsNumber(from: end)
        }
    }

    /// Whether a sign and a digit follow, as `-12-31` after a year.
    private func continuesAsNumber(from end: Int) -> Bool {
        end + 1 < signs.count && Self.separators.contains(signs[end]) && isDigit(signs[end + 1])
    }
}

/// Ten or twelve characters that may be an identity number, and what stands between them.
private struct Candidate {
    var characters: [UInt8] = []
    /// How many characters stand before each separator.
    var places: [Int] = []
    var separators: [ArraySlice<UInt8>] = []
    /// How many characters stand before each separator that is none of those that numbers are written with.
    var otherSigns: [Int] = []

    enum Form {
        /// Nothing between the parts, or something before the last four only.
        case whole
        /// The parts of the date are parted, the last four together.
        case parted
        /// Parted in any other way.
        case other
    }

    /// How it is written; nil when nothing parts the last four from a date that is parted elsewhere.
    var form: Form? {
        let count = characters.count
        let fromEnd = places.map { count - $0 }
        if fromEnd.isEmpty || fromEnd == [4] { return .whole }
        let century = count == 12 ? [10] : []
        let usual: [[Int]] = [[8, 6, 4], [8, 6], century, century + [4], century + [8, 6, 4]]
        if usual.contains(fromEnd) { return .parted }
        return fromEnd.contains(4) ? .other : nil
    }

    /// Whether all but the last four are a date in any century, or the last ten characters are such a number after a
    /// century that was mistyped.
    var hasDate: Bool { hasDateOfItsCentury || (characters.count == 12 && form == .whole && hasDateWithoutCentury) }

    var hasDateOfItsCentury: Bool {
        guard let date = DateDigits(characters) else { return false }
        if characters.count == 12 { return (1840...2099).contains(date.year) && date.exists(in: date.year) }
        return date.exists(in: 2000 + date.year) || date.exists(in: 1900 + date.year)
    }

    private var hasDateWithoutCentury: Bool { DateDigits(Array(characters.suffix(10))) != nil }

    var hasRightCheckDigit: Bool { IdentityNumber.hasRightCheckDigit(characters.suffix(10)) }

    var hasLetters: Bool { characters.contains { $0 > 0x39 } }

    private var lastFour: Int { characters.suffix(4).reduce(0) { $0 * 10 + Int($1 &- 0x30) } }

    /// Ten digits together that begin as a mobile phone's number does.
    var isPhoneNumber: Bool {
        characters.count == 10 && places.isEmpty && characters[0] == 0x30 && characters[1] == 0x37
    }

    /// Ten digits grouped as a mobile phone's number is: `070-123 45 67`.
    var isPartedPhoneNumber: Bool {
        characters.count == 10 && characters.starts(with: "07".utf8) && places.first == 3 && places.count <= 3
    }

    /// Whether the last four are a year, as when a period is written.
    var endsAsYear: Bool { (1900...2099).contains(lastFour) }

    /// Whether the last four are a clock time, as after a date.
    var endsAsClock: Bool { lastFour / 100 < 24 && lastFour % 100 < 60 }

    /// Whether the twelve are two dates with two digits of year (`19-01-01 - 19-12-31`).
    var isTwoDates: Bool {
        guard characters.count == 12 else { return false }
        let four: [UInt8] = [0x30, 0x30, 0x30, 0x30]
        return [characters.prefix(6), characters.suffix(6)].allSatisfy { DateDigits($0 + four) != nil }
    }

    /// Whether a clock time's colon or point parts the last four.
    var hasClock: Bool {
        zip(places, separators).contains { place, separator in
            place == characters.count - 2 && separator.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        }
    }

    var hasColon: Bool { separators.contains { $0.contains(UInt8(ascii: ":")) } }

    /// Whether letters stand as in an interim or reserve number: one or two and then digits (`T980`, `TF80`), or, hard
    /// against the date, four capitals or the like.
    var isReserveNumber: Bool {
        let last = Array(characters.suffix(4))
        guard characters.dropLast(4).allSatisfy({ $0 <= 0x39 }), let form, form != .other else { return false }
        let digits = last.filter { $0 <= 0x39 }.count
        if digits >= 2 { return last[0] > 0x39 || form == .whole }
        guard form == .whole, let separator = separators.last else { return digits == 1 }
        return digits == 1 || separator.elementsEqual("-".utf8) || separator.elementsEqual("+".utf8)
    }
}
