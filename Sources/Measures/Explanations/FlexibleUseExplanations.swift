// SPDX-License-Identifier: EUPL-1.2
import Terms

extension Explanation {
    private static let own = Phrase(
        sv: "Ledsagas definition av regeln i Stockholms riktlinjer från juni 2018: timmarna beviljas per månad och får "
            + "fördelas fritt över tre månader. Uppföljningen 2019 angav ingen formel.",
        en: "Ledsaga's definition of the rule in Stockholm's guidelines of June 2018: hours are granted per month and "
            + "may be spread freely over three months. The follow-up of 2019 gave no formula.")
    private static let flexible = MeasureName.flexibleUse.rawValue

    static let flexibleUse = Explanation(
        name: flexible, kind: .measure, aliases: ["flexibel användning", "flexibelt"],
        summary: Phrase(sv: "Vilka använder timmarna flexibelt?", en: "Who uses the hours flexibly?"),
        definition: [
            Phrase(
                sv:
                    "Andelen personer som under året har en månad med fler utförda än beviljade timmar i en period vars "
                    + "timmar ändå räcker (F1), bland personer med ett beviljat beslut minst en dag under året (D1). "
                    + "Wilsons 95-procentiga intervall.",
                en: "The share of persons who in the year have a month with more performed than granted hours in a "
                    + "period whose hours are still enough (F1), among persons with a granted decision on at least one day "
                    + "of the year (D1). Wilson's 95% interval."),
            Phrase(
                sv:
                    "Ojämn användning är inte i sig flexibel. Att använda färre timmar än beviljat varje månad är det inte.",
                en: "Uneven use is not in itself flexible. Using fewer hours than granted every month is not."),
            Phrase(
                sv: "En period som går över årsskiftet bedöms på alla sina månader; en månad hör till sitt eget år. En "
                    + "ofullständig period bedöms på de månader den har. Bara månader som filerna med utförd tid täcker "
                    + "används.",
                en:
                    "A period that crosses the turn of the year is judged on all its months; a month belongs to its own year. An "
                    + "incomplete period is judged by the months it has. Only months that the files of performed time "
                    + "cover are used."),
            Phrase(
                sv: "Personer med fri ledsagning under året har inget tak att jämföra med. De räknas för sig och ingår "
                    + "inte i nämnaren.",
                en:
                    "Persons with no hour ceiling in the year have nothing to compare with. They are counted separately and "
                    + "left out of the denominator."),
            Phrase(
                sv:
                    "Svaret beror på definitionen. Rapporten visar därför också {F1, F1o} × {D1, D2, D3} × perioder räknade "
                    + "från beslutens början och efter kvartal.",
                en: "The answer depends on the definition. The report therefore also shows {F1, F1o} × {D1, D2, D3} × "
                    + "periods counted from the start of the decisions and by quarter."),
        ],
        formula: [
            .math("F1: ∃ m ∈ q : u(m) > b(m) + τ  ∧  Σ_q u ≤ Σ_q b + τ"),
            Phrase(
                sv: "andel = |{p ∈ D1(Y) : Y har en sådan månad}| ÷ |D1(Y)|",
                en: "share = |{p ∈ D1(Y) : Y holds such a month}| ÷ |D1(Y)|"),
        ],
        settingKeys: ["definition", "denominator", "anchor", "period_months", "tolerance_hours", "pro_rating"],
        source: own,
        example: workedCases, seeAlso: ["F1", "F1o", "F2", "D1", "D2", "D3", "period", "spell"])

    private static let workedCases = [
        Phrase(
            sv: "En insats och en hel period med 10, 10, 10 beviljade timmar. Utfört 2, 16, 12: flexibelt (F1), andel "
                + "flyttade timmar 8/30 = 26,7\u{A0}%. Utfört 4, 4, 4: inte flexibelt. Utfört 14, 14, 14: inte F1 men F1o, "
                + "12 timmar över. Utfört 10,4, 9, 10: inte flexibelt (inom toleransen 0,5).",
            en:
                "One service and one complete period with 10, 10, 10 granted hours. Performed 2, 16, 12: flexible (F1), "
                + "shifted share 8/30 = 26.7%. Performed 4, 4, 4: not flexible. Performed 14, 14, 14: not F1 but F1o, "
                + "12 hours over. Performed 10.4, 9, 10: not flexible (within the tolerance 0.5).")
    ]

    static let movedHours = Explanation(
        name: "F1", kind: .variant, aliases: ["moved-hours", "flyttade timmar"],
        summary: Phrase(
            sv: "Flexibel användning: en månad över det beviljade, i en period som räcker.",
            en: "Flexible use: a month above what is granted, in a period whose hours are enough."),
        definition: [
            Phrase(
                sv:
                    "En period är flexibel när någon månad i den har fler utförda än beviljade timmar (mer än toleransen "
                    + "τ) och hela periodens utförda timmar inte är fler än de beviljade (plus τ). En person är flexibel "
                    + "ett år som har en sådan månad.",
                en: "A period is flexible when a month in it has more performed than granted hours (by more than the "
                    + "tolerance τ) and the whole period's performed hours are no more than the granted (plus τ). A "
                    + "person is flexible in a year that holds such a month.")
        ],
        formula: [.math("∃ m ∈ q : u(m) > b(m) + τ"), .math("Σ_q u ≤ Σ_q b + τ")],
        settingKeys: ["anchor", "period_months", "tolerance_hours", "pro_rating"], source: own, example: workedCases,
        seeAlso: ["F1o", "F2", "period", flexible])

