// SPDX-License-Identifier: EUPL-1.2
import Terms

/// Why something cannot be compared, and what a comparison does not say.
enum ComparisonWords {
    static let noGroup = Phrase(
        sv: "Inga grupper att jämföra: inget värde får visas eller inga personer ingår.",
        en: "No groups to compare: no value may be shown, or no person is included.")
    static let oneGroup = Phrase(
        sv: "Det finns bara en grupp, så det finns inget att jämföra.",
        en: "There is only one group, so there is nothing to compare.")
    static let fewerThanFive = Phrase(
        sv: "Färre än fem grupper kan jämföras. Då ritas ingen tratt och ingen grupp bedöms för sig.",
        en: "Fewer than five groups can be compared. Then no funnel is drawn and no group is judged on its own.")
    static let allEqual = Phrase(
        sv: "Alla grupper har samma värde. Det finns ingen skillnad att förklara.",
        en: "All groups have the same value. There is no difference to explain.")
    static let noPopulation = Phrase(
        sv: "Befolkningen är inte angiven, så antalet personer kan inte jämföras mellan områden.",
        en: "The population is not given, so the number of persons cannot be compared between areas.")
    static let noEntitled = Phrase(
        sv: "Antalet färdtjänstberättigade är inte angivet, så antalet personer kan inte jämföras mellan områden.",
        en:
            "The number entitled to paratransit is not given, so the number of persons cannot be compared between areas."
    )
    static let noPopulationByAge = Phrase(
        sv: "Befolkningen är inte angiven efter ålder och kön, så jämförelsen kan inte jämnas ut för dem.",
        en: "The population is not given by age and sex, so the comparison cannot be standardised for them.")
    static let noEntitledByAge = Phrase(
        sv:
            "Antalet färdtjänstberättigade är inte angivet efter ålder och kön, så jämförelsen kan inte jämnas ut för dem.",
        en:
            "The number entitled to paratransit is not given by age and sex, so the comparison cannot be standardised for "
            + "them.")
    static let limitsOfFewest = Phrase(
        sv:
            "Där antalet personer inte visas är gränserna de som gäller för tio personer, så att de inte röjer antalet. De är "
            + "då något vidare än de annars skulle vara.",
        en:
            "Where the number of persons is not shown, the limits are those of ten persons, so that they do not tell the "
            + "number. They are then somewhat wider than they would otherwise be.")
    static let fewPersons = Phrase(
        sv: "För få personer för att säga vad slumpen gör.", en: "Too few persons to tell what chance does.")
    static let allAlike = Phrase(
        sv: "Alla personer har samma värde, så slumpens bidrag går inte att räkna ut.",
        en: "All persons have the same value, so what chance does cannot be computed.")
    static let everyoneAnswered = Phrase(
        sv: "Alla i gruppen har svarat, så slumpen i vilka som svarade spelar ingen roll.",
        en: "Everybody in the group answered, so the chance of who answered plays no part.")
    static let fewAnswers = Phrase(
        sv: "För få svar för att säga vad slumpen gör.", en: "Too few answers to tell what chance does.")
    static let answers = Phrase(
        sv: "Slumpen är här vilka som svarade: jämförelsen gäller dem som enkäten gick till.",
        en: "Chance is here who answered: the comparison is about those who were sent the survey.")
    static let netNotStandardised = Phrase(
        sv:
            "Nettotal kan vara under noll, så faktiskt ÷ väntat går inte att räkna och jämförelsen jämnas inte ut. Jämför "
            + "andelen positiva svar (top-box) i stället.",
        en:
            "Net balances can be below zero, so observed ÷ expected cannot be computed and the comparison is not standardised "
            + "out. Compare the favourable share (top-box) instead.")
    static let cannotBeStandardised = Phrase(
        sv: "Jämförelsen går inte att jämna ut: för få har svarat, eller så har alla gjort det.",
        en: "The comparison cannot be standardised: too few answered, or everybody did.")

    /// What is not known of those who answered, so that the comparison leaves it as it is.
    static func notKnown(_ factors: [CaseMix.Factor]) -> Phrase {
        let names = factors.map(\.name)
        return Phrase(
            sv:
                "Alltför få av dem som svarat har känt \(list(names.map(\.swedish), "eller")), så jämförelsen jämnas inte "
                + "ut för det.",
            en:
                "Too few of those who answered have a known \(list(names.map(\.english), "or")), so the comparison is not "
                + "standardised for it.")
    }

    /// "lagrum, ålder och kön"
    static func list(_ names: [String], _ last: String) -> String {
        names.count < 2
            ? names.joined() : names.dropLast().joined(separator: ", ") + " \(last) " + names[names.count - 1]
    }

    /// Which of several groups of respondents is compared.
    static func ofGroup(_ group: Phrase) -> Phrase {
        Phrase(
            sv: "Jämförelsen gäller gruppen \(group.swedish.lowercased()). Välj en annan med --where group=.",
            en: "The comparison is about the group \(group.english.lowercased()). Choose another with --where group=.")
    }

    /// Which of several waves in a year is compared.
    static let ofLastWave = Phrase(
        sv: "Jämförelsen gäller årets sista mätning. Välj en annan med --where wave=.",
        en: "The comparison is about the last wave of the year. Choose another with --where wave=.")
    static let shownOnly = Phrase(
        sv: "Jämförelsen bygger bara på grupper vars värden får visas.",
        en: "The comparison rests only on groups whose values may be shown.")
    static let shownAnswersOnly = Phrase(
        sv: "Jämförelsen bygger bara på grupper vars värden och svarsandel får visas.",
        en: "The comparison rests only on groups whose values and response rate may be shown.")
    static let indirect = Phrase(
        sv: "Kvoten mellan faktiskt och väntat värde jämför en grupp med alla, inte två grupper med varandra.",
        en: "The ratio of observed to expected compares a group with all, not two groups with each other.")
    static let prediction = Phrase(
        sv:
            "De justerade gränserna visar var en grupp skulle ligga om den vore som de övriga, med hänsyn till hur mycket "
            + "de övriga skiljer sig åt.",
        en: "The adjusted limits show where a group would lie if it were like the others, given how much the others "
            + "differ.")

    /// What naming a group rests on.
    static func naming(groups: Int) -> Phrase {
        Phrase(
            sv: "p-värden är justerade för att \(groups) grupper jämförs.",
            en: "P-values are adjusted for the comparison of \(groups) groups.")
    }
}

extension CaseMix.Factor {
    var name: Phrase {
        switch self {
        case .law: Phrase(sv: "lagrum", en: "law")
        case .age: Phrase(sv: "ålder", en: "age")
        case .sex: Phrase(sv: "kön", en: "sex")
        }
    }
}
