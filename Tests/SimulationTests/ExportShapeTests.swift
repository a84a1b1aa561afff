// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Measures
import Terms
import Testing

@testable import Simulation

/// The same municipality in any shape gives the same data set, but for what the shape says it loses.
@Suite struct ExportShapeTests {
    /// More seeds when `LEDSAGA_PROVE` is set.
    private static let isWhole = ProcessInfo.processInfo.environment["LEDSAGA_PROVE"] != nil
    private static let sizes: [(persons: Int, seed: UInt64)] =
        isWhole
        ? (1...15).map { ([25, 60, 400][Int($0) % 3], $0) } : [(25, 1), (60, 4)]
    private static let cases = ExportShape.all.map(\.name).flatMap { shape in
        sizes.map { Case(shape: shape, persons: $0.persons, seed: $0.seed) }
    }

    struct Case: CustomTestStringConvertible {
        let shape: String
        let persons: Int
        let seed: UInt64

        var testDescription: String { "\(shape), \(persons) persons, seed \(seed)" }

        /// The same in canonical form is of visits that name their board where the shape's do.
        func municipality(namingBoards: Bool = false) -> SimulatedMunicipality {
            var parameters = SimulationParameters()
            parameters.persons = persons
            parameters.seed = seed
            parameters.years = seed % 2 == 0 ? 2019...2019 : 2018...2019
            parameters.surveys.waves = 0
            parameters.boards = seed % 3 == 0 ? .madeUp : .stockholm
            parameters.visitsNameDistrict = namingBoards
            return SimulatedMunicipality(parameters)
        }
    }

    private static func shape(_ name: String) throws -> ExportShape {
        try #require(ExportShape.all.first { $0.name == name })
    }

    /// Reads a shape's files beside the table of boards. Without a project file, unless the shape says what one must say.
    private func read(
        _ shape: ExportShape, _ municipality: SimulatedMunicipality
    ) throws -> (IntakeResult, [ShapedFile]) {
        let files = try shape.files(of: municipality)
        let boards = municipality.publicFiles.filter { $0.name == "stadsdelsnamnder.csv" }
        let project = SimulatedProject.file(municipality.parameters, shape, files)
        let folder = try ShapeFolder(
            files.map { ($0.name, $0.bytes) } + boards.map { ($0.name, $0.bytes) },
            project: shape.settings.isEmpty
                ? nil : String(decoding: project.bytes, as: UTF8.self).withoutPopulation)
        return (try folder.read(), files)
    }

    @Test(arguments: cases) func `a shape gives the data set of the canonical exports`(test: Case) throws {
        let shape = try Self.shape(test.shape)
        guard !shape.loses.contains(.persons) else { return }
        let (canonical, _) = try read(
            .canonical, test.municipality(namingBoards: shape.adds.contains(.boardsOfVisits)))
        let (result, files) = try read(shape, test.municipality())
        let facts = ShapeFacts(result.dataset, without: shape.loses)
        let expected = ShapeFacts(canonical.dataset, without: shape.loses)
        // Sums of months lose how many visits there were, so the rounding is that of all that canonical exports have.
        let counts = ShapeFacts(canonical.dataset, without: shape.loses.subtracting([.visits])).performed
        let rounding = shape.adds.contains(.minutes) ? counts.mapValues(\.visits) : [:]
        #expect(facts.difference(from: expected, rounding: rounding) == "")
        checkRows(result, files)
        try checkFigures(result.dataset, canonical.dataset, shape)
    }

