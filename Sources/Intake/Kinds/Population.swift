// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let population = SourceKind(rawValue: "population")
}

/// *Befolkning*: counts of inhabitants, in the canonical long form or as public tables are published, with a column for
/// each year or age group.
///
/// Beside the counts as they stand, the result holds the whole of each district, and of the municipality, for every
/// year whose parts make up a whole: a count with neither ages nor sex. Counts of the municipality have no district.
enum Population: TableKind {
    static let kind = SourceKind.population
    static let words = Phrase(sv: "befolkning", en: "population")
    static let stems = ["befolkning", "folkmangd", paratransitStem]
    /// Of files of those entitled to paratransit (*färdtjänst*).
    private static let paratransitStem = "fardtjanst"
    static let settings: Set<SourceSetting> = [.base, .year]

    static let district = ColumnDeclaration(CaseColumns.board.name, CaseColumns.board.aliases, .name)
    static let year = ColumnDeclaration("ar", ["År", "Year"], .year)
    static let age = Column(
        "alder", ["Ålder", "Åldersgrupp", "Ålder i år", "Age", "Åldersklass"], .word,
        decode: { bytes throws(FaultRule) -> AgeField.Age in
            guard let age = AgeField.decode(bytes.text, isHeader: false) else { throw .outOfRange }
            return age
        })
    static let sex = Column(
        "kon", ["Kön", "Juridiskt kön", "Sex"], .word,
        decode: { bytes throws(FaultRule) -> Sex? in
            if TotalWords.all.contains(FoldedWord(bytes).text) { return nil }
            return try WordField.sex.decode(bytes)
        })
    static let count = ColumnDeclaration(
        "antal", ["Antal personer", "Befolkning", "Folkmängd", "Invånare", "Personer", "Count", "Antal invånare"],
        .number)

    static let columns = [district, year, age.declaration, sex.declaration, count]

    static func missing(_ header: Header, in table: TableNames) -> ColumnDeclaration? {
        header.has(count) || header.unread.contains { isCount(header.fields[$0]) } ? nil : count
    }

    static func isTold(by header: Header) -> Bool { header.has(district) || header.has(year) }

    /// Whether a header tells a year or an age, so that its column holds counts.
    static func isCount(_ header: String) -> Bool {
        PopulationReader.year(inHeader: header) != nil || AgeField.decode(header, isHeader: true) != nil
    }

    static func take(stem: String, into source: inout Source) {
        if stem == paratransitStem { source.base = .paratransit }
    }

    static func store(_ project: Project) -> RowStore<PopulationRow> { RowStore() }

    static func settle(
        _ row: PopulationRow, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout RowStore<PopulationRow>,
        _ ledger: inout Ledger
    ) throws(RowFault) {
        store.append(row, at: place)
    }

    static func finish(_ store: consuming RowStore<PopulationRow>, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        var store = store
        setAsideDuplicates(&store, &ledger)
        setAsidePredecessors(&store, &ledger)
        for entry in store.entries where !entry.isSetAside {
            for case .district(let index) in entry.row.entries.map(\.cell.place) {
                ledger.names.boards.keep(index, order: entry.place.order)
            }
        }
        ledger.settle()
        let cells = PopulationCells(store.kept.flatMap(\.row.entries).map { ($0.cell, $0.count) })
        for (number, row) in store.kept {
            guard let wrong = row.entries.first(where: { cells.differsFromParts($0.cell, $0.count) }) else { continue }
            store.remark(
                number, .totalDiffers, in: count, at: wrong.column,
                found: .number(digits: "\(wrong.count)".count), &ledger)
        }
        let boards = ledger.names.boards
        dataset.population = cells.counts.map { count in
            var count = count
            count.district = boards.final(count.district)
            return count
        }
    }

    private static func setAsideDuplicates(_ store: inout RowStore<PopulationRow>, _ ledger: inout Ledger) {
        var seen: Set<PopulationCell> = []
        for (number, row) in store.kept {
            if let again = row.entries.first(where: { seen.contains($0.cell) }) {
                store.setAside(number, RowFault(.duplicateCell, at: again.column), &ledger)
            } else {
                seen.formUnion(row.entries.map(\.cell))
            }
        }
    }

