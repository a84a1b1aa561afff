// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// The answers of one group in one wave, out of all its files: paper and web, one source or several.
struct SurveyWave {
    let group: RespondentGroup
    let wave: String
    let year: Int
    let codebook: Codebook
    /// Where the codebook is, or was to be.
    let path: String
    private let frame: SurveyFrame
    private var files: [(source: Int, file: SurveyFile)] = []
    /// Of each file the rows whose respondent has answered again.
    private var replaced: [Set<Int>] = []

    init(
        group: RespondentGroup, wave: String, year: Int, codebook: Codebook, path: String,
        districts: inout DistrictNames
    ) throws(IntakeFileError) {
        self.group = group
        self.wave = wave
        self.year = year
        self.codebook = codebook
        self.path = path
        frame = try Self.placed(codebook.frame(of: wave), &districts)
    }

    /// Adds a file; throws when the frame needs a column that it has not.
    mutating func add(_ file: SurveyFile, of source: Int) throws(IntakeFileError) {
        let hasParts = frame.strata.contains { !$0.name.isEmpty }
        let isPlaced = codebook.items.contains { $0.item.trait == .district } || file.layout.columns[.district] != nil
        if hasParts, frame.strataAreDistricts, !isPlaced {
            throw .missingSurveyColumn(canonical: SurveyColumn.district.rawValue, nearest: nil)
        }
        if hasParts, !frame.strataAreDistricts, file.layout.columns[.stratum] == nil {
            throw .missingSurveyColumn(canonical: SurveyColumn.stratum.rawValue, nearest: nil)
        }
        if frame.rule == .given, file.layout.columns[.weight] == nil {
            throw .missingSurveyColumn(canonical: SurveyColumn.weight.rawValue, nearest: nil)
        }
        files.append((source, file))
    }

    /// Strata that are districts have the newest name; those that have merged are one stratum.
    private static func placed(
        _ frame: SurveyFrame, _ districts: inout DistrictNames
    ) throws(IntakeFileError) -> SurveyFrame {
        guard frame.strataAreDistricts else { return frame }
        var placed = frame
        placed.strata = []
        for stratum in frame.strata where !stratum.name.isEmpty {
            var stratum = stratum
            switch districts.find(stratum.name) {
            case .district(let index):
                stratum.name = districts.newestName(of: index)
            case .withoutDistrict: break
            case .unknown: throw .unknownStratum(stratum.name, nearest: districts.nearest(to: stratum.name).first)
            }
            guard let same = placed.strata.firstIndex(where: { $0.name == stratum.name }) else {
                placed.strata.append(stratum)
                continue
            }
            func sum(_ one: Int?, _ other: Int?) -> Int? { one.flatMap { one in other.map { one + $0 } } }
            placed.strata[same].population = sum(placed.strata[same].population, stratum.population)
            placed.strata[same].sent = sum(placed.strata[same].sent, stratum.sent)
            placed.strata[same].undeliverable += stratum.undeliverable
        }
        return placed
    }

    /// Keeps the boards that the respondents who stay have named.
    mutating func settle(_ ledger: inout Ledger) {
        replaced = replacedRows()
        for (number, (_, file)) in files.enumerated() {
            for (index, entry) in file.rows.enumerated() where !replaced[number].contains(index) {
                guard let board = entry.row.district else { continue }
                ledger.names.boards.keep(board, order: .max - 1)
            }
        }
    }

    /// The survey, and the account of each file's rows.
    func result(
        ledger: Ledger, respondents: inout RespondentNumbers, division: Division, keys: KeyedHash?
    ) throws(IntakeError) -> (survey: Survey, files: [(source: Int, file: TableFile)]) {
        var survey = Survey(
            group: group, wave: wave, year: year, items: codebook.surveyItems, frame: frame,
            duplicates: replaced.reduce(0) { $0 + $1.count })
        var accounts: [(source: Int, file: TableFile)] = []
        for (number, (source, file)) in files.enumerated() {
            var log = file.log
            for (index, (place, row)) in file.rows.enumerated() {
                guard !replaced[number].contains(index) else {
                    let column = file.layout.columns[.login] ?? file.layout.columns[.person]
                    log.setAside(LateFault(place: place, fault: RowFault(.duplicateResponse, at: column)))
                    continue
                }
                // In the newest division.
                let district = ledger.names.boards.final(row.district).map { division.newest[Int($0)] }
                let stratum = stratum(of: row, district, division)
                if stratum == nil, !frame.strata.isEmpty, !row.answers.isEmpty {
                    let column = file.layout.columns[frame.strataAreDistricts ? .district : .stratum]
                    log.remark(
                        .unknownStratum, at: column, line: Int(place.line), row: Int(place.row))
                }
                survey.responses.append(
                    SurveyResponse(
                        person: row.person.flatMap { ledger.persons.person(of: $0) }.map { ledger.persons.index($0) },
                        respondent: respondents.number(of: row, in: group, isPanel: codebook.isPanel),
                        district: district, stratum: stratum, weight: row.weight, answers: row.answers,
                        recordKey: keys.map { recordKey(of: row, number: survey.responses.count, $0) } ?? 0))
            }
            accounts.append(
                (
                    source,
                    TableFile(
                        log: log, format: file.table.format, ignoredColumns: file.layout.ignored, notes: file.notes,
                        digest: file.table.digest,
                        corrections: file.table.corrections.map { correction in
                            var correction = correction
                            correction.isRead = file.isRead(correction.column)
                            return correction
                        })
                ))
        }
        try Self.check(survey, codebook, path)
        return (survey, accounts)
    }

