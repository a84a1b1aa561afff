// SPDX-License-Identifier: EUPL-1.2

/// A whole project folder: the project file, the exports in `data/`, and in `facit/` what is known of them.
package enum SimulatedProject {
    /// All files of a project, with paths relative to its folder: `ledsaga.yaml`, `data/…`, `facit/facit.json` with
    /// the true answers to questions 1–5, and with faults `facit/planterade-fel.csv`.
    ///
    /// Without a dialect exports are in canonical form, and faulty ones each in a dialect of their own.
    package static func files(
        _ parameters: SimulationParameters, withFaults: Bool = false, dialect: ExportDialect? = nil
    ) -> [ExportFile] {
        let municipality = SimulatedMunicipality(parameters)
        guard withFaults else {
            return [file] + inData(municipality.files(dialect ?? ExportDialect())) + [Truth(municipality).file]
        }
        let export = FaultyExport(municipality, dialect: dialect)
        return [file] + inData(export.files) + [export.truth.file, PlantedFault.file(of: export.planted)]
    }

    private static func inData(_ files: [ExportFile]) -> [ExportFile] {
        files.map { ExportFile(name: "data/\($0.name)", bytes: $0.bytes) }
    }

    /// `ledsaga.yaml`, for the folder above `data/`.
    package static let file = ExportFile(name: "ledsaga.yaml", bytes: Array(text.utf8))

    private static let text = #"""
        # Exempelprojektet: påhittade personer i ett Stockholm med verkliga nämnder. Se data/README.md.
        municipality: Stockholms stad
        language: sv
        services:
          Ledsagning: {law: SoL, aliases: [ledsagning, "SoL Ledsagning", ledsagning enligt SoL]}
          Ledsagarservice: {law: LSS, aliases: [ledsagarservice, "Ledsagarservice LSS"]}
        sources:
          - {kind: decisions, files: data/beslut-*.csv}
          - {kind: visits, files: data/utforda-*.csv}
          - {kind: districts, files: data/stadsdelsnamnder.csv}
          - {kind: population, files: data/befolkning.csv}
          - {kind: population, files: data/fardtjanst.csv, base: paratransit, year: 2017}
        flexible_use: {definition: moved-hours, denominator: granted, anchor: spell, period_months: 3, tolerance_hours: 0.5}
        disclosure: {threshold: 5}

        """#
}
