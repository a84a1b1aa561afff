// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport

/// An identity number of the test series, and the ways in which exports and notes write it.
struct WrittenNumber {
    /// Twelve digits.
    let digits: String

    init(_ birth: CivilDate, using random: inout SeededGenerator) {
        let parts = birth.components
        let isCoordination = Int.random(in: 0..<5, using: &random) == 0
        func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        digits = TestNumber.make(
            "\(parts.year)" + pad(parts.month) + pad(parts.day + (isCoordination ? 60 : 0)),
            "\(Int.random(in: 980...999, using: &random))")
    }

    private func part(_ from: Int, _ to: Int) -> String { String(digits.dropFirst(from).prefix(to - from)) }

    /// Twelve and ten digits with a separator of every kind, dates in parts, wide digits, unseen characters inside.
    func forms(using random: inout SeededGenerator) -> [String] {
        let dash = UnseenCharactersTests.dashes.randomElement(using: &random)!
        let blank = UnseenCharactersTests.blanks.randomElement(using: &random)!
        let unseen = UnseenCharactersTests.unseen.randomElement(using: &random)!
        let (date, short, last) = (part(0, 8), part(2, 8), part(8, 12))
        var forms = [digits, part(2, 12)]
        for separator in ["-", dash, " ", blank, "  ", " - ", dash + blank] {
            forms += [date + separator + last, short + separator + last]
        }
        for separator in ["-", " ", dash, blank] {
            let iso = part(0, 4) + separator + part(4, 6) + separator + part(6, 8)
            forms += [iso + separator + last, iso + "-" + last]
            forms.append(part(2, 4) + separator + part(4, 6) + separator + part(6, 8) + "-" + last)
        }
        forms.append(part(0, 2) + " " + short + "-" + last)
        let place = Int.random(in: 1..<12, using: &random)
        forms.append(part(0, place) + unseen + part(place, 12))
        forms.append(String(String.UnicodeScalarView(digits.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! })))
        forms += ["=\"\(digits)\"", "\(digits).0", unseen + date + "-" + last + unseen]
        return forms
    }
}
