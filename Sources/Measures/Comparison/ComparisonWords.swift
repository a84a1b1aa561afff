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
    static let noPopulationByAge = Phrase(
        sv: "Befolkningen är inte angiven efter ålder och kön, så jämförelsen kan inte jämnas ut för dem.",
        en: "The population is not given by age and sex, so the comparison cannot be evened out for them.")
    static let fewPersons = Phrase(
        sv: "För få personer för att säga vad slumpen gör.", en: "Too few persons to tell what chance does.")
    static let allAlike = Phrase(
        sv: "Alla personer har samma värde, så slumpens bidrag går inte att räkna ut.",
        en: "All persons have the same value, so what chance does cannot be computed.")
    static let shownOnly = Phrase(
        sv: "Jämförelsen bygger bara på grupper vars värden får visas.",
        en: "The comparison rests only on groups whose values may be shown.")
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
