// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The words of an answer that come from its question.
struct AnswerWords {
    let question: Question
    let language: Language

    init(_ question: Question, _ language: Language) {
        self.question = question
        self.language = language
    }

    /// "Andel utförda timmar efter stadsdelsnämnd och lagrum, 2018–2019".
    var title: String {
        var title = Self.subject(question)[language]
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

    var years: String {
        let (first, last) = (question.years.lowerBound, question.years.upperBound)
        return first == last ? "\(first)" : "\(first)–\(last)"
    }

    /// "lagrum: LSS", "stadsdelsnämnd: inte Farsta"; empty without filters.
    var population: String {
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

    var intervalHeading: String {
        let percent = NumberStyle(language).text(question.level, .percent(question.level == 0.999 ? 1 : 0))
        return (language == .swedish ? "Intervall (" : "Interval (") + percent + ")"
    }

    /// Changes carry their sign; a mean of counts has a decimal.
    func form(of unit: Unit) -> NumberForm {
        switch question.aspect {
        case .change, .part, .gap: unit.standardForm.signed
        case .headline where question.measure == .decomposition: unit.standardForm.signed
        case .monthEndMean: .decimal(1)
        default: unit.standardForm
        }
    }

    static func heading(_ dimension: Dimension) -> Phrase {
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
        case .factor: Phrase(sv: "Del av förändringen", en: "Part of the change")
        case .group: Phrase(sv: "Grupp", en: "Group")
        case .wave: Phrase(sv: "Mätning", en: "Wave")
        case .question: Phrase(sv: "Fråga", en: "Question")
        case .answer: Phrase(sv: "Svar", en: "Answer")
        }
    }

    /// Over the column of values.
    static func heading(_ unit: Unit) -> Phrase {
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
        case .perTenThousand: Phrase(sv: "Per 10 000 invånare", en: "Per 10,000 inhabitants")
        case .perThousandEntitled:
            Phrase(sv: "Per 1\u{A0}000 färdtjänstberättigade", en: "Per 1,000 entitled to paratransit")
        case .answers: Phrase(sv: "Svar", en: "Answers")
        case .points: Phrase(sv: "Index (0–100)", en: "Index (0–100)")
        case .score: Phrase(sv: "Medelvärde", en: "Mean")
        case .number: Phrase(sv: "Tal", en: "Number")
        }
    }

    private static func subject(_ question: Question) -> Phrase {
        if question.measure.isOfSurvey { return SurveyWords.subject(question) }
        return switch (question.measure, question.aspect) {
        case (_, .unlimited) where question.measure != .performedHours:
            Phrase(sv: "Personer med fri ledsagning", en: "Persons without an hour ceiling")
        case (_, .unlimited): Phrase(sv: "Utförda timmar vid fri ledsagning", en: "Hours without a ceiling")
        case (.persons, .outsideDecisions):
            Phrase(sv: "Personer med timmar utanför beslut", en: "Persons with hours outside decisions")
        case (_, .outsideDecisions): Phrase(sv: "Utförda timmar utanför beslut", en: "Hours outside decisions")
        case (.grantedHours, .withoutPerformed):
            Phrase(sv: "Beslut utan utförda timmar", en: "Decisions without performed hours")
        case (_, .withoutPerformed): Phrase(sv: "Personer utan utförda timmar", en: "Persons without performed hours")
        case (_, .withoutDistrict): Phrase(sv: "Personer utan stadsdelsnämnd", en: "Persons without a district board")
        case (_, .onDay(let month, let day)):
            Phrase(
                sv: "Personer med beslut den \(day) \(Phrase.month(month).swedish)",
                en: "Persons with a decision on \(day) \(Phrase.month(month).english)")
        case (_, .monthEndMean):
            Phrase(sv: "Personer vid månadens slut, i medeltal", en: "Persons at the end of the month, on average")
        case (_, .perTenThousand):
            Phrase(sv: "Personer med beslut per 10 000 invånare", en: "Persons with a decision per 10,000 inhabitants")
        case (_, .perThousandEntitled):
            Phrase(
                sv: "Personer med beslut per 1\u{A0}000 färdtjänstberättigade",
                en: "Persons with a decision per 1,000 entitled to paratransit")
        case (_, .perPerson):
            Phrase(sv: "Beviljade timmar per person och år", en: "Granted hours per person and year")
        case (_, .decisions): Phrase(sv: "Beslut vid årets slut", en: "Decisions at the end of the year")
        case (.decomposition, .part(let factor)): part(factor)
        case (_, .change): changeSubject(measure(question.measure))
        case (_, .mean): meanSubject(question.measure)
        case (let measure, .quantile(let p)): quantileSubject(measure, p)
        case (_, .shiftedShare): Phrase(sv: "Andel flyttade timmar", en: "Share of hours moved")
        default: measure(question.measure)
        }
    }

