// SPDX-License-Identifier: EUPL-1.2
import Documents
import Terms

/// What a group of respondents is called in running text.
struct RespondentName: Sendable, Hashable {
    /// After a number: "brukare", "users".
    let indefinite: Phrase
    /// All of them: "brukarna", "the users".
    let definite: Phrase

    /// - Parameters:
    ///   - group: the group's code.
    ///   - label: what the project calls it, in the plural: "Brukare".
    init(group: String, label: Phrase) {
        indefinite = Phrase(sv: label.swedish.asMidSentence, en: label.english.asMidSentence)
        let english = "the " + label.english.asMidSentence
        // A name of the project's own is not inflected: its plural may take any ending.
        definite =
            switch group {
            case "users": Phrase(sv: "brukarna", en: english)
            case "providers": Phrase(sv: "utförarna", en: english)
            case "case-officers": Phrase(sv: "handläggarna", en: english)
            default: Phrase(sv: indefinite.swedish, en: english)
            }
    }

    /// What a share of them is a share of.
    var group: Group {
        Group(definite: definite, counted: indefinite.swedish)
    }

    /// Those who were sent the survey.
    var asked: Group {
        Group(
            definite: Phrase(
                sv: "de \(indefinite.swedish) som fått enkäten", en: "\(definite.english) who were sent the survey"),
            counted: "\(indefinite.swedish) som fått enkäten")
    }
}

/// What a knowledge item asks about.
struct RuleName: Sendable, Hashable {
    /// "tremånadersregeln"; nil for an item of the project's own.
    private let rule: Phrase?
    private let question: Phrase

    /// The name of the item on companions' expenses.
    static let expenseItem = "knows-expense-rule"

    /// - Parameters:
    ///   - item: its name in the codebook.
    ///   - question: as it was put.
    init(item: String, question: Phrase) {
        self.question = question
        rule =
            switch item {
            case "knows-three-month-rule": Phrase(sv: "tremånadersregeln", en: "the three-month rule")
            case Self.expenseItem: Phrase(sv: "regeln om omkostnader", en: "the rule on expenses")
            default: nil
            }
    }

    /// "Kännedom om tremånadersregeln", or "Rätta svar på ”…”".
    var title: Phrase {
        guard let rule else {
            return Phrase(sv: "Rätta svar på ”\(question.swedish)”", en: "Right answers to “\(question.english)”")
        }
        return Phrase(sv: "Kännedom om \(rule.swedish)", en: "Knowledge of \(rule.english)")
    }

    /// "känner till tremånadersregeln"
    var knows: Phrase {
        guard let rule else {
            return Phrase(sv: "svarar rätt på frågan ”\(question.swedish)”", en: "answer “\(question.english)” right")
        }
        return Phrase(sv: "känner till \(rule.swedish)", en: "know \(rule.english)")
    }

    /// "kännedomen om tremånadersregeln"
    var knowledge: Phrase {
        guard let rule else {
            return Phrase(
                sv: "andelen rätta svar på ”\(question.swedish)”",
                en: "the share of right answers to “\(question.english)”")
        }
        return Phrase(sv: "kännedomen om \(rule.swedish)", en: "knowledge of \(rule.english)")
    }

    /// "kännedomen om tremånadersregeln bland brukarna"
    func knowledge(among name: RespondentName) -> Phrase {
        Phrase(
            sv: "\(knowledge.swedish) bland \(name.definite.swedish)",
            en: "\(knowledge.english) among \(name.definite.english)")
    }
}
