// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// The columns of an open table, described (Frictionless Table Schema 1.0).
struct TableSchema {
    private let table: OpenTable
    private let records: ResultRecords
    private let declared: DeclaredTable

    init(_ table: OpenTable, _ declared: DeclaredTable) {
        self.table = table
        self.declared = declared
        records = table.records
    }

    func text(in language: Language) -> JSON {
        let fields = records.dimensions.map { dimension($0, language) } + numbers(language)
        return .object([
            ("fields", .array(fields)),
            ("primaryKey", .array(records.dimensions.map { .string(ResultRecords.name(of: $0)) })),
            ("missingValues", .array([.string("")])),
        ])
    }

    private func dimension(_ dimension: Dimension, _ language: Language) -> JSON {
        field(
            ResultRecords.name(of: dimension), dimension == .year ? "year" : "string",
            QuestionWords.heading(dimension), isRequired: true, language, categories: categories(of: dimension),
            declared: declared.members(of: dimension))
    }

    /// What the codes of a survey's questions and groups stand for: they are short, and a codebook is not published.
    /// What can be answered differs from question to question, and is in the report.
    private func categories(of dimension: Dimension) -> [Terms.Category] {
        guard dimension == .question || dimension == .group,
            let place = table.table.dimensions.firstIndex(of: dimension)
        else { return [] }
        var seen: Set<String> = []
        return table.table.rows.map { $0.key[place] }.filter { seen.insert($0.code).inserted }
    }

    private func numbers(_ language: Language) -> [JSON] {
        let unit = table.table.rows.first?.unit ?? .persons
        func number(_ name: String, _ title: Phrase, unit: Unit? = nil) -> JSON {
            field(
                name, "number", title, unit: unit, isRequired: false, language,
                declared: Declaration.Number(rawValue: name).map { declared.members(of: $0) } ?? [])
        }
        return [
            number("value", QuestionWords.heading(unit), unit: unit),
            number("lower", Phrase(sv: "Intervallets undre gräns", en: "Lower bound of the interval"), unit: unit),
            number("upper", Phrase(sv: "Intervallets övre gräns", en: "Upper bound of the interval"), unit: unit),
            number("se", Phrase(sv: "Medelfel", en: "Standard error"), unit: unit),
            field(
                "n", "integer", Phrase(sv: "Antal personer", en: "Number of persons"), unit: .persons,
                isRequired: false, language, declared: declared.members(of: .n)),
            number("numerator", Phrase(sv: "Täljare", en: "Numerator")),
            number("denominator", Phrase(sv: "Nämnare", en: "Denominator")),
        ] + (records.isTested ? tests(number) : []) + [
            field("unit", "string", Phrase(sv: "Enhet", en: "Unit"), isRequired: true, language),
            Self.status(language, table.table.perturbation?.exactness ?? .exact),
        ]
    }

    /// The last column of every table: what stands where there is a number depends on how far numbers are exact.
    static func status(_ language: Language, _ exactness: Exactness = .exact) -> JSON {
        let shown: (status: String, title: Phrase) =
            switch exactness {
            case .exact:
                (
                    "shown",
                    Phrase(
                        sv: "Visas (shown), visas inte (hidden) eller ej definierad (not_applicable)",
                        en: "Shown, hidden or not defined (not_applicable)")
                )
            case .rounded:
                (
                    exactness.rawValue,
                    Phrase(
                        sv: "Avrundad (rounded), visas inte (hidden) eller ej definierad (not_applicable)",
                        en: "Rounded, hidden or not defined (not_applicable)")
                )
            case .perturbed:
                (
                    exactness.rawValue,
                    Phrase(
                        sv: "Ändrad av slumpen (perturbed), visas inte (hidden) eller ej definierad (not_applicable)",
                        en: "Changed by chance (perturbed), hidden or not defined (not_applicable)")
                )
            }
        return field(
            "status", "string", shown.title, isRequired: true, language,
            values: [shown.status, "hidden", "not_applicable"])
    }

    private func tests(_ number: (String, Phrase, Unit?) -> JSON) -> [JSON] {
        [
            number("p", Phrase(sv: "p-värde", en: "p-value"), nil),
            number(
                "p_adjusted",
                Phrase(sv: "p-värde, justerat enligt Holm", en: "p-value, adjusted by Holm"), nil),
        ]
    }

    private func field(
        _ name: String, _ type: String, _ title: Phrase, unit: Unit? = nil, isRequired: Bool, _ language: Language,
        categories: [Terms.Category] = [], declared: [(key: String, value: JSON)] = []
    ) -> JSON {
        Self.field(
            name, type, title, unit: unit, isRequired: isRequired, language,
            categories: categories.map { ($0.code, $0.label) }, declared: declared)
    }

    /// A column; `categories` are its codes and what they stand for.
    static func field(
        _ name: String, _ type: String, _ title: Phrase, unit: Unit? = nil, isRequired: Bool, _ language: Language,
        values: [String] = [], categories: [(code: String, label: Phrase)] = [],
        declared: [(key: String, value: JSON)] = []
    ) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("name", .string(name)), ("type", .string(type)), ("title", .string(title[language])),
            ("title_sv", .string(title.swedish)), ("title_en", .string(title.english)),
        ]
        if let unit { members.append(("unit", .string(unit.rawValue))) }
        members += declared
        if !categories.isEmpty {
            members.append(
                (
                    "categories",
                    .array(
                        categories.map {
                            .object([("value", .string($0.code)), ("label", .string($0.label[language]))])
                        })
                ))
        }
        var constraints: [(key: String, value: JSON)] = []
        if isRequired { constraints.append(("required", .bool(true))) }
        if !values.isEmpty { constraints.append(("enum", .array(values.map { .string($0) }))) }
        if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
        return .object(members)
    }
}
