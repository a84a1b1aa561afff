// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Folds the visits of one shard's persons into person-months as they come: hours grow with persons × months, never
/// with visits.
///
/// Of each visit only eight bytes are kept, by which a row that repeats it is recognised (`DuplicateWatch`). Two rows are the
/// same visit when they have the same person, service, day and clock time, however these are written and whatever board or
/// provider the rows name. In a file without clock times they are the same visit when they are alike in every cell, except
/// for how the person is written.
struct VisitFold {
    /// One person's hours of one service, board, law and provider in one month.
    fileprivate struct Entry {
        let person: Int32
        let month: Int32
        let kind: Int32
        /// The next entry of the same person-month; -1 when there is none.
        var next: Int32
        var visits: Int32
        var milliseconds: Int64
        /// The days with a performed visit, bit 0 the first, and the last bit where rows of whole months are among them; and
        /// the days with more than one.
        var days: UInt32 = 0
        var daysOfSeveral: UInt32 = 0
        /// The order of the first row.
        let order: UInt64
        /// Of the person-month's first entry: the visits of all its entries.
        var trail: DuplicateWatch.Trail
    }

    /// What is known of a person without looking further: in a file in any sensible order the next visit is in the same
    /// month as the last, or in a month after all others.
    private struct Latest {
        var head: Int32
        var month: Int32
        var lastMonth: Int32
    }

    private var entries = ChunkedArray<Entry>()
    private var latest: [Latest] = []
    private var duplicates = DuplicateWatch()
    private var kinds: [CaseAttributes] = []
    private var kindByWord: [UInt64: Int32] = [:]
    private var lastWord: UInt64 = .max
    private var lastKind: Int32 = -1
    /// Place of each person-month's first entry by a hash of both; made when it is first needed.
    private var slots: [Int32] = []
    private var heads = 0
    private var mask = 0
    /// Rows that take back a visit, and rows that came again, few as they are: judged once all have been read.
    private var credits: [Credit] = []
    private var repeats: [Repeat] = []

    private struct Credit {
        let place: RowPlace
        let visit: Visit
        let person: Int
    }

    /// A row that came again.
    struct Repeat {
        let place: RowPlace
        fileprivate let head: Int32
        fileprivate let mark: UInt64
        fileprivate let entry: Int32
        let milliseconds: Int64
        let attributes: CaseAttributes
        /// The board, where the visit is listed under another name of it already.
        fileprivate let otherName: ValueShape?
        fileprivate var isTaken = false
    }

    /// What became of a row.
    struct Settled {
        /// False when it came before, or is to be judged once all rows have been read.
        var isTaken = false
        /// Another companion's part of a visit that is there already.
        var isDouble = false
        /// What of it counts.
        var milliseconds: Int64 = 0
    }

    /// Takes up a visit, a whole month or a year of months, of a person of this shard.
    @inline(__always)
    mutating func settle(_ visit: borrowing Visit, person: Int, at place: RowPlace, _ boards: borrowing DistrictNames)
        -> Settled
    {
        if visit.months.isEmpty { return settle(visit, visit.month, visit.hours, person, place, boards) }
        var whole = Settled()
        for (month, hours) in visit.months {
            let settled = settle(visit, month, hours, person, place, boards)
            if settled.isTaken { whole.isTaken = true }
            whole.milliseconds += settled.milliseconds
        }
        return whole
    }

    /// Notes a row that takes back a visit.
    mutating func note(credit: Visit, person: Int, at place: RowPlace) {
        credits.append(Credit(place: place, visit: credit, person: person))
    }

