// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The `'` that stands before text which a spreadsheet would run as a formula.
package enum FormulaGuard {
    private static let mark = "'"
    private static let signs = "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars

    /// Whether a spreadsheet takes text for a formula: some do so after blanks too, and for the full-width signs.
    static func isFormula(_ text: String) -> Bool {
        text.unicodeScalars.first { !isUnseen($0) }.map { signs.contains($0) } ?? false
    }

    /// The text as a spreadsheet only reads it.
    static func guarded(_ text: String) -> String {
        let shown = text.withoutControls
        return isFormula(text) ? mark + shown : shown
    }

    /// A cell of an export as it is copied: itself, or guarded where a spreadsheet would run it. Control characters
    /// before a value, as the tab that some exports put there, are left out. A number with its sign is no formula.
    static func copied(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first, first.isControl || isUnseen(first) || signs.contains(first) else {
            return cell
        }
        let start = cell.unicodeScalars.firstIndex { !isUnseen($0) } ?? cell.endIndex
        let value = String(cell.unicodeScalars[start...])
        let mayStay = first.isControl ? value : cell
        return isFormula(value) && !isNumber(value) ? guarded(value) : mayStay
    }

    /// The text that was guarded; other text as it is.
    package static func removed(from text: String) -> String {
        guard text.hasPrefix(mark), isFormula(String(text.dropFirst())) else { return text }
        return String(text.dropFirst())
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isControl || scalar.properties.isWhitespace
    }

    /// A sign and an amount, with its unit or without: `-12,50`, `+ 3 tim`. Nothing in it works on anything.
    private static func isNumber(_ value: String) -> Bool {
        let rest = value.unicodeScalars.dropFirst().drop { $0 == " " || $0 == "\u{A0}" }
        guard let sign = value.unicodeScalars.first, sign == "-" || sign == "+", let digit = rest.first,
            ("0"..."9").contains(digit)
        else { return false }
        return rest.allSatisfy {
            ("0"..."9").contains($0) || $0.properties.isAlphabetic || " \u{A0}\u{202F}.,".unicodeScalars.contains($0)
        }
    }
}
