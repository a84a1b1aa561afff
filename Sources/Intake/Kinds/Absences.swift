// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let absences = SourceKind(rawValue: "absences")
}

/// *Frånvaro*: one row a run of days on which a person was away, as a hospital stay or a journey.
enum Absences: TableKind {
    static let kind = SourceKind.absences
    static let words = Phrase(sv: "frånvaro", en: "absences")
    static let stems = ["franvaro", "franvaror", "absences"]

    static let from = ColumnDeclaration(
        "from",
        [
            "Frånvaro från", "Borta från", "Från", "Fr.o.m.", "Fr o m", "Startdatum", "Frånvarande från",
            "Avbrott från",
            "From datum", "Från och med", "Uppehåll från", "Start",
        ], .date, required: true)
    static let to = ColumnDeclaration(
        "tom",
        [
            "Frånvaro till", "Borta till", "Till", "T.o.m.", "T o m", "Slutdatum", "Frånvarande till", "Avbrott till",
            "Tom datum", "Till och med", "Uppehåll till", "Slut",
        ], .date, required: true)
    static let reason = ColumnDeclaration(
        "orsak", ["Frånvaroorsak", "Anledning", "Orsak till frånvaro", "Frånvarotyp", "Typ av frånvaro", "Reason"],
        .text)

    static let columns = [PersonColumns.key, from, to, reason]

    /// Decisions have the same three columns: absences are told by their own words or by the file's name.
    static func isTold(by header: Header) -> Bool {
        header.has(reason) || header.fields.contains { HeaderIndex.key($0).contains("franvar") }
    }

    typealias Reader = AbsenceReader
    typealias Store = RowStore<(person: PersonRef, absence: Absence)>

    static func store(_ project: Project) -> Store { Store() }

    static func settle(
        _ row: AbsenceRow, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout Store, _ ledger: inout Ledger
    ) throws(RowFault) {
        store.append((PersonReader.settle(row.person, at: place, &remarks, &ledger), row.absence), at: place)
    }

    static func finish(_ store: consuming Store, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        ledger.settle()
        dataset.absences = store.kept.map { _, row in
            var absence = row.absence
            absence.person = ledger.persons.index(row.person)
            return absence
        }
    }
}

/// What a row of absences says; its person is not known yet.
struct AbsenceRow {
    var person: RowPerson
    var absence: Absence
}

/// Reads one file of absences.
struct AbsenceReader: KindReader {
    let width: Int
    private let from: DateColumnReader
    private let to: DateColumnReader
    private var person: PersonReader

    init(_ table: SettledTable) {
        width = table.header.fields.count
        from = DateColumnReader(Absences.from, in: table)
        to = DateColumnReader(Absences.to, in: table)
        person = PersonReader(table)
    }

    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> AbsenceRow? {
        let first = try from.required(row)
        let last = try to.lastDay(row, from: first)
        return AbsenceRow(
            person: try person.person(row, on: first, &remarks), absence: Absence(person: 0, from: first, to: last))
    }
}
