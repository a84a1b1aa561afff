// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// *Lagrum*: the paragraph a decision rests on, as SoL or LSS.
///
/// The text is dated (`SoL 4:1` until 2025-06-30, `SoL 11:1` after) and free (`9 § p 3 LSS`, `4 kap. 1 § SoL`,
/// `LSS 9.3`), so it is read for the act it names, by short name, name or number in the statute book.
package enum LawField {
    /// Throws `unknownLaw` for a text that names neither act, or both.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> Law {
        let text = bytes.text.lowercased()
        let words = text.unicodeScalars.split { !$0.properties.isAlphabetic }.map(String.init)
        let compact = FoldedWord(text).text
        let isSoL =
            words.contains("sol") || compact.contains("socialtjänstlag") || compact.contains("2001:453")
            || compact.contains("2025:400")
        let isLSS =
            words.contains("lss") || compact.contains("stödochservicetillvissa") || compact.contains("1993:387")
        switch (isSoL, isLSS) {
        case (true, false): return .sol
        case (false, true): return .lss
        default: throw .unknownLaw
        }
    }
}
