// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The project file that goes with simulated exports in `data/`.
package enum SimulatedProject {
    /// `ledsaga.yaml`, for the folder above `data/`, with an entry for each of the surveys that the parameters make.
    package static func file(_ parameters: SimulationParameters) -> ExportFile {
        let surveys = parameters.surveyYears.flatMap { year in
            SurveyGroup.allCases.map { group in
                "  - {kind: survey, files: data/enkat-\(group.word)-\(year).csv, "
                    + "codebook: data/enkat-\(group.word).codebook.yaml, group: \(group.group.code), wave: \(year)}\n"
            }
        }
        return ExportFile(
            name: "ledsaga.yaml", bytes: Array((head(parameters.boards) + surveys.joined() + settings).utf8))
    }

    private static func head(_ boards: BoardNames) -> String {
        let isMadeUp = boards == .madeUp
        let comment =
            isMadeUp
            ? "# Exempelprojektet: allt är påhittat, personer, nämnder och folkmängd."
            : "# Exempelprojektet: påhittade personer i ett Stockholm med verkliga nämnder. Se data/README.md."
        return """
            \(comment)
            municipality: \(boards.municipality)
            language: sv
            services:
              Ledsagning: {law: SoL, aliases: [ledsagning, "SoL Ledsagning", ledsagning enligt SoL]}
              Ledsagarservice: {law: LSS, aliases: [ledsagarservice, "Ledsagarservice LSS"]}
            sources:
              - {kind: decisions, files: data/beslut-*.csv}
              - {kind: visits, files: data/utforda-*.csv}
              - {kind: districts, files: data/stadsdelsnamnder.csv}
              - {kind: population, files: data/befolkning.csv}
              - {kind: population, files: data/fardtjanst.csv, base: paratransit\(isMadeUp ? "" : ", year: 2017")}

            """
    }

    private static let settings = #"""
        flexible_use: {definition: moved-hours, denominator: granted, anchor: spell, period_months: 3, tolerance_hours: 0.5}
        disclosure: {threshold: 5}

        """#
}
