// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Terms

/// Reads `rattelser.csv`. A line that is not understood stops the run: a correction left out would be missed in silence.
struct CorrectionFile {
    /// The columns, and what they may be called.
    private enum Column: String, CaseIterable {
        case file = "fil"
        case line = "rad"
        case decision = "beslut_id"
        case column = "kolumn"
        case value = "varde"
        case before = "fore"
        case who = "vem"
        case when = "nar"
        case note = "anteckning"

        var names: [String] {
            switch self {
            case .file: ["fil", "filnamn", "file"]
            case .line: ["rad", "radnummer", "line", "row"]
            case .decision: ["beslut_id", "beslutsid", "beslutsnr", "decision_id"]
            case .column: ["kolumn", "column"]
            case .value: ["varde", "ratt varde", "value", "right value"]
            case .before: ["fore", "varde fore", "before"]
            case .who: ["vem", "who"]
            case .when: ["nar", "when", "datum", "date"]
            case .note: ["anteckning", "kommentar", "skal", "note", "comment", "reason"]
            }
        }

        var isRequired: Bool { [.file, .column, .value, .who, .when].contains(self) }
        /// Whether what stands there is told to others.
        var isShown: Bool { [.file, .column, .who, .when].contains(self) }
    }

    /// The corrections, each with the file as it was written.
    private(set) var corrections: [(file: String, correction: Correction)] = []
    private var places: [Column: Int] = [:]
    private var width = 0

    /// Throws what is wrong with a line, with its number. No file is no corrections.
    init(path: String) throws(IntakeFileError) {
        var batches: [RecordBatch] = []
        do throws(ReadError) {
            var reader = try RecordReader(path: path)
            while let batch = try reader.nextBatch() { batches.append(batch) }
        } catch {
            switch error {
            case .missing, .empty: return
            default: throw IntakeFileError(error)
            }
        }
        for batch in batches {
            var row = Row(of: batch)
            for record in 0..<batch.count {
                row.record = record
                do throws(CorrectionFault) {
                    if width == 0 { try readHeader(row) } else if !row.isBlank { try add(row) }
                } catch {
                    throw .correction(error, line: row.line)
                }
            }
        }
    }

    private mutating func readHeader(_ row: borrowing Row) throws(CorrectionFault) {
        guard !row.isBlank else { return }
        width = row.fieldCount
        for place in 0..<width {
            let header = row.word(place)
            guard !header.isEmpty else { continue }
            let key = HeaderIndex.key(header)
            let column = Column.allCases.first { $0.names.contains { HeaderIndex.key($0) == key } }
            guard let column, places[column] == nil else {
                let open = Column.allCases.filter { places[$0] == nil }
                let nearest = NearestName.to(header, among: open.map(\.rawValue))
                throw .unknownColumn(Header.shown(header), nearest: column == nil ? nearest : nil)
            }
            places[column] = place
        }
        if let missing = Column.allCases.first(where: { $0.isRequired && places[$0] == nil }) {
            throw .columnMissing(missing.rawValue)
        }
        guard places[.line] != nil || places[.decision] != nil else { throw .columnMissing(Column.line.rawValue) }
    }

    private mutating func add(_ row: borrowing Row) throws(CorrectionFault) {
        switch row.irregularity {
        case nil, .strayQuote: break
        default: throw .raggedRow
        }
        guard row.fieldCount == width || row.fieldCount > width && row.isEmpty(from: width) else { throw .raggedRow }
        var cells: [Column: String] = [:]
        for (column, place) in places { cells[column] = row.word(place) }
        for column in Column.allCases where column.isRequired && column != .value && cells[column] == "" {
            throw .valueMissing(column: column.rawValue)
        }
        // Names of files are shown masked.
        for column in Column.allCases where column.isShown && column != .file {
            if IdentitySearch.finds(in: cells[column] ?? "") { throw .personKey(column: column.rawValue) }
        }
        guard let when = try? DateField.decode(Array((cells[.when] ?? "").utf8).span) else { throw .notADate }
        let before = cells[.before] ?? ""
        corrections.append(
            (
                cells[.file] ?? "",
                Correction(
                    line: row.line, place: try Self.place(line: cells[.line] ?? "", decision: cells[.decision] ?? ""),
                    column: cells[.column] ?? "", value: cells[.value] ?? "", before: before.isEmpty ? nil : before,
                    who: Self.plain(cells[.who] ?? ""), when: when)
            ))
    }

    private static func place(line: String, decision: String) throws(CorrectionFault) -> Correction.Place {
        guard line.isEmpty != decision.isEmpty else { throw .placeUnclear }
        if line.isEmpty { return .decision(decision) }
        guard let number = Int(line), number > 0 else { throw .notALine }
        return .line(number)
    }

    /// On one line, without signs that steer a terminal, and not endless.
    private static func plain(_ text: String) -> String {
        let signs = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        return String(String(signs).split(separator: " ").joined(separator: " ").prefix(80))
    }
}
