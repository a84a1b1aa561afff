// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// An item that is shown board by board, with where its numbers are had from: its favourable share, or of a knowledge
/// item the share right.
private struct BoardItem {
    let item: SurveyFacts.Item
    let question: Question
}

extension ReportScope {
    fileprivate func boardItems(_ survey: SurveyFacts) -> [BoardItem] {
        let judged = favourableByDistrict(survey).map { question in
            survey.items.filter(\.isJudged).map { BoardItem(item: $0, question: question) }
        }
        let knowledge = knowledgeByDistrict(survey).map { question in
            survey.knowledge.map { BoardItem(item: $0, question: question) }
        }
        return (judged ?? []) + (knowledge ?? [])
    }
}

/// Answers board by board, of the group whose district is known: a heat table for every five questions. nil when no
/// group's districts are known.
struct AnswersByBoard: Chapter {
    let scope: ReportScope

    /// The shares of the wave before are in the chapter on equality and the open tables.
    var requests: [Question] {
        guard let survey = scope.surveyByDistrict else { return [] }
        return [scope.favourableByDistrict(survey), scope.knowledgeByDistrict(survey)].compactMap(\.self)
            + scope.comparedItems.compactMap(\.sharesOfWaves)
    }

    /// Wider, a table does not fit a page.
    private static let columnsOfHeat = 5

    func section(_ released: Released) -> Section? {
        guard let survey = scope.surveyByDistrict else { return nil }
        let items = scope.boardItems(survey)
        guard items.contains(where: { released.hasGroups($0.question, of: .district) }) else { return nil }
        let tables = stride(from: 0, to: items.count, by: Self.columnsOfHeat).map { first in
            heatTable(survey, items, first..<min(first + Self.columnsOfHeat, items.count), released)
        }
        let name = survey.name.definite
        return Section(
            id: "svar-namnder",
            heading: said(
                sv: "\(name.swedish.asSentenceStart)s svar per stadsdelsnämnd",
                en: "Answers of \(name.english) by district board"),
            blocks: [
                .note(Note(.caution, comparedAnswers(in: released).isEmpty ? untested : tested))
            ] + tables.map { shown(Figure(.heat(columns: Array(1..<$0.columns.count)), of: $0)) })
    }

    private var untested: RichText {
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

    private var tested: RichText {
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

    private func heatTable(_ survey: SurveyFacts, _ all: [BoardItem], _ part: Range<Int>, _ released: Released) -> Table
    {
        let items = all[part]
        let districts = items.lazy.map { released.categories($0.question, of: .district) }.first { !$0.isEmpty } ?? []
        // "1–5"
        let places = part.count == 1 ? "\(part.lowerBound + 1)" : "\(part.lowerBound + 1)–\(part.upperBound)"
        return table(
            "svar-namnder-\(part.lowerBound / Self.columnsOfHeat + 1)",
            said(
                sv: "Positiva och rätta svar per stadsdelsnämnd, fråga \(places)",
                en: "Favourable and right answers by district board, question \(places)"),
            unit: said(.percentFavourableOrRight), rows: districts,
            columns: [.name(said(Dimension.district.groupHeading), place)]
                + items.map { entry in
                    .value(said(entry.item.question), .percent(0)) {
                        cell(entry.question, survey, $0.code, entry.item.name, in: released)
                    }
                }, kind: { .init($0) }, of: [survey])
    }
}

/// The board's own answers beside the municipality's, in its own report, or that too few have answered. nil when no
/// group's districts are known, or the board has nobody who answered.
struct BoardAnswers: Chapter {
    let scope: ReportScope
    let board: String

    var requests: [Question] { AnswersByBoard(scope: scope).requests }

    func section(_ released: Released) -> Section? {
        guard let survey = scope.surveyByDistrict else { return nil }
        let items = scope.boardItems(survey)
        func share(_ entry: BoardItem) -> ReleasedCell {
            cell(entry.question, survey, board, entry.item.name, in: released)
        }
        guard items.contains(where: { share($0).isKnown }) else { return nil }
        let name = survey.name.definite
        let isShown = items.contains { share($0).shown != nil }
        return Section(
            id: "svar", heading: said(sv: "Så svarar \(name.swedish)", en: "What \(name.english) answer"),
            blocks: isShown ? answers(items, survey, released, share) : [.paragraph(withheld)])
    }

    private func answers(
        _ items: [BoardItem], _ survey: SurveyFacts, _ released: Released,
        _ share: @escaping (BoardItem) -> ReleasedCell
    ) -> [Block] {
        func verdict(_ entry: BoardItem) -> ComparisonVerdict? {
            comparedAnswers(in: released).first { $0.item?.item?.name == entry.item.name }
                .flatMap { $0.group(of: board) }.flatMap(ComparisonVerdict.init)
        }
        let isJudged = items.contains { verdict($0) != nil }
        let notJudged = Phrase(sv: "inte bedömt", en: "not judged")
        let verdicts: [TableSpec<BoardItem>.Column] =
            isJudged ? [.name(said(.verdict)) { said(verdict($0)?.words ?? notJudged) }] : []
        let table = table(
            "namnden-svar",
            said(
                sv: "Svar i \(board) och i \(facts.wholeArea.swedish)",
                en: "Answers in \(board) and in \(facts.wholeArea.english)"), unit: said(.percentFavourableOrRight),
            notes: isJudged ? [readingOfVerdicts] : [], rows: items,
            columns: [
                .name(said(.question)) { said($0.item.question) }, .value(board, .percent(), share),
                .interval(said(.interval), .percent(), share), .persons(said(.answers), share),
                .value(wholePlace, .percent()) {
                    cell($0.question, survey, "total", $0.item.name, in: released)
                },
            ] + verdicts, of: [survey])
        return [.paragraph(isJudged ? judged : unjudged), .table(table)]
    }

    private var withheld: RichText {
        phrase(
            sv:
                "Svaren från \(board) kan inte visas utan risk att röja någon. Därför kan vi inte berätta vad de har svarat.",
            en:
                "The answers from \(board) cannot be shown without a risk of revealing somebody, so we cannot tell what they are."
        )
    }

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
