// SPDX-License-Identifier: EUPL-1.2
import Measures
import Suppression
import Terms

/// The sums within one table: over every dimension of its breakdown, a total is the sum of its categories, the
/// unknown included.
///
/// Distinct persons do not quite add (a person with two districts counts in both); they are treated as if they did,
/// which can only hide more. A total that is not printed still ties two tables that break it down differently.
struct Margins {
    let tabulation: Tabulation

    func add(to system: inout LinkedSystem) {
        let adding = relations(&system)
        for relation in adding where !relation.isLoose { system.relate(relation.terms) }
        guard adding.contains(where: \.isLoose) else { return }
        // Within its own table flexible use by law is held to add like anything else.
        system.addView(adding.map { LinearForm($0.terms) })
    }

    private struct Relation {
        let terms: [(variable: Int, coefficient: Int)]
        /// Whether it holds more or less: some are in both laws, and nobody knows of how many that is true in each.
        let isLoose: Bool
    }

    private func relations(_ system: inout LinkedSystem) -> [Relation] {
        Part.allCases.flatMap { part in
            let adding = tabulation.dimensions.indices.filter { place in
                tabulation.dimensions[place] != .year && adds(part, over: tabulation.dimensions[place])
            }
            return adding.isEmpty ? [] : relations(part, over: adding, &system)
        }
    }

    private var measure: Measure { Catalogue[tabulation.question.measure] }

    private var aspect: Measure.Aspect { Catalogue.aspect(of: tabulation.question) }

    private func adds(_ part: Part, over dimension: Dimension) -> Bool {
        guard let kind else { return false }
        switch measure.adding {
        case .persons: return addsOverPersons(part, over: dimension, kind)
        // Answers add over the traits of who gave them. Groups, waves and items are apart, and what was answered adds to
        // its base, which a row says itself.
        case .answers, .answersOfOneBase:
            return Unknown.traits.contains(dimension) && (part != .value || kind == .count)
        // The base of a share of the respondents is the same for every class.
        case .classesOfOneBase: return Unknown.traits.contains(dimension) && part == .numerator
        }
    }

    /// Persons of the months of a year overlap so much that the year says nothing of a month; hours add.
    private func addsOverPersons(_ part: Part, over dimension: Dimension, _ kind: Measurement.Kind) -> Bool {
        // The months of a period are of the same persons, and their shares of one sum.
        if dimension == .periodMonth { return part == .numerator }
        if isHours(part) { return true }
        if dimension == .month { return false }
        switch (kind, part) {
        case (_, .persons), (.count, .value), (.share, .numerator), (.share, .denominator), (.mean, .denominator):
            return true
        case (.difference, .value): return aspect.value.differencesAdd
        case (.count, _), (.share, _), (.sum, _), (.ratio, _), (.mean, _), (.quantile, _), (.difference, _):
            return false
        }
    }

    private func isHours(_ part: Part) -> Bool {
        switch (kind, part) {
        case (.sum, .value), (.ratio, .numerator), (.ratio, .denominator), (.mean, .numerator): true
        case (nil, _), (.count, _), (.share, _), (.sum, _), (.ratio, _), (.mean, _), (.quantile, _), (.difference, _):
            false
        }
    }

    /// What is not defined may be of any kind.
    private var kind: Measurement.Kind? {
        tabulation.rows.first { $0.measurement.value != nil }?.measurement.kind
    }

    /// Over every dimension that the part adds over, of what is printed and of the margins that it adds to: a table
    /// without totals tells them all the same.
    private func relations(_ part: Part, over places: [Int], _ system: inout LinkedSystem) -> [Relation] {
        var keys = tabulation.rows.map(\.domain)
        var seen = Set(keys)
        for place in places {
            for key in keys where key[place].kind != .total {
                let above = total(of: key, over: place)
                if seen.insert(above).inserted { keys.append(above) }
            }
        }
        return places.flatMap { relations(part, over: $0, keys, &system) }
    }

