// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The board beside the municipality, its own years and its own laws. nil when the board has nobody.
struct BoardTables: Chapter {
    let scope: ReportScope
    let board: String

    var requests: [Question] {
        MainMeasure.all.map(\.measure).flatMap {
            [scope.ask($0), scope.ask($0, by: .district), scope.ask($0, by: .district, .law), scope.ask($0, by: .law)]
        } + [scope.change(of: .utilisation, by: .district)].compactMap(\.self)
    }

    func section(_ released: Released) -> Section? {
        if case .notApplicable = cell(.persons, year, released) { return nil }
        return Section(
            id: "bredvid",
            heading: said(
                sv: "\(board) bredvid \(facts.wholeArea.swedish)", en: "\(board) beside \(facts.wholeArea.english)"),
            blocks: [.table(besideWhole(released))] + ownYears(released) + twoYears(released) + laws(released))
    }

    private func cell(_ measure: MeasureName, _ year: Int, _ released: Released) -> ReleasedCell {
        released.cell(scope.ask(measure, by: .district), year, board)
    }

    private func besideWhole(_ released: Released) -> Table {
        // A share has a second row, with its interval.
        let rows: [(main: MainMeasure, part: ReleasedPart)] = MainMeasure.all.flatMap { main in
            [(main, .value)] + (main.hasInterval ? [(main, .interval)] : [])
        }
        return table(
            "namnden-bredvid",
            said(
                sv: "Personer, timmar och flexibel användning i \(board) och i \(facts.wholeArea.swedish)",
                en: "Persons, hours and flexible use in \(board) and in \(facts.wholeArea.english)"),
            unit: said(.personsHoursAndPercent), year: "\(year)",
            notes: notes(of: MainMeasure.all.map { scope.ask($0.measure) }, in: released) + [intervalNote], rows: rows,
            columns: [
                .name(said(.measure)) { row in
                    let name = row.main.name
                    return row.part == .value
                        ? said(name)
                        : said(sv: "\(name.swedish), intervall", en: "\(name.english), interval")
                },
                .init(board) { .part($0.part, of: cell($0.main.measure, year, released), $0.main.form) },
                .init(wholePlace) {
                    .part($0.part, of: released.cell(scope.ask($0.main.measure), year), $0.main.form)
                },
            ])
    }

    /// The board's own years, the last last; none with one.
    private func ownYears(_ released: Released) -> [Block] {
        let years = scope.series
        guard years.count > 1 else { return [] }
        let table = table(
            "namnden-egna-ar", said(sv: "\(board) år för år", en: "\(board) year by year"),
            unit: said(.personsHoursAndPercent), year: "\(years.lowerBound)–\(years.upperBound)",
            notes: [
                phrase(
                    sv: """
                        Varje person räknas en gång om året. Åren följer dagens indelning: nämnder som har gått samman \
                        räknas som en också före sammanslagningen.
                        """,
                    en: """
                        Each person counts once a year. The years follow the division of today: boards that have \
                        merged count as one before the merger too.
                        """)
            ], rows: Array(years),
            columns: [.name(said(Dimension.year.groupHeading)) { String($0) }]
                + MainMeasure.all.map { main in
                    .value(said(main.name), main.form) { cell(main.measure, $0, released) }
                })
        return [shown(table)]
    }

    /// Utilisation beside the municipality's, this year and the one before; none when the years cannot be compared.
    private func twoYears(_ released: Released) -> [Block] {
        guard scope.comparesPerformed else { return [] }
        let rows = [
            YearRow(name: board, question: scope.ask(.utilisation, by: .district), codes: [board], form: .percent()),
            YearRow(name: wholePlace, question: scope.ask(.utilisation), form: .percent()),
        ]
        let difference = change(of: .utilisation, board: board, in: released)
        let table = table(
            "namnden-ar", writer.changeTitle(of: .utilisation, difference: difference) ?? said(.utilisation),
            unit: said(.percentOfGranted), notes: lawBreakNote, rows: rows,
            columns: years(said(sv: "Område", en: "Area"), released), kind: \.kind)
        return [.figure(Figure(.dumbbell(before: 1, after: 2), of: table))]
    }

    /// None without laws to tell apart.
    private func laws(_ released: Released) -> [Block] {
        guard released.hasGroups(scope.ask(.persons, by: .law), of: .law) else { return [] }
        // Where few have both laws, persons are told of LSS and SoL alone; hours stand in the law of their decision.
        let laws = MainMeasure.all.flatMap { released.categories(scope.ask($0.measure, by: .district, .law), of: .law) }
            .reduce(into: [Terms.Category]()) { seen, law in
                if let same = seen.firstIndex(where: { $0.code == law.code }) {
                    if law.label.swedish == law.code { seen[same] = law }
                } else {
                    seen.append(law)
                }
            }.sorted { ($0.rank, $0.code) < ($1.rank, $1.code) }
        let table = table(
            "namnden-lagrum",
            said(sv: "Personer och timmar efter lagrum i \(board)", en: "Persons and hours by law in \(board)"),
            unit: said(.personsHoursAndPercent), year: "\(year)",
            notes: notes(of: MainMeasure.all.map { scope.ask($0.measure, by: .district, .law) }, in: released),
            rows: laws.filter { $0.kind != .unknown },
            columns: [.name(said(Dimension.law.groupHeading)) { said($0.label) }]
                + MainMeasure.all.map { main in
                    .value(said(main.name), main.form) {
                        released.cell(scope.ask(main.measure, by: .district, .law), year, board, $0.code)
                    }
                }, kind: { .init($0) })
        return [shown(table)]
    }
}
