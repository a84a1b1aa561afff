// SPDX-License-Identifier: EUPL-1.2
import Published
import Terms

/// How classes relate to all of them together.
extension OutsideSystem {
    /// The classes of each dimension of a table, for each quantity that has a declared way to add over it.
    mutating func addClasses(_ place: Int) {
        let table = tables[place]
        guard let declared = table.declared, !table.isComparison else { return }
        for (position, name) in table.dimensions.enumerated() {
            guard let field = declared.field(name), field.dimensionRole == .class, let dimension = field.dimension
            else { continue }
            for column in PublishedTable.Column.declared {
                guard let quantity = declared.field(column.rawValue)?.quantity else { continue }
                let parts = partsOfWholes[quantity] ?? []
                let groups = self.groups(table, declared, column, position)
                for part in [quantity] + parts {
                    guard let how = quantities[part]?.sum(over: dimension) else { continue }
                    addClasses(groups, part, dimension, how, isComplete: field.complete != false, table)
                }
            }
        }
        addBase(table, declared)
    }

    /// Rows that are alike but for one dimension: the whole, and the classes with their codes.
    private func groups(
        _ table: PublishedTable, _ declared: PublishedPackage.Resource, _ column: PublishedTable.Column, _ position: Int
    ) -> [(whole: Number, classes: [(code: String, number: Number)])] {
        var found: [(whole: Number, classes: [(code: String, number: Number)])] = []
        var placeOf: [Number: Int] = [:]
        for row in table.rows where row.codes[position] != "total" && row.status != "not_applicable" {
            guard let number = number(column, of: row, in: table, declared),
                let dimension = declared.field(table.dimensions[position])?.dimension,
                let code = number.code(of: dimension)
            else { continue }
            let whole = number.without(dimension)
            if placeOf[whole] == nil {
                placeOf[whole] = found.count
                found.append((whole, []))
            }
            if let place = placeOf[whole], !found[place].classes.contains(where: { $0.number == number }) {
                found[place].classes.append((code, number))
            }
        }
        return found
    }

    private mutating func addClasses(
        _ groups: [(whole: Number, classes: [(code: String, number: Number)])], _ quantity: String, _ dimension: String,
        _ how: ClassSum, isComplete: Bool, _ table: PublishedTable
    ) {
        for group in groups {
            guard let whole = variable(group.whole.of(quantity)) else { continue }
            let classes = group.classes.compactMap { item in
                variable(item.number.of(quantity)).map { (code: item.code, variable: $0) }
            }
            // A part that stands in no table has a number wherever the whole has one.
            guard !classes.isEmpty else { continue }
            let isWhole = isComplete && classes.count == group.classes.count
            relate(classes, to: whole, how, isComplete: isWhole, over: dimension, quantity)
            if table.largestChange > 0, table.declared?.protection?.additive == true, isWhole,
                let rounded = variable(variables[whole].number.of(Self.rounded + quantity))
            {
                let parts = classes.compactMap {
                    variable(variables[$0.variable].number.of(Self.rounded + quantity)).map {
                        (variable: $0, coefficient: -1.0)
                    }
                }
                if parts.count == classes.count {
                    equate(
                        [(rounded, 1)] + parts, "rounded \(quantity) \(dimension)",
                        Phrase(sv: "avrundade tal lägger sig samman", en: "rounded numbers add up"))
                }
            }
        }
    }

    /// How one whole and its classes relate.
    mutating func relate(
        _ classes: [(code: String, variable: Int)], to whole: Int, _ how: ClassSum, isComplete: Bool,
        over dimension: String, _ quantity: String
    ) {
        let relation = "\(quantity) over \(dimension)"
        let sum = [(variable: whole, coefficient: 1.0)] + classes.map { (variable: $0.variable, coefficient: -1.0) }
        switch how {
        case .exactly:
            let why = Phrase(sv: "klasserna lägger sig samman till samtliga", en: "the classes add to all")
            if isComplete { equate(sum, relation, why) } else { bound(sum, relation, why) }
            if isComplete { addHidden(classes.map(\.variable), of: whole, relation) }
        case .atLeast:
            bound(
                sum, relation,
                Phrase(
                    sv: "samtliga är minst klasserna sammanlagda", en: "all is at least the sum of the classes"))
        case .union:
            addUnion(classes, of: whole, isComplete: isComplete, over: dimension, relation)
        case .anew:
            guard let base = quantities[quantity]?.base, isComplete else { return }
            addJudged(classes, of: whole, among: base, relation)
        }
    }

