// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular
import Terms

/// A table whose columns are settled: all that a reader may know before its first row.
struct SettledTable: Sendable {
    let file: String
    /// The sheet, in a workbook.
    var sheet: String?
    let header: Header
    /// What stands above the header.
    let notes: [String]
    let source: Source
    let services: ServiceNames
    let municipality: String
    /// Names of the boards there are, to find one in a file's name.
    let boardNames: [String]
    let decoder: PersonKeyDecoder
    /// Of each column of dates, by its place, the order of day and month where its values do not tell it each by itself.
    let dateOrders: [Int: DateOrder]
    /// The first rows, to judge a column by.
    let sample: TableSample

    /// What a column of amounts is in: as the project file says, or its header, and where that leaves something open
    /// (`Beviljad tid (min)`) one title above it. Throws `unitWord` for a word of the project file that is no unit.
    func unit(of column: ColumnDeclaration) throws(IntakeFileError) -> HeaderUnit? {
        guard source.units[column.name] == nil, header.has(column) else { return try unitInHeader(of: column) }
        let inHeader = header.unit(of: column)
        let inTitles = Set(notes.compactMap { Self.unit(inTitle: $0) })
        guard inTitles.count == 1, let title = inTitles.first else { return inHeader }
        guard let inHeader else { return title }
        return HeaderUnit(measure: inHeader.measure ?? title.measure, per: inHeader.per ?? title.per)
    }

    /// The unit that a title names for the amounts below it: one that says what is counted (`Tid i minuter`), or that speaks
    /// of time *per* something. `Rapport, beslut` and `Sammanställning, år` tell none.
    private static func unit(inTitle title: String) -> HeaderUnit? {
        guard let unit = HeaderUnit.parse(title).unit else { return nil }
        let words = title.lowercased().split { !$0.isLetter }
        let speaksOfTime = words.contains { word in
            ["tid", "tiden", "timmar", "timmarna", "tim", "omfattning", "hours", "time"].contains(word)
        }
        return unit.measure != nil || speaksOfTime && (words.contains("per") || title.contains("/")) ? unit : nil
    }

    /// What the project file or the column's own header says that it is in, whatever the titles say. Throws `unitWord`.
    func unitInHeader(of column: ColumnDeclaration) throws(IntakeFileError) -> HeaderUnit? {
        guard let word = source.units[column.name] else { return header.unit(of: column) }
        guard let unit = HeaderUnit(word: word) else { throw .unitWord(column: column.name, word: word) }
        return unit
    }

    /// Throws `unitColumnUnknown` where a column is called as the unit of `hours` is and none of its values is a unit, so
    /// that hours of which nothing else tells the unit may be in anything.
    func checkUnit(_ unit: ColumnDeclaration, of hours: ColumnDeclaration) throws(IntakeFileError) {
        guard let dropped = header.dropped[unit.name], header.has(hours) else { return }
        throw .unitColumnUnknown(column: hours.name, unit: dropped)
    }

    /// What the file is called, and what stands above its header.
    var names: TableNames {
        TableNames(file: file, sheet: sheet, titles: notes, told: source.from, givenYear: source.year)
    }

    /// The year and the month of the whole table, where its names tell them.
    var year: Int? { names.year }
    var month: YearMonth? { names.month }

    /// Whether what stands above the header speaks of granted or planned hours, and not of performed ones.
    var titlesTellOtherHours: Bool {
        let words = notes.map { $0.lowercased().split { !$0.isLetter }.map(String.init) }
        guard !words.joined().contains(where: { $0.hasPrefix("utför") || $0.hasPrefix("perform") }) else {
            return false
        }
        return words.contains { title in
            zip(title, title.dropFirst()).contains { first, second in
                ["beviljad", "beviljade", "beslutad", "beslutade", "planerad", "planerade", "granted", "planned"]
                    .contains(first) && ["tid", "timmar", "tim", "hours", "time"].contains(second)
            }
        }
    }

    /// The board that the sheet's or the file's name tells, or the titles, where the file has no column of boards and the
    /// name holds one of those that a table of them has.
    var boardOfName: String? {
        let hasColumn = zip(header.columns, header.places).contains {
            $0.0.name == CaseColumns.board.name && $0.1 != nil
        }
        guard !hasColumn, source.from[CaseColumns.board.name] == nil else { return nil }
        for name in [sheet, Paths.name(of: file)] {
            if let board = name.flatMap({ FileValue.known(in: $0, boardNames) }) { return board }
        }
        let titles = Set(notes.compactMap { FileValue.known(in: $0, boardNames) })
        return titles.count == 1 ? titles.first : nil
    }

    /// The service that the file's name or a title tells for all its rows, where the project file says so.
    var serviceOfFile: Int16? {
        switch source.from[CaseColumns.service.name] {
        case nil: nil
        case .filename?: sheet.flatMap { services.named(in: $0) } ?? services.named(in: Paths.name(of: file))
        case .title?: notes.lazy.compactMap { services.named(in: $0) }.first
        }
    }

