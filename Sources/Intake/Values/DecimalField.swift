// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A decimal number exactly as it was written: `whole` + `fraction` / 10^`decimals`, with a sign.
package struct DecimalNumber: Sendable, Hashable {
    package var isNegative: Bool
    package var whole: Int64
    /// Below 10^`decimals`.
    package var fraction: Int64
    /// 0–15.
    package var decimals: Int

    package init(isNegative: Bool = false, whole: Int64, fraction: Int64 = 0, decimals: Int = 0) {
        self.isNegative = isNegative
        self.whole = whole
        self.fraction = fraction
        self.decimals = decimals
    }

    /// The nearest binary number.
    package var value: Double {
        let magnitude = Double(whole) + Double(fraction) / Double(PowersOfTen[decimals])
        return isNegative ? -magnitude : magnitude
    }

    /// The number when it is whole (`12`, `12,0`), else nil.
    package var integer: Int? {
        guard fraction == 0 else { return nil }
        return Int(isNegative ? -whole : whole)
    }

    /// So many hours, to the nearest millisecond; ties go away from zero.
    package var hours: Hours {
        // The largest whole part times this is below 2^62.
        Hours(milliseconds: scaled(by: 3_600_000)!)
    }

    /// The number times a positive unit, to the nearest whole; ties go away from zero. Nil when it is too large to
    /// hold.
    func scaled(by unit: Int64) -> Int64? {
        let scale = PowersOfTen[decimals]
        let product = fraction.multipliedFullWidth(by: unit)
        let (quotient, remainder) = scale.dividingFullWidth(product)
        let (high, overflows) = whole.multipliedReportingOverflow(by: unit)
        guard !overflows else { return nil }
        let (sum, isTooLarge) = high.addingReportingOverflow(2 * remainder >= scale ? quotient + 1 : quotient)
        guard !isTooLarge else { return nil }
        return isNegative ? -sum : sum
    }
}

/// Ten to the power 0–15.
enum PowersOfTen {
    static subscript(exponent: Int) -> Int64 {
        var power: Int64 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}

/// Numbers as the field writes them: decimal comma or point; thousands as space, no-break space, thin space,
/// apostrophe or, together with a decimal comma, point; minus as `-` or any dash, before the number or after it
/// (`1,50-`).
///
/// `1.234` is 1.234 and `1,234` is 1.234: a lone separator is the decimal one, unless the column tells otherwise
/// (`DecimalUse`). Digits after the fifteenth decimal are not read. What has neither form, or thousands in groups of
/// other than three, is no number.
package enum DecimalField {
    /// The largest whole part: more is no number of persons, hours or kronor.
    static let largestWhole: Int64 = 999_999_999_999

    /// Decodes a field without surrounding blanks. Throws `notANumber`, or `outOfRange` when it is too large to hold.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> DecimalNumber {
        do {
            return try decodeAsWritten(bytes)
        } catch {
            guard error == .notANumber, let other = otherForm(of: bytes) else { throw error }
            return try decodeAsWritten(other.span)
        }
    }

    /// Decodes a field of a column that is known to use its marks in a certain way. Throws as `decode`, and
    /// `ambiguousNumber` for a number that can be read in two ways when the use is `doubtful`.
    package static func decode(_ bytes: Span<UInt8>, use: DecimalUse) throws(FaultRule) -> DecimalNumber {
        if use == .free { return try decode(bytes) }
        let plain = otherForm(of: bytes) ?? copy(of: bytes)
        let thousands = UInt8(ascii: use == .comma ? "." : ",")
        if let mark = plain.firstIndex(where: { $0 == 0x2C || $0 == 0x2E }), mayBeThousands(plain.span, mark: mark) {
            if use == .doubtful { throw .ambiguousNumber }
            if plain[mark] == thousands {
                let joined = plain.filter { $0 != thousands }
                return try decodeAsWritten(joined.span)
            }
        }
        if use == .point, plain.contains(0x2C), plain.contains(0x2E) {
            // `1,284.5`: the marks change places with those that are read without being told.
            let turned = plain.map { $0 == 0x2C ? 0x2E : $0 == 0x2E ? 0x2C : $0 }
            return try decodeAsWritten(turned.span)
        }
        return try decodeAsWritten(plain.span)
    }

    /// Whether the mark that stands here may part thousands: the only one, with one to three digits before it, the
    /// first not 0, and exactly three after it.
    static func mayBeThousands(_ bytes: Span<UInt8>, mark: Int) -> Bool {
        var start = 0
        while start < mark, bytes[start] &- 0x30 >= 10 { start += 1 }
        guard (1...3).contains(mark - start), bytes[start] != 0x30 else { return false }
        for index in start..<mark where bytes[index] &- 0x30 >= 10 { return false }
        guard mark + 4 <= bytes.count else { return false }
        for index in mark + 1..<mark + 4 where bytes[index] &- 0x30 >= 10 { return false }
        for index in mark + 4..<bytes.count
        where bytes[index] &- 0x30 < 10 || bytes[index] == 0x2C || bytes[index] == 0x2E {
            return false
        }
        return true
    }

