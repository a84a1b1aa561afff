// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms
import Testing

@Suite struct ExplanationTests {
    @Test func `every measure and every variant is explained in both languages, with an example`() throws {
        let names = Catalogue.measures.map(\.name).map(\.rawValue) + ["F1", "F1o", "F2", "D1", "D2", "D3"]
        for name in names {
            let explanation = try #require(Explanation.named(name))
            #expect(!explanation.definition.isEmpty && !explanation.formula.isEmpty && !explanation.example.isEmpty)
            let words =
                explanation.definition + explanation.formula + explanation.example + [
                    explanation.summary, explanation.source,
                ]
            for phrase in words {
                for language in Language.allCases { #expect(!phrase[language].isEmpty) }
            }
        }
    }

    @Test func `names and aliases lead to one explanation each, and references lead somewhere`() {
        var seen: [String: String] = [:]
        for explanation in Explanation.all {
            for name in [explanation.name] + explanation.aliases {
                let folded = NearestName.folded(name)
                #expect(seen[folded] == nil, "\(name) leads to \(explanation.name) and \(seen[folded] ?? "")")
                seen[folded] = explanation.name
            }
            for other in explanation.seeAlso { #expect(Explanation.named(other) != nil, "\(other)") }
        }
        #expect(Explanation.named("Flexibel användning")?.name == "flexible-use")
        #expect(Explanation.named("f1")?.name == "F1")
        #expect(Explanation.named("weather") == nil)
        #expect(Explanation.nearest(to: "utilsation").first == "utilisation")
    }

    @Test func `the settings in force stand beside the definition`() {
        var settings = MeasureSettings()
        settings.tolerance = Hours(0.25)
        let listed = Explanation.named("flexible-use")?.settings(in: settings) ?? []
        #expect(listed.contains(Definition.Setting("tolerance_hours", "0.25")))
        #expect(listed.contains(Definition.Setting("anchor", "spell")))
    }

    @Test func `the worked example of the decomposition is right`() throws {
        // 100 persons × 240 h × 0.50 becomes 110 × 220 × 0.55.
        let decisions = (0..<110).flatMap { person in
            (person < 100 ? [CaseBuilder.decision(person, "2018-01-01", "2018-12-31", hours: 240, unit: .year)] : [])
                + [CaseBuilder.decision(person, "2019-01-01", "2019-12-31", hours: 220, unit: .year)]
        }
        let performed = (0..<110).flatMap { person in
            (person < 100 ? CaseBuilder.performed(person, from: "2018-01", [120]) : [])
                + CaseBuilder.performed(person, from: "2019-01", [121])
        }
        let data = CaseBuilder.dataset(decisions, performed, window: ("2018-01", "2019-12"))
        let parts = try [Question.DecompositionFactor.persons, .grantedPerPerson, .utilisation, .sum].map {
            try #require(try data.value(.decomposition, .part($0))).rounded()
        }
        #expect(parts == [1205, -1100, 1205, 1310])
    }

    @Test(arguments: ["vecka", "per-vecka", "per vecka", "week", "timmar per vecka"])
    func `hours per week lead to the rule they are spread by`(name: String) throws {
        let explanation = try #require(Explanation.named(name))
        #expect(explanation.name == "person-month")
        #expect(explanation.formula.contains { $0.swedish.contains("vecka h × dagar ÷ 7") })
        let granted = try #require(Explanation.named("granted-hours"))
        #expect(granted.definition.contains { $0.swedish.contains("timmarna × dagar ÷ 7") })
    }
}
