// SPDX-License-Identifier: EUPL-1.2

/// What is counted or summed, by a name of its own. Two published numbers of the same quantity, year and group are the
/// same number, whatever tables they stand in.
package struct DeclaredQuantity: Sendable, Hashable {
    /// Lower-case ASCII: `persons-with-granted-hours`.
    package let name: String
    package let title: Phrase
    package let kind: NumberKind
    package let unit: Unit
    /// How classes relate to all, by dimension; nothing is known of a dimension that is left out.
    package let adds: [DeclaredDimension: ClassSum]
    /// The count of those a sum is of.
    package let contributors: String?
    /// Among whom it is judged, where it is judged anew in each class.
    package let base: String?

    package init(
        _ name: String, _ title: Phrase, _ kind: NumberKind, _ unit: Unit, adds: [DeclaredDimension: ClassSum],
        of contributors: String? = nil, base: String? = nil
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.unit = unit
        self.adds = adds
        self.contributors = contributors
        self.base = base
    }
}

/// What a column of codes divides by. Mostly a dimension of questions; a table may divide more finely than it is asked.
package struct DeclaredDimension: Sendable, Hashable, Comparable {
    package let name: String
    package let role: DimensionRole

    package init(_ dimension: Dimension) {
        name = dimension.rawValue
        role = dimension.role
    }

    private init(name: String, role: DimensionRole) {
        self.name = name
        self.role = role
    }

    /// One law only, or both: classes that the classes of `law` are made of.
    package static let lawCombination = DeclaredDimension(name: "law-combination", role: .class)
    /// Those with LSS, and those with SoL alone.
    package static let lawsApart = DeclaredDimension(name: "laws-apart", role: .class)
    package static let statistic = DeclaredDimension(name: "statistic", role: .apart)

    package static func < (left: DeclaredDimension, right: DeclaredDimension) -> Bool { left.name < right.name }
}

extension Dimension {
    package var role: DimensionRole {
        switch self {
        case .year: .year
        case .month, .district, .districtThen, .law, .service, .sex, .age, .provider, .providerType, .hourClass,
            .periodMonth, .change, .outcome, .monthsWaited,
            .answer:
            .class
        case .factor, .group, .wave, .question: .apart
        }
    }
}
