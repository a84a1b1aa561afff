// SPDX-License-Identifier: EUPL-1.2
import CLibCSV

/// libcsv, and the flat buffers it writes to; lines without a quote go past it (`UnquotedLines`).
///
/// libcsv gathers each field's bytes in `entry_buf` and then calls back. The callback moves `entry_buf` on by the field's
/// length, so that libcsv itself lays the fields end to end in our buffer and nothing is copied. `Tokeniser` sees to it
/// that the buffers have room before it feeds libcsv, so that libcsv never reallocates a buffer it does not own.
///
/// Strict mode makes libcsv stop at a quote that cannot stand where it stands; its state then tells which kind it is.
@safe struct Tokeniser: ~Copyable {
    private let state: UnsafeMutablePointer<TokeniserState>
    private var irregularities: [(record: Int, what: Irregularity)] = []
    /// The first stray quote of the record at hand.
    private var stray: Irregularity?

    init(delimiter: UInt8) {
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(to: TokeniserState(delimiter: delimiter))
    }

    deinit {
        unsafe state.pointee.deallocateBuffers()
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// Whole records waiting in the batch.
    var recordCount: Int { unsafe state.pointee.recordCount }
    /// Whole fields of the record at hand: the column, from 0, of the field being read.
    var column: Int { unsafe state.pointee.fieldCount - state.pointee.firstField }
    /// Whether nothing but blanks has been read of the next record.
    var isBetweenRecords: Bool { unsafe state.pointee.parser.pstate == rowNotBegun }
    /// Whether a quote is open.
    var isInsideQuotes: Bool {
        unsafe state.pointee.parser.pstate == fieldBegun && state.pointee.parser.quoted != 0
    }
    /// Whether the field at hand is in quotes, open or just closed.
    var isQuoted: Bool { unsafe state.pointee.parser.quoted != 0 }
    /// Bytes of the field being read, so far.
    var openFieldLength: Int { unsafe state.pointee.parser.entry_pos }
    /// Bytes of the record being read, so far.
    var openRecordLength: Int {
        unsafe state.pointee.used + openFieldLength - Int(state.pointee.fieldEnds[state.pointee.firstField])
    }

    /// Feeds bytes of one physical line. `false`: something else than a delimiter follows a closing quote; the record at
    /// hand must be cut.
    mutating func feed(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
        unsafe state.pointee.makeRoom(for: count)
        var fed = 0
        while true {
            fed += unsafe csv_parse(&state.pointee.parser, start + fed, count - fed, fieldRead, nil, state)
            if fed == count { return true }
            guard unsafe state.pointee.parser.quoted == 0 else { return false }
            if stray == nil { stray = .strayQuote(column: column) }
            unsafe csv_set_opts(&state.pointee.parser, 0)
            fed += unsafe csv_parse(&state.pointee.parser, start + fed, 1, fieldRead, nil, state)
            unsafe csv_set_opts(&state.pointee.parser, UInt8(CSV_STRICT))
        }
    }

    /// Reads whole lines in which no quote is, without libcsv; the records in them are ended too. Only between records.
    /// `UnquotedLines.overrun` bytes after them may be read.
    mutating func readUnquoted(_ start: UnsafePointer<UInt8>, count: Int, at place: inout LinePlace) {
        let lines = unsafe UnquotedLines(start: start, count: count)
        place.line = unsafe lines.read(to: &state.pointee, from: place.line)
        place.recordLine = place.line
    }

    /// Ends the record at hand, which libcsv has read whole.
    mutating func endRecord(line: Int) {
        if let what = stray {
            irregularities.append((recordCount, what))
            stray = nil
        }
        unsafe state.pointee.endRecord(line: line)
    }

    /// Ends the record at hand with the fields it has, forgets the field being read, and starts libcsv afresh.
    mutating func cutRecord(line: Int, _ why: Irregularity) {
        unsafe state.pointee.forgetField()
        stray = why
        endRecord(line: line)
    }

    /// Hands over the whole records, and keeps the one at hand. `suspect` says that some bytes may not be text.
    mutating func takeBatch(suspect: Bool) -> RecordBatch {
        var batch = unsafe state.pointee.takeRecords(irregularities)
        irregularities.removeAll()
        if suspect { batch.markFaultyText() }
        return batch
    }
}

/// libcsv's states that we ask about (libcsv.c: ROW_NOT_BEGUN, FIELD_BEGUN).
private let rowNotBegun: Int32 = 0
private let fieldBegun: Int32 = 2

/// Called by libcsv at the end of each field: notes where it ended and lets the next one start there.
///
/// libcsv does not say whether the field was quoted, but it leaves the closing quote in the byte after a quoted field,
/// and nothing else ever puts a quote there: the buffer is zero where libcsv has not written.
private let fieldRead: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    _, length, context in
    let state = unsafe context.unsafelyUnwrapped.assumingMemoryBound(to: TokeniserState.self)
    let used = unsafe state.pointee.used &+ length
    let count = unsafe state.pointee.fieldCount &+ 1
    unsafe state.pointee.used = used
    unsafe state.pointee.fieldCount = count
    unsafe state.pointee.fieldEnds[count] = UInt32(truncatingIfNeeded: used)
    let next = unsafe state.pointee.parser.entry_buf.unsafelyUnwrapped + length
    unsafe state.pointee.parser.entry_buf = next
    unsafe state.pointee.parser.entry_size &-= length
    if unsafe next.pointee == UInt8(ascii: "\"") { unsafe state.pointee.noteQuotedField() }
}

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
    let delimiter: UInt8
    /// The fields that stood in quotes, rising.
    private var quotedFields: [UInt32] = []
    private var bytesCapacity = 1 << 12
    /// Room for fields, and as many records.
    private var capacity = 1 << 9

    init(delimiter: UInt8) {
        unsafe self.delimiter = delimiter
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

    /// The fields so far, that have been written without libcsv, end at `length` in the buffer.
    mutating func moveEnd(to length: Int) {
        unsafe used = length
        unsafe aimParser()
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

    /// Makes room for what `count` bytes may add, and for what may be written past them: the callback looks at the byte
    /// after a field, and `UnquotedLines` copies in steps.
    mutating func makeRoom(for count: Int) {
        let bytesNeeded = unsafe used + parser.entry_pos + count + UnquotedLines.overrun
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
