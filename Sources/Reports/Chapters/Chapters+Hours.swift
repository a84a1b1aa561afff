// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Personer och timmar: questions 1–4.
    func personsAndHours() -> Section {
        Section(
            id: "personer-timmar", heading: said(sv: "Personer och timmar", en: "Persons and hours"),
            sections: [persons(), granted(), performed()])
    }

    /// Beviljade timmar: question 2.
    private func granted() -> Section {
        let all = questions.ask(.grantedHours)
        func quantile(_ share: Double) -> ReleasedCell {
            answers.cell(questions.ask(.grantedHours, .quantile(share)), year)
        }
        let findings = [
            writer.grantedHours(
                answers.cell(all, year), before: cellBefore(all), persons: answers.cell(questions.ask(.persons), year)),
            writer.grantedPerMonth(median: quantile(0.5), lower: quantile(0.25), upper: quantile(0.75)),
        ]
        return Section(
            id: "beviljade-timmar", heading: said(sv: "Beviljade timmar", en: "Granted hours"),
            blocks: findings.compactMap { $0 }.map { .finding($0) }
                + [grantedTable, classTable].compactMap { $0 }.map(shown))
    }

    /// nil when only totals are known.
    private var grantedTable: Table? {
        guard answers[questions.ask(.grantedHours, .mean)] != nil else { return nil }
        let years = Array(questions.years)
        func entry(_ name: Phrase, _ aspect: Question.Aspect, _ form: NumberForm) -> Table.Row {
            Table.Row(
                .plain,
                [.text(RichText(said(name)))]
                    + years.map { .released(answers.cell(questions.ask(.grantedHours, aspect), $0), .value, form) })
        }
        return table(
            Caption(
                id: "beviljade-timmar-matt",
                title: said(
                    sv: "Beviljade timmar under året och per månad", en: "Granted hours in the year and a month"),
                unit: said(sv: "timmar", en: "hours"),
                notes: [
                    RichText(
                        said(
                            sv: """
                                Medelvärdet gäller alla månader med beviljade timmar. Median och kvartiler gäller månader \
                                som beslutet täcker helt.
                                """,
                            en: """
                                The mean is over all months with granted hours; median and quartiles are over months \
                                that the decision covers whole.
                                """))
                ]),
            [Table.Column(said(sv: "Mått", en: "Measure"), alignment: .start)] + years.map { Table.Column("\($0)") },
            [
                entry(Phrase(sv: "Summa timmar", en: "Sum of hours"), .headline, .hours()),
                entry(Phrase(sv: "Medelvärde per månad", en: "Mean a month"), .mean, .decimal(1)),
                entry(
                    Phrase(sv: "Nedre kvartil per månad", en: "Lower quartile a month"), .quantile(0.25), .decimal(1)),
                entry(Phrase(sv: "Median per månad", en: "Median a month"), .quantile(0.5), .decimal(1)),
                entry(Phrase(sv: "Övre kvartil per månad", en: "Upper quartile a month"), .quantile(0.75), .decimal(1)),
            ])
    }

    private var classTable: Table? {
        let question = questions.ask(.grantedHours, .decisions, by: .hourClass)
        guard answers[question] != nil else { return nil }
        let years = Array(questions.years)
        let rows = answers.categories(question, of: .hourClass).map { category in
            Table.Row(
                category.kind == .total ? .total : .plain,
                [.text(RichText(said(category.label)))]
                    + years.map { .released(answers.cell(question, $0, category.code), .value, .count) })
        }
        return table(
            Caption(
                id: "beslut-timklass",
                title: said(
                    sv: "Beslut efter antal beviljade timmar per månad", en: "Decisions by granted hours a month"),
                unit: said(sv: "antal beslut", en: "number of decisions")),
            [Table.Column(said(Self.name(of: .hourClass)), alignment: .start)] + years.map { Table.Column("\($0)") },
            rows, population: said(sv: "beslut som gäller den 31 december", en: "decisions valid on 31 December"))
    }

    /// Utförda timmar och varför de ändrats: questions 3 and 4.
    private func performed() -> Section {
        let all = questions.ask(.performedHours)
        let utilisation = questions.ask(.utilisation)
        let findings = [
            writer.performedHours(
                answers.cell(all, year), before: performedBefore(all),
                persons: answers.cell(questions.ask(.persons), year)),
            writer.utilisation(answers.cell(utilisation, year)), utilisationChange,
            writer.outsideDecisions(answers.cell(questions.ask(.performedHours, .outsideDecisions), year)),
        ]
        var blocks: [Block] = findings.compactMap { $0 }.map { .finding($0) }
        if questions.comparesYears, let utilisationTable {
            // Years that cannot be compared are not drawn side by side.
            blocks.append(
                comparesPerformed
                    ? shown(Figure(.dumbbell(before: 1, after: 2), of: utilisationTable)) : shown(utilisationTable))
        }
        if let performedTable { blocks.append(shown(performedTable)) }
        blocks += decompositionBlocks
        if let monthTable { blocks.append(shown(Figure(.months(columns: [1, 2], breaks: []), of: monthTable))) }
        blocks += providerBlocks
        return Section(
            id: "utforda-timmar", heading: said(sv: "Utförda timmar", en: "Performed hours"), blocks: blocks)
    }

    /// This year and the one before; nil without laws to tell apart.
    private var utilisationTable: Table? {
        guard !available([.law]).isEmpty else { return nil }
        let title =
            writer.changeTitle(of: .utilisation, difference: change(of: .utilisation))
            ?? said(sv: "Andel utförda timmar", en: "Share of performed hours")
        return groupTable(
            Caption(
                id: "andel-utforda-ar", title: title,
                unit: said(sv: "procent av de beviljade timmarna", en: "per cent of the granted hours")),
            by: [.law], columns: questions.years.map { GroupColumn("\($0)", .utilisation, year: $0, .percent()) })
    }

    private var performedTable: Table? {
        let groups = available([.law, .sex, .age])
        guard !groups.isEmpty else { return nil }
        return groupTable(
            Caption(
                id: "utforda-grupper",
                title: said(
                    sv: "Beviljade och utförda timmar efter \(listed(groups))",
                    en: "Granted and performed hours by \(listed(groups))"),
                unit: said(sv: "timmar och procent", en: "hours and per cent")),
            by: groups,
            columns: [
                GroupColumn(said(sv: "Beviljade timmar", en: "Granted hours"), .grantedHours, year: year, .hours()),
                GroupColumn(said(sv: "Utförda timmar", en: "Performed hours"), .performedHours, year: year, .hours()),
                GroupColumn(said(sv: "Andel utförda", en: "Share performed"), .utilisation, year: year, .percent()),
                GroupColumn(
                    said(sv: "Intervall", en: "Interval"), .utilisation, year: year, part: .interval, .percent()),
            ])
    }

    private var decompositionBlocks: [Block] {
        guard comparesPerformed, answers[questions.part(.sum)] != nil else { return [] }
        func cell(_ factor: Question.DecompositionFactor) -> ReleasedCell {
            answers.cell(questions.part(factor), year)
        }
        let parts = FindingWriter.HourParts(
            sum: cell(.sum), persons: cell(.persons), grantedPerPerson: cell(.grantedPerPerson),
            utilisation: cell(.utilisation))
        let rows: [(Phrase, ReleasedCell, Table.Row.Kind)] = [
            (Phrase(sv: "Antal personer", en: "Number of persons"), parts.persons, .plain),
            (
                Phrase(sv: "Beviljade timmar per person", en: "Granted hours per person"), parts.grantedPerPerson,
                .plain
            ),
            (Phrase(sv: "Andel utförda timmar", en: "Share of performed hours"), parts.utilisation, .plain),
            (Phrase(sv: "Hela förändringen", en: "The whole change"), parts.sum, .total),
        ]
        let table = table(
            Caption(
                id: "forandring-delar",
                title: said(
                    sv: "Vad förändringen av utförda timmar beror på",
                    en: "What the change in performed hours is due to"),
                unit: said(sv: "timmar", en: "hours"),
                notes: [
                    RichText(
                        said(
                            sv: "Delarna är räknade så att de tillsammans blir hela förändringen (se bilaga A).",
                            en: "The parts are computed so that together they make the whole change (see annex A)."))
                ]),
            [
                Table.Column(said(sv: "Del", en: "Part"), alignment: .start),
                Table.Column(said(sv: "Förändring från \(year - 1)", en: "Change from \(year - 1)")),
            ],
            rows.map {
                Table.Row($0.2, [.text(RichText(said($0.0))), .released($0.1, .value, .hours().signed)])
            })
        return (writer.decomposition(parts).map { [.finding($0)] } ?? []) + [shown(table)]
    }

    /// nil when no month is known.
    private var monthTable: Table? {
        let granted = questions.ask(.grantedHours, by: .month)
        let performed = questions.ask(.performedHours, by: .month)
        let share = questions.ask(.utilisation, by: .month)
        let rows = answers.categories(granted, of: .month).filter { $0.kind == .value }.map { month in
            let year = Int(month.code.prefix(4)) ?? self.year
            return Table.Row(
                .plain,
                [
                    .text(RichText(said(month.label))),
                    .released(answers.cell(granted, year, month.code), .value, .hours()),
                    .released(answers.cell(performed, year, month.code), .value, .hours()),
                    .released(answers.cell(share, year, month.code), .value, .percent()),
                ])
        }
        // Totals of whole years tell of no month.
        guard
            answers[granted]?.rows.contains(where: { $0.key.count > 1 && $0.key[1].kind == .value && $0.cell.isKnown })
                == true
        else { return nil }
        return table(
            Caption(
                id: "manader",
                title: said(
                    sv: "Beviljade och utförda timmar månad för månad", en: "Granted and performed hours by month"),
                unit: said(sv: "timmar och procent", en: "hours and per cent")),
            [
                Table.Column(said(sv: "Månad", en: "Month"), alignment: .start),
                Table.Column(said(sv: "Beviljade timmar", en: "Granted hours")),
                Table.Column(said(sv: "Utförda timmar", en: "Performed hours")),
                Table.Column(said(sv: "Andel utförda", en: "Share performed")),
            ], rows, of: [granted, performed, share])
    }

    private var providerBlocks: [Block] {
        func providers(_ dimension: Dimension, _ id: String, _ title: Phrase) -> Block? {
            let question = questions.ask(.performedHours, by: dimension)
            guard answers.categories(question, of: dimension).contains(where: { $0.kind == .value }) else { return nil }
            return shown(
                groupTable(
                    Caption(id: id, title: said(title), unit: said(sv: "timmar och procent", en: "hours and per cent")),
                    by: [dimension],
                    columns: [
                        GroupColumn(
                            said(sv: "Utförda timmar", en: "Performed hours"), .performedHours, year: year, .hours()),
                        GroupColumn(
                            said(sv: "Andel utförda", en: "Share performed"), .utilisation, year: year, .percent()),
                        GroupColumn(
                            said(sv: "Intervall", en: "Interval"), .utilisation, year: year, part: .interval, .percent()
                        ),
                    ], categoriesOf: .performedHours))
        }
        return [
            providers(
                .providerType, "regi",
                Phrase(
                    sv: "Utförda timmar i kommunal och enskild regi",
                    en: "Hours performed by municipal and independent providers")),
            providers(
                .provider, "utforare", Phrase(sv: "Utförda timmar per utförare", en: "Performed hours by provider")),
        ].compactMap { $0 }
    }
}
