// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A piece of HTML or SVG as data: written in one place, so that tags balance and text is escaped by construction.
indirect enum Markup: Sendable {
    case element(StaticString, [(name: StaticString, value: String)], [Markup])
    case text(String)
    /// The style sheet: the only text that is written as it stands.
    case style

    /// An element; attributes whose value is nil are left out.
    static func tag(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ children: [Markup] = []
    ) -> Markup {
        .element(
            name, attributes.compactMap { name, value in value.map { (name, $0) } }, children)
    }

    /// An element that holds text alone.
    static func tag(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ text: String
    ) -> Markup {
        tag(name, attributes, [.text(text)])
    }

    func write(to output: inout String) {
        switch self {
        case .text(let text): Self.escape(text, to: &output)
        case .style: output += StyleSheet.css
        case .element(let element, let attributes, let children):
            let name = element.description
            output += "<\(name)"
            for attribute in attributes {
                output += " \(attribute.name)=\""
                Self.escape(attribute.value, to: &output)
                output += "\""
            }
            if children.isEmpty, Self.isDrawing.contains(name) {
                output += "/>"
                return
            }
            output += ">"
            if Self.isVoid.contains(name) {
                output += "\n"
                return
            }
            // A line for each block, so that two versions can be compared; nothing is added inside a line of text.
            if Self.holdsBlocks.contains(name) { output += "\n" }
            for child in children { child.write(to: &output) }
            output += "</\(name)>"
            if Self.isBlock.contains(name) { output += "\n" }
        }
    }

    private static func escape(_ text: String, to output: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\n", "\r", "\t": output.unicodeScalars.append(scalar)
            // Control characters have no place in HTML, whatever a name in a file held.
            case _ where scalar.isControl: escape(scalar.picture, to: &output)
            default: output.unicodeScalars.append(scalar)
            }
        }
    }

    private static let isVoid: Set = ["meta", "link", "br"]
    private static let isDrawing: Set = ["line", "circle", "rect", "path", "polyline", "polygon"]
    private static let holdsBlocks: Set = [
        "html", "head", "body", "header", "nav", "main", "footer", "section", "div", "ul", "ol", "dl", "table", "thead",
        "tbody", "tr", "figure",
    ]
    private static let isBlock: Set = [
        "html", "head", "body", "header", "nav", "main", "footer", "section", "div", "ul", "ol", "dl", "table", "thead",
        "tbody", "tr", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "title", "style", "caption",
        "figcaption", "th", "td", "pre",
    ]
}
