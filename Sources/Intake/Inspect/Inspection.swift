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

    package var file: String
    /// nil is unknown.
    package var kind: SourceKind?
    /// The tool a survey is from; nil for other kinds.
    package var platform: SurveyPlatform?
    package var format: FileFormat
    /// nil when no number has decimals. Both are always read.
    package var decimalMark: DecimalMark?
    package var columns: [Column]
    /// Records after the header.
    package var rows: Int
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
    /// Values are looked at in so many rows from the start.
    private static let sample = 1000

    /// Inspects a file. `name` is what messages call it; `source` is the project's entry for it, when there is one.
    /// The columns of a survey are known by its codebook.
    package init(
        path: String, name: String, source: Source? = nil, options: ReaderOptions = ReaderOptions(),
        records limit: RecordLimit = .none, codebook: Codebook? = nil
    ) throws(IntakeError) {
        var options = options
        options.encoding = options.encoding ?? source?.encoding?.textEncoding
        options.delimiter = options.delimiter ?? source?.delimiter
        do {
            var reader = try RecordReader(path: path, options: options)
            self = try Self(&reader, name, source, limit)
        } catch {
            throw IntakeError(file: name, reason: IntakeFileError(error))
        }
        if kind == .survey { try showAsSurvey(path, options, codebook) }
    }

    private init(
        _ reader: inout RecordReader, _ name: String, _ source: Source?, _ limit: RecordLimit
    ) throws(ReadError) {
        var headers: [String] = []
        var recognition = ColumnRecognition([], source: source, file: name)
        var evidence: [TypeEvidence] = []
        var isPerson: [Bool] = []
        var row = -1
        troubles = []
        records = []
        while let batch = try reader.nextBatch() {
            for record in 0..<batch.count {
                row += 1
                let fields = batch.fieldCount(of: record)
                if row == 0 {
                    headers = (0..<fields).map { batch.text(of: $0, in: record) }
                    recognition = ColumnRecognition(headers, source: source, file: name)
                    evidence = headers.map { _ in TypeEvidence() }
                    isPerson = zip(headers, recognition.names).map { header, name in
                        name == Schema.personColumn || ColumnRecognition.isPersonHeader(header)
                    }
                } else if row <= Self.sample {
                    for column in 0..<min(fields, headers.count) {
                        evidence[column].add(batch.bytes.span.extracting(batch.range(of: column, in: record)))
                    }
                }
                if let rule = Self.rule(batch, record, fields, headers.count) {
                    troubles.append(Trouble(line: batch.line(of: record), rule: rule))
                }
                guard limit.allows(row), batch.irregularity(of: record)?.recordIsWhole ?? true else { continue }
                records.append(
                    (0..<fields).map { column in
                        let text = batch.text(of: column, in: record)
                        let isMasked = row > 0 && column < isPerson.count && isPerson[column] && !text.isEmpty
                        return isMasked || PersonMask.holdsPersonKey(text) ? PersonMask.mask : text
                    })
            }
        }
        file = name
        kind = recognition.kind
        format = reader.format
        rows = max(0, row)
        columns = headers.indices.map { place in
            Column(
                header: PersonMask.holdsPersonKey(headers[place]) ? "…" : Header.shown(headers[place]),
                name: recognition.names[place], type: isPerson[place] ? .person : evidence[place].type)
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

    private static func rule(_ batch: RecordBatch, _ record: Int, _ fields: Int, _ width: Int) -> String? {
        switch batch.irregularity(of: record) {
        case .strayQuote: return RemarkRule.strayQuote.rawValue
        case .junkAfterQuote: return FaultRule.junkAfterQuote.rawValue
        case .unclosedQuote: return FaultRule.unclosedQuote.rawValue
        case .invalidEncoding, .nul: return FaultRule.invalidEncoding.rawValue
        case nil: return fields == width ? nil : FaultRule.raggedRow.rawValue
        }
    }
}
