// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Disclosure
import Measures
import Terms

/// What `datapackage.json` declares of the numbers of its tables: the quantities they are of, and the relations between
/// these, each said once however many tables rest on it (`docs/rojandekontroll.md` lists the vocabulary).
struct DeclaredTables {
    private var quantities: [DeclaredQuantity] = []
    private var relations: [DeclaredRelation] = []
    private let facts: PublicFacts
    /// Codes that stand in tables, by the name of their dimension.
    private var codes: [String: Set<String>] = [:]

    init(_ tables: [OpenTable], _ facts: PublicFacts) {
        self.facts = facts
        for table in tables {
            for (place, dimension) in table.table.dimensions.enumerated() {
                codes[dimension.rawValue, default: []].formUnion(table.table.rows.map { $0.key[place].code })
            }
        }
        var known: Set<String> = []
        var said: Set<DeclaredRelation> = []
        for declaration in tables.compactMap(\.table.definition.declares) {
            let columns = Declaration.Number.allCases.compactMap { declaration.columns[$0]?.quantity }
            for quantity in columns + declaration.others where known.insert(quantity.name).inserted {
                quantities.append(quantity)
            }
            for relation in declaration.relations where said.insert(relation).inserted { relations.append(relation) }
        }
    }

    /// Members of the package.
    var members: [(key: String, value: JSON)] {
        if quantities.isEmpty { return [] }
        var members: [(key: String, value: JSON)] = []
        if let rules = facts.rules {
            members.append(
                (
                    "rules",
                    .object([
                        ("threshold", .integer(rules.threshold)), ("p_percent", .number(rules.pPercent)),
                        ("minimum_base", .integer(rules.minimumBase)),
                        ("least_of_ratios", .integer(rules.leastOfRatios)),
                        ("share_steps", .array(rules.shareSteps.map { .integer($0) })),
                        ("persons_of_limits", .integer(rules.personsOfLimits)),
                    ])
                ))
        }
        if !facts.earlier.isEmpty { members.append(("earlier_reports", .array(facts.earlier.map { .string($0) }))) }
        if !facts.rowsOfFiles.isEmpty {
            members.append(("rows_of_files", .array(facts.rowsOfFiles.map(Self.json))))
        }
        if !facts.publicNumbers.isEmpty {
            members.append(("public_numbers", .array(facts.publicNumbers.map(Self.json))))
        }
        if let correction = facts.correction { members.append(("correction", Self.json(correction))) }
        return members + [
            ("quantities", .array(quantities.map(Self.json))),
            ("relations", .array(relations.compactMap(json) + facts.classes.map(json))),
        ]
    }

    private static func json(_ correction: PublicFacts.Correction) -> JSON {
        .object([
            ("edition", .integer(correction.edition)), ("numbers", .integer(correction.numbers)),
            ("changed", .integer(correction.changed)), ("shown", .integer(correction.shown)),
            ("hidden", .integer(correction.hidden)),
            (
                "told",
                .array(
                    correction.told.map { number in
                        .object([
                            ("table", .string(number.table)), ("codes", .array(number.codes.map { .string($0) })),
                            ("unit", .string(number.unit.rawValue)), ("before", .number(number.before)),
                        ])
                    })
            ),
        ])
    }

    private static func json(_ number: PublicFacts.PublicNumber) -> JSON {
        .object([
            ("name_sv", .string(number.name.swedish)), ("name_en", .string(number.name.english)),
            ("year", .integer(number.year)), ("value", .number(number.value)),
        ])
    }

    private static func json(_ rows: PublicFacts.RowsOfFiles) -> JSON {
        .object([
            ("reason_sv", .string(rows.reason.swedish)), ("reason_en", .string(rows.reason.english)),
            ("rows", .integer(rows.rows)),
        ])
    }

