// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 11: what was answered to one item, or to several beside each other.
extension SurveyInquiry {
    func itemRows() throws(QuestionError) -> [Tabulation.Row] {
        var rows: [Tabulation.Row] = []
        var isAnswered = false
        var unsuited: String?
        for sample in samples {
            let cells = cells(of: sample)
            for item in items(of: sample) {
                guard suits(sample.survey.items[item]) else {
                    unsuited = unsuited ?? sample.survey.items[item].name
                    continue
                }
                isAnswered = true
                for cell in cells { rows += itemRows(sample, item, cell) }
            }
        }
        if !isAnswered, let unsuited {
            throw .notOfItem(unsuited, aspect: SurveyDefinitions.aspect(question.aspect))
        }
        return rows
    }

    /// Whether an item can be counted so.
    func suits(_ item: SurveyItem) -> Bool {
        switch question.aspect {
        case .topBox: item.role != .knowledge && !item.favourable.isEmpty
        case .netBalance: !item.favourable.isEmpty && !item.unfavourable.isEmpty
        case .index: item.kind == .scale && item.categories.count > 1
        case .mean: item.kind == .scale || item.kind == .number
        case .change, .gap: hasKeyFigure(item)
        case .worstCase: item.kind != .number && hasKeyFigure(item)
        default: true
        }
    }

    /// Whether an item has a number that groups and waves are compared by.
    func hasKeyFigure(_ item: SurveyItem) -> Bool {
        switch item.role {
        case .knowledge: item.categories.contains(where: \.isRight)
        default: item.kind == .number || !item.favourable.isEmpty
        }
    }

    private func itemRows(_ sample: SurveySample, _ item: Int, _ cell: Cell) -> [Tabulation.Row] {
        let figures = ItemFigures(sample, item: item, members: cell.members, level: question.level)
        let about = domain(sample, item: item, cell.traits)
        func one(_ measurement: Measurement, _ identities: [Tabulation.Identity] = []) -> [Tabulation.Row] {
            [row(sample, item: item, cell.traits, measurement, identities)]
        }
        let links = AnswerLinks(sample.survey.items[item], about)
        switch question.aspect {
        case .topBox:
            return one(figures.key?.measurement ?? nobody(.share), [links.favourable(.numerator)])
        case .netBalance:
            return one(
                figures.netBalance?.measurement ?? nobody(.shareDifference, .difference), [links.balance(.numerator)])
        case .index: return one(figures.index?.measurement ?? nobody(.points, .mean), links.scores)
        case .mean: return one(figures.mean?.measurement ?? nobody(.score, .mean), links.scores)
        case .answers: return one(figures.answers)
        case .itemNonresponse: return one(figures.itemNonresponse, [links.asked])
        case .doNotKnow: return one(figures.doNotKnow, links.doNotKnow)
        case .worstCase:
            let measurement = figures.key.map { figures.bounds.measurement(of: $0.measurement) }
            return one(measurement ?? nobody(.share, .difference), [links.key])
        default: return distribution(sample, item, cell, figures, links)
        }
    }

    /// A row for each answer that can be given; the mean of numbers, the number of texts.
    private func distribution(
        _ sample: SurveySample, _ item: Int, _ cell: Cell, _ figures: ItemFigures, _ links: AnswerLinks
    ) -> [Tabulation.Row] {
        let described = sample.survey.items[item]
        switch described.kind {
        case .text: return [row(sample, item: item, cell.traits, figures.answers)]
        case .number:
            return [row(sample, item: item, cell.traits, figures.mean?.measurement ?? nobody(.score, .mean))]
        case .single, .multiple, .scale:
            return SurveyCategories.answers(to: described).enumerated().map { place, answer in
                let share = figures.share(ofAnswer: place)?.measurement ?? nobody(.share)
                return row(
                    sample, item: item, cell.traits, answer: answer, share, place == 0 ? links.wholeDistribution : [])
            }
        }
    }

    func nobody(_ unit: Unit, _ kind: Measurement.Kind = .share) -> Measurement {
        .notDefined(unit: unit, kind: kind, SurveyReasons.nobodyAnswered)
    }
}

/// How the numbers of one item in one group follow from the distribution of its answers.
struct AnswerLinks {
    private let item: SurveyItem
    private let about: [Category]

    init(_ item: SurveyItem, _ about: [Category]) {
        self.item = item
        self.about = about
    }

    private func answers(_ places: [Int], _ coefficient: Int = 1) -> [Tabulation.Identity.Term] {
        let categories = SurveyCategories.answers(to: item)
        return places.map { term(coefficient, .headline, .numerator, about + [categories[$0]]) }
    }

    private func term(
        _ coefficient: Int, _ aspect: Question.Aspect, _ part: Tabulation.Part, _ domain: [Category]
    ) -> Tabulation.Identity.Term {
        Tabulation.Identity.Term(coefficient, .item, aspect, part, of: domain)
    }

    /// Of items with one answer each: the answers add to their base.
    var wholeDistribution: [Tabulation.Identity] {
        guard item.kind != .multiple else { return [] }
        return [Tabulation.Identity(.denominator, answers(Array(SurveyCategories.answers(to: item).indices)))]
    }

    /// Only for items with one answer each is the favourable share the sum of the favourable answers.
    func favourable(_ part: Tabulation.Part) -> Tabulation.Identity {
        Tabulation.Identity(part, item.kind == .multiple ? [] : answers(item.favourable))
    }

    func right(_ part: Tabulation.Part) -> Tabulation.Identity {
        Tabulation.Identity(part, answers(item.categories.indices.filter { item.categories[$0].isRight }))
    }

    func balance(_ part: Tabulation.Part) -> Tabulation.Identity {
        Tabulation.Identity(
            part, item.kind == .multiple ? [] : answers(item.favourable) + answers(item.unfavourable, -1))
    }

    /// The sum of scores, where they are whole numbers.
    var scores: [Tabulation.Identity] {
        guard item.kind == .scale else { return [] }
        var terms: [Tabulation.Identity.Term] = []
        for (place, category) in item.categories.enumerated() {
            guard let score = Int(exactly: category.score ?? Double(place + 1)) else { return [] }
            terms += answers([place], score)
        }
        return [Tabulation.Identity(.numerator, terms)]
    }

    /// What a difference or a bounded share is a number of.
    var key: Tabulation.Identity {
        Tabulation.Identity(.value, [keyTerm(1, about)])
    }

    func keyTerm(_ coefficient: Int, _ domain: [Category]) -> Tabulation.Identity.Term {
        if item.role == .knowledge {
            return Tabulation.Identity.Term(coefficient, .awareness, .headline, .value, of: domain)
        }
        return term(coefficient, item.kind == .number ? .headline : .topBox, .value, domain)
    }

    /// Those asked are those without an answer, those who do not know, and those whose answer counts.
    var asked: Tabulation.Identity {
        var terms = [
            term(1, .itemNonresponse, .numerator, about), term(1, .headline, .denominator, about),
        ]
        if item.role != .knowledge { terms.append(term(1, .doNotKnow, .numerator, about)) }
        return Tabulation.Identity(.denominator, terms)
    }

    var doNotKnow: [Tabulation.Identity] {
        guard item.role == .knowledge else { return [] }
        return [Tabulation.Identity(.numerator, answers([item.categories.count]))]
    }
}
