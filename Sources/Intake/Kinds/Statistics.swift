// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let statistics = SourceKind(rawValue: "statistics")
}

/// *Sammanställd statistik*: totals by board, service and year or month, for systems that no row about a person may
/// leave.
enum Statistics: TableKind {
    static let kind = SourceKind.statistics
    static let words = Phrase(sv: "sammanställd statistik", en: "table of totals")
    static let stems = ["statistik", "sammanstallning", "statistics"]
    static let settings: Set<SourceSetting> = [.year, .from]

    static let year = ColumnDeclaration("ar", ["År", "Year"], .year)
    static let month = ColumnDeclaration("manad", ["Månad", "Month"], .month)
    static let persons = ColumnDeclaration(
        "personer", ["Antal personer", "Brukare", "Persons", "Antal brukare", "Antal", "Unika personer"], .number,
        required: true)
    static let granted = ColumnDeclaration(
        "beviljade_timmar", ["Beviljade timmar", "Beviljad tid", "Granted hours", "Summa beviljade timmar"], .amount,
        required: true)
    static let performed = ColumnDeclaration(
        "utforda_timmar", ["Utförda timmar", "Utförd tid", "Performed hours", "Summa utförda timmar"], .amount,
        required: true)
    static let flexible = ColumnDeclaration(
        "flexibla_personer", ["Flexibla personer", "Personer med flexibel användning"], .number)

    static let columns = [
        year, month, CaseColumns.board, CaseColumns.service, CaseColumns.law.declaration, persons, granted, performed,
        flexible,
    ]

    static func store(_ project: Project) -> RowStore<StatisticsTotal> { RowStore() }

    static func settle(
        _ row: StatisticsTotal, at place: RowPlace, _ remarks: inout RowRemarks,
        _ store: inout RowStore<StatisticsTotal>, _ ledger: inout Ledger
    ) throws(RowFault) {
        store.append(row, at: place)
    }

    static func finish(_ store: consuming RowStore<StatisticsTotal>, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        var store = store
        setAsideDuplicates(&store, &ledger)
        setAsidePredecessors(&store, &ledger)
        for entry in store.entries where !entry.isSetAside {
            if case .district(let index) = entry.row.place { ledger.names.boards.keep(index, order: entry.place.order) }
        }
        ledger.settle()
        let boards = ledger.names.boards
        dataset.statistics = checked(store, &ledger).map { row in
            var row = row
            row.district = boards.final(row.district)
            return row
        }
    }

    private struct Key: Hashable {
        var year: Int
        var month: Int?
        var place: PopulationCell.Place?
        var service: Int16
        var law: Law
    }

    private static func key(_ row: StatisticsTotal, _ place: PopulationCell.Place?) -> Key {
        Key(
            year: row.values.year, month: row.values.month, place: place, service: row.values.service,
            law: row.values.law)
    }

    private static func setAsideDuplicates(_ store: inout RowStore<StatisticsTotal>, _ ledger: inout Ledger) {
        var seen: Set<Key> = []
        for (number, row) in store.kept where !seen.insert(key(row, row.place)).inserted {
            store.setAside(number, RowFault(.duplicateCell), &ledger)
        }
    }

    /// A district that had ended before the row's year or month, beside the one that took over.
    private static func setAsidePredecessors(_ store: inout RowStore<StatisticsTotal>, _ ledger: inout Ledger) {
        guard let division = ledger.names.boards.table else { return }
        let present = Set(store.kept.map { key($0.row, $0.row.place) })
        for (number, row) in store.kept {
            guard case .district(let index) = row.place, let last = division[index].validTo,
                last < YearMonth(year: row.values.year, month: row.values.month ?? 1).firstDay
            else { continue }
            let name = ValueShape(ofName: division[index].name)
            if division.successors(of: index).contains(where: { present.contains(key(row, .district($0))) }) {
                let fault = RowFault(.predecessorBesideSuccessor, in: CaseColumns.board, found: name)
                store.setAside(number, fault, &ledger)
            } else {
                store.remark(number, .endedDistrict, in: CaseColumns.board, found: name, &ledger)
            }
        }
    }

    /// The rows to measure by. A row of the whole municipality is checked against its districts and goes no further,
    /// else they would count twice; it stands alone where there are no districts.
    private static func checked(_ store: RowStore<StatisticsTotal>, _ ledger: inout Ledger) -> [StatisticsRow] {
        var sums: [Key: (granted: Hours, performed: Hours)] = [:]
        for (_, row) in store.kept where row.place != .municipality {
            sums[key(row, nil), default: (.zero, .zero)].granted += row.values.granted
            sums[key(row, nil), default: (.zero, .zero)].performed += row.values.performed
        }
        var result: [StatisticsRow] = []
        for (number, row) in store.kept {
            guard row.place == .municipality, let sum = sums[key(row, nil)] else {
                result.append(row.values)
                continue
            }
            if sum.granted != row.values.granted || sum.performed != row.values.performed {
                store.remark(number, .totalDiffers, in: granted, &ledger)
            }
        }
        return result
    }

