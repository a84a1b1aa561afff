// SPDX-License-Identifier: EUPL-1.2

package import CaseData
import Tabular
import Terms

extension SourceKind {
    package static let baseline = SourceKind(rawValue: "baseline")
}

/// *Jämförelsetal*: public numbers that the municipality's own are held against, one a row or a column a year: a saved answer
/// of Kolada (JSON of its API, or its table as CSV), or the national series of services under LSS.
///
/// Read are the key figures of the LSS services that the project follows up, and inhabitants, of the country, the own
/// municipality, groups of municipalities, and those that the source lists as `similar`.
enum Baselines: TableKind {
    static let kind = SourceKind.baseline
    static let words = Phrase(sv: "jämförelsetal", en: "public numbers to compare with")
    static let stems = ["kolada", "baseline", "jamforelse", "jamforelsetal", "riket"]
    static let settings: Set<SourceSetting> = [.similar]

    static let figure = Column(
        "nyckeltal",
        [
            "kpi", "Nyckeltals-id", "Nyckeltal-id", "kpi_id", "KPI-id", "Id nyckeltal", "Nyckeltalsnummer",
            "Nyckeltalskod", "Nyckeltals ID", "Nyckeltalet", "Nyckeltal (id)", "Key figure",
        ], .word, required: true, decode: { bytes throws(FaultRule) in try KeyFigureField.decode(bytes) })
    static let place = ColumnDeclaration(
        "kommun",
        [
            "municipality", "Kommun-id", "kommun_id", "Kommunkod", "municipality_id", "Kommuner", "Område", "Region",
            "Enhet", "Kommun eller grupp", "Kommunnamn", "Grupp",
        ], .name, required: true)
    static let year = ColumnDeclaration("ar", ["År", "period", "Year", "Mätår", "Statistikår"], .year)
    static let sex = Column(
        "kon", ["Kön", "gender", "Sex", "Juridiskt kön"], .word,
        decode: { bytes throws(FaultRule) -> Sex? in
            let word = FoldedWord(bytes).text
            if word == "t" || TotalWords.all.contains(word) { return nil }
            return try WordField.sex.decode(bytes)
        })
    static let value = ColumnDeclaration("varde", ["Värde", "value", "Mätvärde", "Resultat", "Tal", "Number"], .number)
    /// Of how many municipalities the number of a group is the mean, and why a number is not published: where it is, its
    /// cell is empty.
    static let members = ColumnDeclaration("antal_kommuner", ["count", "Antal kommuner"], .number)
    static let status = ColumnDeclaration("status", ["Datastatus", "Status värde"], .text)
    static let source = ColumnDeclaration("kalla", ["Källa", "Source", "Datakälla"], .name)
    static let deleted = Column(
        "borttagen", CaseColumns.deleted.declaration.aliases + ["is_deleted"], .word,
        decode: CaseColumns.deleted.decode)

    static let columns = [
        figure.declaration, place, year, sex.declaration, value, members, status, source,
        deleted.declaration,
    ]

    static func missing(_ header: Header, in table: TableNames) -> ColumnDeclaration? {
        if let missing = table.firstMissing(header) { return missing }
        let hasYears = header.unread.contains { PopulationReader.year(inHeader: header.fields[$0]) != nil }
        if hasYears { return nil }
        return header.has(value) ? header.has(year) ? nil : year : value
    }

    static func isTold(by header: Header) -> Bool { header.has(figure.declaration) && header.has(place) }

    static func store(_ project: Project) -> RowStore<BaselineRow> { RowStore() }

    static func settle(
        _ row: BaselineRow, at place: RowPlace, _ remarks: inout RowRemarks, _ store: inout RowStore<BaselineRow>,
        _ ledger: inout Ledger
    ) throws(RowFault) {
        store.append(row, at: place)
    }

