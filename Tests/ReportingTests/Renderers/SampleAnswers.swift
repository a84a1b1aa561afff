// SPDX-License-Identifier: EUPL-1.2
import Terms

@testable import Disclosure
@testable import Documents

/// The made-up report's chapter of answers: the charts that surveys and comparisons are drawn with.
extension SampleDocument {
    static func answers(_ language: Language) -> Section {
        Section(
            id: "svar", heading: pick(language, "4 Så svarar brukarna", "4 What users say"),
            blocks: [
                .figure(Figure(.stackedBars(columns: [1, 2, 3, 4]), of: scaleTable(language))),
                .figure(Figure(.heat(columns: [1, 2, 3]), of: heatTable(language))),
                .figure(
                    Figure(
                        .funnel(FunnelColumns(value: 1, size: 2, inner: 3, outer: 4)),
                        of: funnelTable(language))),
            ])
    }

    private static func shares(_ values: [Double?], persons: Int) -> [Cell] {
        values.map { .value($0.map { share($0, 0.05, persons: persons) } ?? .hidden) }
    }

    private static func table(
        _ id: String, _ title: String, _ unit: String, _ columns: [Table.Column], _ rows: [Table.Row],
        _ language: Language
    ) -> Table {
        Table(
            id: id, title: title, unit: unit,
            population: pick(language, "brukare som svarade", "users who answered"), year: "2019", columns: columns,
            rows: rows, source: pick(language, "enkät 2019; egen bearbetning", "survey 2019; own processing"))
    }

    private static func scaleTable(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        let rows: [(String, [Double?], Int)] = [
            (
                say("Tiden räcker till det jag vill göra", "The time is enough for what I want to do"),
                [0.31, 0.42, 0.19, 0.08], 214
            ),
            (
                say("Jag kan använda timmarna när jag vill", "I can use my hours when I want"),
                [0.55, 0.3, 0.12, 0.03], 209
            ),
            (
                say("Det är oftast samma ledsagare som kommer", "It is mostly the same companion who comes"),
                [nil, 0.4, nil, 0.2], 187
            ),
        ]
        return table(
            "svar-skala", say("Tre av tio tycker att tiden alltid räcker", "Three of ten find the time always enough"),
            say("procent av svaren", "per cent of answers"),
            [.init(say("Påstående", "Statement"), alignment: .start)]
                + [("Alltid", "Always"), ("Oftast", "Mostly"), ("Sällan", "Seldom"), ("Aldrig", "Never")].map {
                    Table.Column(say($0.0, $0.1))
                } + [.init(say("Vet ej, antal", "Do not know, number"))],
            rows.map { name, values, count in
                .init(
                    [.text(RichText(name + " (n = \(count))" as String))] + shares(values, persons: count) + [
                        Cell.count(11)
                    ])
            }, language)
    }

    private static func heatTable(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        let rows: [(String, [Double?])] = [
            (say("Tiden räcker", "Time is enough"), [0.31, 0.62, 0.58]),
            (say("Samma ledsagare", "Same companion"), [0.77, nil, 0.15]),
            (say("Vet hur man klagar", "Knows how to complain"), [0.42, 0.95, 0.6]),
        ]
        return table(
            "svar-namnd", say("Svaren skiljer sig mellan nämnderna", "Answers differ between boards"),
            say("procent som svarar alltid eller oftast", "per cent answering always or mostly"),
            [
                .init(say("Fråga", "Question"), alignment: .start), .init("Bromma"), .init("Farsta"),
                .init("Rinkeby-Kista"),
            ],
            rows.map { .init([.text(RichText($0.0))] + shares($0.1, persons: 60)) }, language)
    }

    private static func funnelTable(_ language: Language) -> Table {
        func say(_ swedish: String, _ english: String) -> String { pick(language, swedish, english) }
        let boards: [(String, Double, Int)] = [
            ("Bromma", 0.64, 231), ("Enskede-Årsta-Vantör", 0.57, 318), ("Farsta", 0.71, 210), ("Norrmalm", 0.58, 41),
            ("Rinkeby-Kista", 0.43, 160), ("Skärholmen", 0.62, 75), ("Södermalm", 0.6, 270), ("Älvsjö", 0.52, 52),
        ]
        let rows = boards.map { name, value, count -> Table.Row in
            let error = (0.6 * 0.4 / Double(count)).squareRoot()
            let limits = [1.96, 3.09].map { width in
                Cell.interval(
                    .shown(
                        ReleasedValue(
                            value: value, lower: 0.6 - width * error, upper: 0.6 + width * error, persons: count,
                            unit: .share)))
            }
            return .init(
                [
                    .text(RichText(name)), .value(share(value, 0.05, persons: count)),
                    .persons(share(value, 0.05, persons: count)),
                ] + limits)
        }
        let whole = share(0.6, 0.01, persons: 1357)
        return table(
            "tratt",
            say("En nämnd ligger under det slumpen kan förklara", "One board is below what chance can explain"),
            say("procent av beviljade timmar", "per cent of granted hours"),
            [.init(say("Stadsdelsnämnd", "District board"), alignment: .start), .init(say("Andel", "Share"))]
                + [
                    ("Personer", "Persons"), ("Inre gränser", "Inner limits"), ("Yttre gränser", "Outer limits"),
                ].map { Table.Column(say($0.0, $0.1)) },
            rows + [
                .init(
                    .total,
                    [.text(RichText(say("Hela staden", "The whole city"))), .value(whole), .persons(whole)]
                        + Array(repeating: Cell.empty, count: 2))
            ], language)
    }
}
