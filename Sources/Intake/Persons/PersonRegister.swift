// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// Everyone the rows speak of, numbered in order of first appearance.
///
/// A person key is decoded and hashed once for each way of writing it; after that it is known by its bytes. Two
/// digits of year mean another person a century later, so what is remembered holds for the rows' dates it holds for.
struct PersonRegister {
    /// A person in a row, with what is new about them.
    struct Entry {
        let person: PersonIndex
        /// Set when the row is the person's first.
        let firstQuality: PersonKeyQuality?
        /// Set when the row is the first of a spelling whose leading zeros have been put back.
        var restoredZeros = false
    }

    private struct Spelling {
        var person: PersonIndex
        var from: Int32
        var to: Int32
    }

    private(set) var persons: [Person] = []
    private var sources: [AttributeSource] = []
    private let decoder: PersonKeyDecoder
    private var numbers: [Pseudonym: PersonIndex] = [:]
    private var table = ByteTable()
    private var spellings: [Spelling] = []
    private var last = ShortBytes.none
    private var lastSpelling = Spelling(person: -1, from: 0, to: 0)

    /// Where birth year and sex come from: a column goes before the number.
    private struct AttributeSource {
        var birthYearIsFromColumn = false
        var sexIsFromColumn = false
    }

    /// Record keys are given only where the cell key method asks for them: nothing else depends on the key.
    private let givesRecordKeys: Bool

    init(key: SecretKey, givesRecordKeys: Bool) {
        self.givesRecordKeys = givesRecordKeys
        decoder = PersonKeyDecoder(key: key)
    }

    /// The person of a field without surrounding blanks, in a row of the given date. Throws as `PersonKeyDecoder`.
    @inline(__always)
    mutating func entry(of bytes: Span<UInt8>, on date: CivilDate) throws(FaultRule) -> Entry {
        guard bytes.count <= ShortBytes.longest else { return try lookUp(bytes, on: date) }
        let short = ShortBytes(bytes)
        let day = date.daysSince1970
        if short == last, day >= lastSpelling.from, day < lastSpelling.to {
            return Entry(person: lastSpelling.person, firstQuality: nil)
        }
        return try lookUp(bytes, on: date)
    }

    /// The person with a pseudonym, if any row has spoken of them.
    func person(of pseudonym: Pseudonym) -> PersonIndex? { numbers[pseudonym] }

    private mutating func lookUp(_ bytes: Span<UInt8>, on date: CivilDate) throws(FaultRule) -> Entry {
        let day = date.daysSince1970
        let (number, isNew) = table.number(of: bytes)
        if isNew { spellings.append(Spelling(person: -1, from: 0, to: 0)) }
        var firstQuality: PersonKeyQuality?
        var restoredZeros = false
        var spelling = spellings[number]
        if spelling.person < 0 || day < spelling.from || day >= spelling.to {
            let key = try decoder.decode(bytes, on: date)
            let (person, quality) = person(of: key)
            firstQuality = quality
            restoredZeros = key.restoredZeros
            spelling = Spelling(
                person: person, from: key.rowDates.lowerBound.daysSince1970,
                to: key.rowDates.upperBound.daysSince1970)
            spellings[number] = spelling
        }
        if bytes.count <= ShortBytes.longest {
            last = ShortBytes(bytes)
            lastSpelling = spelling
        }
        return Entry(person: spelling.person, firstQuality: firstQuality, restoredZeros: restoredZeros)
    }

    private mutating func person(of key: PersonKey) -> (PersonIndex, first: PersonKeyQuality?) {
        if let known = numbers[key.pseudonym] {
            if persons[Int(known)].birthYear == nil { persons[Int(known)].birthYear = key.birthYear }
            if persons[Int(known)].sex == .unknown { persons[Int(known)].sex = key.sex }
            return (known, nil)
        }
        let person = PersonIndex(persons.count)
        persons.append(
            Person(
                birthYear: key.birthYear, sex: key.sex, recordKey: givesRecordKeys ? decoder.recordKey(of: key) : 0))
        sources.append(AttributeSource())
        numbers[key.pseudonym] = person
        return (person, key.quality)
    }

    /// Notes a birth year from a column, which goes before the one from the number. The first stays: false when this
    /// is another.
    mutating func note(birthYear: Int, of person: PersonIndex) -> Bool {
        let index = Int(person)
        if sources[index].birthYearIsFromColumn { return persons[index].birthYear == birthYear }
        persons[index].birthYear = birthYear
        sources[index].birthYearIsFromColumn = true
        return true
    }

    /// Notes a sex from a column, which goes before the one from the number. The first stays: false when this is another.
    mutating func note(sex: Sex, of person: PersonIndex) -> Bool {
        guard sex != .unknown else { return true }
        let index = Int(person)
        if sources[index].sexIsFromColumn { return persons[index].sex == sex }
        persons[index].sex = sex
        sources[index].sexIsFromColumn = true
        return true
    }

    /// Notes that the person's identity is protected, in any row.
    mutating func noteProtected(_ person: PersonIndex) {
        persons[Int(person)].isProtected = true
    }
}
