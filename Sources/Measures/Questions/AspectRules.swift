// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

extension Question.Aspect {
    /// Whether it is a number per inhabitants or the like.
    var isPerPopulation: Bool { self == .perTenThousand || self == .perThousandEntitled }
}

/// Which aspects a measure has, and what each may be broken down by.
enum AspectRules {
    /// - Throws: `QuestionError` for a question outside the rules.
    static func check(_ question: Question) throws(QuestionError) {
        if question.measure.isOfSurvey { return try SurveyRules.check(question) }
        guard isAspect(question) else { throw .notAnAspect(question.measure) }
        guard question.level > 0, question.level < 1 else { throw .outOfRange("\(question.level)") }
        switch question.aspect {
        case .quantile(let p):
            guard (0...1).contains(p) else { throw .outOfRange("\(p)") }
        case .onDay(let month, let day):
            guard (1...12).contains(month), (1...YearMonth(year: 2000, month: month).days).contains(day) else {
                throw .outOfRange("\(month)-\(day)")
            }
        case .flexible(let definition, let denominator, let anchor):
            try FlexibleVariant.checkNames(definition, denominator, anchor)
        case .lawCombination:
            guard question.dimensions.contains(.law) else { throw .needsBreakdown(question.measure, .law) }
        default: break
        }
        for dimension in question.dimensions where !mayBreakDown(question, by: dimension) {
            throw .notBrokenDown(question.measure, dimension)
        }
        for filter in question.filters where !mayFilter(question, on: filter.dimension) {
            throw .notBrokenDown(question.measure, filter.dimension)
        }
    }

    /// Whether the answer speaks of the year before too.
    static func comparesYears(_ question: Question) -> Bool {
        question.aspect == .change || question.measure == .decomposition
    }

    /// Year first, then the others in the order asked for, each once.
    static func dimensions(of question: Question) -> [Dimension] {
        var dimensions: [Dimension] = [.year]
        for dimension in question.dimensions where !dimensions.contains(dimension) { dimensions.append(dimension) }
        return dimensions
    }

    private static func isAspect(_ question: Question) -> Bool {
        switch (question.measure, question.aspect) {
        case (.item, _), (.awareness, _), (.responseRate, _), (.respondents, _): false
        case (.decomposition, .part), (.decomposition, .headline): true
        case (.decomposition, _), (_, .part): false
        case (_, .headline), (_, .change): true
        case (.persons, .onDay), (.persons, .monthEndMean), (.persons, .perTenThousand),
            (.persons, .perThousandEntitled),
            (.persons, .lawCombination),
            (.persons, .unlimited), (.persons, .withoutPerformed), (.persons, .outsideDecisions),
            (.persons, .withoutDistrict):
            true
        case (.grantedHours, .mean), (.grantedHours, .perPerson), (.grantedHours, .quantile),
            (.grantedHours, .decisions), (.grantedHours, .withoutPerformed):
            true
        case (.performedHours, .outsideDecisions), (.performedHours, .unlimited): true
        case (.utilisation, .mean), (.utilisation, .quantile): true
        case (.flexibleUse, .quantile), (.flexibleUse, .flexible), (.flexibleUse, .unlimited),
            (.flexibleUse, .shiftedShare):
            true
        default: false
        }
    }

    private static func mayBreakDown(_ question: Question, by dimension: Dimension) -> Bool {
        switch dimension {
        case .group, .wave, .question, .answer: false
        case .month: isByMonth(question)
        case .hourClass: question.aspect == .decisions
        case .factor: question.measure == .decomposition && question.aspect == .headline
        case .districtThen: !question.aspect.isPerPopulation
        default: true
        }
    }

    private static func mayFilter(_ question: Question, on dimension: Dimension) -> Bool {
        // A part of the persons per all inhabitants is fair for a law, not for a district, a sex or an age.
        let isOfPopulation = [.district, .sex, .age].contains(dimension)
        if dimension == .factor { return false }
        return isOfPopulation && question.aspect.isPerPopulation ? false : mayBreakDown(question, by: dimension)
    }

    /// Numbers at a point in time, per year, or between years have no months.
    private static func isByMonth(_ question: Question) -> Bool {
        switch question.aspect {
        case .onDay, .monthEndMean, .perTenThousand, .perThousandEntitled, .perPerson, .decisions, .change, .part:
            false
        case .headline: question.measure != .decomposition
        case .withoutPerformed: question.measure == .persons
        default: true
        }
    }
}
