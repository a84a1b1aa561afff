// SPDX-License-Identifier: EUPL-1.2

/// Public tables of districts: Stockholm's as they were published, facts that stand beside the made-up persons; or of a
/// municipality that is made up whole.
package struct PublicTable: Sendable {
    /// Canonical file name.
    package let name: String
    private let lines: String

    /// The table's text, with the CRLF it was published with.
    package var text: String {
        lines.split(separator: "\n").map { $0 + "\r\n" }.joined()
    }

    /// Stockholm's.
    package static let all = [boards, inhabitants, paratransit, country]

    /// Those that stand beside a municipality's exports.
    static func all(beside parameters: SimulationParameters) -> [PublicTable] {
        guard parameters.boards == .madeUp else { return all }
        let population = MadeUpPopulation(parameters)
        return [
            PublicTable(name: boards.name, lines: boardLines(parameters.boards)),
            PublicTable(name: inhabitants.name, lines: population.inhabitants),
            PublicTable(name: paratransit.name, lines: population.paratransit),
        ]
    }

    private static func boardLines(_ called: BoardNames) -> String {
        let rows = BoardTimeline.rows.map { row in
            [called.name(row.name), row.from, row.to, row.successor.isEmpty ? "" : called.name(row.successor)]
                .joined(separator: ",")
        }
        return (["stadsdelsnamnd,galler_fran,galler_till,efterfoljare"] + rows).joined(separator: "\n")
    }

    /// Boards, their first and last days and successors. Sources: Stockholms stad, start.stockholm, area facts and
    /// the council decisions of 2020 and 2023.
    static let boards = PublicTable(
        name: "stadsdelsnamnder.csv",
        lines: """
            stadsdelsnamnd,galler_fran,galler_till,efterfoljare
            Hässelby-Vällingby,2007-01-01,,
            Bromma,2007-01-01,,
            Kungsholmen,2007-01-01,,
            Södermalm,2007-01-01,,
            Enskede-Årsta-Vantör,2007-01-01,,
            Skarpnäck,2007-01-01,,
            Farsta,2007-01-01,,
            Skärholmen,2007-01-01,,
            Hägersten-Liljeholmen,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Älvsjö,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Hägersten-Älvsjö,2020-07-01,,
            Rinkeby-Kista,2007-01-01,2023-06-30,Järva
            Spånga-Tensta,2007-01-01,2023-06-30,Järva
            Järva,2023-07-01,,
            Norrmalm,2007-01-01,2023-06-30,Norra innerstaden
            Östermalm,2007-01-01,2023-06-30,Norra innerstaden
            Norra innerstaden,2023-07-01,,
            """)

    /// Inhabitants on 31 December. Source: Stockholms stad, statistik.stockholm.se, table tv.07437.
    static let inhabitants = PublicTable(
        name: "befolkning.csv",
        lines: """
            stadsdelsomrade,y2000,y2005,y2010,y2011,prognos2021
            Rinkeby-Kista,45078,45153,45691,46792,51311
            Spånga-Tensta,33949,34629,37675,38115,42719
            Hässelby-Vällingby,57849,59361,65239,66721,76542
            Bromma,58506,60475,65635,67096,85650
            Kungsholmen,52245,54673,61047,63120,71295
            Norrmalm,61038,62832,66812,67687,72176
            Östermalm,61519,61490,65528,66521,79011
            Södermalm,102544,109891,121655,123468,129320
            Enskede-Årsta-Vantör,80584,82060,90620,92071,104674
            Skarpnäck,39839,40196,43533,43961,47572
            Farsta,45447,46009,50750,51987,59945
            Älvsjö,20744,21943,25130,25660,30951
            Hägersten-Liljeholmen,59882,61553,74096,76710,99184
            Skärholmen,31124,30773,33662,34415,37562
            """)

    /// The country's persons with ledsagarservice on 1 October 2021 (Socialstyrelsen, statistics of services under LSS), and
    /// inhabitants on 31 December of the country and of Stockholm (Statistics Sweden). Under the numbers that Kolada has.
    static let country = PublicTable(
        name: "riket-ledsagarservice.csv",
        lines: """
            nyckeltal,kommun,ar,varde,kalla
            N28806,Riket,2021,6669,Socialstyrelsen
            N01951,Riket,2021,10452326,SCB
            N01951,Stockholm,2018,962154,SCB
            N01951,Stockholm,2019,974073,SCB
            """)

    /// Persons entitled to *färdtjänst* 2017 by age. Source: Stockholms stad, statistik.stockholm.se, table b018.
    static let paratransit = PublicTable(
        name: "fardtjanst.csv",
        lines: """
            stadsdelsomrade,region,ar_0_64,ar_65_79,ar_80_89,ar_90,samtliga
            Rinkeby-Kista,Västerort,564,469,362,129,1524
            Spånga-Tensta,Västerort,407,307,330,170,1214
            Hässelby-Vällingby,Västerort,683,599,760,504,2546
            Bromma,Västerort,387,412,677,558,2034
            Kungsholmen,Inre staden,345,419,596,480,1840
            Norrmalm,Inre staden,258,360,496,365,1479
            Östermalm,Inre staden,250,527,769,680,2226
            Södermalm,Inre staden,686,990,1221,759,3656
            Enskede-Årsta-Vantör,Söderort,727,630,947,681,2985
            Skarpnäck,Söderort,433,316,327,275,1351
            Farsta,Söderort,463,447,746,475,2131
            Älvsjö,Söderort,185,214,308,229,936
            Hägersten-Liljeholmen,Söderort,451,520,625,502,2098
            Skärholmen,Söderort,484,421,440,208,1553
            """)
}
