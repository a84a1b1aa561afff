// SPDX-License-Identifier: EUPL-1.2
@testable import Disclosure
import Documents
@testable import Reports
import Terms

/// A made-up report with everything a document can hold, small enough to be read.
enum SampleDocument {
    static func share(_ value: Double, _ half: Double, persons: Int) -> ReleasedCell {
        .shown(
            ReleasedValue(
                value: value, lower: value - half, upper: value + half, standardError: half / 2, persons: persons,
                numerator: value * Double(persons), denominator: Double(persons), unit: .share))
    }

    static func value(_ value: Double, _ unit: Unit) -> ReleasedValue {
        ReleasedValue(value: value, persons: 100, unit: unit)
    }

    static func hours(_ value: Double) -> ReleasedCell {
        .shown(ReleasedValue(value: value, persons: 700, unit: .hours))
    }

    static func persons(_ count: Int) -> ReleasedCell {
        .shown(ReleasedValue(value: Double(count), persons: count, unit: .persons))
    }

    static let utilisation = ReleasedValue(
        value: 0.6123, lower: 0.581, upper: 0.639, standardError: 0.0148, persons: 2514, unit: .share)
    static let change = ReleasedValue(
        value: 0.0214, lower: 0.004, upper: 0.0388, standardError: 0.0089, persons: 2514, unit: .shareDifference)
    static let flexible = ReleasedValue(value: 0.5023, lower: 0.483, upper: 0.522, persons: 2514, unit: .share)

    private static let districts: [(String, ReleasedCell, ReleasedCell)] = [
        ("Bromma", share(0.642, 0.05, persons: 231), share(0.611, 0.05, persons: 220)),
        ("Enskede-Årsta-Vantör", share(0.587, 0.04, persons: 318), share(0.601, 0.04, persons: 305)),
        ("Farsta", share(0.712, 0.045, persons: 210), share(0.655, 0.05, persons: 201)),
        ("Hägersten-Liljeholmen", share(0.603, 0.05, persons: 240), share(0.603, 0.05, persons: 240)),
        ("Norrmalm", .hidden, share(0.58, 0.11, persons: 41)),
        ("Rinkeby-Kista", share(0.451, 0.06, persons: 160), share(0.49, 0.06, persons: 158)),
        ("Skärholmen", .hidden, .hidden),
        (
            "Östermalm",
            .notApplicable(Phrase(sv: "ingen hade beviljade timmar", en: "nobody had granted hours")),
            share(0.55, 0.09, persons: 48)
        ),
    ]

    static func document(_ language: Language) -> Document {
        Document(
            title: pick(language, "Uppföljning av ledsagning 2019", "Follow-up of the companion service 2019"),
            subtitle: pick(language, "Bilaga till tjänsteutlåtande", "Annex to the council letter"),
            language: language,
            metadata: .init(
                publisher: "Exempelstads kommun", period: "2019", generator: "Ledsaga 0.1.0",
                summary: pick(language, "Hur många som hade ledsagning.", "How many had the service.")),
            introduction: [
                .note(
                    Note(
                        .caution,
                        RichText(
                            pick(
                                language, "Utförda timmar för december 2019 saknas.",
                                "Performed hours for December 2019 are missing."))))
            ],
            sections: sections(language))
    }

    static func pick(_ language: Language, _ swedish: String, _ english: String) -> String {
        Phrase(sv: swedish, en: english)[language]
    }

