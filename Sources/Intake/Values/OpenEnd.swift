// SPDX-License-Identifier: EUPL-1.2

package import CaseData

extension DateField {
    /// Whether a column of last days says here that there is no end: words (*Tillsvidare*, `t.v.`, *löpande*), a dash,
    /// nothing, or a date after 2200, which systems write for never (`9999-12-31`).
    ///
    /// `991231` with two digits of year means never only after a first day later than 1999; without a first day it is
    /// a date.
    package static func openEnd(_ bytes: Span<UInt8>, startedOn start: CivilDate? = nil) -> Bool {
        if bytes.isEmpty { return true }
        if let first = try? decode(bytes, order: isSixDigits(bytes) ? nil : .dayFirst) {
            if first.year > 2200 { return true }
            guard let start, first == lastDayOf1999, start > first else { return false }
            return !hasFourDigits(bytes)
        }
        let word = FoldedWord(bytes).text
        if openEndWords.contains(word) { return true }
        // `9999`, and sentinels that the calendar has not (`9999-99-99`).
        return word.hasPrefix("9999") && word.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
    }

    private static let lastDayOf1999 = CivilDate(year: 1999, month: 12, day: 31)!

    private static func hasFourDigits(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        for start in 0...bytes.count - 4 where Digits.four(bytes, at: start) == 1999 { return true }
        return false
    }

    /// Folded as by `FoldedWord`.
    static let openEndWords: Set<String> = [
        "tillsvidare", "tillvidare", "tillsv", "gällertillsvidare", "gällertv", "fortlöpande", "tillsvidarebeslut",
        "tv", "löpande", "pågående", "pågår", "öppet", "öppen",
        "ingetslutdatum", "utanslutdatum", "slutdatumsaknas", "inget", "ingen", "null", "untilfurthernotice",
        "openended", "open", "ongoing", "noenddate", "-", "--", "---", "*",
    ]
}
