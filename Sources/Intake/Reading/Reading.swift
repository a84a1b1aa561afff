// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular
import Terms

/// A reading under way: what the files so far have given.
struct Reading: ~Copyable {
    private struct FileRead {
        /// Its source's place in the project.
        var source: Int
        var log: RowLog
        var intake: FileIntake
    }

    private let project: Project
    private let corrections: Corrections
    private let key: SecretKey
    private let decoder: PersonKeyDecoder
    private let hashing: Bool
    private let progress: ((IntakeProgress) -> Void)?
    private var ledger: Ledger
    private var dataset: Dataset
    /// In the order of reading, which numbers them.
    private var files: [FileRead] = []
    /// The first file of visits, opened before its turn, or why it cannot be.
    private var ahead: Result<OpenTable, IntakeFileError>?
    private var asks: [SurveyAsk] = []
    private var rows = 0
    private var bytes = 0

    init(
        _ project: Project, _ corrections: Corrections, key: SecretKey, hashing: Bool,
        progress: ((IntakeProgress) -> Void)?
    ) {
        self.corrections = corrections
        self.hashing = hashing
        self.project = project
        self.key = key
        self.progress = progress
        decoder = PersonKeyDecoder(key: key)
        ledger = Ledger(
            services: project.services, boards: DistrictNames(), key: key,
            givesRecordKeys: project.disclosure.method == .cellKey)
        dataset = Dataset(municipality: project.municipality, services: ledger.services.services)
    }

    /// Opens the first file of visits, by far the largest, so that a thread tokenises it while boards and decisions are
    /// read. Should it not be readable, that is told when its turn comes.
    mutating func openVisits() {
        guard let source = project.sources.first(where: { $0.kind == .visits }), let table = source.tables.first
        else { return }
        do throws(IntakeFileError) {
            ahead = .success(try open(table, source))
        } catch {
            ahead = .failure(error)
        }
    }

    private func open(_ table: TableAddress, _ source: Source) throws(IntakeFileError) -> OpenTable {
        var options = source.readerOptions(table)
        options.wantsDigest = hashing
        return try OpenTable(project.path(of: table.file), name: table.name, options: options)
    }

    /// Reads all files of a kind, in the order of the project's sources.
    mutating func read<Kind: TableKind>(_ kind: Kind.Type) throws(IntakeError) {
        var store = Kind.store(project)
        var hasFiles = false
        for (place, source) in project.sources.enumerated() where source.kind == Kind.kind {
            for table in source.tables {
                hasFiles = true
                do throws(IntakeFileError) {
                    try read(table, of: source, at: place, kind, &store)
                } catch {
                    throw IntakeError(file: table.name, reason: error, site: SourceSite(of: source, file: table.file))
                }
            }
        }
        guard hasFiles else { return }
        Kind.finish(store, &ledger, &dataset)
        for late in ledger.late { files[Int(late.place.file)].log.setAside(late) }
        for late in ledger.lateRemarks { files[Int(late.place.file)].log.remark(late) }
        for (file, basis) in ledger.bases { files[file].intake.basis = basis }
        if let (file, error) = ledger.fileErrors.first {
            let read = files[file]
            throw IntakeError(
                file: read.log.file, reason: error,
                site: SourceSite(of: project.sources[read.source], file: read.log.file))
        }
        ledger.bases = [:]
        ledger.late = []
        ledger.lateRemarks = []
    }

