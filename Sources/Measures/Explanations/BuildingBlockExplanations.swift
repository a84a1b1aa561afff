// SPDX-License-Identifier: EUPL-1.2
import Terms

extension Explanation {
    private static let own = Phrase(sv: "Ledsagas definition.", en: "Ledsaga's definition.")

    static let personMonth = Explanation(
        name: "person-month", kind: .buildingBlock,
        aliases: [
            "person-months", "personmånad", "pro-rating", "vecka", "per-vecka", "timmar per vecka", "per-år", "per-dag",
            "week", "per-week", "hours per week", "per-year", "per-day", "enhet", "takt", "rate",
        ],
        summary: Phrase(
            sv: "Beviljade (b) och utförda (u) timmar för en person, en månad och en insats.",
            en: "Granted (b) and performed (u) hours of one person, month and service."),
        definition: [
            Phrase(
                sv:
                    "Ett beslut ger timmar från första till sista dagen, båda medräknade; utan slutdag löper det vidare. "
                    + "I en månad ger det månadstakten gånger andelen av månadens dagar i beslutet (pro_rating: days), hela "
                    + "takten så snart månaden berörs (whole) eller bara i månader helt inom beslutet (none). Samtidiga "
                    + "beslut om samma insats läggs ihop.",
                en: "A decision grants hours from its first to its last day, both included; without an end it runs on. "
                    + "In a month it grants its monthly rate times the share of the month's days inside it "
                    + "(pro_rating: days), the whole rate as soon as the month is touched (whole), or only in months wholly "
                    + "inside it (none). Parallel decisions on the same service are added together."),
            Phrase(
                sv: "Timmar per vecka är en sjundedel per dag: en månad har så många dagar som den har, inte fyra "
                    + "veckor. Timmar per dag räknas som sju gånger så många per vecka, timmar per två veckor som "
                    + "hälften, och timmar per kvartal som fyra gånger så många per år.",
                en:
                    "Hours a week are a seventh of them a day: a month has the days it has, not four weeks. Hours a day "
                    + "count as seven times as many a week, hours per two weeks as half, and hours a quarter as four "
                    + "times as many a year."),
            Phrase(
                sv:
                    "Månadens nämnd, lagrum och utförare är de som beslutet har; vid flera gäller det som omfattar flest dagar "
                    + "av månaden, och vid lika många det som börjar först.",
                en:
                    "The month's district, law and provider are the decision's; with several, those of the one that covers "
                    + "the most days of the month, and on a tie those of the one that starts first."),
            Phrase(
                sv: "En månad som ett beslut om fri ledsagning berör har inga beviljade timmar. Timmar per period utan "
                    + "slutdag kan inte fördelas på månader och ger inga.",
                en:
                    "A month touched by a decision without a ceiling has no granted hours. Hours per period without an end "
                    + "cannot be spread over months and grant none."),
        ],
        formula: [
            Phrase(
                sv: "b = takt × dagar i beslutet ÷ månadens dagar", en: "b = rate × days inside ÷ days of the month"),
            Phrase(
                sv: "takt: månad h · vecka h × dagar ÷ 7 · år h ÷ 12 · period h ÷ månader som beslutet berör",
                en: "rate: month h · week h × days ÷ 7 · year h ÷ 12 · period h ÷ months the decision touches"),
        ],
        settingKeys: ["pro_rating"], source: own,
        example: [
            Phrase(
                sv:
                    "5 timmar per vecka hela mars är 5 × 31 ÷ 7 = 22,14 timmar. 120 timmar per år är 10 timmar varje månad.",
                en:
                    "5 hours a week for the whole of March is 5 × 31 ÷ 7 = 22.14 hours. 120 hours a year is 10 hours each "
                    + "month.")
        ],
        seeAlso: ["spell", MeasureName.grantedHours.rawValue])

