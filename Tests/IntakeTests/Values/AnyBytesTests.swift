// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct AnyBytesTests {
    private static let pieces =
        [
            "0", "1", "2", "9", "12", "19", "31", "60", "99", "2019", "9999", "0000", "190301", "19500115", "9804",
            "999999999999",
            "-", "/", ".", ",", ":", " ", "  ", "+", "'", "=\"", "\"", "(", ")", "[", "]", "T", "Z", "h", "m", "min",
            "tim", "tim/mån",
            "per", "i", "vecka", "varannan vecka", "dygn", "s", "mars", "mar", "fredag", "den", "kl", "em", "PM", "§",
            "kap", "SoL",
            "E+11", "X", "*", "p", "½", "kr", "å", "a\u{30A}", "\u{0}", "😀",
        ] + UnseenCharactersTests.unseen + UnseenCharactersTests.blanks + UnseenCharactersTests.dashes

    /// Every decoder has an answer or a fault for any text: none stops the program.
    @Test func `any text is a value or a fault`() {
        var random = SeededGenerator(seed: 61)
        let decoder = PersonKeyDecoder(key: SecretKey(bytes: Array(0..<32)))
        var dates = DateColumnFacts()
        var numbers = DecimalColumnFacts()
        for _ in 0..<2500 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...9, using: &random) {
                bytes += Array(Self.pieces.randomElement(using: &random)!.utf8)
            }
            if Int.random(in: 0..<4, using: &random) == 0, !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let span = bytes.span
            let order = DateOrder.allCases.randomElement(using: &random)
            let measure = TimeMeasure.allCases.randomElement(using: &random)!
            let use = [DecimalUse.free, .doubtful, .comma, .point].randomElement(using: &random)!
            let row = [day(2019, 3, 1), day(1900, 1, 1), day(9999, 12, 31), day(1583, 1, 1)].randomElement(
                using: &random)!
            _ = try? DateField.decode(span, order: order)
            _ = try? MonthField.decode(span, order: order)
            _ = DateField.openEnd(span, startedOn: row)
            _ = try? Moment(decoding: span, order: order)
            _ = try? DecimalField.decode(span, use: use)
            _ = try? KronorField.decode(span, use: use)
            _ = try? LawField.decode(span)
            _ = try? decoder.decode(span, on: row)
            if let amount = try? HoursField.amount(span, as: measure, use: use) {
                for per in GrantPer.allCases { _ = per.converted(amount.hours) }
            }
            dates.add(span)
            numbers.add(span)
            let text = String(decoding: bytes, as: UTF8.self)
            _ = HeaderUnit.parse(text)
            _ = ValueShape(ofWord: span)
            let found = IdentitySearch.finds(in: text)
            #expect(found == (IdentitySearch.masked(text) != text))
        }
        _ = (dates.answer, numbers.use)
    }

    @Test func `what nobody sees changes no value`() {
        var random = SeededGenerator(seed: 62)
        let texts = [
            "2019-03-01", "1/3 2019", "08:15", "2,5", "1 234,5", "1 tim 30 min", "10 tim/mån", "19500115-9804",
            "SoL 4:1",
        ]
        for _ in 0..<400 {
            let text = texts.randomElement(using: &random)!
            var scalars = Array(text.unicodeScalars)
            let sign = UnseenCharactersTests.unseen.randomElement(using: &random)!.unicodeScalars.first!
            scalars.insert(sign, at: Int.random(in: 0...scalars.count, using: &random))
            let odd = String(String.UnicodeScalarView(scalars))
            #expect((try? decoding(odd, DateField.decode)) == (try? decoding(text, DateField.decode)))
            #expect((try? decoding(odd, ClockField.decode)) == (try? decoding(text, ClockField.decode)))
            #expect((try? decoding(odd, HoursField.decode)) == (try? decoding(text, HoursField.decode)))
            #expect((try? decoding(odd, DecimalField.decode)) == (try? decoding(text, DecimalField.decode)))
            #expect((try? decoding(odd, LawField.decode)) == (try? decoding(text, LawField.decode)))
        }
    }
}
