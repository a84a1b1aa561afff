// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let rates = SourceKind(rawValue: "rates")
}

/// *Ersättning*: what the municipality pays an hour, by time of the week and who provides.
///
/// Rows of the same band, provider type, law and service follow each other without a gap and do not overlap: a row that
/// overlaps one before it is set aside, and the day after a gap is remarked on.
enum Rates: TableKind {
    static let kind = SourceKind.rates
    static let words = Phrase(sv: "ersättning", en: "rates")
    static let stems = ["ersattning", "ersattningar", "prislista", "rates"]

    static let from = ColumnDeclaration(
        "fran", ["Från", "Gäller från", "Fr.o.m.", "Giltig från", "Startdatum", "From", "Valid from"], .date)
    static let to = ColumnDeclaration(
        "till", ["Till", "Gäller till", "T.o.m.", "Giltig till", "Slutdatum", "To", "Valid to"], .date)
    static let year = ColumnDeclaration("ar", ["År", "Year"], .year)
    static let band = Column(
        "band", ["Tidsband", "Tid på dygnet", "Tidpunkt", "Tid", "Ersättningstyp", "Time band"], .word,
        decode: { bytes throws(FaultRule) in try RateBandField.decode(bytes) })
    static let amount = ColumnDeclaration(
        "kr_per_timme",
        [
            "Kronor per timme", "Ersättning per timme", "Kr/timme", "Kr/tim", "Timersättning", "Ersättning", "Pris",
            "Pris per timme", "Belopp", "Rate",
        ], .number, required: true)
    static let service = ColumnDeclaration("insats", CaseColumns.service.aliases, .word)

    static let columns = [
        from, to, year, band.declaration, CaseColumns.providerType.declaration, CaseColumns.law.declaration, service,
        amount,
    ]

    static func missing(_ header: Header, in table: TableNames) -> ColumnDeclaration? {
        table.firstMissing(header) ?? (header.has(from) || header.has(year) ? nil : from)
    }

    static func store(_ project: Project) -> RowStore<Rate> { RowStore() }

    static func settle(
        _ rate: Rate, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout RowStore<Rate>,
        _ ledger: inout Ledger
    ) throws(RowFault) {
        store.append(rate, at: place)
    }

    static func finish(_ store: consuming RowStore<Rate>, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        var store = store
        struct Series: Hashable {
            var band: Rate.Band
            var providerType: ProviderType
            var law: Law?
            var service: Int16?
        }
        var series: [Series: [(number: Int, rate: Rate)]] = [:]
        for (number, rate) in store.kept {
            let key = Series(
                band: rate.band, providerType: rate.providerType, law: rate.law, service: rate.service)
            series[key, default: []].append((number, rate))
        }
        for rates in series.values {
            var last: CivilDate?
            for (number, rate) in rates.sorted(by: { ($0.rate.from, $0.number) < ($1.rate.from, $1.number) }) {
                if let end = last {
                    if rate.from <= end {
                        store.setAside(number, RowFault(.overlappingRates, in: from), &ledger)
                        continue
                    }
                    if end.adding(days: 1) < rate.from { store.remark(number, .gapInRates, in: from, &ledger) }
                }
                last = rate.to ?? Self.never
            }
        }
        dataset.rates = store.kept.map(\.row)
    }

    /// The last day of a rate that holds until further notice. It has a day after it.
    private static let never = CivilDate(daysSince1970: .max - 1)

    typealias Reader = RateReader
}

/// When in the week a rate holds, by how its word begins: `dag`, `kväll`, `natt`, `helg`, `storhelg`. What follows, as the
/// clock times of `dagtid_07_19`, is not read.
enum RateBandField {
    static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> Rate.Band {
        let word = FoldedWord(bytes).text
        let bands: [(starts: [String], band: Rate.Band)] = [
            (["storhelg", "majorholiday"], .majorHoliday), (["helg", "weekend", "obekvämhelg"], .weekend),
            (["natt", "night"], .night), (["kväll", "kvall", "evening"], .evening),
            (["dag", "vardag", "day"], .day), (["alla", "samtliga", "dygnet", "any", "all"], .any),
        ]
        for (starts, band) in bands where starts.contains(where: { word.hasPrefix($0) }) { return band }
        throw .unknownBand
    }
}

/// Reads one file of rates.
struct RateReader: KindReader {
    typealias Decoded = Rate

    let width: Int
    private let from: DateColumnReader
    private let to: DateColumnReader
    private let year: Int
    private let amount: Int
    private let service: Int
    private var band: ColumnReader<Rate.Band>
    private var providerType: ColumnReader<ProviderType>
    private var law: ColumnReader<LegalBasis>
    private let services: ServiceNames

    init(_ table: SettledTable) {
        let header = table.header
        width = header.fields.count
        from = DateColumnReader(Rates.from, in: table)
        to = DateColumnReader(Rates.to, in: table)
        year = header.place(of: Rates.year)
        amount = header.place(of: Rates.amount)
        service = header.place(of: Rates.service)
        band = ColumnReader(Rates.band, in: header)
        providerType = ColumnReader(CaseColumns.providerType, in: header)
        law = ColumnReader(CaseColumns.law, in: header)
        services = table.services
    }

    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> Rate? {
        let (first, last) = try days(row)
        let amount = try row.decoded(amount) { bytes throws(FaultRule) in
            let number = try KronorField.decode(bytes)
            guard !number.isNegative, number.whole <= 100_000 else { throw .outOfRange }
            return number.ore
        }
        guard let amount else { throw RowFault(.missingValue, at: self.amount, found: .empty) }
        let service = try row.decoded(service) { bytes throws(FaultRule) in try services.find(bytes) }
        return Rate(
            from: first, to: last, band: try band.value(row) ?? .any,
            providerType: try providerType.value(row) ?? .unknown,
            law: try law.value(row)?.law, service: service, amount: amount)
    }

    private func days(_ row: borrowing Row) throws(RowFault) -> (CivilDate, CivilDate?) {
        if from.place >= 0 {
            let first = try from.required(row)
            return (first, try to.lastDay(row, from: first))
        }
        let found = try row.decoded(year) { bytes throws(FaultRule) in
            guard let year = try DecimalField.decode(bytes).integer else { throw .notANumber }
            guard (1900...2200).contains(year) else { throw .outOfRange }
            return year
        }
        guard let found else { throw RowFault(.missingValue, at: year, found: .empty) }
        return (YearMonth(year: found, month: 1).firstDay, YearMonth(year: found, month: 12).lastDay)
    }
}
