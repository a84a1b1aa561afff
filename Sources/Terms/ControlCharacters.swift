// SPDX-License-Identifier: EUPL-1.2

extension Unicode.Scalar {
    /// Whether a terminal, an editor or a parser obeys the character instead of showing it: C0 and C1 control
    /// characters, DEL, the line and paragraph separators, what turns the direction of text, and invisible tags.
    package var isControl: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// What stands for a control character where it may not stand itself: its picture (`␛`), or its number where it
    /// has none (`<U+202E>`). Two characters never look alike, so names that differ still do.
    package var picture: String {
        switch value {
        case 0x00...0x1F: return Unicode.Scalar(0x2400 + value).map { String($0) } ?? ""
        case 0x7F: return "␡"
        default:
            let digits = String(value, radix: 16, uppercase: true)
            return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
        }
    }
}

extension String {
    /// The text with a blank in place of each run of line breaks and the blanks round it: a name is one line.
    package var onOneLine: String {
        guard contains(where: \.isNewline) else { return self }
        return split(whereSeparator: \.isNewline).map { line in
            let start = line.drop { $0.isWhitespace }
            return String(start[..<(start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex)])
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The text on one line, every control character shown by its picture.
    package var withoutControls: String { withoutControls { _ in false } }

    /// The text with every control character shown by its picture, but for those that may stand.
    package func withoutControls(but mayStand: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: { $0.isControl && !mayStand($0) }) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            if scalar.isControl && !mayStand(scalar) {
                text += scalar.picture
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
