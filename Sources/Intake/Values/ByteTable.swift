// SPDX-License-Identifier: EUPL-1.2

/// Numbers each distinct sequence of bytes 0, 1, 2 … in order of first appearance.
///
/// An open-addressing table. Sequences of at most 16 bytes (nearly all) lie in their slot, so that looking one of many
/// thousands up fetches one place in memory; the longer ones lie in one buffer. Nothing is allocated in a look-up.
struct ByteTable {
    private struct Slot {
        /// Of at most 16 bytes: the bytes. Longer: the hash, and where in `long` it starts.
        var bytes = ShortBytes.none
        /// -1 while the slot is free.
        var number: Int32 = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 64)
    private var mask = 63
    private var long: [UInt8] = []
    /// How many sequences have a number.
    private(set) var count = 0

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
        var place = Int(truncatingIfNeeded: short.hash) & mask
        while slots[place].number >= 0 {
            if slots[place].bytes == short { return (Int(slots[place].number), false) }
            place = (place + 1) & mask
        }
        return (insert(short, at: place), true)
    }

    private mutating func numberOfLong(_ bytes: Span<UInt8>) -> (number: Int, isNew: Bool) {
        let hash = ByteHash.hash(bytes, 0..<bytes.count, seed: 0)
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place].number >= 0 {
            let slot = slots[place]
            if slot.bytes.count == bytes.count, slot.bytes.first == hash, isEqual(bytes, at: Int(slot.bytes.last)) {
                return (Int(slot.number), false)
            }
            place = (place + 1) & mask
        }
        var entry = ShortBytes.none
        entry.first = hash
        entry.last = UInt64(long.count)
        entry.count = bytes.count
        for index in bytes.indices { long.append(bytes[index]) }
        return (insert(entry, at: place), true)
    }

    private func isEqual(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        for index in bytes.indices where bytes[index] != long[start + index] { return false }
        return true
    }

    /// Gives the next number; a quarter of the slots stays free.
    private mutating func insert(_ bytes: ShortBytes, at place: Int) -> Int {
        let number = count
        slots[place] = Slot(bytes: bytes, number: Int32(number))
        count += 1
        if count * 4 > slots.count * 3 { grow() }
        return number
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.number >= 0 {
            let hash = slot.bytes.count > ShortBytes.longest ? slot.bytes.first : slot.bytes.hash
            var place = Int(truncatingIfNeeded: hash) & mask
            while slots[place].number >= 0 { place = (place + 1) & mask }
            slots[place] = slot
        }
    }
}
