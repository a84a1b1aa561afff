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
            ("statistics_differences", .array(differences.map(\.json))),
            (
                "statistics_agreements",
                .array(
                    agreements.map {
                        .object([("year", .integer($0.year)), ("measure", .string($0.total.rawValue))])
                    })
            ),
            (
                "near_limit",
                .array(
                    (nearLimit?.decisions ?? []).map {
                        .object([
                            ("decision", .optional($0.localID)), ("decided", .string($0.from.description)),
                            ("limit", .string($0.limit.description)),
                        ])
                    })
            ),
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

extension TotalsDifference {
    /// Of a board without its numbers.
    fileprivate var json: JSON {
        switch place {
        case .municipality(let official, let rows):
            .object([
                ("year", .integer(year)), ("measure", .string(total.rawValue)), ("district", .null),
                ("statistics", .number(official)), ("rows", .number(rows)), ("large", .bool(isLarge)),
            ])
        case .board(let board):
            .object([
                ("year", .integer(year)), ("measure", .string(total.rawValue)), ("district", .string(board)),
                ("statistics", .null), ("rows", .null), ("large", .bool(isLarge)),
            ])
        }
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
            ("basis", basis?.json ?? .null),
            ("notes", .array(notes.map { .string($0.words[.english]) })),
            (
                "corrections",
                .array(
                    corrections.map { correction in
                        .object([
                            ("line", .integer(correction.line)), ("column", .string(correction.column)),
                            ("value", .optional(correction.value)), ("read", .bool(correction.isRead)),
                            ("who", .string(correction.who)),
                            ("when", .string(correction.when.description)),
                        ])
                    })
            ),
        ])
    }
}
