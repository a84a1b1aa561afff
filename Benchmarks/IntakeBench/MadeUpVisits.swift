// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Glibc

/// A file of made-up visits of any size: eight columns, about seventy bytes a row, in order of person or of date.
enum MadeUpVisits {
    /// Writes `count` visits of persons with four visits a month over two years; the numbers are of the series that
    /// Skatteverket keeps for tests.
    static func write(_ count: Int, to path: String, byDate: Bool) {
        guard let file = unsafe fopen(path, "w") else { fatalError("cannot write \(path)") }
        defer { unsafe fclose(file) }
        unsafe put("person;insats;datum;start;slut;timmar;status;utforare\n", file)
        let persons = max(1, count / 96)
        let first = CivilDate(year: 2018, month: 1, day: 1)!
        var state: UInt64 = 1
        for visit in 0..<count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let draw = Int(state >> 33)
            let (person, number) = byDate ? (visit % persons, visit / persons) : (visit / 96, visit % 96)
            let date = first.adding(days: number * 730 / 96)
            let birth = CivilDate(year: 1930, month: 1, day: 1)!.adding(days: person % 25_000)
            let start = 7 + draw % 10
            let quarters = 2 + draw / 16 % 14
            let end = start * 60 + quarters * 15
            let status = draw % 11 == 0 ? "Avbokad" : "Utförd"
            let key = identity(birth.description.filter { $0 != "-" } + "98\(person / 25_000 % 10)")
            let hours = "\(quarters / 4)" + ["", ",25", ",5", ",75"][quarters % 4]
            unsafe put(
                "\(key);\(person % 3 == 0 ? "Ledsagarservice" : "Ledsagning");\(date);\(padded(start)):00;"
                    + "\(padded(end / 60)):\(padded(end % 60));\(hours);\(status);Utförare \(person % 8)\n", file)
        }
    }

    /// The number with its check digit (Luhn).
    private static func identity(_ digits: String) -> String {
        var sum = 0
        for (place, digit) in digits.dropFirst(2).utf8.enumerated() {
            let weighted = Int(digit - 48) * (place % 2 == 0 ? 2 : 1)
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return "\(digits.prefix(8))-\(digits.suffix(3))\((10 - sum % 10) % 10)"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func put(_ text: String, _ file: UnsafeMutablePointer<FILE>) {
        _ = unsafe fputs(text, file)
    }
}
