// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Answers board by board, of the group whose district is known.
extension Chapters {
    /// A question as it stands among others: its favourable share, or of a knowledge item the share right.
    struct DistrictItem {
        let item: SurveyFacts.Item
        let question: Question
    }

    /// A heat table for every five questions. nil when no group's districts are known.
    func surveyDistricts() -> Section? {
        guard let survey = questions.surveyByDistrict else { return nil }
        let items = districtItems(survey)
        guard items.contains(where: { answers.categories($0.question, of: .district).contains { $0.kind == .value } })
        else { return nil }
        let tables = stride(from: 0, to: items.count, by: Self.columnsOfHeat).map { first in
            heatTable(survey, first / Self.columnsOfHeat + 1, Array(items[first...].prefix(Self.columnsOfHeat)))
        }
        let name = survey.name.definite
        return Section(
            id: "svar-namnder",
            heading: said(
                sv: "\(name.swedish.asSentenceStart)s svar per stadsdelsnämnd",
                en: "Answers of \(name.english) by district board"),
            blocks: [
                .note(Note(.caution, comparedAnswers.isEmpty ? untestedAnswers : testedAnswers))
            ] + tables.map { shown(Figure(.heat(columns: Array(1..<$0.columns.count)), of: $0)) })
    }

    private var untestedAnswers: RichText {
        phrase(
            sv: """
                Få har svarat i varje stadsdelsnämnd, och skillnaderna är inte prövade mot slumpen. Läs därför inte tabellerna \
                som en rangordning.
                """,
            en: """
                Few have answered in each district board, and the differences are not tested against chance. Do not read the \
                tables as a ranking.
                """)
    }

    private var testedAnswers: RichText {
        phrase(
            sv: """
                Få har svarat i varje stadsdelsnämnd. Läs därför inte tabellerna som en rangordning. Vilka skillnader som är \
                större än slumpen ger står i kapitlet om likvärdighet.
                """,
            en: """
                Few have answered in each district board. Do not read the tables as a ranking. Which differences are larger \
                than chance gives is told in the chapter on equality.
                """)
    }

    /// Wider, a table does not fit a page.
    private static let columnsOfHeat = 5

    func districtItems(_ survey: SurveyFacts) -> [DistrictItem] {
        let (favourable, knowledge) = (questions.favourableByDistrict(survey), questions.knowledgeByDistrict(survey))
        return survey.items.filter(\.isJudged).map { DistrictItem(item: $0, question: favourable) }
            + survey.knowledge.map { DistrictItem(item: $0, question: knowledge) }
    }

    private func heatTable(_ survey: SurveyFacts, _ number: Int, _ items: [DistrictItem]) -> Table {
        let districts = items.lazy.map { answers.categories($0.question, of: .district) }.first { !$0.isEmpty } ?? []
        return surveyTable(
            Caption(
                id: "svar-namnder-\(number)",
                title: said(
                    sv: "Positiva och rätta svar per stadsdelsnämnd, fråga \(place(items, survey))",
                    en: "Favourable and right answers by district board, question \(place(items, survey))"),
                unit: said(
                    sv: "procent positiva svar, av kunskapsfrågor procent rätta",
                    en: "per cent favourable, of knowledge questions per cent right")),
            [Table.Column(said(Self.name(of: .district)), alignment: .start)]
                + items.map { Table.Column(said($0.item.question)) },
            districts.map { district in
                Table.Row(
                    district.kind == .total ? .total : district.kind == .unknown ? .unnamed : .plain,
                    [.text(RichText(district.kind == .total ? wholePlace : said(district.label)))]
                        + items.map {
                            .released(cell($0.question, survey, district.code, $0.item.name), .value, .percent(0))
                        })
            }, of: [survey])
    }

    /// "1–5"
    private func place(_ items: [DistrictItem], _ survey: SurveyFacts) -> String {
        let names = districtItems(survey).map(\.item.name)
        guard let first = names.firstIndex(of: items[0].item.name) else { return "" }
        return items.count == 1 ? "\(first + 1)" : "\(first + 1)–\(first + items.count)"
    }

