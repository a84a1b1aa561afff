// SPDX-License-Identifier: EUPL-1.2
import Tabular

/// A survey's export, read whole: its headers and its records. One survey has few respondents.
struct SurveyTable {
    let file: String
    let format: FileFormat
    let platform: SurveyPlatform
    let titles: [SurveyTitle]
    /// The columns by their headers.
    let columns: SurveyTitleIndex
    private let batches: [RecordBatch]

    /// SHA-256 and size of the file.
    let digest: FileDigest?

    /// Reads a file of the project.
    init(_ file: String, of source: Source, in project: Project) throws(IntakeError) {
        do {
            try self.init(
                OpenTable(project.path(of: file), name: file, options: source.readerOptions))
        } catch {
            throw IntakeError(file: file, reason: error)
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
            for record in 0..<batch.count where heads.count < 2 {
                heads.append(
                    (0..<batch.fieldCount(of: record)).map {
                        Self.trimmed(batch.text(of: $0, in: record))
                    })
            }
        }
        guard let first = heads.first else { throw .empty }
        guard first.allSatisfy({ !PersonMask.holdsPersonKey($0) }) else { throw .missingHeader }
        let second = heads.count > 1 ? heads[1] : []
        platform = SurveyMarks.platform(first, second: second)
        if platform == .surveyMonkey, second.contains(where: { PersonMask.holdsPersonKey($0) }) {
            throw .missingHeader
        }
        titles = SurveyTitle.numbered(
            platform == .surveyMonkey ? Self.titles(first, second) : first.map { SurveyTitle($0) })
        columns = SurveyTitleIndex(titles)
    }

    /// How many records are headers.
    var headerRows: Int { platform == .surveyMonkey ? 2 : 1 }

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
        var loop = TableLoop(header, TableSample(batches: batches, firstRow: headerRows), file: 0)
        loop.run(batches, &reader, &log, &ledger, settle: settle)
    }

    /// A blank cell over a part belongs to the question on its left; two blank cells are no question's.
    private static func titles(_ questions: [String], _ parts: [String]) -> [SurveyTitle] {
        var last = ""
        return zip(questions, parts).map { question, part in
            if !question.isEmpty { last = question }
            return SurveyTitle(question: part.isEmpty ? question : last, part: part)
        }
    }

    static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
