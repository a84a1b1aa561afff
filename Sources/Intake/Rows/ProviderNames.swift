// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The providers (*utförare*) as they come: one a name, spelt as at its first appearance.
struct ProviderNames {
    private(set) var names: [String] = []
    private var places: [FoldedWord: Int16] = [:]

    /// The provider of a field that is not empty; nil when there are more than a table of providers can hold.
    mutating func find(_ bytes: Span<UInt8>) -> Int16? {
        let name = bytes.text
        let folded = FoldedWord(name)
        if let known = places[folded] { return known }
        guard names.count < Int(Int16.max) else { return nil }
        let place = Int16(names.count)
        names.append(Composition.composed(name))
        places[folded] = place
        return place
    }
}
