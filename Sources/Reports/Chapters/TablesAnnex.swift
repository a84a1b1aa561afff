// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Bilaga C Tabeller: every measure over every breakdown, both years.
struct TablesAnnex: Chapter {
    let scope: ReportScope

    /// A row a group, for each year its value and, where it has one, its interval.
    private func table(of main: MainMeasure) -> GroupTable {
        GroupTable(
            scope: scope, measure: main.measure, by: [.law, .sex, .age, .district],
            columns: scope.years.flatMap { year in
                let value = Measured("\(year)", main.measure, year: year, main.form)
                let interval = Measured(
                    said(sv: "Intervall \(year)", en: "Interval \(year)"), main.measure, year: year, part: .interval,
                    main.form)
                return main.hasInterval ? [value, interval] : [value]
            })
    }

    var requests: [Question] { MainMeasure.all.flatMap { table(of: $0).requests } }

    func section(_ released: Released) -> Section? {
        Section(
            id: "tabeller", heading: said(sv: "Bilaga C. Tabeller", en: "Annex C. Tables"),
            blocks: MainMeasure.all.compactMap { main in
                table(of: main).table(released, "alla-\(main.slug)", unit: said(main.unit)) { groups in
                    said(sv: "\(main.name.swedish) efter \(groups)", en: "\(main.name.english) by \(groups)")
                }
            }.map(shown))
    }
}
