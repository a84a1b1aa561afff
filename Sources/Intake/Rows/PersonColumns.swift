// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// The columns that tell of the person: the key, and perhaps sex, birth year and protection.
struct PersonColumns {
    let key: Int
    private let sex: Int
    private let birthYear: Int
    private let protected: Int
    private var sexes = WordMemo<Sex>()
    private var protections = WordMemo<Bool>()

    init(_ header: Header) {
        key = header.placeOrNone(Schema.personColumn)
        sex = header.placeOrNone("kon")
        birthYear = header.placeOrNone("fodelsear")
        protected = header.placeOrNone("skyddad")
    }

    /// What a row says of its person beside the key.
    struct Attributes {
        var sex: Sex?
        var birthYear: Int?
        var isProtected = false
    }

    /// Reads what the row, of the given date, says of its person.
    @inline(__always)
    mutating func attributes(
        _ batch: RecordBatch, _ record: Int, on date: CivilDate
    ) throws(RowFault) -> Attributes {
        guard sex >= 0 || birthYear >= 0 || protected >= 0 else { return Attributes() }
        return try decode(batch, record, on: date)
    }

    private mutating func decode(
        _ batch: RecordBatch, _ record: Int, on date: CivilDate
    ) throws(RowFault) -> Attributes {
        var attributes = Attributes()
        attributes.sex = try batch.decodedWord(sex, of: record, person: key) { word throws(FaultRule) in
            try sexes.meaning(of: word) { spelling throws(FaultRule) in try WordField.sex.decode(spelling) }
        }
        attributes.birthYear = try batch.decoded(birthYear, of: record) { field throws(FaultRule) in
            guard let year = try DecimalField.decode(field).integer else { throw .notANumber }
            guard (0...120).contains(date.year - year) else { throw .outOfRange }
            return year
        }
        attributes.isProtected =
            try batch.decodedWord(protected, of: record, person: key) { word throws(FaultRule) in
                try protections.meaning(of: word) { spelling throws(FaultRule) in try WordField.yesNo.decode(spelling) }
            } ?? false
        return attributes
    }

    /// Finds the row's person, the last thing that can set the row aside, and notes what the row says of them.
    ///
    /// `mutating` although nothing is changed: else each row would be read with a copy of the columns and their memos.
    @inline(__always)
    mutating func person(
        _ batch: RecordBatch, _ record: Int, on date: CivilDate, _ attributes: Attributes,
        in register: inout PersonRegister, _ log: inout RowLog
    ) throws(RowFault) -> PersonIndex {
        let entry = try batch.decoded(key, of: record) { field throws(FaultRule) in
            try register.entry(of: field, on: date)
        }
        guard let entry else { throw RowFault(.missingValue, at: key, found: .empty) }
        if let quality = entry.firstQuality { remark(quality, batch, record, &log) }
        if let sex = attributes.sex, !register.note(sex: sex, of: entry.person) {
            log.remark(.conflictingSex, at: self.sex)
        }
        if let year = attributes.birthYear, !register.note(birthYear: year, of: entry.person) {
            log.remark(.conflictingBirthYear, at: birthYear)
        }
        if attributes.isProtected { register.noteProtected(entry.person) }
        return entry.person
    }

    private func remark(_ quality: PersonKeyQuality, _ batch: RecordBatch, _ record: Int, _ log: inout RowLog) {
        let shape = ValueShape(of: batch.bytes.span.extracting(batch.value(key, of: record)))
        switch quality {
        case .valid, .reserve, .pseudonym: break
        case .invalidCheckDigit: log.remark(.invalidCheckDigit, at: key, found: shape)
        case .notASwedishNumber: log.remark(.notASwedishNumber, at: key, found: shape)
        }
    }
}
