// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// Which aspects the measures of surveys have, and what each may be broken down by.
package enum SurveyRules {
    /// Traits of a respondent.
    static let traits: [Dimension] = [.district, .sex, .age, .law]

    /// - Throws: `QuestionError` for a question outside the rules.
    static func check(_ question: Question) throws(QuestionError) {
        guard isAspect(question.measure, question.aspect) else { throw .notAnAspect(question.measure) }
        guard question.level > 0, question.level < 1 else { throw .outOfRange("\(question.level)") }
        for dimension in question.dimensions where !mayBreakDown(question, by: dimension) {
            throw .notBrokenDown(question.measure, dimension)
        }
        for filter in question.filters {
            guard filter.dimension != .answer,
                filter.dimension == .question || mayBreakDown(question, by: filter.dimension)
            else { throw .notBrokenDown(question.measure, filter.dimension) }
        }
        if question.measure == .respondents, !question.dimensions.contains(where: traits.contains) {
            throw .needsBreakdown(.respondents, .sex)
        }
        if question.measure == .item, !question.dimensions.contains(.question),
            !question.filters.contains(where: { $0.dimension == .question && $0.comparison == .isOneOf })
        {
            throw .needsItem
        }
    }

    /// The questions after the two numbers that the answer to an item leaves out: those who do not know, and those
    /// without an answer. nil for questions that are about them, and for numbers that leave nobody out.
    package static func leftOut(of question: Question) -> (doNotKnow: Question, nonresponse: Question)? {
        switch (question.measure, question.aspect) {
        case (.item, .headline), (.item, .topBox), (.item, .netBalance), (.item, .index), (.item, .mean),
            (.item, .worstCase), (.awareness, .headline), (.awareness, .worstCase):
            break
        default: return nil
        }
        var asked = question
        asked.dimensions.removeAll { $0 == .answer }
        var (doNotKnow, nonresponse) = (asked, asked)
        doNotKnow.aspect = .doNotKnow
        nonresponse.aspect = .itemNonresponse
        return (doNotKnow, nonresponse)
    }

    private static func isAspect(_ measure: MeasureName, _ aspect: Question.Aspect) -> Bool {
        switch (measure, aspect) {
        case (_, .headline): true
        case (.item, .topBox), (.item, .netBalance), (.item, .index), (.item, .mean): true
        case (.item, .change), (.item, .answers), (.item, .itemNonresponse), (.item, .doNotKnow), (.item, .worstCase):
            true
        case (.awareness, .change), (.awareness, .answers), (.awareness, .itemNonresponse), (.awareness, .doNotKnow),
            (.awareness, .worstCase):
            true
        case (.item, .gap(let dimension)), (.awareness, .gap(let dimension)):
            dimension == .group || traits.contains(dimension)
        case (.responseRate, .answers), (.respondents, .register): true
        default: false
        }
    }

    private static func mayBreakDown(_ question: Question, by dimension: Dimension) -> Bool {
        switch (question.measure, dimension) {
        case (_, .year), (_, .group), (_, .wave): true
        case (.item, .question), (.awareness, .question): true
        case (.item, .answer): question.aspect == .headline
        case (.responseRate, .district): true
        case (.responseRate, _): question.aspect == .answers && traits.contains(dimension)
        case (.respondents, _), (.item, _), (.awareness, _): traits.contains(dimension)
        default: false
        }
    }
}
