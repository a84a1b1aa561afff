// SPDX-License-Identifier: EUPL-1.2

/// What a measure can be broken down by.
package enum Dimension: String, Sendable, CaseIterable, Hashable {
    case year
    case month
    /// District board in the newest division.
    case district
    /// District board as it was when the hours were granted.
    case districtThen = "district-then"
    case law
    case service
    case sex
    case age
    case provider
    case providerType = "provider-type"
    /// Class of granted hours per month.
    case hourClass = "hour-class"
    /// Factor of a decomposition.
    case factor
    /// Group of people a survey was put to: users, providers, case officers.
    case group
    /// One round of a survey (*mätning*).
    case wave
    /// Item of a survey, by its name in the codebook.
    case question
    /// What was answered: a category of the item.
    case answer
}

/// One value of a dimension: a district, a year, a sex, or all of them together.
package struct Category: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case value
        /// Those whose value is not known, or may not be told (protected identity).
        case unknown
        /// All of them.
        case total
    }

    package let dimension: Dimension
    package let kind: Kind
    /// As in machine output: `Farsta`, `2019`, `female`, `0-22`, `total`, `unknown`.
    package let code: String
    /// As printed for a person.
    package let label: Phrase
    /// Place in the dimension's own order (by name, by year, by age …); the total comes last.
    package let rank: Int

    package init(_ dimension: Dimension, kind: Kind = .value, code: String, label: Phrase, rank: Int) {
        self.dimension = dimension
        self.kind = kind
        self.code = code
        self.label = label
        self.rank = rank
    }

    package static func total(of dimension: Dimension) -> Category {
        let label =
            dimension == .factor
            ? Phrase(sv: "Hela förändringen", en: "The whole change") : Phrase(sv: "Samtliga", en: "All")
        return Category(dimension, kind: .total, code: "total", label: label, rank: .max)
    }

    package static func unknown(in dimension: Dimension) -> Category {
        let label =
            switch dimension {
            case .district, .districtThen:
                Phrase(sv: "Utan stadsdelsnämnd eller skyddad", en: "Without district or protected")
            case .provider: Phrase(sv: "Uppgift saknas eller skyddad", en: "Not known or protected")
            default: Phrase(sv: "Uppgift saknas", en: "Not known")
            }
        return Category(dimension, kind: .unknown, code: "unknown", label: label, rank: .max - 1)
    }
}
