// SPDX-License-Identifier: EUPL-1.2

/// A rectangle of cells of a sheet (cellområde). Rows are counted from 1, as `RecordBatch.line(of:)` has them, and columns
/// from 0, as fields are.
package struct CellRange: Sendable, Hashable {
    /// From the first row to the last.
    package let rows: ClosedRange<Int>
    /// From the first column to the last.
    package let columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// Whether the cell is in the range.
    package func contains(row: Int, column: Int) -> Bool { rows.contains(row) && columns.contains(column) }

    /// From a reference such as `A1:B2`, or `C3` for a single cell. Nil when it is none.
    init?(reference: String) {
        let ends = reference.split(separator: ":", omittingEmptySubsequences: false).map { CellName.parse($0.utf8) }
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
        rows = min(first.row, last.row)...max(first.row, last.row)
        columns = min(first.column, last.column)...max(first.column, last.column)
    }
}

/// Names of cells, such as `C17` (cellnamn).
package enum CellName {
    /// The most rows and columns that a sheet has.
    static let lastRow = 1_048_576
    static let columnCount = 16_384

    /// The name of the cell in a column, from 0, and a row, from 1.
    package static func of(column: Int, row: Int) -> String { letters(column) + String(row) }

    /// The letters of a column, from 0: `A`, `Z`, `AA`.
    package static func letters(_ column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        while rest >= 0 {
            letters.insert(UInt8(ascii: "A") + UInt8(rest % 26), at: 0)
            rest = rest / 26 - 1
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// Column and row of a name, `$` passed over. Nil when it names no cell that a sheet may have.
    static func parse(_ name: some Sequence<UInt8>) -> (column: Int, row: Int)? {
        var (column, row) = (0, 0)
        for byte in name {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
                guard row == 0, column <= columnCount else { return nil }
                column = column * 26 + Int(byte & 0x1F)
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard column > 0, row <= lastRow else { return nil }
                row = row * 10 + Int(byte & 0x0F)
            default: return nil
            }
        }
        guard 1...columnCount ~= column, 1...lastRow ~= row else { return nil }
        return (column - 1, row)
    }
}
