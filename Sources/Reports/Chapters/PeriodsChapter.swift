// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Timmar som förfaller och timmar som inte räcker: question 6. nil where no period is complete.
struct PeriodsChapter: Chapter {
    let scope: ReportScope

    private var lapsed: Question { scope.ask(.lapsedHours) }
    private var notBegun: Question { scope.ask(.lapsedHours, .notBegun) }
    private var absent: Question { scope.ask(.lapsedHours, .absent) }
    private var overHalf: Question { scope.ask(.lapsedHours, .overHalf) }
    private var overrun: Question { scope.ask(.overrun) }
    private var atCeiling: Question { scope.ask(.overrun, .atCeiling) }
    private var profile: Question { scope.ask(.periodProfile, by: .periodMonth) }

    private var byGroup: GroupTable {
        GroupTable(
            scope: scope, measure: .lapsedHours, by: [.law, .sex, .age],
            columns: scope.years.map { Measured("\($0)", .lapsedHours, year: $0, .percent()) } + [
                Measured(
                    said(sv: "Intervall \(year)", en: "Interval \(year)"), .lapsedHours, year: year, part: .interval,
                    .percent())
            ], people: withPeriods)
    }

    private var withPeriods: String {
        said(
            sv: "personer med en hel period som slutade under året",
            en: "persons with a complete period that ended in the year")
    }

    var requests: [Question] {
        [lapsed, notBegun, absent, overHalf, overrun, atCeiling, profile] + byGroup.requests
            + [scope.change(of: .lapsedHours)].compactMap(\.self)
    }

    func section(_ released: Released) -> Section? {
        // Totals of whole years tell of no period, and a service of no year has none.
        if case .notApplicable = released.cell(lapsed, year) { return nil }
        let findings = [
            writer.lapsed(released.cell(lapsed, year)),
            changeFinding(of: .lapsed, .lapsedHours, in: released),
            writer.lapsesOverHalf(released.cell(overHalf, year)),
            writer.overrun(released.cell(overrun, year)),
            writer.atCeiling(released.cell(atCeiling, year)),
            writer.profile(months(released).map { ($0, released.cell(profile, year, $0.code)) }),
        ]
        let groups = byGroup.table(released, "forfallna-grupper", unit: said(.percentOfGranted)) { _ in
            writer.changeTitle(of: .lapsed, difference: change(of: .lapsedHours, in: released))
                ?? said(sv: "Andel förfallna timmar", en: "Share of lapsed hours")
        }
        return Section(
            id: "perioder",
            heading: said(
                sv: "Timmar som förfaller och timmar som inte räcker",
                en: "Hours that lapse and hours that do not suffice"),
            blocks: [.paragraph(opening)] + blocks(findings) + [shown(summary(released))]
                + (groups.map { [shown($0)] } ?? []) + profileTable(released))
    }

    private var opening: RichText {
        phrase(
            sv: """
                Timmarna får fördelas fritt inom en period. Det som inte är använt när perioden är slut förfaller. Här räknas \
                hela perioder som slutade under året.
                """,
            en: """
                Hours may be spread freely within a period. What is not used when the period ends lapses. Counted are \
                complete periods that ended in the year.
                """)
    }

    /// What became of the hours of the periods, year by year.
    private func summary(_ released: Released) -> Table {
        let rows = [
            YearRow(
                name: said(sv: "Förfallna, av beviljade timmar", en: "Lapsed, of granted hours"), question: lapsed,
                form: .percent()),
            YearRow(
                name: said(sv: "Ej påbörjade, av beviljade timmar", en: "Not begun, of granted hours"),
                question: notBegun, form: .percent()),
            YearRow(
                name: said(
                    sv: "Vid registrerad frånvaro, av beviljade timmar",
                    en: "During registered absence, of granted hours"),
                question: absent, form: .percent()),
            YearRow(
                name: said(sv: "Utöver det beviljade, av utförda timmar", en: "Above the granted, of performed hours"),
                question: overrun, form: .percent()),
            YearRow(
                name: said(sv: "Personer med mer än hälften förfallet", en: "Persons with more than half lapsed"),
                question: overHalf, form: .percent()),
            YearRow(
                name: said(sv: "Personer vid taket", en: "Persons at the ceiling"), question: atCeiling,
                form: .percent()),
        ]
        return table(
            "perioder-ar", said(sv: "Vad som blev av periodernas timmar", en: "What became of the periods' hours"),
            unit: said(sv: "procent", en: "per cent"), population: withPeriods,
            notes: notes(of: rows.map(\.question), in: released), rows: rows,
            columns: years(said(.measure), released), kind: \.kind)
    }

    private func months(_ released: Released) -> [Terms.Category] {
        released.categories(profile, of: .periodMonth).filter { $0.kind == .value }
    }

    /// None where a period is one month.
    private func profileTable(_ released: Released) -> [Block] {
        let months = months(released)
        guard months.count > 1 else { return [] }
        let table = table(
            "perioder-manader",
            said(sv: "När i perioden timmarna används", en: "When in the period hours are used"),
            unit: said(sv: "procent av periodens utförda timmar", en: "per cent of the period's performed hours"),
            population: withPeriods, year: "\(year)", notes: notes(of: [profile], in: released), rows: months,
            columns: [
                .name(said(Dimension.periodMonth.groupHeading)) { said($0.label) },
                .value(said(.share), .percent()) { released.cell(profile, year, $0.code) },
                .init(said(.interval), isInterval: true) {
                    .released(released.cell(profile, year, $0.code), .interval, .percent())
                },
            ])
        return [shown(Figure(.months(columns: [1]), of: table))]
    }
}
