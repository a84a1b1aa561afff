// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// *Lagrum*: the paragraph a decision rests on, as SoL or LSS.
///
/// Of SoL the section is told too, where the text names it: which of them says whether a service is given without an
/// individual test. The text is dated (`SoL 4:1` until 2025-06-30, `SoL 11:1` after) and free (`9 § p 3 LSS`, `4 kap. 1 § SoL`,
/// `LSS 9.3`), so it is read for the act it names, by short name, name or number in the statute book. Where it names
/// none, the paragraph tells: chapters 4 and 11 are those of SoL on support, 9 § with a point is the services of LSS.
package enum LawField {
    /// Throws `unknownLaw` for a text that tells neither act, or both.
    package static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> LegalBasis {
        let text = (UnseenCharacters.plain(bytes).map { String(decoding: $0, as: UTF8.self) } ?? bytes.text)
            .lowercased()
        let words = text.unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0) }
        let compact = FoldedWord(text).text
        let isSoL =
            words.contains("sol") || compact.contains("socialtjänstlag") || compact.contains("2001:453")
            || compact.contains("2025:400")
        let isLSS =
            words.contains("lss") || compact.contains("stödochservicetillvissa") || compact.contains("1993:387")
        switch (isSoL, isLSS) {
        case (true, false): return section(text)
        case (false, true): return .lss
        case (true, true): throw .unknownLaw
        case (false, false):
            guard let law = byParagraph(text, words) else { throw .unknownLaw }
            return law == .sol ? section(text) : .lss
        }
    }

    /// The section of SoL that a text names: `4:1`, `11 kap. 5 §`, `5 § 11 kap.`, `(2025:400) 11:1`.
    private static func section(_ text: String) -> LegalBasis {
        var rest = text
        for act in ["2001:453", "2025:400"] {
            if let found = rest.firstRange(of: act) { rest.removeSubrange(found) }
        }
        let numbers = rest.unicodeScalars.split { !("0"..."9").contains($0) }.compactMap { Int(String($0)) }
        guard numbers.count == 2 else { return .sol }
        let isReversed =
            rest.firstRange(of: "§").flatMap { sign in
                rest.firstRange(of: "kap").map { sign.lowerBound < $0.lowerBound }
            } ?? false
        return switch isReversed ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]) {
        case (4, 1): .sol41
        case (11, 1): .sol111
        case (11, 5): .sol115
        case _: .sol
        }
    }

    /// The act of a paragraph without a name: `4:1`, `11 kap. 5 §`, `9 § 3`, `9.3`, `9 § 9:e 3 punkten`.
    private static func byParagraph(_ text: String, _ words: [String]) -> Law? {
        guard words.allSatisfy(paragraphWords.contains) else { return nil }
        let numbers = text.unicodeScalars.split { !("0"..."9").contains($0) }.map { Int(String($0)) ?? -1 }
        guard numbers.count >= 2, let first = numbers.first else { return nil }
        let rest = text.unicodeScalars.drop { !("0"..."9").contains($0) }.drop { ("0"..."9").contains($0) }
        let next = rest.first { $0 != " " }
        let isChapter = next == ":" || next == "." || next == "k"
        if (first == 4 || first == 11) && isChapter && (1...20).contains(numbers[1]) { return .sol }
        if first == 9 && next != "k" && (1...10).contains(numbers[1]) { return .lss }
        return nil
    }

    private static let paragraphWords: Set<String> = [
        "kap", "kapitel", "kapitlet", "p", "pkt", "punkt", "punkten", "e", "a", "st", "stycket", "stycke", "paragraf",
        "paragrafen", "första", "enligt",
    ]
}
