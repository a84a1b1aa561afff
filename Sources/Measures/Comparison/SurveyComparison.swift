// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
package import Terms

/// Question 7 asked of a survey: do the answers of groups differ more than the chance of who answered?
///
/// Compared is one number a group: an item's favourable share (of knowledge items the share right, of numbers the mean),
/// its net balance, index or mean, or the share right over all knowledge items. Each has its own sampling error under the
/// design, so a board where nearly all answered has narrow limits and one where everybody did has none at all. Groups are
/// standardised for who answered (`ComparedAnswers`), and waves compared by replicate weights
/// (`RespondentBootstrap`).
struct SurveyComparison {
    private let inquiry: SurveyInquiry
    private let settings: MeasureSettings
    private let question: Question
    private let rule: ComparisonRule
    private let answers: ComparisonRule.Answers
    private let dimension: Dimension

    /// - Throws: `QuestionError.severalSurveys` when rows of a year would be of several groups or waves.
    init(
        _ tabulator: Tabulator, _ question: Question, _ rule: ComparisonRule, _ answers: ComparisonRule.Answers,
        _ dimension: Dimension
    ) throws(QuestionError) {
        var grouped = question
        grouped.dimensions = [dimension]
        grouped.totals = false
        try Catalogue.check(grouped)
        inquiry = try SurveyInquiry(grouped, of: tabulator)
        settings = tabulator.settings
        self.question = question
        self.rule = rule
        self.answers = answers
        self.dimension = dimension
        let inquiry = inquiry
        let rounds = inquiry.samples.filter { !inquiry.items(of: $0).isEmpty }.map { sample in
            "\(sample.survey.year)" + (dimension == .group ? sample.survey.group.code : "")
        }
        guard Set(rounds).count == rounds.count else { throw .severalSurveys }
    }

    func material(remarks: [Phrase]) throws(QuestionError) -> ComparisonMaterial {
        var years: [Int: [ComparisonMaterial.Group]] = [:]
        var (known, unknown): ([CaseMix.Factor], [CaseMix.Factor]) = ([], [])
        for (number, sample) in inquiry.samples.enumerated() {
            let items = inquiry.items(of: sample)
            guard !items.isEmpty else { continue }
            let item = sample.survey.items[items[0]]
            guard inquiry.rule.suits(item) else { throw .notOfItem(item.name, aspect: question.aspect.slug ?? "") }
            let values = answers.values(sample, items)
            var compared = ComparedAnswers(sample, number: number, values: values.rows, isShare: values.isShare)
            if answers.canBeStandardised {
                compared.tellApart(by: factors, inquiry.dataset, settings, years: question.years)
            }
            (known, unknown) = (compared.known, compared.unknown)
            for cell in inquiry.cells(of: sample) {
                let about = inquiry.domain(sample, cell.traits)
                guard let category = about.first(where: { $0.dimension == dimension }), category.kind == .value,
                    let figure = answers.figure(inquiry, sample, items, cell.members)
                else { continue }
                let (members, respondents) = compared.group(cell.members, degreesOfFreedom: figure.degreesOfFreedom)
                years[sample.survey.year, default: []].append(
                    ComparisonMaterial.Group(
                        category: category, members: members,
                        summary: ComparisonMaterial.Summary(
                            category, figure.unit, size: figure.size, n: figure.measurement.persons),
                        respondents: respondents))
            }
        }
        var notes = [ComparisonWords.answers]
        if !answers.canBeStandardised { notes.append(ComparisonWords.netNotStandardised) }
        if !unknown.isEmpty { notes.append(ComparisonWords.notKnown(unknown)) }
        return ComparisonMaterial(
            question: question, dimension: dimension, kind: rule.kind,
            years: years.mapValues { $0.sorted { $0.category.rank < $1.category.rank } }, remarks: notes + remarks,
            knowsTraits: !known.isEmpty)
    }

