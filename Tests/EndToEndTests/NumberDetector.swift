// SPDX-License-Identifier: EUPL-1.2
import Foundation

/// Finds given identity numbers in any text, by other means than the program's own search.
///
/// The ten digits of a number in their order, with at most three other characters between any two; wide digits count as
/// digits, and characters that nobody sees are left out. Numbers with letters are searched for among letters and digits
/// alone.
struct NumberDetector {
    /// What is said of each number that is found, in place of the number.
    private var digits: [UInt64: String] = [:]
    private var lettered: [(core: [UInt8], label: String)] = []

    /// Looks for ten digits, or for a core of digits and capitals.
    mutating func look(for core: String, _ label: String) {
        if core.utf8.count == 10, let number = UInt64(core) {
            digits[number] = label
        } else {
            lettered.append((Array(core.uppercased().utf8), label))
        }
    }

    /// The labels of the numbers that stand in the text.
    func found(in data: Data) -> Set<String> {
        let bytes = Array(data)
        var labels: Set<String> = []
        var window: UInt64 = 0
        var run = 0
        var gap = 0
        var plain: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let (length, character) = Self.character(bytes, index)
            index += length
            guard let character else { continue }
            let isDigit = character >= 0x30 && character <= 0x39
            if isDigit || (character >= 0x41 && character <= 0x5A) { plain.append(character) }
            guard isDigit else {
                gap += 1
                continue
            }
            if gap > 3 { run = 0 }
            gap = 0
            window = window % 1_000_000_000 * 10 + UInt64(character - 0x30)
            run += 1
            if run >= 10, let label = digits[window] { labels.insert(label) }
        }
        let text = Data(plain)
        for (core, label) in lettered where text.range(of: Data(core)) != nil { labels.insert(label) }
        return labels
    }

    /// The character that begins at a place, with how many bytes it has: an ASCII character with letters in upper case,
    /// 0 for any other, nil for one that nobody sees.
    private static func character(_ bytes: [UInt8], _ index: Int) -> (length: Int, character: UInt8?) {
        let first = bytes[index]
        if first < 0x80 { return (1, first >= 0x61 && first <= 0x7A ? first - 0x20 : first) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
        guard index + length <= bytes.count else { return (1, 0) }
        if first == 0xC2, bytes[index + 1] == 0xAD { return (2, nil) }
        if first == 0xCC || first == 0xCD { return (2, nil) }
        if length == 3 {
            let scalar =
                UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            switch scalar {
            case 0xFF10...0xFF19: return (3, UInt8(scalar - 0xFEE0))
            case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: return (3, nil)
            default: break
            }
        }
        return (length, 0)
    }
}
