// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Terms

/// What the answers to an item are written as, and what each means.
package struct AnswerSpellings: Sendable {
    private var meanings: [String: AnswerMeaning] = [:]

    /// A text as answers and questions are compared: lower case, without blanks, with one kind of quotation mark and
    /// hyphen, and without the `'` that guards what a spreadsheet would run.
    package static func key(_ text: String) -> String {
        var folded = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case " ", "_", "\t", "\n", "\r", "\u{A0}", "\u{2000}"..."\u{200B}", "\u{202F}", "\u{FEFF}", "\u{AD}":
                continue
            case "\u{2010}"..."\u{2015}", "\u{2212}": folded.append("-")
            case "\u{2018}"..."\u{201B}", "\u{B4}", "`": folded.append("'")
            case "\u{201C}"..."\u{201F}", "\u{AB}", "\u{BB}": folded.append("\"")
            case "\u{2026}": folded.append("...")
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return FormulaGuard.removed(from: folded)
    }

    /// Adds a spelling; gives back what it meant already, when that is something else. The first stays.
    mutating func add(_ spelling: String, _ meaning: AnswerMeaning) -> AnswerMeaning? {
        let key = Self.key(spelling)
        if let known = meanings[key] { return known == meaning ? nil : known }
        meanings[key] = meaning
        return nil
    }

    /// Adds a spelling unless it means something already.
    mutating func addIfFree(_ spelling: String, _ meaning: AnswerMeaning) { _ = add(spelling, meaning) }

    /// What a written answer means; nil when nothing is known of it.
    package func meaning(of answer: String) -> AnswerMeaning? { meanings[Self.key(answer)] }

    /// Answers that mean the same in every survey, unless its codebook says otherwise.
    static let common: [(words: [String], meaning: MissingAnswer)] = [
        (
            [
                "Vet ej", "Vet inte", "Ingen åsikt", "Ingen uppfattning", "Don't know", "Do not know", "No opinion",
                "Kan inte svara", "Kan ej svara", "Kan inte bedöma", "Kan ej bedöma", "Kan inte ta ställning",
                "Kan ej ta ställning", "Minns inte", "Minns ej", "Jag vet inte", "I don't know", "Vet ej/Ingen åsikt",
                "Vet ej/Kan inte svara", "Vet inte/Ingen åsikt", "Vet inte/Kan inte svara",
            ],
            .doNotKnow
        ),
        (
            [
                "Vill inte svara", "Vill ej svara", "Prefer not to say", "Prefer not to answer", "Vill inte uppge",
                "Vill ej uppge",
            ], .declines
        ),
        (
            [
                "N/A", "Ej tillfrågad", "Not asked", "Ej aktuellt", "Inte aktuellt", "Ej relevant", "Inte relevant",
                "Not applicable",
            ], .notAsked
        ),
        (["Inget svar", "No answer"], .noAnswer),
    ]
}
