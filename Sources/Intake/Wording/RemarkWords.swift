// SPDX-License-Identifier: EUPL-1.2
package import Terms

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
        case .emptyResponse:
            Phrase(sv: "raden innehåller inga svar", en: "the row holds no answers")
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
