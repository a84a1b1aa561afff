// SPDX-License-Identifier: EUPL-1.2
import Terms
import Testing

/// What a terminal or a parser would obey is shown, in every format.
@Suite struct ControlCharacterTests {
    /// Escape sequences, C1, a turned direction, separators of lines, an invisible tag.
    static let hostile = [
        "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{202E}evil", "\u{2066}a\u{2069}", "a\u{2028}b", "\u{85}",
        "\u{7F}", "\u{0}", "\u{E0041}", "\rover", "\u{200F}",
    ]

    private func isHarmless(_ text: String, but mayStand: Set<Unicode.Scalar> = []) -> Bool {
        text.unicodeScalars.allSatisfy { !$0.isControl || mayStand.contains($0) }
    }

    @Test(arguments: hostile) func `no format lets a control character through`(text: String) {
        #expect(isHarmless(text.withoutControls))
        #expect(isHarmless(TerminalText(text + "\n").text, but: ["\n"]))
        #expect(isHarmless(YAMLText.quoted(text)))
        #expect(isHarmless(YAMLText.flow(text)))
        #expect(isHarmless(JSON.string(text).line))
    }

    @Test func `two control characters never look alike, and text without them stays`() {
        let all = (UInt32(0)...0xE007F).compactMap(Unicode.Scalar.init).filter(\.isControl)
        #expect(Set(all.map(\.picture)).count == all.count)
        #expect(all.allSatisfy { isHarmless($0.picture) })
        let plain = "Ångström ”x” – 1\u{A0}000 👩‍👩‍👧 ½"
        #expect(plain.withoutControls == plain)
        #expect(TerminalText(plain + "\r\n\tx").text == plain + "\r\n\tx")
    }

    @Test func `only a style that was asked for is obeyed by a terminal`() {
        let text = TerminalText("a\u{1B}[2mb").styled(.bold) + " c  "
        #expect(text.text == "\u{1B}[1ma␛[2mb\u{1B}[0m c  ")
        #expect(text.withoutTrailingBlanks.text == "\u{1B}[1ma␛[2mb\u{1B}[0m c")
        #expect(TerminalText("").styled(.dim).text.isEmpty)
    }

    @Test func `JSON escapes a character of two units as two`() {
        #expect(JSON.string("\u{9B}\u{202E}\u{E0041}").line == #""\u009b\u202e\udb40\udc41""#)
    }
}
