// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct WordTests {
    @Test func `words are known whatever their case, blanks and composition`() throws {
        for text in ["Utförd", "UTFÖRD", "utfo\u{308}rd", " utförd ", "Genomförd", "verkställd"] {
            #expect(try decoding(text, WordField.status.decode), "\(text)")
        }
        for text in ["Avbokad", "inställd", "BOM", "Ej utförd", "ej_utförd"] {
            #expect(try !decoding(text, WordField.status.decode), "\(text)")
        }
        #expect(try decoding("Delvis bifall", WordField.outcome.decode) == .partlyGranted)
        #expect(try decoding("per månad", WordField.unit.decode) == .month)
        #expect(try decoding("Enskild regi", WordField.providerType.decode) == .independent)
        #expect(try decoding("K", WordField.sex.decode) == .female)
    }

    @Test func `an unknown word is a fault of its own kind`() {
        #expect(fault(of: "planerad", WordField.status.decode) == .unknownStatus)
        #expect(fault(of: "kanske", WordField.yesNo.decode) == .unknownYesNo)
        #expect(fault(of: "pågår", WordField.outcome.decode) == .unknownOutcome)
        #expect(fault(of: "dygn", WordField.unit.decode) == .unknownUnit)
        #expect(fault(of: "1", WordField.sex.decode) == .unknownSex)
        #expect(fault(of: "staten", WordField.providerType.decode) == .unknownProviderType)
    }

    @Test(
        arguments: [
            ("SoL 4:1", Law.sol), ("4 kap. 1 § SoL", .sol), ("SoL 11:1", .sol), ("LSS 9.3", .lss), ("9 § 3 LSS", .lss),
            ("9 § p 3 LSS", .lss), ("sol", .sol), ("LSS", .lss), ("9§3 LSS", .lss),
            ("4 kap 1 § socialtjänstlagen", .sol),
            ("Socialtjänstlagen (2001:453) 4:1", .sol), ("lagen (1993:387) om stöd och service", .lss),
            ("LSS §9.4", .lss), ("11 kap. 1 § socialtja\u{308}nstlagen (2025:400)", .sol),
        ])
    func `a lagrum names its act`(text: String, law: Law) throws {
        #expect(try decoding(text, LawField.decode).law == law)
    }

    @Test(arguments: ["", "9 §", "5:1", "9 kap. 3 §", "SoL/LSS", "LVU 3 §", "absolut", "lssx"])
    func `a lagrum that names neither act or both is unknown`(text: String) {
        #expect(fault(of: text, LawField.decode) == .unknownLaw)
    }

    @Test func `a memo of words answers as the words do`() {
        var memo = WordMemo<Bool>()
        var random = SeededGenerator(seed: 3)
        let words = WordField.status.words + ["planerad", "", "x", "ett mycket långt ord som inte finns", "Utförd "]
        for _ in 0..<5000 {
            let word = words.randomElement(using: &random)!
            let plain = try? decoding(word, WordField.status.decode)
            let remembered = try? decoding(word) { bytes throws(FaultRule) in
                try memo.meaning(of: bytes) { spelling throws(FaultRule) in try WordField.status.decode(spelling) }
            }
            #expect(plain == remembered)
        }
    }

    @Test func `each distinct sequence of bytes has its own number`() {
        var table = ByteTable()
        var reference: [[UInt8]: Int] = [:]
        var random = SeededGenerator(seed: 4)
        for _ in 0..<30_000 {
            let length = Int.random(in: 0...24, using: &random)
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...2, using: &random) }
            let (number, isNew) = table.number(of: bytes.span)
            #expect(isNew == (reference[bytes] == nil))
            #expect(number == reference[bytes, default: reference.count])
            reference[bytes] = number
        }
        #expect(table.count == reference.count)
    }

    @Test func `a shape tells no value, and a word no number`() {
        func shape(_ text: String) -> ValueShape { Array(text.utf8).withSpan { ValueShape(of: $0) } }
        func word(_ text: String, digits: Int = 0) -> ValueShape {
            Array(text.utf8).withSpan { ValueShape(ofWord: $0, digits: digits) }
        }
        #expect(shape("") == .empty)
        #expect(shape("198001019999") == .digits(12))
        #expect(shape("1 234,5") == .number(digits: 5))
        #expect(shape("åäö-1") == .text(characters: 5))
        #expect(word("Farsta") == .word("Farsta"))
        #expect(word("19800101-9999") == .text(characters: 13))
        #expect(word("Person 19800101") == .text(characters: 15))
        #expect(word("9 § 3 XYZ", digits: 4) == .word("9 § 3 XYZ"))
        #expect(word("198001", digits: 4) == .digits(6))
        #expect(word("---") == .text(characters: 3))
        #expect(word("Ask ５００１１５-９８０４") == .text(characters: 15))
    }
}
