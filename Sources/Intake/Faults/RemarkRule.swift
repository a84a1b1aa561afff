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
}
