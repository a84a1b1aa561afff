// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms
import Testing

/// Every tool's export, drafted and read back, gives the counts of its answers.
@Suite struct ToolShapeTests {
    /// How many chose each answer, by its label, of every question but those of free text.
    private func counts(_ survey: Survey) -> [[String: Int]] {
        survey.items.indices.filter { survey.items[$0].kind != .text }.map { item in
            var counts: [String: Int] = [:]
            let categories = survey.items[item].categories
            for response in survey.responses {
                switch response.answers[item] {
                case .category(let place): counts[categories[place].label.swedish, default: 0] += 1
                case .categories(let chosen):
                    for place in categories.indices where chosen & (1 << UInt64(place)) != 0 {
                        counts[categories[place].label.swedish, default: 0] += 1
                    }
                case .number(let value): counts["\(Int(value))", default: 0] += 1
                case .missing(.doNotKnow): counts["Vet ej", default: 0] += 1
                case .missing, .text: break
                }
            }
            return counts
        }
    }

    private func labels(_ survey: Survey, _ item: Int) -> [String] {
        survey.items[item].categories.map(\.label.swedish)
    }

    @Test(arguments: ToolShape.all)
    func `a draft reads every tool's export with the counts that are true`(shape: ToolShape) throws {
        let folder = try ScratchFolder(["svar.csv": shape.text])
        let draft = try CodebookDraft(path: folder.path + "/svar.csv", name: "svar.csv").text(in: .swedish)
        #expect(!draft.contains("svårt att boka"), "free text is never shown")
        #expect(!draft.contains("192.0.2.7"))
        // What is asked about is answered as the draft says.
        let answered = draft.replacing("separator: \"?", with: "separator: \"")
        let asks = [.google, .qualtrics].contains(shape.tool)
        #expect((answered != draft) == asks, "\(draft)")
        let result = try SurveyReading(codebook: answered, files: ["svar.csv": shape.text]).read()
        #expect(result.faults.isEmpty && result.asks.isEmpty)
        #expect(result.remarks.isEmpty, "\(result.remarks.prefix(2))\n\(draft)")
        let survey = try #require(result.dataset.surveys.first)
        #expect(survey.responses.count == shape.persons.count)
        #expect(survey.year == 2019)
        var found = counts(survey)
        for place in found.indices { found[place] = found[place].filter { $0.value > 0 } }
        let wanted = shape.counts
        #expect(found.count == wanted.count, "\(draft)")
        for (one, other) in zip(found, wanted) {
            // A column of codes under a row of words has the words of its answers.
            if shape.tool == .codesOverQuestions, survey.items.count > 1,
                Set(one.keys).isSubset(of: ToolShape.uses)
            {
                #expect(one.values.sorted() == other.values.sorted())
                continue
            }
            #expect(one == other, "\(draft)")
        }
    }

    @Test(arguments: [ToolShape.Tool.forms, .webropol, .google, .redcapLabels, .monkey, .netigate])
    func `a scale is drafted in its order, and what stands for no answer apart`(tool: ToolShape.Tool) throws {
        let shape = ToolShape(tool, persons: 140)
        let folder = try ScratchFolder(["svar.csv": shape.text])
        let draft = try CodebookDraft(path: folder.path + "/svar.csv", name: "svar.csv").text(in: .swedish)
        let codebook = try Codebook(bytes: Array(draft.utf8), path: "utkast.yaml")
        let items = codebook.surveyItems.filter { $0.kind != .text && $0.kind != .multiple }
        #expect(items.map(\.kind) == [.scale, .scale, .single, .scale])
        #expect(items[0].categories.map(\.label.swedish) == ToolShape.satisfaction)
        #expect(items[1].categories.map(\.label.swedish) == ToolShape.agreement)
        #expect(items[2].categories.map(\.label.swedish) == ToolShape.ages)
        #expect(items[3].categories.map(\.score) == (0...10).map { Double($0) })
    }

    @Test func `an answer given to try the form is counted as such`() throws {
        let shape = ToolShape(.qualtricsColumns, persons: 25)
        let folder = try ScratchFolder(["data/svar 2019.csv": shape.text])
        let result = try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
        #expect(result.tallies[0].rows == 25)
        #expect(result.tallies[0].passedOver[.trial] == 1)
        #expect(CheckReport(result).text(in: .swedish).contains("1 provsvar"))
    }

    @Test(arguments: ToolShape.all.filter { ![.google, .qualtrics].contains($0.tool) })
    func `a survey alone is read without a word of settings`(shape: ToolShape) throws {
        let folder = try ScratchFolder(["data/Enkät 2019.csv": shape.text])
        let result = try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
        let survey = try #require(result.dataset.surveys.first)
        #expect(survey.responses.count == shape.persons.count)
        #expect(survey.year == 2019)
        #expect(result.asks.isEmpty)
    }

