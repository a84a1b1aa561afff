// SPDX-License-Identifier: EUPL-1.2

/// Text as it is written into YAML.
enum YAMLText {
    /// In double quotes, on one line, without characters that cannot be seen.
    static func quoted(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n", "\r", "\t": escaped += " "
            case "\u{0}"..<" ", "\u{7F}", "\u{80}"..."\u{9F}", "\u{FEFF}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }

    /// As it may stand between braces: words, numbers after a word, and paths as they are; all else in quotes.
    static func flow(_ text: String) -> String {
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
