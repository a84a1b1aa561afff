// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

extension ComparedWords {
    private static let rightAnswers = Phrase(sv: "procent rätta svar", en: "per cent right answers")

    /// An item as it was put: its favourable share, or the share who answer right; of all knowledge items together, how
    /// well the rules are known.
    static func item(_ compared: ComparedItem) -> ComparedWords {
        let name = compared.survey.name
        guard let item = compared.item else {
            let knowledge = Phrase(
                sv: "kännedomen om reglerna bland \(name.definite.swedish)",
                en: "knowledge of the rules among \(name.definite.english)")
            return .share(
                name: Phrase(
                    sv: "Kännedom om reglerna bland \(name.definite.swedish)", en: knowledge.english.asSentenceStart),
                definite: knowledge, unit: rightAnswers)
        }
        if item.isKnowledge {
            let rule = RuleName(item: item.name, question: item.question)
            return .share(name: rule.title, definite: rule.knowledge(among: name), unit: rightAnswers)
        }
        let question = item.question
        return .share(
            name: Phrase(
                sv: "Positiva svar på ”\(question.swedish)”", en: "Favourable answers to “\(question.english)”"),
            definite: Phrase(
                sv: "andelen positiva svar på ”\(question.swedish)”",
                en: "the share of favourable answers to “\(question.english)”"),
            unit: Phrase(sv: "procent positiva svar", en: "per cent favourable answers"))
    }
}
