// SPDX-License-Identifier: EUPL-1.2

/// Text as it is written into YAML: settings, codebooks, the front matter of Markdown.
package enum YAMLText {
    /// In double quotes, on one line; line breaks and tabs become blanks, and what is no printable character is escaped.
    package static func quoted(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n", "\r", "\t": escaped += " "
            case _ where scalar.isControl, "\u{FEFF}", "\u{FFFE}", "\u{FFFF}":
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let (sign, length) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
                escaped += "\\\(sign)" + String(repeating: "0", count: length - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }

    /// As it may stand between braces: words, numbers after a word, and paths as they are; all else in quotes.
    package static func flow(_ text: String) -> String {
        let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        func isPlain(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || " -_./".unicodeScalars.contains(scalar)
        }
        let isPlainText =
            text.unicodeScalars.allSatisfy(isPlain) && (text.unicodeScalars.first?.properties.isAlphabetic ?? false)
            && !text.hasSuffix(" ") && !words.contains(text.lowercased())
        return isPlainText ? text : quoted(text)
    }
}
