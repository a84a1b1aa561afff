// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The help of `query`.
enum QueryHelp {
    static let command = CommandWords(
        abstract: Phrase(
            sv: "Ett svar: ett mått, uppdelat och filtrerat.", en: "One answer: a measure, broken down and filtered."),
        usage: Phrase(sv: "<mått> [<val>]", en: "<measure> [<options>]"),
        examples: [
            CommandWords.Example("ledsaga query utilisation"),
            CommandWords.Example("ledsaga query utilisation --by district,year --where law=LSS"),
            CommandWords.Example("ledsaga query flexible-use --by sex --year 2018..2019 --format json"),
            CommandWords.Example("ledsaga query persons --by district --total --sort value --limit 5"),
            CommandWords.Example("ledsaga query persons --on 10-01"),
            CommandWords.Example("ledsaga query utilisation --compare district"),
            CommandWords.Example("ledsaga query item:time-enough --compare district"),
            CommandWords.Example("ledsaga query granted-hours:median --by age"),
            CommandWords.Example("ledsaga query item:time-enough --by group,wave"),
            CommandWords.Example("ledsaga query awareness:change --by question --where group=users"),
        ],
        text: Phrase(
            sv: """
                I en terminal blir svaret en tabell att läsa, annars CSV för ett annat program. Små tal döljs (..), \
                liksom tal som de annars går att räkna ut från. Mått och uppdelningar: ledsaga measures.
                """,
            en: """
                In a terminal the answer is a table for a reader, in a pipe CSV for a program. Small numbers are \
                hidden (..), and so is what they could be had from. Measures and breakdowns: ledsaga measures.
                """))

    static let measure = OptionWords(
        ValueName.measure, sv: "Måttet, eller en del av det som MÅTT:DEL. En enkätfråga skrivs item:NAMN.",
        en: "The measure, or one of its aspects as MEASURE:ASPECT. A survey item is written item:NAME.")
    static let by = OptionWords(
        Phrase(sv: "uppdelning", en: "dimensions"), sv: "Dela upp efter detta, med komma emellan.",
        en: "Break down by these, comma between.")
    static let filter = OptionWords(
        Phrase(sv: "villkor", en: "filter"),
        sv: "Bara det som uppfyller villkoret: law=LSS, district=Farsta,Bromma, sex!=male eller year>=2018.",
        en: "Only what meets the filter: law=LSS, district=Farsta,Bromma, sex!=male or year>=2018.")
    static let year = OptionWords(
        ValueName.years, sv: "Ett år eller flera: 2019 eller 2018..2019. (förval: det sista hela året)",
        en: "One year or several: 2019 or 2018..2019. (default: the last whole year)")
    static let published = OptionWords(
        ValueName.folder,
        sv:
            "En publicerad rapport: det den visar räknas som känt, och det den döljer ska förbli dolt. De i projektets reports/ hittas utan valet; none: räkna inte med några.",
        en:
            "A published report: what it shows counts as known, and what it hides is to stay hidden. Those in the project's reports/ are found without it; none: count on none."
    )
    static let day = OptionWords(
        Phrase(sv: "dag", en: "day"),
        sv: "Med persons: de som har ett beslut den dagen, som 10-01. Antalen är avrundade.",
        en: "With persons: those with a decision on that day, as 10-01. Counts are rounded.")
    static let interval = OptionWords(
        ValueName.percent, sv: "Intervallens nivå i procent, 50 till 99.9.",
        en: "Level of the intervals in per cent, 50 to 99.9.")
    static let compare = OptionWords(
        Phrase(sv: "uppdelning", en: "dimension"),
        sv:
            "Jämför grupper med slumpen och med varandra: district, provider, provider-type eller law; i enkäter district, "
            + "sex, age, law eller group.",
        en: "Compare groups with chance and with each other: district, provider, provider-type or law; in surveys "
            + "district, sex, age, law or group.")
    static let total = OptionWords(sv: "Lägg till rader för alla tillsammans.", en: "Add rows for all together.")
    static let definition = OptionWords(
        ValueName.name, sv: "Definition av flexibel användning. Utan valet gäller projektets.",
        en: "Definition of flexible use. Without it the project's is used.")
    static let denominator = OptionWords(
        ValueName.name, sv: "Nämnare för flexibel användning. Utan valet gäller projektets.",
        en: "Denominator of flexible use. Without it the project's is used.")
    static let anchor = OptionWords(
        ValueName.name,
        sv: "Perioder från beslutens början (spell) eller kalenderns kvartal. Utan valet gäller projektets.",
        en: "Periods from the start of the spell or by calendar quarter. Without it the project's is used.")

    static let format = OptionWords(
        ValueName.format, sv: "Svarets format. Utan valet table i en terminal, annars csv.",
        en: "Format of the answer. Without it table in a terminal, else csv.")
    static let sort = OptionWords(
        Phrase(sv: "ordning", en: "order"),
        sv: "Radernas ordning: den vanliga (name), störst värde först (value) eller minst först (-value).",
        en: "Order of rows: the usual (name), highest value first (value) or lowest first (-value).")
    static let limit = OptionWords(
        ValueName.rows, sv: "Högst så många rader per år, förutom raderna för alla.",
        en: "At most so many rows a year, totals aside.")
    static let output = OptionWords(
        ValueName.file, sv: "Skriv till den här filen. - är standard ut.", en: "Write to this file; - is stdout.")
    static let isInternal = OptionWords(
        sv: "Visa allt, även små tal. Får aldrig lämnas vidare.",
        en: "Show everything, small numbers too. Never to be passed on.")
}
