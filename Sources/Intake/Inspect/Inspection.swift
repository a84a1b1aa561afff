// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Tabular

/// What a delimited file is: its form, its kind, its columns and rows. It holds no person.
package struct Inspection: Sendable {
    /// A column of the file, in its order.
    package struct Column: Sendable, Hashable {
        /// As written, or `…` where that might tell of a person.
        package var header: String
        /// Canonical name, when the file's kind has such a column.
        package var name: String?
        package var type: InferredType
        /// Hidden in the sheet, and not read.
        package var isHidden = false
    }

    /// A record that no reader can take as it is, or takes with a remark.
    package struct Trouble: Sendable, Hashable {
        package var line: Int
        /// Machine name of the fault's or remark's rule.
        package var rule: String
    }

    package enum DecimalMark: String, Sendable {
        case comma, point, both
    }

    /// As it may be shown.
    package var file: String
    /// nil is unknown.
    package var kind: SourceKind?
    /// The tool a survey is from; nil for other kinds.
    package var platform: SurveyPlatform?
    package var format: FileFormat
    /// The line of the header.
    package var headerLine: Int
    /// nil when no number has decimals. Both are always read.
    package var decimalMark: DecimalMark?
    package var columns: [Column]
    /// Rows of data, as `check` counts them; the records after the header where the file cannot be read as it is.
    package var rows: Int
    /// Records that are none, by what they are.
    package var passedOver: [PassedOver: Int] = [:]
    package var troubles: [Trouble]
    /// The records as read, the header first, persons masked; as many as were asked for.
    package var records: [[String]]

    /// Columns whose header the kind's reader does not know.
    package var ignored: [String] { columns.filter { $0.name == nil }.map(\.header) }
}

/// How many records an inspection shows.
package enum RecordLimit: Sendable, Hashable {
    case none
    /// So many rows beside the header.
    case rows(Int)
    case all

    func allows(_ row: Int) -> Bool {
        switch self {
        case .none: false
        case .rows(let count): row <= count
        case .all: true
        }
    }
}

extension Inspection {
    /// Inspects a file. `name` is what messages call it; `source` is the project's entry for it, when there is one.
    /// The columns of a survey are known by its codebook.
    package init(
        path: String, name: String, source: Source? = nil, options: ReaderOptions = ReaderOptions(),
        records limit: RecordLimit = .none, codebook: Codebook? = nil, project: Project? = nil
    ) throws(IntakeError) {
        var options = options
        options.encoding = options.encoding ?? source?.encoding?.textEncoding
        options.delimiter = options.delimiter ?? source?.delimiter
        do throws(IntakeFileError) {
            var table = try OpenTable(path, name: name, options: options)
            try self.init(&table, source, limit, services: ServiceNames(project?.services ?? ServiceEntry.defaults))
            if kind == .survey {
                try showAsSurvey(path, options, codebook)
            } else {
                countRows(path, options, source, project)
            }
        } catch {
            throw IntakeError(file: name, reason: error)
        }
    }

