// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Quantiles of weighted values, by the rules of Hyndman & Fan (1996), Am. Stat. 50:361, carried over to weights as in
/// R's `survey` (≥ 4.1). With equal weights they are the ordinary ones.
package enum WeightedQuantile: String, Sendable, CaseIterable {
    /// The smallest value with at least p of the weight at or below it: Hyndman & Fan's type 1.
    case math, hf1
    /// The same, but midway to the next value where exactly p is reached: type 2.
    case school, hf2
    /// Type 1, but where exactly p is reached, the value that has an even number among the different ones: type 3.
    case hf3
    /// Linear between points: p_k = W_k ÷ W, type 4.
    case hf4
    /// p_k = (W_k − w_k ÷ 2) ÷ W, type 5.
    case hf5
    /// p_k = W_k ÷ (W + w_n), type 6.
    case hf6
    /// p_k = W_{k−1} ÷ W_{n−1}, type 7.
    case hf7
    /// p_k = (W_{k−1} ÷ 3 + 2W_k ÷ 3) ÷ (W + w_n ÷ 3), type 8.
    case hf8
    /// p_k = (3W_{k−1} ÷ 8 + 5W_k ÷ 8) ÷ (W + w_n ÷ 4), type 9.
    case hf9

    /// The quantile at p, 0–1, of values with weights; rows of weight 0 do not count. nil for none.
    package func value(_ rows: [(value: Double, weight: Double)], at p: Double) -> Double? {
        precondition((0...1).contains(p), "a quantile is asked for at 0–1")
        let sorted = rows.filter { $0.weight > 0 }.sorted { ($0.value, $0.weight) < ($1.value, $1.weight) }
        guard let last = sorted.last else { return nil }
        guard sorted.count > 1 else { return last.value }
        var sum = ExactSum()
        let upTo = sorted.map { row in
            sum.add(row.weight)
            return sum.value
        }
        let whole = sum.value
        switch self {
        case .math, .hf1, .school, .hf2, .hf3:
            // Equal values are one step.
            let ends = sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0 + 1].value > sorted[$0].value }
            return stepped(ends.map { (sorted[$0].value, upTo[$0] / whole) }, at: p)
        default:
            let points = sorted.indices.map { k -> Double in
                let before = k == 0 ? 0 : upTo[k - 1]
                return switch self {
                case .hf5: (upTo[k] - sorted[k].weight / 2) / whole
                case .hf6: upTo[k] / (whole + last.weight)
                case .hf7: before / upTo[sorted.count - 2]
                case .hf8: (before / 3 + upTo[k] * 2 / 3) / (whole + last.weight / 3)
                case .hf9: (before * 3 / 8 + upTo[k] * 5 / 8) / (whole + last.weight / 4)
                default: upTo[k] / whole
                }
            }
            return Self.interpolated(points, sorted.map(\.value), at: p)
        }
    }

    /// A value of a step function: each value with the share at or below it.
    private func stepped(_ steps: [(value: Double, share: Double)], at p: Double) -> Double {
        // Equal but for rounding counts as reached.
        let place = steps.firstIndex { $0.share >= p - 1e-12 } ?? steps.count - 1
        let value = steps[place].value
        guard abs(steps[place].share - p) <= 1e-12, place + 1 < steps.count else { return value }
        return switch self {
        case .school, .hf2: (value + steps[place + 1].value) / 2
        case .hf3: place % 2 == 1 ? value : steps[place + 1].value
        default: value
        }
    }

    /// Linear between the points, flat outside them.
    private static func interpolated(_ points: [Double], _ values: [Double], at p: Double) -> Double {
        guard let above = points.firstIndex(where: { $0 >= p }) else { return values[values.count - 1] }
        guard above > 0, points[above] > p else { return values[above] }
        let share = (p - points[above - 1]) / (points[above] - points[above - 1])
        return values[above - 1] + share * (values[above] - values[above - 1])
    }
}
