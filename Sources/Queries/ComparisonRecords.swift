// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Tabular
import Terms

/// A comparison for programs: more columns beside each row of the result, and one JSON object for the whole.
struct ComparisonRecords {
    private let comparison: ReleasedComparison

    init(_ comparison: ReleasedComparison) { self.comparison = comparison }

    private struct Column: Sendable {
        let name: String
        let field: @Sendable (ReleasedComparison.Group) -> ResultRecords.Field

        /// A number, or nothing.
        static func number(_ name: String, _ value: @escaping @Sendable (ReleasedComparison.Group) -> Double?) -> Column
        {
            Column(name: name) { ComparisonRecords.number(value($0)) }
        }
    }

    /// `adjusted_*` are against the other groups' own differences, the rest against chance alone.
    private static let all: [Column] =
        side("") { $0.plain } + side("adjusted_") { $0.adjusted } + [
            Column(name: "named") { .flag($0.isNamed) }, .number("shrunken") { $0.shrunken },
            .number("shrunken_lower") { $0.shrunkenLimits?.lower },
            .number("shrunken_upper") { $0.shrunkenLimits?.upper },
            Column(name: "rank_lower") { $0.ranks.map { .whole($0.lowerBound) } ?? .null },
            Column(name: "rank_upper") { $0.ranks.map { .whole($0.upperBound) } ?? .null },
            .number("observed_to_expected") { $0.caseMix?.ratio },
            .number("observed_to_expected_lower") { $0.caseMix?.limits?.lower },
            .number("observed_to_expected_upper") { $0.caseMix?.limits?.upper },
            .number("standardised_indirect") { $0.caseMix?.indirect },
            .number("standardised_direct") { $0.caseMix?.direct },
            Column(name: "standardised_verdict") { verdict($0.caseMix?.position) },
        ]

    private static func side(
        _ prefix: String, _ side: @escaping @Sendable (ReleasedComparison.Group) -> ReleasedComparison.Side?
    ) -> [Column] {
        [
            .number(prefix + "lower_95") { side($0)?.limits95.lower },
            .number(prefix + "upper_95") { side($0)?.limits95.upper },
            .number(prefix + "lower_998") { side($0)?.limits998.lower },
            .number(prefix + "upper_998") { side($0)?.limits998.upper }, .number(prefix + "z") { side($0)?.z },
            .number(prefix + "p") { side($0)?.pValue }, .number(prefix + "p_holm") { side($0)?.holm },
            .number(prefix + "p_bh") { side($0)?.benjaminiHochberg },
            Column(name: prefix + "verdict") { verdict(side($0)?.position) },
        ]
    }

    private static func verdict(_ position: ReleasedComparison.Position?) -> ResultRecords.Field {
        position.map { .text(name(of: $0)) } ?? .null
    }

    /// After the result's own columns.
    static let columns = all.map(\.name)

    /// The fields of a row: null for rows that are not compared (hidden, totals, other years).
    func fields(of row: ReleasedTable.Row) -> [ResultRecords.Field] {
        guard row.shown != nil, row.key.contains(where: { $0.dimension == .year && $0.code == "\(comparison.year)" }),
            let category = row.key.first(where: { $0.dimension == comparison.dimension }),
            let group = comparison[category]
        else { return Self.all.map { _ in .null } }
        return Self.all.map { $0.field(group) }
    }

    /// `outside_95`
    static func name(of position: ReleasedComparison.Position) -> String {
        switch position {
        case .inside: "inside"
        case .outside95: "outside_95"
        case .outside998: "outside_998"
        }
    }

    private static func number(_ value: Double?) -> ResultRecords.Field {
        value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
    }

    /// The `comparison` block of the JSON result.
    func json(in language: Language) -> JSON {
        let rows = comparison.groups.map { group in
            JSON.object(
                [
                    (ResultRecords.name(of: comparison.dimension), .string(group.category.code)),
                    ("value", .number(group.value)), ("n", group.persons.map { .integer($0) } ?? .null),
                ]
                    + Self.all.map { ($0.name, $0.field(group).json) }
                    + [("not_compared", group.notCompared.map { .string($0[language]) } ?? .null)])
        }
        return .object([
            ("by", .string(comparison.dimension.rawValue)), ("year", .integer(comparison.year)),
            ("target", comparison.target.map { .number($0) } ?? .null),
            ("seed", .integer(Int(truncatingIfNeeded: comparison.seed))), ("rows", .array(rows)),
            ("heterogeneity", heterogeneity), ("case_mix", caseMix), ("years", .array(comparison.years.map(year))),
            ("change", change),
        ])
    }

    private var heterogeneity: JSON {
        guard let whole = comparison.heterogeneity else { return .null }
        return .object([
            ("groups", .integer(whole.groups)), ("q", .number(whole.q)), ("df", .integer(whole.degreesOfFreedom)),
            ("p", .number(whole.pValue)), ("i2", .number(whole.iSquared)), ("tau", .number(whole.tau)),
            ("tau_lower", Self.number(whole.tauLimits?.lower).json),
            ("tau_upper", Self.number(whole.tauLimits?.upper).json), ("phi", Self.number(whole.phi).json),
        ])
    }

    private var caseMix: JSON {
        guard let mix = comparison.caseMix else { return .null }
        let factors = ReleasedComparison.CaseMix.Factor.allCases
        return .object([
            ("p_crude", .number(mix.crudeP)), ("p_standardised", .number(mix.standardisedP)),
            (
                "explained",
                .object(factors.map { ($0.rawValue, mix.explained[$0].map { .number($0) } ?? .null) })
            ), ("standardised_for", .array(mix.factors.map { .string($0.rawValue) })),
            ("mattered", mix.mattered.map { .string($0.rawValue) } ?? .null),
        ])
    }

    private func year(_ year: ReleasedComparison.Year) -> JSON {
        .object([
            ("year", .integer(year.year)), ("groups", .integer(year.groups)), ("gap", Self.number(year.gap).json),
            ("highest", year.highest.map { .string($0.code) } ?? .null),
            ("lowest", year.lowest.map { .string($0.code) } ?? .null),
            ("gap_by_chance", Self.number(year.chanceGap).json), ("tau", Self.number(year.tau).json),
            ("tau_lower", Self.number(year.tauLimits?.lower).json),
            ("tau_upper", Self.number(year.tauLimits?.upper).json),
        ])
    }

    private var change: JSON {
        guard let change = comparison.change else { return .null }
        return .object([
            ("from", .integer(change.from)), ("to", .integer(change.to)), ("tau", .number(change.tau)),
            ("tau_lower", .number(change.tauLimits.lower)), ("tau_upper", .number(change.tauLimits.upper)),
            ("gap", .number(change.gap)), ("gap_lower", .number(change.gapLimits.lower)),
            ("gap_upper", .number(change.gapLimits.upper)), ("replicates", .integer(change.replicates)),
        ])
    }
}
