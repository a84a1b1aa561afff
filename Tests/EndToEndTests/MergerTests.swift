// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Boards that merge in the middle of a year, through the program: the figures of the new division are those it would
/// have had if it had always been.
@Suite struct MergerTests {
    /// Boards of today and what they were before, with the day they became one.
    private static let mergers: [(new: String, old: [String], from: String)] = [
        ("Hägersten-Älvsjö", ["Hägersten-Liljeholmen", "Älvsjö"], "2020-07-01"),
        ("Järva", ["Rinkeby-Kista", "Spånga-Tensta"], "2023-07-01"),
        ("Norra innerstaden", ["Norrmalm", "Östermalm"], "2023-07-01"),
    ]
    private static let unchanged = ["Bromma", "Farsta", "Skarpnäck", "Södermalm"]
    private static let boards = mergers.map(\.new) + unchanged
    private static let persons = 30

    private static let settings = """
        municipality: Stockholms stad
        services:
          Ledsagning: {law: SoL}
          Ledsagarservice: {law: LSS}
        sources:
          - {kind: decisions, files: data/beslut.csv}
          - {kind: visits, files: data/utforda.csv}
          - {kind: districts, files: data/stadsdelsnamnder.csv}

        """

    /// The same persons and hours of two years. With `asItWas` each row names the board there was; otherwise the boards
    /// of today have always been.
    private static func write(_ scratch: borrowing Scratch, year: Int, asItWas: Bool) throws {
        var decisions = "person;stadsdelsnamnd;insats;from;tom;timmar\n"
        var hours = "person;insats;manad;timmar\n"
        for (place, board) in boards.enumerated() {
            for number in 0..<persons {
                let person = "P\(place)-\(number)"
                let service = number % 3 == 0 ? "Ledsagarservice" : "Ledsagning"
                let granted = 10 + (number * 7 + place) % 15
                func name(_ day: String) -> String {
                    guard asItWas, let merger = mergers.first(where: { $0.new == board }), day < merger.from else {
                        return board
                    }
                    return merger.old[number % 2]
                }
                for year in (year - 1)...year {
                    // Every fourth person has one decision over the year, named as on its first day.
                    let halves =
                        number % 4 == 0 ? [("01-01", "12-31")] : [("01-01", "06-30"), ("07-01", "12-31")]
                    for (first, last) in halves {
                        let from = "\(year)-\(first)"
                        decisions += "\(person);\(name(from));\(service);\(from);\(year)-\(last);\(granted)\n"
                    }
                    for month in 1...12 {
                        let moved = (number + place) % 2 == 0 && month % 3 != 0 ? (month % 3 == 1 ? -3 : 3) : 0
                        let performed = granted - 4 + moved + (number + month) % 3
                        hours += "\(person);\(service);\(year)-\(month < 10 ? "0" : "")\(month);\(performed)\n"
                    }
                }
            }
        }
        var districts = "namn,giltig_fran,giltig_till,efterfoljare\n"
        for board in unchanged { districts += "\(board),2007-01-01,,\n" }
        for merger in mergers {
            if asItWas {
                let dayBefore = merger.from.replacingOccurrences(of: "07-01", with: "06-30")
                for old in merger.old { districts += "\(old),2007-01-01,\(dayBefore),\(merger.new)\n" }
            }
            districts += "\(merger.new),\(asItWas ? merger.from : "2007-01-01"),,\n"
        }
        try scratch.write(settings, to: "ledsaga.yaml")
        try scratch.write(decisions, to: "data/beslut.csv")
        try scratch.write(hours, to: "data/utforda.csv")
        try scratch.write(districts, to: "data/stadsdelsnamnder.csv")
    }

