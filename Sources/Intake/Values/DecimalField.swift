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
        let scale = PowersOfTen[decimals]
        let product = fraction.multipliedFullWidth(by: 3_600_000)
        let (quotient, remainder) = scale.dividingFullWidth(product)
        let parts = whole * 3_600_000 + (2 * remainder >= scale ? quotient + 1 : quotient)
        return Hours(milliseconds: isNegative ? -parts : parts)
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

/// Numbers as the field writes them: decimal comma or point; thousands as space, no-break space, thin space
/// or, together with a decimal comma, point; minus as `-`, U+2212 or U+2011.
///
/// `1.234` is 1.234 and `1,234` is 1.234: a lone separator is the decimal one. Digits after the fifteenth
/// decimal are not read. What has neither form, or thousands in groups of other than three, is no number.
package enum DecimalField {
    /// The largest whole part: more is no number of persons, hours or kronor.
    static let largestWhole: Int64 = 999_999_999_999

    /// Decodes a field without surrounding blanks. Throws `notANumber`, or `outOfRange` when it is too large to hold.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> DecimalNumber {
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
