// SPDX-License-Identifier: EUPL-1.2

/// The cells of a sheet on their way into a batch: plain pointers and counts, so that a cell costs a few stores.
///
/// A record starts at column A, whatever its first cell is, and ends with its last cell that is not empty; a row without
/// any makes none. Its owner frees it.
@unsafe struct RecordBuilder {
    /// So many bytes, or fields, are enough for a batch.
    private static let bytesEnough = 1 << 17
    private static let fieldsEnough = 1 << 14
    /// So many are so much that the parser is stopped within its chunk.
    private static let bytesMuch = 1 << 22
    private static let fieldsMuch = 1 << 20
    /// So many fields in a batch, which only repetition makes, are no table's.
    private static let fieldsTooMany = 1 << 24
    /// A sheet of more fields than this, empty ones between others counted, is no table.
    private static let mostFields = 1 << 28

    var bytes: ByteBuffer
    private var fieldEnds: UnsafeMutablePointer<UInt32>
    private var types: UnsafeMutablePointer<CellType>
    private var capacity = 1 << 12
    private var fieldCount = 0
    private var firstField = 0
    private var recordStart = 0
    private var recordEnds: [UInt32] = [0]
    private var lines: [Int] = []
    private var hiddenRecords: [Int] = []
    private var taken = 0

    init() {
        unsafe bytes = unsafe ByteBuffer(capacity: RecordBuilder.bytesEnough)
        unsafe fieldEnds = .allocate(capacity: capacity + 1)
        unsafe types = .allocate(capacity: capacity)
        unsafe fieldEnds[0] = 0
    }

    func deallocate() {
        unsafe bytes.deallocate()
        unsafe fieldEnds.deallocate()
        unsafe types.deallocate()
    }

    /// The column, from 0, of the next field.
    @inline(__always)
    var column: Int { unsafe fieldCount &- firstField }
    /// Whole records so far.
    @inline(__always)
    var recordCount: Int { unsafe lines.count }
    /// Whether the records make a batch.
    @inline(__always)
    var isEnough: Bool {
        unsafe bytes.count >= RecordBuilder.bytesEnough || fieldCount >= RecordBuilder.fieldsEnough
    }
    /// Whether the records should be taken before more are added.
    @inline(__always)
    var isMuch: Bool { unsafe bytes.count >= RecordBuilder.bytesMuch || fieldCount >= RecordBuilder.fieldsMuch }
    /// Whether the sheet has more fields than a table has.
    @inline(__always)
    var isOversized: Bool {
        unsafe taken + fieldCount > RecordBuilder.mostFields || fieldCount > RecordBuilder.fieldsTooMany
            || bytes.count > 1 << 28
    }
    /// Whether the record at hand is longer than a row of a table is.
    @inline(__always)
    var recordIsTooLong: Bool { unsafe bytes.count - recordStart > RecordReader.longestRecord }

    /// Adds empty fields until the next one is that of `column`.
    @inline(__always)
    mutating func moveOn(to column: Int) {
        while unsafe self.column < column { unsafe endField(.text) }
    }

    /// Ends the field whose bytes have been appended to `bytes`.
    @inline(__always)
    mutating func endField(_ type: CellType) {
        if unsafe fieldCount == capacity { unsafe grow() }
        unsafe types[fieldCount] = type
        unsafe fieldCount &+= 1
        unsafe fieldEnds[fieldCount] = UInt32(truncatingIfNeeded: bytes.count)
    }

    /// Adds the field before once more.
    mutating func repeatField() {
        let (start, end) = unsafe (Int(fieldEnds[fieldCount - 1]), Int(fieldEnds[fieldCount]))
        for place in start..<end { unsafe bytes.append(bytes.start[place]) }
        unsafe endField(types[fieldCount - 1])
    }

    /// Ends the record at hand. `false` when no cell of it held anything, and it is none.
    @discardableResult
    mutating func endRecord(line: Int, isHidden: Bool) -> Bool {
        while unsafe fieldCount > firstField && types[fieldCount - 1] == .text
            && fieldEnds[fieldCount] == fieldEnds[fieldCount - 1]
        { unsafe fieldCount &-= 1 }
        guard unsafe fieldCount > firstField else { return false }
        if isHidden { unsafe hiddenRecords.append(lines.count) }
        unsafe lines.append(line)
        unsafe recordEnds.append(UInt32(truncatingIfNeeded: fieldCount))
        unsafe firstField = fieldCount
        unsafe recordStart = bytes.count
        return true
    }

    /// Adds the last record once more, as another row.
    mutating func repeatRecord(line: Int, isHidden: Bool) {
        let (first, last) = unsafe (Int(recordEnds[recordEnds.count - 2]), Int(recordEnds[recordEnds.count - 1]))
        for field in first..<last {
            let (start, end) = unsafe (Int(fieldEnds[field]), Int(fieldEnds[field + 1]))
            for place in start..<end { unsafe bytes.append(bytes.start[place]) }
            unsafe endField(types[field])
        }
        unsafe endRecord(line: line, isHidden: isHidden)
    }

    /// The whole records as a batch; the record at hand moves to the front of the buffers.
    mutating func takeBatch() -> RecordBatch {
        let (fields, length) = unsafe (firstField, recordStart)
        let batch = unsafe RecordBatch(
            bytes: Array(UnsafeBufferPointer(start: bytes.start, count: length)),
            fieldEnds: Array(UnsafeBufferPointer(start: fieldEnds, count: fields + 1)),
            recordEnds: recordEnds, lines: lines, quotedFields: [], irregularities: [],
            cellTypes: Array(UnsafeBufferPointer(start: types, count: fields)), hiddenRecords: hiddenRecords)
        unsafe bytes.drop(before: length)
        unsafe fieldCount -= fields
        for field in 0...(unsafe fieldCount) {
            unsafe fieldEnds[field] = fieldEnds[field + fields] - UInt32(length)
            if unsafe field < fieldCount { unsafe types[field] = types[field + fields] }
        }
        unsafe (firstField, recordStart) = (0, 0)
        unsafe taken += fields
        unsafe recordEnds = [0]
        unsafe lines = []
        unsafe hiddenRecords = []
        return batch
    }

    @inline(never)
    private mutating func grow() {
        let (newEnds, newTypes) = unsafe (
            UnsafeMutablePointer<UInt32>.allocate(capacity: capacity * 2 + 1),
            UnsafeMutablePointer<CellType>.allocate(capacity: capacity * 2)
        )
        unsafe newEnds.update(from: fieldEnds, count: fieldCount + 1)
        unsafe newTypes.update(from: types, count: fieldCount)
        unsafe fieldEnds.deallocate()
        unsafe types.deallocate()
        unsafe (fieldEnds, types) = unsafe (newEnds, newTypes)
        unsafe capacity *= 2
    }
}
