// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// A comparison for programs: more columns beside each row of the answer, and one JSON object for the whole.
struct ComparisonRecords {
    private let comparison: ReleasedComparison

    init(_ comparison: ReleasedComparison) { self.comparison = comparison }

    /// After the answer's own columns. `adjusted_*` are against the other groups' own differences, the rest against
    /// chance alone.
    static let columns =
        [
            "lower_95", "upper_95", "lower_998", "upper_998", "z", "p", "p_holm", "p_bh", "verdict",
            "adjusted_lower_95", "adjusted_upper_95", "adjusted_lower_998", "adjusted_upper_998", "adjusted_z",
            "adjusted_p", "adjusted_p_holm", "adjusted_p_bh", "adjusted_verdict", "named", "shrunken",
            "shrunken_lower", "shrunken_upper", "rank_lower", "rank_upper", "observed_to_expected",
            "observed_to_expected_lower", "observed_to_expected_upper", "standardised_indirect",
            "standardised_direct", "standardised_verdict",
        ]

    /// The fields of a row: null for rows that are not compared (hidden, totals, other years).
    func fields(of row: ReleasedTable.Row) -> [AnswerRecords.Field] {
        guard row.shown != nil, row.key.contains(where: { $0.dimension == .year && $0.code == "\(comparison.year)" }),
            let category = row.key.first(where: { $0.dimension == comparison.dimension }),
            let group = comparison[category]
        else { return Self.columns.map { _ in .null } }
        return Self.fields(of: group)
    }

    private static func fields(of group: ReleasedComparison.Group) -> [AnswerRecords.Field] {
        let mix = group.caseMix
        return side(group.plain) + side(group.adjusted) + [.flag(group.isNamed), number(group.shrunken)]
            + limits(group.shrunkenLimits)
            + [
                group.ranks.map { .whole($0.lowerBound) } ?? .null,
                group.ranks.map { .whole($0.upperBound) } ?? .null, number(mix?.ratio),
            ]
            + limits(mix?.limits)
            + [
                number(mix?.indirect), number(mix?.direct),
                mix?.position.map { .text(name(of: $0)) } ?? .null,
            ]
    }

    private static func side(_ side: ReleasedComparison.Side?) -> [AnswerRecords.Field] {
        limits(side?.limits95) + limits(side?.limits998)
            + [
                number(side?.z), number(side?.pValue), number(side?.holm), number(side?.benjaminiHochberg),
                (side?.position).map { .text(name(of: $0)) } ?? .null,
            ]
    }

    /// `outside_95`
    static func name(of position: ReleasedComparison.Position) -> String {
        switch position {
        case .inside: "inside"
        case .outside95: "outside_95"
        case .outside998: "outside_998"
        }
    }

    private static func limits(_ limits: ReleasedComparison.Limits?) -> [AnswerRecords.Field] {
        [number(limits?.lower), number(limits?.upper)]
    }

    private static func number(_ value: Double?) -> AnswerRecords.Field {
        value.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
    }

    /// The `comparison` block of the JSON answer.
    func json(in language: Language) -> JSON {
        let rows = comparison.groups.map { group in
            JSON.object(
                [
                    (AnswerRecords.name(of: comparison.dimension), .string(group.category.code)),
                    ("value", .number(group.value)), ("n", .integer(group.persons)),
                ]
                    + zip(Self.columns, Self.fields(of: group)).map { ($0, $1.json) }
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
            ), ("evened_for", .array(mix.factors.map { .string($0.rawValue) })),
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