    // MARK: A board's own report

    /// The board's own answers beside the municipality's, or that too few have answered. nil when no group's districts
    /// are known, or the board has nobody who answered.
    func boardSurvey(_ board: String) -> Section? {
        guard let survey = questions.surveyByDistrict else { return nil }
        let items = districtItems(survey)
        let here = items.map { cell($0.question, survey, board, $0.item.name) }
        guard here.contains(where: \.isKnown) else { return nil }
        let name = survey.name.definite
        let heading = said(sv: "Så svarar \(name.swedish)", en: "What \(name.english) answer")
        guard here.contains(where: { $0.shown != nil }) else {
            return Section(
                id: "svar", heading: heading,
                blocks: [
                    .paragraph(
                        phrase(
                            sv: "För få har svarat i \(board). Därför kan vi inte berätta vad de har svarat.",
                            en: "Too few have answered in \(board), so we cannot tell what they answered."))
                ])
        }
        let verdicts = items.map { verdict(board, of: $0.item.name) }
        let isJudged = verdicts.contains { $0 != nil }
        let table = surveyTable(
            Caption(
                id: "namnden-svar",
                title: said(
                    sv: "Svar i \(board) och i \(facts.wholeArea.swedish)",
                    en: "Answers in \(board) and in \(facts.wholeArea.english)"),
                unit: said(
                    sv: "procent positiva svar, av kunskapsfrågor procent rätta",
                    en: "per cent favourable, of knowledge questions per cent right"),
                notes: isJudged ? [readingOfVerdicts] : []),
            [
                Table.Column(said(sv: "Fråga", en: "Question"), alignment: .start), Table.Column(board),
                Table.Column(said(sv: "Intervall", en: "Interval")), Table.Column(said(sv: "Svar", en: "Answers")),
                Table.Column(wholePlace),
            ] + (isJudged ? [Table.Column(said(sv: "Bedömning", en: "Verdict"), alignment: .start)] : []),
            zip(zip(items, here), verdicts).map { entry, verdict in
                let (entry, share) = entry
                return Table.Row(
                    [
                        .text(RichText(said(entry.item.question))), .released(share, .value, .percent()),
                        .released(share, .interval, .percent()), .persons(share),
                        .released(cell(entry.question, survey, "total", entry.item.name), .value, .percent()),
                    ] + (isJudged ? [.text(RichText(said(verdict?.words ?? Self.notJudged)))] : []))
            }, hasInterval: true, of: [survey])
        return Section(
            id: "svar", heading: heading,
            blocks: [
                .paragraph(isJudged ? judged : unjudged), .table(table),
            ])
    }

    private static let notJudged = Phrase(sv: "inte bedömt", en: "not judged")

    private var judged: RichText {
        phrase(
            sv: """
                Få har svarat i varje stadsdelsnämnd, så intervallen är breda. Bedömningen säger om nämnden skiljer sig från de \
                övriga nämnderna mer än slumpen i vilka som svarade kan förklara.
                """,
            en: """
                Few have answered in each district board, so the intervals are wide. The verdict tells whether the board \
                differs from the other boards more than the chance of who answered explains.
                """)
    }

    private var unjudged: RichText {
        phrase(
            sv: """
                Få har svarat i varje stadsdelsnämnd, så intervallen är breda. Skillnaden mot \(facts.wholeArea.swedish) är inte \
                prövad mot slumpen.
                """,
            en: """
                Few have answered in each district board, so the intervals are wide. The difference from \
                \(facts.wholeArea.english) is not tested against chance.
                """)
    }

    private var readingOfVerdicts: RichText {
        phrase(
            sv: """
                Varje fråga är bedömd för sig. Också där slumpen kan förklara skillnaden kan nämnden skilja sig: med få svar \
                syns bara stora skillnader. En fråga bedöms inte när nämndens svar inte visas, eller när färre än fem nämnders \
                svar visas.
                """,
            en: """
                Every question is judged on its own. Also where chance explains the difference the board may differ: with few \
                answers only large differences show. A question is not judged where the board's answers are not shown, or \
                those of fewer than five boards are.
                """)
    }
}