    /// Classes that are left out of a whole are had together.
    private mutating func addHidden(_ classes: [Int], of whole: Int, _ relation: String) {
        let hidden = classes.filter { variables[$0].printed == nil }
        guard hidden.count > 1, variables[whole].isWhole, variables[whole].printed != nil else { return }
        let titles = hidden.map { titleWords($0) }
        let rest = makeTold(
            variables[whole].number.of("hidden " + hidden.map { "\($0)" }.joined(separator: " ")),
            Phrase(
                sv: titles.map(\.swedish).joined(separator: " + "), en: titles.map(\.english).joined(separator: " + ")),
            .count)
        equate(
            [(rest, 1)] + hidden.map { ($0, -1) }, relation + " hidden",
            Phrase(sv: "de klasser som inte visas, tillsammans", en: "the classes that are not shown, together"))
    }

    private mutating func addUnion(
        _ classes: [(code: String, variable: Int)], of whole: Int, isComplete: Bool, over dimension: String,
        _ relation: String, sharesBase: Bool = false
    ) {
        let inAll = Phrase(sv: "klassens personer hör till samtliga", en: "those of the class are among all")
        for item in classes {
            noteCeiling(whole, of: item.variable)
            bound([(whole, 1), (item.variable, -1)], relation + " \(item.code)", inAll)
        }
        guard isComplete else { return }
        bound(
            classes.map { (variable: $0.variable, coefficient: 1.0) } + [(whole, -1)], relation,
            Phrase(sv: "samtliga är högst klasserna sammanlagda", en: "all is at most the sum of the classes"))
        addCombinations(classes, of: whole, over: dimension, relation, sharesBase: sharesBase)
    }

    /// Classes that are themselves made of finer ones, in which each person stands once: one law alone, the other, both.
    private mutating func addCombinations(
        _ classes: [(code: String, variable: Int)], of whole: Int, over dimension: String, _ relation: String,
        sharesBase: Bool
    ) {
        guard let division = divisions[dimension], let finer = division.of, let made = division.classes,
            variables[whole].isWhole
        else { return }
        let number = variables[whole].number
        let isExact = quantities[number.quantity]?.sum(over: finer) == .exactly
        guard isExact || sharesBase else { return }
        guard Set(classes.map(\.code)) == Set(made.keys) else { return }
        var codes: [String] = []
        for item in classes {
            for code in made[item.code] ?? [] where !codes.contains(code) { codes.append(code) }
        }
        let title = variables[classes[0].variable].title
        var combinations: [String: Int] = [:]
        for code in codes {
            combinations[code] = makeTold(
                number.of(variables[classes[0].variable].number.quantity).with(finer, code), title, .count)
        }
        let once = Phrase(
            sv: "var och en har en av indelningarna i \(finer)", en: "each has one of the kinds of \(finer)")
        equate(
            [(variable: whole, coefficient: 1.0)] + codes.compactMap { combinations[$0] }.map { ($0, -1) },
            relation + " made", once)
        for item in classes {
            equate(
                [(variable: item.variable, coefficient: 1.0)]
                    + (made[item.code] ?? []).compactMap { combinations[$0] }.map { ($0, -1) }, relation + " made", once
            )
        }
    }

