// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

/// Which numbers of a release are part of others, and whose the rest is.
///
/// That is not guessed from names: a number is part of another about the same group when nobody brings more to it
/// than to the other, as those with performed hours are some of those with the service. Whoever reads both has the
/// difference. Where that is a few persons, or the hours of few, the two must not both be known; elsewhere it is an
/// inequality that bounds what is hidden.
struct NestedNumbers {
    private let rules: PrimaryRules
    /// An inequality whose sides lie further apart binds nothing within the ranges that are asked for.
    static let nearCounts = 12.0
    private static let nearSums = 0.3

    init(_ rules: PrimaryRules) { self.rules = rules }

    func add(to system: inout LinkedSystem) {
        relateAsked(&system)
        for variables in groups(system) { compare(variables, &system) }
        for wider in inWiderGroups(system) { compareWide(wider, &system) }
    }

    /// Numbers about the same persons and year, in the order they were met. What was answered does not make a group, nor does
    /// the month of a period.
    private func groups(_ system: LinkedSystem) -> [[Int]] {
        var order: [Domain] = []
        var members: [Domain: [Int]] = [:]
        func enter(_ variable: Int, _ domain: Domain) {
            if members[domain] == nil { order.append(domain) }
            if members[domain]?.contains(variable) != true { members[domain, default: []].append(variable) }
        }
        for (variable, source) in system.sources {
            let domain = source.domain.removing(.answer).removing(.periodMonth)
            enter(variable, domain)
            // Those of either year are some more than those of the year before, too.
            if source.isOfTwoYears, let year = Int(domain.year) { enter(variable, domain.inYear(String(year - 1))) }
        }
        return order.compactMap { members[$0] }
    }

    /// An item that everybody was asked is asked of as many as answered the survey: one number, under two names.
    private func relateAsked(_ system: inout LinkedSystem) {
        var seen: Set<Int> = []
        for (variable, source) in system.sources
        where source.part == .denominator && source.domain.code(of: .question) != nil && seen.insert(variable).inserted
        {
            let everyone = source.domain.removing(.answer).removing(.question)
            guard let asked = system.bringing(to: variable) else { continue }
            for (whole, other) in system.sources where other.domain == everyone && whole != variable {
                guard system.values[whole] == system.values[variable],
                    let rest = system.bringing(to: whole)?.rest(beside: asked), rest.amounts.isEmpty
                else { continue }
                system.relate([(whole, 1), (variable, -1)])
                break
            }
        }
    }

    private struct Number {
        let variable: Int
        let bringing: Bringing
        let value: Double
    }

    private func compare(_ variables: [Int], _ system: inout LinkedSystem) {
        let numbers = variables.compactMap { variable in
            system.bringing(to: variable).map {
                Number(variable: variable, bringing: $0, value: system.values[variable] ?? 0)
            }
        }.sorted { ($0.value, $0.variable) < ($1.value, $1.variable) }
        for (place, whole) in numbers.enumerated() {
            // Nearest first: what is part of a part needs no inequality of its own.
            var parts: [Number] = []
            for part in numbers[..<place].reversed()
            where system.isCount[part.variable] == system.isCount[whole.variable] && part.value > 0 {
                guard let rest = whole.bringing.rest(beside: part.bringing) else { continue }
                guardRest(rest, part.variable, whole.variable, &system)
                let isImplied = parts.contains { $0.bringing.rest(beside: part.bringing) != nil }
                if !isImplied, isNear(part, whole, system) { system.nest(part.variable, in: whole.variable) }
                parts.append(part)
            }
        }
    }

    private func isNear(_ part: Number, _ whole: Number, _ system: LinkedSystem) -> Bool {
        whole.value - part.value
            <= (system.isCount[part.variable] ? Self.nearCounts : max(10, Self.nearSums * part.value))
    }

    /// A number and the same of a wider group, which is not told what tells the number's own apart.
    private struct Wider {
        let part: Int
        let whole: Int
        let without: Dimension
    }

    private func inWiderGroups(_ system: LinkedSystem) -> [Wider] {
        system.names.flatMap { quantity, variable in
            quantity.domain.places.compactMap { place -> Wider? in
                guard place.code != Domain.any, place.dimension != .answer,
                    let whole = system.known(quantity.with(quantity.domain.removing(place.dimension))),
                    whole != variable, let value = system.values[whole], let own = system.values[variable],
                    own > 0, value - own <= (system.isCount[variable] ? Self.nearCounts : Self.nearSums * value)
                else { return nil }
                return Wider(part: variable, whole: whole, without: place.dimension)
            }
        }
    }

    /// Of a wider group what few make up is guarded. That parts add to their total is said elsewhere; the persons of the
    /// months of a year do not, and each month's are some of the year's.
    private func compareWide(_ wider: Wider, _ system: inout LinkedSystem) {
        guard let own = system.bringing(to: wider.part),
            let rest = system.bringing(to: wider.whole)?.rest(beside: own)
        else { return }
        guardRest(rest, wider.part, wider.whole, &system)
        if wider.without == .month, system.isCount[wider.part] { system.nest(wider.part, in: wider.whole) }
    }

    /// How many answered the survey and not the item tells of no answer: it is kept where it is printed as a number of its
    /// own, which the catalogue ties to these, and not as the difference of two.
    private func guardRest(_ rest: Bringing, _ part: Int, _ whole: Int, _ system: inout LinkedSystem) {
        if [part, whole].allSatisfy({ system.quantities[$0].quantity?.isOfRespondents ?? false }) { return }
        if rules.isTooLittle(rest.contributions, isCount: system.isCount[whole]) {
            system.keep(LinearForm([(whole, 1), (part, -1)]))
        }
    }
}

extension PrimaryRules {
    /// Fewest persons whose hours may be known together, where no table prints them.
    private static let fewestTogether = 3

    /// Whether a number that nobody prints, but everybody can work out, tells too much: a count of a few, or hours that
    /// one or two have or make up nearly all of.
    func isTooLittle(_ contributions: Measurement.Contributions, isCount: Bool) -> Bool {
        if contributions.persons == 0 { return false }
        if isCount { return contributions.total < Double(settings.threshold) - 1e-6 }
        return contributions.persons < Self.fewestTogether
            || contributions.total - contributions.largest - contributions.second
                < settings.pPercent / 100 * contributions.largest
    }
}
