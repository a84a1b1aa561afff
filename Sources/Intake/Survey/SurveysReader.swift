// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Reads the surveys (*enkäter*) of a project: each group and wave is one survey, whatever files it came in.
///
/// A row is set aside when its fields cannot be told apart, its district or weight cannot be read, its person key is
/// mangled, or the same respondent has a later complete answer. An answer that the codebook does not know is no
/// answer, with a remark: the respondent's other answers count.
struct SurveysReader {
    private let project: Project
    private let key: SecretKey
    private var waves: [SurveyWave] = []
    private var codebooks: [String: Codebook] = [:]

    private init(_ project: Project, key: SecretKey) {
        self.project = project
        self.key = key
    }

    /// The surveys by year, group and wave as the project lists them, and the account of each file with its source.
    static func read(
        _ project: Project, key: SecretKey, ledger: inout Ledger
    ) throws(IntakeError) -> (surveys: [Survey], files: [(source: Int, file: TableFile)]) {
        var reader = SurveysReader(project, key: key)
        for (place, source) in project.sources.enumerated() where source.kind == .survey {
            try reader.read(source, place, &ledger)
        }
        return reader.result(&ledger)
    }

    private mutating func read(
        _ source: Source, _ place: Int, _ ledger: inout Ledger
    ) throws(IntakeError) {
        let name = source.files.first ?? source.pattern
        guard let path = source.codebook else { throw IntakeError(file: name, reason: .codebookMissing) }
        let codebook = try codebook(path)
        do {
            let wave = try wave(of: source, codebook, path, &ledger.names.boards)
            for file in source.files {
                let table = try SurveyTable(file, of: source, in: project)
                let read = try SurveyFile(
                    table, codebook, year: waves[wave].year, key: key, ledger: &ledger)
                do {
                    try waves[wave].add(read, of: place)
                } catch {
                    throw IntakeError(file: file, reason: error)
                }
            }
        } catch let error as IntakeError {
            throw error
        } catch let reason as IntakeFileError {
            throw IntakeError(file: name, reason: reason)
        } catch {
            preconditionFailure("a survey fails in its settings or in a file")
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
        of source: Source, _ codebook: Codebook, _ path: String, _ districts: inout DistrictNames
    ) throws(IntakeFileError) -> Int {
        let named = source.group.map { RespondentGroup(named: $0) }
        if let named, let own = codebook.group, named.code != own.code {
            throw .groupDiffers(source: named.code, codebook: own.code)
        }
        guard let group = codebook.group ?? named else { throw .groupMissing }
        guard let year = source.waveYear else { throw .waveYearMissing }
        let wave = source.wave ?? "\(year)"
        if let same = waves.firstIndex(where: { $0.group.code == group.code && $0.wave == wave && $0.year == year }) {
            guard waves[same].codebook.surveyItems == codebook.surveyItems else {
                throw .twoCodebooks(group: group.code, wave: wave)
            }
            return same
        }
        waves.append(
            try SurveyWave(group: group, wave: wave, year: year, codebook: codebook, districts: &districts))
        return waves.count - 1
    }

    private mutating func result(_ ledger: inout Ledger) -> (surveys: [Survey], files: [(source: Int, file: TableFile)])
    {
        var groups: [String] = []
        for wave in waves where !groups.contains(wave.group.code) { groups.append(wave.group.code) }
        let order = waves.indices.sorted { one, other in
            let ranks = [one, other].map { place in
                (waves[place].year, groups.firstIndex(of: waves[place].group.code) ?? 0, place)
            }
            return ranks[0] < ranks[1]
        }
        var respondents = RespondentNumbers()
        var surveys: [Survey] = []
        var files: [(source: Int, file: TableFile)] = []
        for wave in waves.indices { waves[wave].settle(&ledger) }
        ledger.settle()
        let division = ledger.names.boards.division
        let keys = project.disclosure.method == .cellKey ? KeyedHash(key) : nil
        for place in order {
            let (survey, accounts) = waves[place].result(
                ledger: ledger, respondents: &respondents, division: division, keys: keys)
            surveys.append(survey)
            files += accounts
        }
        return (surveys, files)
    }
}

extension Source {
    /// The year of a survey: `year:`, or the one that stands in `wave:`.
    var waveYear: Int? {
        if let year { return year }
        let numbers = (wave ?? "").split { !("0"..."9").contains($0) }
        return numbers.filter { $0.count == 4 }.compactMap { Int($0) }.first { (1900...2200).contains($0) }
    }
}
