// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms
import TestSupport
import Testing

@Suite struct CodebookDraftTests {
    private func draft(_ text: String, _ language: Language = .swedish) throws -> String {
        let folder = try ScratchFolder(["svar.csv": text])
        return try CodebookDraft(path: folder.path + "/svar.csv", name: "svar.csv").text(in: language)
    }

    private func randomRows(
        _ codebook: Codebook, _ count: Int
    ) -> [(login: String, district: String, time: String, answers: [ItemAnswer])] {
        var random = SeededGenerator(seed: 7)
        return (0..<count).map { number in
            (
                "K\(number)", ["Farsta", "Bromma"][number % 2], "2019-03-\(number % 18 + 10) 08:15:00",
                SurveyExport.randomAnswers(codebook, using: &random)
            )
        }
    }

    @Test(arguments: SurveyExport.Style.allCases)
    func `a draft is a codebook that reads the file it was made of`(style: SurveyExport.Style) throws {
        let template = SurveyTemplate.users
        let codebook = try Codebook(bytes: Array(template.codebook.utf8), path: "k")
        let text = SurveyExport(codebook: codebook, style: style, rows: randomRows(codebook, 120)).text
        let draft = try draft(text)
        let drafted = try Codebook(bytes: Array(draft.utf8), path: "utkast.yaml")
        let kinds = drafted.surveyItems.map(\.kind)
        if style != .columns {
            #expect(kinds.count { $0 == .text } == 1, "\(style): only the comment is text\n\(draft)")
            #expect(drafted.surveyItems.count == codebook.items.count(where: \.isInForm), "\(style)")
            #expect(kinds.count { $0 == .multiple } == 2, "\(style)")
        }
        if style != .limeCodes, style != .names {
            let scales = codebook.items.count { $0.isInForm && $0.item.kind == .scale }
            #expect(kinds.count { $0 == .scale } >= scales, "\(style)")
            let often = try #require(drafted.surveyItems.first { $0.kind == .scale })
            #expect(often.categories.first?.label[.swedish] == (style == .limeBoth ? "Never" : "Aldrig"))
            #expect(often.categories.count == 5, "Vet ej is no place on the scale")
        }
        let result = try SurveyReading(codebook: draft, files: ["svar.csv": text]).read()
        #expect(result.faults.isEmpty, "\(style)")
        #expect(result.remarks.isEmpty, "\(style): \(brief(result.remarks).prefix(3))")
        #expect(!draft.contains("fungerar"), "free text is never shown")
        #expect(!draft.contains("192.0.2.7") && !draft.contains("example.org") && !draft.contains("\"K1\""))
    }

    @Test func `names, mails, keys and respondents' own words are never in a draft`() throws {
        let number = TestNumber.make("19800101", "980")
        var text = "Ditt namn;Kontakt;Personnummer;Mobil;Svar;Kod;Vem är din ledsagare?;Berätta;Betyg\n"
        for round in 0..<12 {
            text +=
                "Siv Ek;siv\(round % 2)@example.org;\(number);0701234567;\(number);ABC123;Siv;Det var bra \(round);4\n"
        }
        let draft = try draft(text)
        for secret in ["Siv", "example", number, "0701234567", "ABC123", "Det var"] {
            #expect(!draft.contains(secret), "\(secret)\n\(draft)")
        }
        #expect(draft.contains("Läses inte, eftersom de visar vem som svarat: Ditt namn, Kontakt, Mobil, Svar."))
        #expect(draft.contains("person: \"Personnummer\""))
    }

    @Test func `the draft's comments are in the language asked for`() throws {
        #expect(
            try draft("Hur ofta?\nAldrig\nOfta\nAlltid\n", .english).contains("# Draft of a codebook from svar.csv"))
        #expect(try draft("Hur ofta?\nAldrig\nOfta\nAlltid\n").contains("type: scale"))
    }

    private func agreement(_ second: [String]) -> String {
        let first = [
            "Stämmer inte alls", "Stämmer ganska dåligt", "Stämmer delvis", "Stämmer ganska bra", "Stämmer helt",
        ]
        var text = "Id;Jag vet vem jag ringer;Jag kan välja tider\n"
        for round in 0..<40 { text += "\(round);\(first[round % 5]);\(second[round % second.count])\n" }
        return text
    }

    @Test func `a step of a scale that nobody chose is named where other questions have it`() throws {
        let all = [
            "Stämmer inte alls", "Stämmer ganska dåligt", "Stämmer delvis", "Stämmer ganska bra", "Stämmer helt",
        ]
        let draft = try draft(agreement(all.filter { $0 != "Stämmer ganska bra" }))
        #expect(
            draft.contains("      # Ingen har valt ”Stämmer ganska bra”, som andra frågor i filen har."), "\(draft)")
        #expect(draft.contains("lägg till det på sin plats. Ordningen är skalans."))
        #expect(draft.split(separator: "\n").count { $0.contains("# Ingen har valt") } == 1)
        #expect(try !self.draft(agreement(all)).contains("Ingen har valt"))
    }

    @Test func `a known scale with fewer steps than usual is told of`() throws {
        let some = ["Instämmer inte alls", "Instämmer delvis", "Instämmer helt"]
        let draft = try draft(agreement(some), .english)
        #expect(draft.contains("      # Answers that nobody chose are not in the file."), "\(draft)")
        #expect(try Codebook(bytes: Array(draft.utf8), path: "k").surveyItems.count == 2)
    }
}
