// SPDX-License-Identifier: EUPL-1.2

/// What kind of number a published column holds: what may be concluded from it depends on that.
package enum NumberKind: String, Sendable, Hashable, CaseIterable {
    case count, sum, share, ratio, mean, quantile, difference

    /// In words, as the documentation of `datapackage.json` has them.
    package var meaning: Phrase {
        switch self {
        case .count: Phrase(sv: "ett antal: helt och inte under noll", en: "a count: whole and not below zero")
        case .sum: Phrase(sv: "en summa av timmar: inte under noll", en: "a sum of hours: not below zero")
        case .share:
            Phrase(sv: "en andel av ett antal, 0–1", en: "a share of a count, 0–1")
        case .ratio: Phrase(sv: "en kvot av två summor", en: "a ratio of two sums")
        case .mean: Phrase(sv: "ett medelvärde", en: "a mean")
        case .quantile: Phrase(sv: "en median eller annan kvantil", en: "a median or another quantile")
        case .difference:
            Phrase(sv: "skillnaden mellan två tal, som kan vara under noll", en: "a difference of two numbers")
        }
    }
}

/// How the classes of a dimension relate to all of them together, for one quantity.
package enum ClassSum: String, Sendable, Hashable, CaseIterable {
    /// All is the sum of the classes.
    case exactly
    /// All is the union of the classes: one may stand in several.
    case union
    /// All is at least the sum of the classes: of some the class is not known.
    case atLeast = "at_least"
    /// Who belongs is judged anew in each class: someone in one class only is judged there as in all.
    case anew

    package var meaning: Phrase {
        switch self {
        case .exactly: Phrase(sv: "samtliga är summan av klasserna", en: "all is the sum of the classes")
        case .union:
            Phrase(
                sv: "samtliga är unionen av klasserna: en person kan höra till flera",
                en: "all is the union of the classes: a person may stand in several")
        case .atLeast:
            Phrase(
                sv: "samtliga är minst summan av klasserna: för somliga är klassen inte känd",
                en: "all is at least the sum of the classes: of some the class is not known")
        case .anew:
            Phrase(
                sv:
                    "prövas på nytt i varje klass (`base` säger bland vilka): den som bara hör till en klass räknas där som i samtliga",
                en:
                    "judged anew in each class (`base` says among whom): who stands in one class only counts there as in all"
            )
        }
    }
}

/// What a column that describes rows tells.
package enum DimensionRole: String, Sendable, Hashable, CaseIterable {
    case year
    /// A class of a whole; the code `total` is the whole.
    case `class`
    /// Things that stand apart: groups asked, items, rounds. They are no parts of a whole.
    case apart

    package var meaning: Phrase {
        switch self {
        case .year: Phrase(sv: "året talet gäller", en: "the year of the number")
        case .class:
            Phrase(
                sv: "en klass av en helhet; koden `total` är helheten", en: "a class of a whole; `total` is the whole")
        case .apart:
            Phrase(
                sv: "sådant som står för sig: grupper, mätningar, frågor", en: "what stands apart: groups, waves, items"
            )
        }
    }
}
