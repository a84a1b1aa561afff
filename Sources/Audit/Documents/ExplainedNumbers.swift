// SPDX-License-Identifier: EUPL-1.2
import Published

/// The numbers that the tables let a page print: each as it may be rounded, with what follows of two years.
struct ExplainedNumbers {
    /// Counts, hours, means.
    private(set) var plain: Set<String> = []
    private(set) var percent: Set<String> = []

    /// `change` is how far the table's numbers may be from the true ones, which pages show when they are at least
    /// `threshold`.
    mutating func add(_ row: PublishedTable.Row, change: Double, threshold: Double) {
        if row.isChanged {
            for number in Self.possible(row, change, threshold) { addPlain(number) }
            return
        }
        let isShare = row.unit == "share" || row.unit == "share difference"
        for (column, number) in row.numbers {
            switch column {
            case .n, .numerator, .denominator: addPlain(number)
            case .p, .adjustedP: if number.magnitude < Self.largest { plain.insert(Self.form(number, 3)) }
            case .value, .lower, .upper, .se:
                if isShare { addPercent(number) } else { addPlain(number) }
            }
        }
        guard isShare, let value = row.numbers[.value] else { return }
        // The rest of the whole, and "eight of ten".
        addPercent(1 - value)
        for bound in [row.numbers[.lower], row.numbers[.upper]] {
            if let bound { addPercent(bound - value) }
        }
    }

    /// A number by itself.
    mutating func add(_ number: Double, isShare: Bool) { if isShare { addPercent(number) } else { addPlain(number) } }

    /// A number of two years: how much more, and by how many per cent.
    mutating func add(
        _ earlier: PublishedTable.Row, _ later: PublishedTable.Row, change: Double, threshold: Double
    ) {
        if earlier.isChanged, later.isChanged {
            for before in Self.possible(earlier, change, threshold) {
                for now in Self.possible(later, change, threshold) { add(before, now) }
            }
            return
        }
        guard let before = earlier.numbers[.value], let now = later.numbers[.value] else { return }
        if later.unit == "share" {
            addPercent(now - before)
        } else {
            addPlain(now - before)
        }
        if before != 0 { addPercent((now - before) / before) }
    }

    private mutating func add(_ before: Double, _ now: Double) {
        addPlain(now - before)
        if before != 0 { addPercent((now - before) / before) }
    }

    /// The counts that a page may show where the table has a rounded or perturbed one.
    private static func possible(_ row: PublishedTable.Row, _ change: Double, _ threshold: Double) -> [Double] {
        guard let value = row.numbers[.value] else { return [] }
        return stride(from: value - change, through: value + change, by: 1).filter { $0 == 0 || $0 >= threshold }
    }

    mutating func addPlain(_ number: Double) {
        guard number.magnitude < Self.largest else { return }
        for decimals in 0...2 { plain.insert(Self.form(number, decimals)) }
    }

    /// No count, hour or share is larger; what is has no form.
    private static let largest = 1e12

    private mutating func addPercent(_ number: Double) {
        guard number.magnitude < Self.largest else { return }
        for decimals in 0...2 {
            percent.insert(Self.form(number * 100, decimals))
            // Halves are rounded either way.
            percent.insert(Self.form(number * 100 - 1e-9 * number.magnitude, decimals))
            percent.insert(Self.form(number * 100 + 1e-9, decimals))
        }
    }

    func explains(_ number: PrintedNumber) -> Bool {
        if number.isPercent { return percent.contains(number.digits) }
        if plain.contains(number.digits) { return true }
        // Intervals in text have no sign of their own.
        let isInterval = number.before.contains("intervall ") || number.before.contains("interval ")
        return (number.decimals > 0 || isInterval) && percent.contains(number.digits)
    }

    /// Without sign, rounded half away from zero.
    static func form(_ number: Double, _ decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let whole = Int((number.magnitude * scale).rounded())
        if decimals == 0 { return "\(whole)" }
        let rest = "\(whole % Int(scale))"
        return "\(whole / Int(scale))." + String(repeating: "0", count: decimals - rest.count) + rest
    }
}