    private func total(of key: [Category], over place: Int) -> [Category] {
        var above = key
        above[place] = .total(of: key[place].dimension)
        return above
    }

    private func relations(
        _ part: Part, over place: Int, _ keys: [[Category]], _ system: inout LinkedSystem
    ) -> [Relation] {
        let question = tabulation.question
        let dimension = tabulation.dimensions[place]
        func quantity(_ key: [Category]) -> Unknown {
            Unknown(question.measure, question.aspect, part, Domain(key, filters: question.filters)).withSharedBase
        }
        var order: [Unknown] = []
        var children: [Unknown: [Int]] = [:]
        for key in keys where key[place].kind != .total {
            guard let child = system.known(quantity(key)) else { continue }
            let whole = quantity(total(of: key, over: place))
            if children[whole] == nil { order.append(whole) }
            if children[whole]?.contains(child) != true { children[whole, default: []].append(child) }
        }
        return order.compactMap { total in
            var parts = children[total] ?? []
            if let rest = unrated(beside: total, of: dimension, system), !parts.contains(rest) { parts.append(rest) }
            let mayOverlap = dimension == .law && !aspect.tellsLawsApart && !isHours(part)
            let whole =
                base(beside: total, system) ?? (mayOverlap ? LawOverlap.everyone(total, of: parts, system) : nil)
                ?? system.sum(total, of: parts)
            let terms = [(whole, 1)] + parts.map { ($0, -1) }
            let rest = system.rest(of: whole, beside: parts) ?? 0
            if rest > 0 {
                // Some part has no row: those of no known district, in a rate per inhabitants.
                if !isHours(part) { system.guardSmall(LinearForm(terms)) }
                return nil
            }
            if rest < 0, mayOverlap, let overlap = LawOverlap(total, whole, parts, system) {
                overlap.add(to: &system)
                return nil
            }
            return Relation(terms: terms, isLoose: rest < 0 && mayOverlap)
        }
    }

    /// The classes of the respondents add to the base of their shares.
    private func base(beside total: Unknown, _ system: LinkedSystem) -> Int? {
        let traits = tabulation.dimensions.filter(Unknown.traits.contains)
        guard measure.adding == .classesOfOneBase, total.part == .numerator,
            traits.allSatisfy({ total.domain.code(of: $0) == nil })
        else { return nil }
        return system.known(total.baseOfRespondents(by: traits))
    }

    /// Persons of no known group have no rate per inhabitants, but are in the total; another table may count them.
    private func unrated(beside total: Unknown, of dimension: Dimension, _ system: LinkedSystem) -> Int? {
        guard tabulation.rows.contains(where: { $0.measurement.unit.isPerPopulation }),
            total.quantity == .persons
        else { return nil }
        let unknown = total.domain.adding(dimension, "unknown")
        return system.known(Unknown(Catalogue.everyone, unknown))
    }
}

extension LinkedSystem {
    /// The number of a total; one that is printed nowhere is taken to be the sum of its parts.
    mutating func sum(_ total: Unknown, of parts: [Int]) -> Int {
        if let printed = known(total) { return printed }
        let values = parts.compactMap { self.values[$0] }
        guard values.count == parts.count else { return variable(total) }
        return variable(total, value: values.reduce(0, +), isCount: parts.allSatisfy { isCount[$0] }, at: nil)
    }
}

extension LinkedSystem {
    /// What a total holds beside its parts, below zero where some are in more than one: zero where they add as
    /// closely as numbers are kept, nil where not all are known.
    fileprivate func rest(of whole: Int, beside parts: [Int]) -> Double? {
        guard let total = values[whole] else { return nil }
        let known = parts.compactMap { values[$0] }
        guard known.count == parts.count else { return nil }
        let rest = total - known.reduce(0, +)
        return rest.magnitude > 1e-6 * max(1, total.magnitude) ? rest : 0
    }
}