    static let spell = Explanation(
        name: "spell", kind: .buildingBlock, aliases: ["sammanhängande tid", "anchor"],
        summary: Phrase(
            sv: "Månader i följd med beviljade timmar för en person och insats.",
            en: "Consecutive months with granted hours of one person and service."),
        definition: [
            Phrase(
                sv:
                    "En så lång följd som möjligt. Ett förnyat beslut utan uppehåll fortsätter den. Den räknas ur besluten "
                    + "ensamma, även före den tid som filerna med utförd tid täcker.",
                en:
                    "As long a run as possible. A renewal without a gap continues it. It is made from the decisions alone, "
                    + "even before the time that the files of performed time cover.")
        ],
        formula: [
            Phrase(
                sv: "längsta följd av månader m med b(p,m,s) > 0", en: "maximal run of months m with b(p,m,s) > 0")
        ], settingKeys: ["pro_rating"], source: own,
        example: [
            Phrase(
                sv: "Beslut januari–mars och april–juni är en följd av sex månader; januari–mars och maj–juni är två.",
                en:
                    "Decisions January–March and April–June are one spell of six months; January–March and May–June are "
                    + "two.")
        ],
        seeAlso: ["period", "person-month"])

    static let period = Explanation(
        name: "period", kind: .buildingBlock, aliases: ["tremånadersperiod", "period_months", "kvartal"],
        summary: Phrase(
            sv: "Tre månader inom vilka timmarna får fördelas fritt.",
            en: "Three months within which hours may be spread freely."),
        definition: [
            Phrase(
                sv: "En följd av månader med beviljade timmar delas i block om tre, räknade från följdens första månad "
                    + "(anchor: spell) eller efter kalenderns kvartal (anchor: calendar). Perioden är hel när alla dess "
                    + "månader ligger i följden och i den tid som filerna med utförd tid täcker.",
                en:
                    "A spell is cut into blocks of three months, counted from its first month (anchor: spell) or by calendar "
                    + "quarter (anchor: calendar). A period is complete when all its months lie in the spell and in the "
                    + "time that the files of performed time cover.")
        ],
        formula: [
            Phrase(
                sv: "q(m) = ⌊(m − följdens första månad) ÷ 3⌋", en: "q(m) = ⌊(m − first month of the spell) ÷ 3⌋")
        ], settingKeys: ["anchor", "period_months"], source: own,
        example: [
            Phrase(
                sv: "Beslut februari–juni: räknat från början är februari–april hel och maj–juni ofullständig; efter "
                    + "kvartal är februari–mars ofullständig och april–juni hel.",
                en:
                    "A decision February–June: counted from its start, February–April is complete and May–June is not; by "
                    + "quarter, February–March is not and April–June is.")
        ],
        seeAlso: ["spell", "F1", "D3"])

    static let observationWindow = Explanation(
        name: "observation-window", kind: .buildingBlock, aliases: ["observationsfönster", "window"],
        summary: Phrase(
            sv: "Den tid som filerna med utförd tid täcker.", en: "The time that the files of performed time cover."),
        definition: [
            Phrase(
                sv: "Från första till sista kalendermånad med en rad i filerna med utförd tid, oavsett status. Andelen "
                    + "utförda timmar och flexibel användning räknas bara på månader i den. Ett år som den inte täcker "
                    + "helt nämns vid varje tal det gäller.",
                en: "From the first to the last calendar month with a row in the files of performed time, whatever its "
                    + "status. Utilisation and flexible use count only months inside it. A year that it does not cover "
                    + "in full is pointed out beside every number concerned.")
        ],
        formula: [
            Phrase(
                sv: "[första månaden med en rad, sista månaden med en rad]",
                en: "[first month with a row, last month with a row]")
        ], settingKeys: [], source: own,
        example: [
            Phrase(
                sv: "Filerna har rader från 2018-04-02 till 2019-12-30: fönstret är april 2018 till december 2019, och "
                    + "2018 täcks inte helt.",
                en:
                    "The files have rows from 2018-04-02 to 2019-12-30: the window is April 2018 to December 2019, and 2018 "
                    + "is not covered in full.")
        ],
        seeAlso: [MeasureName.utilisation.rawValue, "period"])
}