    static func finish(_ store: consuming RowStore<BaselineRow>, _ ledger: inout Ledger, _ dataset: inout Dataset) {
        struct Cell: Hashable {
            let figure: KeyFigure
            let place: BaselineValue.Place
            let year: Int
            let sex: Sex?
        }
        var store = store
        var seen: Set<Cell> = []
        for (number, row) in store.kept {
            let cells = row.entries.map {
                Cell(figure: $0.value.figure, place: $0.value.place, year: $0.value.year, sex: $0.value.sex)
            }
            if let again = cells.firstIndex(where: seen.contains) {
                store.setAside(number, RowFault(.duplicateCell, at: row.entries[again].column), &ledger)
            } else {
                seen.formUnion(cells)
            }
        }
        dataset.baseline = store.kept.flatMap { $0.row.entries.map(\.value) }
        addInhabitants(&dataset)
    }

    /// The municipality's inhabitants, of the years that no table of them tells the whole of.
    private static func addInhabitants(_ dataset: inout Dataset) {
        let told = Set(dataset.population.filter { $0.base == .inhabitants }.map(\.year))
        for number in dataset.baseline
        where number.figure == .inhabitants && number.place == .own && number.sex == nil && !told.contains(number.year)
        {
            guard let inhabitants = number.value else { continue }
            dataset.population.append(PopulationCount(district: nil, year: number.year, count: Int(inhabitants)))
        }
    }

    typealias Reader = BaselineReader
}

/// A key figure by its number, wherever in the text it stands (`N28812`, `Personer med … (N28812)`), or by its title.
enum KeyFigureField {
    /// Throws `unknownKeyFigure` for one that is not compared with.
    static func decode(_ bytes: Span<UInt8>) throws(FaultRule) -> KeyFigure {
        let text = bytes.text
        let words = text.uppercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let number = words.first(where: isNumber) {
            guard let figure = KeyFigure(rawValue: number) else { throw .unknownKeyFigure }
            return figure
        }
        let title = FoldedWord(text)
        guard let figure = KeyFigure.allCases.first(where: { FoldedWord($0.title) == title }) else {
            throw .unknownKeyFigure
        }
        return figure
    }

    /// `N28812`: a letter and five digits.
    private static func isNumber(_ word: String) -> Bool {
        let units = Array(word.utf8)
        return units.count == 6 && (0x41...0x5A).contains(units[0])
            && units.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
}

/// A row of public numbers: one in the long form, several in a wide one.
struct BaselineRow {
    struct Entry {
        var value: BaselineValue
        /// Place of the number's column.
        var column: Int
    }

    var entries: [Entry]
}

/// Reads one file of public numbers.
struct BaselineReader: KindReader {
    typealias Decoded = BaselineRow

    let width: Int
    private let place: Int
    private let year: Int
    private let source: Int
    private var figure: ColumnReader<KeyFigure>
    private var sex: ColumnReader<Sex?>
    private var deleted: ColumnReader<Bool>
    /// Where the numbers stand; the year is nil where another column tells it.
    private let values: [(place: Int, year: Int?)]
    private let services: ServiceNames
    private let municipality: String
    /// The project's municipality by its listed name; nil when the list has it not.
    private let own: String?
    /// Municipalities that the source lists, by listed name, and groups, by number or name.
    private let similar: Set<String>

    /// Who publishes what a table does not say the source of.
    static let publisher = "Kolada (RKA)"
    /// More than the inhabitants of the country will be.
    private static let most = 20_000_000.0

    init(_ table: SettledTable) {
        let header = table.header
        width = header.fields.count
        place = header.place(of: Baselines.place)
        year = header.place(of: Baselines.year)
        source = header.place(of: Baselines.source)
        figure = ColumnReader(Baselines.figure, in: header)
        sex = ColumnReader(Baselines.sex, in: header)
        deleted = ColumnReader(Baselines.deleted, in: header)
        let years = header.unread.compactMap { place in
            PopulationReader.year(inHeader: header.fields[place]).map { (place: place, year: Optional($0)) }
        }
        values = header.has(Baselines.value) ? [(header.place(of: Baselines.value), nil)] : years
        services = table.services
        municipality = table.municipality
        own = MunicipalityCodes.listed(table.municipality)
        similar = Set(table.source.similar.map { Self.key($0) })
    }

    var extraPlaces: [Int] { values.filter { $0.year != nil }.map(\.place) }

