// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// The typed fields of one row of a table of totals.
struct StatisticsFields {
    let batch: RecordBatch
    let record: Int
    let header: Header

    /// Nobody's year holds more, even in sums over a large city.
    private static let most = 50_000_000

    func missing(_ name: String) -> RowFault { RowFault(.missingValue, at: header[name], found: .empty) }

    /// Year, and month when the row has one; a month may hold its year itself (`2019-03`).
    func period(tableYear: Int?) throws(RowFault) -> (year: Int, month: Int?) {
        let year = try batch.decoded(header.placeOrNone("ar"), of: record) { field throws(FaultRule) in
            guard let year = try DecimalField.decode(field).integer else { throw .notANumber }
            guard (1900...2200).contains(year) else { throw .outOfRange }
            return year
        }
        let month = try batch.decoded(header.placeOrNone("manad"), of: record) { field throws(FaultRule) in
            if field.count <= 2, let number = try? DecimalField.decode(field).integer {
                guard (1...12).contains(number) else { throw .outOfRange }
                return (year: Int?.none, month: number)
            }
            let month = try MonthField.decode(field)
            return (year: month.year, month: month.month)
        }
        guard let whole = month?.year ?? year ?? tableYear else { throw missing("ar") }
        if let year, whole != year { throw RowFault(.outOfRange, at: header["manad"]) }
        return (whole, month?.month)
    }

    func word<Value>(
        _ name: String, digits: Int = 0, by decode: (Span<UInt8>) throws(FaultRule) -> Value
    ) throws(RowFault) -> Value? {
        try batch.decodedWord(header.placeOrNone(name), of: record, person: -1, digits: digits, by: decode)
    }

    func count(_ name: String) throws(RowFault) -> Int {
        guard let count = try optionalCount(name) else { throw missing(name) }
        return count
    }

    /// nil when the table has a sign for no figure (`..`, `-`).
    func optionalCount(_ name: String) throws(RowFault) -> Int? {
        try batch.decoded(header.placeOrNone(name), of: record) { field throws(FaultRule) -> Int? in
            if MissingMark.isMissing(field) { return nil }
            guard let count = try DecimalField.decode(field).integer, (0...Self.most).contains(count) else {
                throw .outOfRange
            }
            return count
        } ?? nil
    }

    func hours(_ name: String) throws(RowFault) -> Hours {
        let hours = try batch.decoded(header.placeOrNone(name), of: record) { field throws(FaultRule) -> Hours? in
            if MissingMark.isMissing(field) { return nil }
            let hours = try DecimalField.decode(field).hours
            guard hours >= .zero, hours.value <= Double(Self.most) else { throw .outOfRange }
            return hours
        }
        guard let hours, let hours else { throw missing(name) }
        return hours
    }
}
