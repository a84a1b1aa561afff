// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// An identity number no living person has: a real birth date and a serial number 980–999, the series that
/// Skatteverket keeps for test numbers, with a right check digit. The last digit of the serial is odd for men
/// and even for women. Coordination numbers (*samordningsnummer*) are the same with 60 added to the day.
struct TestPersonNumber: Hashable {
    let birth: CivilDate
    /// 980–999.
    let serial: Int
    let isCoordination: Bool

    /// `YYYYMMDD`, with the coordination number's day.
    private var dateDigits: String {
        let parts = birth.components
        let day = parts.day + (isCoordination ? 60 : 0)
        return String(parts.year) + twoDigits(parts.month) + twoDigits(day)
    }

    /// Luhn over the ten digits without century: every other digit counts twice, from the first.
    private var checkDigit: Int {
        let digits = (dateDigits.dropFirst(2) + String(serial)).compactMap(\.wholeNumberValue)
        let sum = digits.enumerated().reduce(0) { sum, next in
            let product = next.element * (next.offset % 2 == 0 ? 2 : 1)
            return sum + product / 10 + product % 10
        }
        return (10 - sum % 10) % 10
    }

    /// `YYYYMMDD-NNNN`.
    var full: String { "\(dateDigits)-\(serial)\(checkDigit)" }
    /// `YYYYMMDDNNNN`.
    var twelveDigits: String { "\(dateDigits)\(serial)\(checkDigit)" }
}

/// A number below 100 with two digits.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
