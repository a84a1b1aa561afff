// SPDX-License-Identifier: EUPL-1.2
import Published

/// What a reader can see of a page, line by line: the text of a Markdown file, the text of an HTML file with what a
/// screen reader is told and what stands in its drawings.
struct PageText {
    struct Line {
        let text: String
        /// Stands in a drawing, where scales have numbers of their own.
        let isDrawing: Bool
        /// A number that a scale in a drawing goes by, as the drawing marks it: of the axis, not of anybody.
        var isScaleMark = false
        /// Stands on a part of a bar of a hundred per cent, without the sign.
        var isOnBar = false
        var isHeading = false
        /// Below the heading of a chapter on method: definitions, settings, rules.
        var isMethod = false
    }

    private(set) var lines: [Line] = []

    init(_ page: PublishedReport.Page) {
        if page.isHTML {
            readHTML(Array(page.text.unicodeScalars))
            markMethod()
        } else {
            lines = page.text.split(separator: "\n").map {
                Line(text: String($0), isDrawing: false, isHeading: $0.hasPrefix("#"))
            }
            markMethod()
        }
    }

    private static let methodWords = [
        "Metod", "Definition", "Inställning", "Så är ", "Röjandekontroll", "Spårbarhet", "Method", "Setting",
        "How the ",
        "Disclosure", "Traceability",
    ]

    private mutating func markMethod() {
        var isMethod = false
        for place in lines.indices {
            if lines[place].isHeading { isMethod = Self.methodWords.contains { lines[place].text.contains($0) } }
            lines[place].isMethod = isMethod
        }
    }

    /// Elements that begin a line of their own.
    private static let breaking: Set<String> = [
        "nav", "p", "li", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "div", "figure", "figcaption", "caption", "table",
        "text",
        "title", "desc", "section", "td", "th", "br",
    ]
    private static let readable: Set<String> = [
        "aria-label", "alt", "title", "content", "data-label", "aria-description",
    ]

    private mutating func readHTML(_ text: [Unicode.Scalar]) {
        var place = 0
        var line = String.UnicodeScalarView()
        var isSkipping = false
        var drawings = 0
        var headings = 0
        var isScaleMark = false
        var isOnBar = false
        func flush(_ lines: inout [Line]) {
            let text = Self.decoded(String(line))
            if headings > 0 || text.contains(where: { $0.isNumber }) {
                lines.append(
                    Line(
                        text: text, isDrawing: drawings > 0, isScaleMark: drawings > 0 && isScaleMark,
                        isOnBar: drawings > 0 && isOnBar, isHeading: headings > 0))
            }
            line = String.UnicodeScalarView()
        }
        while place < text.count {
            guard text[place] == "<" else {
                if !isSkipping { line.append(text[place] == "\n" ? " " : text[place]) }
                place += 1
                continue
            }
            var end = place + 1
            while end < text.count, text[end] != ">" { end += 1 }
            var tag = String.UnicodeScalarView()
            tag.append(contentsOf: text[(place + 1)..<end])
            let whole = String(tag)
            let name = String(whole.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }).lowercased()
            let closes = whole.hasPrefix("/")
            if name == "style" || name == "script" { isSkipping = !closes }
            if Self.breaking.contains(name) || name == "svg" {
                // Cells of one row are one line, so that the row's name stands beside its numbers.
                if name == "td" || name == "th" { line.append(" ") } else { flush(&lines) }
            }
            if name == "text" {
                isScaleMark = !closes && whole.contains("class=\"scale\"")
                isOnBar = !closes && whole.contains("class=\"on-bar\"")
            }
            if name == "svg" { drawings += closes ? -1 : 1 }
            if ["h1", "h2", "h3", "h4", "nav"].contains(name) { headings += closes ? -1 : 1 }
            if !closes {
                for spoken in Self.attributes(whole) {
                    lines.append(Line(text: Self.decoded(spoken), isDrawing: drawings > 0))
                }
            }
            place = end + 1
        }
        flush(&lines)
    }

    /// Values of attributes that are read aloud or shown.
    private static func attributes(_ tag: String) -> [String] {
        var found: [String] = []
        var rest = tag[...]
        while let quote = rest.firstIndex(of: "\"") {
            let name = rest[..<quote].split(separator: " ").last?.dropLast() ?? ""
            let after = rest.index(after: quote)
            guard let close = rest[after...].firstIndex(of: "\"") else { break }
            if readable.contains(String(name)), rest[after..<close].contains(where: { $0.isNumber }) {
                found.append(String(rest[after..<close]))
            }
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    private static let entities = [
        "&nbsp;": "\u{A0}", "&#160;": "\u{A0}", "&#xa0;": "\u{A0}", "&minus;": "\u{2212}", "&ndash;": "–", "&amp;": "&",
        "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#8239;": "\u{202F}",
    ]

    private static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var result = ""
        var rest = text[...]
        while let place = rest.firstIndex(of: "&") {
            result += rest[..<place]
            rest = rest[place...]
            let end = rest.prefix(10).firstIndex(of: ";")
            if let end, let sign = entities[String(rest[...end]).lowercased()] {
                result += sign
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }
}
