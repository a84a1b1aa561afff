// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Terms
import Testing

@Suite struct NumberStyleTests {
    let swedish = NumberStyle(.swedish)
    let english = NumberStyle(.english)

    @Test func `Swedish numbers have no-break spaces, a comma and a true minus`() {
        #expect(swedish.count(0) == "0")
        #expect(swedish.count(999) == "999")
        #expect(swedish.count(1234) == "1\u{A0}234")
        #expect(swedish.count(-1_234_567) == "\u{2212}1\u{A0}234\u{A0}567")
        #expect(swedish.text(1234.56, .decimal(1)) == "1\u{A0}234,6")
        #expect(swedish.text(0.783, .percent()) == "78,3\u{A0}%")
        #expect(swedish.text(-0.032, .percentagePoints()) == "\u{2212}3,2")
        #expect(swedish.text(0.032, .percentagePoints().signed) == "+3,2")
        #expect(swedish.text(-0.032, .percentagePoints().unsigned) == "3,2")
    }

    @Test func `English numbers have commas and a point`() {
        #expect(english.count(1_234_567) == "1,234,567")
        #expect(english.text(1234.56, .hours(1)) == "1,234.6")
        #expect(english.text(0.783, .percent()) == "78.3%")
        #expect(english.interval(0.581, 0.639, .percent()) == "58.1–63.9%")
    }

    @Test func `an interval has one dash, or a word where a sign could be taken for it`() {
        #expect(swedish.interval(0.581, 0.639, .percent()) == "58,1–63,9\u{A0}%")
        #expect(swedish.interval(-0.012, 0.034, .percentagePoints()) == "\u{2212}1,2 till 3,4")
        #expect(swedish.interval(0.012, 0.034, .percentagePoints().signed) == "+1,2 till +3,4")
        #expect(english.interval(-0.012, 0.034, .percentagePoints()) == "\u{2212}1.2 to 3.4")
    }

    @Test func `halves go away from zero on the decimal digits`() {
        #expect(swedish.text(0.7825, .percent()) == "78,3\u{A0}%")
        #expect(swedish.text(2.675, .decimal(2)) == "2,68")
        #expect(swedish.text(-2.675, .decimal(2)) == "\u{2212}2,68")
        #expect(swedish.text(0.5, .count) == "1")
        #expect(swedish.text(1.005, .decimal(2)) == "1,01")
        #expect(swedish.text(0.285, .percent(0)) == "29\u{A0}%")
        #expect(swedish.text(0.29, .percent(0)) == "29\u{A0}%")
    }

    @Test func `a carry makes one more digit`() {
        #expect(swedish.text(999.96, .decimal(1)) == "1\u{A0}000,0")
        #expect(swedish.text(0.9996, .percent()) == "100,0\u{A0}%")
        #expect(swedish.text(0.99, .count) == "1")
        #expect(swedish.text(0.0996, .percent()) == "10,0\u{A0}%")
        #expect(swedish.text(0.00996, .percent()) == "1,0\u{A0}%")
    }

    @Test func `what rounds to zero has no sign`() {
        #expect(swedish.text(-0.0004, .percentagePoints().signed) == "0,0")
        #expect(swedish.text(-0.0, .count) == "0")
        #expect(swedish.text(0, .percent()) == "0,0\u{A0}%")
        #expect(swedish.text(4e-300, .decimal(3)) == "0,000")
    }

    @Test func `very large and very small numbers keep every digit`() {
        #expect(swedish.text(1e21, .count) == "1\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000\u{A0}000")
        #expect(english.text(123_456_789_012, .decimal(2)) == "123,456,789,012.00")
        #expect(english.text(1.5e-5, .decimal(5)) == "0.00002")
        #expect(english.text(1.5e-5, .decimal(6)) == "0.000015")
        #expect(english.text(1.5e-5, .percent(3)) == "0.002%")
    }

    /// The naive method: exact decimal arithmetic on the shortest digits.
    private func naive(_ value: Double, _ decimals: Int, percent: Bool) -> String {
        var exact = Decimal(string: "\(value)", locale: Locale(identifier: "en_US_POSIX"))!
        if percent { exact *= 100 }
        var rounded = Decimal()
        unsafe NSDecimalRound(&rounded, &exact, decimals, .plain)
        var text = rounded.magnitude.description
        if decimals > 0 {
            if !text.contains(".") { text += "." }
            let have = text.split(separator: ".", omittingEmptySubsequences: false)[1].count
            text += String(repeating: "0", count: decimals - have)
        }
        return (rounded < 0 ? "\u{2212}" : "") + text
    }

    @Test func `thousands of values agree with exact decimal arithmetic`() {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 11
        }
        for round in 0..<6000 {
            let scale = [1e-6, 1e-3, 1, 1e3, 1e6][Int(next() % 5)]
            // Every second value is a short decimal, so that halves are common.
            let value =
                round.isMultiple(of: 2)
                ? Double(Int(next() % 2_000_001) - 1_000_000) / 1000 * scale
                : (Double(next()) / Double(UInt64.max >> 11) - 0.5) * scale
            let decimals = Int(next() % 5)
            let plain = english.text(value, .decimal(decimals)).filter { $0 != "," }
            #expect(plain == naive(value, decimals, percent: false), "\(value)")
            let percent = english.text(value, .percent(decimals)).filter { $0 != "," && $0 != "%" }
            #expect(percent == naive(value, decimals, percent: true), "\(value)")
        }
    }
}