    /// Who stands in one class only is judged there as in all. With E = Σ base of the classes − base of all, at most E
    /// persons stand in several, so −E ≤ Σ x − x of all ≤ 2E.
    private mutating func addJudged(
        _ classes: [(code: String, variable: Int)], of whole: Int, among base: String, _ relation: String
    ) {
        let bases = classes.compactMap { variable(variables[$0.variable].number.of(base)) }
        guard bases.count == classes.count, let baseOfAll = variable(variables[whole].number.of(base)) else { return }
        let excess: [Constraint.Term] = bases.map { ($0, 1) } + [(baseOfAll, -1)]
        let difference: [Constraint.Term] = classes.map { ($0.variable, 1) } + [(whole, -1)]
        let why = Phrase(
            sv: "den som bara hör till en klass bedöms där som i samtliga",
            en: "who stands in one class only is judged there as in all")
        bound(difference + excess, relation, why)
        bound(excess.map { ($0.variable, 2) } + difference.map { ($0.variable, -$0.coefficient) }, relation, why)
    }

    // MARK: Classes of one base

    /// Shares of one base: the numerators of all classes add to it, or the shares to one.
    private mutating func addBase(_ table: PublishedTable, _ declared: PublishedPackage.Resource) {
        for relation in declared.relations ?? [] where relation.relationType == .classesOfBase {
            guard let over = relation.over, let part = relation.part.flatMap(PublishedTable.Column.init),
                let how = relation.how.flatMap(ClassSum.init)
            else {
                skip()
                continue
            }
            let positions = table.dimensions.indices.filter {
                over.contains(declared.field(table.dimensions[$0])?.dimension ?? "")
            }
            var groups: [[String]: [PublishedTable.Row]] = [:]
            var order: [[String]] = []
            for row in table.rows where row.status != "not_applicable" {
                guard relation.holds(of: row, in: table, declared) else { continue }
                if positions.contains(where: { row.codes[$0] == "total" }) { continue }
                var key = row.codes
                for position in positions { key[position] = "" }
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append(row)
            }
            for key in order { addBase(groups[key] ?? [], table, declared, relation, part, how, positions) }
        }
    }

    private mutating func addBase(
        _ rows: [PublishedTable.Row], _ table: PublishedTable, _ declared: PublishedPackage.Resource,
        _ relation: PublishedPackage.Relation, _ part: PublishedTable.Column, _ how: ClassSum, _ positions: [Int]
    ) {
        func number(_ column: PublishedTable.Column, _ row: PublishedTable.Row) -> Int? {
            self.number(column, of: row, in: table, declared).flatMap { variable($0) }
        }
        let classes = rows.compactMap { row in
            number(part, row).map { (code: positions.first.map { row.codes[$0] } ?? "", variable: $0) }
        }
        guard classes.count == rows.count, !classes.isEmpty else { return }
        let name = "base " + table.name
        switch relation.whole {
        case .number(let whole)?:
            // Printed shares are rounded, each by half a per cent.
            relate(
                classes.map { ($0.variable, 1) }, from: whole, to: whole, name,
                Phrase(sv: "svaren är delar av en helhet", en: "the answers are parts of a whole"))
        case .name(let column)?:
            guard let column = PublishedTable.Column(rawValue: column) else { return }
            let bases = rows.compactMap { number(column, $0) }
            guard let base = bases.first(where: { variables[$0].printed != nil }) ?? bases.first else { return }
            for other in bases where other != base {
                equate(
                    [(base, 1), (other, -1)], name, Phrase(sv: "klasserna har en bas", en: "the classes share a base"))
            }
            let dimension = relation.over?.first ?? ""
            if how == .union {
                addUnion(classes, of: base, isComplete: true, over: dimension, name, sharesBase: true)
            } else {
                relate(classes, to: base, how, isComplete: true, over: name, variables[base].number.quantity)
            }
        case nil: skip()
        }
    }

    // MARK: Classes that are unions of others

