// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Väntetid: question 9. nil where no decision waited, and where the files do not tell on which day hours were performed.
struct WaitingChapter: Chapter {
    let scope: ReportScope

    /// Days from the decision at which the curve is told.
    private static let points = [7, 14, 30, 60, 90, 120, 180]

    private func asked(_ name: String) -> Question { scope.ask(.waitingTime, .waiting(name)) }
    private var within90: Question { scope.ask(.waitingTime) }
    private var within30: Question { asked("start-30") }
    private var median: Question { asked("start-median") }
    private var p90: Question { asked("start-p90") }
    private var decisionMedian: Question { asked("decision-median") }
    private var wholeMedian: Question { asked("whole-median") }

    private func point(_ days: Int) -> Question {
        switch days {
        case 30: within30
        case 60: asked("start-60")
        case 90: within90
        default: Question(.waitingTime, .waiting("start-\(days)"), years: year...year)
        }
    }
    private func atRisk(_ days: Int) -> Question {
        Question(.waitingTime, .waiting("at-risk-\(days)"), years: year...year)
    }

    private func notExecuted(_ part: String, _ quarter: Int) -> Question {
        scope.ask(.notExecuted, .notExecuted(part, quarter: quarter))
    }
    private static let parts: [(name: String, heading: Phrase)] = [
        ("", Phrase(sv: "Alla", en: "All")), ("not-begun", Phrase(sv: "Ej påbörjade", en: "Not begun")),
        ("interrupted", Phrase(sv: "Möjligt avbrott", en: "Possible interruption")),
        ("no-hours-in-files", Phrase(sv: "Inga timmar i filerna", en: "No hours in the files")),
    ]

    private var byGroup: GroupTable {
        GroupTable(
            scope: scope, measure: .waitingTime, by: [.law, .sex, .age],
            columns: scope.years.map { Measured("\($0)", .waitingTime, year: $0, .percent()) } + [
                Measured(
                    said(sv: "Intervall \(year)", en: "Interval \(year)"), .waitingTime, year: year, part: .interval,
                    .percent())
            ], people: people)
    }

    private var people: String {
        said(
            sv: "personer med ett beslut som väntade på sin första timme under året",
            en: "persons with a decision that waited for its first hour in the year")
    }

    var requests: [Question] {
        [within90, within30, asked("start-60"), median, p90, decisionMedian, wholeMedian]
            + Self.points.flatMap { [point($0), atRisk($0)] } + byGroup.requests
            + (1...4).flatMap { quarter in Self.parts.map { notExecuted($0.name, quarter) } }
    }

    func section(_ released: Released) -> Section? {
        let tellsWaiting = isKnown(released.cell(within90, year))
        let quarters = (1...4).filter { isKnown(released.cell(notExecuted("", $0), year)) }
        guard tellsWaiting || !quarters.isEmpty else { return nil }
        var blocks: [Block] = []
        if tellsWaiting {
            blocks += self.blocks([
                writer.begunWithin90(
                    released.cell(within90, year), within30: released.cell(within30, year)),
                writer.medianWait(released.cell(median, year)), writer.nineInTen(released.cell(p90, year)),
            ])
            blocks.append(shown(summary(released)))
            blocks.append(shown(Figure(.months(columns: [1]), of: curve(released))))
            blocks.append(.list(howToRead))
            let groups = byGroup.table(released, "vantan-grupper", unit: said(.percentOfPersons)) { groups in
                said(
                    sv: "Andel som påbörjats inom 90 dagar, efter \(groups)",
                    en: "Share begun within 90 days, by \(groups)")
            }
            if let groups { blocks.append(shown(groups)) }
        }
        if !quarters.isEmpty { blocks.append(shown(quarterTable(quarters, released))) }
        return Section(
            id: "vantetid", heading: said(sv: "Väntetid", en: "Waiting time"), blocks: blocks)
    }

    private func isKnown(_ cell: ReleasedCell) -> Bool {
        if case .notApplicable = cell { return false }
        return true
    }

