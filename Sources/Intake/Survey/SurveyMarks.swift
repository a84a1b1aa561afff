// SPDX-License-Identifier: EUPL-1.2

/// The columns that survey tools add by themselves, as their exports call them in English and Swedish.
enum SurveyMarks {
    /// The headers that a column which is no question is known by, without a codebook's word for it.
    static func headers(of column: SurveyColumn, _ platform: SurveyPlatform) -> Set<String> {
        switch column {
        case .login:
            keys(
                "login", "Inloggningskod", "Kod", "Svarskod", "Deltagarkod", "Login code", "Participant code", "token",
                "Access code", "Åtkomstkod", "Behörighetskod", "Custom Data 1", "Anpassade data 1", "Deltagar-ID",
                "Participant ID", "ExternalReference", "redcap_survey_identifier", "Survey Identifier")
        case .person:
            keys("person", "Personnummer", "Personnr", "Pnr", "PersonId", "Person-id", "Pseudonym", "Samordningsnummer")
        case .district:
            keys(
                "stadsdelsnamnd", "Stadsdelsnämnd", "Stadsdelsområde", "stadsdelsomrade", "SDN", "Nämnd", "Stadsdel",
                "Stadsdelsförvaltning", "District")
        case .stratum: keys("stratum", "strata")
        case .weight: keys("vikt", "weight", "Kalibreringsvikt", "Designvikt")
        case .date:
            keys(
                "svarsdatum", "submitdate", "Date submitted", "Svarat", "Svarade", "Svarstid", "Svarat den", "Answered",
                "Inskickat", "Submitted", "Submitted at", "Inlämnad", "RecordedDate", "Recorded Date",
                "Registreringsdatum"
            ).union(completionTimes).union(endDates).union(stamps)
        case .complete:
            platform == .limeSurvey
                ? limeSurveySubmitted
                : keys("klart", "komplett", "Slutförd", "complete", "completed", "Finished", "Avslutad")
        }
    }

    private static let limeSurveySubmitted = keys(
        "submitdate", "Date submitted", "Datum skickat", "Datum inskickat", "Inskickat datum", "Inskickad")
    private static let completionTimes = keys(
        "Completion time", "Slutförandetid", "Slutförd tid", "Tidpunkt för slutförande")
    /// Google's time of an answer.
    private static let stamps = keys("Tidstämpel", "Tidsstämpel", "Timestamp")
    private static let endTimes = keys("Sluttid", "End time")
    private static let startTimes = keys("Start time", "Starttid", "Tidpunkt för start", "Tid för start")
    private static let endDates = keys(
        "End Date", "EndDate", "Slutdatum", "Date Modified", "Senast ändrad")

    /// Columns of a tool that say nothing about the answers, and those with the respondent's name or address.
    static let passedOver: Set<String> = keys(
        "id", "Response ID", "Svars-ID", "Svars ID", "submitdate", "Date submitted", "Datum skickat", "lastpage",
        "Last page", "Sista sidan", "Senaste sidan", "startlanguage", "Start language", "Startspråk", "seed", "Frö",
        "startdate", "Date started", "Startdatum", "datestamp", "Date last action", "refurl", "Referrer URL",
        "interviewtime", "Total time", "Respondent ID", "RespondentID", "Respondent-ID", "Collector ID", "CollectorID",
        "Insamlar-ID", "Insamlare-ID", "Start Date", "End Date", "Slutdatum", "Date Created", "Date Modified",
        "Last modified time", "Senast ändrad", "Senaste ändringstid", "Språk", "Language", "Total points",
        "Totalt antal poäng",
        "Quiz feedback", "Testfeedback", "Score", "Poäng", "StartDate", "EndDate", "Status", "Response Type",
        "Svarstyp",
        "Progress", "Förlopp", "Duration (in seconds)", "Varaktighet (i sekunder)", "Finished", "Avslutad",
        "RecordedDate", "Recorded Date", "ResponseId", "ResponseID", "ResponseSet", "ExternalReference",
        "External Data Reference", "LocationLatitude", "LocationLongitude", "Location Latitude", "Location Longitude",
        "DistributionChannel", "Distribution Channel", "UserLanguage", "User Language", "record_id", "Record ID",
        "redcap_event_name", "Event Name", "redcap_repeat_instrument", "Repeat Instrument", "redcap_repeat_instance",
        "Repeat Instance", "redcap_data_access_group", "Data Access Group", "redcap_survey_identifier",
        "Survey Identifier", "Respondent", "Respondentnr", "Respondentnummer", "Svarsnummer", "Svarsnr", "Löpnummer",
        "Löpnr", "Nr", "Insamling", "Insamlingssätt", "Collector"
    ).union(stamps).union(completionTimes).union(startTimes).union(personal)

