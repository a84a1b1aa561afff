// SPDX-License-Identifier: EUPL-1.2
import Terms

/// An axis: from where to where, with round marks.
struct Scale: Sendable {
    let lower: Double
    let upper: Double
    /// 1, 2 or 5 times a power of ten.
    let step: Double
    /// Decimals that the step needs.
    private let decimals: Int

    /// The narrowest scale with round ends that holds the values, with about `marks` steps. One value, or none, still
    /// gets a scale with some width.
    init(holding values: [Double], fromZero: Bool = false, marks: Int = 4) {
        var low = values.min() ?? 0
        var high = values.max() ?? 1
        if fromZero {
            low = min(low, 0)
            high = max(high, 0)
        }
        if high - low < 1e-9 * max(1, abs(high)) {
            let room = high == 0 ? 1 : abs(high) / 10
            if !fromZero { low -= room }
            high += room
        }
        let wanted = (high - low) / Double(marks)
        // The power of ten below the wanted step, by whole steps so that the platform's logarithm plays no part.
        var exponent = 0
        while Self.ten(to: exponent + 1) <= wanted { exponent += 1 }
        while Self.ten(to: exponent) > wanted { exponent -= 1 }
        var step = Self.ten(to: exponent)
        if let rounder = [1.0, 2, 5, 10].first(where: { $0 * step >= wanted }) {
            step *= rounder
            if rounder == 10 { exponent += 1 }
        }
        self.step = step
        decimals = max(0, -exponent)
        lower = (low / step + 1e-9).rounded(.down) * step
        upper = (high / step - 1e-9).rounded(.up) * step
    }

    /// The round marks from lower to upper.
    var marks: [Double] {
        let count = Int(((upper - lower) / step).rounded())
        return (0...count).map { lower + Double($0) * step }
    }

    /// 0 at the lower end, 1 at the upper.
    func place(of value: Double) -> Double {
        (value - lower) / (upper - lower)
    }

    /// A mark as it is printed on the axis: no more decimals than the step needs.
    func label(_ mark: Double, _ form: NumberForm, _ language: Language) -> String {
        let shift = form.scale == .plain ? 0 : 2
        let form = NumberForm(form.scale, decimals: min(9, max(0, decimals - shift)), sign: form.sign)
        return NumberStyle(language).text(mark, form)
    }

    private static func ten(to exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }
}
