// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

extension ReleasedComparison.CaseMix {
    /// What the groups were standardised for: "lagrum, ålder och kön".
    package var traits: Phrase {
        let names = factors.map(\.name)
        return Phrase(sv: list(names.map(\.swedish), "och"), en: list(names.map(\.english), "and"))
    }

    private func list(_ names: [String], _ last: String) -> String {
        names.count < 2
            ? names.joined() : names.dropLast().joined(separator: ", ") + " \(last) " + names[names.count - 1]
    }
}

extension ReleasedComparison.CaseMix.Factor {
    fileprivate var name: Phrase {
        switch self {
        case .law: Phrase(sv: "lagrum", en: "law")
        case .age: Phrase(sv: "ålder", en: "age")
        case .sex: Phrase(sv: "kön", en: "sex")
        }
    }
}
