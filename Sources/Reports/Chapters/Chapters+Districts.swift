// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Likvärdighet: whether boards differ more than chance explains, and their figures. nil without districts.
    func districts() -> Section? {
        guard hasDistricts(.district) else { return nil }
        var tables: [Block] = [shown(districtTable(.district, id: "stadsdelar"))]
        if divisionHasChanged { tables.append(shown(districtTable(.districtThen, id: "stadsdelar-da"))) }
        let heading = said(sv: "Likvärdighet mellan stadsdelsnämnder", en: "Equality between district boards")
        guard comparesBoards else {
            let question = questions.ask(.utilisation, by: .district)
            let rows = answers.rows(question, year)
            let spread = writer.districtSpread(of: .utilisation, rows).map { [Block.finding($0)] } ?? []
            let figure = answers[question]?.definition.words.compared.map { [shown(dots(of: question, $0))] } ?? []
            return Section(
                id: "stadsdelsnamnder", heading: heading, blocks: [unjudgedNote] + spread + figure + tables,
                sections: comparedAnswers.isEmpty ? [] : differenceSections())
        }
        return Section(
            id: "stadsdelsnamnder", heading: heading, blocks: differences(),
            sections: differenceSections() + [
                Section(
                    id: "stadsdelsnamnder-tabeller",
                    heading: said(sv: "Personer och timmar i varje nämnd", en: "Persons and hours in each board"),
                    blocks: tables)
            ])
    }

    /// Where nothing is compared, nothing may be read into differences.
    private var unjudgedNote: Block {
        .note(
            Note(
                .caution,
                RichText(
                    said(
                        sv: """
                            Skillnaderna mellan stadsdelsnämnderna är ännu inte prövade mot slumpen. En nämnd har få \
                            personer, och då kan några få personer ge stora skillnader.
                            """,
                        en: """
                            The differences between the district boards are not yet judged against chance. A board \
                            has few persons, so a few of them can make large differences.
                            """))))
    }

    func hasDistricts(_ dimension: Dimension) -> Bool {
        answers.categories(questions.ask(.persons, by: dimension), of: dimension).contains { $0.kind == .value }
    }

    /// Whether the persons' boards as they were differ from those of today.
    private var divisionHasChanged: Bool {
        func names(_ dimension: Dimension) -> [String] {
            answers.categories(questions.ask(.persons, by: dimension), of: dimension).map(\.code)
        }
        return names(.district) != names(.districtThen)
    }

    private func districtTable(_ dimension: Dimension, id: String) -> Table {
        let isNewest = dimension == .district
        return groupTable(
            Caption(
                id: id,
                title: isNewest
                    ? said(sv: "Personer och timmar per stadsdelsnämnd", en: "Persons and hours by district board")
                    : said(
                        sv: "Personer och timmar enligt stadsdelsindelningen då timmarna beviljades",
                        en: "Persons and hours by district board as it was when the hours were granted"),
                unit: said(sv: "personer, timmar och procent", en: "persons, hours and per cent"),
                notes: questions.isOfTotals
                    ? []
                    : [
                        RichText(
                            said(
                                sv: """
                                    Personer med skyddade uppgifter räknas bara i Samtliga och på raden för dem som saknar \
                                    nämnd.
                                    """,
                                en: """
                                    Protected persons count only in All and in the row of those without a board.
                                    """))
                    ]),
            by: [dimension],
            columns: [
                GroupColumn(said(sv: "Personer", en: "Persons"), .persons, year: year, .count),
                GroupColumn(said(sv: "Beviljade timmar", en: "Granted hours"), .grantedHours, year: year, .hours()),
                GroupColumn(said(sv: "Utförda timmar", en: "Performed hours"), .performedHours, year: year, .hours()),
                GroupColumn(said(sv: "Andel utförda", en: "Share performed"), .utilisation, year: year, .percent()),
                GroupColumn(said(sv: "Flexibel användning", en: "Flexible use"), .flexibleUse, year: year, .percent()),
            ])
    }
}
