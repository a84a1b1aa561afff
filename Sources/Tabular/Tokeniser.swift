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

    /// Feeds bytes of any number of lines among which no quote is, open or not; the records in them are ended too.
    /// Where an LF follows a CR, it follows at once.
    mutating func feedUnquoted(_ start: UnsafePointer<UInt8>, count: Int, at place: inout LinePlace) {
        unsafe state.pointee.makeRoom(for: count)
        unsafe state.pointee.place = place
        unsafe csv_set_opts(&state.pointee.parser, UInt8(CSV_STRICT | CSV_REPALL_NL))
        let before = recordCount
        let fed = unsafe csv_parse(&state.pointee.parser, start, count, fieldRead, lineRead, state)
        precondition(fed == count, "libcsv stops only at a quote, and there is none")
        unsafe csv_set_opts(&state.pointee.parser, UInt8(CSV_STRICT))
        place = unsafe state.pointee.place
        place.afterCR = unsafe start[count - 1] == 0x0D
        if let what = stray, recordCount > before {
            irregularities.append((before, what))
            stray = nil
        }
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

/// Called by libcsv at each CR and LF outside quotes: ends the record, or counts a blank line.
private let lineRead: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { byte, context in
    let state = unsafe context.unsafelyUnwrapped.assumingMemoryBound(to: TokeniserState.self)
    let isCR = byte == CSV_CR
    if unsafe state.pointee.fieldCount > state.pointee.firstField {
        unsafe state.pointee.endRecord(line: state.pointee.place.recordLine)
    } else if unsafe !isCR && state.pointee.place.afterCR {
        unsafe state.pointee.place.afterCR = false
        return
    }
    unsafe state.pointee.place.line &+= 1
    unsafe state.pointee.place.recordLine = state.pointee.place.line
    unsafe state.pointee.place.afterCR = isCR
}
