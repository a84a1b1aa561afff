// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// One margin of a survey's weighting: the class of each answer and the population of each class.
///
/// A class is thin by `ThinClass`, its factor taken against the others'. A thin class is put together with the
/// neighbour, in the codebook's order, that has fewer answers, until none is thin or one class is left, which fits
/// nothing.
struct WeightingClasses {
    /// nil when nothing is left to fit to.
    let margin: SurveyDesign.Margin?
    /// The labels of the classes that were put together.
    let merged: [[Phrase]]

    private static let unknown = "\u{1F}"

    private struct Class {
        var categories: [Int]
        var count: Double
        var answers: Int
        var weight: Double
    }

    /// - Parameter hasPopulation: whether the weights already add to the population, which then stands.
    init(
        _ margin: SurveyFrame.Margin, item: SurveyItem, answers: [ItemAnswer], weights: [Double], hasPopulation: Bool
    ) {
        var classes = item.categories.indices.map { category in
            Class(
                categories: [category],
                count: Double(margin.counts.first { $0.code == item.categories[category].code }?.count ?? 0),
                answers: 0, weight: 0)
        }
        var unknownWeight = ExactSum()
        var unknownAnswers = 0
        for (row, answer) in answers.enumerated() {
            if case .category(let place) = answer, classes.indices.contains(place) {
                classes[place].answers += 1
                classes[place].weight += weights[row]
            } else {
                unknownWeight.add(weights[row])
                unknownAnswers += 1
            }
        }
        classes.removeAll { $0.count == 0 && $0.answers == 0 }
        Self.merge(&classes)
        merged = classes.filter { $0.categories.count > 1 }.map { $0.categories.map { item.categories[$0].label } }
        let counted = classes.reduce(0) { $0 + $1.count }
        guard classes.count > 1, counted > 0 else {
            self.margin = nil
            return
        }
        // Those of no known class are taken to be spread as the others.
        let share = Double(answers.count - unknownAnswers) / Double(answers.count)
        let whole = hasPopulation ? ExactSum.sum(of: weights) - unknownWeight.value : counted * share
        var totals: [String: Double] = [:]
        var names: [Int: String] = [:]
        for group in classes {
            let name = item.categories[group.categories[0]].code
            totals[name] = group.count / counted * whole
            for category in group.categories { names[category] = name }
        }
        if unknownAnswers > 0 {
            totals[Self.unknown] = hasPopulation ? unknownWeight.value : counted * (1 - share)
        }
        self.margin = SurveyDesign.Margin(
            classes: answers.map { answer in
                if case .category(let place) = answer { names[place] ?? Self.unknown } else { Self.unknown }
            }, totals: totals)
    }

    private static func merge(_ classes: inout [Class]) {
        while classes.count > 1 {
            let counts = classes.reduce(0) { $0 + $1.count }
            let weights = ExactSum.sum(of: classes.map(\.weight))
            let thin = classes.firstIndex { group in
                guard group.answers > 0, group.count > 0, counts > 0, weights > 0 else { return true }
                return ThinClass.isThin(
                    answers: group.answers, factor: group.count / counts / (group.weight / weights))
            }
            guard let thin else { return }
            let neighbours = [thin - 1, thin + 1].filter(classes.indices.contains)
            guard let other = neighbours.min(by: { classes[$0].answers < classes[$1].answers }) else { return }
            let (first, second) = (min(thin, other), max(thin, other))
            let absorbed = classes.remove(at: second)
            classes[first].categories += absorbed.categories
            classes[first].count += absorbed.count
            classes[first].answers += absorbed.answers
            classes[first].weight += absorbed.weight
        }
    }
}
