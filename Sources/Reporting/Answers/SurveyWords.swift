// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What the numbers of a survey are called.
enum SurveyWords {
    static func measure(_ measure: MeasureName) -> Phrase {
        switch measure {
        case .awareness: Phrase(sv: "Andel som kan regeln", en: "Share who know the rule")
        case .responseRate: Phrase(sv: "Svarsfrekvens", en: "Response rate")
        case .respondents: Phrase(sv: "De svarande", en: "Respondents")
        default: Phrase(sv: "Enkätsvar", en: "Survey answers")
        }
    }

    /// What the question is about, before its breakdown: the item's name first when it is about one.
    static func subject(_ question: Question) -> Phrase {
        let subject = aspect(question)
        guard question.measure == .item,
            let filter = question.filters.first(where: { $0.dimension == .question && $0.comparison == .isOneOf }),
            filter.values.count == 1
        else { return subject }
        let name = filter.values[0]
        return Phrase(
            sv: name + ": " + Self.lowercased(subject.swedish), en: name + ": " + Self.lowercased(subject.english))
    }

    private static func aspect(_ question: Question) -> Phrase {
        switch (question.measure, question.aspect) {
        case (.responseRate, .answers): Phrase(sv: "Antal svarande", en: "Number of respondents")
        case (.responseRate, _): measure(.responseRate)
        case (.respondents, .register): Phrase(sv: "Andel i registret", en: "Share in the register")
        case (.respondents, .gap):
            Phrase(sv: "De svarande jämfört med registret", en: "Respondents compared with the register")
        case (.respondents, _): Phrase(sv: "Andel av de svarande", en: "Share of the respondents")
        case (_, .answers): Phrase(sv: "Antal svar", en: "Number of answers")
        case (_, .itemNonresponse): Phrase(sv: "Andel utan svar", en: "Share without an answer")
        case (_, .doNotKnow): Phrase(sv: "Andel som inte vet", en: "Share who do not know")
        case (.awareness, .change):
            Phrase(
                sv: "Andel som kan regeln, förändring från mätningen innan",
                en: "Share who know the rule, change from the wave before")
        case (.awareness, .gap): Phrase(sv: "Andel som kan regeln, skillnad", en: "Share who know the rule, difference")
        case (.awareness, .worstCase):
            Phrase(
                sv: "Andel som kan regeln, med gränser för bortfallet",
                en: "Share who know the rule, with bounds for missing answers")
        case (.awareness, _): measure(.awareness)
        case (_, .topBox): Phrase(sv: "Andel positiva svar", en: "Share of favourable answers")
        case (_, .netBalance): Phrase(sv: "Nettotal", en: "Net balance")
        case (_, .index): Phrase(sv: "Index", en: "Index")
        case (_, .mean): Phrase(sv: "Medelvärde", en: "Mean")
        case (_, .change):
            Phrase(sv: "Förändring från mätningen innan", en: "Change from the wave before")
        case (_, .gap): Phrase(sv: "Skillnad", en: "Difference")
        case (_, .worstCase):
            Phrase(
                sv: "Andel positiva svar, med gränser för bortfallet",
                en: "Share of favourable answers, with bounds for missing answers")
        default: Phrase(sv: "Svarens fördelning", en: "Distribution of answers")
        }
    }

    private static func lowercased(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
}