    private init(
        _ table: inout OpenTable, _ source: Source?, _ limit: RecordLimit, services: ServiceNames
    ) throws(IntakeFileError) {
        file = PersonMask.shown(path: table.file)
        let hiddenColumns = table.hiddenColumns
        let (kind, found) = Self.recognised(table, source)
        let header = found.header
        let hidden = Self.hiddenHeaders(table, found)
        // A file without headers has a person's row in their place.
        let isHeader = !header.fields.contains { PersonMask.holdsPersonKey($0) }
        let allowance = CellAllowance(header, services: services, safe: source?.safe ?? [], names: .known)
        var evidence = header.fields.map { _ in TypeEvidence() }
        var row = -1
        var number = 0
        troubles = []
        records = []
        while let batch = try table.nextBatch() {
            var cells = Row(of: batch)
            for record in 0..<batch.count {
                defer { number += 1 }
                guard number >= found.record else { continue }
                cells.record = record
                row += 1
                let fields = cells.fieldCount
                if row > 0, row <= OpenTable.sampled {
                    for column in 0..<min(fields, header.fields.count) {
                        evidence[column].add(batch.bytes.span.extracting(cells.value(column)))
                    }
                }
                if let rule = Self.rule(cells, header.fields.count) {
                    troubles.append(Trouble(line: cells.line, rule: rule))
                }
                guard limit.allows(row), cells.irregularity?.recordIsWhole ?? true else { continue }
                var shown = (0..<fields).map { column in
                    let text = batch.text(of: column, in: record)
                    // A survey's cells are masked once its columns are known.
                    if kind == .survey { return text }
                    if row == 0 { return isHeader ? Header.shown(text) : "…" }
                    let bytes = batch.bytes.span.extracting(batch.range(of: column, in: record))
                    return allowance.allows(bytes, at: column) ? text : allowance.mask(bytes, at: column)
                }
                if row > 0, kind != .survey {
                    for column in shown.indices
                    where allowance.isUnknown(column) && SplitNumber.isEnd(shown[column], in: shown) {
                        shown[column] = CellAllowance.textMask
                    }
                }
                records.append(shown)
            }
        }
        self.kind = kind
        format = table.format
        headerLine = found.line
        rows = max(0, row)
        let names = header.names
        columns = header.fields.indices.map { place in
            let isPerson = names[place] == PersonColumns.key.name
            return Column(
                header: isHeader ? hidden[place] ?? Header.shown(header.fields[place]) : "…", name: names[place],
                type: isPerson ? .person : evidence[place].type,
                isHidden: hiddenColumns.contains { $0.contains(place) })
        }
        let commas = evidence.reduce(0) { $0 + $1.commas }
        let points = evidence.reduce(0) { $0 + $1.points }
        decimalMark =
            switch (commas > 0, points > 0) {
            case (true, true): .both
            case (true, false): .comma
            case (false, true): .point
            case (false, false): nil
            }
    }

    /// The kind and the header that the source says, or that the table itself tells; of a file of no known kind the
    /// header is the first record.
    private static func recognised(_ table: borrowing OpenTable, _ source: Source?) -> (SourceKind?, FoundHeader) {
        let first = table.leadRecords(1)[0]
        let plain = FoundHeader(header: Header(plain: first.cells), record: 0, line: first.line)
        guard let source else {
            let recognition = Recognition(of: table, named: Paths.name(of: table.file))
            switch recognition.answer {
            case .kind(let kind): return (kind, recognition.found ?? plain)
            case .survey: return (.survey, plain)
            case .noTable, .unknown: return (nil, plain)
            }
        }
        guard let kind = Kinds.of(source.kind) else { return (source.kind, plain) }
        let found = try? FoundHeader(in: table, kind.shape, of: source)
        return (source.kind, found ?? plain)
    }

    /// What stands in the header's row in columns that are hidden in the sheet.
    private static func hiddenHeaders(_ table: borrowing OpenTable, _ found: FoundHeader) -> [Int: String] {
        let columns = table.hiddenColumns.flatMap { Array($0.clamped(to: 0...max(0, found.header.fields.count - 1))) }
        guard !columns.isEmpty else { return [:] }
        let records = table.leadRecords(found.record + 1).suffix(found.rows.count).reversed()
        var headers: [Int: String] = [:]
        for column in columns {
            let texts = records.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
            if let text = texts.first(where: { !$0.isEmpty }) { headers[column] = Header.shown(text) }
        }
        return headers
    }

    /// Counts the rows as a reading of the file by itself does, so that they are the same as those of `check`.
    private mutating func countRows(
        _ path: String, _ options: ReaderOptions, _ source: Source?, _ project: Project?
    ) {
        guard let kind else { return }
        var one = source ?? Source(kind: kind, pattern: path, files: [])
        one.tables = [TableAddress(file: path, place: options.table)]
        one.delimiter = options.delimiter
        one.encoding = options.encoding.flatMap { encoding in
            SourceEncoding.allCases.first { $0.textEncoding == encoding }
        }
        let alone = Project(
            folder: "", municipality: project?.municipality ?? "", services: project?.services ?? ServiceEntry.defaults,
            sources: [one])
        guard let tally = try? Intake(alone, key: SecretKey.random()).read(correcting: false).tallies.first else {
            return
        }
        (rows, passedOver) = (tally.rows, tally.passedOver)
    }

    private static func rule(_ row: borrowing Row, _ width: Int) -> String? {
        if case .strayQuote? = row.irregularity { return RemarkRule.strayQuote.rawValue }
        return row.recordFault(columns: width)?.rule.rawValue
    }
}
