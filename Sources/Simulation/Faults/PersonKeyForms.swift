// SPDX-License-Identifier: EUPL-1.2

/// Other ways to write an identity number, from `YYYYMMDD-NNNN` or `YYYYMMDDNNNN`.
enum PersonKeyForms {
    /// Twelve digits and nothing else; nil when the key is of another kind.
    static func digits(of key: String) -> String? {
        let digits = key.filter { $0 != "-" }
        return digits.count == 12 && digits.allSatisfy(\.isWholeNumber) ? digits : nil
    }

    /// Full years from the birth year in the key to a row's year; nil when the key is of another kind.
    static func years(of key: String, at year: String.SubSequence) -> Int? {
        guard let digits = digits(of: key), let born = Int(digits.prefix(4)), let now = Int(year) else { return nil }
        return now - born
    }

    /// `YYMMDD-NNNN` or with another separator.
    static func ten(_ key: String, separator: String) -> String {
        let digits = Array(key.filter { $0 != "-" })
        return String(digits[2..<8]) + separator + String(digits[8...])
    }

    static func twelve(_ key: String, separator: String) -> String {
        let digits = Array(key.filter { $0 != "-" })
        return String(digits[..<8]) + separator + String(digits[8...])
    }
}

/// Letters with their marks apart, as macOS writes them (NFD), for the letters of Swedish names.
func decomposed(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "å": result += "a\u{30A}"
        case "ä": result += "a\u{308}"
        case "ö": result += "o\u{308}"
        case "Å": result += "A\u{30A}"
        case "Ä": result += "A\u{308}"
        case "Ö": result += "O\u{308}"
        default: result.unicodeScalars.append(scalar)
        }
    }
}
