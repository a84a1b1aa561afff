// SPDX-License-Identifier: EUPL-1.2

/// Knows exact duplicates among millions of visits by ten bytes a visit.
///
/// Rows that are alike fall on the same day of the same person-month. So a row on a day that has none yet is new, and
/// only the others are compared, by 48 bits of their fingerprints, with the visits of that person-month. Two
/// different rows are taken for duplicates with probability 2⁻⁴⁸ for each comparison: among five million visits, of
/// which a fifth shares its day with another, about once in thirty million such files.
struct DuplicateWatch {
    /// The visits of one person-month: its days that have any, and the visit noted last.
    struct Trail {
        fileprivate var days: UInt32 = 0
        fileprivate var last: Int32 = -1
    }

    /// Ten bytes: 48 bits of the fingerprint, and the visit before it on the trail.
    private struct Mark {
        var tag: (UInt16, UInt16, UInt16)
        var before: (UInt16, UInt16)
    }

    /// Beyond this many visits in a person-month it is no longer a person's month, and a set knows them faster.
    private static let longestTrail = 256
    private static let crowded: Int32 = -2

    private var marks = ChunkedArray<Mark>()
    private var crowd: Set<UInt64> = []

    /// True when the trail has the fingerprint, on this day of the month (1–31); else it has it from now on.
    @inline(__always)
    mutating func isDuplicate(_ fingerprint: UInt64, onDay day: Int, in trail: inout Trail, of place: Int) -> Bool {
        let bit: UInt32 = 1 << UInt32(truncatingIfNeeded: day)
        if trail.days & bit != 0, isKnown(fingerprint, &trail, place) { return true }
        trail.days |= bit
        guard trail.last != Self.crowded else {
            crowd.insert(Self.key(fingerprint, place))
            return false
        }
        let before = UInt32(bitPattern: trail.last)
        trail.last = Int32(truncatingIfNeeded: marks.count)
        marks.append(
            Mark(
                tag: (
                    UInt16(truncatingIfNeeded: fingerprint), UInt16(truncatingIfNeeded: fingerprint >> 16),
                    UInt16(truncatingIfNeeded: fingerprint >> 32)
                ),
                before: (UInt16(truncatingIfNeeded: before), UInt16(truncatingIfNeeded: before >> 16))))
        return false
    }

    private mutating func isKnown(_ fingerprint: UInt64, _ trail: inout Trail, _ place: Int) -> Bool {
        if trail.last == Self.crowded { return crowd.contains(Self.key(fingerprint, place)) }
        var next = trail.last
        var length = 0
        while next >= 0 {
            let mark = marks[Int(next)]
            if mark.tag.0 == UInt16(truncatingIfNeeded: fingerprint),
                mark.tag.1 == UInt16(truncatingIfNeeded: fingerprint >> 16),
                mark.tag.2 == UInt16(truncatingIfNeeded: fingerprint >> 32)
            {
                return true
            }
            next = Self.before(mark)
            length += 1
        }
        if length > Self.longestTrail { moveToCrowd(&trail, place) }
        return false
    }

    private mutating func moveToCrowd(_ trail: inout Trail, _ place: Int) {
        var next = trail.last
        while next >= 0 {
            let mark = marks[Int(next)]
            let tag = UInt64(mark.tag.0) | UInt64(mark.tag.1) << 16 | UInt64(mark.tag.2) << 32
            crowd.insert(Self.key(tag, place))
            next = Self.before(mark)
        }
        trail.last = Self.crowded
    }

    private static func before(_ mark: Mark) -> Int32 {
        Int32(bitPattern: UInt32(mark.before.0) | UInt32(mark.before.1) << 16)
    }

    /// 48 bits of the fingerprint with the person-month mixed in.
    private static func key(_ fingerprint: UInt64, _ place: Int) -> UInt64 {
        ByteHash.mixed(fingerprint & 0xFFFF_FFFF_FFFF, UInt64(truncatingIfNeeded: place))
    }
}