    /// Throws where more have answered than there are, or than were asked.
    static func check(_ survey: Survey, _ codebook: Codebook, _ path: String) throws(IntakeError) {
        let frame = survey.frame
        let answered = survey.responses.filter { $0.isAnswered(survey.items) }
        func check(
            _ answers: Int, _ name: String, _ key: String, _ limit: Int?, at place: String? = nil
        ) throws(IntakeError) {
            guard let limit, answers > limit else { return }
            let line = codebook.line(of: place ?? name, in: survey.wave)
            throw IntakeError(
                file: path,
                reason: .codebook(
                    ProjectError(
                        .codebook(.moreAnswers(answers, stratum: name, limit: key, limit)), file: path, line: line)))
        }
        for (place, stratum) in frame.strata.enumerated() {
            let answers = frame.strata.count == 1 ? answered.count : answered.count { $0.stratum == place }
            try check(answers, stratum.name, "population", stratum.population)
            try check(answers, stratum.name, "sent", stratum.sent)
            if stratum.undeliverable > 0, let sent = stratum.sent ?? stratum.population {
                try check(answers, stratum.name, "sent − undeliverable", sent - stratum.undeliverable)
            }
        }
        // Answers that name no stratum have one all the same.
        let limits = frame.strata.map { $0.sent ?? $0.population }
        guard frame.strata.count > 1, !limits.contains(nil) else { return }
        try check(answered.count, "", "strata", limits.reduce(0) { $0 + ($1 ?? 0) }, at: frame.strata[0].name)
    }

    /// Of a respondent who can be known again the same in every file, else of the place in this one.
    private func recordKey(of row: SurveyFile.Row, number: Int, _ keys: KeyedHash) -> UInt64 {
        keys.recordKey(of: "\(group.code)/\(wave)/" + (RespondentNumbers.key(of: row) ?? "\(number)"))
    }

    private func stratum(of row: SurveyFile.Row, _ district: DistrictIndex?, _ division: Division) -> Int? {
        if frame.strata.count == 1, frame.strata[0].name.isEmpty { return 0 }
        if frame.strataAreDistricts {
            guard let district else { return nil }
            return frame.strata.firstIndex { $0.name == division[district].name }
        }
        return row.stratum.flatMap { key in frame.strata.firstIndex { AnswerSpellings.key($0.name) == key } }
    }

    /// For each file the rows whose respondent has a later complete answer, or a complete one where theirs is not.
    private func replacedRows() -> [Set<Int>] {
        let times = files.map { $0.file.rows.compactMap(\.row.time) }
        // A file that tells nothing of the order is taken as the others are, and else as an American tool writes it.
        let common = AnswerTime.isDayFirst(times.flatMap(\.self)) ?? false
        var replaced = [Set<Int>](repeating: [], count: files.count)
        var best: [String: (file: Int, place: Int, rank: (Int, Int))] = [:]
        for (number, (_, file)) in files.enumerated() {
            let dayFirst = AnswerTime.isDayFirst(times[number]) ?? common
            for (place, (_, row)) in file.rows.enumerated() {
                guard let key = RespondentNumbers.key(of: row) else { continue }
                let rank = (row.isComplete ? 1 : 0, row.time?.instant(dayFirst: dayFirst) ?? .min)
                guard let known = best[key] else {
                    best[key] = (number, place, rank)
                    continue
                }
                // Of two that are alike the later in the files stays.
                if rank >= known.rank {
                    replaced[known.file].insert(known.place)
                    best[key] = (number, place, rank)
                } else {
                    replaced[number].insert(place)
                }
            }
        }
        return replaced
    }
}
