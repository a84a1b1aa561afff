// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The chapters of a board's own report.
extension Chapters {
    /// The board in brief: its cards, its findings, and what to be careful with.
    func boardSummary(_ board: String) -> Section {
        var blocks: [Block] = []
        switch cell(.persons, board, year) {
        case .shown:
            blocks.append(.cards(boardCards(board)))
            blocks += boardFindings(board).map { .finding($0) }
            let verdicts = boardVerdicts(board)
            blocks += verdicts.isEmpty ? [.note(Note(.caution, unjudged))] : verdicts.map { .finding($0) }
        case .hidden:
            blocks.append(
                .paragraph(
                    phrase(
                        sv: "Uppgifterna för \(board) visas inte, för att ingen enskild ska kunna kännas igen.",
                        en: "The figures of \(board) are not shown, so that nobody can be recognised.")))
        case .notApplicable:
            blocks.append(
                .paragraph(
                    phrase(
                        sv: "Enligt besluten har ingen person i \(board) haft \(facts.service.swedish) under \(year).",
                        en: "According to the decisions nobody in \(board) had \(facts.service.english) during \(year)."
                    )))
        }
        blocks += trust.map { .note($0) }
        return Section(
            id: "resultat", heading: said(sv: "Resultatet i korthet", en: "The result in brief"), blocks: blocks)
    }

    private func cell(_ measure: MeasureName, _ board: String, _ year: Int) -> ReleasedCell {
        answers.cell(questions.ask(measure, by: .district), year, board)
    }

    private func cellBefore(_ measure: MeasureName, _ board: String) -> ReleasedCell? {
        before.map { cell(measure, board, $0) }
    }

    private func performedBefore(_ measure: MeasureName, _ board: String) -> ReleasedCell? {
        comparesPerformed ? cellBefore(measure, board) : nil
    }

    private func boardCards(_ board: String) -> [Card] {
        func everywhere(_ measure: MeasureName) -> RichText {
            let place = said(facts.wholeArea)
            guard let value = answers.cell(questions.ask(measure), year).shown else { return "" }
            return text(sv: "I \(place): \(value).", en: "In \(place): \(value).")
        }
        return [
            Card(
                label: said(sv: "Personer", en: "Persons"), number: cell(.persons, board, year), form: .count,
                sentence: everywhere(.persons)),
            Card(
                label: said(sv: "Beviljade timmar", en: "Granted hours"), number: cell(.grantedHours, board, year),
                form: .hours(), sentence: everywhere(.grantedHours)),
            Card(
                label: said(sv: "Andel utförda timmar", en: "Share of performed hours"),
                number: cell(.utilisation, board, year), form: .percent(), sentence: everywhere(.utilisation),
                change: writer.changeWord(of: .utilisation, difference: change(of: .utilisation, board: board)),
                certainty: certainty(of: cell(.utilisation, board, year))),
            Card(
                label: said(sv: "Flexibel användning", en: "Flexible use"), number: cell(.flexibleUse, board, year),
                form: .percent(), sentence: everywhere(.flexibleUse),
                change: writer.changeWord(of: .flexibleUse, difference: change(of: .flexibleUse, board: board)),
                certainty: certainty(of: cell(.flexibleUse, board, year))),
        ]
    }

    private func boardFindings(_ board: String) -> [Finding] {
        [
            writer.beside(
                of: .utilisation, board: board, cell(.utilisation, board, year), wholeArea: facts.wholeArea,
                answers.cell(questions.ask(.utilisation), year)),
            performedBefore(.utilisation, board).flatMap {
                writer.change(
                    of: .utilisation, difference: change(of: .utilisation, board: board), before: $0,
                    now: cell(.utilisation, board, year))
            },
            writer.flexibleUse(cell(.flexibleUse, board, year)),
            performedBefore(.flexibleUse, board).flatMap {
                writer.change(
                    of: .flexibleUse, difference: change(of: .flexibleUse, board: board), before: $0,
                    now: cell(.flexibleUse, board, year))
            },
            writer.persons(cell(.persons, board, year), before: cellBefore(.persons, board)),
            writer.performedHours(
                cell(.performedHours, board, year), before: performedBefore(.performedHours, board),
                persons: cell(.persons, board, year)),
        ].compactMap { $0 }
    }

