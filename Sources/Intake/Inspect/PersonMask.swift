// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// What of a file may be shown to someone who asks what the file is: never a person.
///
/// Person columns are masked whole, and so is any cell that holds an identity number, wherever it stands: in a free
/// text, in a file without header, in a row whose fields have slipped sideways.
package enum PersonMask {
    package static let mask = "‹person›"

    /// Whether an identity number, or a pseudonym, stands anywhere in the text.
    package static func holdsPersonKey(_ text: String) -> Bool {
        guard text.utf8.count >= 10 else { return false }
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            guard isKeyByte(bytes[start]) else {
                start += 1
                continue
            }
            var end = start
            while end < bytes.count, isKeyByte(bytes[end]) { end += 1 }
            if isPersonKey(bytes, start..<end) { return true }
            start = end
        }
        // With a blank or a dash of a word processor before the last four.
        return joined(bytes).map { isPersonKey($0, 0..<$0.count) } ?? false
    }

    /// Letters, digits, `-` and `+`: what identity numbers and pseudonyms are written with.
    private static func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "+"): true
        default: false
        }
    }

    private static func isPersonKey(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let span = bytes.span.extracting(range)
        if PseudonymToken.decode(span) != nil { return true }
        // The number may stand against other characters, so each start that follows no digit is tried.
        for start in range where start == range.lowerBound || !isDigit(bytes[start - 1]) {
            guard isDigit(bytes[start]) else { continue }
            for length in [10, 11, 12, 13] where start + length <= range.upperBound {
                let end = start + length
                if end < range.upperBound, isDigit(bytes[end]) { continue }
                if IdentityNumber(bytes.span.extracting(start..<end), on: anyDay) != nil { return true }
            }
        }
        return false
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// The text without blanks, when it is about as long as an identity number.
    private static func joined(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= 24 else { return nil }
        return bytes.filter { isKeyByte($0) }
    }

    /// Any date serves: it only settles the century.
    private static let anyDay = CivilDate(year: 2020, month: 1, day: 1)!
}
