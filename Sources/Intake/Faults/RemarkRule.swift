// SPDX-License-Identifier: EUPL-1.2

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
    /// A row of answers with nothing in it.
    case emptyResponse = "empty-response"
    /// A respondent whose part of the frame is not among the codebook's strata.
    case unknownStratum = "unknown-stratum"
}
