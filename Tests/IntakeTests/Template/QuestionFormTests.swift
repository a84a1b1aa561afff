// SPDX-License-Identifier: EUPL-1.2
import Intake
import Terms
import Testing

@Suite struct QuestionFormTests {
    private func form(_ language: Language, isEasy: Bool = false) throws -> String {
        let codebook = try Codebook(bytes: Array(SurveyTemplate.users.codebook.utf8), path: "k")
        return QuestionForm(codebook, language: language, isEasy: isEasy).markdown
    }

    @Test func `a form has every question with its answers, and says who passes one over`() throws {
        let swedish = try form(.swedish)
        #expect(swedish.hasPrefix("# Enkät till dig som har ledsagning\n\nVi vill veta"))
        #expect(swedish.contains("## 1. Hur ofta kan du använda ledsagningen när du själv vill?\n\n- ☐ Aldrig\n"))
        #expect(
            swedish.contains(
                "*Hoppa över frågan om du svarade ”Nej” på fråga 8.*\n\nFlera svar går bra.\n\n- ☐ Det fanns"))
        #expect(swedish.contains("| Ledsagarna bemöter mig väl | ☐ | ☐ | ☐ | ☐ | ☐ |"))
        #expect(!swedish.contains("Vad fritextsvaren handlar om"), "themes are coded afterwards")
        #expect(try form(.english).contains("*Pass this question over if you answered “No” to question 8.*"))
    }

    @Test func `the easy form has fewer and simpler questions`() throws {
        let easy = try form(.swedish, isEasy: true)
        #expect(easy.contains("Räcker dina timmar?"))
        #expect(!easy.contains("Hur ofta räcker"))
        #expect(easy.split(separator: "\n").count { $0.hasPrefix("## ") } == 13)
        #expect(easy.split(separator: "\n").filter { $0.hasPrefix("## ") }.allSatisfy { $0.count <= 70 })
    }
}
