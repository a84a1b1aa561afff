// SPDX-License-Identifier: EUPL-1.2
import Measures
import Suppression

/// Sums of hidden numbers that follow from what is shown (*unioner av dolda celler*): a total less its shown parts.
struct HiddenUnions {
    struct Union {
        let form: LinearForm
        let contributions: Measurement.Contributions
        let isCount: Bool
    }

    private(set) var forms: [Union] = []

    /// Those whose contributors are known, or that count.
    init(_ system: LinkedSystem, _ state: SuppressionState) {
        for form in KnownSums(system.relations, isKnown: state.isKnown).forms {
            let variables = form.terms.map(\.variable)
            let isCount = system.isCount[variables[0]]
            guard variables.allSatisfy({ system.isCount[$0] == isCount && !system.isDifference($0) }) else { continue }
            if isCount {
                let values = variables.compactMap { system.values[$0] }
                guard values.count == variables.count else { continue }
                let total = values.reduce(0, +)
                let contributions = Measurement.Contributions(
                    persons: Int(total.rounded()), total: total, largest: 0, second: 0)
                forms.append(Union(form: form, contributions: contributions, isCount: true))
            } else {
                let parts = variables.compactMap { system.bringing(to: $0) }
                guard parts.count == variables.count else { continue }
                forms.append(Union(form: form, contributions: Bringing.union(parts).contributions, isCount: false))
            }
        }
    }
}
