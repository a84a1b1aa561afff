// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// The municipality beside the country: its own number on 1 October as the register counts, public ones from a saved answer.
@Suite struct CountryTests {
    /// Forty persons under LSS, of whom thirty on 1 October, and twenty under SoL, in a town of ten thousand.
    private func town(_ scratch: borrowing Scratch, numbers: String, settings: String = "") throws {
        var decisions = "person;insats;lagrum;beslutsdatum;utfall;from;tom;timmar\n"
        var visits = "person;insats;manad;timmar\n"
        for person in 0..<60 {
            let (service, law) = person < 40 ? ("Ledsagarservice", "LSS 9:3") : ("Ledsagning", "SoL 4:1")
            let last = person < 10 ? "2019-09-30" : "2020-06-30"
            decisions += "K\(100 + person);\(service);\(law);2018-12-01;bifall;2019-01-01;\(last);10\n"
            for month in 1...12 where person >= 10 || month < 10 {
                visits += "K\(100 + person);\(service);2019-\(month < 10 ? "0" : "")\(month);\(5 + person % 4)\n"
            }
        }
        try scratch.write(decisions, to: "data/beslut.csv")
        try scratch.write(visits, to: "data/utforda.csv")
        try scratch.write("ar;antal\n2019;10000\n", to: "data/befolkning.csv")
        try scratch.write(numbers, to: "data/kolada.json")
        try scratch.write(
            """
            municipality: Laholms kommun
            sources:
              - {kind: decisions, files: data/beslut.csv}
              - {kind: visits, files: data/utforda.csv}
              - {kind: population, files: data/befolkning.csv}
              - {kind: baseline, files: data/kolada.json\(settings)}

            """, to: "ledsaga.yaml")
    }

    private static func answer(_ numbers: [(kpi: String, place: String, year: Int, value: String)]) -> String {
        let values = numbers.map { number in
            """
            {"kpi": "\(number.kpi)", "municipality": "\(number.place)", "period": \(number.year), "values": [
            {"gender": "T", "count": 1, "status": "", "value": \(number.value), "isdeleted": false}]}
            """
        }
        return "{\"values\": [\n" + values.joined(separator: ",\n") + "\n], \"next_url\": null}\n"
    }

    private static let good = answer([
        ("N28812", "0000", 2019, "6.9"), ("N28812", "1381", 2019, "24.1"), ("N28812", "0685", 2018, "9.3"),
        ("N28812", "G39611", 2019, "8.2"),
    ])

    @Test func `the chapter has the own number on 1 October, the public ones, where they are from and how they differ`()
        throws
    {
        let scratch = try Scratch()
        try town(scratch, numbers: Self.good, settings: ", similar: [Vetlanda]")
        let check = try Program.run(["check"], in: scratch.url)
        #expect(check.code == 0, "\(check.output)")
        let report = try Program.run(["report", "--year", "2019"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let text = try String(
            contentsOf: scratch.url.appending(path: "reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        let chapter = text.components(separatedBy: "Jämfört med riket").dropFirst(2).joined()
        for words in [
            "hade 30,0 personer per 10\u{A0}000 invånare ledsagarservice enligt LSS i Laholms kommun",
            "Det är fler än i riket: 6,9.", "Riket", "Vetlanda", "9,3", "Liknande kommuner (G39611)", "24,1",
            "Källa: Kolada (RKA)", "verkställda", "närmaste år",
        ] {
            #expect(text.contains(words), "\(words) \(chapter.prefix(1500))")
        }
        let audit = try Program.run(["audit", "reports/2019"], in: scratch.url)
        #expect(audit.code == 0, "\(audit.output)")
    }

    @Test func `the own number is asked by itself, and is persons on the day`() throws {
        let scratch = try Scratch()
        try town(scratch, numbers: Self.good, settings: ", similar: [Vetlanda]")
        let result = try Program.run(
            ["query", "persons:per-10000-october", "--by", "law", "--year", "2019", "--internal", "--format", "csv"],
            in: scratch.url)
        #expect(result.code == 0, "\(result.messages)")
        #expect(result.output.contains("LSS") && result.output.contains(",30"), "\(result.output)")
    }

    @Test func `numbers of another key figure are set aside, said, and the rest is read`() throws {
        let scratch = try Scratch()
        try town(scratch, numbers: Self.answer([("N28804", "0000", 2019, "3.0"), ("N28812", "0000", 2019, "6.9")]))
        let check = try Program.run(["check"], in: scratch.url)
        #expect(check.code == 1)
        #expect(check.output.contains("data/kolada.json, rad 3, kolumnen kpi"), "\(check.output)")
        #expect(check.output.contains("ett annat nyckeltal"), "\(check.output)")
        #expect(check.output.contains("N28812"), "\(check.output)")
    }

    @Test func `inspect and the folder's own inference know the saved answer`() throws {
        let scratch = try Scratch()
        try town(scratch, numbers: Self.good)
        try FileManager.default.removeItem(at: scratch.url.appending(path: "ledsaga.yaml"))
        let inspect = try Program.run(["inspect", "data/kolada.json"], in: scratch.url)
        #expect(inspect.code == 0, "\(inspect.messages)")
        #expect(inspect.output.contains("jämförelsetal") && inspect.output.contains("json"), "\(inspect.output)")
        let check = try Program.run(["check", "--format", "json"], in: scratch.url)
        #expect(check.output.contains("\"baseline\""), "\(check.output)")
    }
}
