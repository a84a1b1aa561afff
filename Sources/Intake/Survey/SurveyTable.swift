// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// A survey's export, read whole: its headers and its records. One survey has few respondents.
struct SurveyTable {
    let file: String
    let format: FileFormat
    let platform: SurveyPlatform
    let titles: [SurveyTitle]
    /// The columns by their headers.
    let columns: SurveyTitleIndex
    /// Where its header stands.
    let head: SurveyHead
    private var batches: [RecordBatch]
    /// What of it was read as `rattelser.csv` says.
    private(set) var corrections: [AppliedCorrection] = []

    /// SHA-256 and size of the file.
    let digest: FileDigest?

    /// Reads a file of the project.
    init(
        _ table: TableAddress, of source: Source, in project: Project, _ corrections: Corrections
    ) throws(IntakeError) {
        do {
            try self.init(
                OpenTable(project.path(of: table.file), name: table.file, options: source.readerOptions(table)))
            try correct(corrections.of(table))
        } catch {
            throw IntakeError(file: table.file, reason: error)
        }
    }

    /// Reads a table that has been opened.
    init(_ table: consuming OpenTable) throws(IntakeFileError) {
        var batches: [RecordBatch] = []
        while let batch = try table.nextBatch() { batches.append(batch) }
        file = table.file
        format = table.format
        digest = table.digest
        self.batches = batches
        var heads: [[String]] = []
        for batch in batches {
            for record in 0..<batch.count where heads.count < SurveyHead.searched {
                heads.append((0..<batch.fieldCount(of: record)).map { Self.trimmed(batch.text(of: $0, in: record)) })
            }
        }
        guard !heads.isEmpty else { throw .empty }
        let head = SurveyHead(heads)
        guard !(head.first + head.second).contains(where: { PersonMask.holdsPersonKey($0) }) else {
            throw .missingHeader
        }
        self.head = head
        platform = head.platform
        var titles = SurveyMarks.named(head.titles, platform)
        titles = TitleFamilies(titles, batches, from: head.dataStart).titles
        self.titles = SurveyTitle.numbered(titles)
        columns = SurveyTitleIndex(self.titles)
    }

    /// Puts the right values into the rows of data. Answers are never told.
    private mutating func correct(_ listed: [Correction]) throws(IntakeFileError) {
        guard !listed.isEmpty else { return }
        let header = Header(titles: titles.map(\.shown))
        var corrector = CellCorrector(
            try CorrectedCells(listed, header, headerRecords: headerRows, file: file))
        for place in batches.indices { batches[place] = try corrector.corrected(batches[place]) }
        corrections = try corrector.applied(header, nil)
    }

    /// How many records come before the first respondent.
    var headerRows: Int { head.dataStart }

    /// The column that is no question, known by its header.
    func place(of column: SurveyColumn) -> Int? {
        columns.named(oneOf: SurveyMarks.headers(of: column, platform)).first
    }

    /// The line of the header.
    var firstLine: Int {
        var number = 0
        for batch in batches {
            if head.above < number + batch.count { return batch.line(of: head.above - number) }
            number += batch.count
        }
        return 1
    }

    /// Throws where the rows are of several occasions: each respondent has one row of each.
    func checkEvents() throws(IntakeFileError) {
        guard platform == .redcap, let column = columns.named(oneOf: SurveyMarks.events).first else { return }
        var events: Set<String> = []
        forEachRow { batch, record in
            guard column < batch.fieldCount(of: record) else { return }
            let event = Self.trimmed(batch.text(of: column, in: record))
            if !event.isEmpty { events.insert(event) }
        }
        guard events.count <= 1 else { throw .severalEvents(header: titles[column].shown, count: events.count) }
    }

    /// The records of data, in order.
    func forEachRow<Failure: Error>(
        _ body: (RecordBatch, Int) throws(Failure) -> Void
    ) throws(Failure) {
        var number = 0
        for batch in batches {
            for record in 0..<batch.count {
                number += 1
                if number > headerRows { try body(batch, record) }
            }
        }
    }

    /// Runs the loop of all readers over the records of data.
    func run<Reader: RowReader>(
        _ reader: inout Reader, _ log: inout RowLog, _ ledger: inout Ledger,
        settle: (Reader.Decoded, RowPlace, inout RowRemarks, inout Ledger) throws(RowFault) -> Void
    ) {
        let header = FoundHeader(header: Header(titles: titles.map(\.shown)), record: headerRows - 1, line: 1)
        log.note(.title, count: head.above)
        var loop = TableLoop(header, TableSample(batches: batches, firstRow: headerRows), file: 0)
        loop.run(batches, &reader, &log, &ledger, settle: settle)
    }

    static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
