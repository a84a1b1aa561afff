// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Audit {
    /// The stable machine form (`audit --format json`).
    package var json: JSON {
        .object([
            ("schema_version", .integer(1)), ("tables", .integer(tables)), ("pages", .integer(pages)),
            ("hidden", .array(hidden.map(\.json))), ("told", .array(told.map(\.json))),
            (
                "strays",
                .array(
                    strays.map { stray in
                        .object([
                            ("page", .string(stray.page)), ("number", .string(stray.number)),
                            ("text", .string(stray.context)),
                        ])
                    })
            ),
            ("narrowed", .integer(narrowed)), ("passed", .bool(passed)),
        ])
    }
}

extension Audit.Cell {
    fileprivate var json: JSON {
        .object([
            ("table", .string(table)), ("cell", .string(codes.joined(separator: "/"))),
            ("low", .optional(low.isFinite ? low : nil)), ("high", .optional(high)), ("narrowed", .bool(isNarrowed)),
        ])
    }
}
