// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct UnseenCharactersTests {
    private func plain(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        return UnseenCharacters.plain(bytes.span).map { String(decoding: $0, as: UTF8.self) }
    }

    static let unseen = [
        "\u{FEFF}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2060}",
        "\u{2066}", "\u{2069}", "\u{AD}",
    ]
    static let blanks = [
        "\u{A0}", "\u{1680}", "\u{2000}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}",
    ]
    static let dashes = [
        "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}",
        "\u{FF0D}", "\u{2043}",
    ]

    @Test func `each unseen character, blank and dash is folded`() {
        for sign in Self.unseen { #expect(plain("a\(sign)b") == "ab") }
        for sign in Self.blanks { #expect(plain("a\(sign)b") == "a b" && plain("\(sign)ab\(sign)") == "ab") }
        for sign in Self.dashes { #expect(plain("a\(sign)b") == "a-b") }
        #expect(plain("１９ｋａ") == "19ka")
    }

    @Test(arguments: ["", "2019-03-01", "Åsa Öberg", "a b", " a ", "=A", "1'234", "x\"y", "日本"])
    func `where there is nothing to fold nothing is given`(text: String) { #expect(plain(text) == nil) }

    @Test(
        arguments: [
            ("=\"12\"", "12"), ("=\"\"12\"\"", "12"), ("\"12\"", "12"), ("'12", "12"), ("=12", "12"), ("= \"12\"", nil),
            ("' ", ""), ("=\" 12 \"", "12"), ("\u{FEFF}=\"12\"", "12"), ("=\"'12\"", "12"),
        ] as [(String, String?)]) func `wrappers are taken off`(text: String, inner: String?)
    { #expect(plain(text) == inner) }

    @Test func `words are the same whatever is between their letters`() throws {
        for text in ["delvis  bifall.", "Delvis-bifall", "DELVIS\u{A0}BIFALL", "delvis_bifall", "del\u{AD}vis bifall"] {
            #expect(try decoding(text, WordField.outcome.decode) == .partlyGranted, "\(text)")
        }
        #expect(FoldedWord("t.v.") == FoldedWord("TV"))
        #expect(FoldedWord("0-5 år") != FoldedWord("05 år"))
        #expect(FoldedWord("-").text == "-" && FoldedWord("?") != FoldedWord("-"))
        #expect(FoldedWord("Gäller fr.o.m.") == FoldedWord("ga\u{308}ller from"))
        #expect(FoldedWord("Å") != FoldedWord("A"))
    }

    @Test func `words whose meaning is certain are known`() throws {
        for text in ["Beviljat", "Beviljas", "Bifallen", "Godkänd"] {
            #expect(try decoding(text, WordField.outcome.decode) == .granted)
        }
        for text in ["Utförd", "Klar", "Completed", "CompletedAndChangedTime"] {
            #expect(try decoding(text, WordField.status.decode))
        }
        for text in ["Declined", "Cancelled", "Ej utförd", "Nekad", "Inställt"] {
            #expect(try !decoding(text, WordField.status.decode))
        }
        for text in ["Bokad", "Started", "Planerad", "Pågående"] {
            #expect(fault(of: text, WordField.status.decode) == .unknownStatus)
        }
        for text in ["Debitering", "Ordinarie", "Registrering"] {
            #expect(try decoding(text, WordField.transaction.decode) == .visit)
        }
        for text in ["Kreditering", "KREDIT", "Korrigering minus", "Återföring", "Makulering"] {
            #expect(try decoding(text, WordField.transaction.decode) == .credit)
        }
        #expect(try decoding("Kommunens egen regi", WordField.providerType.decode) == .municipal)
        #expect(try decoding("LOV", WordField.providerType.decode) == .independent)
        #expect(try decoding("TRUE", WordField.yesNo.decode) && !decoding("false", WordField.yesNo.decode))
    }

    @Test(arguments: [
        ("4:1", Law.sol), ("11:1", .sol), ("11:5", .sol), ("4 kap 1 §", .sol), ("4 kap. 1 §", .sol),
        ("11 kap. 1 § SoL (2025:400)", .sol), ("9:3", .lss), ("9.3", .lss), ("9 § 3", .lss), ("9 § p 3", .lss),
        ("9 § 3 p", .lss), ("9§3", .lss), ("LSS 9§3", .lss), ("9§ 9:e 3 punkten", .lss), ("9 § 3 p.", .lss),
        ("Socialtjänstlagen", .sol), ("SFS 1993:387", .lss), ("SoL\u{A0}4:1", .sol), ("9 § 5 p", .lss),
    ]) func `a lagrum without an act is known by its paragraph`(text: String, law: Law) throws {
        #expect(try decoding(text, LawField.decode).law == law, "\(text)")
    }
}
