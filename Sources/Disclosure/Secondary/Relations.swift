// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

/// What ties the tables of one release to each other beyond their common quantities: filters, merged districts,
/// years compared, and measures that are sums of measures.
struct Relations {
    let division: Division

    /// Boards, before any table's own sums: where a table by board and law has no totals, one of the boards as they
    /// were may have them.
    func addBoards(to system: inout LinkedSystem) { addSuccession(to: &system) }

    func add(to system: inout LinkedSystem) {
        addFilters(to: &system)
        addSuccession(to: &system)
        addCrossMeasures(to: &system)
    }

    /// A filter on several values is the sum of the values; a filter on all but some is the rest of the whole.
    private func addFilters(to system: inout LinkedSystem) {
        for (quantity, variable) in system.names {
            for filter in quantity.domain.filters {
                // Persons of several months are not the sum of each month's.
                if filter.dimension == .month, system.isCount[variable] { continue }
                let rest = quantity.domain.removing(filter)
                let parts = filter.values.map { system.variable(quantity.with(rest.adding(filter.dimension, $0))) }
                switch filter.comparison {
                case .isOneOf: system.relate([(variable, 1)] + parts.map { ($0, -1) })
                case .isNoneOf:
                    let whole = system.variable(quantity.with(rest))
                    system.relate([(whole, 1), (variable, -1)] + parts.map { ($0, -1) })
                case .atLeast, .atMost: continue
                }
            }
        }
    }

    /// A board of the newest division is the sum of the boards it took over, as they were.
    private func addSuccession(to system: inout LinkedSystem) {
        var newest: [String: String] = [:]
        for (index, district) in division.districts.enumerated() {
            newest[district.name] = division[division.newest[index]].name
        }
        var order: [Unknown] = []
        var predecessors: [Unknown: [Int]] = [:]
        for (quantity, variable) in system.names {
            guard let old = quantity.domain.code(of: .districtThen), quantity.domain.code(of: .district) == nil else {
                continue
            }
            let heir = quantity.with(quantity.domain.removing(.districtThen).adding(.district, newest[old] ?? old))
            if predecessors[heir] == nil { order.append(heir) }
            predecessors[heir, default: []].append(variable)
        }
        for heir in order {
            guard let parts = predecessors[heir] else { continue }
            // It may be printed under another name: granted hours as the base of a ratio.
            system.relate([(system.sum(heir, of: parts), 1)] + parts.map { ($0, -1) })
        }
    }

    /// What the catalogue says holds between measures.
    private func addCrossMeasures(to system: inout LinkedSystem) {
        for (unknown, variable) in system.names {
            for link in unknown.declared.links {
                switch link {
                case .sum(let part, let terms) where part == unknown.part:
                    let others = terms.filter { !isNobody($0, in: unknown.domain, system) }
                    let numbers = others.compactMap { term in
                        number(term, beside: unknown, variable, system).map { ($0, term.coefficient) }
                    }
                    if numbers.count == others.count { system.relateIfTrue(numbers) }
                case .notNegative(let part, let terms) where part == unknown.part:
                    let numbers = terms.compactMap { term in
                        number(term, beside: unknown, variable, system).map { ($0, term.coefficient) }
                    }
                    if numbers.count == terms.count { system.boundIfTrue(numbers) }
                case .narrower(let part, let name) where part == unknown.part:
                    guard let rest = system.known(Unknown(name, unknown.domain)) else { continue }
                    for (other, wider) in system.names
                    where other.domain == unknown.domain && other.measure == unknown.measure && other.part == part {
                        system.relateIfTrue([(wider, 1), (variable, -1), (rest, -1)])
                    }
                case .lawsApart where unknown.part == .value: addLaw(unknown, variable, to: &system)
                case .sum, .notNegative, .narrower, .lawsApart: continue
                }
            }
        }
    }

    /// Whether a term that no table has in this group is zero in a wider one: then it is zero here, as everybody knows.
    private func isNobody(_ term: Link.Term, in domain: Domain, _ system: LinkedSystem) -> Bool {
        if term.names.isEmpty || term.unknown != nil { return false }
        if term.names.contains(where: { system.known(Unknown($0, domain)) != nil }) { return false }
        let wider =
            domain.places.map { domain.removing($0.dimension) } + [Domain(year: domain.year, places: [], filters: [])]
        return wider.contains { wide in
            term.names.contains { name in
                system.known(Unknown(name, wide)).map { system.values[$0] == 0 } ?? false
            }
        }
    }

    private func number(
        _ term: Link.Term, beside unknown: Unknown, _ variable: Int, _ system: LinkedSystem
    ) -> Int? {
        if term.names.isEmpty { return variable }
        let domain = term.unknown.map { unknown.domain.adding($0, "unknown") } ?? unknown.domain
        return term.names.lazy.compactMap { system.known(Unknown($0, domain)) }.first
    }

    /// Those with SoL are those with SoL alone and those with both; likewise LSS. The combinations add to everyone.
    private func addLaw(_ quantity: Unknown, _ variable: Int, to system: inout LinkedSystem) {
        let everyone = quantity.domain.removing(.law)
        guard let code = quantity.domain.code(of: .law) else {
            let headline = Unknown(Catalogue.everyone, everyone)
            if let all = system.known(headline) { system.relateIfTrue([(variable, 1), (all, -1)]) }
            return
        }
        guard let law = LawCombination.law(of: code),
            let withLaw = system.known(Unknown(Catalogue.everyone, everyone.adding(.law, law)))
        else { return }
        let both = quantity.with(everyone.adding(.law, LawCombination.both))
        if let overlap = system.known(both) { system.relateIfTrue([(withLaw, 1), (variable, -1), (overlap, -1)]) }
        // Nobody with both: the two are one number.
        system.relateIfTrue([(withLaw, 1), (variable, -1)])
    }
}
