// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The figures of a comparison of boards: intervals, the funnel, before and after evening out.
extension Chapters {
    private var boardColumn: Table.Column {
        Table.Column(said(Self.name(of: .district)), alignment: .start)
    }

    /// A board's share as the report shows it, and so may print.
    func value(_ compared: Compared, _ code: String) -> ReleasedCell {
        guard let item = compared.item else {
            return answers.cell(compared.comparison.question, compared.comparison.year, code)
        }
        let question = questions.shares(of: item)
        let hasItem = question.dimensions.contains(.question)
        return answers.cell(
            question, item.survey.year,
            [item.survey.group, item.survey.wave, code] + (hasItem ? [item.item?.name ?? "total"] : []))
    }

    /// A table of what is compared, from the register or from a survey.
    private func table(
        _ compared: Compared, _ caption: Caption, _ columns: [Table.Column], _ rows: [Table.Row],
        hasInterval: Bool = false
    ) -> Table {
        guard let item = compared.item else { return table(caption, columns, rows, year: "\(year)") }
        return surveyTable(caption, columns, rows, hasInterval: hasInterval, of: [item.survey])
    }

    /// Over the number that a value rests on.
    private func baseColumn(_ compared: Compared) -> Table.Column {
        Table.Column(compared.item == nil ? said(sv: "Personer", en: "Persons") : said(sv: "Svar", en: "Answers"))
    }

    // MARK: Intervals

    /// Each board's share with its interval, the highest first.
    func dots(_ compared: Compared) -> Figure {
        compared.item.map { dots(compared, $0) } ?? dots(of: compared.comparison.question, compared.measure)
    }

    private func dots(_ compared: Compared, _ item: ComparedItem) -> Figure {
        let form = compared.measure.form
        let rows = answers.categories(questions.shares(of: item), of: .district).map { board -> Table.Row in
            let share = value(compared, board.code)
            return Table.Row(
                board.kind == .total ? .total : board.kind == .unknown ? .unnamed : .plain,
                [
                    .text(RichText(board.kind == .total ? wholePlace : said(board.label))), .value(share, form),
                    .interval(share, form), .persons(share),
                ])
        }
        return Figure(
            .dotInterval(column: 1),
            of: table(
                compared,
                Caption(
                    id: "stadsdelar-\(Self.slug(of: compared))",
                    title: title(ofDots: compared.measure),
                    unit: said(compared.measure.unit), notes: [readingOfDots]),
                [
                    boardColumn, Table.Column(said(sv: "Andel", en: "Share")),
                    Table.Column(said(sv: "Intervall", en: "Interval")), baseColumn(compared),
                ], rows, hasInterval: true))
    }

    private func title(ofDots measure: ComparedWords) -> String {
        said(
            sv: "Så skiljer sig \(measure.definite.swedish) mellan stadsdelsnämnderna, och så osäkert är varje värde",
            en: "How \(measure.definite.english) differs between the district boards, and how uncertain each value is")
    }

    private var readingOfDots: RichText {
        phrase(
            sv: """
                Figuren visar nämndernas värden, det högsta först: punkten är värdet och strecket dess osäkerhet. Nämnder vars \
                streck överlappar varandra mycket går inte att rangordna.
                """,
            en: """
                The figure shows the boards' values, the highest first: the dot is the value and the line its uncertainty. \
                Boards whose lines overlap a lot cannot be ranked.
                """)
    }

    /// A value by board with its interval, sorted by value.
    func dots(of question: Question, _ compared: ComparedWords) -> Figure {
        let (measure, aspect) = (question.measure, question.aspect)
        let form = compared.form
        return Figure(
            .dotInterval(column: 1),
            of: groupTable(
                Caption(
                    id: "stadsdelar-\(Self.slug(of: question))",
                    title: title(ofDots: compared),
                    unit: said(compared.unit),
                    notes: [readingOfDots]),
                by: [.district],
                columns: [
                    GroupColumn(said(compared.heading), measure, aspect, year: year, form),
                    GroupColumn(
                        said(sv: "Intervall", en: "Interval"), measure, aspect, year: year, part: .interval, form),
                    GroupColumn(
                        said(sv: "Personer", en: "Persons"), measure, aspect, year: year, part: .persons, .count),
                ], categoriesOf: measure, aspect))
    }

    // MARK: Funnel

    /// Each board's value over how sure it is, between the limits; nil without a funnel.
    func funnel(_ compared: Compared) -> Figure? {
        let (comparison, measure) = (compared.comparison, compared.measure)
        let groups = comparison.groups.filter { $0.plain != nil }
        guard !groups.isEmpty, let common = comparison.figure(.commonValue) else { return nil }
        // Of ratios and rates the limits depend on more than the number of persons.
        let size: Int? = comparison.hasLimitsByPersons ? 4 : nil
        let rows = groups.map { group -> Table.Row in
            let value = value(compared, group.category.code)
            func limits(_ statistic: ReleasedComparison.Statistic) -> Cell {
                .interval(comparison.figure(statistic, of: group).map { .shown($0) } ?? Answers.nobody, measure.form)
            }
            return Table.Row([
                .text(RichText(said(group.category.label))), .value(value, measure.form), limits(.limits95),
                limits(.limits998), .persons(value),
                .text(RichText((ComparisonVerdict(group)?.words).map { said($0) } ?? "")),
            ])
        }
        let total = Table.Row(
            .total,
            [
                .text(RichText(said(sv: "Gemensamt värde", en: "Common value"))), .value(.shown(common), measure.form),
                .empty, .empty, .empty, .empty,
            ])
        let named = groups.indices.filter { groups[$0].isNamed }
        let table = table(
            compared,
            Caption(
                id: "tratt-\(Self.slug(of: compared))", title: said(title(compared, named: named.count)),
                unit: said(measure.unit), notes: [reading(size != nil)]),
            [
                boardColumn, Table.Column(said(sv: "Värde", en: "Value")),
                Table.Column(said(sv: "Inre gränser", en: "Inner limits")),
                Table.Column(said(sv: "Yttre gränser", en: "Outer limits")),
                baseColumn(compared),
                Table.Column(said(sv: "Bedömning", en: "Verdict"), alignment: .start),
            ], rows + [total])
        return Figure(.funnel(FunnelColumns(value: 1, size: size, inner: 2, outer: 3, named: named)), of: table)
    }

