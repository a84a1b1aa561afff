// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Terms
import Testing

@Suite struct CodebookTests {
    @Test(arguments: SurveyTemplate.allCases)
    func `the ready codebooks hold together`(template: SurveyTemplate) throws {
        let codebook = try Codebook(bytes: Array(template.codebook.utf8), path: "kodbok.yaml")
        #expect(codebook.group == template.group)
        let knowledge = codebook.surveyItems.filter { $0.role == .knowledge }
        #expect(knowledge.map(\.name) == ["knows-three-month-rule", "knows-expense-rule"])
        for item in knowledge { #expect(item.categories.count(where: \.isRight) == 1) }
        for item in codebook.items {
            #expect(item.item.question.swedish != item.item.question.english, "\(item.item.name)")
        }
    }

    @Test func `questions of the same name have the same answers in all groups`() throws {
        var known: [String: SurveyItem] = [:]
        for template in SurveyTemplate.allCases {
            for item in try Codebook(bytes: Array(template.codebook.utf8), path: "k").surveyItems {
                guard item.name != "comment-themes" else { continue }
                if let other = known.updateValue(item, forKey: item.name) {
                    #expect(other.categories == item.categories, "\(item.name)")
                    #expect(other.kind == item.kind)
                    #expect(other.favourable == item.favourable)
                }
            }
        }
    }

    @Test func `a scale's direction gives both its ends`() throws {
        func ends(_ count: Int, _ direction: String) throws -> [[Int]] {
            let answers = (0..<count).map { "a\($0)" }.joined(separator: ", ")
            let text = "fields:\n  - {name: q, type: scale, direction: \(direction), categories: [\(answers)]}\n"
            let item = try #require(try Codebook(bytes: Array(text.utf8), path: "k").surveyItems.first)
            #expect(item.categories.map(\.score) == (1...count).map { Double($0) })
            return [item.unfavourable, item.favourable]
        }
        #expect(try ends(5, "higher-is-better") == [[0, 1], [3, 4]])
        #expect(try ends(5, "lower-is-better") == [[3, 4], [0, 1]])
        #expect(try ends(4, "up") == [[0, 1], [2, 3]])
        #expect(try ends(3, "up") == [[0], [2]])
        #expect(try ends(2, "down") == [[1], [0]])
    }

    @Test func `Table Schema's own types, categories and missing values are understood`() throws {
        let text = """
            $schema: https://datapackage.org/profiles/2.0/tableschema.json
            missingValues: ["", {value: -99, label: Ej besvarad}]
            fields:
              - {name: a, title: Fråga A, type: string, categories: [x, y]}
              - {name: b, type: string, categories: [{value: 1, label: låg}, {value: 2, label: hög}], categoriesOrdered: true}
              - {name: c, type: integer, constraints: {minimum: 0, maximum: 9}}
              - {name: d, type: string}
            """
        let codebook = try Codebook(bytes: Array(text.utf8), path: "k")
        #expect(codebook.surveyItems.map(\.kind) == [.single, .scale, .number, .text])
        #expect(codebook.surveyItems[0].question == Phrase(sv: "Fråga A", en: "Fråga A"))
        #expect(codebook.surveyItems[2].range == 0...9)
        #expect(codebook.items[0].spellings.meaning(of: "-99") == .missing(.noAnswer))
        #expect(codebook.items[1].spellings.meaning(of: "HÖG") == .category(1))
        #expect(codebook.items[1].spellings.meaning(of: "Vet ej") == .missing(.doNotKnow))
    }

    @Test func `an answer called Vet ej among the categories is a category`() throws {
        let text = "fields:\n  - {name: a, type: single, categories: [Ja, Vet ej]}\n"
        let codebook = try Codebook(bytes: Array(text.utf8), path: "k")
        #expect(codebook.items[0].spellings.meaning(of: "vet  ej") == .category(1))
    }

    @Test func `the design of a wave goes before that of all waves`() throws {
        let text = """
            design: {population: 100, sent: 50, undeliverable: 2}
            designs:
              2019: {by: district, strata: [{name: Farsta, population: 40, sent: 20}]}
            fields: [{name: a, type: text}]
            """
        let codebook = try Codebook(bytes: Array(text.utf8), path: "k")
        #expect(codebook.frame(of: "2018").strata == [.init(name: "", population: 100, sent: 50, undeliverable: 2)])
        #expect(codebook.frame(of: "2019").strata == [.init(name: "Farsta", population: 40, sent: 20)])
        #expect(codebook.frame(of: "2019").strataAreDistricts)
    }
}
