// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// What chapters ask of surveys. Groups and waves always stand in the breakdown, so that an answer has the same key
/// whatever surveys there are. A question is nil where no survey of the report has anything to answer it with.
extension ReportScope {
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

    /// The users' survey, if there is one: their answers are held against the register.
    var usersSurvey: SurveyFacts? { currentSurveys.first { $0.group == "users" } }

    /// The group whose respondents are told apart by district: users where they are among those that can be.
    var surveyByDistrict: SurveyFacts? {
        let candidates = currentSurveys.filter(\.hasDistricts)
        return candidates.first { $0.group == "users" } ?? candidates.first
    }

    /// The group's last wave before a survey that asked the item.
    func wave(before survey: SurveyFacts, with item: String) -> SurveyFacts? {
        guard let place = surveys.firstIndex(of: survey) else { return nil }
        return surveys[..<place].last { $0.group == survey.group && $0.item(item) != nil }
    }

    // MARK: Respondents

    var responseRate: Question? { currentSurveys.isEmpty ? nil : survey(.responseRate) }
    var respondentCount: Question? { currentSurveys.isEmpty ? nil : survey(.responseRate, .answers) }
    /// Where strata are districts.
    var responseRateByDistrict: Question? {
        currentSurveys.contains(where: \.strataAreDistricts) ? survey(.responseRate, by: .district) : nil
    }

    /// The users who answered, by a trait, and all in the register by it.
    func respondents(by trait: Dimension) -> Question? {
        usersSurvey.map { survey(.respondents, by: trait, of: $0) }
    }
    func register(by trait: Dimension) -> Question? {
        basis == .surveys ? nil : usersSurvey.map { survey(.respondents, .register, by: trait, of: $0) }
    }

    /// What respondents are held against the register on.
    static let registerTraits: [Dimension] = [.sex, .age, .law]

    // MARK: Opinions

    /// The share of each answer. Not of knowledge items: how few chose each wrong answer would have to be hidden, and
    /// with it how many know.
    var distribution: Question? { ofItems(.headline, by: .question, .answer) { $0.isDistributed } }
    var answerCount: Question? { ofItems(.answers) { $0.role != .background } }
    var itemNonresponse: Question? { ofItems(.itemNonresponse) { $0.isJudged || $0.isKnowledge } }
    var doNotKnow: Question? { ofItems(.doNotKnow) { $0.isJudged || $0.isKnowledge } }
    var numbers: Question? { ofItems(.mean) { $0.kind == .number } }
    /// The favourable share, over the waves it is compared with.
    var favourable: Question? { ofItems(.topBox, sinceFirst: true) { $0.isJudged } }
    /// Of items that an earlier wave of the same group asked.
    var favourableChange: Question? {
        ofItems(.change) { item in
            item.isJudged
                && currentSurveys.contains { $0.item(item.name) != nil && wave(before: $0, with: item.name) != nil }
        }
    }
    /// Of items put to several groups.
    var favourableGap: Question? {
        ofItems(.gap(.group)) { item in
            item.isJudged && currentSurveys.count { $0.item(item.name)?.isJudged == true } > 1
        }
    }
    func favourableByDistrict(_ survey: SurveyFacts) -> Question? {
        let judged = survey.items.filter(\.isJudged).map(\.name)
        return judged.isEmpty
            ? nil : self.survey(.item, .topBox, by: .district, .question, items: judged, of: survey)
    }

    // MARK: Knowledge

    var hasKnowledge: Bool { currentSurveys.contains { !$0.knowledge.isEmpty } }

    /// The share who answer right, over the waves it is compared with.
    var knowledge: Question? { hasKnowledge ? survey(.awareness, by: .question, sinceFirst: true) : nil }
    var knowledgeChange: Question? {
        let isRepeated = currentSurveys.contains { survey in
            survey.knowledge.contains { wave(before: survey, with: $0.name) != nil }
        }
        return isRepeated ? survey(.awareness, .change, by: .question) : nil
    }
    var knowledgeGap: Question? {
        currentSurveys.count { !$0.knowledge.isEmpty } > 1 ? survey(.awareness, .gap(.group), by: .question) : nil
    }
    func knowledgeByDistrict(_ survey: SurveyFacts) -> Question? {
        survey.knowledge.isEmpty ? nil : self.survey(.awareness, by: .district, .question, of: survey)
    }

    // MARK: Which items and years

    private func survey(
        _ measure: MeasureName, _ aspect: Question.Aspect = .headline, by dimensions: Dimension...,
        items: [String] = [], of survey: SurveyFacts? = nil, sinceFirst: Bool = false
    ) -> Question {
        self.survey(measure, aspect, over: dimensions, items: items, of: survey, sinceFirst: sinceFirst)
    }

    private func survey(
        _ measure: MeasureName, _ aspect: Question.Aspect, over dimensions: [Dimension], items: [String],
        of survey: SurveyFacts? = nil, sinceFirst: Bool
    ) -> Question {
        var filters: [Question.Filter] = []
        if !items.isEmpty { filters.append(.init(.question, .isOneOf, items)) }
        if let survey { filters.append(.init(.group, .isOneOf, [survey.group])) }
        return Question(
            measure, aspect, by: [.group, .wave] + dimensions, where: filters,
            years: sinceFirst ? allWaves : surveyYears)
    }

    /// Of the items that hold of any of the current surveys; nil when none does.
    private func ofItems(
        _ aspect: Question.Aspect, by dimensions: Dimension..., sinceFirst: Bool = false,
        _ isWanted: (SurveyFacts.Item) -> Bool
    ) -> Question? {
        var seen: Set<String> = []
        let names = currentSurveys.flatMap(\.items).filter(isWanted).map(\.name).filter { seen.insert($0).inserted }
        return names.isEmpty
            ? nil
            : survey(
                .item, aspect, over: dimensions.isEmpty ? [.question] : dimensions, items: names, sinceFirst: sinceFirst
            )
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
    fileprivate var isDistributed: Bool { role == .opinion && !categories.isEmpty }
}

extension Scoped {
    /// The cell of a survey: its year, group and wave, then the codes of what the question is broken down by.
    func cell(_ question: Question?, _ survey: SurveyFacts, _ codes: String..., in released: Released) -> ReleasedCell {
        question.map { released.cell($0, survey.year, [survey.group, survey.wave] + codes) } ?? .nobody
    }
}
