// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Tabular

/// Reads the districts (*stadsdelsnämnder*) of a municipality, past and present, with their successors.
///
/// Rows are set aside for a name that is there already, an end before the start, a successor that is not in the
/// table, and districts that succeed each other in a ring; what is left is a division. A district that goes on under
/// its name with other parts of the town (Göteborg's *Centrum* 2021) may have a row for each time: it is one district.
package enum DistrictsReader {
    private struct Row {
        var name: String
        var from: CivilDate?
        var to: CivilDate?
        var successor: String?

        /// Whether another row of the same name tells of the time after this one.
        func goesOn(in later: Row) -> Bool {
            guard let to, let start = later.from, to < start else { return false }
            return successor.map { DistrictSpelling.key($0) == DistrictSpelling.key(name) } ?? true
        }
    }

    /// No municipality has had as many; a file with more is no table of districts.
    private static let mostDistricts = 10_000

    /// Reads all sources of the kind, which together are one table.
    package static func read(
        _ project: Project
    ) throws(IntakeError) -> (division: Division, files: [TableFile]) {
        var tables: [TableRows<Row>] = []
        var columns: [(name: Int, successor: Int)] = []
        for source in project.sources where source.kind == .districts {
            for file in source.files {
                let rows = try RowFile(file, of: source, in: project, schema: .districts)
                let header = rows.header
                columns.append((header.placeOrNone("namn"), header.placeOrNone("efterfoljare")))
                tables.append(
                    try TableRows(rows, kind: .districts) { batch, record throws(RowFault) in
                        try row(batch, record, header)
                    })
            }
        }
        setAsideDuplicates(&tables, columns.map(\.name))
        setAsideRings(&tables, columns.map(\.successor))
        setAsideUnknownSuccessors(&tables, columns.map(\.successor))
        return (division(tables), tables.map(\.tableFile))
    }

    private static func row(_ batch: RecordBatch, _ record: Int, _ header: Header) throws(RowFault) -> Row {
        if let fault = batch.recordFault(of: record, columns: header.fields.count) { throw fault }
        func name(_ column: String) -> String {
            let range = batch.value(header.placeOrNone(column), of: record)
            return DistrictSpelling.shown(batch.bytes.span.extracting(range).text)
        }
        func date(_ column: String) throws(RowFault) -> CivilDate? {
            try batch.decoded(header.placeOrNone(column), of: record) { field throws(FaultRule) in
                MissingMark.isMissing(field) ? nil : try DateField.decode(field)
            } ?? nil
        }
        let own = name("namn")
        guard !DistrictSpelling.isWithoutDistrict(own.lowercased()) else {
            throw RowFault(.missingValue, at: header.placeOrNone("namn"), found: .empty)
        }
        let row = Row(
            name: own, from: try date("giltig_fran"), to: try date("giltig_till"),
            successor: DistrictSpelling.isWithoutDistrict(name("efterfoljare").lowercased())
                ? nil : name("efterfoljare"))
        if let from = row.from, let to = row.to, to < from {
            throw RowFault(.endsBeforeStart, at: header.placeOrNone("giltig_till"))
        }
        return row
    }

    private static func setAsideDuplicates(_ tables: inout [TableRows<Row>], _ columns: [Int]) {
        var seen: [String: [Row]] = [:]
        for table in tables.indices {
            for (number, row) in tables[table].kept {
                let others = seen[DistrictSpelling.key(row.name)] ?? []
                if others.contains(where: { !$0.goesOn(in: row) && !row.goesOn(in: $0) }) {
                    tables[table].setAside(
                        number, RowFault(.duplicateName, at: columns[table], found: ValueShape(ofName: row.name)))
                } else if others.isEmpty, seen.count == mostDistricts {
                    tables[table].setAside(number, RowFault(.outOfRange, at: columns[table]))
                } else {
                    seen[DistrictSpelling.key(row.name)] = others + [row]
                }
            }
        }
    }

    /// One row for every district, in the order of the first of its rows: from the start of the earliest to the end of
    /// the last, and what came after that.
    private static func districts(_ tables: [TableRows<Row>]) -> [Row] {
        var place: [String: Int] = [:]
        var whole: [Row] = []
        for row in tables.flatMap({ $0.kept.map(\.row) }) {
            guard let own = place[DistrictSpelling.key(row.name)] else {
                place[DistrictSpelling.key(row.name)] = whole.count
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

    private static func setAsideRings(_ tables: inout [TableRows<Row>], _ columns: [Int]) {
        var next: [String: String] = [:]
        for row in districts(tables) {
            next[DistrictSpelling.key(row.name)] = row.successor.map(DistrictSpelling.key)
        }
        func isInRing(_ start: String) -> Bool {
            var key = start
            for _ in 0...next.count {
                guard let successor = next[key] else { return false }
                if successor == start { return true }
                key = successor
            }
            return false
        }
        for table in tables.indices {
            for (number, row) in tables[table].kept where isInRing(DistrictSpelling.key(row.name)) {
                let found = row.successor.map { ValueShape(ofName: $0) } ?? .row
                tables[table].setAside(number, RowFault(.successorRing, at: columns[table], found: found))
            }
        }
    }

    /// A row set aside here may be the successor of another, so this goes on until nothing changes.
    private static func setAsideUnknownSuccessors(_ tables: inout [TableRows<Row>], _ columns: [Int]) {
        while true {
            let names = Set(tables.flatMap { table in table.kept.map { DistrictSpelling.key($0.row.name) } })
            var isDone = true
            for table in tables.indices {
                for (number, row) in tables[table].kept {
                    guard let successor = row.successor, !names.contains(DistrictSpelling.key(successor)) else {
                        continue
                    }
                    tables[table].setAside(
                        number, RowFault(.unknownSuccessor, at: columns[table], found: ValueShape(ofName: successor)))
                    isDone = false
                }
            }
            if isDone { return }
        }
    }

    private static func division(_ tables: [TableRows<Row>]) -> Division {
        let rows = districts(tables)
        var places: [String: DistrictIndex] = [:]
        for (place, row) in rows.enumerated() { places[DistrictSpelling.key(row.name)] = DistrictIndex(place) }
        return Division(
            rows.map { row in
                District(
                    name: row.name, validFrom: row.from, validTo: row.to,
                    successor: row.successor.flatMap { places[DistrictSpelling.key($0)] })
            })
    }
}
