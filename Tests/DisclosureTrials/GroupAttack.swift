// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
import LinearPrograms
import Measures
import Terms

/// An outsider who knows of which groups every number is a sum, and everything that is shown: exact arithmetic modulo
/// a prime on the groups, and linear programs over what they can be. It shares nothing with the gate's relations.
package struct GroupAttack {
    /// What a number is the sum of, in every group.
    enum Amount: Int, CaseIterable { case having, lacking, granted, performed }

    /// A hidden number: of what it is the sum.
    package struct Hidden {
        package let table: Int
        package let row: Int
        /// A ratio is had when both of its sums are; of the others there is one.
        package let sums: [(groups: [Int], value: Double)]
        /// What it can be at most: of a share all have, no more.
        package let most: Double
        package let isCount: Bool
        /// Whether it is a row of a table, where a zero would be printed.
        package let isRow: Bool
    }

    package private(set) var hidden: [Hidden] = []
    private var shown: [(sum: [Int], value: Double)] = []
    /// What is shown of everyone of a year: nothing is hidden so that a part of it could be more.
    private var headlines: [(sum: Set<Int>, value: Double)] = []
    /// Σ coefficient · amount ≥ 0.
    private var limits: [[(Int, Double)]] = []
    private let columns: Int
    private let release: RandomRelease

    /// What an outsider has of these tables.
    package init(_ tables: [ReleasedTable], of release: RandomRelease) {
        self.release = release
        columns = release.groups.count * Amount.allCases.count
        for (place, table) in tables.enumerated() {
            for (row, released) in table.rows.enumerated() { enter(released, place, row) }
            // A row that is not there is a group of nobody.
            enterAbsent(place, table)
        }
        if release.lawsOverlap { enterLaws() }
    }

    /// Few with both laws, or with one alone, must not be had of the laws and their total.
    private mutating func enterLaws() {
        let totals = Set(release.tables.flatMap { table in table.rows.map { Set(release.groups(of: $0.key)) } })
        var seen: Set<[Int]> = []
        for (place, table) in release.tables.enumerated() {
            for (index, row) in table.rows.enumerated() where row.key.contains(where: { $0.code == "SoL" }) {
                let everyone = row.key.filter { $0.dimension != .law }
                if !totals.contains(Set(release.groups(of: everyone))) { continue }
                for law in ["SoL", "LSS", RandomRelease.bothLaws] {
                    let groups = release.groups(of: everyone).filter { release.groups[$0].codes[.law] == law }
                    let persons = groups.reduce(0) { $0 + release.groups[$1].inner.persons }
                    guard (1..<5).contains(persons), seen.insert(groups).inserted else { continue }
                    hidden.append(
                        Hidden(
                            table: place, row: index, sums: [(sum(groups, .having, .lacking), Double(persons))],
                            most: .infinity, isCount: true, isRow: false))
                }
            }
        }
    }

    private func sum(_ groups: [Int], _ amounts: Amount...) -> [Int] {
        amounts.flatMap { amount in groups.map { $0 * Amount.allCases.count + amount.rawValue } }.sorted()
    }

    private mutating func enter(_ row: ReleasedTable.Row, _ table: Int, _ place: Int) {
        let groups = release.groups(of: row.key)
        let number = release.tables[table].rows[place].measurement
        let persons = sum(groups, .having, .lacking)
        let parts: (value: [Int]?, numerator: [Int], denominator: [Int]) =
            switch number.kind {
            case .count: (persons, [], [])
            case .share: (nil, sum(groups, .having), persons)
            case .sum: (sum(groups, .granted), [], [])
            default: (nil, sum(groups, .performed), sum(groups, .granted))
            }
        guard case .shown(let value) = row.cell else {
            if row.cell == .hidden {
                let secret = (parts.value ?? parts.numerator, number.numerator ?? number.value ?? 0)
                let base = number.kind == .ratio ? [(parts.denominator, number.denominator ?? 0)] : []
                hidden.append(
                    Hidden(
                        table: table, row: place, sums: [secret] + base,
                        most: number.kind == .share ? number.denominator ?? 0 : .infinity,
                        isCount: number.kind == .count || number.kind == .share, isRow: true))
            }
            return
        }
        if row.key.allSatisfy({ $0.dimension == .year || $0.kind == .total }) {
            if let whole = parts.value { headlines.append((Set(whole), value.value)) }
            if let numerator = value.numerator { headlines.append((Set(parts.numerator), numerator)) }
        }
        if let n = value.persons { shown.append((persons, Double(n))) }
        if let whole = parts.value { shown.append((whole, value.value)) }
        if let numerator = value.numerator { shown.append((parts.numerator, numerator)) }
        if let denominator = value.denominator { shown.append((parts.denominator, denominator)) }
        if parts.value == nil, value.denominator == nil {
            let percent = (value.value * 100).rounded()
            // In steps of 1, 2, 5 or 10 per cent: the widest that the printed number fits.
            let step = [10.0, 5, 2].first { percent.truncatingRemainder(dividingBy: $0) == 0 } ?? 1
            for (x, n) in [(200.0, step - 2 * percent), (-200.0, step + 2 * percent)] {
                var terms: [Int: Double] = [:]
                for column in parts.numerator { terms[column, default: 0] += x }
                for column in parts.denominator { terms[column, default: 0] += n }
                limits.append(terms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            }
        }
    }

    private mutating func enterAbsent(_ place: Int, _ table: ReleasedTable) {
        let keys = Set(table.rows.map { $0.key.map(\.code) })
        var seen: Set<[String]> = []
        for group in release.groups {
            // Who has both laws stands in the row of each.
            let laws = group.codes[.law] == RandomRelease.bothLaws ? ["SoL", "LSS"] : [group.codes[.law] ?? ""]
            for law in laws {
                let key = table.dimensions.map {
                    $0 == .year ? String(group.year) : $0 == .law ? law : group.codes[$0] ?? ""
                }
                guard !keys.contains(key), seen.insert(key).inserted else { continue }
                let categories = zip(table.dimensions, key).map { TableMaker.category($0, $1) }
                for column in sum(release.groups(of: categories), .having, .lacking, .granted, .performed) {
                    shown.append(([column], 0))
                }
            }
        }
    }

    /// For a message: the table's content and breakdown, the row, the number.
    package func name(_ secret: Hidden) -> String {
        let table = release.tables[secret.table]
        return
            "\(secret.table) \(table.question.measure) \(table.rows[secret.row].key.map(\.code)) \(secret.sums[0].value)"
    }

    /// Hidden numbers that are linear combinations of what is shown.
    package func spanned() -> [Hidden] {
        var basis = ModularBasis(columns: columns)
        for number in shown { basis.insert(number.sum) }
        return hidden.filter { $0.sums.allSatisfy { basis.contains($0.groups) } }
    }

    /// Hidden counts n of which not all of max(1, n − 1) … n + 1 are possible, and hidden sums without the rule's range;
    /// and counts of which only one value remains to who knows that a hidden number is not zero. A part is not asked to be
    /// more than a headline that is shown.
    package func narrowed(pPercent: Double) -> [Hidden] {
        if hidden.isEmpty { return [] }
        var plain = program(knowingZeros: false)
        var knowing = program(knowingZeros: true)
        return hidden.filter { secret in
            secret.sums.allSatisfy { sum in
                let (low, high) = Self.range(&plain, sum.groups)
                if secret.isCount {
                    // A count is promised to be as possible as one less, and not as none: that is told where all who can
                    // have something else do.
                    let floor = sum.value < 1 ? 0 : max(1, sum.value - 1)
                    let ceiling = headlines.reduce(secret.most) { most, headline in
                        headline.sum.isSuperset(of: sum.groups) ? min(most, headline.value) : most
                    }
                    if low > floor + 1e-6 || high < min(sum.value + 1, ceiling) - 1e-6 {
                        return true
                    }
                    if sum.value < 1 || sum.value == secret.most { return false }
                    let (least, most) = Self.range(&knowing, sum.groups)
                    return (most + 1e-6).rounded(.down) <= (least - 1e-6).rounded(.up)
                }
                let reach = pPercent / 100 * sum.value - 1e-4
                return low > sum.value - reach || high < sum.value + reach
            }
        }
    }

    private func program(knowingZeros: Bool) -> LinearProgram {
        var program = LinearProgram()
        for _ in 0..<columns { program.addColumn(from: 0, to: .infinity) }
        for number in shown {
            program.addRow(number.sum.map { (column: $0, coefficient: 1) }, from: number.value, to: number.value)
        }
        for limit in limits {
            program.addRow(limit.map { (column: $0.0, coefficient: $0.1) }, from: -1e-6, to: .infinity)
        }
        // Zeros of counts are printed; a share hides its own, and how many have both laws or one alone no table has.
        if knowingZeros {
            for secret in hidden where secret.isRow && secret.isCount && secret.sums[0].value >= 1 {
                program.addRow(secret.sums[0].groups.map { (column: $0, coefficient: 1) }, from: 1, to: .infinity)
            }
        }
        return program
    }

    private static func range(_ program: inout LinearProgram, _ sum: [Int]) -> (low: Double, high: Double) {
        for column in sum { program.setCost(of: column, 1) }
        defer { for column in sum { program.setCost(of: column, 0) } }
        let low = program.solve(.least, dual: false) == .optimal ? program.value : -Double.infinity
        let high = program.solve(.greatest, dual: false) == .optimal ? program.value : Double.infinity
        return (low, high)
    }
}
