// SPDX-License-Identifier: EUPL-1.2
package import Terms

extension Audit {
    /// The stable machine form (`audit --format json`). Version 2: numbers have file, line and column, and the steps of the
    /// deduction; `told` are numbers that no table has; `contradictions` and `undeclared` say what could not be used.
    package var json: JSON {
        .object([
            ("schema_version", .integer(2)), ("tables", .integer(tables)), ("pages", .integer(pages)),
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
            ("contradictions", .array(contradictions.map(\.json))),
            ("undeclared", .array(undeclared.map { .string($0) })),
            ("narrowed", .integer(narrowed)), ("passed", .bool(passed)),
        ])
    }
}

extension Audit.Cell {
    fileprivate var json: JSON {
        .object(
            [
                ("table", .string(table)), ("line", .optional(line)), ("column", .optional(column)),
                ("cell", .string(codes.joined(separator: "/"))), ("title_sv", .string(title.swedish)),
                ("title_en", .string(title.english)), ("low", .optional(low)), ("high", .optional(high)),
                ("narrowed", .bool(isNarrowed)),
            ] + (steps.isEmpty ? [] : [("steps", .array(steps.map(\.json)))]))
    }
}

extension Phrase {
    fileprivate var json: JSON { .object([("sv", .string(swedish)), ("en", .string(english))]) }
}