    /// Open → find header → settle columns → decode → settle rows → log.
    private mutating func read<Kind: TableKind>(
        _ address: TableAddress, of source: Source, at place: Int, _ kind: Kind.Type, _ store: inout Kind.Store
    ) throws(IntakeFileError) {
        let file = address.name
        var table: OpenTable
        if Kind.kind == .visits, let opened = ahead.take() {
            table = try opened.get()
        } else {
            table = try open(address, source)
        }
        let like = try FoundHeader(in: table, Kind.shape, of: source)
        var sample = TableSample(batches: table.sample, firstRow: like.record + 1)
        var found = like.settled(by: sample, mapping: source.columns)
        let corrected = corrections.of(address)
        if !corrected.isEmpty {
            try table.correct(
                CorrectedCells(corrected, found.header, headerRecords: found.record + 1, file: file))
            sample = TableSample(batches: table.sample, firstRow: like.record + 1)
            found = like.settled(by: sample, mapping: source.columns)
        }
        let facts = try ColumnFacts(
            of: table, found, path: project.path(of: address.file), options: source.readerOptions(address))
        let settled = SettledTable(
            file: file, sheet: table.sheet, header: found.header, notes: found.notes, source: source,
            services: ledger.services, municipality: project.municipality, boardNames: ledger.names.boards.tableNames,
            decoder: decoder,
            dateOrders: try facts.dateOrders(source.dateOrder),
            sample: sample)
        try settled.checkNames()
        var reader = try Kind.Reader(settled)
        var log = RowLog(
            file: file, book: address.book, kind: Kind.kind, found.header, isOfSheet: table.isSheet)
        var loop = TableLoop(found, settled.sample, file: files.count)
        let progress = progress
        let shown = PersonMask.shown(path: file)
        var (rows, bytes) = (self.rows, self.bytes)
        try loop.run(
            &table, &reader, &log, &ledger,
            progress: { newRows, newBytes in
                rows += newRows
                bytes += newBytes
                progress?(IntakeProgress(file: shown, rows: rows, bytes: bytes))
            },
            settle: { decoded, place, remarks, ledger throws(RowFault) in
                try Kind.settle(decoded, at: place, &remarks, &store, &ledger)
            })
        (self.rows, self.bytes) = (rows, bytes)
        try reader.finish()
        if let sums = loop.tableSums { ledger.sums[files.count] = sums }
        let applied = try table.corrections(
            found.header, CellAllowance(found.header, services: ledger.services, names: .known),
            extra: reader.extraPlaces)
        let unread = UnreadColumns(settled, reader.extraPlaces)
        var notes = facts.notes + reader.notes + unread.notes + AbsentColumns.notes(found.header)
        if found.record > 0 { notes.insert(.headerOnLine(found.line), at: 0) }
        if !found.hidden.isEmpty { notes.append(.hiddenColumns(found.hidden)) }
        if log.hiddenRows > 0 { notes.append(.hiddenRows(log.hiddenRows)) }
        if table.format.isDoubleEncoded { notes.insert(.doubleEncoded, at: 0) }
        if log.protectedTime != 0 { notes.append(.protectedHours(Hours(milliseconds: log.protectedTime))) }
        let names = Set(Kind.columns.map(\.name))
        if names.isSuperset(of: [PersonColumns.key.name, CaseColumns.board.name]), let board = settled.boardOfName {
            notes.append(.boardOfFile(board))
        }
        files.append(
            FileRead(
                source: place, log: log,
                intake: FileIntake(
                    tally: log.tally, format: table.format, ignoredColumns: unread.shown, notes: notes,
                    digest: table.digest, corrections: applied)))
    }

    /// Reads the surveys, last of all: respondents are known again as persons of the register.
    mutating func readSurveys() throws(IntakeError) {
        let read = try SurveysReader.read(project, corrections, key: key, ledger: &ledger)
        dataset.surveys = read.surveys
        asks = read.asks
        for (place, file) in read.files {
            rows += file.log.rows
            progress?(IntakeProgress(file: file.log.file, rows: rows, bytes: bytes))
            files.append(
                FileRead(
                    source: place, log: file.log,
                    intake: FileIntake(
                        tally: file.log.tally, format: file.format, ignoredColumns: file.ignoredColumns,
                        notes: file.notes,
                        digest: file.digest, corrections: file.corrections)))
        }
    }

    /// Throws where the files of decisions and those of visits have no person in common, as when one is pseudonymised
    /// and the other not, or with another key: every number made of both would be wrong.
    func checkPersons() throws(IntakeError) {
        let read = zip(files, ledger.persons.byFile).map { file, persons in
            PersonsInCommon.File(name: file.log.file, kind: file.log.kind, persons: persons)
        }
        try PersonsInCommon(read, keyLasts: key.isLasting).check()
    }

    /// What all files gave, in the order of the project's sources.
    consuming func result() -> IntakeResult {
        ledger.settle()
        dataset.division = ledger.names.boards.division
        dataset.providers = ledger.names.providers.names
        dataset.persons = ledger.persons.all
        let order = files.indices.sorted { (files[$0].source, $0) < (files[$1].source, $1) }
        return IntakeResult(
            dataset: dataset,
            files: order.map { place in
                var intake = files[place].intake
                intake.tally = files[place].log.tally
                return intake
            },
            faults: order.flatMap { files[$0].log.faults }, remarks: order.flatMap { files[$0].log.remarks }, asks: asks
        )
    }
}
