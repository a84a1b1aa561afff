// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Terms

/// What one file of answers holds, row by row, before it is known which respondents have answered twice.
struct SurveyFile {
    /// A row that may be kept.
    struct Row {
        var answers: [ItemAnswer]
        var person: Pseudonym?
        /// As it is compared.
        var login: String?
        /// As the row names it.
        var district: DistrictIndex?
        /// As it is compared.
        var stratum: String?
        var weight: Double?
        var time: AnswerTime?
        var isComplete: Bool
    }

    let table: SurveyTable
    let layout: SurveyLayout
    /// What is worth saying of the whole file.
    var notes: [FileNote] = []
    /// The rows that can be read, with their places in the file.
    private(set) var rows: [(place: RowPlace, row: Row)] = []
    /// What became of the rows so far.
    private(set) var log: RowLog

    /// Whether a column is read, by its title as it is shown.
    func isRead(_ title: String) -> Bool {
        let places = Array(layout.columns.values) + layout.items.flatMap(\.columns)
        return places.contains { table.titles[$0].shown == title }
    }

    /// Reads a file of the wave of a year.
    init(
        _ table: SurveyTable, _ codebook: Codebook, year: Int, key: SecretKey, ledger: inout Ledger
    ) throws(IntakeError) {
        do throws(IntakeFileError) {
            layout = try SurveyLayout(table, codebook)
            self.table = table
            log = RowLog(file: table.file, kind: .survey, headers: table.titles.map(\.shown))
            var reader = SurveyRowReader(table, layout, codebook, year: year, key: key)
            var rows: [(place: RowPlace, row: Row)] = []
            table.run(&reader, &log, &ledger) { row, place, _, _ in rows.append((place, row)) }
            self.rows = rows
            try reader.finish()
        } catch {
            throw IntakeError(file: table.file, reason: error)
        }
    }
}

/// Reads the rows of one file of answers.
struct SurveyRowReader: RowReader {
    typealias Decoded = SurveyFile.Row
    typealias Row = SurveyFile.Row

    let width: Int
    /// Every row is a respondent's, or a fault.
    var mayHoldOddRows: Bool { false }
    private(set) var passedAs = PassedOver.blank
    /// Columns that tell the tool's trial answers from respondents'.
    private let trialColumns: [Int]
    private let table: SurveyTable
    private let layout: SurveyLayout
    private let codebook: Codebook
    private let decoder: PersonKeyDecoder
    /// Settles the century of ten-digit numbers.
    private let lastDay: CivilDate
    private var readers: [AnswerReader]

    init(_ table: SurveyTable, _ layout: SurveyLayout, _ codebook: Codebook, year: Int, key: SecretKey) {
        self.table = table
        self.layout = layout
        self.codebook = codebook
        width = table.titles.count
        trialColumns =
            table.platform == .qualtrics
            ? table.titles.indices.filter { table.titles[$0].isOne(of: SurveyMarks.trialColumns) } : []
        decoder = PersonKeyDecoder(key: key)
        lastDay = CivilDate(year: year, month: 12, day: 31) ?? CivilDate(daysSince1970: 0)
        readers = zip(codebook.items, layout.items).map { AnswerReader($0, $1) }
        for index in readers.indices { readers[index].settleMarks(in: table) }
    }

    /// Throws `noAnswerFits` where nothing of what was answered to a question could be read.
    func finish() throws(IntakeFileError) {
        for reader in readers where reader.fitsNothing {
            let column = reader.place.columns.first.map { table.titles[$0].shown }
            throw .noAnswerFits(
                item: reader.item.item.name, header: column ?? "", line: reader.firstUnread ?? 1)
        }
    }

    mutating func decode(
        _ cells: borrowing Tabular.Row, _ names: inout Names, _ remarks: inout RowRemarks
    ) throws(RowFault) -> Row? {
        if Self.isBlank(cells.batch, cells.record) {
            passedAs = .blank
            return nil
        }
        if isTrial(cells.batch, cells.record) {
            passedAs = .trial
            return nil
        }
        return try read(cells.batch, cells.record, &names.boards, &remarks)
    }

    /// Whether the row is an answer that whoever made the form gave to try it.
    private func isTrial(_ batch: RecordBatch, _ record: Int) -> Bool {
        trialColumns.contains { column in
            let value = batch.value(column, of: record)
            return !value.isEmpty
                && SurveyMarks.trials.contains(AnswerSpellings.key(batch.bytes.span.extracting(value).text))
        }
    }

