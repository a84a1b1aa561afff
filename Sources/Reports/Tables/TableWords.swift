// SPDX-License-Identifier: EUPL-1.2
import Terms

/// Headings and units that several tables have.
extension Phrase {
    static let persons = Phrase(sv: "Personer", en: "Persons")
    static let grantedHours = Phrase(sv: "Beviljade timmar", en: "Granted hours")
    static let performedHours = Phrase(sv: "Utförda timmar", en: "Performed hours")
    static let utilisation = Phrase(sv: "Andel utförda timmar", en: "Share of performed hours")
    static let performedShare = Phrase(sv: "Andel utförda", en: "Share performed")
    static let flexibleUse = Phrase(sv: "Flexibel användning", en: "Flexible use")
    static let interval = Phrase(sv: "Intervall", en: "Interval")
    static let measure = Phrase(sv: "Mått", en: "Measure")
    static let breakdown = Phrase(sv: "Indelning", en: "Breakdown")
    static let group = Phrase(sv: "Grupp", en: "Group")
    static let share = Phrase(sv: "Andel", en: "Share")
    static let question = Phrase(sv: "Fråga", en: "Question")
    static let answers = Phrase(sv: "Svar", en: "Answers")
    static let reached = Phrase(sv: "Nåddes av enkäten", en: "Reached by the survey")
    static let responseRate = Phrase(sv: "Svarsfrekvens", en: "Response rate")
    static let respondents = Phrase(sv: "Svarande", en: "Respondents")
    static let doNotKnow = Phrase(sv: "Vet ej", en: "Do not know")
    static let noAnswer = Phrase(sv: "Inget svar", en: "No answer")
    static let change = Phrase(sv: "Förändring", en: "Change")
    static let adjustedP = Phrase(sv: "Justerat p-värde", en: "Adjusted p-value")
    static let verdict = Phrase(sv: "Bedömning", en: "Verdict")
    static let commonValue = Phrase(sv: "Gemensamt värde", en: "Common value")

    static let number = Phrase(sv: "antal", en: "number")
    static let numberOfPersons = Phrase(sv: "antal personer", en: "number of persons")
    static let hours = Phrase(sv: "timmar", en: "hours")
    static let hoursAndPercent = Phrase(sv: "timmar och procent", en: "hours and per cent")
    static let personsHoursAndPercent = Phrase(sv: "personer, timmar och procent", en: "persons, hours and per cent")
    static let percentOfGranted = Phrase(sv: "procent av de beviljade timmarna", en: "per cent of the granted hours")
    static let percentOfPersons = Phrase(sv: "procent av personerna", en: "per cent of the persons")
    static let percentFavourableOrRight = Phrase(
        sv: "procent positiva svar, av kunskapsfrågor procent rätta",
        en: "per cent favourable, of knowledge questions per cent right")
    static let percentagePoints = Phrase(sv: "procentenheter", en: "percentage points")
}

/// One of the five measures that stand beside each other wherever all of the service is shown.
struct MainMeasure: Sendable {
    let measure: MeasureName
    let name: Phrase
    /// At the head of a column among the others'.
    let heading: Phrase
    let unit: Phrase
    let form: NumberForm
    /// Ends the id of its table in the annex.
    let slug: String
    /// What its changes are said of; nil for counts and hours.
    let share: FindingWriter.ChangedShare?
    /// Whether a board's page begins with it: utilisation says the same of performed hours.
    let hasCard: Bool

    private init(
        _ measure: MeasureName, _ name: Phrase, heading: Phrase? = nil, _ unit: Phrase, _ form: NumberForm,
        _ slug: String,
        share: FindingWriter.ChangedShare? = nil, hasCard: Bool = true
    ) {
        self.measure = measure
        self.name = name
        self.heading = heading ?? name
        self.unit = unit
        self.form = form
        self.slug = slug
        self.share = share
        self.hasCard = hasCard
    }

    /// Shares are estimates, counts are not.
    var hasInterval: Bool { form.scale == .percent }

    static let all = [
        MainMeasure(.persons, .persons, .numberOfPersons, .count, "personer"),
        MainMeasure(.grantedHours, .grantedHours, .hours, .hours(), "beviljade"),
        MainMeasure(.performedHours, .performedHours, .hours, .hours(), "utforda", hasCard: false),
        MainMeasure(
            .utilisation, .utilisation, heading: .performedShare, .percentOfGranted, .percent(), "andelar",
            share: .utilisation),
        MainMeasure(.flexibleUse, .flexibleUse, .percentOfPersons, .percent(), "flexibla", share: .flexibleUse),
    ]
}
