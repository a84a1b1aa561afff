// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let districts = SourceKind(rawValue: "districts")
}

/// *Stadsdelsnämnder*: one row a district of the municipality, past or present, with its successor.
///
/// Rows are set aside for a name that is there already, an end before the start, a successor that is not in the
/// table, and districts that succeed each other in a ring; what is left is a division. A district that goes on under
/// its name with other parts of the town (Göteborg's *Centrum* 2021) may have a row for each time: it is one district.
enum Districts: TableKind {
    static let kind = SourceKind.districts
    static let words = Phrase(sv: "stadsdelsnämnder", en: "districts")
    static let stems = ["stadsdelsnamnder", "namnder", "districts"]

    static let name = ColumnDeclaration(
        "namn", ["Name", CaseColumns.board.name] + CaseColumns.board.aliases, .name, required: true)
    static let validFrom = ColumnDeclaration(
        "giltig_fran",
        ["Gäller från", "Giltig från", "Fr.o.m.", "Från", "Startdatum", "Valid from", "Giltig fr o m", "Bildad"], .date)
    static let validTo = ColumnDeclaration(
        "giltig_till",
        ["Gäller till", "Giltig till", "T.o.m.", "Till", "Slutdatum", "Valid to", "Giltig t o m", "Upphörd"], .date)
    static let successor = ColumnDeclaration(
        "efterfoljare", ["Efterföljare", "Efterträdare", "Ersätts av", "Ny nämnd", "Successor", "Uppgick i"], .name)

    static let columns = [name, validFrom, validTo, successor]

    /// A name alone is no division.
    static func isTold(by header: Header) -> Bool { header.found >= 2 }

    static func store(_ project: Project) -> RowStore<DistrictRow> { RowStore() }

    static func settle(
        _ row: DistrictRow, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout RowStore<DistrictRow>,
        _ ledger: inout Ledger
    ) throws(RowFault) {
        store.append(row, at: place)
    }

    static func finish(_ store: consuming RowStore<DistrictRow>, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        var store = store
        setAsideDuplicates(&store, &ledger)
        setAsideRings(&store, &ledger)
        setAsideUnknownSuccessors(&store, &ledger)
        ledger.names.boards = DistrictNames(division(store))
    }

    /// No municipality has had as many; a file with more is no table of districts.
    private static let mostDistricts = 10_000

    private static func setAsideDuplicates(_ store: inout RowStore<DistrictRow>, _ ledger: inout Ledger) {
        var seen: [String: [DistrictRow]] = [:]
        for (number, row) in store.kept {
            let others = seen[row.key] ?? []
            if others.contains(where: { !$0.goesOn(in: row) && !row.goesOn(in: $0) }) {
                let fault = RowFault(.duplicateName, in: name, found: ValueShape(ofName: row.name))
                store.setAside(number, fault, &ledger)
            } else if others.isEmpty, seen.count == mostDistricts {
                store.setAside(number, RowFault(.outOfRange, in: name), &ledger)
            } else {
                seen[row.key] = others + [row]
            }
        }
    }

    /// One row for every district, in the order of the first of its rows: from the start of the earliest to the end of
    /// the last, and what came after that.
    private static func districts(_ store: RowStore<DistrictRow>) -> [DistrictRow] {
        var place: [String: Int] = [:]
        var whole: [DistrictRow] = []
        for (_, row) in store.kept {
            guard let own = place[row.key] else {
                place[row.key] = whole.count
                whole.append(row)
                continue
            }
            if whole[own].goesOn(in: row) {
                whole[own].to = row.to
                whole[own].successor = row.successor
            } else if row.goesOn(in: whole[own]) {
                whole[own].from = row.from
            }
        }
        return whole
    }

    private static func setAsideRings(_ store: inout RowStore<DistrictRow>, _ ledger: inout Ledger) {
        var next: [String: String] = [:]
        for row in districts(store) { next[row.key] = row.successor.map(DistrictSpelling.key) }
        func isInRing(_ start: String) -> Bool {
            var key = start
            for _ in 0...next.count {
                guard let successor = next[key] else { return false }
                if successor == start { return true }
                key = successor
            }
            return false
        }
        for (number, row) in store.kept where isInRing(row.key) {
            let found = row.successor.map { ValueShape(ofName: $0) } ?? .row
            store.setAside(number, RowFault(.successorRing, in: successor, found: found), &ledger)
        }
    }

    /// A row set aside here may be the successor of another, so this goes on until nothing changes.
    private static func setAsideUnknownSuccessors(_ store: inout RowStore<DistrictRow>, _ ledger: inout Ledger) {
        var isDone = false
        while !isDone {
            isDone = true
            let names = Set(store.kept.map(\.row.key))
            for (number, row) in store.kept {
                guard let next = row.successor, !names.contains(DistrictSpelling.key(next)) else { continue }
                let fault = RowFault(.unknownSuccessor, in: successor, found: ValueShape(ofName: next))
                store.setAside(number, fault, &ledger)
                isDone = false
            }
        }
    }

    private static func division(_ store: RowStore<DistrictRow>) -> Division {
        let rows = districts(store)
        var places: [String: DistrictIndex] = [:]
        for (place, row) in rows.enumerated() { places[row.key] = DistrictIndex(place) }
        return Division(
            rows.map { row in
                District(
                    name: row.name, validFrom: row.from, validTo: row.to,
                    successor: row.successor.flatMap { places[DistrictSpelling.key($0)] })
            })
    }

    typealias Reader = DistrictReader
}

/// What a row of districts says.
struct DistrictRow {
    var name: String
    var from: CivilDate?
    var to: CivilDate?
    var successor: String?

    /// The name as it is compared.
    var key: String { DistrictSpelling.key(name) }

    /// Whether another row of the same name tells of the time after this one.
    func goesOn(in later: DistrictRow) -> Bool {
        guard let to, let start = later.from, to < start else { return false }
        return successor.map { DistrictSpelling.key($0) == key } ?? true
    }
}

/// Reads one file of districts.
struct DistrictReader: KindReader {
    typealias Decoded = DistrictRow

    let width: Int
    private let name: Int
    private let successor: Int
    private let from: DateColumnReader
    private let to: DateColumnReader

    init(_ table: SettledTable) {
        width = table.header.fields.count
        name = table.header.place(of: Districts.name)
        successor = table.header.place(of: Districts.successor)
        from = DateColumnReader(Districts.validFrom, in: table)
        to = DateColumnReader(Districts.validTo, in: table)
    }

    func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> DistrictRow? {
        let own = DistrictSpelling.shown(row.word(name))
        guard !DistrictSpelling.isWithoutDistrict(own.lowercased()) else {
            throw RowFault(.missingValue, at: name, found: .empty)
        }
        guard !PersonMask.holdsPersonKey(own) else { throw row.fault(.personKeyElsewhere, at: name) }
        let next = DistrictSpelling.shown(row.word(successor))
        guard !PersonMask.holdsPersonKey(next) else { throw row.fault(.personKeyElsewhere, at: successor) }
        let decoded = DistrictRow(
            name: own, from: try date(from, row), to: try date(to, row),
            successor: DistrictSpelling.isWithoutDistrict(next.lowercased()) ? nil : next)
        if let from = decoded.from, let to = decoded.to, to < from {
            throw RowFault(.endsBeforeStart, at: self.to.place)
        }
        return decoded
    }

    private func date(_ reader: DateColumnReader, _ row: borrowing Row) throws(RowFault) -> CivilDate? {
        guard !MissingMark.isMissing(row.batch.bytes.span.extracting(row.value(reader.place))) else { return nil }
        return try reader.value(row)
    }
}
