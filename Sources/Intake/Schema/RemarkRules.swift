// SPDX-License-Identifier: EUPL-1.2

package import Terms

/// What is worth knowing of a row that was kept. The raw value is the stable name in machine output.
package enum RemarkRule: String, Sendable, CaseIterable {
    /// A quote inside an unquoted field, read as it stands.
    case strayQuote = "stray-quote"
    /// The hours column and the clock times differ by more than 0.25 h; the hours column counts.
    case hoursDifferFromClock = "hours-differ-from-clock"
    /// The *lagrum* is not the law the project file gives the service; the *lagrum* counts.
    case lawDiffersFromService = "law-differs-from-service"
    /// The row's date lies after the last day of the district it names.
    case endedDistrict = "ended-district"
    /// Overlaps an earlier decision of the same person and service; their hours add.
    case overlappingDecisions = "overlapping-decisions"
    /// A person key that looks like an identity number with a wrong last digit; made once a person, at the first row.
    case invalidCheckDigit = "invalid-check-digit"
    /// A person key that is no identity number; made once a person, at the first row.
    case notASwedishNumber = "not-a-swedish-number"
    /// Another birth year than the person has already; the first stays.
    case conflictingBirthYear = "conflicting-birth-year"
    /// Another sex than the person has already; the first stays.
    case conflictingSex = "conflicting-sex"
    /// A row or column of totals that is not the sum of its parts; both stay as they are.
    case totalDiffers = "total-differs"
    /// A sum that the export itself gives is another number than its rows make up; the rows count.
    case sumDiffers = "sum-differs"
    /// A credit, or negative hours, that takes back hours of the person's.
    case creditTaken = "credit-taken"
    /// Zeros that a spreadsheet took from the beginning of an identity number have been put back; once for each way of writing it.
    case restoredZeros = "restored-zeros"
    /// Days without a rate before this one.
    case gapInRates = "gap-in-rates"
    /// An answer that the codebook does not know, or a number outside its range; it counts as no answer.
    case unknownAnswer = "unknown-answer"
    /// A time of answering that cannot be read: of the same respondent's answers, this one counts as the oldest.
    case unreadAnswerTime = "unread-answer-time"
    /// An answer from someone who, by the answer to another question, was not to be asked; it does not count.
    case answeredThoughNotAsked = "answered-though-not-asked"
    /// A word for why a decision ended that is not known.
    case unknownEndReason = "unknown-end-reason"
    /// A visit of a service without an individual test (SoL 11:5) of which the person is not recorded.
    case withoutPerson = "without-person"
    /// A respondent whose part of the frame is not among the codebook's strata.
    case unknownStratum = "unknown-stratum"
}

extension RemarkRule {
    /// What is worth knowing, to follow a place and a colon.
    package var problem: Phrase {
        switch self {
        case .strayQuote:
            Phrase(
                sv: "ett citattecken mitt i ett fält; fältet läses som det står",
                en: "a quotation mark inside a field; the field is read as it stands")
        case .hoursDifferFromClock:
            Phrase(
                sv: "timmarna stämmer inte med start och slut; timmarna räknas",
                en: "the hours do not agree with start and end; the hours count")
        case .lawDiffersFromService:
            Phrase(
                sv: "lagrummet är inte insatsens; radens lagrum gäller",
                en: "the law is not that of the service; the law of the row counts")
        case .endedDistrict:
            Phrase(
                sv: "nämnden hade upphört; raden räknas till efterföljaren",
                en: "the district had ended; the row counts for its successor")
        case .overlappingDecisions:
            Phrase(
                sv: "beslutet överlappar ett annat om samma insats; timmarna läggs ihop",
                en: "the decision overlaps another on the same service; their hours add up")
        case .unknownEndReason:
            Phrase(
                sv: "okänd avslutsorsak; beslutet räknas, utan orsak",
                en: "an unknown reason for the end; the decision counts, without a reason")
        case .withoutPerson:
            Phrase(
                sv: "insats utan individuell behovsprövning, utan person; timmarna räknas för sig",
                en: "a service without an individual test, without a person; the hours count apart")
        case .invalidCheckDigit:
            Phrase(
                sv: "kontrollsiffran är fel; personen räknas ändå",
                en: "the check digit is wrong; the person still counts")
        case .notASwedishNumber:
            Phrase(
                sv: "inget svenskt personnummer; personen räknas ändå",
                en: "no Swedish identity number; the person still counts")
        case .conflictingBirthYear:
            Phrase(
                sv: "personen har haft ett annat födelseår; det första gäller",
                en: "a different birth year from before; the first one counts")
        case .totalDiffers:
            Phrase(
                sv: "summan stämmer inte med delarna; båda läses som de står",
                en: "the total is not the sum of its parts; both are read as they stand")
        case .sumDiffers:
            Phrase(
                sv: "exportens summa stämmer inte med raderna; raderna räknas",
                en: "the export's sum is not that of its rows; the rows count")
        case .creditTaken:
            Phrase(
                sv: "raden tar tillbaka ett besök; dess tid räknas av",
                en: "the row takes back a visit; its hours are taken off")
        case .restoredZeros:
            Phrase(
                sv: "personnumret har tappat inledande nollor i ett kalkylprogram; de är återställda",
                en: "the identity number had lost leading zeros in a spreadsheet; they are restored")
        case .gapInRates:
            Phrase(sv: "dagarna före saknar ersättning", en: "the days before have no rate")
        case .unknownAnswer:
            Phrase(
                sv: "svaret finns inte i kodboken; frågan räknas som obesvarad",
                en: "the answer is not in the codebook; the question counts as not answered")
        case .unreadAnswerTime:
            Phrase(
                sv: "svarstiden kan inte läsas; av flera svar från samma respondent räknas det som det äldsta",
                en: "the time of answering cannot be read; of one respondent's answers this counts as the oldest")
        case .answeredThoughNotAsked:
            Phrase(
                sv: "frågan skulle inte ställas till respondenten; svaret räknas inte",
                en: "the question was not for the respondent; the answer does not count")
        case .unknownStratum:
            Phrase(
                sv: "respondenten hör inte till något stratum i kodboken",
                en: "the respondent belongs to none of the codebook's strata")
        case .conflictingSex:
            Phrase(
                sv: "personen har haft ett annat kön; det första gäller",
                en: "a different sex from before; the first one counts")
        }
    }
}
