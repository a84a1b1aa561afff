// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Flexibel användning: question 5, with what the answer depends on.
    func flexible() -> Section {
        let all = questions.ask(.flexibleUse)
        var blocks: [Block] = []
        if let definition = answers[all]?.definition {
            blocks.append(
                .paragraph(
                    RichText(
                        said(
                            sv: "Så räknas flexibel användning i den här rapporten. ",
                            en: "This is how flexible use is counted in this report. "))
                        + RichText(said(definition.text)) + example))
        }
        let findings = [
            writer.flexibleUse(answers.cell(all, year)), flexibleChange,
            writer.groups(of: .flexibleUse, answers.rows(questions.ask(.flexibleUse, by: .law), year)),
            writer.shiftedShare(median: answers.cell(questions.ask(.flexibleUse, .quantile(0.5)), year)),
            writer.unlimited(answers.cell(questions.ask(.flexibleUse, .unlimited), year)),
        ]
        blocks += findings.compactMap { $0 }.map { .finding($0) }
        if let flexibleTable { blocks.append(shown(flexibleTable)) }
        return Section(
            id: "flexibel", heading: said(sv: "Flexibel användning", en: "Flexible use"), blocks: blocks,
            sections: sensitivity().map { [$0] } ?? [])
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

    private var flexibleTable: Table? {
        let groups = available([.law, .sex, .age])
        guard !groups.isEmpty else { return nil }
        let title =
            writer.changeTitle(of: .flexibleUse, difference: change(of: .flexibleUse))
            ?? said(sv: "Andel med flexibel användning", en: "Share with flexible use")
        return groupTable(
            Caption(
                id: "flexibel-grupper", title: title,
                unit: said(sv: "procent av personerna", en: "per cent of the persons")),
            by: groups,
            columns: questions.years.map { GroupColumn("\($0)", .flexibleUse, year: $0, .percent()) } + [
                GroupColumn(
                    said(sv: "Intervall \(year)", en: "Interval \(year)"), .flexibleUse, year: year, part: .interval,
                    .percent()),
                GroupColumn(
                    said(sv: "Personer \(year)", en: "Persons \(year)"), .flexibleUse, year: year, part: .denominator,
                    .count),
            ])
    }

    /// How far the answer depends on the definition; nil when only totals are known.
    private func sensitivity() -> Section? {
        let asked = ReportQuestions.flexibleDefinitions.flatMap { definition in
            ReportQuestions.flexibleDenominators.flatMap { denominator in
                ReportQuestions.flexibleAnchors.map { questions.flexible(definition, denominator, $0) }
            }
        }
        guard asked.contains(where: { answers[$0] != nil }) else { return nil }
        var cells: [ReleasedCell] = []
        var rows: [Table.Row] = []
        for definition in ReportQuestions.flexibleDefinitions {
            var name = said(Self.definitionName(definition))
            for denominator in ReportQuestions.flexibleDenominators {
                let found = ReportQuestions.flexibleAnchors.map {
                    answers.cell(questions.flexible(definition, denominator, $0), year)
                }
                cells += found
                rows.append(
                    Table.Row(
                        .plain,
                        [
                            name.isEmpty ? .empty : .text(RichText(name)),
                            .text(RichText(said(Self.denominatorName(denominator)))),
                        ] + found.map { .released($0, .value, .percent()) }))
                name = ""
            }
        }
        let table = table(
            Caption(
                id: "kanslighet",
                title: said(
                    sv: "Andelen med flexibel användning beror på definitionen",
                    en: "The share with flexible use depends on the definition"),
                unit: said(sv: "procent", en: "per cent")),
            [
                Table.Column(said(sv: "Definition", en: "Definition"), alignment: .start),
                Table.Column(said(sv: "Andel av", en: "Share of"), alignment: .start),
                Table.Column(
                    said(sv: "Perioden räknas från beviljandets början", en: "Periods from the start of the spell")),
                Table.Column(said(sv: "Perioden är kalenderkvartal", en: "Periods are calendar quarters")),
            ], rows, headerColumns: 2, year: "\(year)", of: asked)
        return Section(
            id: "kanslighet-avsnitt",
            heading: said(sv: "Vad svaret beror på", en: "What the answer depends on"),
            blocks: (writer.definitionSpread(cells).map { [.finding($0)] } ?? []) + [shown(table)])
    }

    private static func definitionName(_ name: String) -> Phrase {
        switch name {
        case "moved-hours":
            Phrase(sv: "F1: flyttade timmar inom perioden", en: "F1: hours moved within the period")
        default:
            Phrase(
                sv: "F1o: flyttade timmar eller fler än beviljat", en: "F1o: hours moved, or more than were granted")
        }
    }

    private static func denominatorName(_ name: String) -> Phrase {
        switch name {
        case "granted": Phrase(sv: "D1: alla som beviljats insatsen", en: "D1: all granted the service")
        case "performed": Phrase(sv: "D2: de som också fått tid utförd", en: "D2: those who also had time performed")
        default:
            Phrase(sv: "D3: de som haft minst en hel period", en: "D3: those with at least one complete period")
        }
    }
}
