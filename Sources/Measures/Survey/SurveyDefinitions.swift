// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// The definition that stands beside an answer from surveys.
enum SurveyDefinitions {
    /// `kinds` are those of the items that are answered.
    static func definition(
        of question: Question, settings: MeasureSettings, kinds: Set<SurveyItem.Kind> = []
    ) -> Definition {
        var list: [Definition.Setting] = []
        if (question.dimensions + question.filters.map(\.dimension)).contains(.age) {
            list.append(.init("age_groups", "[" + settings.ageGroups.map { "\($0)" }.joined(separator: ", ") + "]"))
        }
        return Definition(id: id(of: question), text: text(of: question, kinds), settings: list)
    }

    /// `item:time-enough top-box`, `awareness change`.
    static func id(of question: Question) -> String {
        var id = question.measure.rawValue
        let named = question.filters.filter { $0.dimension == .question && $0.comparison == .isOneOf }
        if question.measure == .item, let item = named.first, item.values.count == 1 { id += ":" + item.values[0] }
        let aspect = aspect(question.aspect)
        if !aspect.isEmpty { id += " " + aspect }
        return id
    }

    /// As at the command line; nothing for the headline.
    static func aspect(_ aspect: Question.Aspect) -> String { aspect.slug ?? "" }

    static func text(of question: Question, _ kinds: Set<SurveyItem.Kind> = []) -> Phrase {
        switch question.measure {
        case .awareness: awareness(question.aspect)
        case .responseRate: responseRate(question.aspect)
        case .respondents: respondents(question.aspect)
        default: item(question.aspect, kinds)
        }
    }

    private static func item(_ aspect: Question.Aspect, _ kinds: Set<SurveyItem.Kind> = []) -> Phrase {
        switch aspect {
        case .topBox:
            Phrase(
                sv: "Skattad andel med ett positivt svar, av dem som har svarat något annat än vet ej.",
                en: "Estimated share with a favourable answer, of those who answered other than do not know.")
        case .netBalance:
            Phrase(
                sv: "Skattad andel med ett positivt svar minus andelen med ett negativt.",
                en: "Estimated share with a favourable answer less the share with an unfavourable one.")
        case .index:
            Phrase(
                sv: "Medelvärdet av svaren på en skala från 0 (sämst) till 100 (bäst).",
                en: "The mean of the answers on a scale from 0 (worst) to 100 (best).")
        case .mean: Phrase(sv: "Skattat medelvärde av svaren.", en: "Estimated mean of the answers.")
        case .change:
            Phrase(
                sv: "Skillnad från gruppens mätning innan; felet räknar med att de svarande delvis är desamma.",
                en: "Difference from the group's wave before; the error counts that respondents are partly the same.")
        case .gap(.group):
            Phrase(sv: "Skillnad från den första gruppen.", en: "Difference from the first of the groups.")
        case .gap: Phrase(sv: "Skillnad från alla övriga tillsammans.", en: "Difference from all others together.")
        case .worstCase:
            Phrase(
                sv: "Andelen, mellan vad den blir om ingen och om alla utan svar hör till den.",
                en: "The share, between what it is if none and if all without an answer belong to it.")
        case .answers, .itemNonresponse, .doNotKnow: counts(aspect)
        default: distribution(kinds)
        }
    }

    /// What the headline is depends on what can be answered.
    private static func distribution(_ kinds: Set<SurveyItem.Kind>) -> Phrase {
        if kinds == [.number] {
            return Phrase(
                sv: "Skattat medelvärde av svaren, som är tal; vet ej räknas inte med.",
                en: "Estimated mean of the answers, which are numbers; do not know is left out.")
        }
        if kinds == [.text] {
            return Phrase(
                sv: "Antal som har svarat med egna ord. Vad de skrev sparas inte.",
                en: "How many answered in their own words. What they wrote is not kept.")
        }
        let numbers =
            kinds.contains(.number)
            ? Phrase(sv: ", av tal medelvärdet", en: ", of numbers the mean") : Phrase(sv: "", en: "")
        return Phrase(
            sv: "Skattad fördelning av svaren\(numbers.swedish); vet ej räknas inte med i åsiktsfrågor men i "
                + "kunskapsfrågor.",
            en:
                "Estimated distribution of the answers\(numbers.english); do not know is left out of opinion items, not of "
                + "knowledge items.")
    }

    private static func counts(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .answers: Phrase(sv: "Antal svarande vars svar räknas.", en: "Number of respondents whose answer counts.")
        case .doNotKnow:
            Phrase(
                sv: "Av dem som fick frågan: andelen som svarat vet ej, ovägd.",
                en: "Of those asked: the share who answered do not know, unweighted.")
        default:
            Phrase(
                sv: "Av dem som fick frågan: andelen som hoppat över den eller inte vill svara, ovägd.",
                en: "Of those asked: the share who left it empty or would not say, unweighted.")
        }
    }

    private static func awareness(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .headline:
            Phrase(
                sv: "Skattad andel rätta svar på kunskapsfrågorna; vet ej räknas som inte rätt.",
                en: "Estimated share of right answers to the knowledge items; do not know counts as not right.")
        default: item(aspect)
        }
    }

    private static func responseRate(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .answers:
            Phrase(
                sv: "Antal svarande med minst ett svar utöver bakgrundsfrågorna.",
                en: "Number of respondents with an answer beside the background items.")
        default:
            Phrase(
                sv: "Giltiga svar delat med antalet utskick som nådde fram.",
                en: "Valid answers divided by those sent and delivered.")
        }
    }

    private static func respondents(_ aspect: Question.Aspect) -> Phrase {
        switch aspect {
        case .register:
            Phrase(
                sv: "Andel av registrets personer, de med ett beviljat beslut under mätningens år.",
                en: "Share of the register's persons, those with a granted decision in the wave's year.")
        default:
            Phrase(
                sv: "Ovägd andel av de svarande vars uppgift är känd.",
                en: "Unweighted share of the respondents for whom it is known.")
        }
    }
}
