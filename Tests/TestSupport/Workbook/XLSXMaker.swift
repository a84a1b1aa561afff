// SPDX-License-Identifier: EUPL-1.2

/// Writes xlsx workbooks for tests from the XML of their parts.
package struct XLSXMaker {
    package static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package static let documentRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// Name, state and XML of each sheet.
    package var sheets: [(name: String, state: String, xml: String)] = []
    /// Format codes; style 0 is general, 1 the first of them.
    package var formats: [String] = []
    /// The items of the shared strings, as XML.
    package var strings: [String] = []
    package var workbookProperties = ""
    package var afterSheets = ""
    package var hasStyles = true
    package var hasStrings = true
    package var options: ZipMaker.Options = []
    package var namespace = XLSXMaker.main
    package var relations = XLSXMaker.documentRelations

    package init() {}

    /// A workbook of one sheet with these rows.
    package init(rows: String, formats: [String] = [], strings: [String] = []) {
        self.formats = formats
        self.strings = strings
        add(rows: rows)
    }

    package mutating func add(
        _ name: String = "Blad1", state: String = "visible", rows: String, before: String = "", after: String = ""
    ) {
        sheets.append(
            (
                name, state,
                "<worksheet xmlns=\"\(namespace)\">\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
            ))
    }

    package var parts: [(name: String, text: String)] {
        var parts: [(String, String)] = []
        let overrides = sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        }
        parts.append(
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + overrides.joined() + "</Types>"
            ))
        parts.append(("_rels/.rels", relationsXML([("rId1", "officeDocument", "xl/workbook.xml")])))
        let list = sheets.enumerated().map {
            "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" state=\"\($1.state)\" r:id=\"rId\($0 + 1)\"/>"
        }
        parts.append(
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(relations)\">\(workbookProperties)"
                    + "<sheets>\(list.joined())</sheets>\(afterSheets)</workbook>"
            ))
        var targets = sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        targets += [("rS", "styles", "styles.xml"), ("rT", "sharedStrings", "sharedStrings.xml")]
        parts.append(("xl/_rels/workbook.xml.rels", relationsXML(targets)))
        if hasStyles {
            let codes = formats.enumerated().map { "<numFmt numFmtId=\"\($0 + 164)\" formatCode=\"\($1)\"/>" }
            let styles = formats.indices.map { "<xf numFmtId=\"\($0 + 164)\" applyNumberFormat=\"1\"/>" }
            parts.append(
                (
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"\(namespace)\"><numFmts>\(codes.joined())</numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                        + "<cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
                ))
        }
        if hasStrings {
            parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(namespace)\">\(strings.joined())</sst>"))
        }
        for (index, sheet) in sheets.enumerated() { parts.append(("xl/worksheets/sheet\(index + 1).xml", sheet.xml)) }
        return parts
    }

    private func relationsXML(_ targets: [(id: String, type: String, target: String)]) -> String {
        let list = targets.map {
            "<Relationship Id=\"\($0.id)\" Type=\"\(relations)/\($0.type)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships xmlns=\"\(XLSXMaker.packageRelations)\">\(list.joined())</Relationships>"
    }

    package func bytes(_ change: ((name: String, text: String)) -> (name: String, text: String)? = { $0 }) -> [UInt8] {
        var zip = ZipMaker()
        for part in parts.compactMap(change) { zip.add(part.name, part.text, options) }
        return zip.finished()
    }
}
