// SPDX-License-Identifier: EUPL-1.2
import Published

/// Everything the tables say, as an outsider would set it up: numbers, which of them are printed, and equations.
///
/// He has no definitions to go by. That parts add to a whole, that two columns are the same thing, that one board is
/// two old ones, he sees where all of it is printed, and takes to hold where it is not.
struct OutsideSystem {
    struct Equation {
        var terms: [(variable: Int, coefficient: Double)]
        /// How far from zero the sum may be.
        var slack = 0.0
        /// Where it was learnt by likeness and not by the table's own form: the first to be given up in a contradiction.
        let isLearnt: Bool
    }

    /// What a rounded number tells: the sum is at least zero.
    struct Bound {
        let terms: [(variable: Int, coefficient: Double)]
    }

    private(set) var numbers: [Number] = []
    private(set) var printed: [Double?] = []
    /// Whole and not below zero; sums of hours are only not below zero; differences are neither.
    private(set) var isCount: [Bool] = []
    private(set) var mayBeNegative: [Bool] = []
    /// Printed as a rounded or perturbed zero, or not printed because nobody is counted: may be zero.
    private(set) var mayBeZero: Set<Int> = []
    private(set) var equations: [Equation] = []
    private(set) var bounds: [Bound] = []
    /// Printed in two places with two values.
    private(set) var contradictions: [Number] = []
    /// Printed nowhere and told by what is: those with both laws.
    private(set) var told: [Int] = []
    private var index: [Number: Int] = [:]
    private let tables: [PublishedTable]

    init(_ tables: [PublishedTable]) {
        self.tables = tables
        for table in tables { enter(table) }
        learnEqualSeries()
        addSums()
        addShares()
        addChanges()
        addSuccession()
        addLaws()
        addRespondents(tables)
    }

    func variable(_ number: Number) -> Int? { index[number] }

    /// Takes a sum to be zero by likeness.
    mutating func learn(_ terms: [(variable: Int, coefficient: Double)]) {
        equations.append(Equation(terms: terms, isLearnt: true))
    }

    /// A number of persons that no table prints.
    mutating func makeTold(_ number: Number) -> Int {
        let variable = make(number, isCount: true, mayBeNegative: false)
        mayBeZero.insert(variable)
        if printed[variable] == nil { told.append(variable) }
        return variable
    }

    private mutating func make(_ number: Number, isCount count: Bool, mayBeNegative negative: Bool) -> Int {
        if let known = index[number] { return known }
        let new = numbers.count
        numbers.append(number)
        printed.append(nil)
        isCount.append(count)
        mayBeNegative.append(negative)
        index[number] = new
        return new
    }

    private mutating func enter(_ table: PublishedTable) {
        for row in table.rows {
            let isShare = row.unit == "share"
            for column in [PublishedTable.Column.value, .n, .numerator, .denominator] {
                let value = row.numbers[column]
                if value == nil, column != .value, column != .n, !isShare { continue }
                let isCount =
                    column == .n || (column == .value && ["persons", "decisions", "answers"].contains(row.unit))
                    || (isShare && !table.subject.hasPrefix("utilisation"))
                let isDifference = table.subject.hasSuffix("-change") || table.subject.hasPrefix("decomposition")
                let variable = make(
                    table.number(column, of: row), isCount: isCount && !isDifference && !(column == .value && isShare),
                    mayBeNegative: isDifference && column == .value)
                if table.largestChange > 0, column == .value { enterChanged(variable, table, row) }
                guard let value, !row.isChanged else { continue }
                if let other = printed[variable], (other - value).magnitude > 1e-6 * max(1, value.magnitude) {
                    contradictions.append(numbers[variable])
                }
                printed[variable] = value
            }
        }
    }

    /// A rounded or perturbed number is one of its own, and the true one is not far from it.
    private mutating func enterChanged(_ variable: Int, _ table: PublishedTable, _ row: PublishedTable.Row) {
        let own = make(table.number(.published, of: row), isCount: true, mayBeNegative: false)
        if row.isChanged { printed[own] = row.numbers[.value] }
        if printed[own] == 0 { mayBeZero.insert(variable) }
        equations.append(
            Equation(terms: [(variable, 1), (own, -1)], slack: table.largestChange, isLearnt: false))
    }

    /// Whether the column counts or sums, so that parts add to a whole.
    func isAmount(_ series: Number.Series) -> Bool {
        series.column != .value
            || tables.contains { table in
                table.subject == series.subject && table.rows.contains { table.adds(.value, unit: $0.unit) }
            }
    }

