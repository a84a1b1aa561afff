// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Measures
import Suppression
import Terms

/// Persons with decisions by both laws (*både SoL och LSS*): they count in each, so that the laws are more than
/// everyone together.
///
/// How many they are is SoL + LSS − everyone, and how many have one law alone is everyone less the other. Where no
/// table prints that, everybody can work it out all the same: each is a number of the release like any other, and few
/// are guarded.
struct LawOverlap {
    private let everyone: Unknown
    private let whole: Int
    private let sol: Int
    private let lss: Int
    /// Those whose law is not known.
    private let others: [Int]
    private let persons: (solOnly: Double, lssOnly: Double, both: Double)

    /// Nil where it is not persons that are counted once in each law, or not both laws are there.
    init?(_ everyone: Unknown, _ whole: Int, _ parts: [Int], _ system: LinkedSystem) {
        func number(_ law: Law) -> Int? {
            system.known(everyone.with(everyone.domain.adding(.law, law.rawValue)))
        }
        guard everyone.countsPersons, let sol = number(.sol), let lss = number(.lss), sol != lss else {
            return nil
        }
        others = parts.filter { $0 != sol && $0 != lss }
        let rest = others.compactMap { system.values[$0] }
        guard rest.count == others.count, let all = system.values[whole], let withSoL = system.values[sol],
            let withLSS = system.values[lss]
        else { return nil }
        let known = all - rest.reduce(0, +)
        persons = (known - withLSS, known - withSoL, withSoL + withLSS - known)
        guard persons.solOnly >= 0, persons.lssOnly >= 0, withSoL == withSoL.rounded(), known == known.rounded() else {
            return nil
        }
        self.everyone = everyone
        self.whole = whole
        self.sol = sol
        self.lss = lss
    }

    /// The number of everyone, of a table without totals: what another table has of as many persons as can be.
    static func everyone(_ total: Unknown, of laws: [Int], _ system: LinkedSystem) -> Int? {
        if let printed = system.known(total) { return printed }
        let persons = laws.compactMap { system.values[$0] }
        guard total.quantity == .persons, persons.count == 2 else { return nil }
        let possible = system.numbers(of: .persons, in: total.domain).filter { number in
            system.values[number].map { $0 >= max(persons[0], persons[1]) && $0 <= persons[0] + persons[1] } ?? false
        }
        return possible.max { (system.values[$0] ?? 0, -$0) < (system.values[$1] ?? 0, -$1) }
    }

    func add(to system: inout LinkedSystem) {
        let solOnly = combination(LawCombination.only(.sol), persons.solOnly, &system)
        let lssOnly = combination(LawCombination.only(.lss), persons.lssOnly, &system)
        let both = combination(LawCombination.both, persons.both, &system)
        system.relate([(sol, 1), (solOnly, -1), (both, -1)])
        system.relate([(lss, 1), (lssOnly, -1), (both, -1)])
        system.relate([(whole, 1), (solOnly, -1), (lssOnly, -1), (both, -1)] + others.map { ($0, -1) })
        for few in [solOnly, lssOnly, both] { system.guardSmall(LinearForm(few)) }
        let others = system.enterOverlap(LinkedSystem.Overlap(domain: everyone.domain, solOnly, lssOnly, both))
        for other in others {
            compare([(solOnly, other.solOnly), (lssOnly, other.lssOnly), (both, other.both)], &system)
        }
    }

    /// Those with a ceiling are some of those with the service: who reads both by law has how many of each combination
    /// are not among them.
    private func compare(_ pairs: [(Int, Int)], _ system: inout LinkedSystem) {
        for (own, other) in pairs where own != other {
            guard let persons = system.values[own], let beside = system.values[other], persons != beside else {
                continue
            }
            let (more, fewer) = persons > beside ? (own, other) : (other, own)
            system.guardSmall(LinearForm([(more, 1), (fewer, -1)]))
        }
    }

    /// The number of a combination: where it is printed, that.
    private func combination(_ code: String, _ persons: Double, _ system: inout LinkedSystem) -> Int {
        let domain = everyone.domain.adding(.law, code)
        let printed = system.known(Unknown(Catalogue.everyone.measure, .lawCombination, .value, domain))
        if let printed, everyone.measure == Catalogue.everyone.measure, system.values[printed] == persons {
            return printed
        }
        return system.variable(everyone.with(domain), value: persons, isCount: true, at: nil)
    }
}