    private mutating func read(
        _ batch: RecordBatch, _ record: Int, _ districts: inout DistrictNames, _ remarks: inout RowRemarks
    ) throws(RowFault) -> Row {
        var row = Row(answers: [], isComplete: false)
        row.person = try person(batch, record)
        row.login = text(.login, batch, record).map { AnswerSpellings.key($0) }
        row.district = try district(batch, record, &districts)
        row.stratum = text(.stratum, batch, record).map { AnswerSpellings.key($0) }
        row.weight = try weight(batch, record)
        if let written = text(.date, batch, record) {
            row.time = AnswerTime(written)
            if row.time == nil, RespondentNumbers.key(of: row) != nil {
                remarks.add(
                    .unreadAnswerTime, at: layout.columns[.date], found: ValueShape(of: Array(written.utf8).span))
            }
        }
        for index in readers.indices { row.answers.append(readers[index].answer(batch, record, &remarks)) }
        AnswerFilter.apply(codebook.surveyItems, to: &row.answers) { item in
            remarks.add(.answeredThoughNotAsked, at: layout.items[item].columns.first)
        }
        if row.district == nil, layout.columns[.district] == nil {
            row.district = try answeredDistrict(row.answers, &districts)
        }
        row.isComplete = isComplete(row, batch, record)
        return row
    }

    private static func isBlank(_ batch: RecordBatch, _ record: Int) -> Bool {
        guard batch.irregularity(of: record) == nil else { return false }
        return (0..<batch.fieldCount(of: record)).allSatisfy { batch.value($0, of: record).isEmpty }
    }

    private func text(_ column: SurveyColumn, _ batch: RecordBatch, _ record: Int) -> String? {
        guard let place = layout.columns[column] else { return nil }
        let value = batch.value(place, of: record)
        return value.isEmpty ? nil : batch.bytes.span.extracting(value).text
    }

    private func person(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> Pseudonym? {
        try batch.decoded(layout.columns[.person] ?? -1, of: record) { field throws(FaultRule) in
            try decoder.decode(field, on: lastDay).pseudonym
        }
    }

    private func weight(_ batch: RecordBatch, _ record: Int) throws(RowFault) -> Double? {
        try batch.decoded(layout.columns[.weight] ?? -1, of: record) { field throws(FaultRule) in
            let weight = try DecimalField.decode(field).value
            guard weight > 0 else { throw .outOfRange }
            return weight
        }
    }

    private func district(
        _ batch: RecordBatch, _ record: Int, _ districts: inout DistrictNames
    ) throws(RowFault) -> DistrictIndex? {
        let place = layout.columns[.district] ?? -1
        let found = try batch.decodedWord(place, of: record, person: layout.columns[.person] ?? -1) {
            name throws(FaultRule) in
            guard !PersonMask.holdsPersonKey(name.text) else { throw .personKeyElsewhere }
            switch districts.find(name) {
            case .district(let index): return index as DistrictIndex?
            case .withoutDistrict: return nil
            case .unknown: throw .unknownDistrict
            }
        }
        return found ?? nil
    }

    /// The district that the respondent has chosen among the answers, when no column tells it.
    private func answeredDistrict(
        _ answers: [ItemAnswer], _ districts: inout DistrictNames
    ) throws(RowFault) -> DistrictIndex? {
        guard let place = codebook.items.firstIndex(where: { $0.item.trait == .district }),
            case .category(let chosen) = answers[place]
        else { return nil }
        switch districts.find(codebook.items[place].item.categories[chosen].label.swedish) {
        case .district(let index): return index
        case .withoutDistrict: return nil
        case .unknown:
            throw RowFault(
                .unknownDistrict, at: layout.items[place].columns.first,
                found: .word(codebook.items[place].item.categories[chosen].label.swedish))
        }
    }

    /// As the file's own column says, or else whether anything was answered.
    private func isComplete(_ row: Row, _ batch: RecordBatch, _ record: Int) -> Bool {
        guard layout.columns[.complete] != nil else {
            return SurveyResponse(answers: row.answers).isAnswered(codebook.surveyItems)
        }
        guard let text = text(.complete, batch, record) else { return false }
        return !Self.incomplete.contains(AnswerSpellings.key(text))
    }

    private static let incomplete = SurveyMarks.keys(
        "0", "N", "No", "Nej", "False", "Falskt", "Incomplete", "Partial", "Ofullständig", "Delvis", "[not completed]")
}