    private var unjudged: RichText {
        phrase(
            sv: """
                Om skillnaden mot \(facts.wholeArea.swedish) är större än slumpen förklarar är ännu inte prövat. En nämnd har \
                få personer, och då kan några få personer ge stora skillnader.
                """,
            en: """
                Whether the difference from \(facts.wholeArea.english) is larger than chance explains is not yet tested. A \
                board has few persons, so a few of them can make large differences.
                """)
    }

    // MARK: Tables

    /// The board beside the municipality, and its own laws. nil when the board has nobody.
    func boardTables(_ board: String) -> Section? {
        if case .notApplicable = cell(.persons, board, year) { return nil }
        var blocks: [Block] = [.table(besideTable(board))]
        if let table = ownYears(board) { blocks.append(shown(table)) }
        if comparesPerformed {
            blocks.append(.figure(Figure(.dumbbell(before: 1, after: 2), of: yearTable(board))))
        }
        if !available([.law]).isEmpty { blocks.append(shown(lawTable(board))) }
        return Section(
            id: "bredvid",
            heading: said(
                sv: "\(board) bredvid \(facts.wholeArea.swedish)", en: "\(board) beside \(facts.wholeArea.english)"),
            blocks: blocks)
    }

    static let boardMeasures: [(measure: MeasureName, name: Phrase, form: NumberForm)] = [
        (.persons, Phrase(sv: "Personer", en: "Persons"), .count),
        (.grantedHours, Phrase(sv: "Beviljade timmar", en: "Granted hours"), .hours()),
        (.performedHours, Phrase(sv: "Utförda timmar", en: "Performed hours"), .hours()),
        (.utilisation, Phrase(sv: "Andel utförda timmar", en: "Share of performed hours"), .percent()),
        (.flexibleUse, Phrase(sv: "Flexibel användning", en: "Flexible use"), .percent()),
    ]

    private func besideTable(_ board: String) -> Table {
        let place = said(facts.wholeArea).asSentenceStart
        var rows: [Table.Row] = []
        for (measure, name, form) in Self.boardMeasures {
            func row(_ name: String, _ part: ReleasedPart) -> Table.Row {
                Table.Row([
                    .text(RichText(name)), .released(cell(measure, board, year), part, form),
                    .released(answers.cell(questions.ask(measure), year), part, form),
                ])
            }
            rows.append(row(said(name), .value))
            if form.scale == .percent {
                rows.append(
                    row(said(sv: "\(name.swedish), intervall", en: "\(name.english), interval"), .interval))
            }
        }
        return table(
            Caption(
                id: "namnden-bredvid",
                title: said(
                    sv: "Personer, timmar och flexibel användning i \(board) och i \(facts.wholeArea.swedish)",
                    en: "Persons, hours and flexible use in \(board) and in \(facts.wholeArea.english)"),
                unit: said(sv: "personer, timmar och procent", en: "persons, hours and per cent")),
            [
                Table.Column(said(sv: "Mått", en: "Measure"), alignment: .start), Table.Column(board),
                Table.Column(place),
            ],
            rows, hasInterval: true, year: "\(year)", of: Self.boardMeasures.map { questions.ask($0.measure) })
    }

