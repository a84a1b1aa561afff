// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Renderers
import Terms
import TestSupport
import Testing

@Suite struct RendererTests {
    @Test(arguments: Language.allCases)
    func `a document with everything is written as before`(language: Language) throws {
        let document = SampleDocument.document(language)
        try GoldenFile.expect(document.markdown(), is: "sample-\(language.rawValue).md")
        try GoldenFile.expect(document.html(), is: "sample-\(language.rawValue).html")
    }

    @Test(arguments: Language.allCases)
    func `a page is well formed, names everything and asks for nothing`(language: Language) {
        let page = SampleDocument.document(language).html()
        let checker = PageChecker(page)
        #expect(checker.faults.isEmpty)
        #expect(checker.tags.first { $0.name == "html" }?.attributes["lang"] == language.rawValue)
        for landmark in ["header", "nav", "main", "footer"] {
            #expect(checker.tags.filter { $0.name == landmark }.count == 1, "\(landmark)")
        }
        #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("url("))
        #expect(!page.contains("@import"))
    }

    @Test func `the checker finds what is wrong`() {
        let broken = """
            <html lang="sv"><h1>A</h1><h3 id="a">B</h3><p id="a">C</h3><table><tr><th>D</th></tr><tr><td>1</td><td>2</td></tr></table>
            <a href="https://example.org">E</a><a href="#nowhere">F</a></html>
            """
        let faults = PageChecker(broken).faults
        for part in [
            "</h3> closes nothing", "the id a stands twice", "h1 is followed by h3", "without scope",
            "without caption", "asks for https", "points at nowhere", "is 2 wide, not 1",
        ] {
            #expect(faults.contains { $0.contains(part) }, "\(part)")
        }
    }

    @Test func `markup in data is text`() {
        let nasty = "</caption><script>alert(\"1\")</script> & \u{1} | *x* [y](z) `q`"
        let document = Self.document([.paragraph(RichText(nasty)), .table(Self.table(title: nasty, name: nasty))])
        let page = document.html()
        #expect(PageChecker(page).faults.isEmpty)
        #expect(!page.contains("<script") && !page.contains("\u{1}"))
        let markdown = document.markdown()
        #expect(markdown.contains("\\<script\\>") && !markdown.replacing("\\<", with: "").contains("<script"))
        #expect(!markdown.contains("[y](z)") && !markdown.contains("*x*") && !markdown.contains("\u{1}"))
    }

    @Test func `no control character reaches a page or its front matter`() throws {
        let nasty = "a\u{1B}]0;x\u{7}\u{9B}31m\u{202E}b\u{2028}\u{85}\\\"'\nc: d"
        let table = Self.table(title: nasty, name: nasty)
        let blocks: [Block] = [.paragraph(RichText([.text(nasty), .code(nasty)])), .table(table)]
        let document = Document(
            title: nasty, subtitle: nasty, language: .swedish,
            metadata: .init(publisher: nasty, period: "2019", generator: nasty, summary: nasty),
            sections: [Section(id: "s", heading: nasty, blocks: blocks)])
        for text in [document.html(), document.markdown()] {
            #expect(text.unicodeScalars.allSatisfy { !$0.isControl || $0 == "\n" })
        }
        let lines = document.markdown().split(separator: "\n").prefix(6)
        #expect(lines.first == "---" && lines.last == "---", "a line break in a name is no line of the front matter")
    }

    @Test func `a mark on a sign hides no markup`() {
        let nasty = "[\u{301}x](javascript:1) `\u{301}y` |\u{301} <\u{338}b>"
        let markdown = Self.document([.paragraph(RichText(nasty))]).markdown()
        for sign in ["[\u{301}", "`\u{301}", "|\u{301}", "<\u{338}"] {
            #expect(Array(markdown.utf8).firstRange(of: Array(("\\" + sign).utf8)) != nil, "\(sign)")
        }
    }

    @Test func `a hidden number is two dots for the eye and words for the ear`() {
        let document = Self.document([.table(Self.table(title: "T", name: "N", cell: .value(.hidden)))])
        #expect(
            document.html().contains(
                "<span aria-hidden=\"true\">..</span><span class=\"unseen\">uppgiften visas inte</span>"))
        #expect(document.html().contains("Teckenförklaring: ..\u{A0}uppgiften visas inte"))
        #expect(document.markdown().contains("| N    |  .. |"))
    }

    @Test func `zero, not applicable and hidden have each their sign`() {
        let reason = Phrase(sv: "inga beviljade timmar", en: "no granted hours")
        let zero = ReleasedCell.shown(SampleDocument.value(0, .hours))
        #expect(CellText(.value(zero), .swedish).text == "–")
        #expect(CellText(.value(.notApplicable(reason)), .swedish).text == ".")
        #expect(CellText(.value(.notApplicable(reason)), .swedish).spoken(.swedish) == "inga beviljade timmar")
        #expect(CellText(.value(.hidden), .english).spoken(.english) == "not shown")
        #expect(CellText(.value(.shown(SampleDocument.value(0, .shareDifference))), .swedish).text == "0,0")
        #expect(CellText(.count(0), .swedish).text == "–")
        #expect(CellText(.interval(zero), .swedish).text == ".")
    }

    @Test func `a hidden row does not stand where its value would put it`() {
        func cell(_ value: Double?) -> ReleasedCell {
            value.map { .shown(SampleDocument.value($0, .share)) } ?? .hidden
        }
        let rows: [Table.Row] = [("A", 0.2), ("B", nil), ("C", 0.9), ("D", 0.9)].map {
            .init([.text(RichText($0.0)), .value(cell($0.1))])
        }
        let table = Table(
            id: "t", title: "T", unit: "u", population: "p", year: "2019",
            columns: [.init("Namn", alignment: .start), .init("Andel")],
            rows: [.init(.total, [.text("Alla"), .value(cell(0.5))])] + rows, source: "k")
        let names = Figure(.dotInterval(column: 1), of: table).table.rows.map { CellText($0.cells[1], .swedish).text }
        #expect(names == ["90,0\u{A0}%", "90,0\u{A0}%", "20,0\u{A0}%", "..", "50,0\u{A0}%"])
    }

    @Test func `every number of the page stands in the Markdown`() {
        for language in Language.allCases {
            let document = SampleDocument.document(language)
            let markdown = document.markdown()
            let cells = PageChecker(document.html()).tags.filter {
                $0.name == "td" && $0.attributes["data-label"] != nil
            }
            #expect(cells.count > 50)
            for cell in cells where cell.text.contains(where: \.isNumber) {
                #expect(markdown.contains(cell.text), "\(cell.text)")
            }
        }
    }

    static func document(_ blocks: [Block]) -> Document {
        Document(
            title: "T", language: .swedish,
            metadata: .init(publisher: "P", period: "2019", generator: "Ledsaga", summary: "S"),
            sections: [Section(id: "s", heading: "H", blocks: blocks)])
    }

    static func table(title: String, name: String, cell: Cell = .count(1)) -> Table {
        Table(
            id: "t", title: title, unit: "u", population: "p", year: "2019",
            columns: [.init("Namn", alignment: .start), .init("n")], rows: [.init([.text(RichText(name)), cell])],
            source: "k")
    }
}