    private static func sections(_ language: Language) -> [Section] {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        return [
            Section(
                id: "resultat", heading: say("1 Resultatet i korthet", "1 The result in brief"),
                blocks: [.cards(cards(language)), .finding(finding(language))]),
            Section(
                id: "underlag", heading: say("2 Underlaget", "2 The data"),
                blocks: [
                    .paragraph(
                        "\(say("Inga rader har gått förlorade", "No rows were lost")): \(see: "integritet"). \(.link(say("Så räknar vi", "How we count"), id: "metod"))."
                    ), .table(integrity(language)),
                ]),
            Section(
                id: "stadsdelar", heading: say("3 Stadsdelsnämnderna", "3 The district boards"),
                blocks: [
                    .figure(Figure(.dotInterval(column: 2), of: districtTable(language))),
                    .figure(Figure(.dumbbell(before: 1, after: 2), of: yearsTable(language))),
                ],
                sections: [
                    Section(
                        id: "manader", heading: say("Månad för månad", "Month by month"),
                        blocks: [
                            .figure(Figure(.months(columns: [1, 2], breaks: [6]), of: monthsTable(language))),
                            .table(groupsTable(language)),
                        ])
                ]),
            answers(language),
            Section(
                id: "metod", heading: say("Bilaga A Metod", "Annex A Method"),
                blocks: [
                    .paragraph(
                        "\(say("Inställningen", "The setting")) \(code: "tolerance_hours") \(say("är", "is")) \(number: 0.5, .decimal(1)) \(strong: "<h> & *co*")."
                    ),
                    .definitions([
                        DefinedTerm(
                            say("Andel utförda timmar", "Utilisation"),
                            RichText(say("Utförda timmar delat med beviljade.", "Performed over granted hours.")))
                    ]),
                    .formula("R = Σu ÷ Σb"),
                    .list([RichText(say("2019. är inte en lista", "2019. is no list")), "- <script>"]),
                    .steps([
                        RichText(say("Först det ena", "First this")), RichText(say("sedan det andra", "then that")),
                    ]),
                    .note(Note(.remark, RichText(say("Siffrorna är påhittade.", "The figures are made up.")))),
                    .note(Note(.restricted, RichText(say("Bara för prov.", "For trial only.")))),
                ]),
        ]
    }

    private static func finding(_ language: Language) -> Finding {
        let sentence: RichText =
            switch language {
            case .swedish:
                "Andelen utförda timmar har ökat något, till \(utilisation) (\(utilisation, part: .interval)), med \(change, .percentagePoints().unsigned) procentenheter."
            case .english:
                "The share of performed hours has risen somewhat, to \(utilisation) (\(utilisation, part: .interval)), by \(change, .percentagePoints().unsigned) percentage points."
            }
        return Finding(sentence, change: .better)
    }

    private static func cards(_ language: Language) -> [Card] {
        func say(_ swedish: String, _ english: String) -> RichText { RichText(pick(language, swedish, english)) }
        return [
            Card(
                label: pick(language, "Utförda timmar", "Performed hours"), number: .shown(utilisation),
                form: .percent(),
                sentence: say("av de beviljade timmarna utfördes.", "of the granted hours were performed."),
                change: .better,
                certainty: "\(pick(language, "Intervall", "Interval")): \(utilisation, part: .interval)"),
            Card(
                label: pick(language, "Flexibel användning", "Flexible use"), number: .shown(flexible),
                form: .percent(0),
                sentence: say(
                    "Hälften av de personer som beviljats insatsen har använt den flexibelt.",
                    "Half of those granted the service have used it flexibly."), change: .notComparable),
            Card(
                label: pick(language, "Personer", "Persons"), number: persons(2514), form: .count,
                sentence: say("hade ett beslut någon gång under året.", "had a decision at some time in the year."),
                change: .noCertainChange),
            Card(
                label: pick(language, "Utan timmar", "Without hours"), number: .hidden, form: .count,
                sentence: say("För få för att visas.", "Too few to show."), change: .worse),
        ]
    }

    private static func integrity(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        func row(_ name: String, _ read: Int, _ kept: Int) -> [Cell] {
            [.text(RichText(name)), .count(read), .count(kept), .count(read - kept)]
        }
        return Table(
            id: "integritet", title: say("Alla rader är redovisade", "Every row is accounted for"),
            unit: say("rader", "rows"), population: say("inlästa filer", "files read"), year: "2018–2019",
            columns: [
                .init(say("Fil", "File"), alignment: .start), .init(say("Lästa", "Read")),
                .init(say("Behållna", "Kept")),
                .init(say("Undantagna", "Set aside")),
            ],
            rows: [
                .init(row("beslut.csv", 4321, 4300)), .init(row("utforda_timmar_2019.csv", 123_456, 123_456)),
                .init(.total, row(say("Samtliga", "All"), 127_777, 127_756)),
            ],
            source: say("verksamhetssystemet; egen bearbetning", "the case system; own processing"))
    }