    private func title(_ compared: Compared, named: Int) -> Phrase {
        let name = compared.measure.name
        let differs = (compared.comparison.heterogeneity?.pValue ?? 1) < 0.05
        return switch named {
        case 0 where differs:
            Phrase(
                sv: "\(name.swedish): nämnderna skiljer sig åt, men ingen av dem kan pekas ut",
                en: "\(name.english): the boards differ, but none of them can be singled out")
        case 0:
            Phrase(
                sv: "\(name.swedish): ingen enskild nämnd kan sägas skilja sig från de övriga",
                en: "\(name.english): no single board can be said to differ from the others")
        case 1:
            Phrase(
                sv: "\(name.swedish): en nämnd skiljer sig mer än slumpen kan förklara",
                en: "\(name.english): one board differs more than chance explains")
        default:
            Phrase(
                sv: "\(name.swedish): några nämnder skiljer sig mer än slumpen kan förklara",
                en: "\(name.english): some boards differ more than chance explains")
        }
    }

    /// How the funnel is read.
    private func reading(_ isBySize: Bool) -> RichText {
        let place =
            isBySize
            ? Phrase(sv: "nämnder med många personer", en: "boards of many persons")
            : Phrase(sv: "nämnder med säkra värden", en: "boards with precise values")
        return phrase(
            sv: """
                Figuren visar vilka nämnder som ligger längre från det gemensamma värdet än slumpen brukar ge: de utanför \
                linjerna. Varje punkt är en nämnd. Om bara slumpen skiljer nämnder åt hamnar nitton av tjugo inom de inre gränserna \
                (heldragna) och alla utom två av tusen inom de yttre (streckade). Till höger står \(place.swedish); där har \
                slumpen mindre utrymme.
                """,
            en: """
                The figure shows which boards lie farther from the common value than chance usually gives: those outside the \
                lines. Each dot is a board. If only chance sets boards apart, nineteen of twenty end up within the inner limits \
                (solid) and all but two of a thousand within the outer (dashed). To the right are \(place.english); there \
                chance has less room.
                """)
    }

    // MARK: Case mix

    /// Each board's value before and after evening out; nil when that cannot be done.
    func caseMix(_ compared: Compared) -> Table? {
        let (comparison, measure) = (compared.comparison, compared.measure)
        let groups = comparison.groups.filter { $0.caseMix != nil }
        guard let mix = comparison.caseMix, !groups.isEmpty else { return nil }
        let rows = groups.map { group -> Table.Row in
            func cell(_ statistic: ReleasedComparison.Statistic, _ form: NumberForm) -> Cell {
                .value(comparison.figure(statistic, of: group).map { .shown($0) } ?? Answers.nobody, form)
            }
            return Table.Row([
                .text(RichText(said(group.category.label))),
                .value(value(compared, group.category.code), measure.form),
                cell(.standardisedDirect, measure.form), cell(.observedToExpected, .decimal(2)),
            ])
        }
        let traits = mix.traits
        let here =
            compared.item != nil
            ? Phrase(sv: "dem som har svarat där", en: "those who have answered there")
            : comparison.unit.isPerPopulation
                ? Phrase(sv: "dem som bor där", en: "those who live there")
                : Phrase(sv: "dem som har insatsen där", en: "those who have the service there")
        return table(
            compared,
            Caption(
                id: "casemix-\(Self.slug(of: compared))",
                title: said(
                    sv: "\(measure.name.swedish) om alla nämnder hade samma fördelning av \(traits.swedish)",
                    en: "\(measure.name.english) if all boards had the same mix of \(traits.english)"),
                unit: said(measure.unit),
                notes: [
                    phrase(
                        sv: """
                            Faktiskt delat med väntat jämför nämnden med vad som är vanligt för \(here.swedish): över ett \
                            är mer än väntat, under ett mindre. Det jämför en nämnd med alla, inte två nämnder med varandra.
                            """,
                        en: """
                            Observed divided by expected compares the board with what is usual for \(here.english): above one is more than expected, below one less. It compares a board with \
                            all, not two boards with each other.
                            """)
                ]),
            [
                boardColumn, Table.Column(said(sv: "Som det är", en: "As it is")),
                Table.Column(said(sv: "Med samma fördelning", en: "With the same mix")),
                Table.Column(said(sv: "Faktiskt ÷ väntat", en: "Observed ÷ expected")),
            ], rows)
    }
}