    /// The parts of a whole add to it: over each dimension of each table, unless some printed parts show that they
    /// do not.
    private mutating func addSums() {
        for table in tables {
            // The same persons answer many questions.
            for (place, dimension) in table.dimensions.enumerated() where !["year", "question"].contains(dimension) {
                let isChanged = table.largestChange > 0
                // Where rounded numbers do not add, nobody can tell that the true ones do.
                let adds = !isChanged || addSums(table, place, .published)
                if !adds { continue }
                for column in [PublishedTable.Column.value, .n, .numerator, .denominator] {
                    addSums(table, place, column)
                }
            }
        }
    }

    /// False where printed parts do not add to their printed whole.
    @discardableResult
    private mutating func addSums(_ table: PublishedTable, _ place: Int, _ column: PublishedTable.Column) -> Bool {
        var groups: [[String]: (whole: Number, parts: [Int])] = [:]
        var order: [[String]] = []
        for row in table.rows where row.codes[place] != "total" {
            guard table.adds(column, unit: row.unit) else { return true }
            let number = table.number(column, of: row)
            guard let part = index[number] else { continue }
            var key = row.codes
            key[place] = "total"
            if groups[key] == nil {
                order.append(key)
                let dimension = table.dimensions[place]
                let whole = Number(
                    number.series, year: number.year, places: number.places.filter { $0.dimension != dimension })
                groups[key] = (whole, [])
            }
            groups[key]?.parts.append(part)
        }
        var found: [Equation] = []
        for key in order {
            guard let group = groups[key], let whole = index[group.whole] else { continue }
            let parts = group.parts.compactMap { printed[$0] }
            if let total = printed[whole], parts.count == group.parts.count {
                if (parts.reduce(0, +) - total).magnitude > 1e-4 * max(1, total.magnitude) { return false }
                continue
            }
            found.append(Equation(terms: [(whole, 1)] + group.parts.map { ($0, -1) }, isLearnt: false))
        }
        // A person can have both laws and several providers, and the reports say so: only hours add over those.
        let isOfHours =
            table.subject.hasPrefix("utilisation") || table.rows.first.map { $0.unit == "hours" } ?? false
        let overlaps = ["law", "provider", "provider_type", "month"].contains(table.dimensions[place])
        if overlaps, !(isOfHours && column != .n), !table.subject.contains("combination") { return true }
        equations += found
        return true
    }

    /// A printed share and its base tell how many.
    private mutating func addShares() {
        for table in tables {
            for row in table.rows where row.unit == "share" {
                guard let value = row.numbers[.value] else { continue }
                guard let x = index[table.number(.numerator, of: row)],
                    let n = index[table.number(.denominator, of: row)]
                else { continue }
                if printed[x] != nil, printed[n] != nil { continue }
                // Whole per cent: what is left out is had from it no closer than half a per cent.
                let percent = (value * 100).rounded()
                if (value * 100 - percent).magnitude < 1e-9, row.numbers[.denominator] == nil {
                    bounds.append(Bound(terms: [(x, 200), (n, 1 - 2 * percent)]))
                    bounds.append(Bound(terms: [(x, -200), (n, 2 * percent + 1)]))
                    continue
                }
                equations.append(Equation(terms: [(x, 1), (n, -value)], isLearnt: false))
                // A base is the number of persons it is a share of, where nothing else is said.
                if printed[n] == nil, let persons = index[table.number(.n, of: row)], printed[persons] != nil {
                    equations.append(Equation(terms: [(n, 1), (persons, -1)], isLearnt: true))
                }
            }
        }
    }

    /// A change is this year's number less last year's.
    private mutating func addChanges() {
        for (variable, number) in numbers.enumerated() {
            guard number.series.subject.hasSuffix("-change"), number.series.column == .value,
                let year = Int(number.year)
            else { continue }
            let plain = Number.Series(subject: String(number.series.subject.dropLast(7)), column: .value)
            guard let now = index[number.of(plain)], let before = index[number.of(plain).inYear(String(year - 1))]
            else { continue }
            equations.append(Equation(terms: [(variable, 1), (now, -1), (before, 1)], isLearnt: false))
            for share in [now, before] { linkShare(share) }
        }
    }

    /// A share that is had from a change tells its numerator where its base is printed.
    private mutating func linkShare(_ share: Int) {
        let number = numbers[share]
        let series = number.series
        guard printed[share] == nil,
            let x = index[number.of(Number.Series(subject: series.subject, column: .numerator))],
            let n = index[number.of(Number.Series(subject: series.subject, column: .denominator))],
            let base = printed[n], printed[x] == nil
        else { return }
        equations.append(Equation(terms: [(x, 1), (share, -base)], isLearnt: false))
    }
}