    /// Headers of columns that tell who the respondent is: their values are never shown.
    static let personal: Set<String> = keys(
        "Email", "E-mail", "Email Address", "E-post", "Epost", "E-postadress", "Name", "Namn", "First Name",
        "Last Name", "Förnamn", "Efternamn", "IP Address", "IP-adress", "ipaddr", "Telefon", "Telefonnummer", "Phone",
        "Mobil", "Mobilnummer", "Adress", "Address", "Användarnamn", "Username", "firstname", "lastname", "token",
        "Custom Data 1", "Anpassade data 1", "IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail",
        "Recipient Last Name", "Recipient First Name", "Recipient Email", "Mottagare", "Mottagarens e-post")

    /// The tool that the titles of a file are from.
    ///
    /// `second` is the file's second record: SurveyMonkey's other header row has nothing under its own columns.
    static func platform(_ titles: [SurveyTitle], second: [String]) -> SurveyPlatform {
        func has(_ names: Set<String>) -> Bool { titles.contains { $0.isOne(of: names) } }
        let isTwoRows =
            second.count == titles.count
            && second.contains { SurveyTitle.responseWords.contains(AnswerSpellings.key($0)) }
            && second.contains { $0.isEmpty }
        let hasParts = second.first?.isEmpty ?? false && second.contains { !$0.isEmpty }
        if isTwoRows || has(monkeyIDs) && hasParts { return .surveyMonkey }
        if has(qualtricsOwn), titles.count(where: { $0.isOne(of: qualtricsMarks) }) >= 3 { return .qualtrics }
        if has(recordIDs), titles.contains(where: isRedcap) { return .redcap }
        // Visits have a *Sluttid* too.
        let hasEnd = has(completionTimes) || has(endTimes) && has(keys("ID")) && has(keys("E-post", "Email"))
        if hasEnd, has(startTimes) { return .microsoftForms }
        if has(limeSurveyMarks) { return .limeSurvey }
        if titles.first(where: { !$0.isBlank })?.isOne(of: stamps) ?? false { return .googleForms }
        return .generic
    }

    /// Whether the second row of a Qualtrics export has the questions' words: a time of an answer stands there otherwise.
    static func isQualtricsText(_ first: [String], _ second: [String]) -> Bool {
        let times = keys("StartDate", "EndDate", "RecordedDate")
        guard let place = first.firstIndex(where: { times.contains(AnswerSpellings.key($0)) }), place < second.count
        else { return false }
        return !second[place].isEmpty && AnswerTime(second[place]) == nil
    }

    private static func isRedcap(_ title: SurveyTitle) -> Bool {
        let header = title.question
        return header.contains("___") || header.contains("(choice=") || header.hasSuffix("_complete")
            || header.hasSuffix("_timestamp") || title.isOne(of: redcapMarks) || header == "Complete?"
    }

