// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct NoPersonTests {
    private let decoder = PersonKeyDecoder(key: SecretKey(bytes: Array(0..<32)))

    private func key(_ text: String, on date: CivilDate = day(2019, 3, 1)) throws(FaultRule) -> PersonKey {
        try decoding(text) { bytes throws(FaultRule) in try decoder.decode(bytes, on: date) }
    }

    @Test(arguments: [
        "NULL", "null", "(null)", "#N/A", "#SAKNAS!", "#VÄRDEFEL!", "#REF!", "#DIVISION/0!", "Okänd", "OKÄNT",
        "Oka\u{308}nd",
        "Uppgift saknas", "uppgift\u{A0}saknas", "XXXX", "xxxxxxxx-xxxx", "XXXXXXXXXXXX", "-", "--", "\u{2013}", "?",
        "???",
        ".", "N/A", "saknas", "(tom)", "tom", "00000000-0000", "000000-0000", "0", "19000101-0000", "190001010000",
        "999999999999", "9999999999", "ÅÅÅÅMMDD-XXXX", "ååmmdd-nnnn", "YYYYMMDD-NNNN", "=\"NULL\"", "*",
    ]) func `what fills the place of a person is none`(text: String) {
        #expect(throws: FaultRule.placeholderPerson, "\(text)") { try key(text) }
    }

    @Test(arguments: [
        "Skyddad identitet", "SKYDDAD", "Skyddade personuppgifter", "Sekretess", "Sekretessmarkerad",
        "sekretess-markerad",
        "Skyddad\u{A0}identitet",
    ]) func `a protected person is told as such`(text: String) {
        #expect(throws: FaultRule.protectedPerson, "\(text)") { try key(text) }
    }

    @Test(arguments: [
        "19800101-XXXX", "800102-NNNN", "19800101-****", "198001019***", "19800101****", "19800101-xxxx",
        "19800101XXXX",
        "1980-01-01-XXXX", "19800101-••••", "19800161-XXXX", "19800101-####", "19800101-0000", "800101-9XXX",
    ]) func `a number whose last four are hidden is no person`(text: String) {
        #expect(throws: FaultRule.maskedPerson, "\(text)") { try key(text) }
    }

    @Test(arguments: ["19800101-ABCD", "19800101-TF80", "19800101-X123", "19800101-12XX"])
    func `different letters are a reserve number`(text: String) throws {
        #expect(try key(text).quality == .reserve)
    }

    @Test(arguments: ["X1", "Okänd1", "A", "1", "12", "K-0000", "Nullberg", "Saknasson", "x4711", "Skyddad 12"])
    func `an id that resembles a word for none is an id`(text: String) throws {
        #expect(try key(text).quality == .notASwedishNumber)
    }

    @Test(arguments: [
        "195001159804", "\u{FEFF}195001159804", "195001159804\u{200B}", "\u{200E}195001159804", "19500115\u{2013}9804",
        "19500115\u{2060}9804", "\u{202A}195001159804\u{202C}", "\u{3000}195001159804", "19500115\u{2014}9804",
        "19500115 - 9804", "19500115- 9804", "1950-01-15-9804", "1950 01 15 9804", "19 500115-9804", "50 01 15-9804",
        "500115-9804", "5001159804", "=\"195001159804\"", "=\"19500115-9804\"", "=\"500115-9804\"", "'19500115-9804",
        "195001159804.0", "195001159804,0", "５００１１５-９８０４", "195001159804 (4711)", "19500115\u{A0}9804", "1950011598 04",
        "195001159804.00", "500115\u{FF0D}9804", "1950\u{AD}0115-9804",
    ]) func `one person is one person past what nobody sees`(text: String) throws {
        let whole = try key("19500115-9804")
        #expect(try key(text).pseudonym == whole.pseudonym, "\(text)")
        #expect(whole.quality == .valid && whole.birthYear == 1950 && whole.sex == .female)
    }

    @Test func `every form of every number is one person`() throws {
        var random = SeededGenerator(seed: 41)
        for _ in 0..<200 {
            let birth = day(1925, 1, 1).adding(days: Int.random(in: 0..<33_000, using: &random))
            let written = WrittenNumber(birth, using: &random)
            let pseudonyms = try Set(written.forms(using: &random).map { try key($0).pseudonym })
            #expect(pseudonyms.count == 1, "a form of the number is another person")
        }
    }

    @Test func `a samordningsnummer may lack month and day`() throws {
        for (short, long) in [
            ("800061-9802", "198000619802"), ("800360-9818", "198003609818"), ("800060-9829", "198000609829"),
        ] {
            let key = try key(short)
            #expect(try key == self.key(short.replacing("-", with: "")))
            #expect(try key.pseudonym == self.key(long).pseudonym)
            #expect(key.birthYear == 1980 && key.quality == .valid)
        }
        #expect(try key("190061-9804", on: day(2019, 1, 1)).birthYear == 2019)
        #expect(try key("19800001-9802").quality == .notASwedishNumber)
    }

    @Test func `interim and reserve numbers are one person in all their forms`() throws {
        for group in [
            ["800101-T980", "19800101T980", "19800101-t980", "800101T980", "1980-01-01-T980"],
            ["19800101TF80", "19800101tf80", "19800101-TF80", "800101 tf80"],
        ] {
            let keys = try group.map { try key($0) }
            #expect(Set(keys.map(\.pseudonym)).count == 1)
            #expect(keys.allSatisfy { $0.quality == .reserve && $0.birthYear == 1980 && $0.sex == .unknown })
        }
    }

    @Test func `a plus is from the year of turning a hundred, and a leap day is one`() throws {
        #expect(try key("180305+9839").pseudonym == key("191803059839").pseudonym)
        #expect(try key("190305+9839").birthYear == 1919)
        #expect(try key("190305-9839").birthYear == 1919)
        #expect(try key("000229-9824").pseudonym == key("200002299824").pseudonym)
        #expect(try key("000229-9824").birthYear == 2000)
    }

    @Test func `zeros that a spreadsheet took are put back when date and check digit hold`() throws {
        for (short, long) in [("501019855", "200501019855"), ("11059862", "200011059862"), ("1059807", "200001059807")]
        {
            let key = try key(short)
            #expect(key.restoredZeros && key.quality == .valid)
            #expect(try key.pseudonym == self.key(long).pseudonym)
            #expect(try !self.key(long).restoredZeros)
            #expect(try self.key(short + ".0") == key)
        }
        #expect(try key("501019856").quality == .notASwedishNumber)
        #expect(try key("501319855").quality == .notASwedishNumber)
        #expect(try key("50101-9855").quality == .notASwedishNumber)
        #expect(try !key("501019856").restoredZeros)
    }

    @Test func `a century that cannot be is no Swedish number, but a person`() throws {
        #expect(try key("219112129805").quality == .notASwedishNumber)
        #expect(try key("219112129805").birthYear == nil)
    }

    @Test func `ids are the same past what nobody sees`() throws {
        #expect(try key("\u{FEFF}K-4711").pseudonym == key("K-4711").pseudonym)
        #expect(try key("K\u{2011}4711\u{A0}").pseudonym == key("K-4711").pseudonym)
        #expect(try key("A\u{30A}sa").pseudonym == key("Åsa").pseudonym)
        #expect(try key("4711.0").pseudonym == key("4711").pseudonym)
        #expect(try key("k-4711").pseudonym != key("K-4711").pseudonym)
    }
}
