// SPDX-License-Identifier: EUPL-1.2

/// Reads a page as a browser would not: strictly. What it finds wrong is a list of sentences.
struct PageChecker {
    struct Tag {
        let name: String
        let attributes: [String: String]
        var text = ""
    }

    private(set) var faults: [String] = []
    /// Every opening tag in order, each with the text directly and deeply inside it.
    private(set) var tags: [Tag] = []

    private static let void: Set = ["meta", "link", "br", "!doctype"]

    init(_ page: String) {
        var open: [(name: String, place: Int)] = []
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            let text = rest[..<start]
            for (_, place) in open { tags[place].text += text }
            if text.contains(">") { faults.append("a bare > in: \(text.suffix(40))") }
            guard let end = rest[start...].firstIndex(of: ">") else {
                faults.append("a tag without end")
                break
            }
            read(rest[rest.index(after: start)..<end], &open)
            rest = rest[rest.index(after: end)...]
            // The style sheet is not markup, whatever signs it holds.
            if open.last?.name == "style", let close = rest.firstRange(of: "</style>") {
                rest = rest[close.lowerBound...]
            }
        }
        faults += open.map { "<\($0.name)> is not closed" }
        checkIdentifiers()
        checkHeadings()
        checkTables()
        checkShapes()
        checkRequests()
    }

    private mutating func read(_ tag: Substring, _ open: inout [(name: String, place: Int)]) {
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            if let last = open.popLast(), last.name == name { return }
            faults.append("</\(name)> closes nothing")
            return
        }
        let closesItself = tag.hasSuffix("/")
        let body = closesItself ? tag.dropLast() : tag
        let name = String(body.prefix { $0 != " " }).lowercased()
        tags.append(Tag(name: name, attributes: attributes(body.dropFirst(name.count))))
        if !closesItself, !Self.void.contains(name) { open.append((name, tags.count - 1)) }
    }

    private mutating func attributes(_ text: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text.drop { $0 == " " }
        while let equals = rest.firstIndex(of: "=") {
            let name = String(rest[..<equals])
            let value = rest[rest.index(equals, offsetBy: 2)...].prefix { $0 != "\"" }
            if found.updateValue(String(value), forKey: name) != nil { faults.append("\(name) twice in a tag") }
            rest = rest[value.endIndex...].dropFirst().drop { $0 == " " }
        }
        return found
    }

    private mutating func checkIdentifiers() {
        var seen: Set<String> = []
        for tag in tags {
            guard let id = tag.attributes["id"] else { continue }
            if !seen.insert(id).inserted { faults.append("the id \(id) stands twice") }
        }
        for tag in tags {
            let labels = (tag.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
            let target = tag.attributes["href"].flatMap { $0.hasPrefix("#") ? [String($0.dropFirst())] : nil } ?? []
            for id in labels + target where !seen.contains(id) {
                faults.append("\(tag.name) points at \(id), not there")
            }
        }
    }

    private mutating func checkHeadings() {
        let levels = tags.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
        if levels.filter({ $0 == 1 }).count != 1 { faults.append("one h1 is wanted") }
        for (before, after) in zip(levels, levels.dropFirst()) where after > before + 1 {
            faults.append("h\(before) is followed by h\(after)")
        }
    }

    private mutating func checkTables() {
        var lastTable: Int?
        for (place, tag) in tags.enumerated() {
            if tag.name == "th", tag.attributes["scope"] == nil { faults.append("a th without scope: \(tag.text)") }
            if tag.name == "th", tag.text.allSatisfy(\.isWhitespace) { faults.append("an empty th") }
            if tag.name == "table" { lastTable = place }
            if tag.name == "caption", lastTable != place - 1 { faults.append("a caption is not first in its table") }
        }
        let (tables, captions) = (tags.filter { $0.name == "table" }, tags.filter { $0.name == "caption" })
        if tables.count != captions.count { faults.append("a table without caption") }
        for image in tags where image.attributes["role"] == "img" && image.attributes["aria-labelledby"] == nil {
            faults.append("an image without name")
        }
    }

    /// Every row of a table is as wide as its first, cells that span counted.
    private mutating func checkShapes() {
        var width: Int?
        var spanning: [(rows: Int, columns: Int)] = []
        var row = 0
        func number(_ tag: Tag, _ name: String) -> Int { tag.attributes[name].flatMap { Int($0) } ?? 1 }
        for (place, tag) in tags.enumerated() where tag.name == "table" || tag.name == "tr" {
            if tag.name == "table" {
                (width, spanning) = (nil, [])
                continue
            }
            let cells = tags[(place + 1)...].prefix { $0.name != "tr" && $0.name != "table" }.filter {
                $0.name == "td" || $0.name == "th"
            }
            row += 1
            let above = spanning.reduce(0) { $0 + $1.columns }
            let own = cells.reduce(0) { $0 + number($1, "colspan") }
            if let width, above + own != width {
                faults.append("row \(row) of the page is \(above + own) wide, not \(width)")
            }
            width = width ?? own
            spanning = (spanning + cells.map { (number($0, "rowspan"), number($0, "colspan")) })
                .map { ($0.rows - 1, $0.columns) }.filter { $0.0 > 0 }
        }
    }

    private mutating func checkRequests() {
        for tag in tags {
            if tag.name == "script" { faults.append("a script") }
            for name in ["href", "src", "srcset", "xlink:href", "action"] {
                guard let value = tag.attributes[name] else { continue }
                if !value.hasPrefix("#"), value != "data:," { faults.append("\(tag.name) asks for \(value)") }
            }
        }
    }
}