    private static func json(_ quantity: DeclaredQuantity) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("name", .string(quantity.name)), ("title_sv", .string(quantity.title.swedish)),
            ("title_en", .string(quantity.title.english)), ("kind", .string(quantity.kind.rawValue)),
            ("unit", .string(quantity.unit.rawValue)),
        ]
        if let contributors = quantity.contributors { members.append(("contributors", .string(contributors))) }
        if let base = quantity.base { members.append(("base", .string(base))) }
        if !quantity.adds.isEmpty {
            let adds = quantity.adds.sorted { $0.key < $1.key }
            members.append(("adds", .object(adds.map { ($0.key.name, .string($0.value.rawValue)) })))
        }
        return .object(members)
    }

    private func json(_ classes: PublicFacts.Classes) -> JSON {
        func known(_ names: [String]) -> [String] {
            classes.areNamesPublic ? names : names.filter { codes[classes.of.name]?.contains($0) ?? false }
        }
        let listed = classes.classes.map { ($0.code, known($0.of)) }
        let isComplete = zip(listed, classes.classes).allSatisfy { $0.1.count == $1.of.count }
        return .object(
            [
                ("type", .string(RelationType.classes.rawValue)), ("dimension", .string(classes.dimension.name)),
                ("of", .string(classes.of.name)),
                ("classes", .object(listed.map { ($0.0, .array($0.1.map { .string($0) })) })),
                ("perhaps", .array(classes.perhaps.map { .string($0) })),
            ] + (isComplete ? [] : [("complete", .bool(false))]))
    }

    /// nil for a relation that holds nowhere in what is published, or of which it is not known where.
    private func json(_ relation: DeclaredRelation) -> JSON? {
        func strings(_ names: [String]) -> JSON { .array(names.map { .string($0) }) }
        let type: RelationType
        var members: [(key: String, value: JSON)]
        switch relation.rule {
        case .partOf(let part, let whole, let at):
            type = .partOf
            members = [("part", .string(part)), ("whole", .string(whole))]
            if let at { members.append(("at", .object([(at.dimension.rawValue, .string(at.code))]))) }
        case .sum(let whole, let parts):
            type = .sum
            members = [("whole", .string(whole)), ("parts", strings(parts))]
        case .atMost(let these, let those):
            type = .atMost
            members = [("these", strings(these)), ("those", strings(those))]
        case .change(let difference, let of, let before):
            type = .change
            members = [
                ("difference", .string(difference)), ("of", .string(of)), ("before", .string(before.rawValue)),
            ]
        case .gap(let difference, let of, let along):
            guard let first = facts.firstGroup else { return nil }
            type = .gap
            members = [
                ("difference", .string(difference)), ("of", .string(of)), ("along", .string(along.rawValue)),
                ("against", .string(first)),
            ]
        case .eitherYear(let union, let of):
            type = .eitherYear
            members = [("union", .string(union)), ("of", .string(of))]
        case .same(let one, let other, let ignoring):
            type = .same
            members = [("quantities", strings([one, other]))]
            if let ignoring { members.append(("ignoring", .string(ignoring.rawValue))) }
        case .logarithmicParts(let whole, let of, let factors):
            type = .logarithmicParts
            members = [
                ("whole", .string(whole)), ("of", .string(of)),
                (
                    "factors",
                    .array(
                        factors.map { factor in
                            .object([
                                ("part", .string(factor.part)), ("numerator", .string(factor.numerator)),
                                ("denominator", .optional(factor.denominator)),
                            ])
                        })
                ),
            ]
        }
        switch relation.scope {
        case .everywhere: break
        case .wholeYears:
            if facts.wholeYears.isEmpty { return nil }
            members.append(("where", .object([(Dimension.year.rawValue, strings(facts.wholeYears.map { "\($0)" }))])))
        case .knowledgeItems, .otherItems, .itemsAskedOfAll, .itemsOfOneAnswer:
            guard let items = facts.items[relation.scope], !items.isEmpty else { return nil }
            members.append(("where", .object([(Dimension.question.rawValue, strings(items))])))
        }
        return .object([("type", .string(type.rawValue))] + members)
    }
}

/// What is declared of the columns of one table.
struct DeclaredTable {
    private let table: ReleasedTable
    private let facts: PublicFacts
    private let declaration: Declaration?

    init(_ table: OpenTable, _ facts: PublicFacts) {
        self.table = table.table
        self.facts = facts
        declaration = table.table.definition.declares
    }

    /// Whether who has both laws stands in LSS alone.
    private func tellsLawsApart(_ dimension: Dimension) -> Bool {
        guard dimension == .law, let place = table.dimensions.firstIndex(of: .law) else { return false }
        let codes = Set(table.rows.map { $0.key[place].code })
        return Law.allCases.allSatisfy { codes.contains(LawCombination.apart($0)) }
    }