    private func summary(_ released: Released) -> Table {
        func share(_ name: Phrase, _ question: Question) -> YearRow {
            YearRow(name: said(name), question: question, form: .percent())
        }
        func days(_ name: Phrase, _ question: Question) -> YearRow {
            YearRow(name: said(name), question: question, form: .decimal(0))
        }
        let rows = [
            share(Phrase(sv: "Påbörjats inom 30 dagar, procent", en: "Begun within 30 days, per cent"), within30),
            share(
                Phrase(sv: "Påbörjats inom 60 dagar, procent", en: "Begun within 60 days, per cent"),
                asked("start-60")),
            share(Phrase(sv: "Påbörjats inom 90 dagar, procent", en: "Begun within 90 days, per cent"), within90),
            days(
                Phrase(
                    sv: "Från beslut till första timme, median, dagar", en: "From decision to first hour, median, days"),
                median),
            days(
                Phrase(sv: "Från ansökan till beslut, median, dagar", en: "From application to decision, median, days"),
                decisionMedian),
            days(
                Phrase(
                    sv: "Från ansökan till första timme, median, dagar",
                    en: "From application to first hour, median, days"),
                wholeMedian),
        ]
        return table(
            "vantan-ar", said(sv: "Väntan på beslut och på första timmen", en: "Waiting for decisions and first hours"),
            unit: said(sv: "procent och dagar", en: "per cent and days"), population: people,
            notes: notes(of: rows.map(\.question), in: released), rows: rows, columns: years(said(.measure), released),
            kind: \.kind)
    }

    /// The curve and how many it rests on.
    private func curve(_ released: Released) -> Table {
        table(
            "vantan-kurva",
            said(sv: "Andel som påbörjats, efter dagar från beslutet", en: "Share begun, by days from the decision"),
            unit: said(sv: "procent", en: "per cent"), population: people, year: "\(year)",
            notes: notes(of: Self.points.map(point), in: released), rows: Self.points,
            columns: [
                .name(said(sv: "Dagar från beslutet", en: "Days from the decision")) {
                    said(sv: "Dag \($0)", en: "Day \($0)")
                },
                .value(said(sv: "Påbörjats", en: "Begun"), .percent()) { released.cell(point($0), year) },
                .init(said(.interval), isInterval: true) {
                    .released(released.cell(point($0), year), .interval, .percent())
                },
                .value(said(sv: "Väntande den dagen", en: "Waiting on the day"), .count) {
                    released.cell(atRisk($0), year)
                },
            ])
    }

    /// One plain sentence each.
    private var howToRead: [RichText] {
        [
            phrase(
                sv: "Den som ännu väntade när filerna tar slut räknas till den dagen och inte längre.",
                en: "Those still waiting when the files end count to that day and no further."),
            phrase(
                sv: "Väntande den dagen är så många personer som kurvan bygger på där: ju färre, desto osäkrare.",
                en: "Waiting on the day are so many persons the curve rests on there: the fewer, the less certain."),
            phrase(
                sv: "Ett beslut som tog slut utan någon timme räknas som avslutat, och kan inte längre påbörjas.",
                en: "A decision that ended without any hour counts as closed, and can no longer begin."),
        ]
    }

    private func quarterTable(_ quarters: [Int], _ released: Released) -> Table {
        table(
            "ej-verkstallda",
            said(
                sv: "Beslut som inte verkställts på mer än tre månader, vid kvartalens slut",
                en: "Decisions not carried out for more than three months, at the quarters' ends"),
            unit: said(sv: "antal beslut", en: "number of decisions"),
            population: said(sv: "beviljade beslut som gäller", en: "granted decisions in force"), year: "\(year)",
            notes: [
                phrase(
                    sv: """
                        Ett möjligt avbrott är ett beslut utan timmar på mer än tre månader. Det kan vara personens eget val.
                        """,
                    en: """
                        A possible interruption is a decision without hours for more than three months. It may be the \
                        person's own choice.
                        """)
            ], rows: quarters,
            columns: [.name(said(sv: "Kvartal", en: "Quarter")) { "\($0)" }]
                + Self.parts.map { part in
                    .init(said(part.heading)) {
                        .value(released.cell(notExecuted(part.name, $0), year), .count)
                    }
                })
    }
}
