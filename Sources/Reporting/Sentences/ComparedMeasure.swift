// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What is compared between boards, in running text.
struct ComparedMeasure: Sendable {
    /// "Andel utförda timmar"
    let name: Phrase
    /// "andelen utförda timmar"
    let definite: Phrase
    /// At the head of a narrow column: "Per 10 000 invånare"
    let heading: Phrase
    /// Of its values, and of differences between them.
    let form: NumberForm
    let spreadForm: NumberForm
    /// After a value that is no share and after a difference, with the blank before it.
    let valueUnit: Phrase
    let spreadUnit: Phrase

    /// nil for what is not compared in reports.
    init?(_ question: Question) {
        switch (question.measure, question.aspect) {
        case (.utilisation, .headline):
            self = .utilisation
        case (.flexibleUse, .headline):
            self = .share(
                Phrase(sv: "Flexibel användning", en: "Flexible use"),
                Phrase(sv: "den flexibla användningen", en: "flexible use"))
        case (.grantedHours, .perPerson):
            let unit = Phrase(sv: " timmar", en: " hours")
            self.init(
                name: Phrase(sv: "Beviljade timmar per person", en: "Granted hours per person"),
                definite: Phrase(
                    sv: "antalet beviljade timmar per person", en: "the number of granted hours per person"),
                heading: Phrase(sv: "Timmar per person", en: "Hours per person"), form: .decimal(1),
                spreadForm: .decimal(1), valueUnit: unit, spreadUnit: unit)
        case (.persons, .perTenThousand):
            let unit = Phrase(sv: " personer per 10\u{A0}000 invånare", en: " persons per 10,000 inhabitants")
            self.init(
                name: Phrase(sv: "Personer per 10\u{A0}000 invånare", en: "Persons per 10,000 inhabitants"),
                definite: Phrase(
                    sv: "antalet personer per 10\u{A0}000 invånare",
                    en: "the number of persons per 10,000 inhabitants"),
                heading: Phrase(sv: "Per 10\u{A0}000 invånare", en: "Per 10,000 inhabitants"), form: .decimal(1),
                spreadForm: .decimal(1), valueUnit: unit, spreadUnit: unit)
        case (.persons, .perThousandEntitled):
            let unit = Phrase(
                sv: " personer per 1\u{A0}000 färdtjänstberättigade", en: " persons per 1,000 entitled to paratransit")
            self.init(
                name: Phrase(
                    sv: "Personer per 1\u{A0}000 färdtjänstberättigade", en: "Persons per 1,000 entitled to paratransit"
                ),
                definite: Phrase(
                    sv: "antalet personer per 1\u{A0}000 färdtjänstberättigade",
                    en: "the number of persons per 1,000 entitled to paratransit"),
                heading: Phrase(sv: "Per 1\u{A0}000 berättigade", en: "Per 1,000 entitled"), form: .decimal(1),
                spreadForm: .decimal(1), valueUnit: unit, spreadUnit: unit)
        default: return nil
        }
    }

    static let utilisation = ComparedMeasure.share(
        Phrase(sv: "Andel utförda timmar", en: "Share of performed hours"),
        Phrase(sv: "andelen utförda timmar", en: "the share of performed hours"))

    /// An item as it was put: its favourable share, or the share who answer right; of all knowledge items together, how
    /// well the rules are known.
    init(_ compared: ComparedItem) {
        let name = compared.survey.name
        guard let item = compared.item else {
            let knowledge = Phrase(
                sv: "kännedomen om reglerna bland \(name.definite.swedish)",
                en: "knowledge of the rules among \(name.definite.english)")
            self = .share(
                Phrase(
                    sv: "Kännedom om reglerna bland \(name.definite.swedish)", en: knowledge.english.asSentenceStart),
                knowledge)
            return
        }
        if item.isKnowledge {
            let rule = RuleName(item: item.name, question: item.question)
            self = .share(rule.title, rule.knowledge(among: name))
            return
        }
        let question = item.question
        self = .share(
            Phrase(
                sv: "Positiva svar på ”\(question.swedish)”", en: "Favourable answers to “\(question.english)”"),
            Phrase(
                sv: "andelen positiva svar på ”\(question.swedish)”",
                en: "the share of favourable answers to “\(question.english)”"))
    }

    private init(
        name: Phrase, definite: Phrase, heading: Phrase, form: NumberForm, spreadForm: NumberForm, valueUnit: Phrase,
        spreadUnit: Phrase
    ) {
        self.name = name
        self.definite = definite
        self.heading = heading
        self.form = form
        self.spreadForm = spreadForm
        self.valueUnit = valueUnit
        self.spreadUnit = spreadUnit
    }

    private static func share(_ name: Phrase, _ definite: Phrase) -> ComparedMeasure {
        ComparedMeasure(
            name: name, definite: definite, heading: name, form: .percent(), spreadForm: .percentagePoints(),
            valueUnit: Phrase(sv: "", en: ""),
            spreadUnit: Phrase(sv: "\u{A0}procentenheter", en: " percentage points"))
    }
}
