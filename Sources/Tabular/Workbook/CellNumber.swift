// SPDX-License-Identifier: EUPL-1.2

/// A number as a workbook writes it, such as `3.5` or `1.98E+11`, taken apart as decimal digits (tal).
///
/// Nothing is converted to binary and back: what is written out is the decimal that stood there, rounded to the 15
/// significant digits that a workbook holds, half away from zero.
struct CellNumber {
    /// So many digits are significant.
    private static let significant = 15

    private(set) var isNegative = false
    /// The significant digits as a whole number, without zeros at its end; at most 15.
    private(set) var digits: UInt64 = 0
    /// The value is `digits` × 10^`exponent`.
    private(set) var exponent = 0
    /// The first 18 digits as they stood, to count days and seconds from.
    private var exact: UInt64 = 0
    private var exactExponent = 0

    /// Nil when the bytes are no number.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        var end = bytes.count
        while place < end, unsafe bytes[place] <= 0x20 { place += 1 }
        while end > place, unsafe bytes[end - 1] <= 0x20 { end -= 1 }
        guard place < end else { return nil }
        if unsafe bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
            isNegative = unsafe bytes[place] == UInt8(ascii: "-")
            place += 1
        }
        var hasDigit = false
        var hasPoint = false
        var count = 0
        var roundsUp = false
        scan: while place < end {
            let byte = unsafe bytes[place]
            switch byte {
            case 0x30...0x39:
                hasDigit = true
                if hasPoint { exactExponent &-= 1 }
                if count > 0 || byte != 0x30 {
                    let digit = UInt64(byte & 0x0F)
                    if count < CellNumber.significant { digits = digits &* 10 &+ digit }
                    if count == CellNumber.significant { roundsUp = digit >= 5 }
                    if count < 18 { exact = exact &* 10 &+ digit } else { exactExponent &+= 1 }
                    count &+= 1
                }
            case UInt8(ascii: "."):
                guard !hasPoint else { return nil }
                hasPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): break scan
            default: return nil
            }
            place &+= 1
        }
        guard hasDigit else { return nil }
        if place < end {
            guard let power = unsafe CellNumber.power(bytes, place + 1, end) else { return nil }
            exactExponent += power
        }
        exponent = exactExponent + max(0, min(count, 18) - CellNumber.significant)
        if roundsUp { digits += 1 }
        if digits == 0 {
            (exponent, isNegative) = (0, false)
        } else {
            while digits % 10 == 0 {
                digits /= 10
                exponent += 1
            }
        }
    }

    private static func power(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var place = start
        guard place < end else { return nil }
        let isNegative = unsafe bytes[place] == UInt8(ascii: "-")
        if unsafe isNegative || bytes[place] == UInt8(ascii: "+") { place += 1 }
        guard place < end, end - place <= 4 else { return nil }
        var power = 0
        while place < end {
            guard unsafe 0x30...0x39 ~= bytes[place] else { return nil }
            power = unsafe power * 10 + Int(bytes[place] & 0x0F)
            place += 1
        }
        return isNegative ? -power : power
    }

    /// Whether it is zero.
    var isZero: Bool { digits == 0 }

    /// The nearest binary number, but for a last bit: near enough to count seconds with, and the same everywhere.
    var value: Double {
        let magnitude: Double =
            switch exactExponent {
            case ..<(-300): 0
            case ..<0: Double(exact) / CellNumber.powerOfTen(-exactExponent)
            case 301...: Double.infinity
            default: Double(exact) * CellNumber.powerOfTen(exactExponent)
            }
        return isNegative ? -magnitude : magnitude
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    private static func powerOfTen(_ power: Int) -> Double {
        var rest = power
        var product = 1.0
        while rest > 22 {
            product *= powers[22]
            rest -= 22
        }
        return product * powers[rest]
    }

    /// Writes it with a decimal comma: plainly below 10^15, above that as `1,98E+17`, as a workbook shows it.
    func write(to out: inout ByteBuffer) {
        if isNegative { unsafe out.append(UInt8(ascii: "-")) }
        let count = CellNumber.digitCount(digits)
        // The power of ten of the first digit.
        let top = count - 1 + exponent
        if top >= CellNumber.significant {
            unsafe CellNumber.write(digits, count, point: 1, to: &out)
            unsafe out.append("E+")
            unsafe CellNumber.write(UInt64(top), CellNumber.digitCount(UInt64(top)), point: nil, to: &out)
        } else if exponent >= 0 {
            unsafe CellNumber.write(digits, count, point: nil, to: &out)
            for _ in 0..<exponent { unsafe out.append(UInt8(ascii: "0")) }
        } else if top >= 0 {
            unsafe CellNumber.write(digits, count, point: top + 1, to: &out)
        } else {
            unsafe out.append("0,")
            for _ in 0..<(-top - 1) { unsafe out.append(UInt8(ascii: "0")) }
            unsafe CellNumber.write(digits, count, point: nil, to: &out)
        }
    }

    static func digitCount(_ number: UInt64) -> Int {
        var (count, rest) = (1, number)
        while rest >= 10 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// Writes `count` digits, with a comma after `point` of them when more follow.
    private static func write(_ number: UInt64, _ count: Int, point: Int?, to out: inout ByteBuffer) {
        var divisor: UInt64 = 1
        for _ in 1..<count { divisor *= 10 }
        for place in 0..<count {
            if place == point { unsafe out.append(UInt8(ascii: ",")) }
            unsafe out.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }
}

extension CellNumber {
    /// Writes a number that needs no rounding straight on: an optional minus, digits, and perhaps a point and more digits,
    /// at most 15 in all, the first no zero before another digit, the last no zero after the point. `false`, and nothing
    /// written, for all others.
    static func copyPlain(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout ByteBuffer) -> Bool {
        let count = bytes.count
        guard count > 0, count <= significant, let base = bytes.baseAddress else { return false }
        var point = -1
        for place in 0..<count {
            let byte = unsafe base[place]
            if byte &- 0x30 <= 9 { continue }
            guard byte == UInt8(ascii: "."), point < 0, place > 0, place < count - 1 else { return false }
            point = place
        }
        let isPlain: Bool
        if point < 0 {
            isPlain = unsafe count == 1 || base[0] != 0x30
        } else {
            isPlain = unsafe (point == 1 || base[0] != 0x30) && base[count - 1] != 0x30
        }
        guard isPlain else { return false }
        let start = unsafe out.count
        unsafe out.append(base, count)
        if point >= 0 { unsafe out.start[start + point] = UInt8(ascii: ",") }
        return true
    }
}
