// SPDX-License-Identifier: EUPL-1.2
import CLibCSV

/// Finds a file's delimiter from its header and first rows (skiljetecken).
enum DelimiterDetection {
    /// The delimiters looked for, the likeliest in Swedish files first.
    static let candidates = [";", ",", "\t", "|"].map { Character($0).asciiValue ?? 0 }

    /// The delimiter of an Excel `sep=;` line and the line's length with its line break, if the text starts with one.
    static func separatorLine(_ text: ArraySlice<UInt8>) -> (delimiter: UInt8, length: Int)? {
        let line = Array(text.prefix { $0 != 0x0A && $0 != 0x0D })
        let bare = line.first == 0x22 && line.last == 0x22 && line.count > 2 ? Array(line[1..<line.count - 1]) : line
        guard bare.count == 5, bare[..<4].map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }),
            bare[3] == UInt8(ascii: "="), bare[4] < 0x80, bare[4] != 0x22
        else { return nil }
        var length = line.count
        let rest = text.dropFirst(length)
        if rest.starts(with: [0x0D, 0x0A]) { length += 2 } else if !rest.isEmpty { length += 1 }
        return (bare[4], length)
    }

    /// The delimiter under which most of the first rows have as many fields as the header, weighed by how many that is.
    ///
    /// libcsv itself counts the fields, so quotes are respected as they will be in reading. A file of one column has none:
    /// then a delimiter that is nowhere in the sample is taken, so that a decimal comma stays in its number.
    /// - Parameter isWhole: the sample is the whole file, so its last row counts.
    static func delimiter(of sample: ArraySlice<UInt8>, isWhole: Bool) -> UInt8 {
        var best = (delimiter: UInt8(ascii: ";"), score: 0)
        var unused: UInt8?
        for candidate in candidates {
            let counts = rowCounts(sample, delimiter: candidate, isWhole: isWhole)
            let score = (counts.header - 1) * counts.rowsLikeHeader
            if score > best.score { best = (candidate, score) }
            if unused == nil, counts.mostFields < 2 { unused = candidate }
        }
        return best.score > 0 ? best.delimiter : unused ?? UInt8(ascii: ";")
    }

    private static func rowCounts(_ sample: ArraySlice<UInt8>, delimiter: UInt8, isWhole: Bool) -> RowCounts {
        var parser = unsafe csv_parser()
        unsafe csv_init(&parser, 0)
        defer { unsafe csv_free(&parser) }
        unsafe csv_set_delim(&parser, delimiter)
        var counts = RowCounts()
        unsafe sample.withUnsafeBytes { bytes in
            let field: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
                _, _, state in
                unsafe state.unsafelyUnwrapped.assumingMemoryBound(to: RowCounts.self).pointee.open += 1
            }
            let row: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, state in
                unsafe state.unsafelyUnwrapped.assumingMemoryBound(to: RowCounts.self).pointee.endRow()
            }
            var fed = 0
            while fed < bytes.count, counts.rows < RowCounts.most {
                let count = min(4096, bytes.count - fed)
                _ = unsafe csv_parse(&parser, bytes.baseAddress! + fed, count, field, row, &counts)
                fed += count
            }
            if isWhole { _ = unsafe csv_fini(&parser, field, row, &counts) }
        }
        return counts
    }

    /// How many fields the first rows have.
    private struct RowCounts {
        /// So many rows are enough.
        static let most = 100
        /// Fields so far in the row at hand.
        var open = 0
        /// Rows counted.
        var rows = 0
        /// Fields in the first row.
        var header = 0
        var rowsLikeHeader = 0
        var mostFields = 0

        mutating func endRow() {
            defer { open = 0 }
            guard rows < Self.most else { return }
            if rows == 0 { header = open }
            rows += 1
            mostFields = max(mostFields, open)
            if open == header { rowsLikeHeader += 1 }
        }
    }
}
