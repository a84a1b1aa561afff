// SPDX-License-Identifier: EUPL-1.2

/// Answers by the bytes of a field, so that the words of a column are understood once for each spelling and not
/// once for each row. An open-addressing table with FNV-1a (Fowler, Noll, Vo 1991) as its hash.
package struct SpellingCache<Answer: Sendable>: Sendable {
    private var slots: [Int32]
    private var entries: [(start: Int, end: Int, answer: Answer)] = []
    private var bytes: [UInt8] = []

    /// Spellings beyond this many are not kept: a column of words has few.
    private let limit: Int

    package init(limit: Int = 4096) {
        self.limit = limit
        self.slots = Array(repeating: -1, count: 64)
    }

    /// The answer for the spelling: remembered, or found by `find` and kept.
    package mutating func answer(for spelling: Span<UInt8>, find: (String) -> Answer) -> Answer {
        var slot = Self.hash(spelling) & (slots.count - 1)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if isEqual(spelling, entry.start, entry.end) { return entry.answer }
            slot = (slot + 1) & (slots.count - 1)
        }
        var copy: [UInt8] = []
        copy.reserveCapacity(spelling.count)
        for index in spelling.indices { copy.append(spelling[index]) }
        let answer = find(String(decoding: copy, as: UTF8.self))
        guard entries.count < limit else { return answer }
        slots[slot] = Int32(entries.count)
        entries.append((bytes.count, bytes.count + copy.count, answer))
        bytes.append(contentsOf: copy)
        if entries.count * 2 > slots.count { grow() }
        return answer
    }

    private func isEqual(_ spelling: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard spelling.count == end - start else { return false }
        for index in spelling.indices where spelling[index] != bytes[start + index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, entry) in entries.enumerated() {
            var slot = Self.hash(bytes.span.extracting(entry.start..<entry.end)) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    private static func hash(_ spelling: Span<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in spelling.indices { hash = (hash ^ UInt64(spelling[index])) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & Int.max
    }
}
