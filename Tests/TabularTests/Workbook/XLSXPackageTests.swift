// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

struct XLSXPackageTests {
    private let row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>43466</v></c></row>"
    private var maker: XLSXMaker {
        XLSXMaker(rows: row, formats: ["yyyy-mm-dd"], strings: ["<si><t>Farsta</t></si>"])
    }
    private let read = [["Farsta", "2019-01-01"]]

    @Test func `a workbook of one sheet is read without naming it, with its digest`() throws {
        let bytes = maker.bytes()
        var source = try TableSource(bytes: bytes, name: "x", options: ReaderOptions(wantsDigest: true))
        #expect(source.format.kind == .xlsx && source.sheet == "Blad1")
        #expect(source.digest == nil)
        #expect(try rows(of: &source).map(\.fields) == read)
        #expect(source.digest == FileDigest(of: bytes))
    }

    @Test func `a workbook on disk is read as one in memory`() throws {
        let folder = try TemporaryFolder()
        try folder.write(maker.bytes(), to: "a.xlsx")
        #expect(try TableSource.tables(in: folder.path + "/a.xlsx") == [TablePlace(sheet: "Blad1")])
        var source = try TableSource(path: folder.path + "/a.xlsx", table: TablePlace(sheet: "Blad1"))
        #expect(try rows(of: &source).map(\.fields) == read)
    }

