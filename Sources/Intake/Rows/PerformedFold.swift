// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Folds visits into person-months as they are read: memory grows with persons × months, never with visits.
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
        var person: PersonIndex
        var month: Int32
        var kind: Int32
        var visits: Int32
        var milliseconds: Int64
    }

    private var entries: [Entry] = []
    /// The entry each person's last visit went to: in a file in any sensible order the next goes there too.
    private var lastOfPerson: [Int32] = []
    private var slots: [Int32] = Array(repeating: -1, count: 1024)
    private var mask = 1023
    private var kinds: [Attributes] = []
    private var kindByWord: [UInt64: Int32] = [:]
    private var lastWord: UInt64 = .max
    private var lastKind: Int32 = -1

    /// Adds performed hours of a person in a month.
    @inline(__always)
    mutating func add(_ hours: Hours, of person: PersonIndex, in month: YearMonth, _ attributes: Attributes) {
        let word = attributes.packed
        if word != lastWord {
            lastKind = kind(of: attributes, word)
            lastWord = word
        }
        if Int(person) < lastOfPerson.count {
            let place = Int(lastOfPerson[Int(person)])
            if place >= 0, entries[place].month == month.index, entries[place].kind == lastKind {
                entries[place].milliseconds += hours.milliseconds
                entries[place].visits += 1
                return
            }
        }
        addToOther(hours, of: person, in: month)
    }

    private mutating func addToOther(_ hours: Hours, of person: PersonIndex, in month: YearMonth) {
        while lastOfPerson.count <= Int(person) { lastOfPerson.append(-1) }
        var slot = Self.hash(person, month.index, lastKind) & mask
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if entries[place].person == person, entries[place].month == month.index, entries[place].kind == lastKind {
                entries[place].milliseconds += hours.milliseconds
                entries[place].visits += 1
                lastOfPerson[Int(person)] = Int32(place)
                return
            }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(entries.count)
        lastOfPerson[Int(person)] = Int32(entries.count)
        entries.append(
            Entry(
                person: person, month: month.index, kind: lastKind, visits: 1, milliseconds: hours.milliseconds))
        if entries.count * 2 > slots.count { grow() }
    }

    /// The person-months in order of first appearance; the fold is empty afterwards.
    mutating func takePerformed() -> [PerformedHours] {
        let taken = entries
        let kinds = kinds
        self = PerformedFold()
        return taken.map { entry in
            let attributes = kinds[Int(entry.kind)]
            return PerformedHours(
                person: entry.person, service: attributes.service, month: YearMonth(index: entry.month),
                district: attributes.district, law: attributes.law, provider: attributes.provider,
                providerType: attributes.providerType, hours: Hours(milliseconds: entry.milliseconds),
                visits: entry.visits)
        }
    }

    private mutating func kind(of attributes: Attributes, _ word: UInt64) -> Int32 {
        if let known = kindByWord[word] { return known }
        let kind = Int32(kinds.count)
        kinds.append(attributes)
        kindByWord[word] = kind
        return kind
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (place, entry) in entries.enumerated() {
            var slot = Self.hash(entry.person, entry.month, entry.kind) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(place)
        }
    }

    private static func hash(_ person: Int32, _ month: Int32, _ kind: Int32) -> Int {
        Int(
            truncatingIfNeeded: ByteHash.mixed(
                UInt64(UInt32(bitPattern: person)) << 32 | UInt64(UInt32(bitPattern: month)),
                UInt64(UInt32(bitPattern: kind))))
    }
}
