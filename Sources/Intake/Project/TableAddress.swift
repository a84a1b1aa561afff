// SPDX-License-Identifier: EUPL-1.2
package import Tabular
import Terms

/// One table of a source: a file, and in a workbook or a zip the sheet or the member.
package struct TableAddress: Sendable, Hashable {
    /// The file, relative to the project folder.
    package let file: String
    /// Nil in a file of delimited text.
    package let place: TablePlace?

    package init(file: String, place: TablePlace? = nil) {
        self.file = file
        self.place = place
    }

    /// What messages call it: `data/beslut.csv`, `data/ledsagning.xlsx [Beslut]`, `data/mars.zip [beslut.csv]`.
    package var name: String {
        guard let inside else { return file }
        return "\(file) [\(inside)]"
    }

    /// The workbook that the table is a sheet of, as messages call it; nil of other tables.
    var book: String? {
        guard let place, place.sheet != nil else { return nil }
        return place.member.map { "\(file) [\($0.withoutControls)]" } ?? file
    }

    /// The sheet or the member, as messages call it; nil in a file of delimited text.
    package var inside: String? {
        let parts = [place?.member, place?.sheet].compactMap { $0?.withoutControls }
        return parts.isEmpty ? nil : parts.joined(separator: ": ")
    }
}
