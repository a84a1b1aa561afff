// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
package import Terms

extension CheckReport {
    /// The stable machine form (`check --format json`): `rows = kept + set_aside` for each file and in total.
    package var json: JSON {
        .object([
            ("schema_version", .integer(1)),
            ("files", .array(files.map(\.json))),
            ("faults", .array(faults.map { Self.json($0.location, $0.rule.rawValue, $0.found) })),
            ("remarks", .array(remarks.map { Self.json($0.location, $0.rule.rawValue, $0.found) })),
            (
                "totals",
                .object([
                    ("rows", .integer(rows)), ("kept", .integer(kept)), ("set_aside", .integer(setAside)),
                    ("remarks", .integer(files.reduce(0) { $0 + $1.tally.remarks })),
                ])
            ),
        ])
    }

    private static func json(_ location: Location, _ rule: String, _ found: ValueShape) -> JSON {
        .object([
            ("file", .string(location.file)), ("line", .integer(location.line)), ("column", .optional(location.column)),
            ("rule", .string(rule)), ("found", .string(found.machineText)), ("row", .integer(location.row)),
        ])
    }
}

extension FileIntake {
    fileprivate var json: JSON {
        .object([
            ("file", .string(tally.file)), ("kind", .string(tally.kind.rawValue)),
            ("encoding", .string(format.encoding.rawValue)),
            ("delimiter", .string(String(Character(Unicode.Scalar(format.delimiter))))),
            ("rows", .integer(tally.rows)), ("kept", .integer(tally.kept)), ("set_aside", .integer(tally.setAside)),
            ("remarks", .integer(tally.remarks)), ("ignored", .array(ignoredColumns.map { .string($0) })),
            (
                "passed_over",
                .object(
                    PassedOver.allCases.compactMap { what in
                        tally.passedOver[what].map { (what.rawValue, .integer($0)) }
                    })
            ),
            ("notes", .array(notes.map { .string($0.words[.english]) })),
        ])
    }
}
