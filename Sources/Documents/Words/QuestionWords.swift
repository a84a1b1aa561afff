// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// The words of a table that come from its question.
package struct QuestionWords {
    package let question: Question
    package let words: ValueWords
    package let language: Language

    package init(_ question: Question, _ words: ValueWords, _ language: Language) {
        self.question = question
        self.words = words
        self.language = language
    }

    package init(_ table: ReleasedTable, _ language: Language) {
        self.init(table.question, table.definition.words, language)
    }

    /// The title in every language.
    package static func title(_ question: Question, _ words: ValueWords) -> Phrase {
        Phrase(
            sv: QuestionWords(question, words, .swedish).title, en: QuestionWords(question, words, .english).title)
    }

    /// "Andel utförda timmar efter stadsdelsnämnd och lagrum, 2018–2019".
    package var title: String {
        var title = words.subject[language]
        // The parts of a change are what its title speaks of.
        let dimensions = question.dimensions.filter { $0 != .year && $0 != .factor }.map {
            Self.heading($0)[language].lowercasedFirst
        }
        if let last = dimensions.last {
            let before = dimensions.dropLast().joined(separator: ", ")
            let and = language == .swedish ? " och " : " and "
            // After a part of its own the breakdown could be taken to belong to that part.
            if title.contains(", ") { title += "," }
            title += (language == .swedish ? " efter " : " by ") + (before.isEmpty ? last : before + and + last)
        }
        return title + ", " + years
    }

    package var years: String {
        let (first, last) = (question.years.lowerBound, question.years.upperBound)
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    /// "lagrum: LSS", "stadsdelsnämnd: inte Farsta"; empty without filters.
    package var population: String {
        question.filters.map { filter in
            let words: Phrase =
                switch filter.comparison {
                case .isOneOf: Phrase(sv: "", en: "")
                case .isNoneOf: Phrase(sv: "inte ", en: "not ")
                case .atLeast: Phrase(sv: "minst ", en: "at least ")
                case .atMost: Phrase(sv: "högst ", en: "at most ")
                }
            let values = filter.values.joined(separator: ", ")
            return Self.heading(filter.dimension)[language].lowercasedFirst + ": " + words[language] + values
        }.joined(separator: "; ")
    }

    package var intervalHeading: String {
        let percent = NumberStyle(language).text(question.level, .percent(question.level == 0.999 ? 1 : 0))
        return (language == .swedish ? "Intervall (" : "Interval (") + percent + ")"
    }

    package static func heading(_ dimension: Dimension) -> Phrase {
        switch dimension {
        case .year: Phrase(sv: "År", en: "Year")
        case .month: Phrase(sv: "Månad", en: "Month")
        case .district: Phrase(sv: "Stadsdelsnämnd", en: "District board")
        case .districtThen: Phrase(sv: "Stadsdelsnämnd då", en: "District board then")
        case .law: Phrase(sv: "Lagrum", en: "Law")
        case .service: Phrase(sv: "Insats", en: "Service")
        case .sex: Phrase(sv: "Kön", en: "Sex")
        case .age: Phrase(sv: "Ålder", en: "Age")
        case .provider: Phrase(sv: "Utförare", en: "Provider")
        case .providerType: Phrase(sv: "Regi", en: "Provider type")
        case .hourClass: Phrase(sv: "Timmar per månad", en: "Hours a month")
        case .periodMonth: Phrase(sv: "Månad i perioden", en: "Month of the period")
        case .change: Phrase(sv: "Vad som hände med beslutet", en: "What became of the decision")
        case .outcome: Phrase(sv: "Utfall", en: "Outcome")
        case .monthsWaited: Phrase(sv: "Hela månader", en: "Whole months")
        case .factor: Phrase(sv: "Del av förändringen", en: "Part of the change")
        case .group: Phrase(sv: "Grupp", en: "Group")
        case .wave: Phrase(sv: "Mätning", en: "Wave")
        case .question: Phrase(sv: "Fråga", en: "Question")
        case .answer: Phrase(sv: "Svar", en: "Answer")
        }
    }

    /// Over the column of values.
    package static func heading(_ unit: Unit) -> Phrase {
        switch unit {
        case .persons: Phrase(sv: "Personer", en: "Persons")
        case .decisions: Phrase(sv: "Beslut", en: "Decisions")
        case .personMonths: Phrase(sv: "Personmånader", en: "Person-months")
        case .hours: Phrase(sv: "Timmar", en: "Hours")
        case .hoursPerMonth: Phrase(sv: "Timmar per månad", en: "Hours a month")
        case .hoursPerDecision: Phrase(sv: "Timmar per beslut", en: "Hours a decision")
        case .share: Phrase(sv: "Andel", en: "Share")
        case .shareDifference: Phrase(sv: "Procentenheter", en: "Percentage points")
        case .hoursPerPerson: Phrase(sv: "Timmar per person", en: "Hours a person")
        case .days: Phrase(sv: "Dagar", en: "Days")
        case .kronor: Phrase(sv: "Kronor", en: "Kronor")
        case .kronorPerPerson: Phrase(sv: "Kronor per person", en: "Kronor a person")
        case .kronorPerHour: Phrase(sv: "Kronor per timme", en: "Kronor an hour")
        case .perTenThousand: Phrase(sv: "Per 10 000 invånare", en: "Per 10,000 inhabitants")
        case .perThousandEntitled:
            Phrase(sv: "Per 1\u{A0}000 färdtjänstberättigade", en: "Per 1,000 entitled to paratransit")
        case .answers: Phrase(sv: "Svar", en: "Answers")
        case .points: Phrase(sv: "Index (0–100)", en: "Index (0–100)")
        case .score: Phrase(sv: "Medelvärde", en: "Mean")
        case .number: Phrase(sv: "Tal", en: "Number")
        }
    }
}

extension String {
    /// With a small first letter, within a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
