// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Folds visits into person-months as they are read: hours grow with persons × months, never with visits.
///
/// Of each visit itself only eight bytes are kept, to know an exact duplicate by (`DuplicateWatch`).
struct PerformedFold {
    /// What is apart within a person-month: service, district, law, provider and its type.
    struct Attributes: Hashable {
        var service: Int16
        var district: DistrictIndex?
        var law: Law?
        var provider: Int16?
        var providerType: ProviderType

        /// All of it in one word, for comparison.
        @inline(__always)
        fileprivate var packed: UInt64 {
            let lawBits: UInt64 =
                switch law {
                case nil: 0
                case .sol?: 1
                case .lss?: 2
                }
            return UInt64(UInt16(bitPattern: service)) | UInt64(UInt16(bitPattern: district ?? -1)) << 16
                | UInt64(UInt16(bitPattern: provider ?? -1)) << 32 | lawBits << 48
                | UInt64(providerType.rawValue) << 50
        }
    }

    private struct Entry {
        let person: PersonIndex
        let month: Int32
        let kind: Int32
        var visits: Int32
        var milliseconds: Int64
        var trail: DuplicateWatch.Trail
    }

    /// What is known of a person without looking further; place -1 and the least of months when there is no entry yet: in a file in any sensible order the next visit is in the
    /// same entry as the last, or in a month after all others.
    private struct Latest {
        var place: Int32
        var month: Int32
        var kind: Int32
        var lastMonth: Int32
    }

    private var entries = ChunkedArray<Entry>()
    private var latest: [Latest] = []
    private var duplicates = DuplicateWatch()
    private var kinds: [Attributes] = []
    /// First and last month of each kind's entries.
    private var months: [ClosedRange<Int32>] = []
    private var kindByWord: [UInt64: Int32] = [:]
    private var lastWord: UInt64 = .max
    private var lastKind: Int32 = -1
    /// Place of each entry by a hash of person, month and kind; made when it is first needed.
    private var slots: [Int32] = []
    private var mask = 0

    /// The place of a person's month, made when it is new.
    @inline(__always)
    mutating func place(of person: PersonIndex, in month: YearMonth, _ attributes: Attributes) -> Int {
        let word = attributes.packed
        if word != lastWord {
            lastKind = kind(of: attributes, word, in: month.index)
            lastWord = word
        }
        if Int(person) < latest.count {
            let known = latest[Int(person)]
            if known.month == month.index, known.kind == lastKind { return Int(known.place) }
        }
        return otherPlace(of: person, in: month.index)
    }

    /// Notes a visit on a day of the month (1–31), with its hours when it was performed; false when the entry has a
    /// row with this fingerprint already.
    @inline(__always)
    mutating func note(_ fingerprint: UInt64, onDay day: Int, _ hours: Hours?, at place: Int) -> Bool {
        entries.change(place) { entry in
            guard duplicates.isNew(fingerprint, onDay: day, in: &entry.trail, of: place) else { return false }
            if let hours {
                entry.milliseconds += hours.milliseconds
                entry.visits += 1
            }
            return true
        }
    }

    /// The same of a row that may stand under another name of its board too, without its hours.
    mutating func isNew(_ fingerprint: UInt64, onDay day: Int, at place: Int) -> Bool {
        entries.change(place) { entry in duplicates.isNew(fingerprint, onDay: day, in: &entry.trail, of: place) }
    }

    /// Adds a performed visit's hours to an entry.
    mutating func add(_ hours: Hours, at place: Int) {
        entries.change(place) { entry in
            entry.milliseconds += hours.milliseconds
            entry.visits += 1
        }
    }

    /// Notes a listing of a visit with these contents in the person's month: the first such, the second … Each has a mark
    /// of its own, the same under every name of the board, so that two true visits alike are two under either name.
    mutating func listing(_ contents: UInt64, onDay day: Int, at place: Int) -> UInt64 {
        entries.change(place) { entry in
            var number: UInt64 = 1
            while true {
                let mark = ByteHash.mixed(contents, number)
                if duplicates.isNew(mark, onDay: day, in: &entry.trail, of: place) { return mark }
                number += 1
            }
        }
    }

