// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Reads the surveys (*enkäter*) of a project: each group and wave is one survey, whatever files it came in.
///
/// A row is set aside when its fields cannot be told apart, its district or weight cannot be read, its person key is
/// mangled, or the same respondent has a later complete answer. An answer that the codebook does not know is no
/// answer, with a remark: the respondent's other answers count.
struct SurveysReader {
    /// What the surveys of a project are, the account of each file with its source, and what the codebooks ask.
    struct Result {
        var surveys: [Survey] = []
        var files: [(source: Int, file: TableFile)] = []
        var asks: [SurveyAsk] = []
    }

    private let project: Project
    private let corrections: Corrections
    private let key: SecretKey
    private var waves: [SurveyWave] = []
    private var codebooks: [String: Codebook] = [:]
    private var asks: [SurveyAsk] = []

    private init(_ project: Project, _ corrections: Corrections, key: SecretKey) {
        self.corrections = corrections
        self.project = project
        self.key = key
    }

    /// The surveys by year, group and wave as the project lists them.
    static func read(
        _ project: Project, _ corrections: Corrections, key: SecretKey, ledger: inout Ledger
    ) throws(IntakeError) -> Result {
        var reader = SurveysReader(project, corrections, key: key)
        for (place, source) in project.sources.enumerated() where source.kind == .survey {
            try reader.read(source, place, &ledger)
        }
        return try reader.result(&ledger)
    }

    private mutating func read(
        _ source: Source, _ place: Int, _ ledger: inout Ledger
    ) throws(IntakeError) {
        guard let path = source.codebook else {
            for table in source.tables { try draft(table, source, place, &ledger) }
            return
        }
        let codebook = try codebook(path)
        for asked in codebook.open {
            let error = ProjectError(.codebook(asked.fault), file: path, line: asked.line)
            asks.append(SurveyAsk(item: asked.item.item.name, error: IntakeError(file: path, reason: .codebook(error))))
        }
        for table in source.tables {
            try read(
                SurveyTable(table, of: source, in: project, corrections), source, place, codebook, path, [], &ledger)
        }
    }

    /// Reads a file without a codebook by the draft of one.
    private mutating func draft(
        _ address: TableAddress, _ source: Source, _ place: Int, _ ledger: inout Ledger
    ) throws(IntakeError) {
        let file = address.file
        let table = try SurveyTable(address, of: source, in: project, corrections)
        let draft = CodebookDraft(table)
        let path = PersonMask.shown(path: CodebookPlace.beside(file))
        guard !draft.questions.isEmpty else { throw IntakeError(file: file, reason: .noQuestions) }
        let codebook: Codebook
        do {
            codebook = try Codebook(bytes: Array(draft.text(in: project.language).utf8), path: path)
        } catch {
            throw IntakeError(file: file, reason: .codebook(error))
        }
        for asked in codebook.open {
            asks.append(
                SurveyAsk(
                    item: asked.item.item.name,
                    error: IntakeError(file: file, reason: .draftAsks(question: asked.item.question, codebook: path))))
        }
        if codebook.items.isEmpty, let first = asks.last { throw first.error }
        try read(
            table, source, place, codebook, path,
            [
                .codebookDrafted(
                    questions: codebook.items.count, file: PersonMask.shown(path: file),
                    path: PersonMask.shown(path: path))
            ], &ledger)
    }

    private mutating func read(
        _ table: SurveyTable, _ source: Source, _ place: Int, _ codebook: Codebook, _ path: String,
        _ notes: [FileNote], _ ledger: inout Ledger
    ) throws(IntakeError) {
        do throws(IntakeFileError) {
            try table.checkEvents()
            let wave = try wave(of: source, table, codebook, path, &ledger.names.boards)
            do throws(IntakeError) {
                var read = try SurveyFile(table, codebook, year: waves[wave].year, key: key, ledger: &ledger)
                read.notes = notes
                if table.head.above > 0 { read.notes.insert(.headerOnLine(table.firstLine), at: 0) }
                do throws(IntakeFileError) {
                    try waves[wave].add(read, of: place)
                } catch {
                    throw IntakeError(file: table.file, reason: error)
                }
            } catch {
                throw error.reason
            }
        } catch {
            throw IntakeError(file: table.file, reason: error)
        }
    }