    @inline(__always)
    private mutating func settle(
        _ visit: borrowing Visit, _ month: YearMonth, _ hours: Hours?, _ person: Int, _ place: RowPlace,
        _ boards: borrowing DistrictNames
    ) -> Settled {
        let head = head(of: person, in: month.index, visit.attributes, place.order)
        let entry = entry(of: visit.attributes, head, place.order)
        let mark = Self.mark(of: visit)
        let counts = visit.isPerformed ? hours : nil
        let isNew = entries.change(head) { entry in
            duplicates.isNew(mark, onDay: visit.day, in: &entry.trail, of: head)
        }
        var otherName: ValueShape?
        if let board = visit.attributes.board, boards.hasOtherNames(board) {
            if isNew {
                if hasOtherwiseNamed(visit, board, head, boards) {
                    repeats.append(
                        Repeat(
                            place: place, head: Int32(head), mark: mark, entry: Int32(entry), milliseconds: 0,
                            attributes: visit.attributes, otherName: boards.shape(of: board)))
                    return Settled()
                }
            } else {
                let isListed = hasOtherwiseNamed(visit, board, head, boards)
                if visit.isClocked, isUnderOtherName(mark, visit, board, head, boards) || isListed {
                    otherName = boards.shape(of: board)
                }
            }
            noteBoard(mark, visit, board, head)
        }
        let answer = Self.answer(to: visit, mark)
        guard isNew else {
            if visit.isDouble { return Settled(isTaken: true, isDouble: true) }
            repeats.append(
                Repeat(
                    place: place, head: Int32(head), mark: answer, entry: Int32(entry),
                    milliseconds: counts?.milliseconds ?? 0, attributes: visit.attributes, otherName: otherName))
            return Settled()
        }
        if let counts {
            if answer != mark {
                entries.change(head) { entry in
                    _ = duplicates.isNew(answer, onDay: visit.day, in: &entry.trail, of: head)
                }
            }
            entries.change(entry) { entry in
                entry.milliseconds += counts.milliseconds
                entry.visits += 1
                entry.note(visit.knownDay)
            }
        }
        return Settled(isTaken: true, milliseconds: counts?.milliseconds ?? 0)
    }

    /// What the same visit is known by when it comes again. Without clock times the board is part of it.
    @inline(__always)
    private static func mark(of visit: borrowing Visit) -> UInt64 {
        let mark = ByteHash.mixed(visit.mark, UInt64(UInt16(bitPattern: visit.attributes.service)))
        guard !visit.isClocked, let board = visit.attributes.board else { return mark }
        return named(mark, board)
    }

    /// What a credit answers to: the visit with its clock times, else one of as many hours of the service on the day.
    @inline(__always)
    private static func answer(to visit: borrowing Visit, _ mark: UInt64) -> UInt64 {
        guard !visit.isClocked, visit.months.isEmpty, let hours = visit.hours else { return mark }
        let day = UInt64(truncatingIfNeeded: visit.day) << 16 | UInt64(UInt16(bitPattern: visit.attributes.service))
        return ByteHash.mixed(ByteHash.mixed(UInt64(bitPattern: hours.milliseconds), day), 0x76697369746F72)
    }

    // MARK: A visit under two names of its board

    /// Notes under which board the visit is listed.
    private mutating func noteBoard(_ mark: UInt64, _ visit: Visit, _ board: DistrictIndex, _ head: Int) {
        let own = Self.named(mark, board)
        entries.change(head) { entry in _ = duplicates.isNew(own, onDay: visit.day, in: &entry.trail, of: head) }
    }

    private mutating func isUnderOtherName(
        _ mark: UInt64, _ visit: Visit, _ board: DistrictIndex, _ head: Int, _ boards: DistrictNames
    ) -> Bool {
        for other in boards.otherNames(of: board) {
            let named = Self.named(mark, other)
            let isListed = entries.change(head) { entry in
                duplicates.has(named, onDay: visit.day, in: &entry.trail, of: head)
            }
            if isListed { return true }
        }
        return false
    }

    /// Without clock times two rows that say the same may be two visits. So each listing of the same contents has a mark
    /// of its own, the first, the second …, alike under every name of the board: two true visits are two under either.
    private mutating func hasOtherwiseNamed(
        _ visit: Visit, _ board: DistrictIndex, _ head: Int, _ boards: DistrictNames
    ) -> Bool {
        guard let contents = visit.contents else { return false }
        var number: UInt64 = 1
        var listing: UInt64
        repeat {
            listing = ByteHash.mixed(contents, number)
            number += 1
            let own = Self.named(listing, board)
            let isNew = entries.change(head) { entry in
                duplicates.isNew(own, onDay: visit.day, in: &entry.trail, of: head)
            }
            if isNew { break }
        } while true
        for other in boards.otherNames(of: board) {
            let named = Self.named(listing, other)
            let isListed = entries.change(head) { entry in
                duplicates.has(named, onDay: visit.day, in: &entry.trail, of: head)
            }
            if isListed { return true }
        }
        return false
    }

    private static func named(_ mark: UInt64, _ board: DistrictIndex) -> UInt64 {
        ByteHash.mixed(mark, UInt64(UInt16(bitPattern: board)) &+ 0x1_0000)
    }

    // MARK: Credits

