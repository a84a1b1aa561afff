// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular
import Terms

/// What of a file goes into its pseudonymised copy, and how.
struct CopyPlan {
    enum Column {
        /// The pseudonym in place of the person.
        case person
        /// The cell, where the allow-list has it; else a mask.
        case allowed
        /// A keyed code in place of the system's own id.
        case code
        /// A cell of a column that the user keeps: a mask where anything like an identity number is in it.
        case searched
        /// A cell of a survey, as `SurveyAllowance` says.
        case answer
        /// No part of the copy.
        case dropped
    }

    let kind: SourceKind
    /// The records that the copy begins with.
    let headers: [[String]]
    /// Records before the first row of data.
    let headerRecords: Int
    /// Headers as they may be shown.
    let shown: [String]
    let columns: [Column]
    /// Headers of the columns that are left out, as they may be shown.
    let dropped: [String]
    let allowance: CellAllowance
    let survey: SurveyAllowance?
    let person: Int
    /// Columns that give the row's date, which settles the century of ten-digit numbers. -1 when there is none.
    let date: Int
    let month: Int
    let dateOrder: DateOrder?
    /// Settles the century where a row needs no date: the last day of a survey's year.
    let day: CivilDate?
    /// Columns that the copy gets at its end: birth year and sex, where the file has none.
    let added: [ColumnDeclaration]
    let header: Header

    /// Throws `missingColumn` when no column holds persons, `missingHeader`, and what stops the file from being read.
    init(
        _ table: borrowing OpenTable, _ path: String, _ options: ReaderOptions, _ source: Source?,
        _ codebook: Codebook?, _ kept: [String], _ project: Project
    ) throws(IntakeFileError) {
        let recognition = Recognition(of: table, named: Paths.name(of: table.file))
        var isSurvey = source?.kind == .survey
        if source == nil, case .survey = recognition.answer { isSurvey = true }
        let services = ServiceNames(project.services)
        if isSurvey {
            let answers = try SurveyTable(OpenTable(path, name: table.file, options: options))
            self = try CopyPlan(ofSurvey: answers, table, source, codebook, services)
            return
        }
        let (kind, found) = try Self.header(table, recognition, source)
        let header = found.header
        let fields = header.fields
        let declarations = header.declarations
        guard header.personPlace >= 0 else {
            let nearest = NearestName.to("personnummer", among: header.shownFields)
            throw .missingColumn(
                canonical: PersonColumns.key.name, nearest: nearest, line: found.line,
                headers: header.shownFields, kind: kind)
        }
        let keys = Set(kept.map { HeaderIndex.key($0) })
        let columns = fields.indices.map { place -> Column in
            if place == header.personPlace { return .person }
            switch declarations[place]?.content {
            case .code?: return .code
            case .text?, nil: return keys.contains(HeaderIndex.key(fields[place])) ? .searched : .dropped
            case .person?, .date?, .month?, .clock?, .amount?, .number?, .year?, .word?, .name?: return .allowed
            }
        }
        let copied = fields.indices.filter { if case .dropped = columns[$0] { false } else { true } }
        let added = [PersonColumns.sex.declaration, PersonColumns.birthYear.declaration].filter { column in
            !header.names.contains(column.name)
        }
        let names = header.names
        func place(_ column: ColumnDeclaration) -> Int { names.firstIndex { $0 == column.name } ?? -1 }
        let facts = try ColumnFacts(of: table, found, path: path, options: options)
        self.kind = kind
        self.header = header
        self.columns = columns
        self.added = added
        person = header.personPlace
        shown = header.shownFields
        dropped = fields.indices.filter { !copied.contains($0) && !fields[$0].isEmpty }.map { Header.shown(fields[$0]) }
        headers = [copied.map { fields[$0] } + added.map(\.name)]
        headerRecords = found.record + 1
        allowance = CellAllowance(header, services: services, safe: source?.safe ?? [], names: .searched)
        survey = nil
        date = place(Decisions.from) >= 0 ? place(Decisions.from) : place(Visits.date)
        month = place(Visits.month)
        day = nil
        dateOrder = try facts.dateOrders(source?.dateOrder)[date]
    }

    private static func header(
        _ table: borrowing OpenTable, _ recognition: Recognition, _ source: Source?
    ) throws(IntakeFileError) -> (kind: SourceKind, header: FoundHeader) {
        if let source, let kind = Kinds.of(source.kind) {
            return (source.kind, try FoundHeader(in: table, kind.shape, of: source))
        }
        switch recognition.answer {
        case .kind(let kind):
            if let found = recognition.found { return (kind, found) }
            return (kind, try FoundHeader(in: table, Kinds.shape(of: kind)))
        case .unknown(_, let error): throw error
        case .noTable, .survey: throw .missingHeader
        }
    }

    private init(
        ofSurvey answers: SurveyTable, _ table: borrowing OpenTable, _ source: Source?, _ codebook: Codebook?,
        _ services: ServiceNames
    ) throws(IntakeFileError) {
        kind = .survey
        header = Header(titles: answers.titles.map(\.shown))
        headerRecords = answers.headerRows
        headers = table.leadRecords(answers.headerRows).map(\.cells)
        shown = answers.titles.map(\.shown)
        func place(_ column: SurveyColumn) -> Int? {
            let named = codebook?.columns[column].map { [AnswerSpellings.key($0)] as Set }
            let known = named ?? SurveyMarks.headers(of: column, answers.platform)
            return answers.titles.firstIndex { $0.isOne(of: known) }
        }
        guard let person = place(.person) else {
            throw .missingSurveyColumn(
                canonical: PersonColumns.key.name, nearest: NearestName.to("personnummer", among: shown))
        }
        let login = place(.login)
        self.person = person
        columns = answers.titles.indices.map { column in
            // A login code tells that two answers are one respondent's: a keyed code tells it too.
            column == person ? .person : column == login ? .code : .answer
        }
        dropped = []
        added = []
        allowance = CellAllowance(header, services: services, names: .searched)
        survey = SurveyAllowance(answers)
        date = -1
        month = -1
        dateOrder = nil
        day = source?.waveYear.flatMap { CivilDate(year: $0, month: 12, day: 31) }
    }
}
