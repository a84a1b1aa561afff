// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The questions the follow-up puts to surveys. Groups and waves always stand in the breakdown, so that an answer has
/// the same key whatever surveys there are.
extension ReportQuestions {
    /// The last wave of each group within the years of the report, in the order groups first occur.
    var currentSurveys: [SurveyFacts] {
        var groups: [String] = []
        var current: [String: SurveyFacts] = [:]
        for survey in surveys where years.contains(survey.year) {
            if current[survey.group] == nil { groups.append(survey.group) }
            current[survey.group] = survey
        }
        return groups.compactMap { current[$0] }
    }

    /// The group's last wave before a survey that asked the item.
    func wave(before survey: SurveyFacts, with item: String) -> SurveyFacts? {
        guard let place = surveys.firstIndex(of: survey) else { return nil }
        return surveys[..<place].last { $0.group == survey.group && $0.item(item) != nil }
    }

    /// The group whose respondents are told apart by district: users where they are among those that can be.
    var surveyByDistrict: SurveyFacts? {
        let candidates = currentSurveys.filter(\.hasDistricts)
        return candidates.first { $0.group == "users" } ?? candidates.first
    }

    // MARK: Single questions

    func survey(
        _ measure: MeasureName, _ aspect: Question.Aspect = .headline, by dimensions: Dimension...,
        items: [String] = [], of survey: SurveyFacts? = nil, sinceFirst: Bool = false
    ) -> Question {
        var filters: [Question.Filter] = []
        if !items.isEmpty { filters.append(.init(.question, .isOneOf, items)) }
        if let survey { filters.append(.init(.group, .isOneOf, [survey.group])) }
        return Question(
            measure, aspect, by: [.group, .wave] + dimensions, where: filters,
            years: sinceFirst ? allWaves : surveyYears)
    }

    var responseRate: Question { survey(.responseRate) }
    var respondentCount: Question { survey(.responseRate, .answers) }
    var responseRateByDistrict: Question { survey(.responseRate, by: .district) }
    /// The share of each answer. Not of knowledge items: how few chose each wrong answer would have to be hidden, and
    /// with it how many know.
    var distribution: Question { survey(.item, by: .question, .answer, items: names(\.isDistributed)) }
    var answerCount: Question { survey(.item, .answers, by: .question, items: names { $0.role != .background }) }
    var itemNonresponse: Question {
        survey(.item, .itemNonresponse, by: .question, items: names { $0.isJudged || $0.isKnowledge })
    }
    var doNotKnow: Question {
        survey(.item, .doNotKnow, by: .question, items: names { $0.isJudged || $0.isKnowledge })
    }
    var numbers: Question { survey(.item, .mean, by: .question, items: names { $0.kind == .number }) }
    /// The favourable share, over the waves it is compared with.
    var favourable: Question { survey(.item, .topBox, by: .question, items: names(\.isJudged), sinceFirst: true) }
    var favourableChange: Question { survey(.item, .change, by: .question, items: repeatedItems) }
    var favourableGap: Question { survey(.item, .gap(.group), by: .question, items: sharedItems) }
    /// The share who answer right, over the waves it is compared with.
    var knowledge: Question { survey(.awareness, by: .question, sinceFirst: true) }
    var knowledgeChange: Question { survey(.awareness, .change, by: .question) }
    var knowledgeGap: Question { survey(.awareness, .gap(.group), by: .question) }

    func favourableByDistrict(_ survey: SurveyFacts) -> Question {
        self.survey(
            .item, .topBox, by: .district, .question, items: survey.items.filter(\.isJudged).map(\.name), of: survey)
    }

    func knowledgeByDistrict(_ survey: SurveyFacts) -> Question {
        self.survey(.awareness, by: .district, .question, of: survey)
    }

    func respondents(_ survey: SurveyFacts, by trait: Dimension) -> Question {
        self.survey(.respondents, by: trait, of: survey)
    }

    func register(_ survey: SurveyFacts, by trait: Dimension) -> Question {
        self.survey(.respondents, .register, by: trait, of: survey)
    }

    /// What respondents are held against the register on.
    static let registerTraits: [Dimension] = [.sex, .age, .law]

    // MARK: All

    /// All that is asked of surveys; empty when no wave belongs to the years of the report.
    var ofSurveys: [Question] {
        let current = currentSurveys
        guard !current.isEmpty else { return [] }
        var questions = [responseRate, respondentCount]
        if current.contains(where: \.strataAreDistricts) { questions.append(responseRateByDistrict) }
        func ask(_ question: @autoclosure () -> Question, if items: [String]) {
            if !items.isEmpty { questions.append(question()) }
        }
        ask(distribution, if: names(\.isDistributed))
        ask(answerCount, if: names { $0.role != .background })
        ask(itemNonresponse, if: names { $0.isJudged || $0.isKnowledge })
        ask(doNotKnow, if: names { $0.isJudged || $0.isKnowledge })
        ask(numbers, if: names { $0.kind == .number })
        ask(favourable, if: names(\.isJudged))
        ask(favourableChange, if: repeatedItems)
        ask(favourableGap, if: sharedItems)
        if hasKnowledge {
            questions.append(knowledge)
            if current.contains(where: { survey in
                survey.knowledge.contains { wave(before: survey, with: $0.name) != nil }
            }) {
                questions.append(knowledgeChange)
            }
            if current.count(where: { !$0.knowledge.isEmpty }) > 1 { questions.append(knowledgeGap) }
        }
        if let survey = surveyByDistrict {
            if survey.items.contains(where: \.isJudged) { questions.append(favourableByDistrict(survey)) }
            if !survey.knowledge.isEmpty { questions.append(knowledgeByDistrict(survey)) }
            questions += comparedItems.compactMap(\.sharesOfWaves)
        }
        if let users = current.first(where: { $0.group == "users" }) {
            for trait in Self.registerTraits {
                questions.append(respondents(users, by: trait))
                if !isOfSurveys { questions.append(register(users, by: trait)) }
            }
        }
        return questions
    }

    var hasKnowledge: Bool { currentSurveys.contains { !$0.knowledge.isEmpty } }

    // MARK: Which items and years

    /// Names of the items that hold of any of the current surveys, each once.
    private func names(_ isWanted: (SurveyFacts.Item) -> Bool) -> [String] {
        var seen: Set<String> = []
        return currentSurveys.flatMap(\.items).filter(isWanted).map(\.name).filter { seen.insert($0).inserted }
    }

    /// Judged items that an earlier wave of the same group asked.
    private var repeatedItems: [String] {
        names { item in
            item.isJudged
                && currentSurveys.contains { $0.item(item.name) != nil && wave(before: $0, with: item.name) != nil }
        }
    }

    /// Judged items put to several groups.
    var sharedItems: [String] {
        names { item in
            item.isJudged && currentSurveys.count { $0.item(item.name)?.isJudged == true } > 1
        }
    }

    private var surveyYears: ClosedRange<Int> {
        let years = currentSurveys.map(\.year)
        return (years.min() ?? year)...(years.max() ?? year)
    }

    /// From the earliest wave that a current one is compared with.
    private var allWaves: ClosedRange<Int> {
        let before = currentSurveys.flatMap { survey in
            survey.items.filter { $0.isJudged || $0.isKnowledge }.compactMap {
                wave(before: survey, with: $0.name)?.year
            }
        }
        return min(before.min() ?? surveyYears.lowerBound, surveyYears.lowerBound)...surveyYears.upperBound
    }
}

extension SurveyFacts.Item {
    /// Whether what was answered is told answer by answer.
    var isDistributed: Bool { role == .opinion && !categories.isEmpty }
}
