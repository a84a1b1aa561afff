// SPDX-License-Identifier: EUPL-1.2

/// The columns that survey tools add by themselves, as their exports call them in English and Swedish.
enum SurveyMarks {
    /// The headers that a column which is no question is known by, without a codebook's word for it.
    static func headers(of column: SurveyColumn, _ platform: SurveyPlatform) -> Set<String> {
        switch column {
        case .login:
            keys(
                "login", "Inloggningskod", "Kod", "Svarskod", "Deltagarkod", "Login code", "Participant code", "token",
                "Access code", "Åtkomstkod", "Behörighetskod", "Custom Data 1", "Anpassade data 1")
        case .person:
            keys("person", "Personnummer", "Personnr", "Pnr", "PersonId", "Person-id", "Pseudonym", "Samordningsnummer")
        case .district:
            keys(
                "stadsdelsnamnd", "Stadsdelsnämnd", "Stadsdelsområde", "stadsdelsomrade", "SDN", "Nämnd", "Stadsdel",
                "Stadsdelsförvaltning", "District")
        case .stratum: keys("stratum", "strata")
        case .weight: keys("vikt", "weight", "Kalibreringsvikt", "Designvikt")
        case .date:
            keys("svarsdatum", "submitdate", "Date submitted").union(completionTimes).union(endDates)
        case .complete:
            platform == .limeSurvey
                ? limeSurveySubmitted : keys("klart", "komplett", "Slutförd", "complete", "completed")
        }
    }

    private static let limeSurveySubmitted = keys(
        "submitdate", "Date submitted", "Datum skickat", "Datum inskickat", "Inskickat datum", "Inskickad")
    private static let completionTimes = keys(
        "Completion time", "Slutförandetid", "Slutförd tid", "Tidpunkt för slutförande")
    private static let startTimes = keys("Start time", "Starttid", "Tidpunkt för start")
    private static let endDates = keys("End Date", "Slutdatum", "Date Modified", "Senast ändrad")

    /// Columns of a tool that say nothing about the answers, and those with the respondent's name or address.
    static let passedOver: Set<String> = keys(
        "id", "Response ID", "Svars-ID", "Svars ID", "submitdate", "Date submitted", "Datum skickat", "lastpage",
        "Last page", "Sista sidan", "Senaste sidan", "startlanguage", "Start language", "Startspråk", "seed", "Frö",
        "startdate", "Date started", "Startdatum", "datestamp", "Date last action", "refurl", "Referrer URL",
        "interviewtime", "Total time", "Respondent ID", "RespondentID", "Respondent-ID", "Collector ID", "CollectorID",
        "Insamlar-ID", "Insamlare-ID", "Start Date", "End Date", "Slutdatum", "Date Created", "Date Modified",
        "Last modified time", "Senast ändrad", "Språk", "Language", "Total points", "Quiz feedback"
    ).union(completionTimes).union(startTimes).union(personal)

    /// Headers of columns that tell who the respondent is: their values are never shown.
    static let personal: Set<String> = keys(
        "Email", "E-mail", "Email Address", "E-post", "Epost", "E-postadress", "Name", "Namn", "First Name",
        "Last Name", "Förnamn", "Efternamn", "IP Address", "IP-adress", "ipaddr", "Telefon", "Telefonnummer", "Phone",
        "Mobil", "Mobilnummer", "Adress", "Address", "Användarnamn", "Username", "firstname", "lastname", "token",
        "Custom Data 1", "Anpassade data 1")

    /// The tool that the titles of a file are from.
    ///
    /// `second` is the file's second record: SurveyMonkey's other header row has nothing under its own columns.
    static func platform(_ headers: [String], second: [String]) -> SurveyPlatform {
        let titles = headers.map { SurveyTitle($0) }
        func has(_ names: Set<String>) -> Bool { titles.contains { $0.isOne(of: names) } }
        let isTwoRows =
            second.count == headers.count
            && second.contains { SurveyTitle.responseWords.contains(AnswerSpellings.key($0)) }
            && second.contains { $0.isEmpty }
        if isTwoRows || (has(respondentIDs) && second.first?.isEmpty ?? false && second.contains { !$0.isEmpty }) {
            return .surveyMonkey
        }
        if has(completionTimes), has(startTimes) { return .microsoftForms }
        if has(limeSurveyMarks) { return .limeSurvey }
        return .generic
    }

    /// Whether the headers hold columns that only survey tools write.
    static func isFromTool(_ headers: [String]) -> Bool {
        platform(headers, second: []) != .generic
            || headers.contains { SurveyTitle($0).isOne(of: respondentIDs.union(completionTimes)) }
    }

    private static let respondentIDs = keys(
        "Respondent ID", "RespondentID", "Respondent-ID", "Collector ID", "CollectorID", "Response ID", "Svars-ID")
    private static let limeSurveyMarks = keys(
        "submitdate", "lastpage", "startlanguage", "Date submitted", "Last page", "Start language", "Datum skickat",
        "Datum inskickat", "Sista sidan", "Senaste sidan", "Startspråk")

    static func keys(_ words: String...) -> Set<String> { Set(words.map { AnswerSpellings.key($0) }) }
}

extension SurveyPlatform {
    /// The tool's own name.
    package var title: String {
        switch self {
        case .limeSurvey: "LimeSurvey"
        case .surveyMonkey: "SurveyMonkey"
        case .microsoftForms: "Microsoft Forms"
        case .generic: "CSV"
        }
    }
}
