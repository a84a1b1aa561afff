// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Likvärdighet: whether boards differ more than chance explains, and their figures. nil without boards.
struct EqualityChapter: Chapter {
    let scope: ReportScope

    /// A board's numbers under each law are in its own report.
    var requests: [Question] {
        MainMeasure.all.map(\.measure).flatMap { measure in
            [
                scope.ask(measure, by: .district), scope.ask(measure, by: .districtThen),
                scope.ask(measure, by: .district, .law),
            ]
        } + scope.rates + [scope.ask(.grantedHours, .perPerson, by: .district)]
            + [.utilisation, .flexibleUse].compactMap { scope.change(of: $0, by: .district) }
            + tables.flatMap(\.requests) + scope.compared.flatMap { dots($0).requests }
            + scope.comparedItems.compactMap { scope.shares(of: $0) }
    }

    func section(_ released: Released) -> Section? {
        guard released.hasGroups(scope.ask(.persons, by: .district), of: .district) else { return nil }
        let tables = boardTables(released)
        let heading = said(sv: "Likvärdighet mellan stadsdelsnämnder", en: "Equality between district boards")
        guard !compared(in: released).isEmpty else {
            return Section(
                id: "stadsdelsnamnder", heading: heading,
                blocks: [.note(Note(.caution, unjudged))] + spread(released) + tables,
                sections: comparedAnswers(in: released).isEmpty ? [] : differenceSections(released))
        }
        return Section(
            id: "stadsdelsnamnder", heading: heading, blocks: differences(released),
            sections: differenceSections(released) + [
                Section(
                    id: "stadsdelsnamnder-tabeller",
                    heading: said(sv: "Personer och timmar i varje nämnd", en: "Persons and hours in each board"),
                    blocks: tables)
            ])
    }

    // MARK: Where nothing is compared

    /// Nothing may then be read into differences.
    private var unjudged: RichText {
        phrase(
            sv: """
                Skillnaderna mellan stadsdelsnämnderna är ännu inte prövade mot slumpen. En nämnd har få \
                personer, och då kan några få personer ge stora skillnader.
                """,
            en: """
                The differences between the district boards are not yet judged against chance. A board \
                has few persons, so a few of them can make large differences.
                """)
    }

    private func spread(_ released: Released) -> [Block] {
        let question = scope.ask(.utilisation, by: .district)
        let figure = released[question]?.definition.words.compared.map { [shown(dots(question, $0, released))] }
        return blocks([writer.districtSpread(of: .utilisation, released.rows(question, year))]) + (figure ?? [])
    }

    // MARK: Tables

    /// Of the boards of today, and of the boards as they were.
    private var tables: [GroupTable] {
        [.district, .districtThen].map { dimension in
            GroupTable(
                scope: scope, by: [dimension],
                columns: MainMeasure.all.map { Measured(said($0.heading), $0.measure, year: year, $0.form) })
        }
    }

    private func boardTables(_ released: Released) -> [Block] {
        func names(_ dimension: Dimension) -> [String] {
            released.categories(scope.ask(.persons, by: dimension), of: dimension).map(\.code)
        }
        func block(_ table: GroupTable, _ id: String, _ title: Phrase) -> Block {
            let protected = phrase(
                sv: """
                    Personer med skyddade uppgifter räknas bara i Samtliga och på raden för dem som saknar \
                    nämnd.
                    """,
                en: """
                    Protected persons count only in All and in the row of those without a board.
                    """)
            return shown(
                table.table(
                    released, id, said(title), unit: said(.personsHoursAndPercent),
                    notes: scope.basis == .totals ? [] : [protected]))
        }
        let now = block(
            tables[0], "stadsdelar",
            Phrase(sv: "Personer och timmar per stadsdelsnämnd", en: "Persons and hours by district board"))
        guard names(.district) != names(.districtThen) else { return [now] }
        return [
            now,
            block(
                tables[1], "stadsdelar-da",
                Phrase(
                    sv: "Personer och timmar enligt stadsdelsindelningen då timmarna beviljades",
                    en: "Persons and hours by district board as it was when the hours were granted")),
        ]
    }

    // MARK: Differences

    /// One finding a measure: how much boards differ beyond chance, and whether that has grown.
    func differences(_ released: Released) -> [Block] {
        let compared = compared(in: released)
        let all = compared + mainAnswers(in: released)
        return blocks(all.map { writer.differ($0.comparison, $0.measure) }) + [.list(unsaid(compared))]
    }

    /// A section a measure, then one for all answers together and one for each of the main: who stands out, how far
    /// apart, what standardising changes, and the figures.
    func differenceSections(_ released: Released) -> [Section] {
        let answers = AnswerDifferences(scope: scope).section(released)
        return compared(in: released).map { differenceSection($0, released) } + (answers.map { [$0] } ?? [])
            + mainAnswers(in: released).map { differenceSection($0, released) }
    }

    private func differenceSection(_ compared: Compared, _ released: Released) -> Section {
        let (comparison, measure) = (compared.comparison, compared.measure)
        let findings = [
            writer.named(comparison, measure), writer.gap(comparison, measure), writer.caseMix(comparison),
        ]
        let figures = [dots(compared, released), funnel(compared, released)].compactMap { $0.map(shown) }
        return Section(
            id: "skillnader-\(compared.slug)", heading: said(measure.name),
            blocks: blocks(findings) + figures + (caseMix(compared, released).map { [shown($0)] } ?? []))
    }

    private func unsaid(_ compared: [Compared]) -> [RichText] {
        var list = [
            phrase(
                sv: "Jämförelsen säger inte varför nämnder skiljer sig, bara om skillnaden är större än slumpen ger.",
                en:
                    "The comparison does not tell why boards differ, only whether the difference is larger than chance gives."
            ),
            phrase(
                sv:
                    "Att en nämnd inte nämns betyder inte att den är som de andra: i en liten nämnd syns bara stora skillnader.",
                en:
                    "That a board is not named does not mean it is like the others: in a small board only large differences show."
            ),
            phrase(
                sv: "Nämnder vars värden inte visas ingår inte i jämförelsen.",
                en: "Boards whose values are not shown are not in the comparison."),
        ]
        // What persons per inhabitants, or per persons entitled to paratransit, do not tell.
        let units = compared.map(\.comparison.unit)
        if units.contains(where: \.isPerPopulation) {
            list.append(
                phrase(
                    sv: """
                        Hur många som har insatsen i en nämnd säger inte hur många som behöver den: behovet kan vara olika i \
                        olika delar av kommunen.
                        """,
                    en: """
                        How many have the service in a board does not tell how many need it: needs may differ between parts \
                        of the municipality.
                        """))
        }
        if units.contains(.perThousandEntitled) {
            list.append(
                phrase(
                    sv: """
                        Den som har insatsen behöver inte ha färdtjänst: antalet per färdtjänstberättigade är en jämförelse av \
                        två grupper, inte en andel.
                        """,
                    en: """
                        Those with the service need not be entitled to paratransit: the number per person entitled compares \
                        two groups and is no share.
                        """))
        }
        return list
    }
}
