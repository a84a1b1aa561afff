// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What was hidden in a release, why, and what an intruder can still say of it: the owner's own record
/// (*röjandeprotokoll*). Internal: it tells what the release hides.
package struct DisclosureRecord: Sendable {
    /// One hidden cell.
    package struct Entry: Sendable {
        package let measure: MeasureName
        /// The breakdown's codes in the table's order, the year first.
        package let codes: [String]
        /// Rules that hide it for its own sake; empty for what is hidden to protect others.
        package let rules: [PrimaryRule]
        /// What remains possible of it: of a count or sum, of a share how many it is a share of. nil where nothing
        /// that is printed bounds it.
        package let low: Double?
        package let high: Double?
    }

    package let entries: [Entry]
    /// Cells shown without what they are of.
    package let withheld: Int
    /// Numbers for which no pattern gives the range that is wished for, with all that could be hidden.
    package let unprotected: Int
    /// How many persons of the year are alike in board, law, age and sex, which an outsider may know of them.
    package var anonymity: RowAnonymity?

    /// Stands in both languages, for who opens the file knows no setting of the project.
    private static let warning = Phrase(sv: "INTERNT – får inte spridas.", en: "INTERNAL – must not be spread.")

    package var json: JSON {
        .object([
            ("schema_version", .integer(1)), ("internal", .bool(true)),
            ("note", .string("\(Self.warning.swedish) \(Self.warning.english)")),
            ("hidden_for_own_sake", .integer(entries.count { !$0.rules.isEmpty })),
            ("hidden_for_others", .integer(entries.count { $0.rules.isEmpty })), ("withheld", .integer(withheld)),
            ("unprotected", .integer(unprotected)), ("k_anonymity", anonymity?.json ?? .null),
            (
                "cells",
                .array(
                    entries.map { entry in
                        .object([
                            ("measure", .string(entry.measure.rawValue)),
                            ("cell", .string(entry.codes.joined(separator: "/"))),
                            (
                                "why",
                                .string(
                                    entry.rules.isEmpty
                                        ? "secondary" : entry.rules.map(\.rawValue).joined(separator: " "))
                            ),
                            ("low", .optional(entry.low)), ("high", .optional(entry.high)),
                        ])
                    })
            ),
        ])
    }
}
