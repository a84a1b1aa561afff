// SPDX-License-Identifier: EUPL-1.2

/// Text that may be written to a terminal. The terminal obeys nothing in it but line breaks and the styles asked for
/// here: a control character that came from a file, a setting or the command line is shown by its picture.
package struct TerminalText: Sendable, Hashable {
    package enum Style: String, Sendable {
        case bold = "\u{1B}[1m"
        case dim = "\u{1B}[2m"
    }

    /// The line on which something is said of the work under way: what stood there is wiped.
    package static let wipedLine = TerminalText(written: "\r\u{1B}[K")

    /// What is written.
    package private(set) var text: String

    /// Any text. Its line breaks and tabs stand.
    package init(_ text: String) {
        func shown(_ text: String) -> String { text.withoutControls { $0 == "\n" || $0 == "\t" } }
        guard text.utf8.contains(0x0D) else {
            self.text = shown(text)
            return
        }
        // A carriage return goes back over what is written, but for one that is part of a line break.
        let lines = text.split(separator: "\r\n" as Character, omittingEmptySubsequences: false)
        self.text = lines.map { shown(String($0)) }.joined(separator: "\r\n")
    }

    private init(written text: String) { self.text = text }

    /// The text in a style; what is empty has none.
    package func styled(_ style: Style) -> TerminalText {
        text.isEmpty ? self : TerminalText(written: style.rawValue + text + "\u{1B}[0m")
    }

    /// The text without the blanks at its end.
    package var withoutTrailingBlanks: TerminalText {
        var rest = text[...]
        while rest.last == " " { rest.removeLast() }
        return TerminalText(written: String(rest))
    }

    package static func + (left: TerminalText, right: TerminalText) -> TerminalText {
        TerminalText(written: left.text + right.text)
    }
}

extension TerminalText: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}

extension Sequence<TerminalText> {
    /// One after the other, with the same text between any two.
    package func joined(separator: TerminalText = "") -> TerminalText {
        var joined: TerminalText?
        for text in self { joined = joined.map { $0 + separator + text } ?? text }
        return joined ?? ""
    }
}
