// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular

/// A reading under way: what the files so far have given.
struct Reading: ~Copyable {
    private struct FileRead {
        var source: Int
        var intake: FileIntake
        var faults: [Fault]
        var remarks: [Remark]
    }

    private let project: Project
    private let progress: ((IntakeProgress) -> Void)?
    private var builder: CaseBuilder
    private var read: [FileRead] = []
    private var statistics: [StatisticsRow] = []
    private var population: [PopulationCount] = []
    private var surveys: [Survey] = []
    /// The first file of visits, opened before its turn, or why it cannot be.
    private var ahead: Result<RowFile, IntakeError>?
    private var rows = 0
    private var bytes = 0

    init(_ project: Project, key: SecretKey, progress: ((IntakeProgress) -> Void)?) {
        self.project = project
        self.progress = progress
        builder = CaseBuilder(
            services: project.services, districts: DistrictNames(), key: key,
            givesRecordKeys: project.disclosure.method == .cellKey)
    }

    /// Opens the first file of visits, by far the largest, so that a thread tokenises it while districts and decisions
    /// are read. Should it not be readable, that is told when its turn comes.
    mutating func openVisits() {
        guard let source = project.sources.first(where: { $0.kind == .visits }), let file = source.files.first
        else { return }
        do throws(IntakeError) {
            ahead = .success(try RowFile(file, of: source, in: project, schema: .visits))
        } catch {
            ahead = .failure(error)
        }
    }

    /// Reads one file of a source, the `place`th of the project.
    mutating func read(_ file: String, of source: Source, at place: Int) throws(IntakeError) {
        switch source.kind {
        case .decisions: try readDecisions(file, of: source, at: place)
        case .visits: try readVisits(file, of: source, at: place)
        case .districts, .statistics, .population, .survey, .rates: break
        }
    }

    /// Reads the districts, which all other files name; without a table of them names are taken as they come.
    mutating func readDistricts() throws(IntakeError) {
        let (division, files) = try DistrictsReader.read(project)
        if !files.isEmpty { builder.districts = DistrictNames(division) }
        finish(files, of: .districts)
    }

    /// Reads the tables of totals and of inhabitants.
    mutating func readTables() throws(IntakeError) {
        let totals = try StatisticsReader.read(project, districts: &builder.districts)
        statistics = totals.statistics
        finish(totals.files, of: .statistics)
        let inhabitants = try PopulationReader.read(project, districts: &builder.districts)
        population = inhabitants.population
        finish(inhabitants.files, of: .population)
    }

    /// Reads the surveys, last of all: respondents are known again as persons of the register.
    mutating func readSurveys(key: SecretKey) throws(IntakeError) {
        let (surveys, files) = try SurveysReader.read(project, key: key, builder: &builder)
        self.surveys = surveys
        for (place, file) in files { note(file, at: place) }
    }

    /// Notes files of a kind that are read together, in the order of the project's sources.
    private mutating func finish(_ files: [TableFile], of kind: SourceKind) {
        let places = project.sources.enumerated().filter { $0.element.kind == kind }.flatMap { place, source in
            source.files.map { _ in place }
        }
        for (file, place) in zip(files, places) { note(file, at: place) }
    }

    private mutating func note(_ file: TableFile, at place: Int) {
        advance(file.log.file, rows: file.log.rows, bytes: 0)
        read.append(
            FileRead(
                source: place,
                intake: FileIntake(
                    tally: file.log.tally, format: file.format, ignoredColumns: file.ignoredColumns),
                faults: file.log.faults, remarks: file.log.remarks))
    }

    private mutating func readDecisions(_ file: String, of source: Source, at place: Int) throws(IntakeError) {
        var rowFile = try RowFile(file, of: source, in: project, schema: .decisions)
        var reader = DecisionsReader(
            rowFile.header, services: builder.services,
            log: RowLog(file: file, kind: .decisions, headers: rowFile.header.shownFields))
        while let (batch, first) = try rowFile.nextBatch() {
            reader.read(batch, from: first, into: &builder)
            advance(file, rows: batch.count - first, bytes: batch.bytes.count)
        }
        finish(reader.log, rowFile.format, rowFile.header, at: place)
    }

    private mutating func readVisits(_ file: String, of source: Source, at place: Int) throws(IntakeError) {
        var rowFile =
            if let opened = ahead.take() { try opened.get() } else {
                try RowFile(file, of: source, in: project, schema: .visits)
            }
        var reader: VisitsReader
        do {
            reader = try VisitsReader(
                rowFile.header, services: builder.services,
                log: RowLog(file: file, kind: .visits, headers: rowFile.header.shownFields))
        } catch {
            throw IntakeError(file: file, reason: error)
        }
        while let (batch, first) = try rowFile.nextBatch() {
            reader.read(batch, from: first, into: &builder)
            advance(file, rows: batch.count - first, bytes: batch.bytes.count)
        }
        finish(reader.log, rowFile.format, rowFile.header, at: place)
    }

    private mutating func advance(_ file: String, rows: Int, bytes: Int) {
        self.rows += rows
        self.bytes += bytes
        progress?(IntakeProgress(file: file, rows: self.rows, bytes: self.bytes))
    }

    private mutating func finish(_ log: RowLog, _ format: FileFormat, _ header: Header, at place: Int) {
        read.append(
            FileRead(
                source: place,
                intake: FileIntake(tally: log.tally, format: format, ignoredColumns: header.ignored),
                faults: log.faults, remarks: log.remarks))
    }

    /// What all files gave, in the order of the project's sources.
    consuming func result() -> IntakeResult {
        let order = read.indices.sorted { (read[$0].source, $0) < (read[$1].source, $1) }
        let dataset = Dataset(
            municipality: project.municipality, services: builder.services.services,
            division: builder.districts.division, providers: builder.providers.names,
            persons: builder.persons.persons, decisions: builder.decisions,
            performed: builder.performed.takePerformed(), observationWindow: builder.window, population: population,
            statistics: statistics, surveys: surveys)
        return IntakeResult(
            dataset: dataset, files: order.map { read[$0].intake }, faults: order.flatMap { read[$0].faults },
            remarks: order.flatMap { read[$0].remarks })
    }
}
