// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A piece of Markdown. What the program writes itself is markup; whatever is put into it is text, and escaped:
/// `"**\(table.title)**"` is the title in bold, whatever characters the title has.
struct Markdown: Sendable, Hashable {
    /// As it is written to a file.
    private(set) var source: String

    private init(source: String) { self.source = source }

    /// Text: every character that Markdown or pandoc would take for markup is escaped, and control characters are shown
    /// by their pictures. It stays on one line.
    init(_ text: String) {
        var source = ""
        // By scalars: a mark that a letter can carry would else hide the sign below it.
        let scalars = Array(text.replacing("\r\n", with: "\n").unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            switch scalar {
            // Inside a word an underscore is only itself.
            case "_" where Self.isInsideWord(place, of: scalars): source.unicodeScalars.append(scalar)
            case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "^", "$", "@", "#", "&", "{", "}":
                source += "\\"
                source.unicodeScalars.append(scalar)
            case "\n", "\r", "\t": source += " "
            case _ where scalar.isControl: source += Markdown(scalar.picture).source
            default: source.unicodeScalars.append(scalar)
            }
        }
        self.init(source: source)
    }

    private static func isInsideWord(_ place: Int, of scalars: [Unicode.Scalar]) -> Bool {
        guard place > 0, place + 1 < scalars.count else { return false }
        return [scalars[place - 1], scalars[place + 1]].allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }

    /// A code span; its fence is longer than any run of backticks inside.
    static func code(_ text: String) -> Markdown {
        let text = text.withoutControls
        var longest = 0
        var run = 0
        for scalar in text.unicodeScalars {
            run = scalar == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let pad = longest > 0 ? " " : ""
        return Markdown(source: fence + pad + text.replacing("|", with: "\\|") + pad + fence)
    }

    /// The lines of text as a block of code.
    static func codeBlock(_ text: String) -> [Markdown] {
        text.split(separator: "\n").map { Markdown(source: "    " + String($0).withoutControls) }
    }

    /// `key: "value"` of the front matter, as YAML.
    static func frontMatter(_ key: StaticString, _ value: String) -> Markdown {
        let shown = value.withoutControls { "\n\r\t".unicodeScalars.contains($0) }
        return Markdown(source: "\(key): \(YAMLText.quoted(shown))")
    }

    /// The same sign so many times.
    static func repeating(_ sign: StaticString, _ count: Int) -> Markdown {
        Markdown(source: String(repeating: sign.description, count: max(0, count)))
    }

    /// The line where its first character would begin a list or a heading, and is text.
    var guardingStart: Markdown {
        guard let first = source.unicodeScalars.first else { return self }
        if "-+:=%".unicodeScalars.contains(first) { return Markdown(source: "\\" + source) }
        let digits = source.prefix { $0.isASCII && $0.isNumber }
        let after = source[digits.endIndex...].unicodeScalars.first
        guard !digits.isEmpty, after == "." || after == ")" else { return self }
        return Markdown(source: digits + "\\" + source[digits.endIndex...])
    }

    var isEmpty: Bool { source.isEmpty }
    /// Columns of the source.
    var width: Int { source.count }

    static func + (left: Markdown, right: Markdown) -> Markdown {
        Markdown(source: left.source + right.source)
    }
}

extension Markdown: ExpressibleByStringInterpolation {
    init(stringLiteral markup: String) { self.init(source: markup) }

    init(stringInterpolation: Interpolation) { self.init(source: stringInterpolation.source) }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ markup: String) { source += markup }
        mutating func appendInterpolation(_ text: String) { source += Markdown(text).source }
        mutating func appendInterpolation(_ number: Int) { source += String(number) }
        mutating func appendInterpolation(_ piece: Markdown) { source += piece.source }
    }
}

extension Sequence<Markdown> {
    /// One after the other, with the same markup between any two.
    func joined(separator: Markdown = "") -> Markdown {
        var joined: Markdown?
        for piece in self { joined = joined.map { $0 + separator + piece } ?? piece }
        return joined ?? ""
    }
}