    /// No row is set aside but those that are said to be, and every case is kept.
    private func checkRows(_ result: IntakeResult, _ files: [ShapedFile]) {
        for file in files {
            for (kind, rows) in file.tables {
                // The sheets of a workbook may be told apart after its name.
                let tallies = result.files.map(\.tally).filter {
                    $0.kind == kind && $0.file.hasPrefix("data/" + file.name)
                }
                let kept = tallies.reduce(0) { $0 + $1.kept }
                let setAside = tallies.reduce(0) { $0 + $1.setAside }
                let faults = result.faults.filter { $0.location.file.hasPrefix("data/" + file.name) }.prefix(3).map {
                    "\($0.location.line) \($0.location.column ?? "–") \($0.rule) \($0.found)"
                }
                #expect(rows.kept...rows.kept + rows.takenBack ~= kept, "\(file.name): \(faults)")
                #expect(
                    rows.ofOtherServices...rows.ofOtherServices + rows.takenBack ~= setAside, "\(file.name): \(faults)")
            }
        }
        let sums = result.remarks.filter { $0.rule == .sumDiffers }
        #expect(sums.isEmpty)
    }

    /// Persons, granted and performed hours of each year, board and act.
    private func checkFigures(_ dataset: Dataset, _ canonical: Dataset, _ shape: ExportShape) throws {
        // Half a hundredth of an hour for each visit, where the shape has minutes.
        let visits = Double(canonical.performed.reduce(0) { $0 + $1.visits })
        let figures = try Self.figures(of: dataset)
        for (name, expected) in try Self.figures(of: canonical) {
            let isRounded = shape.adds.contains(.minutes) && name.hasPrefix(MeasureName.performedHours.rawValue)
            let difference = expected - (figures[name] ?? -1)
            #expect(abs(difference) <= (isRounded ? visits * 0.005 : 1e-6), "\(name)")
        }
    }

    private static func figures(of dataset: Dataset) throws -> [String: Double] {
        let years = try #require(dataset.observationWindow).years
        let tabulator = Tabulator(dataset)
        var figures: [String: Double] = [:]
        for measure in [MeasureName.persons, .grantedHours, .performedHours] {
            for dimensions in [[], [Dimension.district], [.law]] {
                let table = try tabulator.tabulate(Question(measure, .headline, by: dimensions, years: years))
                for row in table.rows {
                    let name = ([measure.rawValue] + row.key.map(\.code)).joined(separator: " ")
                    figures[name] = row.measurement.value ?? 0
                }
            }
        }
        return figures
    }

    @Test(arguments: sizes.map { Case(shape: "totals", persons: $0.persons, seed: $0.seed) })
    func `totals add up to the hours of the canonical exports`(test: Case) throws {
        let municipality = test.municipality()
        let (result, files) = try read(.totals, municipality)
        checkRows(result, files)
        let (canonical, _) = try read(.canonical, municipality)
        let expected = try Self.figures(of: canonical.dataset)
        for year in municipality.parameters.years {
            let rows = result.dataset.statistics.filter { $0.year == year }
            func figure(_ measure: MeasureName) -> Double { expected["\(measure.rawValue) \(year)"] ?? -1 }
            let tolerance = 0.005 * Double(rows.count) + 1e-6
            #expect(abs(rows.reduce(0) { $0 + $1.granted.value } - figure(.grantedHours)) <= tolerance)
            #expect(abs(rows.reduce(0) { $0 + $1.performed.value } - figure(.performedHours)) <= tolerance)
            // Who has both services is in the rows of both.
            #expect(Double(rows.reduce(0) { $0 + $1.persons }) >= figure(.persons))
        }
    }

    @Test func `every shape is known by its own name and says what it is in two languages`() {
        #expect(Set(ExportShape.all.map(\.name)).count == ExportShape.all.count)
        #expect(ExportShape.all[0].name == "canonical")
        for shape in ExportShape.all {
            for words in [shape.words.swedish, shape.words.english] {
                // What help has room for beside the longest name.
                #expect(!words.isEmpty && words.count <= 60, "\(words)")
            }
        }
    }

    @Test(arguments: ExportShape.all.map(\.name)) func `a shape gives the same bytes each time`(name: String) throws {
        let shape = try Self.shape(name)
        let test = Case(shape: name, persons: 25, seed: 6)
        let first = try shape.files(of: test.municipality())
        let second = try shape.files(of: test.municipality())
        #expect(first.map(\.name) == second.map(\.name))
        let isSame = first.map(\.bytes) == second.map(\.bytes)
        #expect(isSame)
        #expect(Set(first.map(\.name)).count == first.count)
    }

    @Test func `the canonical shape is the canonical exports`() throws {
        let municipality = Case(shape: "canonical", persons: 25, seed: 2).municipality()
        let files = try ExportShape.canonical.files(of: municipality)
        for file in files {
            let exported = municipality.files().first { $0.name == file.name }
            #expect(exported?.bytes == file.bytes, "\(file.name)")
        }
        #expect(files.count == 2)
    }
}

extension ClosedRange<YearMonth> {
    fileprivate var years: ClosedRange<Int> { lowerBound.year...upperBound.year }
}

extension String {
    /// A project file without the tables of population, which these folders have not.
    fileprivate var withoutPopulation: String {
        split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("kind: population") }
            .joined(separator: "\n")
    }
}