    /// The field without unseen characters, with its minus first and spaces for apostrophes between thousands; nil
    /// when it is the same.
    private static func otherForm(of bytes: Span<UInt8>) -> [UInt8]? {
        let plain = UnseenCharacters.plain(bytes)
        var text = plain ?? copy(of: bytes)
        var isChanged = plain != nil
        let minus = UInt8(ascii: "-")
        if text.count > 1, text[text.count - 1] == minus, text[0] != minus {
            text.removeLast()
            while text.last == 0x20 { text.removeLast() }
            text.insert(minus, at: 0)
            isChanged = true
        }
        if text.count > 2, text[0] == minus, text[1] == 0x20 {
            text.remove(at: 1)
            isChanged = true
        }
        for index in text.indices.dropFirst() where text[index] == UInt8(ascii: "'") {
            text[index] = 0x20
            isChanged = true
        }
        return isChanged ? text : nil
    }

    private static func copy(of bytes: Span<UInt8>) -> [UInt8] {
        var copy: [UInt8] = []
        for index in bytes.indices { copy.append(bytes[index]) }
        return copy
    }

    private static func decodeAsWritten(_ bytes: Span<UInt8>) throws(FaultRule) -> DecimalNumber {
        var index = 0
        let isNegative = lengthOfMinus(bytes) > 0
        index += lengthOfMinus(bytes)
        let start = index
        var whole: Int64 = 0
        while index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 {
            whole = min(whole * 10 + Int64(digit), largestWhole + 1)
            index += 1
        }
        if index < bytes.count {
            let separator = bytes[index]
            let fractionStart = index + 1
            if (separator == 0x2C || separator == 0x2E) && fractionStart < bytes.count,
                let (fraction, decimals) = fraction(of: bytes, from: fractionStart)
            {
                guard whole <= largestWhole else { throw .outOfRange }
                return DecimalNumber(isNegative: isNegative, whole: whole, fraction: fraction, decimals: decimals)
            }
            return try grouped(bytes, from: start, isNegative: isNegative)
        }
        guard index > start else { throw .notANumber }
        guard whole <= largestWhole else { throw .outOfRange }
        return DecimalNumber(isNegative: isNegative, whole: whole)
    }

    /// A number with thousands separators.
    private static func grouped(
        _ bytes: Span<UInt8>, from start: Int, isNegative: Bool
    ) throws(FaultRule) -> DecimalNumber {
        var comma: Int?
        for index in start..<bytes.count where bytes[index] == 0x2C {
            guard comma == nil else { throw .notANumber }
            comma = index
        }
        var decimalMark = comma
        if comma == nil {
            for index in start..<bytes.count where bytes[index] == 0x2E {
                guard decimalMark == nil else { throw .notANumber }
                decimalMark = index
            }
        }
        let wholeEnd = decimalMark ?? bytes.count
        var whole: Int64 = 0
        var digitsInGroup = 0
        var groups = 0
        var separatorLength = 0
        var separator: UInt8 = 0
        var index = start
        while index < wholeEnd {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                whole = min(whole * 10 + Int64(byte &- 0x30), largestWhole + 1)
                digitsInGroup += 1
                index += 1
                continue
            }
            let length =
                byte == 0x2E && comma != nil
                ? 1 : Blanks.lengthOfBlank(startingAt: index, before: wholeEnd, in: bytes)
            guard length > 0, byte != 0x0A, byte != 0x0D, byte != 0x09 else { throw .notANumber }
            let isRightLength = groups == 0 ? (1...3).contains(digitsInGroup) : digitsInGroup == 3
            guard isRightLength else { throw .notANumber }
            guard groups == 0 || (separatorLength == length && separator == byte) else { throw .notANumber }
            separatorLength = length
            separator = byte
            groups += 1
            digitsInGroup = 0
            index += length
        }
        guard groups == 0 ? digitsInGroup > 0 : digitsInGroup == 3 else { throw .notANumber }
        guard whole <= largestWhole else { throw .outOfRange }
        guard let decimalMark else { return DecimalNumber(isNegative: isNegative, whole: whole) }
        guard decimalMark + 1 < bytes.count, let (fraction, decimals) = fraction(of: bytes, from: decimalMark + 1)
        else { throw .notANumber }
        return DecimalNumber(isNegative: isNegative, whole: whole, fraction: fraction, decimals: decimals)
    }

    /// The digits from here to the end; nil when there is anything else.
    @inline(__always)
    private static func fraction(of bytes: Span<UInt8>, from start: Int) -> (digits: Int64, decimals: Int)? {
        var digits: Int64 = 0
        var decimals = 0
        for index in start..<bytes.count {
            let digit = bytes[index] &- 0x30
            guard digit < 10 else { return nil }
            if decimals < 15 {
                digits = digits * 10 + Int64(digit)
                decimals += 1
            }
        }
        return (digits, decimals)
    }

    /// Bytes of the minus sign that begins the field; 0 when none does.
    @inline(__always)
    private static func lengthOfMinus(_ bytes: Span<UInt8>) -> Int {
        guard bytes.count > 1 else { return 0 }
        if bytes[0] == 0x2D { return 1 }
        guard bytes[0] == 0xE2, bytes.count > 3 else { return 0 }
        let isMinus = bytes[1] == 0x88 && bytes[2] == 0x92
        let isNoBreakHyphen = bytes[1] == 0x80 && bytes[2] == 0x91
        return isMinus || isNoBreakHyphen ? 3 : 0
    }
}
