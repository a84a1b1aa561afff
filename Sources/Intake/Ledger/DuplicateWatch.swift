// SPDX-License-Identifier: EUPL-1.2

/// Knows exact duplicates among millions of visits by eight bytes a visit.
///
/// Rows that are alike fall on the same day of the same person-month. So a row on a day that has none yet is new, and
/// only the others are compared, by 36 bits of their fingerprints, with the visits of that person-month: with those of
/// the same day where its days have come in order, else with all. Two rows that differ are taken for duplicates with
/// probability 2⁻³⁶ for each comparison: in no order at all, of a city's year (120 000 visits, a fifth of them sharing
/// their day with another, five to the person-month) one in half a million years has one, of five million visits one
/// such file in fourteen thousand. A row set aside so is told of as any other.
struct DuplicateWatch {
    /// The visits of one person-month: its days that have any, and the visit noted last.
    struct Trail {
        /// A bit for each of the days 1–31 that has a visit, and bit 0 when the days have not come in order.
        fileprivate var days: UInt32 = 0
        fileprivate var last: Int32 = -1

        /// Whether a visit was noted on a day after this one, or the day's own visits may not be the last ones noted.
        @inline(__always)
        fileprivate func isOutOfOrder(_ day: UInt32) -> Bool { days >> day > 1 || days & 1 != 0 }
    }

    /// Beyond this many visits in a person-month it is no longer a person's month, and a set knows them faster.
    private static let longestTrail = 256
    private static let crowded: Int32 = -2
    /// So many visits have room in 27 bits; after them the set takes over.
    private static let mostMarks = (1 << 27) - 1

    /// 36 bits of a fingerprint, one for whether it was the first of its day, and 27 for the visit before it on the
    /// trail; all ones when there is none.
    private var marks = ChunkedArray<UInt64>()
    private var crowd: Set<UInt64> = []

    /// False when the trail has the fingerprint, on this day of the month (1–31); else it has it from now on.
    @inline(__always)
    mutating func isNew(_ fingerprint: UInt64, onDay day: Int, in trail: inout Trail, of place: Int) -> Bool {
        let day = UInt32(truncatingIfNeeded: day)
        let isFirstOfDay = trail.days >> day & 1 == 0
        if !isFirstOfDay, isKnown(fingerprint, onDay: day, in: &trail, of: place) { return false }
        trail.days |= 1 << day | (trail.isOutOfOrder(day) ? 1 : 0)
        if trail.last == Self.crowded || marks.count >= Self.mostMarks {
            addToCrowd(fingerprint, &trail, place)
        } else {
            let before = UInt64(UInt32(bitPattern: trail.last)) & Self.linkMask
            trail.last = Int32(truncatingIfNeeded: marks.count)
            marks.append(fingerprint & Self.fingerprintMask | (isFirstOfDay ? Self.firstOfDay : 0) | before)
        }
        return true
    }

    /// Whether the trail has the fingerprint on this day of the month (1–31).
    mutating func has(_ fingerprint: UInt64, onDay day: Int, in trail: inout Trail, of place: Int) -> Bool {
        let day = UInt32(truncatingIfNeeded: day)
        return trail.days >> day & 1 != 0 && isKnown(fingerprint, onDay: day, in: &trail, of: place)
    }

    private mutating func isKnown(
        _ fingerprint: UInt64, onDay day: UInt32, in trail: inout Trail, of place: Int
    ) -> Bool {
        if trail.last == Self.crowded { return crowd.contains(Self.key(fingerprint, place)) }
        // In a file in order of date the visits of the same day are those read of late, and lie near each other; a walk
        // along the whole trail would fetch each visit of the month from another part of memory.
        let endsWithDay = !trail.isOutOfOrder(day)
        var next = trail.last
        var length = 0
        while next >= 0 {
            let mark = marks[Int(next)]
            if (mark ^ fingerprint) & Self.fingerprintMask == 0 { return true }
            if endsWithDay, mark & Self.firstOfDay != 0 { return false }
            next = Self.before(mark)
            length += 1
        }
        if length > Self.longestTrail { moveToCrowd(&trail, place) }
        return false
    }

    private mutating func addToCrowd(_ fingerprint: UInt64, _ trail: inout Trail, _ place: Int) {
        if trail.last != Self.crowded { moveToCrowd(&trail, place) }
        crowd.insert(Self.key(fingerprint, place))
    }

    private mutating func moveToCrowd(_ trail: inout Trail, _ place: Int) {
        var next = trail.last
        while next >= 0 {
            let mark = marks[Int(next)]
            crowd.insert(Self.key(mark, place))
            next = Self.before(mark)
        }
        trail.last = Self.crowded
    }

    private static var linkMask: UInt64 { (1 << 27) - 1 }
    private static var firstOfDay: UInt64 { 1 << 27 }
    private static var fingerprintMask: UInt64 { ~((1 << 28) - 1) }

    private static func before(_ mark: UInt64) -> Int32 {
        let link = mark & linkMask
        return link == linkMask ? -1 : Int32(link)
    }

    /// 36 bits of the fingerprint with the person-month mixed in.
    private static func key(_ fingerprint: UInt64, _ place: Int) -> UInt64 {
        ByteHash.mixed(fingerprint & fingerprintMask, UInt64(truncatingIfNeeded: place))
    }
}
