// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The file a case's result is written to.
package enum ResultFile {
    /// `{"rows": […]}`.
    package static func document(_ rows: [ResultRow]) -> String {
        JSON.object([("rows", .array(rows.map(\.json)))]).document
    }

    /// Comma-separated, for codes without commas or quotes.
    package static func table(_ records: [[String]]) -> String {
        records.map { $0.joined(separator: ",") + "\n" }.joined()
    }
}