    /// The titles, with the reader's own names for the columns that REDCap names by its forms: `survey_complete`.
    static func named(_ titles: [SurveyTitle], _ platform: SurveyPlatform) -> [SurveyTitle] {
        var titles = titles
        if platform == .microsoftForms, !titles.contains(where: { $0.isOne(of: completionTimes) }) {
            for place in titles.indices where titles[place].isOne(of: endTimes) {
                titles[place] = titles[place].known(as: "Slutförandetid")
            }
        }
        guard platform == .redcap else { return titles }
        func name(_ name: String, _ isIt: (String) -> Bool) {
            let places = titles.indices.filter { isIt(titles[$0].question.lowercased()) }
            if let first = places.first { titles[first] = titles[first].known(as: name) }
            for place in places.dropFirst() { titles[place] = titles[place].known(as: "datestamp") }
        }
        name("svarsdatum") { $0.hasSuffix("_timestamp") || $0 == "survey timestamp" }
        name("klart") { $0.hasSuffix("_complete") || $0 == "complete?" }
        return titles
    }

    /// Whether the head of a table has columns that only survey tools write.
    static func isFromTool(_ head: SurveyHead) -> Bool {
        switch head.platform {
        case .limeSurvey, .surveyMonkey, .microsoftForms, .qualtrics, .redcap: true
        case .googleForms, .webropol, .generic:
            head.first.contains { SurveyTitle($0).isOne(of: respondentIDs.union(completionTimes)) }
        }
    }

    /// Whether the head of a table that is no export of cases is one of questions.
    static func asksQuestions(_ head: SurveyHead) -> Bool {
        let questions = (head.first + head.second).count { header in
            header.hasSuffix("?") || header.contains("? ") || header.contains("?[")
        }
        return questions >= 2 || questions == 1 && (head.platform != .generic || head.first.count <= 4)
    }

    /// Columns that tell a tool's trial answers from respondents'.
    static let trialColumns = keys(
        "Status", "Response Type", "Svarstyp", "DistributionChannel", "Distribution Channel")
    /// What stands there when nobody was asked: a preview, a test, spam.
    static let trials = keys(
        "Survey Preview", "Survey Test", "Spam", "Offline Survey Preview", "Preview", "Test", "Förhandsgranskning",
        "Förhandsvisning", "Testsvar", "1", "2", "8", "9", "10", "12", "17", "24")
    /// The occasion that a row of REDCap's is of.
    static let events = keys("redcap_event_name", "Event Name")

    /// Signs of a chosen answer in a column of its own, and of one that was not chosen.
    static let chosen = keys(
        "Y", "Yes", "Ja", "1", "True", "Sant", "X", "Checked", "Selected", "Vald", "Markerad", "Quoted", "Ikryssad",
        "✓", "✔")
    static let notChosen = keys(
        "N", "No", "Nej", "0", "False", "Falskt", "Unchecked", "Not selected", "Ej vald", "Inte vald", "Not quoted",
        "Ej markerad", "Inte markerad", "Ej ikryssad")
    /// Signs that are no words of an answer.
    static let signs = chosen.union(notChosen).subtracting(keys("Y", "N", "Yes", "No", "Ja", "Nej"))

    private static let qualtricsOwn = keys(
        "RecordedDate", "ResponseId", "ResponseSet", "Duration (in seconds)", "DistributionChannel", "UserLanguage")
    private static let qualtricsMarks = keys(
        "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate",
        "ResponseId", "ResponseID", "ResponseSet", "RecipientLastName", "DistributionChannel", "UserLanguage",
        "ExternalReference")
    private static let recordIDs = keys("record_id", "Record ID", "study_id", "Study ID")
    private static let redcapMarks = keys(
        "redcap_event_name", "redcap_repeat_instrument", "redcap_survey_identifier", "Event Name",
        "Survey Timestamp", "Survey Identifier")
    private static let monkeyIDs = keys(
        "Respondent ID", "RespondentID", "Respondent-ID", "Collector ID", "CollectorID")
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
        case .googleForms: "Google Forms"
        case .qualtrics: "Qualtrics"
        case .redcap: "REDCap"
        case .webropol: "Webropol"
        case .generic: "CSV"
        }
    }
}