    /// Takes back the visits that credits answer to, and tells which rows are set aside: credits without a visit, and
    /// visits that came again. Where a visit was taken back and registered anew, the second row counts.
    /// The rows that count after all are given with what they name.
    mutating func finish(_ late: inout [LateFault], _ remarks: inout [LateRemark]) -> [Repeat] {
        for credit in credits.sorted(by: { $0.place.order < $1.place.order }) {
            if take(credit) {
                let remark = RowRemarks.Remark(rule: .creditTaken, column: Visits.hours.name, found: .row)
                remarks.append(LateRemark(place: credit.place, remark: remark))
                continue
            }
            late.append(
                LateFault(
                    place: credit.place, fault: RowFault(.creditWithoutVisit, in: Visits.hours)))
        }
        credits = []
        defer { repeats = [] }
        for row in repeats where !row.isTaken {
            let fault =
                row.otherName.map { RowFault(.listedUnderBothNames, in: CaseColumns.board, found: $0) }
                ?? RowFault(.duplicateRow)
            late.append(LateFault(place: row.place, fault: fault))
        }
        return repeats.filter(\.isTaken)
    }

    private mutating func take(_ credit: Credit) -> Bool {
        let visit = credit.visit
        guard let hours = visit.hours, let head = knownHead(of: credit.person, in: visit.month.index) else {
            return false
        }
        let mark = Self.mark(of: visit)
        let answer = Self.answer(to: visit, mark)
        let hasVisit = entries.change(head) { entry in
            duplicates.has(answer, onDay: visit.day, in: &entry.trail, of: head)
        }
        guard hasVisit else { return false }
        // The credit of a visit is one: the same credit again takes back a visit that was registered again, or none.
        let own = ByteHash.mixed(mark, 0x637265646974)
        let isFirst = entries.change(head) { entry in
            duplicates.isNew(own, onDay: visit.day, in: &entry.trail, of: head)
        }
        let again = repeats.firstIndex {
            $0.head == Int32(head) && $0.mark == answer && !$0.isTaken && $0.otherName == nil
        }
        if let again { repeats[again].isTaken = true }
        guard isFirst else { return again != nil }
        guard let entry = entryToCredit(visit, head, hours.milliseconds) else { return false }
        entries.change(entry) { entry in
            entry.milliseconds -= hours.milliseconds
            entry.visits -= entry.milliseconds == 0 ? entry.visits : 1
            if again == nil { entry.takeBack(visit.knownDay) }
        }
        if let again {
            let row = repeats[again]
            entries.change(Int(row.entry)) { entry in
                entry.milliseconds += row.milliseconds
                entry.visits += 1
            }
        }
        return true
    }

    /// The entry of the person-month that holds the hours: of the credit's own board and provider first.
    private func entryToCredit(_ visit: Visit, _ head: Int, _ milliseconds: Int64) -> Int? {
        var best: Int?
        var place = Int32(head)
        while place >= 0 {
            let entry = entries[Int(place)]
            let kind = kinds[Int(entry.kind)]
            if kind.service == visit.attributes.service, entry.milliseconds >= milliseconds {
                if kind == visit.attributes { return Int(place) }
                if best == nil { best = Int(place) }
            }
            place = entry.next
        }
        return best
    }

    // MARK: Person-months

    /// The first entry of a person's month, made when it is new.
    @inline(__always)
    private mutating func head(of person: Int, in month: Int32, _ attributes: CaseAttributes, _ order: UInt64) -> Int {
        let word = attributes.packed
        if word != lastWord {
            lastKind = kind(of: attributes, word)
            lastWord = word
        }
        if person < latest.count, latest[person].month == month { return Int(latest[person].head) }
        return otherHead(of: person, in: month, order)
    }

    /// The entry of what was last looked up with `head`.
    @inline(__always)
    private mutating func entry(of attributes: CaseAttributes, _ head: Int, _ order: UInt64) -> Int {
        entries[head].kind == lastKind ? head : otherEntry(head, order)
    }

    private mutating func otherEntry(_ head: Int, _ order: UInt64) -> Int {
        var place = head
        while entries[place].next >= 0 {
            place = Int(entries[place].next)
            if entries[place].kind == lastKind { return place }
        }
        let new = entries.count
        let first = entries[head]
        entries.append(
            Entry(
                person: first.person, month: first.month, kind: lastKind, next: -1, visits: 0, milliseconds: 0,
                order: order, trail: .init()))
        entries.change(place) { entry in entry.next = Int32(new) }
        return new
    }

