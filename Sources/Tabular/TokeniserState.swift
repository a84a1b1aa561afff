// SPDX-License-Identifier: EUPL-1.2
import CLibCSV

/// Where reading is, in physical lines.
struct LinePlace {
    /// The line at hand, from 1.
    var line: Int
    /// Where the record at hand starts.
    var recordLine: Int
    /// The last byte was a CR: an LF now belongs to it.
    var afterCR = false
}

/// What libcsv's callbacks read and write, at one fixed address: plain pointers and counts, so that a field costs a few
/// stores and no reference counting.
@unsafe struct TokeniserState {
    var parser = unsafe csv_parser()
    /// Fields' bytes end to end, `used` of them; libcsv is writing the next field after them.
    var bytes: UnsafeMutablePointer<UInt8>
    var used = 0
    /// `fieldEnds[0]` is 0, `fieldEnds[f + 1]` the end of field `f`.
    var fieldEnds: UnsafeMutablePointer<UInt32>
    var fieldCount = 0
    /// `recordEnds[0]` is 0, `recordEnds[r + 1]` the first field after record `r`.
    var recordEnds: UnsafeMutablePointer<UInt32>
    /// The line where each record starts.
    var lines: UnsafeMutablePointer<Int>
    var recordCount = 0
    /// The first field of the record at hand.
    var firstField = 0
    var place = LinePlace(line: 1, recordLine: 1)
    /// The fields that stood in quotes, rising.
    private var quotedFields: [UInt32] = []
    private var bytesCapacity = 1 << 12
    /// Room for fields, and as many records.
    private var capacity = 1 << 9

    init(delimiter: UInt8) {
        unsafe bytes = .allocate(capacity: bytesCapacity)
        unsafe bytes.initialize(repeating: 0, count: bytesCapacity)
        unsafe fieldEnds = .allocate(capacity: capacity)
        unsafe recordEnds = .allocate(capacity: capacity)
        unsafe lines = .allocate(capacity: capacity)
        unsafe fieldEnds[0] = 0
        unsafe recordEnds[0] = 0
        unsafe csv_init(&parser, UInt8(CSV_STRICT))
        unsafe csv_set_delim(&parser, delimiter)
        unsafe aimParser()
    }

    func deallocateBuffers() {
        unsafe bytes.deallocate()
        unsafe fieldEnds.deallocate()
        unsafe recordEnds.deallocate()
        unsafe lines.deallocate()
    }

    /// Points libcsv at the first byte after the whole fields.
    private mutating func aimParser() {
        unsafe parser.entry_buf = bytes + used
        unsafe parser.entry_size = bytesCapacity - used
    }

    mutating func endRecord(line: Int) {
        unsafe lines[recordCount] = line
        unsafe recordCount &+= 1
        unsafe recordEnds[recordCount] = UInt32(truncatingIfNeeded: fieldCount)
        unsafe firstField = fieldCount
    }

    /// The field that just ended was quoted: notes it, and wipes the closing quote that libcsv left after it.
    @inline(never)
    mutating func noteQuotedField() {
        unsafe bytes[used] = 0
        unsafe quotedFields.append(UInt32(truncatingIfNeeded: fieldCount - 1))
    }

    /// Forgets the field being read and starts libcsv afresh.
    mutating func forgetField() {
        unsafe (bytes + used).update(repeating: 0, count: parser.entry_pos)
        unsafe parser.pstate = 0
        unsafe parser.quoted = 0
        unsafe parser.spaces = 0
        unsafe parser.entry_pos = 0
    }

    /// Makes room for what `count` bytes may add, and for one byte more: the callback looks at the byte after a field.
    mutating func makeRoom(for count: Int) {
        let bytesNeeded = unsafe used + parser.entry_pos + count + 1
        if unsafe bytesNeeded > bytesCapacity { unsafe growBytes(to: max(bytesNeeded, bytesCapacity * 2)) }
        let needed = unsafe fieldCount + count + 2
        if unsafe needed > capacity { unsafe growEnds(to: max(needed, capacity * 2)) }
    }

    private mutating func growBytes(to newCapacity: Int) {
        let written = unsafe used + parser.entry_pos
        unsafe bytes = grown(bytes, count: written, to: newCapacity)
        unsafe (bytes + written).update(repeating: 0, count: newCapacity - written)
        unsafe bytesCapacity = newCapacity
        unsafe aimParser()
    }

    private mutating func growEnds(to newCapacity: Int) {
        unsafe fieldEnds = grown(fieldEnds, count: fieldCount + 1, to: newCapacity)
        unsafe recordEnds = grown(recordEnds, count: recordCount + 1, to: newCapacity)
        unsafe lines = grown(lines, count: recordCount, to: newCapacity)
        unsafe capacity = newCapacity
    }

    /// The whole records as a batch; the record at hand moves to the front of the buffers.
    mutating func takeRecords(_ irregularities: [(record: Int, what: Irregularity)]) -> RecordBatch {
        let fields = unsafe firstField
        let length = unsafe Int(fieldEnds[fields])
        let batch = unsafe RecordBatch(
            bytes: Array(UnsafeBufferPointer(start: bytes, count: length)),
            fieldEnds: Array(UnsafeBufferPointer(start: fieldEnds, count: fields + 1)),
            recordEnds: Array(UnsafeBufferPointer(start: recordEnds, count: recordCount + 1)),
            lines: Array(UnsafeBufferPointer(start: lines, count: recordCount)),
            quotedFields: takeQuotedFields(before: UInt32(fields)), irregularities: irregularities)
        unsafe discard(fields: fields, bytes: length)
        return batch
    }

    /// The quoted fields before `field`; those from it on stay, counted from it.
    private mutating func takeQuotedFields(before field: UInt32) -> [UInt32] {
        guard let last = unsafe quotedFields.last else { return [] }
        let all = unsafe quotedFields
        unsafe quotedFields.removeAll(keepingCapacity: true)
        guard last >= field else { return all }
        unsafe quotedFields.append(contentsOf: all.lazy.filter { $0 >= field }.map { $0 - field })
        return all.filter { $0 < field }
    }

    /// Forgets the whole records, moves what follows to the front, and wipes the rest.
    private mutating func discard(fields: Int, bytes count: Int) {
        let written = unsafe used + parser.entry_pos
        let kept = written - count
        unsafe bytes.update(from: bytes + count, count: kept)
        unsafe (bytes + kept).update(repeating: 0, count: written - kept + 1)
        unsafe fieldCount -= fields
        for field in 0...(unsafe fieldCount) {
            unsafe fieldEnds[field] = fieldEnds[field + fields] - UInt32(count)
        }
        unsafe used -= count
        unsafe recordCount = 0
        unsafe firstField = 0
        unsafe aimParser()
    }
}

/// The first `count` elements in a new and larger place.
private func grown<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>, count: Int, to capacity: Int
) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    unsafe new.update(from: old, count: count)
    unsafe old.deallocate()
    return unsafe new
}
