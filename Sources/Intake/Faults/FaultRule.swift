// SPDX-License-Identifier: EUPL-1.2

/// Why a row was set aside. The raw value is the stable name in machine output; the words are in `Wording/`.
package enum FaultRule: String, Error, Sendable, CaseIterable {
    // MARK: The record

    /// More or fewer fields than the header.
    case raggedRow = "ragged-row"
    /// Characters after the quote that ends a field.
    case junkAfterQuote = "junk-after-quote"
    /// A quote that never closes, reported where it opened.
    case unclosedQuote = "unclosed-quote"
    /// Bytes that are no text in the file's encoding.
    case invalidEncoding = "invalid-encoding"
    /// A NUL character in a cell: no text has one, so the file has been damaged there.
    case nulByte = "nul-byte"
    /// The same row came before, byte for byte but for the name of a board that has had others; the first stays.
    case duplicateRow = "duplicate-row"

    /// The same decision, or the same performed hours, came before under the board that this one became, or that became
    /// this one; the first stays.
    case listedUnderBothNames = "listed-under-both-names"

    // MARK: A field

    /// Empty where a value is needed.
    case missingValue = "missing-value"
    case notANumber = "not-a-number"
    /// A number, year or date that cannot be right: negative or enormous hours, a birth year after the row's date.
    case outOfRange = "out-of-range"
    case notADate = "not-a-date"
    /// Written as a date, but the calendar has none such (`2019-02-29`).
    case noSuchDate = "no-such-date"
    /// Excel's day serial (`43525`) where a date is needed.
    case excelSerialDate = "excel-serial-date"
    /// A date that can be read in more than one order (`1/3/2019`), in a column that does not tell which.
    case ambiguousDate = "ambiguous-date"
    /// A number whose mark can be the decimal one or that of thousands (`1.284` in a column with decimal commas).
    case ambiguousNumber = "ambiguous-number"
    case notAMonth = "not-a-month"
    case notAClockTime = "not-a-clock-time"
    /// A clock time that Excel has turned into a part of a day (`0,354166666666667` for 08:30).
    case excelFractionOfDay = "excel-fraction-of-day"
    /// A person key that Excel has turned into a rounded number (`1,98E+11`): the person cannot be known.
    case excelMangledPerson = "excel-mangled-person"
    /// A word or sign that stands where a person should (`NULL`, *Okänd*, `xxxxxxxx-xxxx`): no person at all.
    case placeholderPerson = "placeholder-person"
    /// Words that say that the person's identity is protected, instead of a person key (*Skyddad identitet*).
    case protectedPerson = "protected-person"
    /// An identity number whose last four are hidden (`19800101-XXXX`): two persons may have the same.
    case maskedPerson = "masked-person"

    /// An identity number in a column of names: the row's fields have slipped sideways.
    case personKeyElsewhere = "person-key-elsewhere"

    // MARK: A word

    case unknownDistrict = "unknown-district"
    /// An *insats* that the project file does not name, thus not one it follows up.
    case unknownService = "unknown-service"
    /// A *lagrum* that is neither SoL nor LSS.
    case unknownLaw = "unknown-law"
    case unknownOutcome = "unknown-outcome"
    case unknownStatus = "unknown-status"
    case unknownUnit = "unknown-unit"
    case unknownSex = "unknown-sex"
    /// A *regi* that is neither municipal nor independent.
    case unknownProviderType = "unknown-provider-type"
    /// Neither yes nor no.
    case unknownYesNo = "unknown-yes-no"

    // MARK: Fields together

    /// A visit of more than 24 hours.
    case longerThanADay = "longer-than-a-day"
    /// A decision whose last day comes before its first.
    case endsBeforeStart = "ends-before-start"
    /// Hours as Excel's fraction of a day (`0,0416666667` for one hour), as all the column's values seem to be.
    case hoursAsFractions = "hours-as-fractions"
    /// Neither hours nor both clock times: the length of the visit cannot be known.
    case noDuration = "no-duration"
    /// The cell or the header says another unit than the row's own column of units.
    case unitsDiffer = "units-differ"
    /// Negative hours, or a credit, that answer to no visit.
    case creditWithoutVisit = "credit-without-visit"

    // MARK: Tables

    /// A name that the table already has.
    case duplicateName = "duplicate-name"
    /// A district whose successor (*efterföljare*) is not in the table.
    case unknownSuccessor = "unknown-successor"
    /// Districts that succeed each other in a ring.
    case successorRing = "successor-ring"
    /// A second row of a table of totals for what it has a row for already: the same year, district, age and sex.
    case duplicateCell = "duplicate-cell"
    /// A district that had ended, beside the one that took over, for the same year: its people would count twice.
    case predecessorBesideSuccessor = "predecessor-beside-successor"

    /// A time band of rates that is none of those known.
    case unknownBand = "unknown-band"
    /// A rate for days that another has already.
    case overlappingRates = "overlapping-rates"

    // MARK: Surveys

    /// The same respondent (login code or person) has a later complete answer, or a complete one where this is not.
    case duplicateResponse = "duplicate-response"
}
