// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A pseudonym as a pseudonymised file has it: `p` and 32 lower-case hexadecimal digits. It is the pseudonym
/// itself, so a person is the same in an export and in its pseudonymised copy.
package enum PseudonymToken {
    package static let length = 33

    /// The token's bytes, for the copy that `ledsaga pseudonymise` writes and for nothing else.
    package static func bytes(of pseudonym: Pseudonym) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        var token: [UInt8] = [UInt8(ascii: "p")]
        for word in [pseudonym.high, pseudonym.low] {
            for shift in stride(from: 60, through: 0, by: -4) { token.append(digits[Int(word >> UInt64(shift) & 15)]) }
        }
        return token
    }

    /// The pseudonym of a token, or nil when the bytes are none.
    package static func decode(_ bytes: Span<UInt8>) -> Pseudonym? {
        guard bytes.count == length, bytes[0] == UInt8(ascii: "p") else { return nil }
        var words: (high: UInt64, low: UInt64) = (0, 0)
        for index in 1..<length {
            let digit: UInt64
            switch bytes[index] {
            case 0x30...0x39: digit = UInt64(bytes[index] - 0x30)
            case 0x61...0x66: digit = UInt64(bytes[index] - 0x61 + 10)
            default: return nil
            }
            if index <= 16 { words.high = words.high << 4 | digit } else { words.low = words.low << 4 | digit }
        }
        return Pseudonym(high: words.high, low: words.low)
    }
}
