// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Flexibel användning: question 5, with what the answer depends on.
struct FlexibleUseChapter: Chapter {
    let scope: ReportScope

    private var all: Question { scope.ask(.flexibleUse) }
    private var median: Question { scope.ask(.flexibleUse, .quantile(0.5)) }
    private var unlimited: Question { scope.ask(.flexibleUse, .unlimited) }

    private var byGroup: GroupTable {
        GroupTable(
            scope: scope, measure: .flexibleUse, by: [.law, .sex, .age],
            columns: scope.years.map { Measured("\($0)", .flexibleUse, year: $0, .percent()) } + [
                Measured(
                    said(sv: "Intervall \(year)", en: "Interval \(year)"), .flexibleUse, year: year, part: .interval,
                    .percent()),
                Measured(
                    said(sv: "Personer \(year)", en: "Persons \(year)"), .flexibleUse, year: year, part: .denominator,
                    .count),
            ])
    }

    /// The change of each law is in the open tables alone.
    var requests: [Question] {
        byGroup.requests + [median, unlimited]
            + [scope.change(of: .flexibleUse), scope.change(of: .flexibleUse, by: .law)].compactMap(\.self)
            + sensitivityRows.flatMap(\.questions)
    }

    func section(_ released: Released) -> Section? {
        var blocks: [Block] = []
        if let definition = released[all]?.definition {
            let opening = phrase(
                sv: "Så räknas flexibel användning i den här rapporten. ",
                en: "This is how flexible use is counted in this report. ")
            blocks.append(.paragraph(opening + RichText(said(definition.text)) + example))
        }
        blocks += self.blocks([
            writer.flexibleUse(released.cell(all, year)),
            changeFinding(of: .flexibleUse, .flexibleUse, in: released),
            writer.groups(of: .flexibleUse, released.rows(scope.ask(.flexibleUse, by: .law), year)),
            writer.shiftedShare(median: released.cell(median, year)),
            writer.unlimited(released.cell(unlimited, year)),
        ])
        let table = byGroup.table(released, "flexibel-grupper", unit: said(.percentOfPersons)) { _ in
            writer.changeTitle(of: .flexibleUse, difference: change(of: .flexibleUse, in: released))
                ?? said(sv: "Andel med flexibel användning", en: "Share with flexible use")
        }
        if let table { blocks.append(shown(table)) }
        return Section(
            id: "flexibel", heading: said(.flexibleUse), blocks: blocks,
            sections: sensitivity(released).map { [$0] } ?? [])
    }

    /// What flexible use is, for whoever does not read definitions.
    private var example: RichText {
        phrase(
            sv: """
                 Exempel: En person har 10 timmar beviljade i månaden och använder 20 timmar en månad men inga timmar nästa \
                månad i samma period. Då har personen använt timmarna flexibelt.
                """,
            en: """
                 Example: A person is granted 10 hours a month, uses 20 hours in one month and none in the next month of the \
                same period. That is flexible use.
                """)
    }

    // MARK: Sensitivity

    /// A row of the table of definitions: flexible use by one definition and denominator, for each anchor.
    private struct Sensitivity {
        let definition: Phrase
        let denominator: Phrase
        let questions: [Question]
    }

    /// The definitions, denominators and anchors by their names in the settings.
    private var sensitivityRows: [Sensitivity] {
        let definitions = [
            ("moved-hours", Phrase(sv: "F1: flyttade timmar inom perioden", en: "F1: hours moved within the period")),
            (
                "moved-hours-or-overrun",
                Phrase(
                    sv: "F1o: flyttade timmar eller fler än beviljat", en: "F1o: hours moved, or more than were granted"
                )
            ),
        ]
        let denominators = [
            ("granted", Phrase(sv: "D1: alla som beviljats insatsen", en: "D1: all granted the service")),
            ("performed", Phrase(sv: "D2: de som också fått tid utförd", en: "D2: those who also had time performed")),
            (
                "complete-period",
                Phrase(sv: "D3: de som haft minst en hel period", en: "D3: those with at least one complete period")
            ),
        ]
        return definitions.flatMap { definition, name in
            denominators.enumerated().map { place, denominator in
                Sensitivity(
                    definition: place == 0 ? name : Phrase(sv: "", en: ""), denominator: denominator.1,
                    questions: ["spell", "calendar"].map { anchor in
                        Question(
                            .flexibleUse, .flexible(definition: definition, denominator: denominator.0, anchor: anchor),
                            years: year...year)
                    })
            }
        }
    }

    /// How far the answer depends on the definition; nil when only totals are known.
    private func sensitivity(_ released: Released) -> Section? {
        let rows = sensitivityRows
        let asked = rows.flatMap(\.questions)
        guard asked.contains(where: { released[$0] != nil }) else { return nil }
        let anchors = [
            Phrase(sv: "Perioden räknas från beviljandets början", en: "Periods from the start of the spell"),
            Phrase(sv: "Perioden är kalenderkvartal", en: "Periods are calendar quarters"),
        ]
        let table = table(
            "kanslighet",
            said(
                sv: "Andelen med flexibel användning beror på definitionen",
                en: "The share with flexible use depends on the definition"), unit: said(sv: "procent", en: "per cent"),
            year: "\(year)", notes: notes(of: asked, in: released), rows: rows,
            columns: [
                .name(said(sv: "Definition", en: "Definition")) { said($0.definition) },
                .name(said(sv: "Andel av", en: "Share of")) { said($0.denominator) },
            ]
                + anchors.enumerated().map { place, name in
                    .value(said(name), .percent()) { released.cell($0.questions[place], year) }
                }, headerColumns: 2)
        return Section(
            id: "kanslighet-avsnitt", heading: said(sv: "Vad svaret beror på", en: "What the answer depends on"),
            blocks: blocks([writer.definitionSpread(asked.map { released.cell($0, year) })]) + [shown(table)])
    }
}
