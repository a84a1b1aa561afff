// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Tabular

/// Reads tables of totals (*sammanställd statistik*), for systems that no row about a person may leave.
package enum StatisticsReader {
    /// A row for the whole municipality is checked against its districts and goes no further, else they would count
    /// twice; it stands alone where there are no districts.
    private struct Row {
        var place: PopulationCell.Place
        var values: StatisticsRow
    }

    private struct Key: Hashable {
        var year: Int
        var month: Int?
        var place: PopulationCell.Place?
        var service: Int16
        var law: Law
    }

    /// Reads all sources of the kind. `districts` are those of the districts table, or grow by the names that come.
    package static func read(
        _ project: Project, districts: inout DistrictNames
    ) throws(IntakeError) -> (statistics: [StatisticsRow], files: [TableFile]) {
        let services = ServiceNames(project.services)
        var tables: [TableRows<Row>] = []
        var columns: [(district: Int, granted: Int)] = []
        for source in project.sources where source.kind == .statistics {
            for file in source.files {
                let rows = try RowFile(file, of: source, in: project, schema: .statistics)
                let header = rows.header
                let year = source.year ?? PopulationColumns.year(inName: Paths.name(of: file))
                guard header["ar"] != nil || year != nil else { throw IntakeError(file: file, reason: .yearMissing) }
                columns.append((header.placeOrNone("stadsdelsnamnd"), header.placeOrNone("beviljade_timmar")))
                tables.append(
                    try TableRows(rows, kind: .statistics) { batch, record throws(RowFault) in
                        try row(
                            batch, record, header, services, tableYear: year, municipality: project.municipality,
                            &districts)
                    })
            }
        }
        setAsideDuplicates(&tables)
        setAsidePredecessors(&tables, columns.map(\.district), districts.division)
        let rows = checked(&tables, columns.map(\.granted))
        return (rows, tables.map(\.tableFile))
    }

    private static func row(
        _ batch: RecordBatch, _ record: Int, _ header: Header, _ services: ServiceNames, tableYear: Int?,
        municipality: String, _ districts: inout DistrictNames
    ) throws(RowFault) -> Row {
        if let fault = batch.recordFault(of: record, columns: header.fields.count) { throw fault }
        let fields = StatisticsFields(batch: batch, record: record, header: header)
        let period = try fields.period(tableYear: tableYear)
        let service = try fields.word("insats") { word throws(FaultRule) in try services.find(word) }
        guard let service else { throw fields.missing("insats") }
        let law = try fields.word("lagrum", digits: 4) { text throws(FaultRule) in try LawField.decode(text) }
        let place = try fields.word("stadsdelsnamnd") { name throws(FaultRule) in
            try districts.place(of: name.text, municipality: municipality)
        }
        let persons = try fields.count("personer")
        let flexible = try fields.optionalCount("flexibla_personer")
        if let flexible, flexible > persons { throw RowFault(.outOfRange, at: header["flexibla_personer"]) }
        var values = StatisticsRow(
            year: period.year, month: period.month, district: nil, service: service,
            law: law ?? services.services[Int(service)].law, persons: persons,
            granted: try fields.hours("beviljade_timmar"), performed: try fields.hours("utforda_timmar"),
            flexiblePersons: flexible)
        if case .district(let index)? = place { values.district = index }
        let whole: PopulationCell.Place = header["stadsdelsnamnd"] == nil ? .municipality : .withoutDistrict
        return Row(place: place ?? whole, values: values)
    }

    private static func setAsideDuplicates(_ tables: inout [TableRows<Row>]) {
        var seen: Set<Key> = []
        for table in tables.indices {
            for (number, row) in tables[table].kept where !seen.insert(key(row, row.place)).inserted {
                tables[table].setAside(number, RowFault(.duplicateCell))
            }
        }
    }

    /// A district that had ended before the row's year or month, beside the one that took over.
    private static func setAsidePredecessors(
        _ tables: inout [TableRows<Row>], _ columns: [Int], _ division: Division
    ) {
        let present = Set(tables.flatMap { table in table.kept.map { key($0.row, $0.row.place) } })
        for table in tables.indices {
            for (number, row) in tables[table].kept {
                guard case .district(let index) = row.place, let last = division[index].validTo,
                    last < YearMonth(year: row.values.year, month: row.values.month ?? 1).firstDay
                else { continue }
                let name = ValueShape(ofName: division[index].name)
                if division.successors(of: index).contains(where: { present.contains(key(row, .district($0))) }) {
                    tables[table].setAside(
                        number, RowFault(.predecessorBesideSuccessor, at: columns[table], found: name))
                } else {
                    tables[table].entries[number].remarks.append((.endedDistrict, columns[table], name))
                }
            }
        }
    }

    /// The rows to measure by. Rows of the whole municipality only remark on their sums where districts are given.
    private static func checked(_ tables: inout [TableRows<Row>], _ columns: [Int]) -> [StatisticsRow] {
        var sums: [Key: (granted: Hours, performed: Hours)] = [:]
        for row in tables.flatMap({ $0.kept.map(\.row) }) where row.place != .municipality {
            sums[key(row, nil), default: (.zero, .zero)].granted += row.values.granted
            sums[key(row, nil), default: (.zero, .zero)].performed += row.values.performed
        }
        var result: [StatisticsRow] = []
        for table in tables.indices {
            for (number, row) in tables[table].kept {
                guard row.place == .municipality, let sum = sums[key(row, nil)] else {
                    result.append(row.values)
                    continue
                }
                if sum.granted != row.values.granted || sum.performed != row.values.performed {
                    tables[table].entries[number].remarks.append((.totalDiffers, columns[table], .row))
                }
            }
        }
        return result
    }

    private static func key(_ row: Row, _ place: PopulationCell.Place?) -> Key {
        Key(
            year: row.values.year, month: row.values.month, place: place, service: row.values.service,
            law: row.values.law)
    }
}
