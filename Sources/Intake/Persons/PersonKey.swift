// SPDX-License-Identifier: EUPL-1.2

package import CaseData

/// How far a person key can be trusted to be an identity number. It never decides whether a row counts.
package enum PersonKeyQuality: Sendable, Hashable {
    /// *Personnummer* or *samordningsnummer*: a date, and a check digit that is right.
    case valid
    /// A date, but the check digit (Luhn) is wrong.
    case invalidCheckDigit
    /// *Interimsnummer* or *reservnummer*: a date, and letters among the last four.
    case reserve
    /// A pseudonym that Ledsaga wrote.
    case pseudonym
    /// Any other id.
    case notASwedishNumber
}

/// A person key once decoded: the number is gone, the pseudonym and what may be known of the person stay.
package struct PersonKey: Sendable, Hashable {
    /// The person from here on.
    package let pseudonym: Pseudonym
    /// How far the key can be trusted to be an identity number.
    package let quality: PersonKeyQuality
    /// From the number; nil when it has none, or one that makes the person older than 120 at the row's date or
    /// born after it.
    package let birthYear: Int?
    /// From the number, the first of January where it tells the year alone; nil when it has none. No row of the person is
    /// older.
    package let born: CivilDate?
    /// From the number; unknown when it has none.
    package let sex: Sex
    /// Whether zeros that a spreadsheet took from the number's beginning have been put back.
    package let restoredZeros: Bool
    /// The dates of rows on which the same characters mean the same person: two digits of year mean another person
    /// a century later.
    let rowDates: Range<CivilDate>
}

extension PersonKey {
    static let anyDate = CivilDate(daysSince1970: .min)..<CivilDate(daysSince1970: .max)
}