    private mutating func codebook(_ path: String) throws(IntakeError) -> Codebook {
        if let known = codebooks[path] { return known }
        do {
            let codebook = try Codebook.read(project.path(of: path))
            codebooks[path] = codebook
            return codebook
        } catch {
            throw IntakeError(file: path, reason: .codebook(error))
        }
    }

    /// The wave that a source's answers belong to.
    private mutating func wave(
        of source: Source, _ table: SurveyTable, _ codebook: Codebook, _ path: String,
        _ districts: inout DistrictNames
    ) throws(IntakeFileError) -> Int {
        let given = source.group.map { RespondentGroup(named: $0) }
        if let given, let own = codebook.group, given.code != own.code {
            throw .groupDiffers(source: given.code, codebook: own.code)
        }
        guard let group = codebook.group ?? given else { throw .groupMissing }
        let named = source.wave ?? codebook.wave
        guard let year = source.year ?? named.flatMap({ WaveYear.of($0) }) ?? WaveYear(of: table).year else {
            throw source.codebook == nil ? .draftYearMissing(codebook: path) : .waveYearMissing
        }
        let wave = named ?? "\(year)"
        if let same = waves.firstIndex(where: { $0.group.code == group.code && $0.wave == wave && $0.year == year }) {
            guard waves[same].codebook.surveyItems == codebook.surveyItems else {
                throw source.codebook == nil
                    ? .draftsDiffer(group: group.code, wave: wave, codebook: path)
                    : .twoCodebooks(group: group.code, wave: wave)
            }
            return same
        }
        waves.append(
            try SurveyWave(
                group: group, wave: wave, year: year, codebook: codebook, path: path, districts: &districts))
        return waves.count - 1
    }

    private mutating func result(_ ledger: inout Ledger) throws(IntakeError) -> Result {
        var groups: [String] = []
        for wave in waves where !groups.contains(wave.group.code) { groups.append(wave.group.code) }
        let order = waves.indices.sorted { one, other in
            let ranks = [one, other].map { place in
                (waves[place].year, groups.firstIndex(of: waves[place].group.code) ?? 0, place)
            }
            return ranks[0] < ranks[1]
        }
        var respondents = RespondentNumbers()
        var result = Result()
        for wave in waves.indices { waves[wave].settle(&ledger) }
        ledger.settle()
        let division = ledger.names.boards.division
        let keys = project.disclosure.method == .cellKey ? KeyedHash(key) : nil
        for place in order {
            let (survey, accounts) = try waves[place].result(
                ledger: ledger, respondents: &respondents, division: division, keys: keys)
            result.surveys.append(survey)
            result.files += accounts
        }
        result.asks = asks
        return result
    }
}

/// What a codebook asks before one of its questions can be read.
package struct SurveyAsk: Error, Sendable, Hashable {
    /// The question's name in the codebook.
    package let item: String
    /// Where it is asked, and what to write.
    package let error: IntakeError
}

/// Where the codebook of a file lies when no source names it: beside the file, or among the surveys of the project.
enum CodebookPlace {
    private static let endings = [".kodbok.yaml", ".codebook.yaml"]

    /// `data/svar.kodbok.yaml` of `data/svar.csv`.
    static func beside(_ file: String) -> String { stem(of: file) + endings[0] }

    /// The codebook of a file; nil when there is none.
    static func found(of file: String, in folder: String) -> String? {
        let name = Paths.name(of: stem(of: file))
        let folders = Language.allCases.map { SurveyTemplate.folder(in: $0) }
        let stems = [stem(of: file)] + folders.map { "\($0)/\(name)" }
        return stems.flatMap { stem in endings.map { stem + $0 } }.first {
            SmallFile.isFolder(Paths.joined(folder, $0)) == false
        }
    }

    private static func stem(of file: String) -> String {
        guard let point = file.lastIndex(of: "."), !file[point...].contains("/") else { return file }
        return String(file[..<point])
    }
}

extension Source {
    /// The year of a survey: `year:`, or the one that stands in `wave:`.
    var waveYear: Int? {
        if let year { return year }
        return wave.flatMap { WaveYear.of($0) }
    }
}
