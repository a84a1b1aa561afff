// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct IdentitySearchTests {
    @Test(arguments: [
        "Ringde 19500115 9804 om ledsagning i fjol", "se 19800060-9829", "se 198000619802", "1950-01-15-9804",
        "ring 500115-9804.", "Testsson Omsorg 500115-9804", "PNR19500115-9804x", "pnr:500115–9804", "195001159804.0",
        "=\"195001159804\"", "1950 01 15 98 04", "50 01 15-9804", "500115+9804", "19500115/9804", "19500115_9804",
        "1950/01/15-9804", "1950.01.15-9804", "19500115:9804", "５００１１５９８０４", "1950\u{200B}0115-9804", "500115   9804",
        "(500115-9804)", "500115-9805", "195001159805", "19800101-T980", "19800101tf80", "19800101TF80 är ny",
        "800101-T980",
        "219112129805", "\t5001159804\t", "Sammanträde 2019-03-01 om 500115-9804", "12 19500115-9804",
        "500115-9804/500115-9804",
        "19800101-ABCD", "19 500115-9804", "1950-01-15 9804", "nr:5001159804,", "å500115-9804ö", "0501019855",
        "p0123456789abcdef0123456789abcdef", "id=p0123456789abcdef0123456789abcdef;",
    ]) func `an identity number is found however it is written`(text: String) {
        #expect(IdentitySearch.finds(in: text), "\(text)")
        #expect(IdentitySearch.masked(text).contains(PersonMask.mask))
    }

    @Test(arguments: [
        "", "Farsta", "Utförare Ask", "556677-8899", "165566778899", "2019-01-01 - 2019-12-31",
        "2019-01-01--2019-12-31",
        "2019-01-01/2019-12-31", "20190101-20191231", "190101-191231", "01.03.2019-31.12.2019", "2019-03-01 08:15",
        "2019-03-01 08:15:00", "2019-03-01T08:15:00.000Z", "2012-05-13 08:15", "070-123 45 67", "08-508 35 000",
        "+46 70 123 45 67", "08-123 456 78", "1 234 567,50 kr", "2018-2019", "20190301", "Ledsagning 2019",
        "0,1111111111",
        "1234567890123", "19501315-9804", "19500132-9804", "Hemtjänst 24/7", "123 45 Stockholm", "5050-1055",
        "20190301T081500",
        "20190301 till 20190401", "20190301 Test", "190301 mars", "9 § 3 LSS", "SFS 2001:453", "v. 12 2019",
        "1–4 tim/vecka",
        "p0123456789abcdef0123456789abcde",
    ]) func `dates, periods, amounts and telephone numbers are no identity numbers`(text: String) {
        #expect(!IdentitySearch.finds(in: text), "\(text)")
        #expect(IdentitySearch.masked(text) == text)
    }

    @Test(arguments: [
        "5 0 0 1 1 5 9 8 0 4", "1-9-5-0-0-1-1-5-9-8-0-4", "195 001 159 804", "500115-980 4", "500115 (9804)",
        "500115,9804", "500115*9804", "500115â€“9804", "500115Â\u{A0}9804",
    ]) func `a number parted in any other way is found by its check digit`(text: String) {
        #expect(IdentitySearch.finds(in: text), "\(text)")
        #expect(!IdentitySearch.finds(in: String(text.dropLast(text.hasSuffix(")") ? 2 : 1)) + "5"), "\(text)")
    }

    @Test(arguments: [
        "500115%209804", "19500115%2D9804", "500115&nbsp;9804", "se 500115&#8211;9804", "500115-␊9804",
        "500115<U+202C>-9804",
    ])
    func `blanks and dashes as web pages write them part a number too`(text: String) {
        #expect(IdentitySearch.finds(in: text))
        #expect(!IdentitySearch.finds(in: IdentitySearch.masked(text)))
    }

    @Test func `the last four beside a date is the end of a number`() {
        for date in ["1950-01-15", "500115", "19500115", "15.01.1950"] {
            #expect(SplitNumber.isEnd("9804", in: ["Ledsagning", date, "9804"]))
            #expect(!SplitNumber.isEnd("9805", in: ["Ledsagning", date, "9805"]))
        }
        #expect(!SplitNumber.isEnd("9804", in: ["2019-01-01", "", "9804", "12"]))
    }

    @Test func `the time in a file's name is no number, and a number in it is masked`() {
        for name in ["data/beslut-20240115_1030.csv", "beslut 202401151030.csv", "20240115-0815/utforda.csv"] {
            #expect(PersonMask.shown(path: name) == name)
        }
        #expect(PersonMask.shown(path: "data/500115-9804 beslut.csv") == "data/‹person› beslut.csv")
        #expect(PersonMask.shown(path: "data/19500115_9805.csv") == "data/‹person›.csv")
    }

    @Test func `every form in any text is found, and what is round it stays`() {
        var random = SeededGenerator(seed: 51)
        let around = [
            "", " ", "Ring ", "se ", " (", ") ", ", ", "; ", "pnr:", " åäö ", "Omsorg AB ", "\n", " den 2019-03-01, ",
            "\"", "‹", "tel. ",
        ]
        for _ in 0..<250 {
            let birth = day(1900, 1, 1).adding(days: Int.random(in: 0..<43_000, using: &random))
            let written = WrittenNumber(birth, using: &random)
            let (before, after) = (around.randomElement(using: &random)!, around.randomElement(using: &random)!)
            for form in written.forms(using: &random) {
                let text = before + form + after
                #expect(IdentitySearch.finds(in: text), "\(text)")
                let masked = IdentitySearch.masked(text)
                #expect(!IdentitySearch.finds(in: masked), "\(masked)")
                #expect(masked.utf8.starts(with: before.utf8), "\(text)")
                #expect(masked.utf8.reversed().starts(with: after.utf8.reversed()), "\(text)")
                #expect(!masked.contains(written.digits.suffix(4)), "\(text)")
            }
        }
    }

    @Test func `names, dates, periods, amounts and telephone numbers are let through`() {
        var random = SeededGenerator(seed: 52)
        let words = [
            "Omsorg", "Ask", "Björk", "AB", "HB", "Vård", "&", "Söner", "Testby", "Hemtjänst", "grupp", "enhet",
        ]
        func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        for _ in 0..<800 {
            let from = day(2010, 1, 1).adding(days: number(0...6000))
            let to = from.adding(days: number(1...900))
            let clock = "\(pad(number(0...23))):\(pad(number(0...59)))"
            let texts = [
                (0..<number(1...4)).map { _ in words.randomElement(using: &random)! }.joined(separator: " "),
                "\(words.randomElement(using: &random)!) \(number(1...99))",
                from.description, "\(from) \(clock)", "\(from)T\(clock):00", "\(from) – \(to)", "\(from) - \(to)",
                "\(from)--\(to)",
                "\(number(1...9)) \(number(100...999)),\(number(10...99)) kr", "\(number(1...9999)) tim",
                "55\(number(2000...9999))-\(number(1000...9999))",
                "16\(number(5520...5599))\(number(2000...9999))\(pad(number(10...99)))",
                "070-\(number(100...999)) \(number(10...99)) \(number(10...99))",
                "08-\(number(100...999)) \(number(10...99)) \(pad(number(0...99)))",
                "+46 \(number(10...99)) \(number(100...999)) \(number(10...99)) \(number(10...99))",
                "0,\(number(100_000_000...999_999_999))", "\(from.year)-\(to.year)",
            ]
            for text in texts { #expect(!IdentitySearch.finds(in: text), "\(text)") }
        }
    }

    @Test func `only the number is masked`() {
        #expect(IdentitySearch.masked("Ring 500115-9804, eller 19500115 9804.") == "Ring ‹person›, eller ‹person›.")
        #expect(IdentitySearch.masked("åäö５００１１５-９８０４ö") == "åäö‹person›ö")
    }
}
