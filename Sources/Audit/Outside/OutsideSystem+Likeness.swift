// SPDX-License-Identifier: EUPL-1.2
import Published

/// Columns of different tables that are the same thing, seen from their numbers being alike.
extension OutsideSystem {
    /// Two columns that agree wherever both are printed are one number, in the years that it is seen of the whole.
    mutating func learnEqualSeries() {
        let values = printedAmounts()
        for (place, first) in values.enumerated() {
            for second in values[(place + 1)...] {
                let years = agreeingYears(first.values, second.values)
                if years.isEmpty { continue }
                for number in numbers where number.series == first.series && years.contains(number.year) {
                    guard let one = variable(number), let two = variable(number.of(second.series)) else { continue }
                    if printed[one] != nil, printed[two] != nil { continue }
                    learn([(one, 1), (two, -1)])
                }
            }
        }
    }

    private typealias Amounts = (series: Number.Series, values: [Number: Double])

    /// What is printed of each series that counts or sums, by year and places alone; in the order of the numbers.
    private func printedAmounts() -> [Amounts] {
        var place: [Number.Series: Int] = [:]
        var amounts: [Amounts] = []
        for (variable, number) in numbers.enumerated() {
            // Numbers that are rounded alike may still be of different things.
            guard number.series.column != .published, let value = printed[variable], isAmount(number.series)
            else { continue }
            let own = place[number.series] ?? amounts.count
            if own == amounts.count {
                place[number.series] = own
                amounts.append((number.series, [:]))
            }
            amounts[own].values[number.bare] = value
        }
        return amounts
    }

    /// Parts may happen to agree where the whole would not, and this year's need not be last year's: none but one has
    /// no ceiling to his hours. Empty where the two differ anywhere.
    private func agreeingYears(_ first: [Number: Double], _ second: [Number: Double]) -> Set<String> {
        var agreeing: Set<Double> = []
        var years: Set<String> = []
        for (number, value) in first {
            guard let other = second[number] else { continue }
            if (other - value).magnitude > 1e-6 * max(1, value.magnitude) { return [] }
            agreeing.insert(value)
            if number.places.isEmpty { years.insert(number.year) }
        }
        return agreeing.count >= 3 ? years : []
    }
}

extension Number {
    /// By year and places alone.
    fileprivate var bare: Number { of(Series(subject: "", column: .value)) }
}
