// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// A number of a survey that is compared between boards: the favourable share or the share right of an item, or the share
/// right over all knowledge items.
package struct ComparedItem: Sendable, Hashable {
    let survey: SurveyFacts
    /// nil for all knowledge items together.
    let item: SurveyFacts.Item?
    /// The wave before it that asked the same, of an earlier year.
    let earlier: SurveyFacts?
    /// Whether the report tells of it in full, and not in one row of a table.
    let isMain: Bool

    var isKnowledge: Bool { item?.isKnowledge ?? true }

    private var waves: [SurveyFacts] { (earlier.map { [$0] } ?? []) + [survey] }

    private var measure: (name: MeasureName, aspect: Question.Aspect) {
        isKnowledge ? (.awareness, .headline) : (.item, .topBox)
    }

    private func ask(by dimensions: [Dimension]) -> Question {
        var filters: [Question.Filter] = []
        if let item { filters.append(.init(.question, .isOneOf, [item.name])) }
        filters.append(.init(.group, .isOneOf, [survey.group]))
        filters.append(.init(.wave, .isOneOf, waves.map(\.wave)))
        return Question(
            measure.name, measure.aspect, by: dimensions, where: filters, years: waves[0].year...survey.year)
    }

    /// What is compared: wave by wave where an earlier one is published board by board too.
    package var question: Question { ask(by: [.district]) }

    /// The shares of both waves, board by board; nil where the report shows those of one wave anyway.
    var sharesOfWaves: Question? {
        earlier == nil ? nil : ask(by: [.group, .wave, .district] + (item == nil ? [] : [.question]))
    }

    /// What of the table of shares it is.
    package var part: [Dimension: Set<String>] {
        var part: [Dimension: Set<String>] = [.group: [survey.group], .wave: Set(waves.map(\.wave))]
        if sharesOfWaves == nil || item != nil { part[.question] = [item?.name ?? "total"] }
        return part
    }

    /// What of the response rates by board says who could answer.
    package var responses: [Dimension: Set<String>] {
        [.group: [survey.group], .wave: Set(waves.map(\.wave))]
    }
}

extension ReportScope {
    /// What is compared between boards of the group whose boards are known: knowledge of the rules and the first question
    /// with better and worse answers in full, then the others one by one.
    var comparedItems: [ComparedItem] {
        guard let survey = surveyByDistrict else { return [] }
        let judged = survey.items.filter(\.isJudged)
        let knowledge = survey.knowledge
        func before(_ isSame: (SurveyFacts) -> Bool) -> SurveyFacts? {
            guard let place = surveys.firstIndex(of: survey) else { return nil }
            return surveys[..<place].last {
                $0.group == survey.group && $0.hasDistricts && $0.year < survey.year && isSame($0)
            }
        }
        func compared(_ item: SurveyFacts.Item?, isMain: Bool = false, earlier: SurveyFacts? = nil) -> ComparedItem {
            ComparedItem(survey: survey, item: item, earlier: earlier, isMain: isMain)
        }
        var all: [ComparedItem] = []
        if !knowledge.isEmpty {
            let names = Set(knowledge.map(\.name))
            all.append(
                compared(
                    knowledge.count == 1 ? knowledge[0] : nil, isMain: true,
                    earlier: before { Set($0.knowledge.map(\.name)) == names }))
        }
        if let first = judged.first {
            all.append(compared(first, isMain: true, earlier: before { $0.item(first.name)?.isJudged == true }))
        }
        return all + judged.dropFirst().map { compared($0) }
            + (knowledge.count > 1 ? knowledge.map { compared($0) } : [])
    }

    /// Where the release has the shares that are compared.
    func shares(of compared: ComparedItem) -> Question? {
        compared.sharesOfWaves
            ?? (compared.isKnowledge ? knowledgeByDistrict(compared.survey) : favourableByDistrict(compared.survey))
    }
}
