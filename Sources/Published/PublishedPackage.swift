// SPDX-License-Identifier: EUPL-1.2
import FoundationEssentials
package import Terms

/// What a report's `datapackage.json` says of its tables, as anybody can read it. Members that are not understood are
/// left out; nothing is taken from the names of tables.
package struct PublishedPackage: Decodable, Sendable {
    package struct Rules: Decodable, Sendable {
        package let threshold: Double?
        package let p_percent: Double?
        package let minimum_base: Double?
        package let least_of_ratios: Double?
        package let share_steps: [Double]?
        package let persons_of_limits: Double?
    }

    /// So many rows of the files were set aside or remarked on for a reason: they count nobody.
    package struct RowsOfFiles: Decodable, Sendable {
        package let reason_sv: String?
        package let reason_en: String?
        package let rows: Double?
    }

    /// That the report stands in the place of another: how many numbers differ, and those told on page one, as they were.
    package struct Correction: Decodable, Sendable {
        package struct Number: Decodable, Sendable {
            package let table: String?
            package let codes: [String]?
            package let unit: String?
            package let before: Double?
        }

        package let edition: Double?
        package let numbers: Double?
        package let changed: Double?
        package let shown: Double?
        package let hidden: Double?
        package let told: [Number]?
    }

    /// What numbers are of, wherever they stand.
    package struct Quantity: Decodable, Sendable {
        package let name: String
        package let title_sv: String?
        package let title_en: String?
        package let kind: String?
        package let unit: String?
        package let contributors: String?
        package let base: String?
        package let adds: [String: String]?

        package var title: Phrase { Phrase(sv: title_sv ?? name, en: title_en ?? name) }
        package var numberKind: NumberKind? { kind.flatMap(NumberKind.init) }

        package func sum(over dimension: String) -> ClassSum? { adds?[dimension].flatMap(ClassSum.init) }
    }

    /// One relation; which members it has depends on its type (`RelationType`).
    package struct Relation: Decodable, Sendable {
        package struct Factor: Decodable, Sendable {
            package let part: String
            package let numerator: String
            package let denominator: String?
        }

        /// The name of a quantity or a column, or a number that is known.
        package enum Whole: Decodable, Sendable {
            case name(String)
            case number(Double)

            package init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let number = try? container.decode(Double.self) {
                    self = .number(number)
                } else {
                    self = .name(try container.decode(String.self))
                }
            }
        }

        package let type: String
        package let part: String?
        package let whole: Whole?
        package let at: [String: String]?
        package let parts: [String]?
        package let these: [String]?
        package let those: [String]?
        package let difference: String?
        package let of: String?
        package let before: String?
        package let along: String?
        package let against: String?
        package let union: String?
        package let quantities: [String]?
        package let ignoring: String?
        package let factors: [Factor]?
        package let `where`: [String: [String]]?
        package let dimension: String?
        package let classes: [String: [String]]?
        package let perhaps: [String]?
        package let complete: Bool?
        package let value: String?
        package let numerator: String?
        package let denominator: String?
        package let times: Double?
        package let method: String?
        package let level: Double?
        package let levels: [String: Double]?
        package let adjusted: [String: Double]?
        package let test: String?
        package let shrunken: String?
        package let rank: String?
        package let expected: String?
        package let between: String?
        package let common: String?
        package let over: [String]?
        package let how: String?

        /// nil for a relation of a kind that is not known.
        package var relationType: RelationType? { RelationType(rawValue: type) }
        /// The quantity or column that is the whole.
        package var wholeName: String? {
            if case .name(let name)? = whole { return name }
            return nil
        }
    }

    /// A table's own description.
    package struct Resource: Decodable, Sendable {
        package struct Schema: Decodable, Sendable { package let fields: [Field]? }

        package struct Protection: Decodable, Sendable {
            package let largest_change: Double?
            package let additive: Bool?
            package let least_behind: Double?
        }

        package let name: String
        package let title_sv: String?
        package let title_en: String?
        package let about: [String: String]?
        package let relations: [Relation]?
        package let protection: Protection?
        package let schema: Schema?

        package func field(_ column: String) -> Field? { schema?.fields?.first { $0.name == column } }
    }

    /// A column.
    package struct Field: Decodable, Sendable {
        /// A code and what it stands for.
        package struct Category: Decodable, Sendable {
            package let value: String
            package let label: String
        }

        package let categories: [Category]?
        package let name: String
        package let title_sv: String?
        package let title_en: String?
        package let dimension: String?
        package let role: String?
        package let complete: Bool?
        package let kind: String?
        package let quantity: String?
        package let ignoring: [String]?
        package let needing: String?

        package var title: Phrase { Phrase(sv: title_sv ?? name, en: title_en ?? name) }
        package var dimensionRole: DimensionRole? { role.flatMap(DimensionRole.init) }
        package var numberKind: NumberKind? { kind.flatMap(NumberKind.init) }
    }

    /// What somebody else has published, and a page puts beside the tables' numbers.
    package struct PublicNumber: Decodable, Sendable {
        package let name_sv: String?
        package let name_en: String?
        package let value: Double?
    }

    struct Protection: Decodable, Sendable { let report_hides: Int? }

    /// What it is the package of, in every edition: `uppfoljning-2019`.
    package let name: String?
    package let rules: Rules?
    package let quantities: [Quantity]?
    package let relations: [Relation]?
    package let rows_of_files: [RowsOfFiles]?
    package let public_numbers: [PublicNumber]?
    package let correction: Correction?
    package let resources: [Resource]?
    let protection: Protection?

    /// nil where the bytes are no description of tables.
    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(PublishedPackage.self, from: Data(bytes)) else { return nil }
        self = read
    }
}
