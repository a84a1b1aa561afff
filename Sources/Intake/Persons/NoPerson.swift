// SPDX-License-Identifier: EUPL-1.2

/// What stands in a column of persons without being a person.
enum NoPerson {
    /// Why the text is no person: `placeholderPerson`, `protectedPerson` or `maskedPerson`; nil when it may be one.
    /// The text has no unseen characters and no blanks round it.
    static func reason(_ bytes: Span<UInt8>) -> FaultRule? {
        if let reason = reasonOfSigns(bytes) { return reason }
        guard bytes.count <= 64, hasLetter(bytes) else { return nil }
        let word = FoldedWord(bytes).text
        if protected.contains(word) { return .protectedPerson }
        return placeholders.contains(word) ? .placeholderPerson : nil
    }

    /// Stands for any character that is not ASCII.
    private static let other = UInt8(ascii: "~")

    /// By letters and signs without the separators of an identity number, in upper case.
    private static func reasonOfSigns(_ bytes: Span<UInt8>) -> FaultRule? {
        var signs: [UInt8] = []
        for index in bytes.indices {
            switch bytes[index] {
            case 0x20, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "_"): continue
            case 0x61...0x7A: signs.append(bytes[index] - 0x20)
            case 0x80...0xBF: continue
            case 0xC0...: signs.append(other)
            default: signs.append(bytes[index])
            }
        }
        guard let first = signs.first else { return .placeholderPerson }
        if signs.allSatisfy({ $0 == first }), isFiller(first, count: signs.count) { return .placeholderPerson }
        // `ÅÅÅÅMMDD-XXXX`, `YYMMDDNNNN`: the form itself.
        if forms.contains(String(decoding: signs, as: UTF8.self)) { return .placeholderPerson }
        guard signs.count == 10 || signs.count == 12, DateDigits(signs) != nil else { return nil }
        let last = signs.suffix(4)
        if last.allSatisfy({ $0 == 0x30 }) {
            return signs.suffix(10).starts(with: "000101".utf8) ? .placeholderPerson : .maskedPerson
        }
        return isMasked(last) ? .maskedPerson : nil
    }

    /// The same sign throughout: any that is no letter or digit, `X`, zeros, and a number of nines or another digit as
    /// long as an identity number.
    private static func isFiller(_ sign: UInt8, count: Int) -> Bool {
        switch sign {
        case 0x30, UInt8(ascii: "X"): true
        case 0x31...0x39, 0x41...0x5A: count == 10 || count == 12
        default: sign < 0x80
        }
    }

    /// Whether the last four of a number hide it: a sign that no number has, or three alike letters at the end.
    private static func isMasked(_ last: ArraySlice<UInt8>) -> Bool {
        if last.contains(where: { !($0 &- 0x30 < 10 || (0x41...0x5A).contains($0)) }) { return true }
        let end = last.suffix(3)
        return end.allSatisfy { $0 == end.last && $0 > 0x39 }
    }

    private static func hasLetter(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] >= 0x80 || (bytes[index] | 0x20) &- 0x61 < 26 { return true }
        return false
    }

    private static let forms: Set<String> = {
        var forms: Set<String> = []
        for year in ["~~~~", "~~", "YYYY", "YY", "AAAA", "AA"] {
            for last in ["XXXX", "NNNN", "NNNC", "NNNK", "0000", ""] { forms.insert(year + "MMDD" + last) }
        }
        return forms
    }()

    /// Folded as by `FoldedWord`.
    private static let placeholders: Set<String> = [
        "null", "nil", "none", "na", "nan", "ref", "saknas", "värdefel", "värde", "value", "referens", "referensfel",
        "namn", "name", "div0", "division0", "num", "tal", "ogiltigt", "spill", "calc", "beräkning", "skärning",
        "okänd", "okänt", "okända", "okändperson", "okäntpersonnummer", "okändidentitet", "uppgiftsaknas",
        "uppgiftersaknas", "personnummersaknas", "pnrsaknas", "saknarpersonnummer", "ejpersonnummer",
        "utanpersonnummer", "ejangivet", "ejangiven", "inteangivet", "ingen", "inget", "ingenuppgift", "ingauppgifter",
        "ejtillgänglig", "ejtillgängligt", "tom", "tomt", "blank", "unknown", "missing", "notavailable", "undefined",
        "test", "testperson", "testpersson", "dummy", "exempel",
    ]

    private static let protected: Set<String> = [
        "skyddad", "skyddadidentitet", "skyddadid", "skyddadperson", "skyddadepersonuppgifter", "skyddadpersonuppgift",
        "skyddadeuppgifter", "skyddatpersonnummer", "skyddadfolkbokföring", "skyddadadress", "sekretess",
        "sekretessmarkerad", "sekretessmarkerat", "sekretessmarkering", "sekretessskyddad", "sekretesskyddad",
        "sekretessskydd", "kvarskrivning", "kvarskriven", "kvarskrivningsskydd", "hemlig", "hemligt", "fingerad",
        "fingeradepersonuppgifter", "protected", "protectedidentity", "protectedperson", "confidential",
    ]
}
