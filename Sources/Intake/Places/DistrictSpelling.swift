// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// The form in which names of districts (*stadsdelsnämnder*) are compared, whatever an export made of them.
///
/// Case, composed or decomposed letters, kinds of blanks and hyphens, blanks round a hyphen, `_` for a blank, and the
/// words for a board or its office are no part of a name. Å and A are: a name with the wrong letter is a fault with
/// a suggestion, never a guess.
enum DistrictSpelling {
    /// A name in the form it is shown in: blanks and hyphens put right, without the word for the board.
    static func shown(_ name: String) -> String {
        var words = tidied(name).split(separator: " ").map(String.init)
        while words.count > 1, let last = words.last, boardWords.contains(last.lowercased()) { words.removeLast() }
        while words.count > 1, let first = words.first, boardWords.contains(first.lowercased()) { words.removeFirst() }
        return words.joined(separator: " ")
    }

    /// A name as it is compared. Swift's strings are equal when they are canonically equivalent (NFC = NFD).
    static func key(_ name: String) -> String { shown(name).lowercased() }

    /// Whether the text says that no district is known.
    static func isWithoutDistrict(_ key: String) -> Bool { withoutDistrict.contains(key) }

    private static let boardWords: Set<String> = [
        "stadsdelsnämnd", "stadsdelsnämnden", "stadsdelsförvaltning", "stadsdelsförvaltningen", "stadsdelsområde",
        "stadsdelsområdet", "sdn", "sdf", "sdo", "nämnd", "förvaltning",
    ]

    private static let withoutDistrict: Set<String> = [
        "", "okänd", "okänt", "okända", "saknas", "uppgift saknas", "uppgifter saknas", "ej angiven", "ej angivet",
        "inte angiven", "utan", "ingen", "ingen uppgift", "-", ".", "..", "stadsdelsnämnd saknas", "unknown",
    ]

    /// Blanks of all kinds and `_` as single spaces, hyphens of all kinds as `-` with nothing round it, letters
    /// composed.
    private static func tidied(_ name: String) -> String {
        var result = ""
        var blankIsDue = false
        for scalar in Composition.composed(FormulaGuard.removed(from: name)).unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r", "_", "\u{A0}", "\u{2000}"..."\u{200B}", "\u{202F}", "\u{FEFF}":
                blankIsDue = true
            case "-", "\u{2010}"..."\u{2014}", "\u{2212}":
                blankIsDue = false
                result.append("-")
            default:
                if blankIsDue, !result.isEmpty, !result.hasSuffix("-") { result.append(" ") }
                blankIsDue = false
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
