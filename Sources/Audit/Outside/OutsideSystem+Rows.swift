// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// What the numbers of one row say of each other, and what it says that the row is shown at all.
extension OutsideSystem {
    mutating func addRows(_ place: Int) {
        let table = tables[place]
        guard let declared = table.declared, !table.isComparison else { return }
        let kind = declared.field("value")?.numberKind
        let relations = declared.relations ?? []
        let quotient = relations.first { $0.relationType == .quotient }
        let interval = relations.first { $0.relationType == .interval }
        for (row, record) in table.rows.enumerated() where !record.isUnreadable && !record.isChanged {
            var columns: [PublishedTable.Column: Int] = [:]
            for column in PublishedTable.Column.declared {
                columns[column] = number(column, of: record, in: table, declared).flatMap { variable($0) }
            }
            let own = Row(
                record: record, place: self.place(Stand(table: place, row: row, column: .value)), columns: columns,
                relation: table.name + " ")
            if kind == .share, let x = columns[.numerator], let n = columns[.denominator] {
                addPart(x, of: n, "base-share " + table.name)
            }
            if record.status == "shown", let kind { addRules(own, kind) }
            if let quotient { addQuotient(quotient, own, kind) }
            if record.status == "shown", let interval { addInterval(interval, own) }
        }
    }

    private struct Row {
        let record: PublishedTable.Row
        let place: String
        let columns: [PublishedTable.Column: Int]
        let relation: String

        func variable(_ column: String?) -> Int? {
            column.flatMap(PublishedTable.Column.init).flatMap { columns[$0] }
        }

        func printed(_ column: String?) -> Double? {
            column.flatMap(PublishedTable.Column.init).flatMap { record.numbers[$0] }
        }

        func text(_ column: PublishedTable.Column) -> String { record.texts[column] ?? "" }
    }

    /// A number that is shown is of so many persons at least, by the rules that the report declares.
    private mutating func addRules(_ row: Row, _ kind: NumberKind) {
        guard let value = row.record.numbers[.value], let least = rules.minimumBase else { return }
        let threshold = rules.threshold
        func rule(_ least: Double) -> Phrase {
            Phrase(
                sv: "talet visas bara för minst \(plain(least)) (\(row.place))",
                en: "the number is shown only for \(plain(least)) or more (\(row.place))")
        }
        func leftOut(_ column: PublishedTable.Column) -> Int? {
            row.columns[column].flatMap { variables[$0].printed == nil ? $0 : nil }
        }
        switch kind {
        case .sum:
            if value != 0, let n = leftOut(.n) { tighten(n, from: threshold, rule(threshold)) }
        case .ratio, .mean:
            let least = rules.leastOfRatios ?? least
            if let n = leftOut(.n), variables[n].isWhole { tighten(n, from: least, rule(least)) }
        case .quantile:
            if let n = leftOut(.n) { tighten(n, from: least, rule(least)) }
        case .share:
            for column in [PublishedTable.Column.n, .denominator] {
                if let n = leftOut(column) { tighten(n, from: least, rule(least)) }
            }
            // Rounded to nothing or all it may be either.
            guard value > 0, value < 1, let x = row.columns[.numerator], let n = row.columns[.denominator] else {
                return
            }
            if variables[x].printed == nil { tighten(x, from: threshold, rule(threshold)) }
            relate(
                [(n, 1), (x, -1)], from: threshold, to: .infinity, "rule " + row.relation, rule(threshold))
        case .count, .difference: break
        }
    }

    /// value = times · numerator ÷ denominator.
    private mutating func addQuotient(_ quotient: PublishedPackage.Relation, _ row: Row, _ kind: NumberKind?) {
        guard let top = row.variable(quotient.numerator), let column = quotient.value,
            let times = quotient.times, times > 0, times < 1e9
        else { return }
        let name = "quotient " + row.relation
        let why = Phrase(
            sv: "värdet är täljaren genom nämnaren (\(row.place))",
            en: "the value is the numerator divided by the denominator (\(row.place))")
        let bottom = row.variable(quotient.denominator)
        // What it is divided by may be public and in no sum.
        let divisor = bottom.flatMap { variables[$0].printed } ?? row.printed(quotient.denominator)
        if let value = row.printed(column) {
            let isCoarse = row.printed(quotient.numerator) == nil || row.printed(quotient.denominator) == nil
            // A share is in whole per cent at least, a mean in its own digits.
            let half = kind == .mean ? Self.half(row.text(.value)) : halfStep(row.text(.value))
            let slack = isCoarse ? half : 0
            let (low, high) = ((value - slack) / times - 1e-12, (value + slack) / times + 1e-12)
            if let bottom {
                if variables[top].printed != nil, variables[bottom].printed != nil { return }
                bound([(top, 1), (bottom, -low)], name, why)
                bound([(top, -1), (bottom, high)], name, why)
            } else if let divisor, variables[top].printed == nil {
                tighten(top, from: low * divisor - 1e-6, to: high * divisor + 1e-6, why)
            }
        } else if let value = row.variable(column), let divisor, divisor > 0, variables[value].kind != .difference,
            variables[value].printed == nil
        {
            equate([(top, times), (value, -divisor)], name, why)
        }
    }

