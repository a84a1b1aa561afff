// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// What a survey's answers tell, computed the slow and plain way, one respondent at a time: counts, shares, response
/// rates, and the weights that make up for nonresponse. What the measures make of the same answers must agree.
struct SurveyEstimates {
    let survey: Survey

    /// Those whose answers count: at least one that is not background.
    let respondents: [SurveyResponse]

    init(survey: Survey) {
        self.survey = survey
        respondents = survey.responses.filter { $0.isAnswered(survey.items) }
    }

    // MARK: Counts

    /// The number of respondents with each answer to an item: category codes, and the kinds of missing by name.
    func distribution(of item: String) -> [String: Int] {
        guard let place = place(of: item) else { return [:] }
        var counts: [String: Int] = [:]
        for respondent in respondents {
            for word in words(respondent.answers[place], survey.items[place]) { counts[word, default: 0] += 1 }
        }
        return counts
    }

    /// Valid answers ÷ (sent − undeliverable), of all strata or one; nil without the counts.
    func responseRate(stratum: String? = nil) -> Double? {
        var answered = 0
        var reached = 0
        for (place, part) in survey.frame.strata.enumerated() where stratum == nil || part.name == stratum {
            guard let sent = part.sent else { return nil }
            reached += sent - part.undeliverable
            answered += respondents.count { $0.stratum == place }
        }
        return reached == 0 ? nil : Double(answered) / Double(reached)
    }

    // MARK: Shares

    /// The share of the weight of those with an answer that stands in `codes`. *Vet ej* counts among those with an
    /// answer to knowledge items. Without a district the whole survey.
    func share(of item: String, in codes: Set<String>, weights: [Double], district: DistrictIndex? = nil) -> Double? {
        guard let place = place(of: item) else { return nil }
        var above = 0.0
        var below = 0.0
        for (respondent, weight) in zip(respondents, weights) {
            if let district, respondent.district != district { continue }
            let words = words(respondent.answers[place], survey.items[place])
            let isBase: Bool
            switch respondent.answers[place] {
            case .category, .categories: isBase = true
            case .missing(.doNotKnow): isBase = survey.items[place].role == .knowledge
            case .missing, .number, .text: isBase = false
            }
            guard isBase else { continue }
            below += weight
            if words.contains(where: codes.contains) { above += weight }
        }
        return below == 0 ? nil : above / below
    }

    /// The share who answer a knowledge item right.
    func awareness(of item: String, weights: [Double], district: DistrictIndex? = nil) -> Double? {
        guard let place = place(of: item) else { return nil }
        let right = Set(survey.items[place].categories.filter(\.isRight).map(\.code))
        return share(of: item, in: right, weights: weights, district: district)
    }

    // MARK: Weights, one for each of the respondents

    var unweighted: [Double] { respondents.map { _ in 1 } }

    /// N_h ÷ answers in the stratum.
    var byStratum: [Double] {
        let answers = Dictionary(grouping: respondents.compactMap(\.stratum)) { $0 }.mapValues(\.count)
        return respondents.map { respondent in
            guard let place = respondent.stratum, let population = survey.frame.strata[place].population,
                let count = answers[place]
            else { return 0 }
            return Double(population) / Double(count)
        }
    }

    /// The weights by stratum, made to add up to the frame's count of each class.
    func byClasses(_ margin: SurveyFrame.Margin) -> [Double] { fitted(byStratum, to: margin) }

    /// The same for several margins by turns, until they all add up (Deming & Stephan 1940).
    func raked(to margins: [SurveyFrame.Margin]) -> [Double] {
        var weights = byStratum
        for _ in 0..<200 {
            let before = weights
            for margin in margins { weights = fitted(weights, to: margin) }
            let moved = zip(before, weights).contains { ($0 - $1).magnitude > 1e-12 * $0 }
            if !moved { break }
        }
        return weights
    }

    /// Whether each class of a margin has answers enough to stand for it alone: twenty, weighed up or down at most three
    /// times against the others. Else classes are put together, which is not done here.
    func canMeet(_ margin: SurveyFrame.Margin) -> Bool {
        guard let place = place(of: margin.item) else { return false }
        let own = respondents.map { words($0.answers[place], survey.items[place]).first ?? "" }
        let weights = byStratum
        let whole = weights.reduce(0, +)
        let frame = margin.counts.reduce(0) { $0 + $1.count }
        return margin.counts.allSatisfy { code, count in
            let answers = own.count { $0 == code }
            let weight = zip(own, weights).reduce(0) { $1.0 == code ? $0 + $1.1 : $0 }
            let factor = Double(count) / Double(frame) / (weight / whole)
            return answers >= 20 && factor <= 3 && factor >= 1.0 / 3
        }
    }

    private func fitted(_ weights: [Double], to margin: SurveyFrame.Margin) -> [Double] {
        guard let place = place(of: margin.item) else { return weights }
        let own = respondents.map { words($0.answers[place], survey.items[place]).first ?? "" }
        var sums: [String: Double] = [:]
        for (weight, code) in zip(weights, own) { sums[code, default: 0] += weight }
        return zip(weights, own).map { weight, code in
            guard let count = margin.counts.first(where: { $0.code == code })?.count, let sum = sums[code]
            else { return weight }
            return weight * Double(count) / sum
        }
    }

    // MARK: Words

    private func place(of item: String) -> Int? { survey.items.firstIndex { $0.name == item } }

    private func words(_ answer: ItemAnswer, _ item: SurveyItem) -> [String] {
        switch answer {
        case .category(let place): [item.categories[place].code]
        case .categories(let set):
            item.categories.indices.filter { set >> UInt64($0) & 1 == 1 }.map { item.categories[$0].code }
        case .number(let number): ["\(number)"]
        case .text: ["text"]
        case .missing(.notAsked): ["not-asked"]
        case .missing(.noAnswer): ["no-answer"]
        case .missing(.doNotKnow): ["do-not-know"]
        case .missing(.declines): ["declines"]
        }
    }
}
