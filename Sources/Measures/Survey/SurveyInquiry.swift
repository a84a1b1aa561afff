// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// One question about surveys being answered: the surveys it speaks of, and the groups of respondents it tells apart.
///
/// Groups and waves are never put together: where more than one occurs they stand in the table whether they were asked
/// for or not.
struct SurveyInquiry {
    /// Respondents of one survey that a row speaks of.
    struct Cell {
        /// A category for each trait asked for.
        let traits: [Category]
        let members: [Bool]
    }

    let question: Question
    /// What the question's aspect speaks of.
    let rule: Measure.SurveyRule
    private let tabulator: Tabulator
    /// The surveys asked for, in the data set's order.
    let samples: [SurveySample]
    /// The table's dimensions, year first.
    let dimensions: [Dimension]
    /// By year and the traits of respondents that are asked for, with the filters on traits.
    let breakdown: Breakdown
    private let years: [Category]
    private let groups: [Category]
    private let waves: [Category]
    private let items: [Category]
    private let itemPasses: [String: Bool]

    /// - Throws: `QuestionError` when there is no survey, or a filter names what does not exist.
    init(_ question: Question, of tabulator: Tabulator) throws(QuestionError) {
        let (dataset, settings) = (tabulator.dataset, tabulator.settings)
        guard dataset.surveys.contains(where: { question.years.contains($0.year) }) else {
            throw .noSurvey(years: question.years)
        }
        func axis(_ dimension: Dimension) -> Axis {
            Axis(dimension, dataset: dataset, settings: settings, years: question.years, totals: question.totals)
        }
        let (yearAxis, groupAxis, waveAxis, itemAxis) = (axis(.year), axis(.group), axis(.wave), axis(.question))
        var passing: [Dimension: [String: Bool]] = [:]
        for filter in question.filters where !Measure.traits.contains(filter.dimension) {
            let axis = axis(filter.dimension)
            let passes = try axis.places(passing: filter)
            var codes = passing[filter.dimension] ?? [:]
            for (place, category) in axis.values.enumerated() {
                codes[category.code] = (codes[category.code] ?? true) && passes[place]
            }
            passing[filter.dimension] = codes
        }
        var samples: [SurveySample] = []
        for (place, survey) in dataset.surveys.enumerated() where question.years.contains(survey.year) {
            let names: [(Dimension, String)] = [
                (.year, "\(survey.year)"), (.group, survey.group.code), (.wave, survey.wave),
            ]
            guard names.allSatisfy({ passing[$0.0]?[$0.1] ?? true }) else { continue }
            samples.append(try tabulator.sample(place))
        }
        guard let rule = Catalogue.aspect(of: question).count.survey else {
            preconditionFailure("a question about the register is asked of surveys")
        }
        self.question = question
        self.rule = rule
        self.tabulator = tabulator
        self.samples = samples
        self.years = yearAxis.values
        self.groups = groupAxis.values
        self.waves = waveAxis.values
        self.items = itemAxis.values
        self.itemPasses = passing[.question] ?? [:]
        var asked = question.dimensions.filter { $0 != .year }
        // A gap is told for each category of its dimension.
        if let dimension = question.aspect.gap, !asked.contains(dimension) { asked.append(dimension) }
        self.breakdown = try Breakdown(
            asked.filter(Measure.traits.contains), question: question.ofTraits, dataset: dataset, settings: settings,
            years: question.years)
        self.dimensions = Self.dimensions(asked, rule, samples, itemPasses)
    }

    private static func dimensions(
        _ asked: [Dimension], _ rule: Measure.SurveyRule, _ samples: [SurveySample], _ itemPasses: [String: Bool]
    ) -> [Dimension] {
        var dimensions: [Dimension] = []
        if !asked.contains(.group), Set(samples.map(\.survey.group.code)).count > 1 { dimensions.append(.group) }
        let rounds = samples.map { "\($0.survey.year) \($0.survey.group.code)" }
        if !asked.contains(.wave), Set(rounds).count < rounds.count { dimensions.append(.wave) }
        for dimension in asked where !dimensions.contains(dimension) { dimensions.append(dimension) }
        let hasCategories = samples.contains { sample in
            sample.survey.items.contains { itemPasses[$0.name] ?? true && !$0.categories.isEmpty }
        }
        if rule.tellsAnswers, !dimensions.contains(.answer), hasCategories {
            dimensions.append(.answer)
        }
        return [.year] + dimensions
    }
}

extension SurveyInquiry {
    var dataset: Dataset { tabulator.dataset }

    /// The persons with a decision in a survey's year, in the cells that its respondents are told apart by.
    func register(of sample: SurveySample) throws(QuestionError) -> (inquiry: Inquiry, cells: Cells) {
        let year = sample.survey.year
        let asked = Question(
            .persons, by: question.ofTraits.dimensions, where: question.ofTraits.filters, years: year...year,
            totals: false)
        let inquiry = try Inquiry(
            asked, dataset: dataset, settings: tabulator.settings, panel: tabulator.panel(for: asked.years),
            years: asked.years)
        return (inquiry, inquiry.cells(of: .decisions))
    }
}

