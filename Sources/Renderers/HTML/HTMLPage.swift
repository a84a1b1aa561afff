// SPDX-License-Identifier: EUPL-1.2
package import Documents
import Terms

/// One HTML file that needs nothing else: style and drawings are inside, there is no script, and its content policy
/// forbids every request.
struct HTMLPage {
    let language: Language
    let title: String
    /// More of what a browser and a search engine are told.
    var metadata: [Markup] = []
    let body: Markup

    var rendered: String {
        var output = "<!DOCTYPE html>\n"
        Markup.tag("html", ["lang": language.rawValue], [head, body]).write(to: &output)
        return output
    }

    private var head: Markup {
        .tag(
            "head", [:],
            [
                .tag("meta", ["charset": "utf-8"]),
                .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .tag(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
                    ]),
                .tag("title", [:], title),
            ] + metadata + [
                // Without it a browser asks the server for an icon.
                .tag("link", ["rel": "icon", "href": "data:,"]),
                .tag("style", [:], [.style]),
            ])
    }
}

extension TablePage {
    /// The table as an HTML file of its own.
    package func html() -> String {
        let text = HTMLText(language: language, numbering: Numbering(of: self))
        let mark = mark.map { [Markup.tag("p", ["class": "note restricted"], [.tag("strong", [:], $0)])] } ?? []
        let main = Markup.tag(
            "main", ["id": "main"],
            mark + [.tag("h1", [:], table.title), HTMLTable(table: table, text: text).standing] + mark)
        return HTMLPage(language: language, title: table.title, body: .tag("body", [:], [main])).rendered
    }
}
