// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics

/// The answers to one item, one a row, and what they are worth in each way of counting.
struct ItemColumn {
    let item: SurveyItem
    let answers: [ItemAnswer]

    func isAsked(_ row: Int) -> Bool { answers[row] != .missing(.notAsked) }

    func doesNotKnow(_ row: Int) -> Bool { answers[row] == .missing(.doNotKnow) }

    /// Asked, and left empty or would not say.
    func isMissing(_ row: Int) -> Bool {
        answers[row] == .missing(.noAnswer) || answers[row] == .missing(.declines)
    }

    /// Whether the item speaks of the row at all: asked, and in items of opinion with one.
    func speaks(of row: Int) -> Bool {
        isAsked(row) && (item.role == .knowledge || !doesNotKnow(row))
    }

    /// Whether the row has an answer that counts.
    func counts(_ row: Int) -> Bool { speaks(of: row) && !isMissing(row) }

    /// Whether the answer is one of the categories; nil where there is none that counts.
    func isOneOf(_ categories: [Int]) -> [Bool?] {
        answers.indices.map { row in
            switch answers[row] {
            case .category(let place): categories.contains(place)
            case .categories(let set): categories.contains { set & (1 << UInt64($0)) != 0 }
            case .missing(.doNotKnow) where item.role == .knowledge: false
            case .missing, .number, .text: nil
            }
        }
    }

    /// Whether the answer is *vet ej*, which counts in items of knowledge.
    var isDoNotKnow: [Bool?] {
        answers.indices.map { row in counts(row) ? doesNotKnow(row) : nil }
    }

    var right: [Int] { item.categories.indices.filter { item.categories[$0].isRight } }

    /// Numbers, or places on the scale; nil where there is none.
    var scores: [Double?] {
        answers.map { answer in
            switch answer {
            case .number(let number): number
            case .category(let place) where item.kind == .scale: Self.score(place, of: item)
            default: nil
            }
        }
    }

    /// Scores moved to 0–100 with the favourable end highest.
    var points: [Double?] {
        guard let (low, high) = span, high > low else { return answers.map { _ in nil } }
        return scores.map { score in
            score.map { 100 * (isTurned ? high - $0 : $0 - low) / (high - low) }
        }
    }

    /// Lowest and highest score of a scale; nil for other items.
    var span: (low: Double, high: Double)? {
        guard item.kind == .scale else { return nil }
        let scores = item.categories.indices.map { Self.score($0, of: item) }
        guard let low = scores.min(), let high = scores.max() else { return nil }
        return (low, high)
    }

    /// Whether the favourable answers have the lower scores.
    private var isTurned: Bool {
        guard let best = item.favourable.map({ Self.score($0, of: item) }).max(),
            let worst = item.unfavourable.map({ Self.score($0, of: item) }).max()
        else {
            // Only the better end is named: it is the low one when it holds the lowest category.
            return item.favourable.contains(0) && !item.favourable.contains(item.categories.count - 1)
        }
        return best < worst
    }

    private static func score(_ place: Int, of item: SurveyItem) -> Double {
        item.categories[place].score ?? Double(place + 1)
    }
}
