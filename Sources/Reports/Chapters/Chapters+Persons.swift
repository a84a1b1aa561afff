// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Hur många har insatsen: question 1.
    func persons() -> Section {
        let all = questions.ask(.persons)
        var blocks: [Block] = []
        let findings = [
            writer.persons(answers.cell(all, year), before: cellBefore(all)), lawCombination, rate,
        ]
        blocks += findings.compactMap { $0 }.map { .finding($0) }
        blocks += [personTable, registerTable].compactMap { $0 }.map(shown)
        return Section(
            id: "personer",
            heading: said(sv: "Personer med \(facts.service.swedish)", en: "Persons with \(facts.service.english)"),
            blocks: blocks)
    }

    /// "1 420 personer har insatsen enbart enligt SoL, 910 enbart enligt LSS och 60 enligt båda lagarna." nil when a
    /// part is hidden or nobody's.
    private var lawCombination: Finding? {
        let question = questions.ask(.persons, .lawCombination, by: .law)
        guard let sol = answers.cell(question, year, "SoL-only").shown,
            let lss = answers.cell(question, year, "LSS-only").shown,
            let both = answers.cell(question, year, "both").shown
        else { return nil }
        return Finding(
            text(
                sv: """
                    \(writer.counted(sol, .person)) har haft insatsen enbart enligt SoL, \(lss, .count) enbart enligt \
                    LSS och \(both, .count) enligt båda lagarna.
                    """,
                en: """
                    \(writer.counted(sol, .person)) had the service under SoL only, \(lss, .count) under LSS only and \
                    \(both, .count) under both laws.
                    """))
    }

    /// "Det motsvarar 25,1 personer per 10 000 invånare."
    private var rate: Finding? {
        guard let value = answers.cell(questions.ask(.persons, .perTenThousand), year).shown else { return nil }
        return Finding(
            text(
                sv: "Det motsvarar \(value, .decimal(1)) personer per 10\u{A0}000 invånare den 31 december.",
                en: "That is \(value, .decimal(1)) persons per 10,000 inhabitants on 31 December."))
    }

    /// nil without groups to tell apart.
    private var personTable: Table? {
        let groups = available([.law, .sex, .age])
        guard !groups.isEmpty else { return nil }
        let persons = questions.years.map { GroupColumn("\($0)", .persons, year: $0, .count) }
        return groupTable(
            Caption(
                id: "personer-grupper",
                title: said(sv: "Personer efter \(listed(groups))", en: "Persons by \(listed(groups))"),
                unit: said(sv: "antal personer", en: "number of persons")),
            by: groups, columns: persons)
    }

    /// Other ways to count: on a day, on average. nil when only totals are known.
    private var registerTable: Table? {
        let october = questions.ask(.persons, .onDay(month: 10, day: 1), by: .law)
        guard answers[october] != nil else { return nil }
        var entries: [(RichText, (Int) -> ReleasedCell)] = [
            (
                RichText(said(sv: "Någon gång under året", en: "At some time during the year")),
                { [answers, questions] in answers.cell(questions.ask(.persons), $0) }
            )
        ]
        for category in answers.categories(october, of: .law) where category.kind != .unknown {
            let label = category.kind == .total ? said(sv: "samtliga", en: "all") : said(category.label)
            entries.append(
                (
                    RichText(said(sv: "Den 1 oktober, \(label)", en: "On 1 October, \(label)")),
                    { [answers] in answers.cell(october, $0, category.code) }
                ))
        }
        entries.append(
            (
                RichText(said(sv: "Sista dagen i månaden, i genomsnitt", en: "The last day of the month, on average")),
                { [answers, questions] in answers.cell(questions.ask(.persons, .monthEndMean), $0) }
            ))
        let years = Array(questions.years)
        return table(
            Caption(
                id: "personer-matdag",
                title: said(sv: "Antalet beror på när det räknas", en: "The number depends on when it is counted"),
                unit: said(sv: "antal personer", en: "number of persons"),
                notes: [
                    RichText(
                        said(
                            sv: "Socialstyrelsens register över insatser enligt LSS räknar personer den 1 oktober.",
                            en: "The national register of services under LSS counts persons on 1 October."))
                ]),
            [Table.Column(said(sv: "När", en: "When"), alignment: .start)] + years.map { Table.Column("\($0)") },
            entries.map { label, cell in
                Table.Row(.plain, [.text(label)] + years.map { .released(cell($0), .value, .count) })
            })
    }
}
