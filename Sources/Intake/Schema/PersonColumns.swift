// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// The columns that tell of a row's person: the key, and perhaps sex, birth year and protection.
enum PersonColumns {
    static let key = ColumnDeclaration(
        "person",
        [
            "Personnummer", "PersonId", "Person-id", "Klient", "Brukare", "Pnr", "Personnr", "Person nr", "Klient-id",
            "Brukar-id", "Pseudonym", "Personnummer/samordningsnummer", "Person-/samordningsnummer", "Persnr",
            "Pers nr",
            "Klientnr", "Klientnummer", "Brukarnr", "Brukarens personnummer", "Klientens personnummer", "Kundnr",
            "Kundnummer", "Identitet", "ID-nummer", "Identitetsnummer", "Samordningsnummer", "SSN",
            "Personal identity number",
        ], .person, required: true)
    static let sex = Column(
        "kon", ["Kön", "Juridiskt kön", "Sex", "Gender", "Kvinna/man"], .word,
        decode: { bytes throws(FaultRule) in try WordField.sex.decode(bytes) })
    static let birthYear = Column(
        "fodelsear", ["Födelseår", "Född år", "Född", "Birth year", "Födelse år"], .year,
        decode: { bytes throws(FaultRule) -> Int in
            guard let year = try DecimalField.decode(bytes).integer else { throw .notANumber }
            return year
        })
    static let protected = Column(
        "skyddad",
        [
            "Skyddad identitet", "Skyddade personuppgifter", "Skyddad personuppgift", "Sekretess",
            "Sekretessmarkering", "Sekretessmarkerad", "Protected", "ProtectedRegistration", "Skyddad folkbokföring",
            "Skyddad adress", "IsConfidential",
        ], .word, decode: { bytes throws(FaultRule) in try WordField.yesNo.decode(bytes) })

    static let all = [key, sex.declaration, birthYear.declaration, protected.declaration]
}

/// Who a row is about, as far as the row itself tells.
struct RowPerson {
    var key: PersonKey
    var sex: Sex?
    var birthYear: Int?
    var isProtected = false
}

/// Reads the person of a row. Each way of writing a key is decoded and hashed once.
struct PersonReader {
    let place: Int
    private let decoder: PersonKeyDecoder
    private var sex: ColumnReader<Sex>
    private var birthYear: ColumnReader<Int>
    private var protected: ColumnReader<Bool>
    private let hasAttributes: Bool
    private var table = ByteTable()
    private var keys: [PersonKey?] = []
    private var last = ShortBytes.none
    private var lastKey: PersonKey?

    init(_ table: SettledTable) {
        place = table.header.place(of: PersonColumns.key)
        decoder = table.decoder
        sex = ColumnReader(PersonColumns.sex, in: table.header)
        birthYear = ColumnReader(PersonColumns.birthYear, in: table.header)
        protected = ColumnReader(PersonColumns.protected, in: table.header)
        hasAttributes = sex.isThere || birthYear.isThere || protected.isThere
    }

    /// The person of a row of the given date. Two digits of year mean another person a century later, so a key that is
    /// remembered holds for the dates it holds for.
    @inline(__always)
    mutating func person(
        _ row: borrowing Row, on date: CivilDate, _ remarks: inout RowRemarks
    ) throws(RowFault) -> RowPerson {
        var person = RowPerson(key: try key(row, on: date, &remarks))
        if let born = person.key.born, date < born { throw row.fault(.beforeBirth, at: place) }
        if hasAttributes { try readAttributes(row, on: date, &person) }
        return person
    }

    @inline(__always)
    private mutating func key(
        _ row: borrowing Row, on date: CivilDate, _ remarks: inout RowRemarks
    ) throws(RowFault) -> PersonKey {
        let range = row.value(place)
        guard !range.isEmpty else { throw RowFault(.missingValue, at: place, found: .empty) }
        if range.count <= ShortBytes.longest, let lastKey,
            last == ShortBytes(row.batch.bytes.span.extracting(range)), lastKey.rowDates.contains(date)
        {
            return lastKey
        }
        return try lookUp(row, range, date, &remarks)
    }

    private mutating func lookUp(
        _ row: borrowing Row, _ range: Range<Int>, _ date: CivilDate, _ remarks: inout RowRemarks
    ) throws(RowFault) -> PersonKey {
        let bytes = row.batch.bytes.span.extracting(range)
        let (number, isNew) = table.number(of: bytes)
        if isNew { keys.append(nil) }
        let key: PersonKey
        if let known = keys[number], known.rowDates.contains(date) {
            key = known
        } else {
            do throws(FaultRule) {
                guard !OddRow.isSumWord(bytes) else { throw .placeholderPerson }
                key = try decoder.decode(bytes, on: date)
                // The key is of other rows too, so what it tells is not remembered from this one.
                if let born = key.born, date < born { throw .beforeBirth }
            } catch {
                throw row.fault(error, at: place)
            }
            if key.restoredZeros, keys[number] == nil { remarks.add(.restoredZeros, at: place, found: nil) }
            keys[number] = key
        }
        if range.count <= ShortBytes.longest {
            last = ShortBytes(bytes)
            lastKey = key
        }
        return key
    }

    private mutating func readAttributes(
        _ row: borrowing Row, on date: CivilDate, _ person: inout RowPerson
    ) throws(RowFault) {
        person.sex = try sex.value(row)
        person.birthYear = try birthYear.value(row)
        if let year = person.birthYear, !(0...120).contains(date.year - year) {
            throw birthYear.fault(.outOfRange, row)
        }
        person.isProtected = try protected.value(row) ?? false
    }

    /// Finds the person in the ledger and notes what the row says of them, with the remarks it deserves.
    @inline(__always)
    static func settle(
        _ person: RowPerson, at place: RowPlace, _ remarks: inout RowRemarks, _ ledger: inout Ledger
    ) -> PersonRef {
        let (reference, isFirst) = ledger.persons.person(person.key, order: place.order)
        if isFirst { remark(person.key, &remarks) }
        if let sex = person.sex, !ledger.persons.note(sex: sex, of: reference) {
            remarks.add(.conflictingSex, in: PersonColumns.sex.declaration)
        }
        if let year = person.birthYear, !ledger.persons.note(birthYear: year, of: reference) {
            remarks.add(.conflictingBirthYear, in: PersonColumns.birthYear.declaration)
        }
        if person.isProtected { ledger.persons.noteProtected(reference) }
        return reference
    }

    private static func remark(_ key: PersonKey, _ remarks: inout RowRemarks) {
        switch key.quality {
        case .valid, .reserve, .pseudonym: break
        case .invalidCheckDigit: remarks.add(.invalidCheckDigit, in: PersonColumns.key, found: nil)
        case .notASwedishNumber: remarks.add(.notASwedishNumber, in: PersonColumns.key, found: nil)
        }
    }
}
