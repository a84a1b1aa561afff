// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import TestSupport
import Testing

@testable import Simulation

/// Exports of every platform, read back, are the answers they were made of.
struct SurveyExportTests {
    private static func town(_ change: (inout SimulationParameters) -> Void = { _ in }) -> SimulatedMunicipality {
        var parameters = SimulationParameters()
        parameters.persons = 250
        parameters.visitLength = 400
        change(&parameters)
        return SimulatedMunicipality(parameters)
    }

    private static func read(_ town: SimulatedMunicipality, _ dialect: SurveyDialect) throws -> IntakeResult {
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "data"), withIntermediateDirectories: true)
        let project = SimulatedProject.file(town.parameters)
        try Data(project.bytes).write(to: folder.appending(path: project.name))
        for file in town.files(surveys: dialect) {
            try Data(file.bytes).write(to: folder.appending(path: "data/\(file.name)"))
        }
        return try Intake(Project.load(folder: folder.path), key: SecretKey.random()).read()
    }

    /// What a response holds, with its district by name and its respondent as the place of their first answer.
    private struct Content: Equatable {
        var respondent: Int
        var district: String?
        var stratum: String?
        var answers: [ItemAnswer]
    }

    private static func contents(of surveys: [Survey], _ division: Division) -> [[Content]] {
        var places: [String: Int] = [:]
        return surveys.map { survey in
            survey.responses.map { response in
                let key = "\(survey.group.code) \(response.respondent.map { "\($0)" } ?? "-")"
                let place = places[key] ?? places.count
                places[key] = place
                return Content(
                    respondent: place, district: response.district.map { division[$0].name },
                    stratum: response.stratum.map { survey.frame.strata[$0].name }, answers: response.answers)
            }
        }
    }

    @Test(arguments: [
        SurveyDialect(), SurveyDialect(platform: .limeSurvey), SurveyDialect(platform: .limeSurvey, answers: .codes),
        SurveyDialect(platform: .surveyMonkey), SurveyDialect(platform: .microsoftForms),
        SurveyDialect(platform: .generic), SurveyDialect(platform: .generic, answers: .codes),
    ])
    func `what was answered is read, whatever platform exported it`(dialect: SurveyDialect) throws {
        let town = Self.town()
        let result = try Self.read(town, dialect)
        #expect(result.faults.isEmpty)
        #expect(result.remarks.map(\.rule).isEmpty)
        let expected = SimulatedSurveys(town).read()
        let found = result.dataset.surveys
        try #require(found.map(\.group) == expected.map(\.group))
        #expect(found.map(\.wave) == expected.map(\.wave))
        #expect(found.map(\.items) == expected.map(\.items))
        #expect(found.map(\.frame) == expected.map(\.frame))
        let isSame =
            Self.contents(of: found, result.dataset.division)
            == Self.contents(of: expected, BoardTimeline.division())
        #expect(isSame)
    }

    @Test func `the same answers are found behind all that the field does to the files`() throws {
        let export = FaultyExport(Self.town { $0.persons = 500 })
        let planted = Set(export.planted.filter { $0.file.hasPrefix("enkat") }.map(\.rule))
        for rule in [
            "duplicate-response", "unknown-district", "ragged-row", "junk-after-quote", "unclosed-quote",
            "unknown-answer", "answered-though-not-asked", "answer-case", "district-alias",
        ] {
            #expect(planted.contains(rule), "\(rule)")
        }
    }
}
