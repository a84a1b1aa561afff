// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// A file of a shape, and what a reader makes of its rows.
package struct ShapedFile: Sendable {
    /// Its name in `data/`.
    package let name: String
    package let bytes: [UInt8]
    /// The kinds of table in it, each with its rows.
    package let tables: [SourceKind: RowCount]

    package var export: ExportFile { ExportFile(name: name, bytes: bytes) }

    /// How many rows of a table are cases, and how many must be set aside. Those that are deleted, sums, titles and
    /// blank are neither.
    package struct RowCount: Sendable, Equatable {
        package var kept = 0
        /// Rows about services that the project does not follow up.
        package var ofOtherServices = 0
        /// Rows that take back a visit, and as many that they take back: a reader may count them either way.
        package var takenBack = 0
    }

    init(_ name: String, _ kind: SourceKind, _ rows: RowCount, _ bytes: [UInt8]) {
        self.init(name, [kind: rows], bytes)
    }

    init(_ name: String, _ tables: [SourceKind: RowCount], _ bytes: [UInt8]) {
        self.name = name
        self.tables = tables
        self.bytes = bytes
    }
}

/// A table's rows, as far as what a reader makes of them goes.
protocol ShapedRow {
    var isDeleted: Bool { get }
    var isOfOtherService: Bool { get }
    var isTakenBack: Bool { get }
}

extension ShapedFile.RowCount {
    init(_ rows: some Sequence<some ShapedRow>) {
        for row in rows where !row.isDeleted {
            if row.isOfOtherService {
                ofOtherServices += 1
            } else if row.isTakenBack {
                takenBack += 1
            } else {
                kept += 1
            }
        }
    }
}
