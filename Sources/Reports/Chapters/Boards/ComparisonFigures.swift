// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The figures of a comparison of boards: intervals, the funnel, before and after standardising.
extension EqualityChapter {
    private var boardHeading: String { said(Dimension.district.groupHeading) }

    /// A board's number as the report shows it, and so may print.
    private func value(_ compared: Compared, _ board: String, _ released: Released) -> ReleasedCell {
        guard let item = compared.item, let question = scope.shares(of: item) else {
            return released.cell(compared.comparison.question, compared.comparison.year, board)
        }
        let ofItem = question.dimensions.contains(.question) ? [item.item?.name ?? "total"] : []
        return released.cell(question, item.survey.year, [item.survey.group, item.survey.wave, board] + ofItem)
    }

    /// Over the number that a value rests on.
    private func baseHeading(_ compared: Compared) -> String { said(compared.item == nil ? .persons : .answers) }

    // MARK: Intervals

    /// Each board's value with its interval, the highest first.
    func dots(_ compared: Compared, _ released: Released) -> Figure? {
        guard let item = compared.item else { return dots(compared.comparison.question, compared.measure, released) }
        guard let question = scope.shares(of: item) else { return nil }
        let form = compared.measure.form
        func share(_ board: Terms.Category) -> ReleasedCell { value(compared, board.code, released) }
        let table = table(
            "stadsdelar-\(compared.slug)", titleOfDots(compared.measure), unit: said(compared.measure.unit),
            notes: [readingOfDots], rows: released.categories(question, of: .district),
            columns: [
                .name(boardHeading, place), .value(said(.share), form, share),
                .interval(said(.interval), form, share), .persons(baseHeading(compared), share),
            ], kind: { .init($0) }, of: compared.surveys)
        return Figure(.dotInterval(column: 1), of: table)
    }

    /// The same of a question to the register, compared or not.
    func dots(_ question: Question, _ measure: ComparedWords, _ released: Released) -> Figure {
        let table = dots(question, measure).table(
            released, "stadsdelar-\(Compared.slug(of: question))", titleOfDots(measure), unit: said(measure.unit),
            notes: [readingOfDots])
        return Figure(.dotInterval(column: 1), of: table)
    }

    /// The table of it as it is asked for.
    func dots(_ question: Question, _ words: ComparedWords? = nil) -> GroupTable {
        let (measure, aspect, form) = (question.measure, question.aspect, words?.form ?? .count)
        return GroupTable(
            scope: scope, measure: measure, aspect: aspect, by: [.district],
            columns: [
                Measured((words?.heading).map(said) ?? "", measure, aspect, year: year, form),
                Measured(said(.interval), measure, aspect, year: year, part: .interval, form),
                Measured(said(.persons), measure, aspect, year: year, part: .persons, .count),
            ])
    }

    private func titleOfDots(_ measure: ComparedWords) -> String {
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

    // MARK: Funnel

    /// Each board's value over how sure it is, between the limits; nil without a funnel.
    func funnel(_ compared: Compared, _ released: Released) -> Figure? {
        let (comparison, form) = (compared.comparison, compared.measure.form)
        let groups = comparison.groups.filter { $0.plain != nil }
        guard !groups.isEmpty, let common = comparison.figure(.commonValue) else { return nil }
        func value(_ group: ReleasedComparison.Group) -> ReleasedCell {
            self.value(compared, group.category.code, released)
        }
        // Of ratios and rates the limits depend on more than the number of persons.
        let isBySize = comparison.hasLimitsByPersons
        let named = groups.indices.filter { groups[$0].isNamed }
        let table = table(
            "tratt-\(compared.slug)", said(title(compared, named: named.count)), unit: said(compared.measure.unit),
            year: "\(year)", notes: [reading(isBySize)], rows: groups,
            columns: [
                .name(boardHeading) { said($0.category.label) },
                .value(said(sv: "Värde", en: "Value"), form, value),
                .value(said(sv: "Inre gränser", en: "Inner limits"), form, part: .interval) {
                    compared.cell(.limits95, of: $0)
                },
                .value(said(sv: "Yttre gränser", en: "Outer limits"), form, part: .interval) {
                    compared.cell(.limits998, of: $0)
                },
                .persons(baseHeading(compared), value),
                .text(said(.verdict)) { RichText((ComparisonVerdict($0)?.words).map(said) ?? "") },
            ],
            total: [
                .text(RichText(said(.commonValue))), .value(.shown(common), form), .empty, .empty, .empty, .empty,
            ], of: compared.surveys)
        return Figure(
            .funnel(FunnelColumns(value: 1, size: isBySize ? 4 : nil, inner: 2, outer: 3, named: named)), of: table)
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

    /// Each board's value as it is and case-mix adjusted; nil when that cannot be done.
    func caseMix(_ compared: Compared, _ released: Released) -> Table? {
        let (comparison, measure) = (compared.comparison, compared.measure)
        let groups = comparison.groups.filter { $0.caseMix != nil }
        guard let traits = comparison.caseMix?.traits, !groups.isEmpty else { return nil }
        let here =
            compared.item != nil
            ? Phrase(sv: "dem som har svarat där", en: "those who have answered there")
            : comparison.unit.isPerPopulation
                ? Phrase(sv: "dem som bor där", en: "those who live there")
                : Phrase(sv: "dem som har insatsen där", en: "those who have the service there")
        return table(
            "casemix-\(compared.slug)",
            said(
                sv: "\(measure.name.swedish) om alla nämnder hade samma fördelning av \(traits.swedish)",
                en: "\(measure.name.english) if all boards had the same mix of \(traits.english)"),
            unit: said(measure.unit), year: "\(year)",
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
            ], rows: groups,
            columns: [
                .name(boardHeading) { said($0.category.label) },
                .value(said(sv: "Som det är", en: "As it is"), measure.form) {
                    value(compared, $0.category.code, released)
                },
                .value(said(sv: "Med samma fördelning", en: "With the same mix"), measure.form) {
                    compared.cell(.standardisedDirect, of: $0)
                },
                .value(said(sv: "Faktiskt ÷ väntat", en: "Observed ÷ expected"), .decimal(2)) {
                    compared.cell(.observedToExpected, of: $0)
                },
            ], of: compared.surveys)
    }
}
