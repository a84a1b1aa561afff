// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Simulation

/// A simulated project on its way to disk: the project file, the exports, and what is true of them.
struct SimulatedExports {
    private let municipality: SimulatedMunicipality
    private let dialect: ExportDialect
    private let surveys: SurveyDialect
    private let faulty: FaultyExport?
    private let hasTruth: Bool

    /// Exports without faults.
    init(
        _ municipality: SimulatedMunicipality, _ dialect: ExportDialect, surveys: SurveyDialect, hasTruth: Bool
    ) {
        self.municipality = municipality
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
        dialect = ExportDialect()
        surveys = SurveyDialect()
    }

    /// Writes each file whole, once it is known that all of them may be written: what `simulate` has not made stays.
    /// Years of visits are streamed, so that five million rows need no more memory than one.
    func write(into folder: String) throws {
        let data = folder + "/data"
        var files = [(folder, SimulatedProject.file(municipality.parameters))]
        if let faulty {
            files += faulty.files.map { (data, $0) } + [(folder, PlantedFault.file(of: faulty.planted))]
        } else {
            files += municipality.decisionAndPublicFiles(dialect).map { (data, $0) }
            files += SimulatedSurveys(municipality).files(surveys, dialect).map { (data, $0) }
        }
        if hasTruth {
            files.append((folder, (faulty?.truth ?? Truth(municipality)).file))
            if municipality.parameters.surveys.waves > 0 {
                files.append((folder, SurveyTruth(SimulatedSurveys(municipality)).file))
            }
        }
        let outputs = OutputGuard()
        let own = OwnOutput.simulated(in: folder)
        let places = try files.map { try outputs.place("\($0.0)/\($0.1.name)", replacing: own) }
        let years = try (faulty == nil ? municipality.parameters.years.map(\.self) : []).map { year in
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
}