    static let movedHoursOrOverrun = Explanation(
        name: "F1o", kind: .variant, aliases: ["moved-hours-or-overrun", "flyttade eller överskridna timmar"],
        summary: Phrase(
            sv: "Flexibel användning, vare sig periodens timmar räcker eller inte.",
            en: "Flexible use, whether or not the period's hours are enough."),
        definition: [
            Phrase(
                sv: "Som F1 men utan villkoret om hela perioden: även den som överskrider sina timmar räknas.",
                en: "Like F1 but without the condition on the whole period: those who overrun their hours count too.")
        ],
        formula: [.math("∃ m ∈ q : u(m) > b(m) + τ")], settingKeys: ["tolerance_hours", "pro_rating"], source: own,
        example: workedCases, seeAlso: ["F1", flexible])

    static let shiftedShare = Explanation(
        name: "F2", kind: .variant, aliases: ["shifted-share", "andel flyttade timmar"],
        summary: Phrase(
            sv: "Andel av en persons utförda timmar som ligger över månadens beviljade.",
            en: "Share of a person's performed hours that lie above the month's granted."),
        definition: [
            Phrase(
                sv:
                    "Summan av timmarna över det beviljade i varje månad, delat med alla utförda timmar, per person och år "
                    + "i månader med beviljade timmar. Medianen visas för personer med utförda timmar.",
                en: "The sum of hours above the granted in each month, divided by all performed hours, per person and "
                    + "year in months with granted hours. The median is shown for persons with performed hours.")
        ],
        formula: [.math("F2_p = Σ_m max(0, u − b) ÷ Σ_m u")], settingKeys: ["pro_rating"], source: own,
        example: workedCases, seeAlso: ["F1", flexible])

    static let grantedDenominator = Explanation(
        name: "D1", kind: .variant, aliases: ["granted", "beviljade"],
        summary: Phrase(
            sv: "Nämnare: personer med ett beviljat beslut minst en dag under året.",
            en: "Denominator: persons with a granted decision on at least one day of the year."),
        definition: [
            Phrase(
                sv: "Som måttet persons, utom personer med fri ledsagning under året.",
                en: "Like the measure persons, but without those who have no hour ceiling in the year.")
        ],
        formula: [
            Phrase(sv: "D1 = personer − personer med fri ledsagning", en: "D1 = persons − persons without a ceiling")
        ], settingKeys: [], source: own,
        example: [
            Phrase(
                sv:
                    "Den som bara har ett beslut till och med 2 januari räknas med, fast hen knappt kan använda timmarna "
                    + "flexibelt det året.",
                en:
                    "A person whose only decision ends on 2 January counts, though they can hardly use the hours flexibly "
                    + "that year.")
        ],
        seeAlso: ["D2", "D3", MeasureName.persons.rawValue])

    static let performedDenominator = Explanation(
        name: "D2", kind: .variant, aliases: ["performed", "utförda"],
        summary: Phrase(
            sv: "Nämnare: de i D1 som har utförda timmar under året.",
            en: "Denominator: those in D1 who have performed hours in the year."),
        definition: [
            Phrase(
                sv: "Utförda timmar i månader utan beviljade timmar räknas inte hit.",
                en: "Performed hours in months without granted hours do not count here.")
        ],
        formula: [.math("D2 = {p ∈ D1 : Σ_{m ∈ Y, b > 0} u > 0}")], settingKeys: [], source: own,
        example: [
            Phrase(
                sv:
                    "Av 100 personer med beslut har 80 utförda timmar. Är 40 flexibla är andelen 40\u{A0}% av D1 och 50\u{A0}% av D2.",
                en: "Of 100 persons with a decision 80 have performed hours. With 40 flexible, the share is 40% of D1 "
                    + "and 50% of D2.")
        ],
        seeAlso: ["D1", "D3"])

    static let completePeriodDenominator = Explanation(
        name: "D3", kind: .variant, aliases: ["complete-period", "hel period"],
        summary: Phrase(
            sv: "Nämnare: de i D1 som har en hel period med en månad i året.",
            en: "Denominator: those in D1 with a complete period that has a month in the year."),
        definition: [
            Phrase(
                sv: "Bara den som har en hel period kan använda reglerna fullt ut.",
                en: "Only those with a complete period can use the rule to the full.")
        ],
        formula: [
            Phrase(
                sv: "D3 = {p ∈ D1 : p har en hel period med en månad i Y}",
                en: "D3 = {p ∈ D1 : p has a complete period with a month in Y}")
        ],
        settingKeys: ["anchor", "period_months", "pro_rating"], source: own,
        example: [
            Phrase(
                sv:
                    "Ett beslut februari till april är en hel period räknad från beslutets början, men ingen hel period "
                    + "efter kvartal.",
                en:
                    "A decision from February to April is a complete period counted from its start, but none by quarter."
            )
        ],
        seeAlso: ["D1", "D2", "period"])
}
