// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake
import Terms

/// An answer as text in one cell.
enum WrittenAnswer {
    /// By the words of the form.
    case labels
    /// By the platform's short names.
    case codes
    /// By the codebook's values.
    case values

    /// What an option is called in a cell.
    func name(_ option: CodebookItem.Option, of item: CodebookItem) -> String {
        switch self {
        case .labels: option.label.swedish
        case .codes: item.shortCode(of: option)
        case .values: option.spellings.first ?? option.label.swedish
        }
    }

    func text(_ answer: ItemAnswer, to item: CodebookItem, of respondent: SurveyRespondent) -> String {
        switch answer {
        case .category(let place): return option(item, .category(place))
        case .categories(let set):
            // In one cell, with a semicolon after each.
            return item.choices.indices.filter { set >> UInt64($0) & 1 == 1 }
                .map { name(item.choices[$0], of: item) + ";" }.joined()
        case .number(let number): return String(Int(number))
        case .text: return FreeText.of(respondent)
        case .missing(let why):
            switch why {
            // An answer that says so can be chosen where the question has it.
            case .doNotKnow, .declines, .notAsked: return option(item, .missing(why))
            case .noAnswer: return ""
            }
        }
    }

    private func option(_ item: CodebookItem, _ meaning: AnswerMeaning) -> String {
        item.option(for: meaning).map { name($0, of: item) } ?? ""
    }
}

/// What those who write something write: harmless phrases, some with what trips a careless reader.
enum FreeText {
    static func of(_ respondent: SurveyRespondent) -> String {
        phrases[(respondent.member.number + respondent.response.minute) % phrases.count]
    }

    private static let phrases = [
        "Det fungerar bra.", "Jag vill ha fler timmar på helgen.", "Mer information om reglerna, tack.",
        "Samma ledsagare varje gång; det är viktigast.", "Svårt att boka\nmed kort varsel.",
        "Jag fick höra \"det går inte\" när jag frågade.", "Bra, men för få timmar på sommaren.",
        "Vet inte vem jag ska ringa.", "Biljetten till museet fick jag betala själv.", "= bra och – ibland – sent",
    ]
}
