// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Terms

@testable import Disclosure
@testable import Documents
@testable import Renderers
@testable import Reports

/// Surveys of a made-up town, and a release of made-up answers to everything the report asks of them.
struct MadeUpSurveys {
    /// What a cell is about: the measure and aspect, the survey, and codes by dimension.
    struct Place {
        let question: Question
        let survey: SurveyFacts
        let codes: [Dimension: String]

        var item: String { codes[.question] ?? "" }
        var group: String { survey.group }
        var measure: MeasureName { question.measure }
        var aspect: Question.Aspect { question.aspect }
    }

    var surveys = [
        Self.survey("users", "Brukare", "Users", 2018), Self.survey("users", "Brukare", "Users", 2019),
        Self.survey("providers", "Utförare", "Providers", 2019),
    ]
    var year = 2019
    /// Overrides of the plain answers; nil leaves the plain one.
    var cell: (Place) -> ReleasedCell? = { _ in nil }

    static let boards = ["Björkliden", "Granlunda", "Havsvik"]

    func scope(_ language: Language = .swedish) -> ReportScope {
        ReportScope(year: year, comparesWithYearBefore: true, facts: facts, measures: .catalogue, language: language)
    }

    var facts: ReportFacts {
        ReportFacts(
            municipality: "Exempelstad", boards: Self.boards, window: nil,
            generator: "Ledsaga 0.1.0", settings: [], surveys: surveys)
    }

    func release() -> Release {
        let tables = SurveyChapter(scope: scope()).requests.unique.map(table)
        let rows = tables.flatMap(\.rows)
        return Release(
            tables: tables, settings: DisclosureSettings(), hidden: rows.count { $0.cell == .hidden },
            cells: rows.count)
    }

    /// What was released, to be looked up.
    func released() -> Released {
        let integrity = ReleasePolicy(DisclosureSettings(), division: Division([])).integrity(
            [], setAside: [], remarks: [])
        return Released(release(), integrity: integrity)
    }

    /// A chapter told of it.
    func told(_ chapter: (ReportScope) -> any Chapter, in language: Language = .swedish) -> Section? {
        chapter(scope(language)).written(from: released())
    }

    /// The chapter of a board's own report.
    func ofBoard(_ board: String) -> Section? { told { BoardAnswers(scope: $0, board: board) } }

    /// What the report says that it cannot say.
    var limits: String { Self.page([told(LimitsChapter.init)]).markdown() }

    /// The sections as a report of their own.
    static func page(_ sections: [Section?], _ language: Language = .swedish) -> Document {
        Document(
            title: "Prov", language: language,
            metadata: Document.Metadata(
                publisher: "Exempelstad", period: "2019", generator: "Ledsaga 0.1.0", summary: ""),
            sections: sections.compactMap { $0 })
    }

    func chapter(_ language: Language = .swedish) -> String {
        String(
            Self.page([told(SurveyChapter.init, in: language)], language).markdown().map { $0 == "\u{A0}" ? " " : $0 })
    }

    // MARK: What was asked

    static func survey(_ group: String, _ swedish: String, _ english: String, _ year: Int) -> SurveyFacts {
        let isUsers = group == "users"
        let items =
            [howOften("time-enough", "Hur ofta räcker timmarna?", "How often are the hours enough?")]
            + (isUsers ? ofUsers : []) + [rule]
        return SurveyFacts(
            group: group, label: Phrase(sv: swedish, en: english), wave: "\(year)", year: year, items: items,
            selection: isUsers ? .sample(strata: 3) : .everyone, hasDistricts: isUsers, strataAreDistricts: isUsers,
            hasDuplicates: isUsers)
    }

