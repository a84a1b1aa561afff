// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// The signs of Swedish official statistics that stand where no figure does.
package enum CellSign: Int, Sendable, Hashable, Comparable, CaseIterable {
    case hidden
    case zero
    case notApplicable

    package var sign: String {
        switch self {
        case .hidden: ".."
        case .zero: "–"
        case .notApplicable: "."
        }
    }

    /// What a screen reader says instead of the sign.
    package var spoken: Phrase {
        switch self {
        case .hidden: Phrase(sv: "uppgiften visas inte", en: "not shown")
        case .zero: Phrase(sv: "noll", en: "zero")
        case .notApplicable: Phrase(sv: "ej tillämpligt", en: "not applicable")
        }
    }

    /// What the legend says of the sign.
    package var meaning: Phrase {
        switch self {
        case .hidden:
            Phrase(
                sv: "uppgiften visas inte, för att ingen enskild ska kunna kännas igen",
                en: "not shown, so that nobody can be recognised")
        case .zero: Phrase(sv: "värdet är noll", en: "the value is zero")
        case .notApplicable: Phrase(sv: "uppgiften kan inte förekomma här", en: "no figure is defined here")
        }
    }

    package static func < (left: CellSign, right: CellSign) -> Bool { left.rawValue < right.rawValue }
}