    private static func measure(_ measure: MeasureName) -> Phrase {
        switch measure {
        case .persons: Phrase(sv: "Personer med beslut", en: "Persons with a decision")
        case .grantedHours: Phrase(sv: "Beviljade timmar", en: "Granted hours")
        case .performedHours: Phrase(sv: "Utförda timmar", en: "Performed hours")
        case .utilisation: Phrase(sv: "Andel utförda timmar", en: "Share of hours performed")
        case .decomposition: Phrase(sv: "Förändringens delar", en: "Parts of the change")
        case .flexibleUse: Phrase(sv: "Andel med flexibel användning", en: "Share with flexible use")
        case .item, .awareness, .responseRate, .respondents: SurveyWords.measure(measure)
        }
    }

    private static func changeSubject(_ of: Phrase) -> Phrase {
        Phrase(
            sv: of.swedish + ", förändring mot året innan", en: of.english + ", change from the year before")
    }

    private static func meanSubject(_ measure: MeasureName) -> Phrase {
        measure == .utilisation
            ? Phrase(sv: "Personernas andel utförda timmar, medelvärde", en: "Persons' share of hours performed, mean")
            : Phrase(sv: "Beviljade timmar per månad, medelvärde", en: "Granted hours a month, mean")
    }

    private static func quantileSubject(_ measure: MeasureName, _ p: Double) -> Phrase {
        let subject =
            switch measure {
            case .flexibleUse: Phrase(sv: "Personernas andel flyttade timmar", en: "Persons' share of hours moved")
            case .utilisation:
                Phrase(sv: "Personernas andel utförda timmar", en: "Persons' share of hours performed")
            default: Phrase(sv: "Beviljade timmar per månad", en: "Granted hours a month")
            }
        let point: Phrase =
            p == 0.5
            ? Phrase(sv: "median", en: "median")
            : Phrase(
                sv: "kvantil " + NumberStyle(.swedish).text(p, .decimal(2)),
                en: "quantile " + NumberStyle(.english).text(p, .decimal(2)))
        return Phrase(sv: subject.swedish + ", " + point.swedish, en: subject.english + ", " + point.english)
    }

    private static func part(_ factor: Question.DecompositionFactor) -> Phrase {
        switch factor {
        case .persons: Phrase(sv: "Förändring genom antalet personer", en: "Change due to the number of persons")
        case .grantedPerPerson:
            Phrase(sv: "Förändring genom beviljade timmar per person", en: "Change due to granted hours per person")
        case .utilisation:
            Phrase(sv: "Förändring genom andelen utförda timmar", en: "Change due to the share performed")
        case .sum: Phrase(sv: "Förändring i utförda timmar", en: "Change in performed hours")
        case .decisions: Phrase(sv: "Förändring genom antalet beslut", en: "Change due to the number of decisions")
        case .hoursPerDecision:
            Phrase(sv: "Förändring genom timmar per beslut", en: "Change due to hours per decision")
        case .grantedSum: Phrase(sv: "Förändring i beviljade timmar", en: "Change in granted hours")
        }
    }
}

extension String {
    /// With a small first letter, within a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