    /// Whether the person's month has this listing of a visit under another name of the row's board.
    mutating func hasOtherwiseNamed(
        _ listing: UInt64, onDay day: Int, of person: PersonIndex, in month: YearMonth, _ attributes: Attributes,
        _ districts: DistrictNames
    ) -> Bool {
        guard let board = attributes.district else { return false }
        for other in districts.otherNames(of: board) {
            var named = attributes
            named.district = other
            // Boards follow each other, so it is seldom that there is anything to look for.
            guard let kind = kindByWord[named.packed], months[Int(kind)].contains(month.index),
                let place = entry(of: person, in: month.index, kind)
            else { continue }
            let isListed = entries.change(place) { entry in
                duplicates.has(listing, onDay: day, in: &entry.trail, of: place)
            }
            if isListed { return true }
        }
        return false
    }

    private mutating func entry(of person: PersonIndex, in month: Int32, _ kind: Int32) -> Int? {
        if slots.isEmpty { index() }
        var slot = Self.hash(person, month, kind) & mask
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            let entry = entries[place]
            if entry.person == person, entry.month == month, entry.kind == kind { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func otherPlace(of person: PersonIndex, in month: Int32) -> Int {
        if Int(person) >= latest.count || month > latest[Int(person)].lastMonth { return append(person, month) }
        guard let place = entry(of: person, in: month, lastKind) else { return append(person, month) }
        latest[Int(person)].place = Int32(place)
        latest[Int(person)].month = month
        latest[Int(person)].kind = lastKind
        return place
    }

    private mutating func append(_ person: PersonIndex, _ month: Int32) -> Int {
        let place = entries.count
        // Persons are numbered in order of first appearance, here and in the decisions.
        while latest.count <= Int(person) {
            latest.append(Latest(place: -1, month: .min, kind: -1, lastMonth: .min))
        }
        latest[Int(person)] = Latest(
            place: Int32(place), month: month, kind: lastKind, lastMonth: max(month, latest[Int(person)].lastMonth))
        let known = months[Int(lastKind)]
        if !known.contains(month) {
            months[Int(lastKind)] = min(known.lowerBound, month)...max(known.upperBound, month)
        }
        entries.append(
            Entry(person: person, month: month, kind: lastKind, visits: 0, milliseconds: 0, trail: .init()))
        if !slots.isEmpty {
            if entries.count * 3 > slots.count * 2 { index() } else { enter(place) }
        }
        return place
    }

    /// The person-months with performed hours, in order of first appearance; the fold is empty afterwards.
    mutating func takePerformed() -> [PerformedHours] {
        duplicates = DuplicateWatch()
        slots = []
        latest = []
        var performed: [PerformedHours] = []
        performed.reserveCapacity(entries.count)
        entries.drain { entry in
            guard entry.visits > 0 else { return }
            let attributes = kinds[Int(entry.kind)]
            performed.append(
                PerformedHours(
                    person: entry.person, service: attributes.service, month: YearMonth(index: entry.month),
                    district: attributes.district, law: attributes.law, provider: attributes.provider,
                    providerType: attributes.providerType, hours: Hours(milliseconds: entry.milliseconds),
                    visits: entry.visits))
        }
        return performed
    }

    private mutating func kind(of attributes: Attributes, _ word: UInt64, in month: Int32) -> Int32 {
        if let known = kindByWord[word] { return known }
        let kind = Int32(kinds.count)
        kinds.append(attributes)
        months.append(month...month)
        kindByWord[word] = kind
        return kind
    }

    /// Enters all entries, in twice as many slots as there are or more.
    private mutating func index() {
        var count = 1024
        while count < entries.count * 2 { count *= 2 }
        slots = Array(repeating: -1, count: count)
        mask = count - 1
        for place in 0..<entries.count { enter(place) }
    }

    private mutating func enter(_ place: Int) {
        let entry = entries[place]
        var slot = Self.hash(entry.person, entry.month, entry.kind) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(place)
    }

    private static func hash(_ person: Int32, _ month: Int32, _ kind: Int32) -> Int {
        Int(
            truncatingIfNeeded: ByteHash.mixed(
                UInt64(UInt32(bitPattern: person)) << 32 | UInt64(UInt32(bitPattern: month)),
                UInt64(UInt32(bitPattern: kind))))
    }
}