    private static var ofUsers: [SurveyFacts.Item] {
        [
            howOften("same-companion", "Hur ofta får du samma ledsagare?", "How often is it the same companion?"),
            SurveyFacts.Item(
                name: "hours-unused", question: Phrase(sv: "Har du haft timmar över?", en: "Have you had hours left?"),
                kind: .single,
                categories: [
                    category("yes", "Ja", "Yes", .unfavourable), category("no", "Nej", "No", .favourable),
                ]),
            SurveyFacts.Item(
                name: "reasons", question: Phrase(sv: "Varför hade du timmar över?", en: "Why were hours left?"),
                kind: .multiple,
                categories: [category("ill", "Jag var sjuk", "I was ill"), category("saved", "Sparade", "Saved")]),
            SurveyFacts.Item(
                name: "comment", question: Phrase(sv: "Vill du berätta mer?", en: "Is there more?"), kind: .text),
            SurveyFacts.Item(
                name: "waits", question: Phrase(sv: "Hur många dagar väntade du?", en: "How many days did you wait?"),
                kind: .number),
            SurveyFacts.Item(
                name: "age", question: Phrase(sv: "Hur gammal är du?", en: "How old are you?"), kind: .single,
                role: .background, categories: [category("0-64", "0–64", "0–64")]),
        ]
    }

    private static let rule = SurveyFacts.Item(
        name: "knows-three-month-rule",
        question: Phrase(sv: "Hur länge kan timmarna sparas?", en: "How long can hours be saved?"), kind: .single,
        role: .knowledge,
        categories: [
            SurveyFacts.Category(code: "month", label: Phrase(sv: "En månad", en: "A month")),
            SurveyFacts.Category(code: "three", label: Phrase(sv: "Tre månader", en: "Three months"), isRight: true),
        ])

    private static func howOften(_ name: String, _ swedish: String, _ english: String) -> SurveyFacts.Item {
        SurveyFacts.Item(
            name: name, question: Phrase(sv: swedish, en: english), kind: .scale,
            categories: [
                category("never", "Aldrig", "Never", .unfavourable),
                category("seldom", "Sällan", "Seldom", .unfavourable), category("sometimes", "Ibland", "Sometimes"),
                category("often", "Ofta", "Often", .favourable), category("always", "Alltid", "Always", .favourable),
            ])
    }

    private static func category(
        _ code: String, _ swedish: String, _ english: String, _ side: SurveyFacts.Side = .neither
    ) -> SurveyFacts.Category {
        SurveyFacts.Category(code: code, label: Phrase(sv: swedish, en: english), side: side)
    }

    // MARK: What was answered

    private func table(_ question: Question) -> ReleasedTable {
        let dimensions = [.year] + question.dimensions
        let wanted = surveys.filter { survey in
            question.years.contains(survey.year)
                && question.filters.allSatisfy { $0.dimension != .group || $0.values.contains(survey.group) }
        }
        let rows = wanted.flatMap { survey in
            keys(question, survey, question.dimensions).map { key -> ReleasedTable.Row in
                let codes = Dictionary(uniqueKeysWithValues: key.map { ($0.dimension, $0.code) })
                let place = Place(question: question, survey: survey, codes: codes)
                let year = Category(
                    .year, code: "\(survey.year)", label: Phrase(sv: "\(survey.year)", en: "\(survey.year)"), rank: 0)
                return ReleasedTable.Row(key: [year] + key, cell: cell(place) ?? Self.plain(place), unit: .share)
            }
        }
        let weighting = wanted.map { survey in
            Phrase(
                sv: "\(survey.label.swedish), mätningen \(survey.wave): svaren vägda till antalet personer i ramen, "
                    + "stratum för stratum; vikternas designeffekt (Kish) 1,12.",
                en: "\(survey.label.english), wave \(survey.wave): answers weighted to the persons of the frame, "
                    + "stratum by stratum; design effect of the weights (Kish) 1.12.")
        }
        return ReleasedTable(
            question: question, dimensions: dimensions, rows: rows,
            definition: Definition(
                id: question.measure.rawValue, text: Phrase(sv: "Prov.", en: "Test."),
                words: Catalogue.words(of: question)),
            notes: weighting)
    }

