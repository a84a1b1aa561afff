// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
package import Terms

extension Inspection {
    /// The stable machine form. `records` is there only when records were asked for.
    package func json(withRecords: Bool) -> JSON {
        var members: [(key: String, value: JSON)] = [
            ("schema_version", .integer(1)), ("file", .string(file)), ("kind", .string(kind?.rawValue ?? "unknown")),
            ("encoding", .string(format.encoding.rawValue)),
            ("delimiter", .string(String(Character(Unicode.Scalar(format.delimiter))))),
            ("decimal", .optional(decimalMark?.rawValue)), ("line_ending", .string(format.lineEnding.rawValue)),
            ("separator_line", .bool(format.hasSeparatorLine)),
            ("header", .array(columns.map { .string($0.header) })),
            (
                "columns",
                .array(
                    columns.map {
                        .object([
                            ("header", .string($0.header)), ("name", .optional($0.name)),
                            ("type", .string($0.type.rawValue)), ("hidden", .bool($0.isHidden)),
                        ])
                    })
            ),
            ("ignored", .array(ignored.map { .string($0) })), ("rows", .integer(rows)),
            (
                "passed_over",
                .object(
                    PassedOver.allCases.compactMap { what in
                        passedOver[what].map { (what.rawValue, .integer($0)) }
                    })
            ),
            (
                "troubles",
                .array(troubles.map { .object([("line", .integer($0.line)), ("rule", .string($0.rule))]) })
            ),
            (
                "settings",
                .object([
                    ("encoding", .string("encoding")), ("delimiter", .string("delimiter")), ("kind", .string("kind")),
                    ("columns", .string("columns")),
                ])
            ),
        ]
        if let platform { members.append(("platform", .string(platform.rawValue))) }
        if withRecords { members.append(("records", .array(records.map { .array($0.map { .string($0) }) }))) }
        return .object(members)
    }
}
