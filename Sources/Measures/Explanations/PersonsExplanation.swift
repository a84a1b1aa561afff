// SPDX-License-Identifier: EUPL-1.2
import Terms

extension Explanation {
    static let persons = Explanation(
        name: MeasureName.persons.rawValue, kind: .measure, aliases: ["personer", "antal"],
        summary: Phrase(
            sv: "Hur många hade insatsen?", en: "How many had the service?"),
        definition: [
            Phrase(
                sv:
                    "Olika personer med ett beviljat beslut (bifall eller delavslag) som gäller minst en dag under året. "
                    + "Avslag räknas inte. Personer med fri ledsagning räknas med.",
                en: "Persons with a granted decision (in full or in part) valid on at least one day of the "
                    + "year. Refusals do not count. Persons with no hour ceiling are included."),
            Phrase(
                sv: "Uppdelat efter stadsdelsnämnd, lagrum, insats eller utförare räknas en person i varje grupp som "
                    + "något av årets beslut hör till, och en gång i samtliga. Äldre nämnder räknas i den nämnd som har "
                    + "området i dag. Ålder är åldern den 31 december.",
                en: "Broken down by district, law, service or provider a person counts in every group that any of the "
                    + "year's decisions belongs to, and once in the total. Former districts count in the one that holds "
                    + "their area today. Age is at 31 December."),
            Phrase(
                sv: "Personer med skyddade personuppgifter räknas i tabeller över hela kommunen; i uppdelningar efter "
                    + "stadsdelsnämnd eller utförare redovisas de under ”uppgift saknas”.",
                en: "Persons with a protected identity count in tables of the whole municipality; broken down by "
                    + "district or provider they are shown under “not known”."),
            Phrase(
                sv: "Varianter: på en dag (--on 10-01, som det nationella LSS-registret räknar), medeltal över årets "
                    + "tolv månadsslut, per 10 000 invånare den 31 december, per 1 000 färdtjänstberättigade, enbart SoL, "
                    + "enbart LSS och båda. Tabellerna är filer av slaget population; färdtjänst har base: paratransit, "
                    + "och den senaste som inte är nyare än året används.",
                en: "Variants: on a day (--on 10-01, as the national LSS register counts), mean over the year's twelve "
                    + "month-ends, per 10,000 inhabitants on 31 December, per 1,000 entitled to paratransit, SoL only, LSS "
                    + "only and both. The tables are files of the kind population; paratransit has base: paratransit, "
                    + "and the last that is not newer than the year is used."),
        ],
        formula: [
            Phrase(
                sv: "N(Y) = |{p : p har ett beviljat beslut med from ≤ Y-12-31 och tom ≥ Y-01-01}|",
                en: "N(Y) = |{p : p has a granted decision with from ≤ Y-12-31 and to ≥ Y-01-01}|"),
            Phrase(
                sv:
                    "Intervall för antal per invånare: gränserna för ett Poissonfördelat antal N, delade med invånarna; exakta "
                    + "(Garwood 1936) för färre än tio personer, Byars (Breslow och Day 1987) från tio.",
                en:
                    "Interval of a number per inhabitants: the limits of a Poisson count N, divided by the inhabitants; exact "
                    + "(Garwood 1936) for fewer than ten persons, Byar's (Breslow and Day 1987) from ten."),
        ],
        settingKeys: ["age_groups"],
        source: Phrase(
            sv:
                "Ledsagas definition, efter Socialnämnden i Stockholms uppföljning 2019 (”beviljats insatsen någon gång "
                + "under året”) och Socialstyrelsens LSS-register (1 oktober).",
            en: "Ledsaga's definition, after Stockholm's follow-up of 2019 (“granted the service at some time during "
                + "the year”) and the national LSS register (1 October)."),
        example: [
            Phrase(
                sv:
                    "Ett beslut 2018-11-15 till 2019-01-01 och ett nytt från 2019-06-01 i en annan nämnd: personen räknas "
                    + "2018 i den första nämnden, 2019 i båda, och en gång i staden båda åren.",
                en: "A decision from 2018-11-15 to 2019-01-01 and a new one from 2019-06-01 in another district: the "
                    + "person counts in the first district in 2018, in both in 2019, and once in the city each year.")
        ],
        seeAlso: [MeasureName.grantedHours.rawValue, "D1"])
}