    /// Boards of today and those they took over, kinds of providers and their providers.
    mutating func addDivisions() {
        for (dimension, division) in divisions.sorted(by: { $0.key < $1.key }) {
            guard let finer = division.of, let made = division.classes else { continue }
            equateAlike(dimension, division)
            for whole in variables.indices where variables[whole].number.code(of: dimension) != nil {
                let number = variables[whole].number
                guard let code = number.code(of: dimension), let parts = made[code], number.code(of: finer) == nil,
                    let how = quantities[number.quantity]?.sum(over: finer), how != .atLeast
                else { continue }
                let rest = number.without(dimension)
                func classes(_ codes: [String]) -> [(code: String, variable: Int)] {
                    codes.compactMap { code in variable(rest.with(finer, code)).map { (code, $0) } }
                }
                let found = classes(parts)
                if found.isEmpty { continue }
                addDivision(
                    found, perhaps: classes(division.perhaps ?? []), of: whole,
                    // One board that goes on is the same board.
                    parts.count == 1 ? .exactly : how, isComplete: division.complete != false, finer, dimension)
            }
        }
    }

    /// Classes of two dimensions that are made of the same finer ones are one class: who has LSS, however those with SoL
    /// are told.
    private mutating func equateAlike(_ dimension: String, _ division: PublishedPackage.Relation) {
        for (other, alike) in divisions.sorted(by: { $0.key < $1.key })
        where other > dimension && alike.of == division.of {
            for (code, parts) in (division.classes ?? [:]).sorted(by: { $0.key < $1.key }) {
                let same = (alike.classes ?? [:]).filter { Set($0.value) == Set(parts) }.keys.sorted()
                for own in variables.indices where variables[own].number.code(of: dimension) == code {
                    let rest = variables[own].number.without(dimension)
                    for twin in same.compactMap({ variable(rest.with(other, $0)) }) where twin != own {
                        equate(
                            [(own, 1), (twin, -1)], "\(dimension) and \(other)",
                            Phrase(sv: "klasserna är desamma", en: "the classes are the same"))
                    }
                }
            }
        }
    }

    private mutating func addDivision(
        _ parts: [(code: String, variable: Int)], perhaps: [(code: String, variable: Int)], of whole: Int,
        _ how: ClassSum, isComplete: Bool, _ finer: String, _ dimension: String
    ) {
        let quantity = variables[whole].number.quantity
        let relation = "\(quantity) \(dimension) of \(finer)"
        if perhaps.isEmpty {
            if how == .union, parts.count > 1 {
                addUnion(parts, of: whole, isComplete: isComplete, over: relation, relation)
            } else {
                relate(parts, to: whole, how, isComplete: isComplete, over: "\(dimension) of \(finer)", quantity)
            }
            return
        }
        let sum: [Constraint.Term] = parts.map { ($0.variable, -1) }
        let why = Phrase(
            sv:
                "klassen är \(parts.map(\.code).joined(separator: ", ")), och kanske \(perhaps.map(\.code).joined(separator: ", "))",
            en:
                "the class is \(parts.map(\.code).joined(separator: ", ")), and perhaps \(perhaps.map(\.code).joined(separator: ", "))"
        )
        switch how {
        case .exactly:
            bound([(whole, 1)] + sum, relation, why)
        case .union:
            for part in parts { bound([(whole, 1), (part.variable, -1)], relation, why) }
        case .anew, .atLeast: return
        }
        if isComplete {
            bound((parts + perhaps).map { ($0.variable, 1) } + [(whole, -1)], relation, why)
        }
    }
}

extension PublishedPackage.Relation {
    /// Whether a relation that holds somewhere holds of a number.
    func holds(of number: Number) -> Bool {
        (self.where ?? [:]).allSatisfy { dimension, codes in
            dimension == "year" ? codes.contains(number.year) : number.code(of: dimension).map(codes.contains) ?? false
        }
    }

    /// The same of a row.
    func holds(of row: PublishedTable.Row, in table: PublishedTable, _ declared: PublishedPackage.Resource) -> Bool {
        (self.where ?? [:]).allSatisfy { dimension, codes in
            let position = table.dimensions.firstIndex { declared.field($0)?.dimension == dimension }
            let code = position.map { row.codes[$0] } ?? declared.about?[dimension]
            return code.map(codes.contains) ?? false
        }
    }
}
