// SPDX-License-Identifier: EUPL-1.2

/// Where in a survey's export the respondents are: their key, and columns with their names and addresses.
struct SurveyPersons {
    /// `person` for the column of keys, `datum` for that of dates, nil for all else.
    let names: [String?]
    let isPersonal: [Bool]
    let headerRows: Int

    init(_ headers: [String], second: [String], _ codebook: Codebook?) {
        let trimmed = headers.map { SurveyTable.trimmed($0) }
        let platform = SurveyMarks.platform(trimmed, second: second.map { SurveyTable.trimmed($0) })
        let titles = trimmed.map { SurveyTitle($0) }
        func place(_ column: SurveyColumn) -> Int? {
            let named = codebook?.columns[column].map { [AnswerSpellings.key($0)] as Set }
            let known = named ?? SurveyMarks.headers(of: column, platform)
            return titles.firstIndex { $0.isOne(of: known) }
        }
        var names = [String?](repeating: nil, count: headers.count)
        if let date = place(.date) { names[date] = "datum" }
        let person = place(.person)
        if let person { names[person] = Schema.personColumn }
        self.names = names
        isPersonal = titles.indices.map { column in
            // The login code stays: it is what tells that two answers are one respondent's.
            column != person && column != place(.login) && titles[column].isOne(of: SurveyMarks.personal)
        }
        headerRows = platform == .surveyMonkey ? 2 : 1
    }
}