    /// The board's own years, the last last; nil with one.
    private func ownYears(_ board: String) -> Table? {
        let years = questions.series
        guard years.count > 1 else { return nil }
        let rows = years.map { year in
            Table.Row(
                [.text(RichText(String(year)))]
                    + Self.boardMeasures.map { .released(cell($0.measure, board, year), .value, $0.form) })
        }
        return table(
            Caption(
                id: "namnden-egna-ar", title: said(sv: "\(board) år för år", en: "\(board) year by year"),
                unit: said(sv: "personer, timmar och procent", en: "persons, hours and per cent"),
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
                ]),
            [Table.Column(said(sv: "År", en: "Year"), alignment: .start)]
                + Self.boardMeasures.map { Table.Column(said($0.name)) }, rows,
            year: "\(years.lowerBound)–\(years.upperBound)")
    }

    private func yearTable(_ board: String) -> Table {
        let years = Array(questions.years)
        func row(_ name: String, _ cell: (Int) -> ReleasedCell) -> Table.Row {
            Table.Row(.plain, [.text(RichText(name))] + years.map { .released(cell($0), .value, .percent()) })
        }
        return table(
            Caption(
                id: "namnden-ar",
                title: writer.changeTitle(of: .utilisation, difference: change(of: .utilisation, board: board))
                    ?? said(sv: "Andel utförda timmar", en: "Share of performed hours"),
                unit: said(sv: "procent av de beviljade timmarna", en: "per cent of the granted hours")),
            [Table.Column(said(sv: "Område", en: "Area"), alignment: .start)] + years.map { Table.Column("\($0)") },
            [
                row(board) { cell(.utilisation, board, $0) },
                row(said(facts.wholeArea).asSentenceStart) { answers.cell(questions.ask(.utilisation), $0) },
            ])
    }

    private func lawTable(_ board: String) -> Table {
        let laws = answers.categories(questions.ask(.persons, by: .district, .law), of: .law)
        let rows = laws.filter { $0.kind != .unknown }.map { law in
            Table.Row(
                law.kind == .total ? .total : .plain,
                [.text(RichText(said(law.label)))]
                    + Self.boardMeasures.map { measure, _, form in
                        .released(
                            answers.cell(questions.ask(measure, by: .district, .law), year, board, law.code), .value,
                            form)
                    })
        }
        return table(
            Caption(
                id: "namnden-lagrum",
                title: said(
                    sv: "Personer och timmar efter lagrum i \(board)", en: "Persons and hours by law in \(board)"),
                unit: said(sv: "personer, timmar och procent", en: "persons, hours and per cent")),
            [Table.Column(said(Self.name(of: .law)), alignment: .start)]
                + Self.boardMeasures.map { Table.Column(said($0.name)) },
            rows, year: "\(year)", of: Self.boardMeasures.map { questions.ask($0.measure, by: .law) })
    }

    // MARK: Limits

    /// What the board's report cannot say, and where the rest stands.
    func boardLimits(_ board: String) -> Section {
        var list = [
            phrase(
                sv: "Om \(board) skiljer sig från andra stadsdelsnämnder mer än slumpen förklarar.",
                en: "Whether \(board) differs from other district boards more than chance explains."),
            questions.surveyByDistrict == nil
                ? phrase(
                    sv: "Varför beviljade timmar inte har utförts, vad insatsen kostar och vad de som har den tycker.",
                    en: "Why granted hours were not performed, what the service costs and what those who have it think."
                )
                : phrase(
                    sv: "Varför beviljade timmar inte har utförts och vad insatsen kostar.",
                    en: "Why granted hours were not performed, and what the service costs."),
        ]
        // What is judged in the board's summary is no limit of the report.
        if !boardVerdicts(board).isEmpty { list.removeFirst() }
        if before == nil {
            list.append(
                phrase(
                    sv:
                        "Vad som har ändrats sedan året innan: det finns inga uppgifter om \(year - 1) att jämföra med.",
                    en: "What has changed since the year before: there are no data of \(year - 1) to compare with."))
        }
        return Section(
            id: "kan-inte-saga", heading: said(sv: "Det här kan vi inte säga", en: "What we cannot say"),
            blocks: [
                .list(list),
                .paragraph(
                    phrase(
                        sv: """
                            Personer med skyddade uppgifter räknas bara i \(facts.wholeArea.swedish). Definitioner, formler \
                            och röjandekontroll står i uppföljningen för \(facts.wholeArea.swedish).
                            """,
                        en: """
                            Protected persons count only in \(facts.wholeArea.english). Definitions, formulas and \
                            disclosure control are described in the follow-up of \(facts.wholeArea.english).
                            """)),
            ])
    }
}
