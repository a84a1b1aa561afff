// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

extension SurveyInquiry {
    /// Rows for each item that suits the aspect, and each group.
    ///
    /// - Throws: `QuestionError.notOfItem` when none of the items can be counted so.
    func itemRows(
        _ rows: (SurveySample, Int, Cell, ItemFigures, AnswerLinks) -> [CountedRow]
    ) throws(QuestionError) -> [CountedRow] {
        var all: [CountedRow] = []
        var isAnswered = false
        var unsuited: String?
        for sample in samples {
            let cells = cells(of: sample)
            for item in items(of: sample) {
                let described = sample.survey.items[item]
                guard rule.suits(described) else {
                    unsuited = unsuited ?? described.name
                    continue
                }
                isAnswered = true
                for cell in cells {
                    let figures = ItemFigures(sample, item: item, members: cell.members, level: question.level)
                    let links = AnswerLinks(described, domain(sample, item: item, cell.traits))
                    all += rows(sample, item, cell, figures, links)
                }
            }
        }
        if !isAnswered, let unsuited { throw .notOfItem(unsuited, aspect: question.aspect.slug ?? "") }
        return all
    }

    /// A row for each answer that can be given; the mean of numbers, the number of texts.
    func distributions() throws(QuestionError) -> [CountedRow] {
        try itemRows { sample, item, cell, figures, links in
            let described = sample.survey.items[item]
            switch described.kind {
            case .text: return [row(sample, item: item, cell.traits, figures.answers)]
            case .number:
                let mean = figures.mean?.counted ?? Measure.nobody(.score, .mean)
                return [row(sample, item: item, cell.traits, mean)]
            case .single, .multiple, .scale:
                return SurveyCategories.answers(to: described).enumerated().map { place, answer in
                    row(
                        sample, item: item, cell.traits, answer: answer,
                        figures.share(ofAnswer: place)?.counted ?? Measure.nobody(.share),
                        place == 0 ? links.wholeDistribution : [])
                }
            }
        }
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
        _ coefficient: Int, _ aspect: Question.Aspect, _ part: Part, _ domain: [Category]
    ) -> Tabulation.Identity.Term {
        Tabulation.Identity.Term(coefficient, .item, aspect, part, of: domain)
    }

    /// Of items with one answer each: the answers add to their base.
    var wholeDistribution: [Tabulation.Identity] {
        guard item.kind != .multiple else { return [] }
        return [Tabulation.Identity(.denominator, answers(Array(SurveyCategories.answers(to: item).indices)))]
    }

    /// Only for items with one answer each is the favourable share the sum of the favourable answers.
    func favourable(_ part: Part) -> Tabulation.Identity {
        Tabulation.Identity(part, item.kind == .multiple ? [] : answers(item.favourable))
    }

    func right(_ part: Part) -> Tabulation.Identity {
        Tabulation.Identity(part, answers(item.categories.indices.filter { item.categories[$0].isRight }))
    }

    func balance(_ part: Part) -> Tabulation.Identity {
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

    /// Those asked are those without an answer, those who do not know, and those whose answer counts: under each of the
    /// names that a table may have them by.
    var asked: [Tabulation.Identity] {
        var rest = [term(1, .itemNonresponse, .numerator, about)]
        if item.role != .knowledge { rest.append(term(1, .doNotKnow, .numerator, about)) }
        return answering.map { Tabulation.Identity(.denominator, rest + [$0]) }
    }

    /// Those whose answer counts.
    private var answering: [Tabulation.Identity.Term] {
        [term(1, .headline, .denominator, about), term(1, .answers, .value, about)]
            + (item.role == .knowledge
                ? [Tabulation.Identity.Term(1, .awareness, .headline, .denominator, of: about)] : [])
    }

    var doNotKnow: [Tabulation.Identity] {
        guard item.role == .knowledge else { return [] }
        return [Tabulation.Identity(.numerator, answers([item.categories.count]))]
    }
}