    @Test func `delimited text is one table with nothing named`() throws {
        #expect(try TableSource.tables(in: Array("a;b\n".utf8)) == [TablePlace()])
        var source = try TableSource(bytes: Array("a;b\n".utf8), table: TablePlace())
        #expect(source.format.kind == .delimited && source.merges.isEmpty && source.hiddenColumns.isEmpty)
        let read = try rows(of: &source)
        #expect(read == [SheetRow(line: 1, fields: ["a", "b"], types: [.text, .text], isHidden: false)])
        #expect(throws: ReadError.noSheet(path: "x")) {
            _ = try TableSource(bytes: Array("a;b\n".utf8), name: "x", table: TablePlace(sheet: "Blad1"))
        }
    }

    @Test func `of several sheets none is chosen, and hidden ones only when named`() throws {
        var maker = XLSXMaker()
        maker.add("Läs mig", state: "hidden", rows: "<row><c><v>1</v></c></row>")
        maker.add("Besök", rows: "<row><c><v>2</v></c></row>")
        maker.add("Dold", state: "veryHidden", rows: "<row><c><v>3</v></c></row>")
        let places = try TableSource.tables(in: maker.bytes())
        #expect(places.map(\.sheet) == ["Läs mig", "Besök", "Dold"])
        #expect(places.map(\.isHidden) == [true, false, true])
        #expect(try fields(maker) == [["2"]])
        #expect(try places.map { try rows(in: maker.bytes(), $0)[0].fields[0] } == ["1", "2", "3"])
        maker.add("Beslut", rows: "")
        #expect(throws: ReadError.severalSheets(path: "x")) { try fields(maker) }
        #expect(throws: ReadError.noSheet(path: "x")) { try rows(in: maker.bytes(), TablePlace(sheet: "Blad9")) }
        #expect(try rows(in: maker.bytes(), TablePlace(sheet: "Beslut")) == [])
    }

    @Test func `a workbook in the strict form is read`() throws {
        var maker = self.maker
        maker.sheets = []
        maker.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        maker.relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        maker.add(rows: row)
        #expect(try fields(maker) == read)
    }

    @Test func `any prefix will do`() throws {
        let bytes = maker.bytes { part in
            guard part.name.hasPrefix("xl/"), !part.name.contains("_rels") else { return part }
            var text = part.text.replacing("</", with: "</å:").replacing("<", with: "<å:").replacing(
                "<å:/å:", with: "</å:")
            text = text.replacing("xmlns=\"\(XLSXMaker.main)\"", with: "xmlns:å=\"\(XLSXMaker.main)\"")
            return (part.name, text.replacing("xmlns:r=", with: "xmlns:rel=").replacing("r:id=", with: "rel:id="))
        }
        #expect(try rows(in: bytes).map(\.fields) == read)
    }

    @Test func `parts lie where the relations say, in whatever case and with backslashes`() throws {
        let bytes = maker.bytes { part in
            var name = part.name.replacing("worksheets/sheet1.xml", with: "BLAD\\Ett.XML")
            name = name.replacing("xl/", with: "Annat\\").replacing("workbook", with: "bok")
            var text = part.text.replacing("worksheets/sheet1.xml", with: "/annat/blad/ett.xml")
            text = text.replacing("Target=\"xl/workbook.xml\"", with: "Target=\"/annat/../Annat/./bok.xml\"")
            return (name, text.replacing("/xl/workbook.xml", with: "/annat/bok.xml"))
        }
        #expect(try rows(in: bytes).map(\.fields) == read)
    }

    @Test func `a workbook without styles or shared strings is read, and so is one with bare relations`() throws {
        var bare = XLSXMaker(rows: "<row><c s=\"4\"><v>43466</v></c></row>")
        (bare.hasStyles, bare.hasStrings) = (false, false)
        #expect(try fields(bare) == [["43466"]])
        let bytes = maker.bytes { $0.name == "_rels/.rels" ? nil : $0 }
        #expect(try rows(in: bytes).map(\.fields) == read)
        let untyped = maker.bytes { $0.name == "[Content_Types].xml" ? nil : $0 }
        #expect(try rows(in: untyped).map(\.fields) == read)
    }

    @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"])
    func `a part that is not there is damage where it is needed`(_ name: String) {
        #expect(failure(maker.bytes { $0.name == name ? nil : $0 }) == .damaged(path: "x"))
    }

    @Test func `charts are no tables`() throws {
        var maker = self.maker
        maker.add("Diagram", rows: "")
        let bytes = maker.bytes { part in
            (
                part.name,
                part.text.replacing(
                    "/worksheet\" Target=\"worksheets/sheet2.xml", with: "/chartsheet\" Target=\"chartsheets/sheet1.xml"
                )
            )
        }
        #expect(try TableSource.tables(in: bytes) == [TablePlace(sheet: "Blad1")])
        #expect(try rows(in: bytes).map(\.fields) == read)
    }

    @Test func `merged cells and hidden columns are known before the first batch, hidden rows with their records`()
        throws
    {
        var maker = XLSXMaker()
        maker.add(
            rows: "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c><v>2</v></c></row>"
                + "<row r=\"3\" hidden=\"0\"><c><v>3</v></c></row><row r=\"4\" hidden=\"true\"><c><v>4</v></c></row>",
            before:
                "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\" hidden=\"true\"/><col min=\"6\" max=\"6\"/>"
                + "</cols>",
            after:
                "<autoFilter ref=\"A1:B4\"/><mergeCells count=\"2\"><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C3:C5\"/></mergeCells>"
                + "<extLst><ext><mergeCells xmlns=\"urn:x\"/></ext></extLst>")
        var source = try TableSource(bytes: maker.bytes())
        let merges = [CellRange(rows: 1...2, columns: 0...1), CellRange(rows: 3...5, columns: 2...2)]
        #expect(source.merges == merges)
        #expect(source.hiddenColumns == [1...2, 4...4])
        #expect(try rows(of: &source).map(\.isHidden) == [false, true, false, true])
        #expect(source.merges == merges)
    }

    @Test func `merged cells are found whatever stands in the rows, and where there are no rows`() throws {
        let after = "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>"
        let filler = (1...9000).map { "<row r=\"\($0)\"><c t=\"inlineStr\"><is><t>sheetData \($0)</t></is></c></row>" }
        for rows in ["", "<!-- </sheetData> --><row><c><v>1</v></c></row>", filler.joined()] {
            var maker = XLSXMaker()
            maker.add(rows: rows, after: after)
            let source = try TableSource(bytes: maker.bytes())
            #expect(source.merges == [CellRange(rows: 1...2, columns: 0...1)])
        }
        var empty = XLSXMaker()
        empty.sheets = [("A", "visible", "<worksheet xmlns=\"\(XLSXMaker.main)\"><sheetData/>\(after)</worksheet>")]
        #expect(try TableSource(bytes: empty.bytes()).merges.count == 1)
    }

    @Test func `a sheet of many rows is whole, whatever the chunks cut`() throws {
        var generator = SeededGenerator(seed: 5)
        var (xml, meant) = ("", [[String]]())
        let strings = (0..<50).map { "text å \($0)" }
        for row in 1...4000 {
            xml += "<row r=\"\(row)\">"
            var fields: [String] = []
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                let number = Int.random(in: 0..<100_000, using: &generator)
                if number % 2 == 0 {
                    xml += "<c><v>\(number)</v></c>"
                    fields.append("\(number)")
                } else {
                    xml += "<c t=\"s\"><v>\(number % 50)</v></c>"
                    fields.append(strings[number % 50])
                }
            }
            xml += "</row>"
            meant.append(fields)
        }
        let maker = XLSXMaker(rows: xml, strings: strings.map { "<si><t>\($0)</t></si>" })
        let read = try rows(in: maker.bytes())
        #expect(read.map(\.fields) == meant)
        #expect(read.map(\.line) == Array(1...4000))
    }

    @Test func `a part in UTF-16 is read`() throws {
        var zip = ZipMaker()
        for part in maker.parts {
            guard part.name.hasSuffix("sheet1.xml") || part.name.hasSuffix("Strings.xml") else {
                zip.add(part.name, part.text)
                continue
            }
            let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + part.text
            zip.add(Array(part.name.utf8), [0xFF, 0xFE] + text.utf16.flatMap { half(Int($0)) })
        }
        #expect(try rows(in: zip.finished()).map(\.fields) == read)
    }

    @Test func `a text document, a binary workbook and a zip of pictures are told apart`() {
        let document = maker.bytes { part in
            (part.name, part.text.replacing("spreadsheetml.sheet.main", with: "wordprocessingml.document.main"))
        }
        #expect(failure(document) == .workbook(path: "x"))
        let binary = maker.bytes { part in
            (
                part.name,
                part.text.replacing(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    with: "application/vnd.ms-excel.sheet.binary.macroEnabled.main")
            )
        }
        #expect(failure(binary) == .binaryWorkbook(path: "x"))
        var zip = ZipMaker()
        zip.add("a.jpg", "x")
        #expect(failure(zip.finished()) == .workbook(path: "x"))
    }
}
