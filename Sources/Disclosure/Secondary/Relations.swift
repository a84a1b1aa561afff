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
        var order: [Quantity] = []
        var predecessors: [Quantity: [Int]] = [:]
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

    private func addCrossMeasures(to system: inout LinkedSystem) {
        for (quantity, variable) in system.names {
            let domain = quantity.domain
            func number(_ measure: MeasureName, _ aspect: Question.Aspect, _ part: Part) -> Int? {
                system.known(Quantity(measure, aspect, part, domain))
            }
            switch (quantity.measure, quantity.aspect, quantity.part) {
            case (.performedHours, .outsideDecisions, .value), (.performedHours, .unlimited, .value):
                // All performed hours are those inside decisions, those outside, and those without a ceiling.
                guard let all = number(.performedHours, .headline, .value),
                    let inside = number(.utilisation, .headline, .numerator)
                else { continue }
                system.relateIfTrue([(all, 1), (inside, -1), (variable, -1)])
                if let unlimited = number(.performedHours, .unlimited, .value), unlimited != variable {
                    system.relateIfTrue([(all, 1), (inside, -1), (variable, -1), (unlimited, -1)])
                }
            case (.flexibleUse, .headline, .denominator), (.flexibleUse, .flexible, .denominator):
                addBase(variable, domain, to: &system)
            case (.persons, .withoutDistrict, .value):
                let unknown = domain.adding(.district, "unknown")
                if let same = system.known(Quantity(.persons, .headline, .value, unknown)) {
                    system.relateIfTrue([(variable, 1), (same, -1)])
                }
            case (.persons, .lawCombination, .value): addLaw(quantity, variable, to: &system)
            case (.decomposition, .part(.sum), .value):
                let parts = [Question.DecompositionFactor.persons, .grantedPerPerson, .utilisation]
                addParts(variable, parts.compactMap { number(.decomposition, .part($0), .value) }, parts.count, &system)
            case (.decomposition, .part(.grantedSum), .value):
                let parts = [Question.DecompositionFactor.decisions, .hoursPerDecision]
                addParts(variable, parts.compactMap { number(.decomposition, .part($0), .value) }, parts.count, &system)
            default: continue
            }
        }
    }

    /// Those with SoL are those with SoL alone and those with both; likewise LSS. The combinations add to everyone.
    private func addLaw(_ quantity: Quantity, _ variable: Int, to system: inout LinkedSystem) {
        let everyone = quantity.domain.removing(.law)
        guard let code = quantity.domain.code(of: .law) else {
            let headline = Quantity(.persons, .headline, .value, everyone)
            if let all = system.known(headline) { system.relateIfTrue([(variable, 1), (all, -1)]) }
            return
        }
        guard let law = LawCombination.law(of: code),
            let withLaw = system.known(Quantity(.persons, .headline, .value, everyone.adding(.law, law)))
        else { return }
        let both = quantity.with(everyone.adding(.law, LawCombination.both))
        if let overlap = system.known(both) { system.relateIfTrue([(withLaw, 1), (variable, -1), (overlap, -1)]) }
        // Nobody with both: the two are one number.
        system.relateIfTrue([(withLaw, 1), (variable, -1)])
    }

    /// The base of flexible use leaves out those without a ceiling, a narrower one those without performed hours.
    private func addBase(_ base: Int, _ domain: Domain, to system: inout LinkedSystem) {
        let unlimited =
            system.known(Quantity(.persons, .unlimited, .value, domain))
            ?? system.known(Quantity(.flexibleUse, .unlimited, .value, domain))
        if let unlimited, let all = system.known(Quantity(.persons, .headline, .value, domain)) {
            system.relateIfTrue([(all, 1), (base, -1), (unlimited, -1)])
        }
        guard let unused = system.known(Quantity(.persons, .withoutPerformed, .value, domain)) else { return }
        for (other, wider) in system.names where other.domain == domain && other.measure == .flexibleUse {
            if other.part == .denominator { system.relateIfTrue([(wider, 1), (base, -1), (unused, -1)]) }
        }
    }

    private func addParts(_ sum: Int, _ parts: [Int], _ expected: Int, _ system: inout LinkedSystem) {
        if parts.count == expected { system.relateIfTrue([(sum, 1)] + parts.map { ($0, -1) }) }
    }
}
