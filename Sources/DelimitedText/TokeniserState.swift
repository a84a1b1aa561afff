// SPDX-License-Identifier: EUPL-1.2
import CLibCSV

/// What libcsv's callback reads and writes, at one fixed address: plain pointers and counts, so that a field costs a few
/// stores and no reference counting.
@unsafe struct TokeniserState {
    var parser = unsafe csv_parser()
    /// Fields' bytes end to end, `used` of them; libcsv is writing the next field after them.
    var bytes: UnsafeMutablePointer<UInt8>
    var used = 0
    /// `fieldEnds[0]` is 0, `fieldEnds[f + 1]` the end of field `f`.
    var fieldEnds: UnsafeMutablePointer<UInt32>
    var fieldCount = 0
    /// The fields that stood in quotes, rising.
    var quotedFields: [UInt32] = []
    private var bytesCapacity: Int

    init(bytesCapacity: Int, fieldCapacity: Int, delimiter: UInt8) {
        unsafe self.bytesCapacity = bytesCapacity
        unsafe bytes = .allocate(capacity: bytesCapacity)
        unsafe bytes.initialize(repeating: 0, count: bytesCapacity)
        unsafe fieldEnds = .allocate(capacity: fieldCapacity)
        unsafe fieldEnds[0] = 0
        unsafe csv_init(&parser, UInt8(CSV_STRICT))
        unsafe csv_set_delim(&parser, delimiter)
        unsafe aimParser()
    }

    /// Points libcsv at the first byte after the whole fields.
    private mutating func aimParser() {
        unsafe parser.entry_buf = bytes + used
        unsafe parser.entry_size = bytesCapacity - used
    }

    mutating func growBytes(to capacity: Int) {
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        let written = unsafe used + parser.entry_pos
        unsafe grown.update(from: bytes, count: written)
        unsafe (grown + written).update(repeating: 0, count: capacity - written)
        unsafe bytes.deallocate()
        unsafe bytes = grown
        unsafe bytesCapacity = capacity
        unsafe aimParser()
    }

    mutating func growFields(to capacity: Int) {
        let grown = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
        unsafe grown.update(from: fieldEnds, count: fieldCount + 1)
        unsafe fieldEnds.deallocate()
        unsafe fieldEnds = grown
    }

    /// The quoted fields before `field`; those from it on stay, counted from it.
    mutating func takeQuotedFields(before field: UInt32) -> [UInt32] {
        guard let last = unsafe quotedFields.last else { return [] }
        let all = unsafe quotedFields
        unsafe quotedFields.removeAll(keepingCapacity: true)
        guard last >= field else { return all }
        unsafe quotedFields.append(contentsOf: all.lazy.filter { $0 >= field }.map { $0 - field })
        return all.filter { $0 < field }
    }

    /// Forgets the first `fields` fields and their `count` bytes, moves what follows to the front, and wipes the rest.
    mutating func discard(fields: Int, bytes count: Int) {
        let written = unsafe used + parser.entry_pos
        let kept = written - count
        unsafe bytes.update(from: bytes + count, count: kept)
        unsafe (bytes + kept).update(repeating: 0, count: written - kept + 1)
        unsafe fieldCount -= fields
        for field in 0...(unsafe fieldCount) {
            unsafe fieldEnds[field] = fieldEnds[field + fields] - UInt32(count)
        }
        unsafe used -= count
        unsafe aimParser()
    }
}
