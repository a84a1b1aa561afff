// SPDX-License-Identifier: EUPL-1.2
package import Documents

/// A form that documents are written in. A new one is one file, with its name here.
package struct DocumentFormat: Sendable {
    /// As options call it, and the ending of its files: `html`.
    package let name: String
    /// The file that a document becomes.
    package let bytes: @Sendable (Document) -> [UInt8]

    /// From the plainest to the fullest: a report that is written in several is opened in the last.
    package static let all = [markdown, html]
}