    private func keys(
        _ question: Question, _ survey: SurveyFacts, _ dimensions: [Dimension]
    ) -> [[Terms.Category]] {
        var keys: [[Terms.Category]] = [[]]
        for dimension in dimensions {
            keys = keys.flatMap { key in
                categories(dimension, question, survey, key).map { key + [$0] }
            }
        }
        return keys
    }

    private func categories(
        _ dimension: Dimension, _ question: Question, _ survey: SurveyFacts, _ key: [Terms.Category]
    ) -> [Terms.Category] {
        func named(_ names: [(String, Phrase)]) -> [Terms.Category] {
            names.enumerated().map {
                Terms.Category(dimension, code: $0.element.0, label: $0.element.1, rank: $0.offset)
            }
        }
        func plain(_ names: [String]) -> [Terms.Category] { named(names.map { ($0, Phrase(sv: $0, en: $0)) }) }
        switch dimension {
        case .group: return named([(survey.group, survey.label)])
        case .wave: return plain([survey.wave])
        case .question:
            let asked = question.filters.first { $0.dimension == .question }?.values
            let items = survey.items.filter { item in
                question.measure == .awareness ? item.isKnowledge : asked?.contains(item.name) ?? true
            }
            return named(items.map { ($0.name, $0.question) })
        case .answer:
            return named(survey.item(key.last?.code ?? "")?.categories.map { ($0.code, $0.label) } ?? [])
        case .district: return plain(Self.boards) + [.total(of: .district)]
        case .sex: return plain(["Kvinnor", "Män"])
        default: return []
        }
    }

    /// Answers that say nothing in particular.
    private static func plain(_ place: Place) -> ReleasedCell {
        switch (place.measure, place.aspect) {
        case (.responseRate, .answers): return count(180)
        case (.responseRate, _): return Sample.share(0.6, x: 180, n: 300, persons: 300)
        case (.item, .answers): return count(170)
        case (_, .itemNonresponse): return Sample.share(0.02, x: 6, n: 180, persons: 180)
        case (_, .doNotKnow): return Sample.share(0.05, x: 9, n: 180, persons: 180)
        case (.item, .mean):
            return .shown(ReleasedValue(value: 12.4, lower: 9.1, upper: 15.7, persons: 160, unit: .score))
        case (_, .change), (_, .gap(.group)), (_, .gap(.district)):
            return difference(0.03, -0.04, 0.1, p: 0.4, adjusted: 0.8)
        case (.respondents, _): return Sample.share(0.5, persons: 180)
        case (.awareness, _): return Sample.share(place.survey.year == 2018 ? 0.42 : 0.45, 0.38, 0.52, persons: 170)
        case (.item, .topBox):
            let shares = ["time-enough": 0.55, "same-companion": 0.72, "hours-unused": 0.31]
            return Sample.share(shares[place.item] ?? 0.5, 0.25, 0.8, persons: 170)
        default:
            let shares = ["never": 0.05, "seldom": 0.1, "sometimes": 0.25, "often": 0.35, "always": 0.25, "yes": 0.69]
            return Sample.share(shares[place.codes[.answer] ?? ""] ?? 0.31, 0.2, 0.4, persons: 170)
        }
    }

    static func count(_ number: Int) -> ReleasedCell {
        .shown(ReleasedValue(value: Double(number), persons: number, unit: .answers))
    }

    static func difference(
        _ value: Double, _ lower: Double, _ upper: Double, p: Double, adjusted: Double
    ) -> ReleasedCell {
        .shown(
            ReleasedValue(
                value: value, lower: lower, upper: upper, persons: 170, unit: .shareDifference, p: p,
                adjustedP: adjusted))
    }
}

extension [Question] {
    /// Each once.
    var unique: [Question] {
        var seen: Set<Question> = []
        return filter { seen.insert($0).inserted }
    }
}