    private mutating func otherHead(of person: Int, in month: Int32, _ order: UInt64) -> Int {
        if person >= latest.count || month > latest[person].lastMonth { return append(person, month, order) }
        guard let head = knownHead(of: person, in: month) else { return append(person, month, order) }
        latest[person].head = Int32(head)
        latest[person].month = month
        return head
    }

    private mutating func knownHead(of person: Int, in month: Int32) -> Int? {
        if slots.isEmpty { index() }
        var slot = Self.hash(person, month) & mask
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            let entry = entries[place]
            if entry.person == Int32(person), entry.month == month { return place }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func append(_ person: Int, _ month: Int32, _ order: UInt64) -> Int {
        let place = entries.count
        while latest.count <= person { latest.append(Latest(head: -1, month: .min, lastMonth: .min)) }
        latest[person] = Latest(
            head: Int32(place), month: month, lastMonth: max(month, latest[person].lastMonth))
        entries.append(
            Entry(
                person: Int32(person), month: month, kind: lastKind, next: -1, visits: 0, milliseconds: 0, order: order,
                trail: .init()))
        heads += 1
        if !slots.isEmpty {
            if heads * 3 > slots.count * 2 { index() } else { enter(place) }
        }
        return place
    }

    private mutating func kind(of attributes: CaseAttributes, _ word: UInt64) -> Int32 {
        if let known = kindByWord[word] { return known }
        let kind = Int32(kinds.count)
        kinds.append(attributes)
        kindByWord[word] = kind
        return kind
    }

    /// Enters all person-months, in twice as many slots as there are or more.
    private mutating func index() {
        var count = 1024
        while count < entries.count * 2 { count *= 2 }
        slots = Array(repeating: -1, count: count)
        mask = count - 1
        for place in 0..<entries.count { enter(place) }
    }

    /// Of a person-month the first entry is entered first, so the others are passed.
    private mutating func enter(_ place: Int) {
        let entry = entries[place]
        var slot = Self.hash(Int(entry.person), entry.month) & mask
        while slots[slot] >= 0 {
            let other = entries[Int(slots[slot])]
            if other.person == entry.person, other.month == entry.month { return }
            slot = (slot + 1) & mask
        }
        slots[slot] = Int32(place)
    }

    private static func hash(_ person: Int, _ month: Int32) -> Int {
        Int(truncatingIfNeeded: ByteHash.mixed(UInt64(truncatingIfNeeded: person), UInt64(UInt32(bitPattern: month))))
    }

    // MARK: What is kept

    /// The person-months with performed hours, each with the order of its first row; the fold is empty afterwards.
    mutating func drain(shard: Int, _ ledger: Ledger, _ body: (UInt64, PerformedHours) -> Void) {
        duplicates = DuplicateWatch()
        slots = []
        latest = []
        entries.drain { entry in
            guard entry.visits > 0 else { return }
            let attributes = kinds[Int(entry.kind)]
            body(
                entry.order,
                PerformedHours(
                    person: ledger.persons.index(PersonRef(shard: shard, number: Int(entry.person))),
                    service: attributes.service, month: YearMonth(index: entry.month),
                    district: ledger.names.boards.final(attributes.board), law: attributes.law,
                    provider: ledger.names.providers.final(attributes.provider),
                    providerType: attributes.providerType, hours: Hours(milliseconds: entry.milliseconds),
                    visits: entry.visits, days: entry.knownDays))
        }
    }
}

extension VisitFold.Entry {
    /// Notes the day of a performed visit; nil is a day that is not known.
    @inline(__always)
    fileprivate mutating func note(_ day: UInt32?) {
        let day = day ?? 1 << 31
        daysOfSeveral |= days & day
        days |= day
    }

    /// None where not all of them are known.
    fileprivate var knownDays: UInt32 { days >> 31 == 1 ? 0 : days }

    /// The day of a visit that is taken back has none left, but where there were several.
    fileprivate mutating func takeBack(_ day: UInt32?) {
        guard let day, daysOfSeveral & day == 0 else { return }
        days &= ~day
    }
}

extension Visit {
    /// The bit of its day; nil of a whole month.
    @inline(__always)
    fileprivate var knownDay: UInt32? {
        isWholeMonth || !(1...31).contains(day) ? nil : 1 << UInt32(day - 1)
    }
}
