// SPDX-License-Identifier: EUPL-1.2
import CaseData
package import Terms

/// The measures there are, in the order of the follow-up's questions.
package enum Catalogue {
    package static let measures: [Measure] = [
        .persons, .grantedHours, .performedHours, .utilisation, .decomposition, .flexibleUse,
        .lapsedHours, .overrun, .periodProfile, .hoursChange, .outcomes, .waitingTime, .notExecuted,
        .expenses,
        .item, .awareness, .responseRate, .respondents,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: measures.map { ($0.name, $0) })
    private static let aspects = Dictionary(
        uniqueKeysWithValues: measures.map { measure in
            (measure.name, Dictionary(uniqueKeysWithValues: measure.aspects.map { ($0.name, $0) }))
        })

    /// Persons with the service: the base of the other measures.
    package static let everyone = NumberName(.persons)

    /// The measure of a name as it is written at the command line; nil when there is none.
    package static func measure(named name: String) -> Measure? { byName[MeasureName(rawValue: name)] }

    package static subscript(name: MeasureName) -> Measure {
        guard let measure = byName[name] else { preconditionFailure("a measure is in the catalogue: \(name.rawValue)") }
        return measure
    }

    /// What a question asks for; nil when its measure has no such aspect.
    package static func aspect(_ measure: MeasureName, _ aspect: Question.Aspect) -> Measure.Aspect? {
        aspects[measure]?[aspect.name]
    }

    /// The dimension whose parts a measure's headline always sets side by side, and other aspects where they can; nil for
    /// those without parts.
    package static func parts(of measure: MeasureName, _ aspect: Question.Aspect) -> Dimension? {
        guard let declared = self.aspect(measure, aspect) else { return nil }
        if case .sideBySide(let table, _) = declared.count { return table.dimension }
        return aspect == .headline ? declared.needs : nil
    }

    /// What a question that has been checked asks for.
    package static func aspect(of question: Question) -> Measure.Aspect {
        declaration(of: question.measure, question.aspect)
    }

    /// What is declared of an aspect that exists.
    package static func declaration(of measure: MeasureName, _ aspect: Question.Aspect) -> Measure.Aspect {
        guard let declared = self.aspect(measure, aspect) else {
            preconditionFailure("a question is checked before it is answered")
        }
        return declared
    }
}

extension Catalogue {
    /// - Throws: `QuestionError` for a question that the catalogue has no answer to.
    static func check(_ question: Question) throws(QuestionError) {
        guard let aspect = aspect(question.measure, question.aspect) else { throw .notAnAspect(question.measure) }
        guard question.level > 0, question.level < 1 else { throw .outOfRange("\(question.level)") }
        try check(question.aspect)
        for dimension in question.dimensions where !aspect.breakdowns.contains(dimension) {
            throw .notBrokenDown(question.measure, dimension)
        }
        for filter in question.filters where !aspect.filters.contains(filter.dimension) {
            throw .notBrokenDown(question.measure, filter.dimension)
        }
        if let needed = aspect.needs, !question.dimensions.contains(needed) {
            throw .needsBreakdown(question.measure, needed)
        }
        try aspect.check(question)
    }

    private static func check(_ aspect: Question.Aspect) throws(QuestionError) {
        switch aspect.parameter {
        case .probability(let p):
            guard (0...1).contains(p) else { throw .outOfRange("\(p)") }
        case .day(let month, let day):
            guard (1...12).contains(month), (1...YearMonth(year: 2000, month: month).days).contains(day) else {
                throw .outOfRange("\(month)-\(day)")
            }
        case .flexible(let definition, let denominator, let anchor):
            try FlexibleVariant.checkNames(definition, denominator, anchor)
        case .dimension, nil: break
        }
    }

    /// Year first, then the others in the order asked for, each once.
    static func dimensions(of question: Question) -> [Dimension] {
        var dimensions: [Dimension] = [.year]
        for dimension in question.dimensions where !dimensions.contains(dimension) { dimensions.append(dimension) }
        return dimensions
    }