    typealias Reader = StatisticsReader
}

/// What a row of totals says, and of where.
struct StatisticsTotal {
    var place: PopulationCell.Place
    var values: StatisticsRow
}

/// Reads one file of totals.
struct StatisticsReader: KindReader {
    typealias Decoded = StatisticsTotal

    let width: Int
    private let year: Int
    private let month: Int
    private let board: Int
    private let persons: Int
    private let granted: Int
    private let performed: Int
    private let flexible: Int
    private var law: ColumnReader<LegalBasis>
    private var common: CaseReader
    private let services: [Service]
    private let tableYear: Int?
    private let municipality: String

    /// Nobody's year holds more, even in sums over a large city.
    private static let most = 50_000_000

    /// Throws `yearMissing` for a table that tells no year, nor its source nor its name.
    init(_ table: SettledTable) throws(IntakeFileError) {
        let header = table.header
        width = header.fields.count
        year = header.place(of: Statistics.year)
        month = header.place(of: Statistics.month)
        board = header.place(of: CaseColumns.board)
        persons = header.place(of: Statistics.persons)
        granted = header.place(of: Statistics.granted)
        performed = header.place(of: Statistics.performed)
        flexible = header.place(of: Statistics.flexible)
        law = ColumnReader(CaseColumns.law, in: header)
        common = CaseReader(table)
        services = table.services.services
        municipality = table.municipality
        tableYear = table.year
        guard year >= 0 || tableYear != nil || month >= 0 else { throw .yearMissing }
    }

    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> StatisticsTotal? {
        let period = try period(row)
        let service = try common.service(row)
        let law = try law.value(row)?.law
        let place = try place(row, &names)
        let persons = try required(count(persons, row), persons)
        let flexible = try count(flexible, row)
        if let flexible, flexible > persons { throw RowFault(.outOfRange, at: self.flexible) }
        var values = StatisticsRow(
            year: period.year, month: period.month, district: nil, service: service,
            law: law ?? services[Int(service)].law, persons: persons,
            granted: try required(hours(granted, row), granted),
            performed: try required(hours(performed, row), performed), flexiblePersons: flexible)
        if case .district(let index) = place { values.district = index }
        return StatisticsTotal(place: place, values: values)
    }

    private func required<Value>(_ value: Value?, _ place: Int) throws(RowFault) -> Value {
        guard let value else { throw RowFault(.missingValue, at: place, found: .empty) }
        return value
    }

    private func place(_ row: borrowing Row, _ names: inout Names) throws(RowFault) -> PopulationCell.Place {
        guard board >= 0 else { return .municipality }
        let range = row.value(board)
        guard !range.isEmpty else { return .withoutDistrict }
        let bytes = row.batch.bytes.span.extracting(range)
        do throws(FaultRule) {
            return try names.boards.place(of: bytes.text, municipality: municipality)
        } catch {
            throw RowFault(error, at: board, found: ValueShape(ofWord: bytes))
        }
    }

    /// Year, and month when the row has one; a month may hold its year itself (`2019-03`).
    private func period(_ row: borrowing Row) throws(RowFault) -> (year: Int, month: Int?) {
        let year = try row.decoded(year) { bytes throws(FaultRule) in
            guard let year = try DecimalField.decode(bytes).integer else { throw .notANumber }
            guard (1900...2200).contains(year) else { throw .outOfRange }
            return year
        }
        let month = try row.decoded(month) { bytes throws(FaultRule) in
            if bytes.count <= 2, let number = try? DecimalField.decode(bytes).integer {
                guard (1...12).contains(number) else { throw .outOfRange }
                return (year: Int?.none, month: number)
            }
            let month = try MonthField.decode(bytes)
            return (year: month.year, month: month.month)
        }
        guard let whole = month?.year ?? year ?? tableYear else {
            throw RowFault(.missingValue, at: self.year >= 0 ? self.year : nil, found: .empty)
        }
        if let year, whole != year { throw RowFault(.outOfRange, at: self.month) }
        return (whole, month?.month)
    }

    /// nil when the table has a sign for no figure (`..`, `-`).
    private func count(_ place: Int, _ row: borrowing Row) throws(RowFault) -> Int? {
        try row.decoded(place) { bytes throws(FaultRule) -> Int? in
            if MissingMark.isMissing(bytes) { return nil }
            guard let count = try DecimalField.decode(bytes).integer, (0...Self.most).contains(count) else {
                throw .outOfRange
            }
            return count
        } ?? nil
    }

    private func hours(_ place: Int, _ row: borrowing Row) throws(RowFault) -> Hours? {
        try row.decoded(place) { bytes throws(FaultRule) -> Hours? in
            if MissingMark.isMissing(bytes) { return nil }
            let hours = try HoursField.decode(bytes, as: .hours)
            guard hours >= .zero, hours.value <= Double(Self.most) else { throw .outOfRange }
            return hours
        } ?? nil
    }
}
