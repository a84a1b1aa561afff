// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import TestSupport
import Testing

@Suite struct PlatformTests {
    @Test(arguments: SurveyTemplate.allCases)
    func `the same survey exported as each platform would gives the same survey`(template: SurveyTemplate) throws {
        let codebook = try Codebook(bytes: Array(template.codebook.utf8), path: "kodbok.yaml")
        var random = SeededGenerator(seed: 20191217)
        var rows: [(login: String, district: String, time: String, answers: [ItemAnswer])] = []
        for number in 0..<40 {
            let day = String(number % 28 + 1)
            rows.append(
                (
                    "K\(number)", ["Farsta", "Bromma", "Hägersten-Älvsjö"][number % 3],
                    "2019-03-\(day.count == 1 ? "0" : "")\(day) 08:15:00",
                    SurveyExport.randomAnswers(codebook, using: &random)
                ))
        }
        for style in SurveyExport.Style.allCases {
            let text = SurveyExport(codebook: codebook, style: style, rows: rows).text
            let result = try SurveyReading(codebook: template.codebook, files: ["svar.csv": text]).read()
            #expect(result.remarks == [], "\(style)")
            #expect(result.faults == [], "\(style)")
            let survey = try #require(result.dataset.surveys.first)
            #expect(survey.items == codebook.surveyItems)
            #expect(survey.group == template.group)
            #expect(survey.year == 2019)
            #expect(survey.responses.count == rows.count)
            #expect(result.dataset.division.districts.map(\.name) == ["Farsta", "Bromma", "Hägersten-Älvsjö"])
            for (place, row) in rows.enumerated() {
                let read = survey.responses[place].answers
                let different = zip(codebook.items, zip(read, row.answers)).filter { $0.1.0 != $0.1.1 }
                #expect(different.map { "\($0.0.item.name): \($0.1)" } == [], "\(style), row \(place)")
                #expect(survey.responses[place].district == DistrictIndex(place % 3), "\(style)")
            }
        }
    }
}