    /// A district beside the one that took over, in the same year, would count its people twice: its row is set
    /// aside. Alone after its end it is kept, in its successor, with a remark.
    private static func setAsidePredecessors(_ store: inout RowStore<PopulationRow>, _ ledger: inout Ledger) {
        guard let division = ledger.names.boards.table else { return }
        struct Presence: Hashable {
            var base: PopulationCount.Base
            var year: Int
            var district: DistrictIndex
        }
        var present: Set<Presence> = []
        for entry in store.kept.flatMap(\.row.entries) {
            guard case .district(let index) = entry.cell.place else { continue }
            present.insert(Presence(base: entry.cell.base, year: entry.cell.year, district: index))
        }
        for (number, row) in store.kept {
            guard let first = row.entries.first, case .district(let index) = first.cell.place else { continue }
            let name = ValueShape(ofName: division[index].name)
            let isBeside = row.entries.contains { entry in
                division.successors(of: index).contains {
                    present.contains(Presence(base: entry.cell.base, year: entry.cell.year, district: $0))
                }
            }
            if isBeside {
                store.setAside(number, RowFault(.predecessorBesideSuccessor, in: district, found: name), &ledger)
            } else if let last = division[index].validTo,
                row.entries.contains(where: { last < YearMonth(year: $0.cell.year, month: 12).lastDay })
            {
                store.remark(number, .endedDistrict, in: district, found: name, &ledger)
            }
        }
    }

    typealias Reader = PopulationReader
}

/// A row of a population table: a count in the long form, several in a wide one.
struct PopulationRow {
    struct Entry {
        var cell: PopulationCell
        var count: Int
        /// Place of the count's column.
        var column: Int
    }

    var entries: [Entry]
}

/// Reads one file of inhabitants.
struct PopulationReader: KindReader {
    typealias Decoded = PopulationRow

    /// What a column of counts counts; nil is not told by its header.
    private struct Count {
        var place: Int
        var year: Int?
        var age: AgeField.Age?
    }

    let width: Int
    private let district: Int
    private let year: Int
    private var age: ColumnReader<AgeField.Age>
    private var sex: ColumnReader<Sex?>
    private let counts: [Count]
    private let isWide: Bool
    private let tableYear: Int?
    private let base: PopulationCount.Base
    private let municipality: String

    /// More people than in any municipality of the Nordic countries: a footnote digit got into the number.
    private static let mostPeople = 3_000_000

    /// Throws `yearMissing` for a table that tells no year, nor its source nor its name.
    init(_ table: SettledTable) throws(IntakeFileError) {
        let header = table.header
        width = header.fields.count
        district = header.place(of: Population.district)
        year = header.place(of: Population.year)
        age = ColumnReader(Population.age, in: header)
        sex = ColumnReader(Population.sex, in: header)
        base = table.source.base
        municipality = table.municipality
        tableYear = table.source.year ?? NamedPeriods(in: Paths.name(of: table.file)).year
        let count = header.place(of: Population.count)
        if count >= 0 {
            counts = [Count(place: count)]
            isWide = false
        } else {
            let years = header.unread.compactMap { place in
                Self.year(inHeader: header.fields[place]).map { Count(place: place, year: $0) }
            }
            let ages = header.unread.compactMap { place in
                AgeField.decode(header.fields[place], isHeader: true).map { Count(place: place, age: $0) }
            }
            counts = years.isEmpty ? Self.closingSingleAges(ages) : years
            isWide = true
        }
        guard year >= 0 || counts.allSatisfy({ $0.year != nil }) || tableYear != nil else { throw .yearMissing }
    }