    mutating func decode(
        _ row: borrowing Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> BaselineRow? {
        if deleted.isThere, try deleted.value(row) == true { return nil }
        let figure = try figure.required(row)
        if let service = figure.service, !services.has(service) {
            throw self.figure.fault(.keyFigureOfOtherService, row)
        }
        let place = try whose(row)
        let year = try row.decoded(self.year) { bytes throws(FaultRule) in
            guard let year = try DecimalField.decode(bytes).integer else { throw .notANumber }
            guard (1900...2200).contains(year) else { throw .outOfRange }
            return year
        }
        let sex = try sex.value(row) ?? nil
        let source = source >= 0 ? row.word(source) : ""
        var entries: [BaselineRow.Entry] = []
        for column in values {
            guard let year = column.year ?? year else {
                throw RowFault(.missingValue, at: self.year, found: .empty)
            }
            let range = row.value(column.place)
            let isMissing = MissingMark.isMissing(row.batch.bytes.span.extracting(range))
            if isMissing, column.year != nil { continue }
            let number =
                isMissing
                ? nil
                : try row.decoded(column.place) { bytes throws(FaultRule) in try Self.number(bytes, of: figure) }
            entries.append(
                BaselineRow.Entry(
                    value: BaselineValue(
                        figure: figure, place: place, year: year, sex: sex, value: number,
                        source: source.isEmpty || PersonMask.holdsPersonKey(source) ? Self.publisher : source),
                    column: column.place))
        }
        return BaselineRow(entries: entries)
    }

    private static func number(_ bytes: Span<UInt8>, of figure: KeyFigure) throws(FaultRule) -> Double {
        let number = try DecimalField.decode(bytes)
        guard !number.isNegative, number.value <= most else { throw .outOfRange }
        guard figure.isCount else {
            guard number.value <= 10_000 else { throw .outOfRange }
            return number.value
        }
        guard let count = number.integer else { throw .outOfRange }
        return Double(count)
    }

    /// Whom the row's number is of. Throws `otherMunicipality` for one that neither is the project's own nor is listed as
    /// similar, `unknownMunicipality` for a code that no municipality has.
    private func whose(_ row: borrowing Row) throws(RowFault) -> BaselineValue.Place {
        let range = row.value(place)
        guard !range.isEmpty else { throw RowFault(.missingValue, at: place, found: .empty) }
        let bytes = row.batch.bytes.span.extracting(range)
        let text = bytes.text
        guard !PersonMask.holdsPersonKey(text) else {
            throw RowFault(.personKeyElsewhere, at: place, found: ValueShape(of: bytes))
        }
        let key = Self.key(text)
        if Self.country.contains(key) { return .country }
        if Self.isGroup(text) { return .group(text) }
        var name = text
        if text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            guard let listed = MunicipalityCodes.name(of: text) else {
                throw RowFault(.unknownMunicipality, at: place, found: ValueShape(of: bytes))
            }
            name = listed
        }
        let listed = MunicipalityCodes.listed(name)
        if let listed, listed == own { return .own }
        if TotalWords.isWholeMunicipality(name, municipality: municipality) { return .own }
        if similar.contains(key) || similar.contains(Self.key(listed ?? name)) { return .municipality(listed ?? name) }
        guard listed != nil else {
            throw RowFault(.unknownMunicipality, at: place, found: ValueShape(ofWord: bytes, digits: 4))
        }
        throw RowFault(.otherMunicipality, at: place, found: ValueShape(ofWord: bytes, digits: 4))
    }

    /// A name as it is compared: a municipality's as the list has it, a code by its name.
    private static func key(_ text: String) -> String {
        let name = MunicipalityCodes.name(of: text) ?? MunicipalityCodes.listed(text) ?? text
        return DistrictSpelling.key(name)
    }

    private static let country: Set<String> = ["riket", "0000", "0", "sverige", "hela riket", "hela landet", "se"]

    /// `G39696`, or what Kolada calls its groups: *Liknande kommuner LSS, Laholm, 2024*, *Alla kommuner (ovägt medel)*.
    private static func isGroup(_ text: String) -> Bool {
        let units = Array(text.utf8)
        if units.count >= 3, units[0] == 0x47, units.dropFirst().allSatisfy({ (0x30...0x39).contains($0) }) {
            return true
        }
        let key = DistrictSpelling.key(text)
        return ["liknande kommuner", "alla kommuner"].contains { key.hasPrefix($0) }
    }
}