    /// Throws `nameTellsNothing` where the project file says that a name tells a column, and it does not.
    func checkNames() throws(IntakeFileError) {
        for (column, place) in source.from.sorted(by: { $0.key < $1.key }) {
            let isTold: Bool =
                switch column {
                case Visits.month.name: month != nil
                case Visits.year.name: year != nil
                case CaseColumns.service.name: serviceOfFile != nil
                default: valueOfFile(column) != nil
                }
            guard isTold else { throw .nameTellsNothing(column: column, place) }
        }
    }

    /// The columns that a name may tell.
    static let told = [CaseColumns.board.name, CaseColumns.service.name, Visits.month.name, Visits.year.name]

    /// The value of a column that the file's name or a title tells for all its rows, where the project file says so.
    func valueOfFile(_ column: String) -> String? {
        switch source.from[column] {
        case nil: column == CaseColumns.board.name ? boardOfName : nil
        case .filename?:
            sheet.flatMap { FileValue.known(in: $0, boardNames) }
                ?? FileValue.value(in: Paths.name(of: file), among: source.files, known: boardNames)
        case .title?: notes.lazy.compactMap { FileValue.known(in: $0, boardNames) }.first ?? notes.first
        }
    }
}

extension HeaderUnit {
    /// A unit as the project file or a unit column names it: `minuter`, `månad`, `tim/vecka`. Nil for any other word.
    init?(word: String) {
        let bytes = Array(word.utf8)
        let per = try? WordField<GrantPer>.per.decode(bytes.span)
        let measure = PeriodWords.measures[FoldedWord(word).text]
        guard per == nil, measure == nil else {
            self.init(measure: measure, per: per)
            return
        }
        guard let unit = HeaderUnit.parse("x (\(word))").unit else { return nil }
        self = unit
    }
}

/// The first rows of a table.
struct TableSample: Sendable {
    let batches: [RecordBatch]
    /// The first row of data.
    let firstRow: Int

    init(batches: [RecordBatch] = [], firstRow: Int = 0) {
        self.batches = batches
        self.firstRow = firstRow
    }

    func forEachRow(_ body: (borrowing Row) -> Void) {
        var number = 0
        for batch in batches {
            var row = Row(of: batch)
            for record in 0..<batch.count {
                row.record = record
                if number >= firstRow, number < firstRow + OpenTable.sampled { body(row) }
                number += 1
            }
        }
    }
}

/// Reads a column of dates in the order of its file.
struct DateColumnReader: Sendable {
    let place: Int
    let order: DateOrder?

    init(_ column: ColumnDeclaration, in table: SettledTable) {
        place = table.header.place(of: column)
        order = table.dateOrders[place]
    }

    /// The date of a row, in 1900–2200; nil when the cell is empty.
    func value(_ row: borrowing Row) throws(RowFault) -> CivilDate? {
        try row.decoded(place) { bytes throws(FaultRule) in
            let date = try DateField.decode(bytes, order: order)
            guard (1900...2200).contains(date.year) else { throw .outOfRange }
            return date
        }
    }

    /// The date, which the row must have.
    func required(_ row: borrowing Row) throws(RowFault) -> CivilDate {
        guard let date = try value(row) else { throw RowFault(.missingValue, at: place, found: .empty) }
        return date
    }
}

extension DateColumnReader {
    /// The last day of something that began on a day; nil is an open end, also when written as a word or as a day that
    /// nobody will see (`Tillsvidare`, `9999-12-31`). Throws `endsBeforeStart` too.
    func lastDay(_ row: borrowing Row, from first: CivilDate) throws(RowFault) -> CivilDate? {
        let range = row.value(place)
        guard !range.isEmpty, !DateField.openEnd(row.batch.bytes.span.extracting(range), startedOn: first),
            let date = try value(row)
        else { return nil }
        guard date >= first else { throw row.fault(.endsBeforeStart, at: place) }
        return date
    }
}

/// A board's name in a file's name or in a title.
enum FileValue {
    /// The board that a name tells: one that is known, or else what sets the file's name apart from those of the other
    /// files of its source, years and numbers left out.
    static func value(in name: String, among files: [String], known boards: [String]) -> String? {
        if let board = known(in: name, boards) { return board }
        let stem = { (name: String) in String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)) }
        let words = { (name: String) in stem(name).split { !$0.isLetter }.map(String.init) }
        let others = files.map { Paths.name(of: $0) }.filter { $0 != name }
        let shared = others.reduce(Set(words(name))) { $0.intersection(words($1)) }
        let own = words(name).filter { !shared.contains($0) }
        return own.isEmpty || others.isEmpty ? nil : own.joined(separator: " ")
    }

    /// The longest name of a board that stands in a text.
    static func known(in text: String, _ boards: [String]) -> String? {
        let key = HeaderIndex.key(text)
        let found = boards.filter { !$0.isEmpty && key.contains(HeaderIndex.key($0)) }
        return found.max { HeaderIndex.key($0).count < HeaderIndex.key($1).count }
    }
}
