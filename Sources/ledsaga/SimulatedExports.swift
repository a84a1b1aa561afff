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

    /// Writes each file whole. Years of visits are streamed, so that five million rows need no more memory than one.
    func write(into folder: String) throws(WriteFailure) {
        try write(SimulatedProject.file(municipality.parameters), to: folder)
        let data = folder + "/data"
        if let faulty {
            for file in faulty.files { try write(file, to: data) }
            try write(PlantedFault.file(of: faulty.planted), to: folder)
        } else {
            for file in municipality.decisionAndPublicFiles(dialect) { try write(file, to: data) }
            for file in SimulatedSurveys(municipality).files(surveys, dialect) { try write(file, to: data) }
            for year in municipality.parameters.years {
                var file = try OutputFile(path: "\(data)/utforda-\(year).csv")
                try municipality.writeVisits(of: year, dialect) { (piece) throws(WriteFailure) in try file.write(piece)
                }
                try file.finish()
            }
        }
        if hasTruth {
            try write((faulty?.truth ?? Truth(municipality)).file, to: folder)
            if municipality.parameters.surveys.waves > 0 {
                try write(SurveyTruth(SimulatedSurveys(municipality)).file, to: folder)
            }
        }
    }

    private func write(_ file: ExportFile, to folder: String) throws(WriteFailure) {
        let path = "\(folder)/\(file.name)"
        try OutputFile.makeFolder(above: path)
        try OutputFile.write(file.bytes, to: path)
    }
}
