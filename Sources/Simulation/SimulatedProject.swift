// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Intake

/// The project file that goes with simulated exports in `data/`.
package enum SimulatedProject {
    /// `ledsaga.yaml`, for the folder above `data/`, with an entry for each of the surveys that the parameters make, and
    /// for the files of a shape where the exports are not canonical.
    package static func file(
        _ parameters: SimulationParameters, _ shape: ExportShape = .canonical, _ files: [ShapedFile] = []
    ) -> ExportFile {
        let isCanonical = shape.name == ExportShape.canonical.name
        let surveys = parameters.surveyYears.flatMap { year in
            SurveyGroup.allCases.map { group in
                "  - {kind: survey, files: data/enkat-\(group.word)-\(year).csv, "
                    + "codebook: data/enkat-\(group.word).codebook.yaml, group: \(group.group.code), wave: \(year)}\n"
            }
        }
        let parts =
            [head(parameters.boards), isCanonical ? services : knownServices, "sources:\n"]
            + (isCanonical ? [sources] : entries(files, shape))
            + (parameters.isExtended ? [extendedSources] : []) + [publicSources(parameters.boards)] + surveys
        return ExportFile(name: "ledsaga.yaml", bytes: Array((parts.joined() + settings).utf8))
    }

    private static func head(_ boards: BoardNames) -> String {
        let comment =
            boards == .madeUp
            ? "# Exempelprojektet: allt är påhittat, personer, nämnder och folkmängd."
            : "# Exempelprojektet: påhittade personer i ett Stockholm med verkliga nämnder. Se data/README.md."
        return """
            \(comment)
            municipality: \(boards.municipality)
            language: sv

            """
    }

    private static let services = #"""
        services:
          Ledsagning: {law: SoL, aliases: [ledsagning, "SoL Ledsagning", ledsagning enligt SoL]}
          Ledsagarservice: {law: LSS, aliases: [ledsagarservice, "Ledsagarservice LSS"]}

        """#

    /// With all the names that a shape may draw from.
    private static var knownServices: String {
        "services:\n"
            + ServiceEntry.defaults.map { entry in
                let aliases = entry.aliases.map { "\"\($0)\"" }.joined(separator: ", ")
                return "  \(entry.name): {law: \(entry.law.rawValue), aliases: [\(aliases)]}\n"
            }.joined()
    }

    private static let sources = #"""
          - {kind: decisions, files: data/beslut-*.csv}
          - {kind: visits, files: data/utforda-*.csv}

        """#

    private static let extendedSources = #"""
          - {kind: expenses, files: data/omkostnader.csv}
          - {kind: absences, files: data/franvaro.csv}

        """#

    /// An entry for each kind of table in each file.
    private static func entries(_ files: [ShapedFile], _ shape: ExportShape) -> [String] {
        [SourceKind.decisions, .visits, .statistics].flatMap { kind in
            files.filter { $0.tables[kind] != nil }.map { file in
                let settings = shape.settings[kind].map { ", " + $0 } ?? ""
                return "  - {kind: \(kind.rawValue), files: \"data/\(file.name)\"\(settings)}\n"
            }
        }
    }

    private static func publicSources(_ boards: BoardNames) -> String {
        """
          - {kind: districts, files: data/stadsdelsnamnder.csv}
          - {kind: population, files: data/befolkning.csv}
          - {kind: population, files: data/fardtjanst.csv, base: paratransit\(boards == .madeUp ? "" : ", year: 2017")}
        \(boards == .madeUp ? "" : "  - {kind: baseline, files: data/riket-ledsagarservice.csv}\n")\

        """
    }

    private static let settings = #"""
        flexible_use: {definition: moved-hours, denominator: granted, anchor: spell, period_months: 3, tolerance_hours: 0.5}
        disclosure: {threshold: 5}

        """#
}
