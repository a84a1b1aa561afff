// SPDX-License-Identifier: EUPL-1.2
import Disclosure
package import Terms

/// Tables that are published together, described as a Frictionless Data Package (Data Package 1.0, Table Schema 1.0).
package struct DataPackage: Sendable {
    /// Short, lower-case ASCII: `uppfoljning-2019`.
    package let name: String
    package let title: Phrase
    /// Name of the licence by its Open Definition or SPDX id, and its page.
    package let license: (name: String, path: String)
    /// Where the numbers come from: "Stockholms stads verksamhetssystem".
    package let source: String
    package let version: String
    package let tables: [OpenTable]
    /// The comparisons of groups, after the tables.
    package let comparisons: [OpenComparison]
    /// How many numbers the pages beside hide, where that is not what the tables hide.
    package let hiddenInReport: Int?
    /// What is known beside the tables, on which relations between their numbers rest.
    private let facts: PublicFacts

    package init(
        name: String, title: Phrase, license: (name: String, path: String) = DataPackage.publicDomain, source: String,
        version: String, tables: [OpenTable], comparisons: [OpenComparison] = [], hiddenInReport: Int? = nil,
        facts: PublicFacts = PublicFacts()
    ) {
        var seen: Set<String> = []
        for name in tables.map(\.name) + comparisons.map(\.name) {
            precondition(seen.insert(name).inserted, "two tables of a data package are named '\(name)'")
        }
        self.name = name
        self.title = title
        self.license = license
        self.source = source
        self.version = version
        self.tables = tables
        self.comparisons = comparisons
        self.hiddenInReport = hiddenInReport
        self.facts = facts
    }

    /// CC0, what Swedish municipalities publish open data under (DIGG's recommendation).
    package static let publicDomain = (
        name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/"
    )

    /// `datapackage.json`: no time, no random number; the same tables give the same bytes.
    package func json(in language: Language) -> String {
        let members: [(key: String, value: JSON)] = [
            ("profile", .string("tabular-data-package")), ("name", .string(name)),
            ("title", .string(title[language])),
            ("title_sv", .string(title.swedish)), ("title_en", .string(title.english)),
            ("version", .string(version)),
            (
                "licenses",
                .array([.object([("name", .string(license.name)), ("path", .string(license.path))])])
            ),
            ("sources", .array([.object([("title", .string(source))])])), ("protection", protection(language)),
        ]
        let resources: [(key: String, value: JSON)] = [
            (
                "resources",
                .array(
                    tables.map { resource($0, language) }
                        + comparisons.map { $0.resource(of: $0.base(among: tables), in: language) })
            )
        ]
        return JSON.object(members + DeclaredTables(tables, facts).members + resources).document
    }

    /// How counts are protected, and what that means for who uses them.
    private func protection(_ language: Language) -> JSON {
        guard let whole = CountPerturbation.beyondPages(of: tables.map(\.table)) else {
            return Self.protection(
                [("method", .string("suppression"))], CountPerturbation.suppression, language)
        }
        // Which the tables do not tell.
        let hides = hiddenInReport.map { [("report_hides", JSON.integer($0))] } ?? []
        return Self.protection(Self.members(whole) + hides, whole.meaning, language)
    }

    private static func protection(
        _ members: [(key: String, value: JSON)], _ meaning: Phrase, _ language: Language
    ) -> JSON {
        .object(
            members + [
                ("meaning", .string(meaning[language])), ("meaning_sv", .string(meaning.swedish)),
                ("meaning_en", .string(meaning.english)),
            ])
    }

    private static func members(_ perturbation: CountPerturbation) -> [(key: String, value: JSON)] {
        [("method", .string(perturbation.methodName))] + (perturbation.base.map { [("base", .integer($0))] } ?? [])
            + [("largest_change", .integer(perturbation.largestChange)), ("additive", .bool(perturbation.isAdditive))]
            + (perturbation.leastBehind.map { [("least_behind", .integer($0))] } ?? [])
    }

    private func resource(_ table: OpenTable, _ language: Language) -> JSON {
        let definition = table.table.definition
        var members: [(key: String, value: JSON)] = [
            ("profile", .string("tabular-data-resource")), ("name", .string(table.name)), ("path", .string(table.path)),
            ("title", .string(table.title[language])), ("title_sv", .string(table.title.swedish)),
            ("title_en", .string(table.title.english)), ("description", .string(definition.text[language])),
            ("definition", .string(definition.id)),
        ]
        if !definition.settings.isEmpty {
            members.append(("settings", .object(definition.settings.map { ($0.key, .string($0.value)) })))
        }
        if !table.table.notes.isEmpty {
            members.append(("notes", .array(table.table.notes.map { .string($0[language]) })))
        }
        if let perturbation = table.table.perturbation {
            members.append(("protection", .object(Self.members(perturbation))))
        }
        let declared = DeclaredTable(table, facts)
        members += declared.members
        members += [
            ("format", .string("csv")), ("mediatype", .string("text/csv")), ("encoding", .string("utf-8")),
            ("dialect", .object([("delimiter", .string(",")), ("lineTerminator", .string("\n"))])),
            ("schema", TableSchema(table, declared).text(in: language)),
        ]
        return .object(members)
    }
}