    private static func districtTable(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        func row(_ name: String, _ cell: ReleasedCell, _ kind: Table.Row.Kind = .plain) -> Table.Row {
            .init(kind, [.text(RichText(name)), .persons(cell), .value(cell), .interval(cell)])
        }
        return Table(
            id: "andel-stadsdel",
            title: say(
                "Andelen utförda timmar var högst i Farsta", "The share of performed hours was highest in Farsta"),
            unit: say("procent av beviljade timmar", "per cent of granted hours"),
            population: say("personer med beslut om ledsagning", "persons granted the service"), year: "2019",
            base: .count(2514),
            columns: [
                .init(say("Stadsdelsnämnd", "District board"), alignment: .start),
                .init(say("Personer", "Persons")), .init(say("Andel", "Share")),
                .init(say("95 % intervall", "95% interval")),
            ],
            rows: districts.map { row($0.0, $0.1) }
                + [row(say("Hela staden", "The whole city"), .shown(utilisation), .total)],
            source: say("verksamhetssystemet; egen bearbetning", "the case system; own processing"),
            notes: [RichText(say("Sorterad efter andel.", "Sorted by share."))])
    }

    private static func yearsTable(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        return Table(
            id: "andel-tva-ar", title: say("Fyra av åtta nämnder gick uppåt", "Four of eight boards went up"),
            unit: say("procent av beviljade timmar", "per cent of granted hours"),
            population: say("personer med beslut om ledsagning", "persons granted the service"),
            year: say("2018 och 2019", "2018 and 2019"),
            columns: [
                .init(say("Stadsdelsnämnd", "District board"), alignment: .start), .init("2018"), .init("2019"),
            ],
            rows: districts.map { .init([.text(RichText($0.0)), .value($0.2), .value($0.1)]) },
            source: say("verksamhetssystemet; egen bearbetning", "the case system; own processing"))
    }

    private static func monthsTable(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        let names = Phrase(
            sv: "jan feb mars apr maj juni juli aug sep okt nov dec",
            en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")[language].split(separator: " ")
        let performed = [9100.0, 8900, 9500, 9300, 9800, 8700, 5400, 7900, 9600, 9900, 9700, 0]
        let rows = names.enumerated().map { place, name in
            let cell = place == 11 ? ReleasedCell.hidden : hours(performed[place])
            return Table.Row([.text(RichText(String(name))), .value(hours(15200 + Double(place * 40))), .value(cell)])
        }
        return Table(
            id: "manader-timmar",
            title: say("Färre timmar utfördes i juli", "Fewer hours were performed in July"),
            unit: say("timmar", "hours"),
            population: say("personer med beslut om ledsagning", "persons granted the service"), year: "2019",
            columns: [
                .init(say("Månad", "Month"), alignment: .start), .init(say("Beviljade", "Granted")),
                .init(say("Utförda", "Performed")),
            ],
            rows: rows, source: say("verksamhetssystemet; egen bearbetning", "the case system; own processing"))
    }

    private static func groupsTable(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        func row(_ names: [String], _ value: Double, _ kind: Table.Row.Kind = .plain) -> Table.Row {
            let cell = share(value, 0.03, persons: 900)
            let names = names.map { $0.isEmpty ? Cell.empty : .text(RichText($0)) }
            return .init(kind, names + [.value(cell), .interval(cell), .value(.hidden), .interval(.hidden)])
        }
        return Table(
            id: "grupper", title: say("Fler kvinnor än män", "More women than men"), unit: say("procent", "per cent"),
            population: say("personer med beslut om ledsagning", "persons granted the service"), year: "2018–2019",
            columns: [
                .init(say("Indelning", "Breakdown"), alignment: .start),
                .init(say("Grupp", "Group"), alignment: .start),
                .init("2018"), .init(say("Intervall 2018", "Interval 2018"), unit: say("95 procent", "95 per cent")),
                .init("2019"), .init(say("Intervall 2019", "Interval 2019")),
            ],
            rows: [
                row([say("Lagrum", "Law"), "SoL"], 0.61), row(["", "LSS"], 0.64),
                row([say("Kön", "Sex"), say("Kvinnor", "Women")], 0.66),
                row(["", say("Män", "Men")], 0.58), row([say("Samtliga", "All"), ""], 0.62, .total),
            ], headerColumns: 2, source: say("verksamhetssystemet; egen bearbetning", "the case system; own processing")
        )
    }
}
