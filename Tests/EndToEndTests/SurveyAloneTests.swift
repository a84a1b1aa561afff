// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// A folder with a file of survey answers and nothing else is a project.
@Suite struct SurveyAloneTests {
    private func answers(_ count: Int) -> String {
        let opinions = ["Mycket missnöjd", "Ganska missnöjd", "Ganska nöjd", "Mycket nöjd", "Vet ej"]
        let head = "ID,Starttid,Slutförandetid,E-post,Namn,Hur nöjd är du?,Vad gör du?,Vill du berätta mer?\n"
        return head
            + (0..<count).map { number in
                let uses = ["Handla;", "Handla;Promenader;", "", "Promenader;"][number % 4]
                let day = "2019-10-\(number % 19 + 10) 08:15:00"
                let words = number % 5 == 0 ? "Bra mest." : ""
                return "\(number + 1),\(day),\(day),anonymous,,\(opinions[number % 5]),\(uses),\(words)\n"
            }.joined()
    }

    @Test(arguments: [25, 140]) func `a survey alone is checked, asked and reported on`(count: Int) throws {
        let scratch = try Scratch()
        let data = scratch.url.appendingPathComponent("data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data(answers(count).utf8).write(to: data.appendingPathComponent("Enkät 2019.csv"))
        let check = try Program.run(["check"], in: scratch.url)
        #expect(check.code == 0, "\(check.messages)")
        #expect(check.output.contains("utkast till kodbok"))
        let query = try Program.run(["query", "item:hur-nojd-ar-du", "--format", "csv"], in: scratch.url)
        #expect(query.code == 0, "\(query.messages)")
        let report = try Program.run(["report"], in: scratch.url)
        #expect(report.code == 0, "\(report.messages)")
        let text = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        #expect(text.contains("Svarande: \(count)"))
        #expect(text.contains("Mycket nöjd"))
        for absent in ["Beviljade timmar", "utförda timmar**", "Bra mest"] {
            #expect(!text.contains(absent), "\(absent)")
        }
    }
}