    /// What groups are standardised for: all but what sets them apart.
    private var factors: [CaseMix.Factor] {
        switch dimension {
        case .law: [.age, .sex]
        case .age: [.law, .sex]
        case .sex: [.law, .age]
        // Users and those who decide are other people: there is no mix to have in common.
        case .group: []
        default: CaseMix.Factor.allCases
        }
    }
}

extension Question {
    /// The one item that a question is about; nil for several, and where none is named.
    var namedItem: String? {
        let named = filters.filter { $0.dimension == .question && $0.comparison == .isOneOf }
        return named.count == 1 && named[0].values.count == 1 ? named[0].values[0] : nil
    }
}

extension Tabulator {
    /// The question whose table a comparison stands beside: broken down by what is compared, and of a survey about one
    /// number of one group and one wave a year. What it has left out is said in the remarks.
    ///
    /// An item is compared by its favourable share, a knowledge item by the share right. Of several groups of respondents
    /// the first is taken that tells the dimension at all, and of several waves in a year the last.
    ///
    /// - Throws: `QuestionError` as `material`, and `.noKeyFigure` for an item without any such number.
    package func compared(
        _ question: Question, by dimension: Dimension
    ) throws(QuestionError) -> (question: Question, remarks: [Phrase]) {
        let rule = try ComparisonMaterial.rule(for: question, comparing: dimension)
        var asked = question
        if !asked.dimensions.contains(dimension) { asked.dimensions.append(dimension) }
        guard case .answers = rule.members else { return (asked, []) }
        if let key = rule.key, let name = asked.namedItem {
            let wanted = NearestName.folded(name)
            if let item = dataset.surveys.flatMap(\.items).last(where: { NearestName.folded($0.name) == wanted }) {
                let number = try key(item)
                (asked.measure, asked.aspect) = (number.measure, number.aspect)
            }
        }
        var remarks: [Phrase] = []
        if dimension != .group { try choose(of: .group, in: &asked, comparing: dimension, &remarks) }
        try choose(of: .wave, in: &asked, comparing: dimension, &remarks)
        return (asked, remarks)
    }

    /// Leaves one group, or the last wave of each year, in a question about several.
    private func choose(
        of apart: Dimension, in question: inout Question, comparing dimension: Dimension, _ remarks: inout [Phrase]
    ) throws(QuestionError) {
        let inquiry = try SurveyInquiry(question, of: self)
        let samples = inquiry.samples.filter { !inquiry.items(of: $0).isEmpty }
        let groups = inquiry.groups(of: samples)
        if apart == .group {
            // A group that was not asked the item would make the table tell groups apart.
            guard groups.count > 1 || inquiry.groups(of: inquiry.samples).count > 1, !groups.isEmpty else { return }
            let chosen =
                groups.first { group in
                    samples.contains { sample in
                        sample.survey.group.code == group.code
                            && inquiry.cells(of: sample).count { cell in
                                cell.traits.contains { $0.dimension == dimension && $0.kind == .value }
                            } > 1
                    }
                } ?? groups[0]
            question.filters.append(Question.Filter(.group, .isOneOf, [chosen.code]))
            if groups.count > 1 { remarks.append(ComparisonWords.ofGroup(chosen.label)) }
            return
        }
        var last: [String: String] = [:]
        for sample in samples { last["\(sample.survey.year) \(sample.survey.group.code)"] = sample.survey.wave }
        guard last.count < samples.count else { return }
        question.filters.append(Question.Filter(.wave, .isOneOf, Set(last.values).sorted()))
        remarks.append(ComparisonWords.ofLastWave)
    }
}

extension SurveyInquiry {
    /// The groups that samples are of, in the project's order.
    fileprivate func groups(of samples: [SurveySample]) -> [Category] {
        samples.flatMap { domain($0).filter { $0.dimension == .group } }.reduce(into: []) { groups, group in
            if !groups.contains(group) { groups.append(group) }
        }.sorted { $0.rank < $1.rank }
    }
}
