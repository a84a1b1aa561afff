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
    /// First, second … month of the period that hours may be spread over.
    case periodMonth = "period-month"
    /// What became of a decision: replaced by one with fewer, as many or more hours, or ended.
    case change
    /// Outcome of an application (*utfall*).
    case outcome
    /// Class of whole calendar months that a decision has waited.
    case monthsWaited = "months-waited"
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

    /// A value that the data give a name: a board, a service, a provider. Whatever it is called, neither its code nor its
    /// label is that of all of them or of those not known.
    package init(_ dimension: Dimension, named name: String, rank: Int) {
        let taken = [Category.total(of: dimension), .unknown(in: dimension)].flatMap {
            [$0.label.swedish, $0.label.english]
        }
        let looksTaken = name.isEmpty || taken.contains { NearestName.folded($0) == NearestName.folded(name) }
        let label = looksTaken ? Phrase(sv: "”\(name)”", en: "“\(name)”") : Phrase(sv: name, en: name)
        self.init(dimension, code: Self.code(of: name), label: label, rank: rank)
    }

    /// The code of a value that the data give a name. A name that could be read as one of the program's own codes has a
    /// mark after it: `total (name)`.
    package static func code(of name: String) -> String {
        guard isTaken(name) else { return name }
        return name.isEmpty ? mark : "\(name) \(mark)"
    }

    /// The name that a code is of.
    package static func name(of code: String) -> String {
        if code == mark { return "" }
        let ending = " " + mark
        return code.hasSuffix(ending) && isTaken(code) ? String(code.dropLast(ending.count)) : code
    }

    private static let mark = "(name)"

    /// Whether a name is a code of the program's own, with or without marks after it.
    private static func isTaken(_ name: String) -> Bool {
        var base = name[...]
        while base.hasSuffix(" " + mark) { base = base.dropLast(mark.count + 1) }
        return ["", mark, "total", "unknown"].contains(NearestName.folded(String(base)))
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