    /// An interval gives the numbers it was made from away, where they are left out.
    private mutating func addInterval(_ interval: PublishedPackage.Relation, _ row: Row) {
        let numbers = row.record.numbers
        guard let method = interval.method.flatMap(IntervalMethod.init) else { return skip() }
        guard let value = numbers[.value], let lower = numbers[.lower], let upper = numbers[.upper],
            let level = interval.level
        else { return }
        let isCoarse = !Self.hasParts(row.record)
        func slack(_ column: PublishedTable.Column) -> Double {
            isCoarse ? RoundedText.halfDigitOfShare(row.text(column)) : 1e-9 * (numbers[column] ?? 0).magnitude
        }
        let why = Phrase(
            sv:
                "intervallet \(row.text(.lower))–\(row.text(.upper)) kring \(row.text(.value)) (\(row.place)) går att räkna baklänges",
            en:
                "the interval \(row.text(.lower))–\(row.text(.upper)) round \(row.text(.value)) (\(row.place)) can be inverted"
        )
        switch method {
        case .wilson:
            guard let x = row.columns[.numerator], let n = row.columns[.denominator], variables[x].kind == .count,
                variables[x].printed == nil || variables[n].printed == nil
            else { return }
            let found = Inversion.wilson(
                Inversion.Interval(
                    value: value, lower: lower, upper: upper, slack: (slack(.value), slack(.lower), slack(.upper))),
                level: level, n: range(n), x: range(x))
            guard let found else { return }
            if variables[n].printed == nil { setCandidates(n, found.n, why) }
            if variables[x].printed == nil { setCandidates(x, found.x, why) }
        case .student:
            guard let n = row.columns[.n], variables[n].printed == nil else { return }
            addWidth(row, n, value: value, lower: lower, upper: upper, level: level)
            guard let error = numbers[.se], error > 0 else { return }
            // The lower end may be cut off at zero.
            let isCut = lower == 0
            let width = isCut ? upper - value : (upper - lower) / 2
            let around =
                isCut
                ? 2 * (Self.half(row.text(.value)) + Self.half(row.text(.upper)))
                : Self.half(row.text(.lower)) + Self.half(row.text(.upper))
            let errorSlack = Self.half(row.text(.se))
            guard error > errorSlack, width > around else { return }
            let low = (width - around / 2) / (error + errorSlack)
            let high = (width + around / 2) / (error - errorSlack)
            if let found = Inversion.student(width: low...high, level: level) { setCandidates(n, found, why) }
        }
    }

    /// Intervals round one value at two levels tell n by the quotient of their widths. They may be rounded outwards.
    private mutating func addWidth(
        _ row: Row, _ n: Int, value: Double, lower: Double, upper: Double, level: Double
    ) {
        guard let above = row.columns[.numerator], lower != 0, lower < upper else { return }
        func digit(_ text: String) -> Double { 2 * Self.half(text) }
        let half = (upper - lower) / 2
        let least = half - (digit(row.text(.lower)) + digit(row.text(.upper))) / 2
        let most = half + (digit(row.text(.lower)) + digit(row.text(.upper))) / 4
        guard least > 0, level > 0, level < 1 else { return }
        let own = Width(level: level, value: value, reach: least...most, place: row.place)
        let key = [n, above]
        for other in widths[key] ?? [] {
            let slack = digit(row.text(.value)) + 1e-9 * value.magnitude
            guard (other.value - value).magnitude <= slack, (other.level - level).magnitude > 1e-3 else { continue }
            let (far, near) = other.level > level ? (other, own) : (own, other)
            let low = far.reach.lowerBound / near.reach.upperBound
            let found = Inversion.student(
                quotient: low...max(low, far.reach.upperBound / near.reach.lowerBound), levels: (far.level, near.level))
            guard let found else { continue }
            setCandidates(
                n, found,
                Phrase(
                    sv:
                        "kvoten mellan bredden av intervallen på två nivåer (\(other.place), \(own.place)) är kvoten mellan två kvantiler av t med n − 1 frihetsgrader",
                    en:
                        "the quotient of the widths of the intervals at two levels (\(other.place), \(own.place)) is that of two quantiles of t with n − 1 degrees of freedom"
                ))
        }
        note(own, of: key)
    }

    private static func half(_ text: String) -> Double {
        max(RoundedText.half(decimals: RoundedText.decimals(of: text)), 1e-9 * (Double(text) ?? 0).magnitude)
    }

    private func range(_ variable: Int) -> ClosedRange<Double> {
        if let printed = variables[variable].printed { return printed...printed }
        let (low, high) = (variables[variable].low, variables[variable].high)
        return low <= high ? low...high : 0...(.infinity)
    }
}