    /// Whether the answer speaks of the year before too.
    static func comparesYears(_ question: Question) -> Bool {
        aspect(question.measure, question.aspect)?.yearsCompared != nil
    }

    /// The definition that stands beside an answer: a short id, one sentence, the settings in force, and the words its
    /// numbers are told in. `kinds` are those of the survey items that are answered.
    static func definition(
        of question: Question, settings: MeasureSettings, kinds: Set<SurveyItem.Kind> = []
    ) -> Definition {
        let (measure, aspect) = (self[question.measure], aspect(of: question))
        let settings = FlexibleVariant(question, settings: settings).applied(to: settings)
        let item = aspect.count.survey?.isOfOneItem == true ? question.namedItem : nil
        let id = [measure.name.rawValue + (item.map { ":" + $0 } ?? ""), aspect.id(question.aspect, settings)]
        let used = question.dimensions + question.filters.map(\.dimension)
        let keys =
            aspect.settingKeys
            + (used.contains(.hourClass) ? ["hour_classes"] : []) + (used.contains(.age) ? ["age_groups"] : [])
        return Definition(
            id: id.filter { !$0.isEmpty }.joined(separator: " "),
            text: aspect.value == .byItem ? Measure.distribution(kinds) : aspect.definition(question.aspect, settings),
            settings: keys.map { Definition.Setting($0, settings.value(of: $0)) },
            words: words(of: question), declares: aspect.declares(question.aspect, settings))
    }

    /// What the numbers of a question are called.
    package static func words(of question: Question) -> ValueWords {
        let aspect = aspect(of: question)
        var subject = aspect.subject(question.aspect)
        if aspect.count.survey?.isOfOneItem == true, let item = question.namedItem {
            subject = Phrase(sv: item + ": ", en: item + ": ") + subject.lowercasedFirst
        }
        return ValueWords(
            subject: subject, areDifferences: aspect.isSigned,
            areTested: aspect.isTested || aspect.count.survey?.isTested == true, decimals: aspect.decimals,
            compared: aspect.comparison?.words)
    }

    /// The measures of a measure's material that groups can be compared by, as they are written at the command line.
    static func comparable(like measure: MeasureName) -> [Phrase] {
        measures.filter { $0.isOfRegister == self[measure].isOfRegister }.flatMap { measure in
            measure.aspects.filter { $0.comparison != nil && ($0.name.isEmpty || !$0.spellings.isEmpty) }.map {
                aspect in
                let tail = aspect.name.isEmpty ? "" : ":" + aspect.name
                let isOfItem = aspect.count.survey?.isOfOneItem == true
                return Phrase(
                    sv: measure.name.rawValue + (isOfItem ? ":NAMN" : "") + tail,
                    en: measure.name.rawValue + (isOfItem ? ":NAME" : "") + tail)
            }
        }
    }

    /// Whether the numbers that answer a question are estimated from those who answered a survey.
    package static func isEstimated(_ question: Question) -> Bool {
        aspect(question.measure, question.aspect)?.count.survey?.isEstimated ?? false
    }

    /// The questions after the two numbers that the answer to an item leaves out: those who do not know, and those
    /// without an answer. nil for questions that are about them, and for numbers that leave nobody out.
    package static func leftOut(of question: Question) -> (doNotKnow: Question, nonresponse: Question)? {
        guard aspect(question.measure, question.aspect)?.count.survey?.leavesOut == true else { return nil }
        var asked = question
        asked.dimensions.removeAll { $0 == .answer }
        var (doNotKnow, nonresponse) = (asked, asked)
        doNotKnow.aspect = .doNotKnow
        nonresponse.aspect = .itemNonresponse
        return (doNotKnow, nonresponse)
    }
}

extension Measure.Counting {
    /// What it speaks of, where it is of surveys.
    var survey: Measure.SurveyRule? {
        switch self {
        case .answers(let rule, _): rule
        case .persons, .sideBySide: nil
        }
    }
}

extension Phrase {
    /// With a small first letter, within a sentence.
    fileprivate var lowercasedFirst: Phrase {
        func lowercased(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
        return Phrase(sv: lowercased(swedish), en: lowercased(english))
    }
}
