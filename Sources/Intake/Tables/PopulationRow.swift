// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// What a count is of.
struct PopulationCell: Hashable {
    enum Place: Hashable {
        case municipality
        case district(DistrictIndex)
        /// *Okänd*: in the municipality's total, in no district.
        case withoutDistrict
    }

    var base: PopulationCount.Base
    var year: Int
    var place: Place
    /// nil is all ages.
    var ages: ClosedRange<Int>?
    /// nil is everyone.
    var sex: Sex?
}

/// A row of a population table once decoded: a count in the long form, several in a wide one.
struct PopulationRow {
    struct Entry {
        var cell: PopulationCell
        var count: Int
        /// Place of the count's column.
        var column: Int
    }

    var entries: [Entry]

    /// More people than in any municipality of the Nordic countries: a footnote digit got into the number.
    private static let mostPeople = 3_000_000

    init(
        _ batch: RecordBatch, _ record: Int, _ columns: PopulationColumns, base: PopulationCount.Base,
        municipality: String, districts: inout DistrictNames
    ) throws(RowFault) {
        if let fault = batch.recordFault(of: record, columns: columns.width) { throw fault }
        let place = try Self.place(batch, record, columns.district, municipality, &districts)
        let year = try batch.decoded(columns.year, of: record) { field throws(FaultRule) in
            guard let year = try DecimalField.decode(field).integer else { throw .notANumber }
            guard (1900...2200).contains(year) else { throw .outOfRange }
            return year
        }
        if columns.year >= 0, year == nil { throw RowFault(.missingValue, at: columns.year, found: .empty) }
        let age = try batch.decoded(columns.age, of: record) { field throws(FaultRule) in
            guard let age = AgeField.decode(field.text, isHeader: false) else { throw .outOfRange }
            return age
        }
        let sex = try batch.decodedWord(columns.sex, of: record, person: -1) { word throws(FaultRule) -> Sex? in
            if TotalWords.all.contains(FoldedWord(word).text) { return nil }
            return try WordField.sex.decode(word)
        }
        entries = []
        for column in columns.counts {
            let value = batch.value(column.place, of: record)
            if MissingMark.isMissing(batch.bytes.span.extracting(value)) { continue }
            let count = try batch.decoded(column.place, of: record) { field throws(FaultRule) in
                let number = try DecimalField.decode(field)
                guard let count = number.integer, count >= 0, count <= Self.mostPeople else { throw .outOfRange }
                return count
            }
            guard let count, let year = column.year ?? year ?? columns.tableYear else { continue }
            var ages: ClosedRange<Int>?
            if case .ages(let range)? = column.age ?? age { ages = range }
            let cell = PopulationCell(base: base, year: year, place: place, ages: ages, sex: sex ?? nil)
            entries.append(Entry(cell: cell, count: count, column: column.place))
        }
        if !columns.isWide, entries.isEmpty {
            throw RowFault(.missingValue, at: columns.counts[0].place, found: .empty)
        }
        try checkYears(batch, record)
    }

    private static func place(
        _ batch: RecordBatch, _ record: Int, _ column: Int, _ municipality: String, _ districts: inout DistrictNames
    ) throws(RowFault) -> PopulationCell.Place {
        guard column >= 0 else { return .municipality }
        let place = try batch.decodedWord(column, of: record, person: -1) { name throws(FaultRule) in
            try districts.place(of: name.text, municipality: municipality)
        }
        return place ?? .withoutDistrict
    }

    /// In a row of years a figure more than five times the next largest has a digit too many: a footnote's, as a rule.
    private func checkYears(_ batch: RecordBatch, _ record: Int) throws(RowFault) {
        guard entries.count >= 3, Set(entries.map(\.cell.year)).count == entries.count else { return }
        let sorted = entries.sorted { $0.count > $1.count }
        guard sorted[1].count >= 500, sorted[0].count > 5 * sorted[1].count else { return }
        let value = batch.value(sorted[0].column, of: record)
        throw RowFault(.outOfRange, at: sorted[0].column, found: ValueShape(of: batch.bytes.span.extracting(value)))
    }
}

extension DistrictNames {
    /// What a name in a table of totals stands for. Throws `unknownDistrict`.
    mutating func place(of name: String, municipality: String) throws(FaultRule) -> PopulationCell.Place {
        let isWhole = TotalWords.isWholeMunicipality(name, municipality: municipality)
        // A district that is called as the municipality is a district, where a table says so.
        if isWhole, !isKnown(name) { return .municipality }
        switch find(name) {
        case .district(let index): return .district(index)
        case .withoutDistrict: return .withoutDistrict
        case .unknown: throw .unknownDistrict
        }
    }
}
