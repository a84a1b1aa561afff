// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct NumberTests {
    @Test(
        arguments: [
            ("12", 12), ("2,5", 2.5), ("2.5", 2.5), ("0,25", 0.25), (",5", 0.5), (".5", 0.5), ("007", 7),
            ("1 234", 1234), ("1\u{A0}234,5", 1234.5), ("1\u{2009}234\u{2009}567", 1_234_567),
            ("12\u{202F}345,75", 12345.75), ("1.234,5", 1234.5), ("1.234.567,25", 1_234_567.25), ("1.234", 1.234),
            ("1,234", 1.234), ("-3,5", -3.5), ("\u{2212}3,5", -3.5), ("\u{2011}1 234", -1234),
            ("0,333333333333333333333", 0.333333333333333),
        ] as [(String, Double)]
    )
    func `numbers are read as the field writes them`(text: String, value: Double) throws {
        #expect(try decoding(text, DecimalField.decode).value == value)
    }

    @Test(
        arguments: [
            "", "-", "\u{2212}", "abc", "12a", "1,2,3", "1.2.3", "1,234.5", "1.234.567", "12 34", "1 2345", "1234 567",
            "1 23,5", "5,", "5.", "--5", "1e3", "+5", "2,5 tim", "..", "1.23,5", "1'23", "5--", "-5-", "٣",
        ])
    func `what can be read in more than one way is no number`(text: String) {
        #expect(fault(of: text, DecimalField.decode) == .notANumber)
    }

    @Test func `numbers too large to hold are out of range`() {
        #expect(fault(of: "1000000000000", DecimalField.decode) == .outOfRange)
        #expect(fault(of: "99999999999999999999999999", DecimalField.decode) == .outOfRange)
        #expect(fault(of: "99 999 999 999 999,5", DecimalField.decode) == .outOfRange)
    }

    @Test func `every way of writing a number says the same`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2000 {
            let decimals = Int.random(in: 0...4, using: &random)
            let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
            let mantissa = Int.random(in: 0...99_999_999, using: &random)
            let (whole, fraction) = (mantissa / scale, mantissa % scale)
            let digits = String(String(fraction + scale).dropFirst())
            let expected = DecimalNumber(whole: Int64(whole), fraction: Int64(fraction), decimals: decimals)
            for blank in ["", " ", "\u{A0}", "\u{2009}", "\u{202F}", "."] {
                for mark in [",", "."] where blank != "." || (mark == "," && decimals > 0) {
                    let text = grouped(whole, by: blank) + (decimals > 0 ? mark + digits : "")
                    #expect(try decoding(text, DecimalField.decode) == expected, "\(text)")
                    let minus = try decoding("\u{2212}" + text, DecimalField.decode)
                    #expect(minus.value == -expected.value)
                }
            }
        }
    }

    @Test func `missing marks are what public tables write`() {
        for mark in ["", "..", ".", "-", "\u{2013}", "\u{2212}", "\u{2026}"] {
            #expect(Array(mark.utf8).withSpan(MissingMark.isMissing), "\(mark)")
        }
        for value in ["0", "...", "a", "-1"] { #expect(!Array(value.utf8).withSpan(MissingMark.isMissing)) }
    }

    private func grouped(_ number: Int, by separator: String) -> String {
        var digits = Array(String(number))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([String(digits)] + groups).joined(separator: separator)
    }
}

extension Array where Element == UInt8 {
    func withSpan<Value>(_ body: (Span<UInt8>) -> Value) -> Value { body(span) }
}

@Suite struct HoursFieldTests {
    @Test(
        arguments: [
            ("2", 7_200_000), ("2,5", 9_000_000), ("2.5", 9_000_000), ("2,33", 8_388_000), ("02:20:00", 8_400_000),
            ("2:20", 8_400_000), ("0:01", 60_000), ("00:00:01", 1000), ("123:45", 445_500_000), ("0", 0), ("0,0", 0),
            ("2,333333333", 8_400_000), ("2,0000001388", 7_200_000), ("2,0000001389", 7_200_001),
            ("-1,5", -5_400_000), ("1 234,25", 4_443_300_000), ("0,1", 360_000), ("0,05", 180_000),
            ("0,125", 450_000), ("744", 2_678_400_000), ("1234567", 4_444_441_200_000),
        ] as [(String, Int64)]
    )
    func `hours are exact to the millisecond`(text: String, milliseconds: Int64) throws {
        #expect(try decoding(text, HoursField.decode).milliseconds == milliseconds)
    }

    @Test(
        arguments: [
            "", "2:60", "2:5", "2:05:60", "2:05:5", "2:05:055", ":30", "2:", "2;30", "x", "2:05.30", "2,x",
            "2,5x",
        ])
    func `what is neither decimal nor hours and minutes is a fault`(text: String) {
        #expect(fault(of: text, HoursField.decode) == .notANumber)
    }

    @Test func `hours of one or two decimals are what the general reading makes them`() throws {
        for hundredths in 0..<20_000 {
            let (whole, fraction) = (hundredths / 100, hundredths % 100)
            let text = "\(whole),\(fraction < 10 ? "0" : "")\(fraction)"
            #expect(try decoding(text, HoursField.decode) == decoding(text, DecimalField.decode).hours)
        }
    }
}
