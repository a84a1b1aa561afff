// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import TestSupport
import Testing

@testable import Simulation

/// What is planted must be found, where it was planted, and nothing else.
struct FaultyExportTests {
    private struct Finding: Hashable, CustomStringConvertible {
        let file: String
        let line: Int
        let row: Int
        let column: String?
        let rule: String
        let kind: PlantedFault.Kind

        var description: String { "\(kind.rawValue) \(rule) in \(file):\(line) row \(row), \(column ?? "whole row")" }
    }

    private static func export(
        in dialect: ExportDialect? = nil, _ change: (inout SimulationParameters) -> Void
    ) -> FaultyExport {
        var parameters = SimulationParameters()
        parameters.visitLength = 350
        change(&parameters)
        return FaultyExport(SimulatedMunicipality(parameters), dialect: dialect)
    }

    private static func read(_ export: FaultyExport) throws -> IntakeResult {
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "data"), withIntermediateDirectories: true)
        let project = SimulatedProject.file(export.municipality.parameters)
        try Data(project.bytes).write(to: folder.appending(path: project.name))
        for file in export.files { try Data(file.bytes).write(to: folder.appending(path: "data/\(file.name)")) }
        return try Intake(Project.load(folder: folder.path), key: SecretKey.random()).read()
    }

    private func checkFindings(_ export: FaultyExport, _ result: IntakeResult, atLeast least: Int = 50) {
        var found: [Finding] = result.faults.map { fault in
            Finding(
                file: String(fault.location.file.dropFirst("data/".count)), line: fault.location.line,
                row: fault.location.row, column: fault.location.column, rule: fault.rule.rawValue, kind: .fault)
        }
        found += result.remarks.map { remark in
            Finding(
                file: String(remark.location.file.dropFirst("data/".count)), line: remark.location.line,
                row: remark.location.row, column: remark.location.column, rule: remark.rule.rawValue, kind: .remark)
        }
        let planted = export.planted.filter { $0.kind != .quirk }.map {
            // A message names a column without the blanks round its header.
            Finding(
                file: $0.file, line: $0.line, row: $0.row,
                column: $0.column.map { $0.split(separator: " ").joined(separator: " ") }, rule: $0.rule, kind: $0.kind)
        }
        #expect(planted.count > least)
        #expect(Set(found).count == found.count)
        let missing = Set(planted).subtracting(found).map(\.description).sorted()
        let unexpected = Set(found).subtracting(planted).map(\.description).sorted()
        #expect(missing.isEmpty, "planted and not found: \(missing.joined(separator: "\n"))")
        #expect(unexpected.isEmpty, "found and not planted: \(unexpected.joined(separator: "\n"))")
    }

    private func checkRows(_ export: FaultyExport, _ result: IntakeResult) {
        for tally in result.tallies {
            #expect(tally.rows == tally.kept + tally.setAside)
            let planted = export.planted.count { "data/\($0.file)" == tally.file && $0.kind == .fault }
            #expect(tally.setAside == planted, "\(tally.file)")
        }
    }

    private func checkMeasures(
        _ export: FaultyExport, _ result: IntakeResult, _ breakdowns: [TruthBreakdown] = [.total, .district]
    ) throws {
        let measured = try MeasuredFigures(
            result.dataset, years: export.municipality.parameters.years, breakdowns: breakdowns)
        let disagreements = measured.disagreements(with: Truth(TruthRecords(export.municipality), breakdowns))
        #expect(disagreements.isEmpty, "\(disagreements.prefix(10).joined(separator: "\n"))")
    }

    /// Nothing that was planted has changed an answer.
    private func checkSurveys(_ export: FaultyExport, _ result: IntakeResult) throws {
        let expected = SimulatedSurveys(export.municipality).read()
        try #require(result.dataset.surveys.count == expected.count)
        for (found, expected) in zip(result.dataset.surveys, expected) {
            let isSame = found.responses.map(\.answers) == expected.responses.map(\.answers)
            #expect(isSame, "\(found.group.code) \(found.wave)")
            #expect(found.frame == expected.frame)
            let planted = export.planted.count {
                $0.rule == "duplicate-response" && $0.file.contains(found.wave) && $0.file.contains(word(of: found))
            }
            #expect(found.duplicates == planted)
        }
    }

    private func word(of survey: Survey) -> String {
        SurveyGroup.allCases.first { $0.group == survey.group }?.word ?? ""
    }

    @Test
    func `of visits with clock times every planted fault is found at its place, nothing else is, and the truth stands`()
        throws
    {
        let export = Self.export {
            $0.persons = 330
            $0.seed = 11
        }
        let result = try Self.read(export)
        checkFindings(export, result)
        checkRows(export, result)
        try checkMeasures(export, result, TruthBreakdown.allCases)
        try checkSurveys(export, result)
    }

    @Test func `the same holds of monthly figures over three years with mergers`() throws {
        let export = Self.export {
            $0.persons = 240
            $0.years = 2019...2021
            $0.seed = 3
            $0.form = .months
            $0.visitsNameDistrict = true
        }
        let result = try Self.read(export)
        checkFindings(export, result)
        checkRows(export, result)
        try checkSurveys(export, result)
        try checkMeasures(export, result)
    }

    @Test func `the same holds of visits without clock times`() throws {
        let export = Self.export {
            $0.persons = 200
            $0.years = 2022...2023
            $0.seed = 5
            $0.hasClockTimes = false
            $0.visitsNameDistrict = true
        }
        let result = try Self.read(export)
        for file in ["beslut-2022.csv", "utforda-2022.csv"] {
            #expect(export.planted.contains { $0.file == file && $0.rule == "listed-under-both-names" }, "\(file)")
        }
        checkFindings(export, result)
        checkRows(export, result)
        try checkMeasures(export, result)
    }

    @Test(arguments: [
        ExportDialect(encoding: .utf8WithMark, delimiter: UInt8(ascii: ","), lineEnding: .crlf),
        ExportDialect(encoding: .windows1252, delimiter: 9),
        ExportDialect(encoding: .utf16LittleEndian, hasDecimalComma: false),
    ])
    func `and in whatever dialect the files are written`(dialect: ExportDialect) throws {
        let export = Self.export(in: dialect) {
            $0.persons = 150
            $0.years = 2019...2019
        }
        let result = try Self.read(export)
        checkFindings(export, result)
        checkRows(export, result)
    }

    @Test(arguments: [1, 3, 8, 25])
    func `a handful of persons is faulty only as far as there is room`(persons: Int) throws {
        let export = Self.export {
            $0.persons = persons
            $0.seed = 9
        }
        let result = try Self.read(export)
        checkFindings(export, result, atLeast: 1)
        checkRows(export, result)
        try checkMeasures(export, result)
    }

    @Test func `every kind of thing is planted, and the list of them is a table`() {
        let export = Self.export { $0.persons = 200 }
        for kind in PlantedFault.Kind.allCases { #expect(export.planted.contains { $0.kind == kind }) }
        let lines = PlantedFault.file(of: export.planted).bytes.split(separator: 10)
        #expect(lines.count == export.planted.count + 1)
    }
}
