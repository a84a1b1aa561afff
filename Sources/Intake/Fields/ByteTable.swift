// SPDX-License-Identifier: EUPL-1.2

/// Numbers each distinct sequence of bytes 0, 1, 2 … in order of first appearance.
///
/// An open-addressing table. Sequences of at most 16 bytes (nearly all) lie in their entry; the longer ones in one
/// buffer. Nothing is allocated in a look-up.
struct ByteTable {
    private struct Entry {
        /// Of at most 16 bytes: the bytes. Longer: the hash, and where in `long` it starts.
        var bytes: ShortBytes
    }

    private var slots: [Int32]
    private var mask: Int
    private var entries: [Entry] = []
    private var long: [UInt8] = []

    init() {
        slots = Array(repeating: -1, count: 64)
        mask = 63
    }

    var count: Int { entries.count }

    /// The number of the sequence, given now when it is new.
    @inline(__always)
    mutating func number(of bytes: Span<UInt8>) -> (number: Int, isNew: Bool) {
        if bytes.count <= ShortBytes.longest {
            return number(of: ShortBytes(bytes))
        }
        return numberOfLong(bytes)
    }

    /// The number of a sequence of at most 16 bytes.
    @inline(__always)
    mutating func number(of short: ShortBytes) -> (number: Int, isNew: Bool) {
        var slot = Int(truncatingIfNeeded: short.hash) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if entries[number].bytes == short { return (number, false) }
            slot = (slot + 1) & mask
        }
        return (insert(Entry(bytes: short), at: slot), true)
    }

    private mutating func numberOfLong(_ bytes: Span<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = ByteHash.hash(bytes, 0..<bytes.count, seed: 0)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            let entry = entries[number].bytes
            if entry.count == bytes.count, entry.first == hash, isEqual(bytes, at: Int(entry.last)) {
                return (number, false)
            }
            slot = (slot + 1) & mask
        }
        var entry = ShortBytes.none
        entry.first = hash
        entry.last = UInt64(long.count)
        entry.count = bytes.count
        for index in bytes.indices { long.append(bytes[index]) }
        return (insert(Entry(bytes: entry), at: slot), true)
    }

    private func isEqual(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        for index in bytes.indices where bytes[index] != long[start + index] { return false }
        return true
    }

    private mutating func insert(_ entry: Entry, at slot: Int) -> Int {
        let number = entries.count
        slots[slot] = Int32(number)
        entries.append(entry)
        if entries.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (number, entry) in entries.enumerated() {
            let hash = entry.bytes.count > ShortBytes.longest ? entry.bytes.first : entry.bytes.hash
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }
}