    @Test func `answers that a comma may divide are asked about, and the advice answers`() throws {
        let shape = ToolShape(.google, persons: 140)
        let file = "Ledsagning 2019 (svar).csv"
        let folder = try ScratchFolder(["data/\(file)": shape.text])
        func read() throws -> IntakeResult {
            try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
        }
        let asked = try read()
        let ask = try #require(asked.asks.first)
        #expect(ask.error.exitCode == .configuration)
        let words = ask.error.message(in: .swedish)
        #expect(words.contains("Vad använder du ledsagningen till?"))
        let codebook = "data/Ledsagning 2019 (svar).kodbok.yaml"
        #expect(words.contains("ledsaga codebook \"data/\(file)\" -o \"\(codebook)\""))
        #expect(words.split(separator: "\n").count <= 2)
        let draft = try CodebookDraft(path: "\(folder.path)/data/\(file)", name: file).text(in: .swedish)
        try folder.write(codebook, Data(draft.utf8))
        let again = try #require(try read().asks.first).error.message(in: .swedish)
        let line = try #require(
            draft.split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
                $0.contains("separator:") && !$0.contains("#")
            })
        #expect(again.hasPrefix("\(codebook):\(line + 1): "), "\(again)")
        #expect(again.contains("separator: \", \""))
        try folder.write(codebook, Data(draft.replacing("separator: \"?, \"", with: "separator: \", \"").utf8))
        let answered = try read()
        #expect(answered.asks.isEmpty && answered.remarks.isEmpty)
        #expect(counts(try #require(answered.dataset.surveys.first))[1] == shape.counts[1])
    }

    @Test func `where each cell is one answer, the advice for that answers too`() throws {
        let cells = ["Jag, Min anhörig", "Jag", "Min anhörig", "Jag"]
        let text = "Tidstämpel,Hur fylldes enkäten i?\n" + (0..<24).map { "2019-10-01,\"\(cells[$0 % 4])\"\n" }.joined()
        let folder = try ScratchFolder(["svar.csv": text])
        let draft = try CodebookDraft(path: folder.path + "/svar.csv", name: "svar.csv").text(in: .swedish)
        var lines = draft.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let wholes = try #require(lines.first { $0.hasPrefix("    # categories:") })
        let first = try #require(lines.firstIndex { $0 == "    categories:" })
        lines = Array(lines[..<first]).filter { !$0.contains("separator: ") || $0.contains("#") }
        let answered =
            lines.map { $0.replacing("type: multiple", with: "type: single") } + [wholes.replacing("# ", with: "")]
        let result = try SurveyReading(codebook: answered.joined(separator: "\n"), files: ["svar.csv": text]).read()
        #expect(result.remarks.isEmpty)
        #expect(counts(result.dataset.surveys[0]) == [["Jag, Min anhörig": 6, "Jag": 12, "Min anhörig": 6]])
    }

    @Test func `rows of several occasions stop the file`() throws {
        let text =
            "record_id,redcap_event_name,nojd,e_complete\n1,baseline_arm_1,4,2\n1,followup_arm_1,5,2\n2,baseline_arm_1,3,2\n"
        let codebook = "title: P\ngroup: users\nfields:\n  - {name: nojd, type: number}\n"
        let words = try SurveyReading(codebook: codebook, files: ["svar.csv": text]).failure()
        #expect(words.contains("2 tillfällen"))
    }

    @Test func `a survey whose year nothing tells asks for it`() throws {
        let folder = try ScratchFolder([
            "data/enkat.csv": "Kod;Hur ofta kommer hen?;Räcker det?\nA;Alltid;Ja\nB;Aldrig;Nej\n"
        ])
        do {
            _ = try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
            Issue.record("the year was guessed")
        } catch let error as any UserFacingError {
            #expect(error.exitCode == .configuration)
            #expect(error.message(in: .swedish).contains("wave: 2019"))
        }
    }

    @Test func `init drafts the codebooks of the surveys in data`() throws {
        let folder = try ScratchFolder(["data/Enkät 2019.csv": ToolShape(.forms, persons: 25).text])
        let outcomes = try ProjectTemplate(language: .swedish).write(into: folder.path)
        #expect(outcomes.contains { $0.path == "enkater/Enkät 2019.kodbok.yaml" && !$0.wasThere })
        let project = try Project.load(folder: folder.path)
        #expect(project.sources.map(\.codebook) == ["enkater/Enkät 2019.kodbok.yaml"])
        #expect(try Intake(project, key: SecretKey(bytes: Array(0..<32))).read().tallies[0].kept == 25)
    }
}