    /// What a column of codes divides by.
    func members(of dimension: Dimension) -> [(key: String, value: JSON)] {
        let declared =
            tellsLawsApart(dimension) ? .lawsApart : declaration?.finer[dimension] ?? DeclaredDimension(dimension)
        var members: [(key: String, value: JSON)] = [
            ("dimension", .string(declared.name)), ("role", .string(declared.role.rawValue)),
        ]
        // Of a selection not all classes are there.
        if declared.role == .class, table.question.filters.contains(where: { $0.dimension == dimension }) {
            members.append(("complete", .bool(false)))
        }
        return members
    }

    /// What a column of numbers is of.
    func members(of number: Declaration.Number) -> [(key: String, value: JSON)] {
        guard let declaration else { return [] }
        guard let column = declaration.columns[number] else {
            return number == .value
                ? [("kind", .string(declaration.kind.rawValue))]
                : number == .n ? [("kind", .string(NumberKind.count.rawValue))] : []
        }
        let kind = number == .value ? declaration.kind : column.quantity.kind
        var members: [(key: String, value: JSON)] = [
            ("kind", .string(kind.rawValue)), ("quantity", .string(column.quantity.name)),
        ]
        let ignoring = Dimension.allCases.filter(column.ignoring.contains)
        if !ignoring.isEmpty { members.append(("ignoring", .array(ignoring.map { .string($0.rawValue) }))) }
        if let needing = column.needing { members.append(("needing", .string(needing.rawValue))) }
        return members
    }

    /// Members of the resource: the selection it is of, and what holds between the columns of a row.
    var members: [(key: String, value: JSON)] {
        guard let declaration else { return [] }
        var members: [(key: String, value: JSON)] = []
        let selections = table.question.filters.filter { filter in
            filter.dimension.role == .class || !table.dimensions.contains(filter.dimension)
        }
        if !selections.isEmpty {
            members.append(
                (
                    "about",
                    .object(
                        selections.map { filter in
                            let codes = filter.values.joined(separator: "|")
                            return (
                                filter.dimension.rawValue,
                                .string(filter.comparison == .isOneOf ? codes : "not " + codes)
                            )
                        })
                ))
        }
        let relations = quotient(declaration) + interval(declaration) + classes(declaration)
        if !relations.isEmpty { members.append(("relations", .array(relations))) }
        return members
    }

    private func quotient(_ declaration: Declaration) -> [JSON] {
        guard let times = declaration.quotient else { return [] }
        return [
            .object([
                ("type", .string(RelationType.quotient.rawValue)), ("value", .string("value")),
                ("numerator", .string("numerator")), ("denominator", .string("denominator")),
                ("times", .number(times)),
            ])
        ]
    }

    private func interval(_ declaration: Declaration) -> [JSON] {
        guard let method = declaration.interval else { return [] }
        return [
            .object([
                ("type", .string(RelationType.interval.rawValue)), ("method", .string(method.rawValue)),
                ("level", .number(table.question.level)), ("value", .string("value")), ("lower", .string("lower")),
                ("upper", .string("upper")), ("n", .string("n")), ("se", .string("se")),
                ("numerator", .string("numerator")),
            ])
        ]
    }

    private func classes(_ declaration: Declaration) -> [JSON] {
        func relation(
            _ over: [Dimension], _ how: ClassSum, _ part: String, _ whole: JSON, in items: [String]? = nil
        ) -> JSON {
            .object(
                [
                    ("type", .string(RelationType.classesOfBase.rawValue)),
                    ("over", .array(over.map { .string($0.rawValue) })), ("how", .string(how.rawValue)),
                    ("part", .string(part)), ("whole", whole),
                ]
                    + (items.map { items in
                        [("where", .object([(Dimension.question.rawValue, .array(items.map { .string($0) }))]))]
                    } ?? []))
        }
        var relations: [JSON] = []
        let over = declaration.classesOfBase.filter(table.dimensions.contains)
        // Who has both laws stands in two classes.
        let how: ClassSum = over.contains(.law) ? .union : .exactly
        if !over.isEmpty { relations.append(relation(over, how, "numerator", .string("denominator"))) }
        if declaration.answersAreWhole, table.dimensions.contains(.answer),
            let items = facts.items[.itemsOfOneAnswer], !items.isEmpty
        {
            relations.append(relation([.answer], .exactly, "value", .integer(1), in: items))
        }
        return relations
    }
}
