// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Everyone the rows speak of, in shards by pseudonym; numbered in order of first appearance once rows are read.
struct Persons: Sendable {
    private var shards: Shards<PersonShard>
    private let hash: KeyedHash?
    /// Places in `settled` of each shard's persons.
    private var places: Shards<[PersonIndex]>
    private var settled: [PersonRef] = []
    private var lastPseudonym: Pseudonym?
    private var last = PersonRef(shard: 0, number: 0)
    private var lastFile = -1
    /// The persons of each file, by its number in the order of reading.
    private(set) var byFile: [FilePersons] = []

    /// Everyone whom the rows of one file speak of, as they are written there first.
    struct FilePersons: Sendable {
        /// Those written as identity numbers or other ids.
        var named: [PersonRef] = []
        /// Those written as pseudonyms of Ledsaga's.
        var pseudonymised: [PersonRef] = []
        /// Whether any is an identity number, and whether any is an id of another kind.
        var hasNumbers = false
        var hasIds = false

        var all: [PersonRef] { named + pseudonymised }

        fileprivate mutating func add(_ person: PersonRef, _ quality: PersonKeyQuality) {
            switch quality {
            case .pseudonym: pseudonymised.append(person)
            case .notASwedishNumber:
                named.append(person)
                hasIds = true
            case .valid, .invalidCheckDigit, .reserve:
                named.append(person)
                hasNumbers = true
            }
        }
    }

    /// Record keys are given only where the cell key method asks for them: nothing else depends on the key.
    init(key: SecretKey, givesRecordKeys: Bool) {
        shards = Shards(PersonShard())
        places = Shards([])
        hash = givesRecordKeys ? KeyedHash(key) : nil
    }

    /// The person of a key, in a row. A person's first row says of what quality the key is.
    @inline(__always)
    mutating func person(_ key: PersonKey, order: UInt64) -> (person: PersonRef, isFirst: Bool) {
        let file = Int(truncatingIfNeeded: order >> 32)
        if key.pseudonym == lastPseudonym, file == lastFile {
            shards[last].learn(key, of: last.number)
            return (last, false)
        }
        return otherPerson(key, order, file)
    }

    private mutating func otherPerson(_ key: PersonKey, _ order: UInt64, _ file: Int) -> (PersonRef, isFirst: Bool) {
        let shard = Int(truncatingIfNeeded: key.pseudonym.high & 15)
        let (number, isFirst) = shards[shard: shard].number(of: key, order: order, hash)
        last = PersonRef(shard: shard, number: number)
        lastPseudonym = key.pseudonym
        lastFile = file
        if shards[shard: shard].lastFiles[number] != Int32(file) {
            shards[shard: shard].lastFiles[number] = Int32(file)
            while byFile.count <= file { byFile.append(FilePersons()) }
            byFile[file].add(last, key.quality)
        }
        return (last, isFirst)
    }

    /// The person with a pseudonym, if any row has spoken of them.
    func person(of pseudonym: Pseudonym) -> PersonRef? {
        let shard = Int(truncatingIfNeeded: pseudonym.high & 15)
        return shards[shard: shard].number(of: pseudonym).map { PersonRef(shard: shard, number: $0) }
    }

    /// Notes what a row says of its person beside the key. The first that is said stays; false when this is another.
    mutating func note(birthYear: Int, of person: PersonRef) -> Bool {
        shards[person].note(birthYear: birthYear, of: person.number)
    }

    mutating func note(sex: Sex, of person: PersonRef) -> Bool { shards[person].note(sex: sex, of: person.number) }

    mutating func noteProtected(_ person: PersonRef) { shards[person].persons[person.number].isProtected = true }

    /// Gives the persons met since last time their places, in the order of their first rows.
    mutating func settle() {
        var new: [(order: UInt64, person: PersonRef)] = []
        for shard in 0..<Shards<Int>.count {
            for number in places[shard: shard].count..<shards[shard: shard].persons.count {
                new.append((shards[shard: shard].firstRows[number], PersonRef(shard: shard, number: number)))
                places[shard: shard].append(-1)
            }
        }
        for (_, person) in new.sorted(by: { $0.order < $1.order }) {
            places[person][person.number] = PersonIndex(settled.count)
            settled.append(person)
        }
    }

    /// The place of a person that was settled.
    @inline(__always)
    func index(_ person: PersonRef) -> PersonIndex { places[person][person.number] }

    /// In order of first appearance.
    var all: [Person] { settled.map { shards[$0].persons[$0.number] } }
}

/// The persons of one shard, by pseudonym.
private struct PersonShard: Sendable {
    var persons: [Person] = []
    /// The order of each person's first row.
    private(set) var firstRows: [UInt64] = []
    /// The last file that spoke of each person.
    var lastFiles: [Int32] = []
    private var pseudonyms: [Pseudonym] = []
    /// Where birth year and sex come from: a column goes before the number.
    private var birthYearIsFromColumn: [Bool] = []
    private var sexIsFromColumn: [Bool] = []
    /// Open addressing by the pseudonym itself, which is as good as random.
    private var slots = [Int32](repeating: -1, count: 64)

    private static func slot(_ pseudonym: Pseudonym, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: pseudonym.low) & mask
    }

    func number(of pseudonym: Pseudonym) -> Int? {
        let mask = slots.count - 1
        var slot = Self.slot(pseudonym, mask)
        while slots[slot] >= 0 {
            if pseudonyms[Int(slots[slot])] == pseudonym { return Int(slots[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func number(of key: PersonKey, order: UInt64, _ hash: KeyedHash?) -> (number: Int, isFirst: Bool) {
        if let known = number(of: key.pseudonym) {
            learn(key, of: known)
            return (known, false)
        }
        let number = persons.count
        persons.append(
            Person(
                birthYear: key.birthYear, sex: key.sex, recordKey: hash?.recordKey(of: key.pseudonym) ?? 0))
        firstRows.append(order)
        lastFiles.append(-1)
        pseudonyms.append(key.pseudonym)
        birthYearIsFromColumn.append(false)
        sexIsFromColumn.append(false)
        if persons.count * 2 > slots.count { grow() } else { enter(number) }
        return (number, true)
    }

    /// A row may tell what the rows before did not.
    mutating func learn(_ key: PersonKey, of number: Int) {
        if persons[number].birthYear == nil { persons[number].birthYear = key.birthYear }
        if persons[number].sex == .unknown { persons[number].sex = key.sex }
    }

    mutating func note(birthYear: Int, of number: Int) -> Bool {
        if birthYearIsFromColumn[number] { return persons[number].birthYear == birthYear }
        persons[number].birthYear = birthYear
        birthYearIsFromColumn[number] = true
        return true
    }

    mutating func note(sex: Sex, of number: Int) -> Bool {
        guard sex != .unknown else { return true }
        if sexIsFromColumn[number] { return persons[number].sex == sex }
        persons[number].sex = sex
        sexIsFromColumn[number] = true
        return true
    }

    private mutating func enter(_ number: Int) {
        let mask = slots.count - 1
        var slot = Self.slot(pseudonyms[number], mask)
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for number in persons.indices { enter(number) }
    }
}