    /// A lone age in a header (`ar_90`) is that age and above. Where several stand alone, all but the highest are
    /// single years of age.
    private static func closingSingleAges(_ counts: [Count]) -> [Count] {
        func openStart(_ count: Count) -> Int? {
            guard case .ages(let range)? = count.age, range.upperBound == AgeField.oldest else { return nil }
            return range.lowerBound
        }
        let highest = counts.compactMap(openStart).max()
        return counts.map { count in
            guard let start = openStart(count), start != highest else { return count }
            var closed = count
            closed.age = .ages(start...start)
            return closed
        }
    }

    /// `y2000`, `2000`, `år 2000`; not `prognos2021`, for a forecast is no count.
    static func year(inHeader header: String) -> Int? {
        var word = FoldedWord(header).text
        for prefix in ["y", "år", "ar", "31dec", "31december"] where word.hasPrefix(prefix) {
            word.removeFirst(prefix.count)
            break
        }
        return NamedPeriods.year(word)
    }

    var extraPlaces: [Int] { counts.map(\.place) }

    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> PopulationRow? {
        let place = try place(row, &names)
        let year = try row.decoded(year) { bytes throws(FaultRule) in
            guard let year = try DecimalField.decode(bytes).integer else { throw .notANumber }
            guard (1900...2200).contains(year) else { throw .outOfRange }
            return year
        }
        if self.year >= 0, year == nil { throw RowFault(.missingValue, at: self.year, found: .empty) }
        let age = try age.value(row)
        let sex = try sex.value(row) ?? nil
        var entries: [PopulationRow.Entry] = []
        for column in counts {
            let range = row.value(column.place)
            if MissingMark.isMissing(row.batch.bytes.span.extracting(range)) { continue }
            let count = try row.decoded(column.place) { bytes throws(FaultRule) in
                guard let count = try DecimalField.decode(bytes).integer, count >= 0, count <= Self.mostPeople else {
                    throw .outOfRange
                }
                return count
            }
            guard let count, let year = column.year ?? year ?? tableYear else { continue }
            var ages: ClosedRange<Int>?
            if case .ages(let range)? = column.age ?? age { ages = range }
            let cell = PopulationCell(base: base, year: year, place: place, ages: ages, sex: sex)
            entries.append(PopulationRow.Entry(cell: cell, count: count, column: column.place))
        }
        if !isWide, entries.isEmpty { throw RowFault(.missingValue, at: counts[0].place, found: .empty) }
        try checkYears(entries, row)
        return PopulationRow(entries: entries)
    }

    private func place(_ row: borrowing Row, _ names: inout Names) throws(RowFault) -> PopulationCell.Place {
        guard district >= 0 else { return .municipality }
        let range = row.value(district)
        guard !range.isEmpty else { return .withoutDistrict }
        let bytes = row.batch.bytes.span.extracting(range)
        do throws(FaultRule) {
            return try names.boards.place(of: bytes.text, municipality: municipality)
        } catch {
            throw RowFault(error, at: district, found: ValueShape(ofWord: bytes))
        }
    }

    /// In a row of years a figure more than five times the next largest has a digit too many: a footnote's, as a rule.
    private func checkYears(_ entries: [PopulationRow.Entry], _ row: borrowing Row) throws(RowFault) {
        guard entries.count >= 3, Set(entries.map(\.cell.year)).count == entries.count else { return }
        let sorted = entries.sorted { $0.count > $1.count }
        guard sorted[1].count >= 500, sorted[0].count > 5 * sorted[1].count else { return }
        throw row.fault(.outOfRange, at: sorted[0].column)
    }
}

extension DistrictNames {
    /// What a name in a table of totals stands for. Throws `unknownDistrict`, `personKeyElsewhere`.
    mutating func place(of name: String, municipality: String) throws(FaultRule) -> PopulationCell.Place {
        guard !PersonMask.holdsPersonKey(name) else { throw .personKeyElsewhere }
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

extension Division {
    /// The districts that came after one, nearest first.
    func successors(of index: DistrictIndex) -> [DistrictIndex] {
        var successors: [DistrictIndex] = []
        var next = self[index].successor
        while let successor = next {
            successors.append(successor)
            next = self[successor].successor
        }
        return successors
    }
}
