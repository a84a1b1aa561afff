// SPDX-License-Identifier: EUPL-1.2

/// Remembers which rows have been seen, by 64 bits of each, so that an exact duplicate is found among millions of
/// rows in some ten bytes a row.
///
/// Two different rows have the same fingerprint with probability 2⁻⁶⁴, so that among n rows one is wrongly called a
/// duplicate with probability about n² / 2⁶⁵: 7 in ten million for five million rows.
///
/// The table is cut in parts, so that growing never holds two whole tables. A look-up of its own would wait for
/// memory each time; many at once are first touched together, which the processor overlaps.
struct FingerprintSet {
    private struct Part {
        /// 0 is an empty slot.
        var slots: [UInt64]
        var count = 0
    }

    private static let partBits: UInt64 = 6
    private var parts: [Part]
    /// Of no meaning: it keeps the touching from being left out.
    private var touched: UInt64 = 0

    init() {
        parts = Array(
            repeating: Part(slots: Array(repeating: 0, count: 64)), count: 1 << Int(Self.partBits))
    }

    /// Adds the fingerprints in order; the answer tells of each whether it, or one like it, was there before.
    mutating func insert(_ fingerprints: [UInt64], wasThere: inout [Bool]) {
        wasThere.removeAll(keepingCapacity: true)
        var start = 0
        while start < fingerprints.count {
            let end = min(start + 128, fingerprints.count)
            for index in start..<end { touched ^= touch(fingerprints[index]) }
            for index in start..<end { wasThere.append(insert(fingerprints[index])) }
            start = end
        }
    }

    /// Adds one; true when it was there.
    mutating func insert(_ fingerprint: UInt64) -> Bool {
        let value = max(fingerprint, 1)
        let part = Int(value >> (64 - Self.partBits))
        var slot = Self.home(of: value, among: parts[part].slots.count)
        let count = parts[part].slots.count
        while parts[part].slots[slot] != 0 {
            if parts[part].slots[slot] == value { return true }
            slot += 1
            if slot == count { slot = 0 }
        }
        parts[part].slots[slot] = value
        parts[part].count += 1
        if parts[part].count * 6 > count * 5 { Self.grow(&parts[part]) }
        return false
    }

    @inline(__always)
    private func touch(_ fingerprint: UInt64) -> UInt64 {
        let value = max(fingerprint, 1)
        let part = Int(value >> (64 - Self.partBits))
        return parts[part].slots[Self.home(of: value, among: parts[part].slots.count)]
    }

    /// Where the search for a value begins: the value's part below its first bits, as a fraction of the slots.
    @inline(__always)
    private static func home(of value: UInt64, among count: Int) -> Int {
        Int((value << partBits).multipliedFullWidth(by: UInt64(count)).high)
    }

    private static func grow(_ part: inout Part) {
        let old = part.slots
        // A quarter at a time: five million rows take some 60 MB at the most.
        let count = old.count < 1024 ? old.count * 2 : old.count + old.count / 4
        part.slots = Array(repeating: 0, count: count)
        for value in old where value != 0 {
            var slot = home(of: value, among: count)
            while part.slots[slot] != 0 {
                slot += 1
                if slot == count { slot = 0 }
            }
            part.slots[slot] = value
        }
    }
}
