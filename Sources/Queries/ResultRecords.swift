// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Tabular
import Terms

/// A result as records of named fields: what the formats for programs have in common.
///
/// Columns: the dimensions asked for (the year also when there are several) and those that are always told apart, then `value`, `lower`, `upper`, `se`,
/// `n`, `numerator`, `denominator`, of tested differences `p` and `p_adjusted`, then `unit`, `status`; of a survey's answers
/// `do_not_know_n` and `nonresponse_n`; those of a comparison; `internal` last, in an internal result only. Every number
/// of a row that is not shown is null.
struct ResultRecords {
    typealias Field = TableField

    let result: QueryResult
    let dimensions: [Dimension]
    /// Where each dimension stands in a row's key.
    private let places: [Int]

    /// With `namesYear` the year is a column though only one was asked for: in a file that is kept.
    init(_ result: QueryResult, namesYear: Bool = false) {
        self.result = result
        let table = result.table
        var dimensions: [Dimension] = []
        for dimension in table.question.dimensions where !dimensions.contains(dimension) {
            dimensions.append(dimension)
        }
        if !dimensions.contains(.year), namesYear || table.question.years.count > 1 { dimensions.insert(.year, at: 0) }
        // Groups and waves that are told apart without being asked for come first, answers last.
        let standing = table.dimensions.filter { $0 != .year && !dimensions.contains($0) }
        dimensions = standing.filter { $0 != .answer } + dimensions + standing.filter { $0 == .answer }
        let kept = dimensions.compactMap { dimension in
            table.dimensions.firstIndex(of: dimension).map { (dimension, $0) }
        }
        self.dimensions = kept.map(\.0)
        places = kept.map(\.1)
    }

    static func name(of dimension: Dimension) -> String {
        String(dimension.rawValue.map { $0 == "-" ? "_" : $0 })
    }

    var columns: [String] {
        dimensions.map(Self.name)
            + ["value", "lower", "upper", "se", "n", "numerator", "denominator"]
            + (isTested ? ["p", "p_adjusted"] : [])
            + ["unit", "status"] + (result.leftOut == nil ? [] : LeftOutAnswers.columns)
            + (comparison == nil ? [] : ComparisonRecords.columns)
            + (result.table.isInternal ? ["internal"] : [])
    }

    /// Whether its numbers are differences with a test each.
    var isTested: Bool { result.table.definition.words.areTested }

    var records: [[Field]] {
        result.rows.map { row in
            places.map { Self.code(of: row.key[$0]) } + numbers(of: row)
                + (result.leftOut?.numbers(of: row).map { $0.map { .whole($0) } ?? .null } ?? [])
                + (comparison?.fields(of: row) ?? [])
                + (result.table.isInternal ? [.flag(true)] : [])
        }
    }

    private var comparison: ComparisonRecords? { result.comparison.map(ComparisonRecords.init) }

    /// The categories of a row in the order of the columns.
    func categories(of row: ReleasedTable.Row) -> [Category] { places.map { row.key[$0] } }

    private static func code(of category: Category) -> Field {
        if category.dimension == .year, let year = Int(category.code) { return .whole(year) }
        return .text(category.code)
    }

    private func numbers(of row: ReleasedTable.Row) -> [Field] {
        let unit = Field.text(row.unit.rawValue)
        let nothing = [Field](repeating: .null, count: isTested ? 9 : 7)
        func amount(_ number: Double?) -> Field {
            guard let number, number.isFinite else { return .null }
            // Whole things are written whole; what is measured has its decimal point.
            if row.unit.isOfWholes, let whole = Int(exactly: number) { return .whole(whole) }
            return .number(number)
        }
        func parts(_ value: ReleasedValue?) -> [Field] {
            [
                (value?.persons ?? row.known.persons).map { .whole($0) } ?? .null,
                amount(value?.numerator ?? row.known.numerator), amount(value?.denominator ?? row.known.denominator),
            ]
        }
        switch row.cell {
        case .hidden:
            let tests = [Field](repeating: .null, count: isTested ? 2 : 0)
            return [Field](repeating: .null, count: 4) + parts(nil) + tests + [unit, .text("hidden")]
        case .notApplicable: return nothing + [unit, .text("not_applicable")]
        case .shown(let value):
            let tests = isTested ? [amount(value.p), amount(value.adjustedP)] : []
            return [
                amount(value.value), amount(value.lower), amount(value.upper), amount(value.standardError),
            ] + parts(value) + tests + [unit, .text(value.exactness == .exact ? "shown" : value.exactness.rawValue)]
        }
    }
}

extension Unit {
    /// Whether it counts whole persons, decisions, person-months or answers.
    var isOfWholes: Bool {
        switch self {
        case .persons, .decisions, .personMonths, .answers: true
        case .hours, .hoursPerMonth, .hoursPerDecision, .hoursPerPerson, .days, .kronor, .kronorPerPerson,
            .kronorPerHour, .share, .shareDifference, .perTenThousand,
            .perThousandEntitled, .points, .score, .number:
            false
        }
    }
}
