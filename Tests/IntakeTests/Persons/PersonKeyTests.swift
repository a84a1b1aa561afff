// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct PersonKeyTests {
    private let decoder = PersonKeyDecoder(key: SecretKey(bytes: Array(0..<32)))

    private func key(_ text: String, on date: CivilDate = day(2019, 3, 1)) throws(FaultRule) -> PersonKey {
        try decoding(text) { bytes throws(FaultRule) in try decoder.decode(bytes, on: date) }
    }

    @Test(
        arguments: [
            "20000129-9163", "200001299163", "000129-9163", "0001299163", "000129 9163", "20000129 9163",
            "000129\u{2011}9163", "000129\u{2212}9163", "20000129-9163 (1234567)", "0001299163(77)", "'200001299163",
        ])
    func `one person is one person however the number is written`(text: String) throws {
        let whole = try key("200001299163")
        let written = try key(text)
        #expect(written.pseudonym == whole.pseudonym)
        #expect(written.birthYear == 2000)
        #expect(written.sex == .female)
    }

    @Test func `a plus is the century before`() throws {
        #expect(try key("120229+9810").pseudonym == key("191202299810").pseudonym)
        let hundred = TestNumber.make("19190101", "980")
        #expect(try key("190101+" + hundred.suffix(4)).pseudonym == key(hundred).pseudonym)
        #expect(try key("190101-" + hundred.suffix(4)).birthYear == 2019)
    }

    @Test func `ten digits get the latest century in which the person is born by the row's date`() throws {
        let text = "190315-9801"
        #expect(try key(text, on: day(2019, 3, 14)).birthYear == 1919)
        #expect(try key(text, on: day(2019, 3, 15)).birthYear == 2019)
        #expect(try key(text, on: day(2119, 3, 14)).birthYear == 2019)
    }

    @Test func `every valid number is one person in all its forms, with its birth year and sex`() throws {
        var random = SeededGenerator(seed: 11)
        let rowDate = day(2019, 6, 30)
        for _ in 0..<500 {
            let birth = rowDate.adding(days: -Int.random(in: 0...(105 * 365), using: &random))
            let isCoordination = Bool.random(using: &random)
            let parts = birth.components
            let written = parts.day + (isCoordination ? 60 : 0)
            let date = "\(parts.year)" + pad(parts.month) + pad(written)
            let serial = String(String(1000 + Int.random(in: 0...999, using: &random)).dropFirst())
            let number = TestNumber.make(date, serial)
            let isHundred = parts.year < 1919 || (parts.year == 1919 && (parts.month, parts.day) <= (6, 30))
            let short = number.dropFirst(2)
            let forms = [
                number, "\(number.prefix(8))-\(number.suffix(4))",
                "\(short.prefix(6))\(isHundred ? "+" : "-")\(short.suffix(4))",
            ]
            let keys = try forms.map { try key($0, on: rowDate) }
            #expect(Set(keys.map(\.pseudonym)).count == 1, "a form of the number is another person")
            for key in keys {
                #expect(key.quality == .valid)
                #expect(key.birthYear == parts.year)
                #expect(key.sex == (Int(serial.suffix(1))! % 2 == 1 ? .male : .female))
            }
        }
    }

    @Test func `quality never decides whether the row counts`() throws {
        #expect(try key("20000129-9163").quality == .valid)
        #expect(try key("20000129-9164").quality == .invalidCheckDigit)
        #expect(try key("19800161-T123").quality == .reserve)
        #expect(try key("800161-t12a").quality == .reserve)
        #expect(try key("K-4711").quality == .notASwedishNumber)
        #expect(try key("20001329-9163").quality == .notASwedishNumber)
        #expect(try key("K-4711").birthYear == nil)
        #expect(try key("20000129-9164").birthYear == 2000)
    }

    @Test func `ids that differ are different persons, capitals included`() throws {
        let ids = ["a1", "A1", "a2", "0a1", "p", "20001329-9163", "2000-13-29", "åsa", "0001299163x", "1234567890123"]
        #expect(Set(try ids.map { try key($0).pseudonym }).count == ids.count)
        #expect(try key("K4711 (88)").pseudonym == key("K4711").pseudonym)
    }

    @Test(arguments: [
        "1,98E+11", "1.98001E+11", "2E+11", "1,98001011234E+11", "1,98e+11", "1,98E+11 (123)", "1.98001011234E11",
    ])
    func `a number that Excel has rounded is a fault`(text: String) {
        #expect(throws: FaultRule.excelMangledPerson) { try key(text) }
    }

    @Test func `an id with an e in it is no rounded number`() throws {
        for id in ["12E4", "1E", "1E+", "E+11", "1,E+11", "12E-4"] {
            #expect(try key(id).quality == .notASwedishNumber)
        }
    }

    @Test func `no key is a missing value`() {
        #expect(throws: FaultRule.missingValue) { try key("") }
        #expect(throws: FaultRule.missingValue) { try key("' ") }
    }

    @Test func `a birth year that cannot be right is not given`() throws {
        #expect(try key("20250101-9803", on: day(2019, 1, 1)).birthYear == nil)
        #expect(try key("18500101-9803", on: day(2019, 1, 1)).birthYear == nil)
    }

    @Test func `a pseudonym is itself in any run with the same key`() throws {
        let pseudonym = try key("20000129-9163").pseudonym
        let token = PseudonymToken.bytes(of: pseudonym)
        #expect(token.count == PseudonymToken.length)
        let text = String(decoding: token, as: UTF8.self)
        #expect(try key(text).pseudonym == pseudonym)
        #expect(try key(text).quality == .pseudonym)
        #expect(try key(text.uppercased()).quality == .notASwedishNumber)
        let other = PersonKeyDecoder(key: SecretKey(bytes: Array(1...32)))
        let elsewhere = try decoding("20000129-9163") { bytes throws(FaultRule) in
            try other.decode(bytes, on: day(2019, 3, 1))
        }
        #expect(elsewhere.pseudonym != pseudonym)
    }

    @Test func `the keyed hash is HMAC-SHA-256`() throws {
        // printf 'id:abc' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0001…1f
        #expect(try key("abc").pseudonym == Pseudonym(high: 0xFC3C_8698_3410_F5DF, low: 0xF468_0EEC_6CDB_F429))
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
