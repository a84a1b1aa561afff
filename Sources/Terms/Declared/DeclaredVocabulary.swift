// SPDX-License-Identifier: EUPL-1.2

/// The vocabulary that published tables are declared in, as its documentation lists it: one row of a table for each word.
package enum DeclaredVocabulary {
    /// Rows of Markdown tables, by what they list.
    package static func rows(in language: Language) -> [(heading: String, rows: [String])] {
        [
            ("kind", NumberKind.allCases.map { row($0.rawValue, $0.meaning[language]) }),
            ("role", DimensionRole.allCases.map { row($0.rawValue, $0.meaning[language]) }),
            ("adds", ClassSum.allCases.map { row($0.rawValue, $0.meaning[language]) }),
            ("method", IntervalMethod.allCases.map { row($0.rawValue, $0.meaning[language]) }),
            ("limits", LimitsMethod.allCases.map { row($0.rawValue, $0.meaning[language]) }),
            (
                "relations",
                RelationType.allCases.map { type in
                    let members = type.meaning.members.map { "`\($0)`" }.joined(separator: ", ")
                    return "| `\(type.rawValue)` | \(members) | \(type.meaning.text[language]) |"
                }
            ),
        ]
    }

    private static func row(_ word: String, _ meaning: String) -> String { "| `\(word)` | \(meaning) |" }
}
