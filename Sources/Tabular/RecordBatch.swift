// SPDX-License-Identifier: EUPL-1.2

/// A run of records in one flat buffer (poster): the fields' bytes end to end, and where each field and record ends.
///
/// Records are counted from 0 in the batch, columns from 0 in the record. Bytes are UTF-8 whatever the file was.
/// `@usableFromInline` on the type is what lets other rooms have its accessors inlined: `@inlinable` alone does not.
@usableFromInline package struct RecordBatch: Sendable {
    /// All fields' bytes, end to end. Decode with `bytes.span.extracting(range(of: column, in: record))`.
    @usableFromInline package var bytes: [UInt8]
    /// `fieldEnds[f]` is where field `f` of the batch starts and `fieldEnds[f + 1]` where it ends, in `bytes`.
    @usableFromInline package var fieldEnds: [UInt32]
    /// `recordEnds[r]` is the first field of record `r`, and `recordEnds[r + 1]` the first of the one after it.
    @usableFromInline package var recordEnds: [UInt32]
    /// The physical line of each record, as `line(of:)` gives it.
    @usableFromInline package var lines: [Int]
    /// The few fields that stood in quotes, rising.
    var quotedFields: [UInt32]
    /// The few records with something wrong, rising.
    @usableFromInline var irregularities: [(record: Int, what: Irregularity)]
    /// What each field is in its workbook, one a field of the batch; empty for delimited text, where all is text.
    @usableFromInline package var cellTypes: [CellType] = []
    /// The records whose rows are hidden or filtered out in their workbook, rising.
    package var hiddenRecords: [Int] = []

    /// How many records there are.
    @inlinable package var count: Int { lines.count }

    /// How many fields a record has; 0 only in a record that an irregularity cut off at its first field.
    @inlinable package func fieldCount(of record: Int) -> Int {
        Int(recordEnds[record + 1] - recordEnds[record])
    }

    /// Where a field lies in `bytes`. The column must be there.
    @inlinable package func range(of column: Int, in record: Int) -> Range<Int> {
        let field = Int(recordEnds[record]) + column
        return Int(fieldEnds[field])..<Int(fieldEnds[field + 1])
    }

    /// The physical line, from 1, where the record starts: CR, LF and CRLF each end a line, in quotes too, and a
    /// `sep=` line counts. In a workbook the number of the row. For `unclosedQuote` the line where the quote opened.
    @inlinable package func line(of record: Int) -> Int { lines[record] }

    /// What is wrong with the record as text; `nil` for nearly all.
    @inlinable package func irregularity(of record: Int) -> Irregularity? {
        irregularities.isEmpty ? nil : searchIrregularity(of: record)
    }

    @usableFromInline func searchIrregularity(of record: Int) -> Irregularity? {
        let place = irregularities.partition { $0.record >= record }
        guard place < irregularities.count, irregularities[place].record == record else { return nil }
        return irregularities[place].what
    }

    /// What the field is in its workbook. The column must be there.
    @inlinable package func cellType(of column: Int, in record: Int) -> CellType {
        cellTypes.isEmpty ? .text : cellTypes[Int(recordEnds[record]) + column]
    }

    /// Whether the record's row is hidden or filtered out in its workbook.
    package func isHidden(_ record: Int) -> Bool {
        let place = hiddenRecords.partition { $0 >= record }
        return place < hiddenRecords.count && hiddenRecords[place] == record
    }

    /// The field as a string, bytes that are not text replaced by U+FFFD. For the few places that are not in a hurry.
    package func text(of column: Int, in record: Int) -> String {
        String(decoding: bytes[range(of: column, in: record)], as: UTF8.self)
    }

    /// Whether the field stood in quotes, so that blanks at its ends are data, and nothing is the empty text.
    package func isQuoted(_ column: Int, in record: Int) -> Bool {
        let field = recordEnds[record] + UInt32(column)
        let place = quotedFields.partition { $0 >= field }
        return place < quotedFields.count && quotedFields[place] == field
    }
}

/// One record of a batch: what a reader of rows holds, made once a batch and moved along by its `record`.
///
///     var row = Row(of: batch)
///     for record in 0..<batch.count { row.record = record … }
@usableFromInline package struct Row: Sendable {
    /// The batch the record is in. Fields' bytes: `row.batch.bytes.span.extracting(row.range(column))`.
    @usableFromInline package let batch: RecordBatch
    /// Which record of the batch, from 0.
    @usableFromInline package var record: Int

    /// A record of a batch, the first unless told.
    @inlinable package init(of batch: RecordBatch, at record: Int = 0) {
        self.batch = batch
        self.record = record
    }

    /// The physical line, from 1, where the record starts.
    @inlinable package var line: Int { batch.line(of: record) }

    /// How many fields the record has.
    @inlinable package var fieldCount: Int { batch.fieldCount(of: record) }

    /// Where the whole field lies in `batch.bytes`. The column must be there.
    @inlinable package func range(_ column: Int) -> Range<Int> { batch.range(of: column, in: record) }

    /// What is wrong with the record as text; `nil` for nearly all.
    @inlinable package var irregularity: Irregularity? { batch.irregularity(of: record) }

    /// The field as a string, bytes that are not text replaced by U+FFFD. For the few places that are not in a hurry.
    package func text(_ column: Int) -> String { batch.text(of: column, in: record) }

    /// Whether the field stood in quotes.
    package func isQuoted(_ column: Int) -> Bool { batch.isQuoted(column, in: record) }

    /// What the field is in its workbook. The column must be there.
    @inlinable package func cellType(_ column: Int) -> CellType { batch.cellType(of: column, in: record) }

    /// Whether the record's row is hidden or filtered out in its workbook.
    package var isHidden: Bool { batch.isHidden(record) }
}

extension Array {
    /// The first index where `isLater` holds, in an array where it holds for all that follow (binary search).
    fileprivate func partition(_ isLater: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isLater(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