    @Test(arguments: [2020, 2023]) func `boards that merge in mid-year have the figures as if they had always been one`(
        year: Int
    ) throws {
        let merged = try Scratch()
        let always = try Scratch()
        try Self.write(merged, year: year, asItWas: true)
        try Self.write(always, year: year, asItWas: false)
        let years = ["--year", "\(year - 1)..\(year)", "--format", "json"]
        for question in [
            ["utilisation", "--compare", "district"], ["flexible-use", "--compare", "district"],
            ["persons", "--by", "district,law", "--total"], ["granted-hours:median", "--by", "district"],
            ["granted-hours:mean", "--compare", "district"], ["utilisation:change", "--by", "district"],
        ] {
            // A change has one year.
            let asked = question[0].hasSuffix(":change") ? ["--year", "\(year)", "--format", "json"] : years
            let one = try Program.run(["query"] + question + asked, in: merged.url)
            let other = try Program.run(["query"] + question + asked, in: always.url)
            #expect(one.code == 0 && other.code == 0, "\(one.messages)\(other.messages)")
            #expect(one.output == other.output, "\(question)")
            #expect(one.output.contains("Hägersten-Älvsjö") && one.output.contains("\"shown\""))
        }
        // As it was: the old boards, each with its own persons.
        let then = try Program.run(
            ["query", "persons", "--by", "district-then", "--year", "\(year)", "--format", "csv"], in: merged.url)
        for merger in Self.mergers where merger.from.hasPrefix("\(year)") {
            for old in merger.old { #expect(then.output.contains("\(old),15,"), "\(then.output)") }
        }
    }

    /// The table of totals of 2024 that has a board which ended in 2020 beside the one it became part of.
    @Test func `a board that ended beside its heir is flagged, and not counted twice`() throws {
        let scratch = try Scratch()
        try scratch.write(
            """
            municipality: Stockholms stad
            services:
              Ledsagning: {law: SoL}
            sources:
              - {kind: statistics, files: data/statistik.csv}
              - {kind: districts, files: data/stadsdelsnamnder.csv}

            """, to: "ledsaga.yaml")
        try scratch.write(
            """
            namn,giltig_fran,giltig_till,efterfoljare
            Farsta,2007-01-01,,
            Hägersten-Liljeholmen,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Älvsjö,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Hägersten-Älvsjö,2020-07-01,,

            """, to: "data/stadsdelsnamnder.csv")
        try scratch.write(
            """
            ar;stadsdelsnamnd;insats;personer;beviljade_timmar;utforda_timmar
            2024;Farsta;Ledsagning;80;9600;6000
            2024;Älvsjö;Ledsagning;30;3600;2000
            2024;Hägersten-Älvsjö;Ledsagning;70;8400;5000

            """, to: "data/statistik.csv")
        let check = try Program.run(["check"], in: scratch.url)
        #expect(check.code == 1)
        #expect(check.output.contains("står bredvid sin efterföljare: ”Älvsjö”"), "\(check.output)")
        #expect(check.output.contains("statistik.csv, rad 3"))
        let answer = try Program.run(
            ["query", "granted-hours", "--by", "district", "--year", "2024", "--total", "--format", "csv"],
            in: scratch.url)
        #expect(answer.output.contains("Hägersten-Älvsjö,8400"), "\(answer.output)")
        #expect(answer.output.contains("total,18000"), "\(answer.output)")
        let report = try Program.run(["report", "--year", "2024"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let page = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2024/uppfoljning-2024.md"), encoding: .utf8)
        #expect(page.contains("Av 7 lästa rader har 1 inte kunnat användas"))
        #expect(page.contains("står bredvid sin efterföljare"))
    }

    /// Exports of 2024 of two boards. With `twice` each row of the board that took over Älvsjö stands under that name
    /// too, before or after it.
    private static func writeTrap(_ scratch: borrowing Scratch, twice: Bool) throws {
        var decisions = "person;stadsdelsnamnd;insats;from;tom;timmar\n"
        var hours = "person;stadsdelsnamnd;insats;manad;timmar\n"
        for (place, board) in ["Farsta", "Hägersten-Älvsjö"].enumerated() {
            for number in 0..<persons {
                var names = [board]
                if twice, board == "Hägersten-Älvsjö" { names.insert("Älvsjö", at: number % 2) }
                for name in names {
                    decisions += "P\(place)-\(number);\(name);Ledsagning;2024-01-01;2024-12-31;\(10 + number % 7)\n"
                    for month in 1...12 {
                        let performed = 6 + (number + month) % 5
                        hours +=
                            "P\(place)-\(number);\(name);Ledsagning;2024-\(month < 10 ? "0" : "")\(month);\(performed)\n"
                    }
                }
            }
        }
        try scratch.write(settings, to: "ledsaga.yaml")
        try scratch.write(decisions, to: "data/beslut.csv")
        try scratch.write(hours, to: "data/utforda.csv")
        try scratch.write(
            """
            namn,giltig_fran,giltig_till,efterfoljare
            Farsta,2007-01-01,,
            Hägersten-Liljeholmen,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Älvsjö,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Hägersten-Älvsjö,2020-07-01,,

            """, to: "data/stadsdelsnamnder.csv")
    }

    @Test func `decisions and hours listed under a board's old and new name count once`() throws {
        let trap = try Scratch()
        let once = try Scratch()
        try Self.writeTrap(trap, twice: true)
        try Self.writeTrap(once, twice: false)
        let check = try Program.run(["check"], in: trap.url)
        #expect(check.code == 1)
        #expect(check.output.contains("samma uppgift finns redan under nämndens äldre eller nyare namn: ”Älvsjö”"))
        #expect(check.output.contains("data/beslut.csv, raderna 35, 39"), "\(check.output)")
        #expect(try Program.run(["check"], in: once.url).code == 0)
        for question in [
            ["granted-hours", "--by", "district", "--total"], ["performed-hours", "--by", "district", "--total"],
            ["utilisation", "--compare", "district"], ["flexible-use", "--compare", "district"],
            ["persons", "--by", "district-then", "--total"], ["granted-hours:mean", "--by", "district"],
        ] {
            let years = ["--year", "2024", "--format", "csv"]
            let one = try Program.run(["query"] + question + years, in: trap.url)
            let other = try Program.run(["query"] + question + years, in: once.url)
            #expect(one.code == 0 && one.output == other.output, "\(question): \(one.output)\(one.messages)")
            #expect(one.output.contains("Hägersten-Älvsjö,") && !one.output.contains("\nÄlvsjö,"))
        }
        let report = try Program.run(["report", "--year", "2024"], in: trap.url)
        #expect(report.code == 0, "\(report.messages)")
        let page = try String(
            contentsOf: trap.url.appendingPathComponent("reports/2024/uppfoljning-2024.md"), encoding: .utf8)
        // Of 90 decisions, 90 × 12 months and four boards a third stands twice.
        #expect(page.contains("Av 1\u{A0}174 lästa rader har 390 inte kunnat användas"), "\(page)")
    }
}
