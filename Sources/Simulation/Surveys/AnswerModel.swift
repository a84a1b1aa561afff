// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// How the members of a frame would answer a question, were they all asked and all to answer.
///
/// A member has a leaning on each question, a whole number 0–999 that is partly drawn anew from wave to wave. Age, law,
/// district and wave move it; where it then falls decides the answer. All effects are parts of a thousand.
struct AnswerModel: Sendable, Hashable {
    /// In the first wave and without effects: weights of the categories, lowest first. Of questions with several
    /// answers each category's own share, of rules the share who know it and then weights of the wrong answers.
    var shares: [Int]
    /// Of numbers: the values that the weights are of.
    var values: [Int] = []
    /// *Vet ej*. Of rules among those who do not answer right.
    var doNotKnow = 0
    /// An answer that says the question does not concern one.
    var notApplicable = 0
    /// Towards the last category (or the right one) for the oldest, away from it for the youngest.
    var age = 0
    /// The same for LSS and SoL.
    var law = 0
    /// The same for the district that deviates most.
    var district = 0
    /// The same for each wave after the first; rules have `SurveyParameters.knowledgeChange`.
    var change = 0

    /// The model of a question: its own, or one that fits its kind.
    static func of(_ item: SurveyItem, in group: SurveyGroup) -> AnswerModel {
        if let own = own(item.name, group), fits(own, item) { return own }
        let count = item.categories.count
        let common = (age: 30, law: 30, district: 60)
        switch item.kind {
        case .number:
            let range = item.range ?? 0...20
            let low = Int(range.lowerBound.rounded(.up))
            let values = (0..<5).map { low + $0 * (Int(range.upperBound) - low) / 10 }
            return AnswerModel(shares: [150, 300, 300, 150, 100], values: values, age: common.age)
        case .text: return AnswerModel(shares: [150])
        case .multiple:
            let shares = (0..<count).map { 420 / ($0 + 2) + 40 }
            return AnswerModel(shares: shares, age: 30, law: 20, district: 40)
        case .single, .scale:
            if item.role == .knowledge {
                let wrong = item.categories.count { !$0.isRight }
                return AnswerModel(
                    shares: [group == .users ? 400 : 620] + Array(repeating: 1, count: max(1, wrong)), doNotKnow: 450,
                    age: -120, law: 120, district: 90)
            }
            // Rising towards the better end of a scale.
            let shares = (0..<count).map { 100 + 60 * $0 }
            return AnswerModel(
                shares: shares, doNotKnow: 40, age: common.age, law: common.law, district: common.district, change: 15)
        }
    }

    private static func fits(_ model: AnswerModel, _ item: SurveyItem) -> Bool {
        switch item.kind {
        case .number: model.shares.count == model.values.count
        case .text: model.shares.count == 1
        case .multiple: model.shares.count == item.categories.count
        case .single, .scale:
            item.role == .knowledge
                ? model.shares.count == 1 + item.categories.count { !$0.isRight }
                : model.shares.count == item.categories.count
        }
    }
}
