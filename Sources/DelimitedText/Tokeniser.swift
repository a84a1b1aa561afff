// SPDX-License-Identifier: EUPL-1.2
import CLibCSV

/// libcsv, and the flat buffers it writes to.
///
/// libcsv gathers each field's bytes in `entry_buf` and then calls back. The callback moves `entry_buf` on by the field's
/// length, so that libcsv itself lays the fields end to end in our buffer and nothing is copied. `Tokeniser` sees to it
/// that the buffers have room before it feeds libcsv, so that libcsv never reallocates a buffer it does not own.
///
/// Strict mode makes libcsv stop at a quote that cannot stand where it stands; its state then tells which kind it is.
@safe struct Tokeniser: ~Copyable {
    private let state: UnsafeMutablePointer<TokeniserState>
    private var bytesCapacity: Int
    private var fieldCapacity: Int
    private var recordEnds: [UInt32] = [0]
    private var lines: [Int] = []
    private var irregularities: [(record: Int, what: Irregularity)] = []
    /// The first stray quote of the record at hand.
    private var stray: Irregularity?

    init(delimiter: UInt8) {
        bytesCapacity = 1 << 12
        fieldCapacity = 1 << 9
        unsafe state = .allocate(capacity: 1)
        unsafe state.initialize(
            to: TokeniserState(bytesCapacity: bytesCapacity, fieldCapacity: fieldCapacity, delimiter: delimiter))
    }

    deinit {
        unsafe state.pointee.bytes.deallocate()
        unsafe state.pointee.fieldEnds.deallocate()
        unsafe state.deinitialize(count: 1)
        unsafe state.deallocate()
    }

    /// Whole records waiting in the batch.
    var recordCount: Int { lines.count }
    /// Whole fields of the record at hand: the column, from 0, of the field being read.
    var column: Int { unsafe state.pointee.fieldCount - Int(recordEnds[recordEnds.count - 1]) }
    /// Whether nothing but blanks has been read of the next record.
    var isBetweenRecords: Bool { unsafe state.pointee.parser.pstate == rowNotBegun }
    /// Whether a quote is open.
    var isInsideQuotes: Bool {
        unsafe state.pointee.parser.pstate == fieldBegun && state.pointee.parser.quoted != 0
    }
    /// Bytes of the field being read, so far.
    var openFieldLength: Int { unsafe state.pointee.parser.entry_pos }
    /// Bytes of the record being read, so far.
    var openRecordLength: Int {
        let firstField = Int(recordEnds[recordEnds.count - 1])
        return unsafe state.pointee.used + openFieldLength - Int(state.pointee.fieldEnds[firstField])
    }

    /// Feeds bytes of one physical line. `false`: something else than a delimiter follows a closing quote; the record at
    /// hand must be cut.
    mutating func feed(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
        makeRoom(for: count)
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

    /// Ends the record at hand, which libcsv has read whole.
    mutating func endRecord(line: Int) {
        unsafe recordEnds.append(UInt32(state.pointee.fieldCount))
        if let what = stray {
            irregularities.append((lines.count, what))
            stray = nil
        }
        lines.append(line)
    }

    /// Ends the record at hand with the fields it has, forgets the field being read, and starts libcsv afresh.
    mutating func cutRecord(line: Int, _ why: Irregularity) {
        let leftover = openFieldLength
        unsafe (state.pointee.bytes + state.pointee.used).update(repeating: 0, count: leftover)
        unsafe state.pointee.parser.pstate = rowNotBegun
        unsafe state.pointee.parser.quoted = 0
        unsafe state.pointee.parser.spaces = 0
        unsafe state.pointee.parser.entry_pos = 0
        stray = why
        endRecord(line: line)
    }

    /// Hands over the whole records, and keeps the one at hand. `suspect` says that some bytes may not be UTF-8.
    mutating func takeBatch(suspect: Bool) -> RecordBatch {
        let fields = Int(recordEnds[recordEnds.count - 1])
        let length = unsafe Int(state.pointee.fieldEnds[fields])
        var batch = unsafe RecordBatch(
            bytes: Array(UnsafeBufferPointer(start: state.pointee.bytes, count: length)),
            fieldEnds: Array(UnsafeBufferPointer(start: state.pointee.fieldEnds, count: fields + 1)),
            recordEnds: recordEnds, lines: lines, quotedFields: state.pointee.takeQuotedFields(before: UInt32(fields)),
            irregularities: irregularities)
        if suspect { batch.markInvalidText() }
        unsafe state.pointee.discard(fields: fields, bytes: length)
        recordEnds.removeAll(keepingCapacity: true)
        recordEnds.append(0)
        lines.removeAll(keepingCapacity: true)
        irregularities.removeAll()
        return batch
    }

    /// One byte more than `count` may add: the callback looks at the byte after a field.
    private mutating func makeRoom(for count: Int) {
        let bytesNeeded = unsafe state.pointee.used + openFieldLength + count + 1
        if bytesNeeded > bytesCapacity {
            bytesCapacity = max(bytesNeeded, bytesCapacity * 2)
            unsafe state.pointee.growBytes(to: bytesCapacity)
        }
        let fieldsNeeded = unsafe state.pointee.fieldCount + count + 2
        if fieldsNeeded > fieldCapacity {
            fieldCapacity = max(fieldsNeeded, fieldCapacity * 2)
            unsafe state.pointee.growFields(to: fieldCapacity)
        }
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
    unsafe state.pointee.used &+= length
    unsafe state.pointee.fieldCount &+= 1
    unsafe state.pointee.fieldEnds[state.pointee.fieldCount] = UInt32(truncatingIfNeeded: state.pointee.used)
    let next = unsafe state.pointee.parser.entry_buf.unsafelyUnwrapped + length
    unsafe state.pointee.parser.entry_buf = next
    unsafe state.pointee.parser.entry_size &-= length
    if unsafe next.pointee == UInt8(ascii: "\"") {
        unsafe next.pointee = 0
        unsafe state.pointee.quotedFields.append(UInt32(truncatingIfNeeded: state.pointee.fieldCount &- 1))
    }
}
