// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Audit {
    /// The stable machine form (`audit --format json`).
    package var json: JSON {
        .object([
            ("schema_version", .integer(1)), ("tables", .integer(tables)), ("pages", .integer(pages)),
            (
                "hidden",
                .array(
                    hidden.map { cell in
                        .object([
                            ("table", .string(cell.table)), ("cell", .string(cell.codes.joined(separator: "/"))),
                            ("low", .optional(cell.low.isFinite ? cell.low : nil)), ("high", .optional(cell.high)),
                            ("narrowed", .bool(cell.isNarrowed)),
                        ])
                    })
            ),
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
