// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Simulation

/// A simulated project on its way to disk: the project file, the exports, and what is true of them.
struct SimulatedExports {
    private let municipality: SimulatedMunicipality
    private let shape: ExportShape
    private let dialect: ExportDialect
    private let surveys: SurveyDialect
    private let faulty: FaultyExport?
    private let hasTruth: Bool

    /// Exports without faults, in a shape; canonical ones in a dialect.
    init(
        _ municipality: SimulatedMunicipality, _ shape: ExportShape, _ dialect: ExportDialect, surveys: SurveyDialect,
        hasTruth: Bool
    ) {
        self.municipality = municipality
        self.shape = shape
        self.dialect = dialect
        self.surveys = surveys
        self.hasTruth = hasTruth
        faulty = nil
    }

    /// Exports with all that the field does.
    init(_ faulty: FaultyExport, hasTruth: Bool) {
        self.faulty = faulty
        self.hasTruth = hasTruth
        municipality = faulty.municipality
        shape = .canonical
        dialect = ExportDialect()
        surveys = SurveyDialect()
    }

    private var isCanonical: Bool { shape.name == ExportShape.canonical.name }

    /// Writes each file whole, once it is known that all of them may be written: what `simulate` has not made stays.
    /// Canonical years of visits are streamed, so that five million rows need no more memory than one.
    func write(into folder: String) throws {
        let data = folder + "/data"
        let files = try files(folder, data)
        let outputs = OutputGuard()
        let own = OwnOutput.simulated(in: folder)
        let places = try files.map { try outputs.place("\($0.0)/\($0.1.name)", replacing: own) }
        let streamed = faulty == nil && isCanonical ? municipality.parameters.years.map(\.self) : []
        let years = try streamed.map { year in
            (year, try outputs.place("\(data)/utforda-\(year).csv", replacing: own))
        }
        for (place, (_, file)) in zip(places, files) {
            try OutputFile.makeFolder(above: place.path)
            try OutputFile.write(file.bytes, to: place)
        }
        for (year, place) in years {
            var file = try OutputFile(place)
            try municipality.writeVisits(of: year, dialect) { (piece) throws(WriteFailure) in try file.write(piece) }
            try file.finish()
        }
    }

    /// All files but canonical visits, each with its folder; the project file first.
    private func files(_ folder: String, _ data: String) throws -> [(String, ExportFile)] {
        let shaped = isCanonical ? [] : try shape.files(of: municipality)
        var files = [(folder, SimulatedProject.file(municipality.parameters, shape, shaped))]
        if let faulty {
            files += faulty.files.map { (data, $0) } + [(folder, PlantedFault.file(of: faulty.planted))]
        } else {
            files += shaped.map { (data, $0.export) }
            if isCanonical {
                files += municipality.decisionFiles(dialect).map { (data, $0) }
                files += municipality.extendedFiles(dialect).map { (data, $0) }
            }
            files += municipality.publicFiles.map { (data, $0) }
            files += SimulatedSurveys(municipality).files(surveys, dialect).map { (data, $0) }
        }
        guard hasTruth else { return files }
        // A shape may round hours or lose what a figure is broken down by, so its figures are not quite the truth's.
        if isCanonical { files.append((folder, (faulty?.truth ?? Truth(municipality)).file)) }
        if municipality.parameters.surveys.waves > 0 {
            files.append((folder, SurveyTruth(SimulatedSurveys(municipality)).file))
        }
        return files
    }
}
