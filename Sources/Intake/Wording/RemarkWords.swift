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
                sv: "lagrummet är ett annat än insatsens; lagrummet gäller",
                en: "the law differs from that of the service; the law of the row counts")
        case .endedDistrict:
            Phrase(
                sv: "stadsdelsnämnden hade upphört; raden räknas till efterföljaren",
                en: "the district had ended; the row counts in its successor")
        case .overlappingDecisions:
            Phrase(
                sv: "beslutet överlappar ett annat för samma person och insats; timmarna läggs ihop",
                en: "the decision overlaps another of the same person and service; their hours add")
        case .invalidCheckDigit:
            Phrase(
                sv: "personnumrets kontrollsiffra är fel; personen räknas ändå",
                en: "the check digit of the identity number is wrong; the person counts all the same")
        case .notASwedishNumber:
            Phrase(
                sv: "personnyckeln är inget svenskt personnummer; personen räknas ändå",
                en: "the person key is no Swedish identity number; the person counts all the same")
        case .conflictingBirthYear:
            Phrase(
                sv: "ett annat födelseår än tidigare för personen; det första gäller",
                en: "another birth year than before for the person; the first stays")
        case .totalDiffers:
            Phrase(
                sv: "summan stämmer inte med delarna; båda läses som de står",
                en: "the total is not the sum of its parts; both are read as they stand")
        case .unknownAnswer:
            Phrase(
                sv: "svaret finns inte i kodboken; frågan räknas som obesvarad",
                en: "the answer is not in the codebook; the question counts as not answered")
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
                sv: "ett annat kön än tidigare för personen; det första gäller",
                en: "another sex than before for the person; the first stays")
        }
    }
}
