// SPDX-License-Identifier: EUPL-1.2
import Tabular
package import Disclosure
import Documents
package import Terms

/// A comparison of groups as open data: a row for each of its numbers, so that everything pages print of it can be
/// looked up.
///
/// Columns: the year, the group (`total` for what is said of all), the `statistic`, then `value`, `lower`, `upper`, `p`,
/// `p_adjusted` (Holm), `verdict`, `unit`, `status`. Numbers have ten significant digits. Groups whose figures are hidden are in no comparison, and have no
/// row; what a group has no number for says `not_applicable`.
package struct OpenComparison: Sendable {
    /// Short and stable, lower-case ASCII: also the file's name without `.csv`.
    package let name: String
    package let comparison: ReleasedComparison

    package init(name: String, _ comparison: ReleasedComparison) {
        self.name = name
        self.comparison = comparison
    }

    package var path: String { name + ".csv" }

    package var title: Phrase {
        ComparisonTableWords.title(of: QuestionWords.title(comparison.question, comparison.words))
    }

    private var group: String { ResultRecords.name(of: comparison.dimension) }

    private var columns: [String] {
        ["year", group, "statistic", "value", "lower", "upper", "p", "p_adjusted", "verdict", "unit", "status"]
    }

    /// UTF-8, comma, decimal point, header first.
    package var csv: String {
        var writer = CSVWriter(style: .csv)
        writer.append(columns.map { .text($0) })
        for group in comparison.groups where group.plain == nil && group.notCompared != nil {
            writer.append(
                [
                    .whole(comparison.year), .text(group.category.code),
                    .text(ReleasedComparison.Statistic.test.rawValue),
                ] + [TableField](repeating: .null, count: 6)
                    + [.text(Unit.number.rawValue), .text("not_applicable")])
        }
        for figure in comparison.figures { writer.append(record(figure)) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func record(_ figure: ReleasedComparison.Figure) -> [TableField] {
        let value = figure.value
        func amount(_ number: Double?) -> TableField {
            guard let number, number.isFinite else { return .null }
            // Places and degrees of freedom are whole.
            if value.unit == .number, let whole = Int(exactly: number) { return .whole(whole) }
            return .number(Self.tenDigits(number))
        }
        return [
            .whole(figure.year), .text(figure.category.code), .text(figure.statistic.rawValue), amount(value.value),
            amount(value.lower), amount(value.upper), amount(value.p), amount(value.adjustedP),
            figure.position.map { .text(ComparisonRecords.name(of: $0)) } ?? .null, .text(value.unit.rawValue),
            .text("shown"),
        ]
    }

    /// To ten significant digits: what limits and tests are computed from can differ in the last bits between processors,
    /// and the same data should give the same file on all.
    private static func tenDigits(_ number: Double) -> Double {
        // Nothing smaller has ten digits.
        guard number.magnitude > 1e-280 else { return 0 }
        var scale = 1.0
        while number.magnitude * scale < 1e9 { scale *= 10 }
        while number.magnitude * scale >= 1e10 { scale /= 10 }
        return (number * scale).rounded() / scale
    }

    // MARK: Described

    /// The table whose groups are compared: of the same question in the same year, by nothing finer.
    func base(among tables: [OpenTable]) -> OpenTable? {
        let asked = comparison.question
        func has(_ filter: Question.Filter, _ table: ReleasedTable) -> Bool {
            if table.question.filters.contains(filter) { return true }
            guard let place = table.dimensions.firstIndex(of: filter.dimension) else { return false }
            return filter.comparison == .isOneOf && table.rows.contains { filter.values.contains($0.key[place].code) }
        }
        // A table may be of several items, of which one is compared.
        func covers(_ filter: Question.Filter) -> Bool {
            asked.filters.contains { own in
                own == filter
                    || own.dimension == filter.dimension && own.comparison == .isOneOf
                        && filter.comparison == .isOneOf && own.values.allSatisfy(filter.values.contains)
            }
        }
        func isBase(_ table: ReleasedTable) -> Bool {
            guard table.question.measure == asked.measure, table.question.aspect == asked.aspect,
                table.dimensions.contains(comparison.dimension),
                let year = table.dimensions.firstIndex(of: .year),
                table.rows.contains(where: { $0.key[year].code == "\(comparison.year)" })
            else { return false }
            return asked.filters.allSatisfy { has($0, table) }
                && table.question.filters.allSatisfy(covers)
        }
        return tables.filter { isBase($0.table) }.min { $0.table.dimensions.count < $1.table.dimensions.count }
    }

    /// What is declared of its rows: whose limits they are, and how these follow from how many a group is of.
    private func relation(of base: OpenTable) -> JSON {
        typealias Statistic = ReleasedComparison.Statistic
        func levels(_ of95: Statistic, _ of998: Statistic) -> JSON {
            .object([(of95.rawValue, .number(0.95)), (of998.rawValue, .number(0.998))])
        }
        return .object([
            ("type", .string(RelationType.limits.rawValue)), ("of", .string(base.name)),
            ("method", .string(comparison.limitsMethod.rawValue)), ("levels", levels(.limits95, .limits998)),
            ("adjusted", levels(.adjustedLimits95, .adjustedLimits998)),
            ("test", .string(Statistic.test.rawValue)), ("shrunken", .string(Statistic.shrunken.rawValue)),
            ("rank", .string(Statistic.rank.rawValue)), ("expected", .string(Statistic.observedToExpected.rawValue)),
            ("between", .string(Statistic.tau.rawValue)), ("common", .string(Statistic.commonValue.rawValue)),
        ])
    }

    /// The part of the table that is compared, by its columns: of several waves it is the last of the year.
    private func part(of base: OpenTable) -> [(key: String, value: JSON)] {
        comparison.question.filters.filter {
            base.table.dimensions.contains($0.dimension) && $0.comparison == .isOneOf && $0.values.count == 1
        }.map { ($0.dimension.rawValue, .string($0.values[0])) }
    }

    private func declared(of base: OpenTable?) -> [(key: String, value: JSON)] {
        guard let base else { return [] }
        let part = self.part(of: base)
        return (part.isEmpty ? [] : [("about", .object(part))]) + [("relations", .array([relation(of: base)]))]
    }

    /// The table as a resource of a data package.
    func resource(of base: OpenTable?, in language: Language) -> JSON {
        let members: [(key: String, value: JSON)] = [
            ("profile", .string("tabular-data-resource")), ("name", .string(name)), ("path", .string(path)),
            ("title", .string(title[language])), ("title_sv", .string(title.swedish)),
            ("title_en", .string(title.english)), ("description", .string(ComparisonTableWords.description[language])),
            ("notes", .array(comparison.notes.map { .string($0[language]) })),
        ]
        let format: [(key: String, value: JSON)] = [
            ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
            ("dialect", .object([("delimiter", .string(",")), ("lineTerminator", .string("\n"))])),
            (
                "schema",
                .object([
                    ("fields", .array(fields(language))),
                    ("primaryKey", .array(columns.prefix(3).map { .string($0) })),
                    ("missingValues", .array([.string("")])),
                ])
            ),
        ]
        return .object(members + declared(of: base) + format)
    }

    private func fields(_ language: Language) -> [JSON] {
        func field(
            _ name: String, _ title: Phrase, type: String = "number", isRequired: Bool = false,
            categories: [(code: String, label: Phrase)] = [], of dimension: DeclaredDimension? = nil
        ) -> JSON {
            TableSchema.field(
                name, type, title, isRequired: isRequired, language, categories: categories,
                declared: dimension.map { [("dimension", .string($0.name)), ("role", .string($0.role.rawValue))] } ?? []
            )
        }
        let used = Set(comparison.figures.map(\.statistic))
        let statistics = ReleasedComparison.Statistic.allCases.filter(used.contains)
        let positions = ReleasedComparison.Position.allCases
        return [
            field("year", QuestionWords.heading(.year), type: "year", isRequired: true, of: DeclaredDimension(.year)),
            field(
                group, QuestionWords.heading(comparison.dimension), type: "string", isRequired: true,
                of: DeclaredDimension(comparison.dimension)),
            field(
                "statistic", ComparisonTableWords.statistic, type: "string", isRequired: true,
                categories: statistics.map { ($0.rawValue, ComparisonTableWords.label($0)) }),
            field("value", ComparisonTableWords.value), field("lower", ComparisonTableWords.lower),
            field("upper", ComparisonTableWords.upper), field("p", ComparisonTableWords.p),
            field("p_adjusted", ComparisonTableWords.adjustedP),
            field(
                "verdict", ComparisonTableWords.verdict, type: "string",
                categories: positions.map { (ComparisonRecords.name(of: $0), ComparisonTableWords.label($0)) }),
            field("unit", ComparisonTableWords.unit, type: "string", isRequired: true),
            TableSchema.status(language),
        ]
    }
}
