// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Terms

/// The cells of one table that are corrected, once its header is known.
struct CorrectedCells: Sendable {
    struct Cell: Sendable {
        let column: Int
        let correction: Correction
    }

    let file: String
    /// So many records come before the first row of data.
    let skipped: Int
    fileprivate let byLine: [Int: [Cell]]
    fileprivate let byDecision: [String: [Cell]]
    /// Where decisions' own numbers stand; -1 when nothing is corrected by them.
    fileprivate let decisionPlace: Int

    /// Throws where a correction is of no column of the table.
    init(_ corrections: [Correction], _ header: Header, headerRecords: Int, file: String) throws(IntakeFileError) {
        var byLine: [Int: [Cell]] = [:]
        var byDecision: [String: [Cell]] = [:]
        let file = PersonMask.shown(path: file)
        let place = header.place(of: Decisions.number)
        for correction in corrections {
            do throws(CorrectionFault) {
                let cell = Cell(column: try Self.column(of: correction, header, file), correction: correction)
                try Self.checkNoPerson(cell, header)
                switch correction.place {
                case .line(let line): byLine[line, default: []].append(cell)
                case .decision(let number):
                    guard place >= 0 else { throw .withoutDecisionNumbers(file: file) }
                    byDecision[number, default: []].append(cell)
                }
            } catch {
                throw .correction(error, line: correction.line)
            }
        }
        self.file = file
        skipped = headerRecords
        self.byLine = byLine
        self.byDecision = byDecision
        decisionPlace = byDecision.isEmpty ? -1 : place
    }

    /// The header as written goes before the canonical name.
    private static func column(
        of correction: Correction, _ header: Header, _ file: String
    ) throws(CorrectionFault) -> Int {
        let name = correction.column
        let index = HeaderIndex(header.fields)
        let key = HeaderIndex.key(name)
        if let one = index.place(ofNumbered: name) { return one }
        if let found = index.wholes[key] {
            guard found.count == 1 else { throw .ambiguousTableColumn(Header.shown(name), file: file) }
            return found[0]
        }
        if let place = zip(header.columns, header.places).first(where: { HeaderIndex.key($0.0.name) == key })?.1 {
            return place
        }
        let known = header.shownFields.filter { !$0.isEmpty && $0 != "…" }
        throw .unknownTableColumn(Header.shown(name), file: file, nearest: NearestName.to(name, among: known))
    }

    /// An identity number has no place but in a column of persons, or in one of a closed form, which holds none that can
    /// be read.
    private static func checkNoPerson(_ cell: Cell, _ header: Header) throws(CorrectionFault) {
        switch header.declarations[cell.column]?.content {
        case .person?, .code?, .date?, .month?, .clock?, .amount?, .number?, .year?: return
        case .word?, .name?, .text?, nil: break
        }
        if IdentitySearch.finds(in: cell.correction.value) { throw .personKey(column: "varde") }
    }

    var all: [Cell] { (Array(byLine.values) + Array(byDecision.values)).flatMap { $0 } }
}

/// Puts the right values into the records of a table as they come by.
struct CellCorrector: Sendable {
    let cells: CorrectedCells
    private var records = 0
    /// Those that were made, with the line of their row.
    private var made: [(cell: CorrectedCells.Cell, line: Int)] = []
    private var linesOfDecisions: [String: Int] = [:]

    init(_ cells: CorrectedCells) { self.cells = cells }

    /// The batch with the right values in place. Throws a correction that cannot be made.
    mutating func corrected(_ batch: RecordBatch) throws(IntakeFileError) -> RecordBatch {
        var replacements: [FieldReplacement] = []
        let first = min(max(0, cells.skipped - records), batch.count)
        records += batch.count
        for record in first..<batch.count {
            let line = batch.line(of: record)
            var found = cells.byLine[line] ?? []
            if cells.decisionPlace >= 0 {
                let number = Row(of: batch, at: record).word(cells.decisionPlace)
                if let ofDecision = cells.byDecision[number] {
                    if linesOfDecisions[number] != nil {
                        throw .correction(.decisionTwice(file: cells.file), line: ofDecision[0].correction.line)
                    }
                    linesOfDecisions[number] = line
                    found += ofDecision
                }
            }
            if !found.isEmpty { replacements += try replace(found, Row(of: batch, at: record)) }
        }
        return replacements.isEmpty ? batch : batch.replacing(replacements)
    }

    private mutating func replace(
        _ found: [CorrectedCells.Cell], _ row: borrowing Row
    ) throws(IntakeFileError) -> [FieldReplacement] {
        var lines: [Int: Int] = [:]
        var replacements: [FieldReplacement] = []
        for cell in found {
            let correction = cell.correction
            do throws(CorrectionFault) {
                if let other = lines[cell.column] { throw .cellTwice(otherLine: other) }
                // A row of a sheet ends with its last cell that holds anything.
                let isThere = cell.column < row.fieldCount || !row.batch.cellTypes.isEmpty
                guard isThere, row.irregularity?.recordIsWhole ?? true else {
                    throw .cellMissing(line: row.line, file: cells.file)
                }
                guard Self.holds(correction.before, row, cell.column) else {
                    throw .beforeDiffers(line: row.line, file: cells.file)
                }
            } catch {
                throw .correction(error, line: correction.line)
            }
            lines[cell.column] = correction.line
            made.append((cell, row.line))
            replacements.append(
                FieldReplacement(record: row.record, column: cell.column, bytes: Array(correction.value.utf8)))
        }
        return replacements
    }

    /// Whether the cell holds what it is said to: the very text, or its shape in words.
    private static func holds(_ before: String?, _ row: borrowing Row, _ column: Int) -> Bool {
        guard let before else { return true }
        if row.word(column) == before { return true }
        guard let shape = row.shape(column).words else { return false }
        return before == shape.swedish || before == shape.english
    }

    /// What was corrected, by line. Throws the first correction whose row never came.
    func finished() throws(IntakeFileError) -> [(cell: CorrectedCells.Cell, line: Int)] {
        let lines = Set(made.map(\.cell.correction.line))
        let missing = cells.all.map(\.correction).filter { !lines.contains($0.line) }
        if let first = missing.min(by: { $0.line < $1.line }) {
            switch first.place {
            case .line(let line): throw .correction(.lineMissing(line, file: cells.file), line: first.line)
            case .decision: throw .correction(.decisionMissing(file: cells.file), line: first.line)
            }
        }
        return made.sorted { ($0.line, $0.cell.correction.line) < ($1.line, $1.cell.correction.line) }
    }

    /// What was corrected, as it may be told: a value only where its column is of a closed form and it has that form.
    /// `extra` are columns that are read and have no declaration; nil where all are.
    func applied(
        _ header: Header, _ allowance: CellAllowance?, extra: [Int]? = nil
    ) throws(IntakeFileError) -> [AppliedCorrection] {
        let (headers, columns) = (header.shownFields, header.declarations)
        return try finished().map { made in
            let (place, correction) = (made.cell.column, made.cell.correction)
            let isShown =
                columns[place]?.content.isClosed ?? false
                && allowance?.allows(Array(correction.value.utf8).span, at: place) ?? false
            return AppliedCorrection(
                file: cells.file, line: made.line, column: headers[place],
                value: isShown ? correction.value : nil,
                isRead: extra.map { columns[place] != nil || $0.contains(place) } ?? true, who: correction.who,
                when: correction.when)
        }
    }
}