extension Question {
    /// What of it is about the traits of respondents.
    fileprivate var ofTraits: Question {
        var question = self
        question.dimensions = dimensions.filter(Measure.traits.contains)
        question.filters = filters.filter { Measure.traits.contains($0.dimension) }
        return question
    }
}

// MARK: What a row is about

extension SurveyInquiry {
    /// The boards of the newest division, when the breakdown is by district.
    var districtValues: [Category] { breakdown.axes.first { $0.dimension == .district }?.values ?? [] }

    /// What kinds the items asked about are of.
    var kinds: Set<SurveyItem.Kind> {
        Set(samples.flatMap { sample in items(of: sample).map { sample.survey.items[$0].kind } })
    }

    /// The items of a survey that the question is about, in the codebook's order.
    func items(of sample: SurveySample) -> [Int] {
        sample.survey.items.indices.filter { place in
            let item = sample.survey.items[place]
            guard itemPasses[item.name] ?? true else { return false }
            return rule.items(item)
        }
    }

    /// The groups of a survey's respondents that rows speak of, in the order rows are printed. All together where
    /// nothing is broken down.
    func cells(of sample: SurveySample) -> [Cell] {
        let traits = RespondentTraits(sample, dataset, needsLaws: breakdown.tells(.law))
        var members: [Int: [Bool]] = [:]
        let nobody = sample.responses.map { _ in false }
        if let year = breakdown.axes[0].values.firstIndex(where: { $0.code == "\(sample.survey.year)" }),
            let everyone = breakdown.overAll(year: year)
        {
            members[everyone] = nobody
        }
        for row in sample.responses.indices {
            for cell in breakdown.cells(at: { traits.places(of: row, on: $0) }) {
                for cell in breakdown.withTotals(cell) { members[cell, default: nobody][row] = true }
            }
        }
        return members.sorted { $0.key < $1.key }.map { cell, members in
            Cell(traits: Array(breakdown.key(of: cell).dropFirst()), members: members)
        }
    }

    /// The key of a row and what it is about beside it.
    func row(
        _ sample: SurveySample, item: Int? = nil, _ traits: [Category], answer: Category? = nil,
        _ counted: CountedNumber, _ identities: [Tabulation.Identity] = []
    ) -> CountedRow {
        let all = domain(sample, item: item, traits, answer: answer)
        let key = dimensions.compactMap { dimension in
            all.first { $0.dimension == dimension } ?? (dimension == .year ? nil : Category.total(of: dimension))
        }
        return CountedRow(
            key, counted, implied: all.filter { !dimensions.contains($0.dimension) }, identities: identities)
    }

    /// Everything a row is about: year, group, wave, item, traits, answer.
    func domain(
        _ sample: SurveySample, item: Int? = nil, _ traits: [Category] = [], answer: Category? = nil
    ) -> [Category] {
        let survey = sample.survey
        var all: [Category] = []
        // A wave of an earlier year that the question compares with stands in no row.
        let year = Category(
            .year, code: "\(survey.year)", label: Phrase(sv: "\(survey.year)", en: "\(survey.year)"), rank: -1)
        all.append(years.first { $0.code == year.code } ?? year)
        all += groups.filter { $0.code == survey.group.code }
        all += waves.filter { $0.code == survey.wave }
        if let item { all += items.filter { $0.code == survey.items[item].name } }
        return all + traits + (answer.map { [$0] } ?? [])
    }
}

// MARK: What is compared

extension SurveyInquiry {
    /// The group's last wave before a survey that has one of the items at least. Waves stand in the order of the
    /// project; filters on waves and years choose rows, not what they are compared with.
    func wave(before sample: SurveySample, with items: [String]) -> SurveySample? {
        let here = sample.survey
        guard
            let place = dataset.surveys.firstIndex(where: {
                $0.year == here.year && $0.wave == here.wave && $0.group.code == here.group.code
            })
        else { return nil }
        let earlier = dataset.surveys[..<place].lastIndex { survey in
            survey.group.code == here.group.code && survey.items.contains { items.contains($0.name) }
        }
        return earlier.flatMap { try? tabulator.sample($0) }
    }

    /// The first of the groups that was asked one of the items at least, in the same wave or else in the same year.
    func referenceGroup(of sample: SurveySample, with items: [String]) -> SurveySample? {
        let surveys = dataset.surveys
        let candidates = surveys.indices.filter { place in
            surveys[place].year == sample.survey.year && surveys[place].items.contains { items.contains($0.name) }
        }
        let asked = groups.first { group in candidates.contains { surveys[$0].group.code == group.code } }
        guard let asked else { return nil }
        let waves = candidates.filter { surveys[$0].group.code == asked.code }
        let wave = waves.first { surveys[$0].wave == sample.survey.wave } ?? waves.last
        return wave.flatMap { try? tabulator.sample($0) }
    }

    /// The respondents of another survey with the same traits.
    func cell(like cell: Cell, of sample: SurveySample) -> Cell {
        cells(of: sample).first { $0.traits == cell.traits }
            ?? Cell(traits: cell.traits, members: sample.responses.map { _ in false })
    }
}
