// SPDX-License-Identifier: EUPL-1.2

/// The project file that goes with simulated exports in `data/`.
package enum SimulatedProject {
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
