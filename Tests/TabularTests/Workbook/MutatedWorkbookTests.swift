// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

/// Bytes of valid workbooks changed at random: whatever comes of it, reading ends, and with records or an error.
struct MutatedWorkbookTests {
    private static let row =
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>43466.5</v></c><c r=\"C1\"><v>7.5</v></c>"
        + "<c r=\"D1\" t=\"inlineStr\"><is><t>a_x000D_b</t></is></c><c r=\"E1\" t=\"b\"><v>1</v></c></row>"

    private static let xlsx = XLSXMaker(rows: row, formats: ["yyyy-mm-dd"], strings: ["<si><r><t>Farsta</t></r></si>"])

    private static let ods: [UInt8] = {
        let family = "urn:oasis:names:tc:opendocument:xmlns:"
        var zip = ZipMaker()
        zip.add(
            "content.xml",
            "<o:document-content xmlns:o=\"\(family)office:1.0\" xmlns:t=\"\(family)table:1.0\" xmlns:x=\"\(family)text:1.0\">"
                + "<o:body><o:spreadsheet><t:table t:name=\"A\"><t:table-column t:number-columns-repeated=\"3\"/><t:table-row "
                + "t:number-rows-repeated=\"2\"><t:table-cell t:number-columns-repeated=\"2\" o:value-type=\"float\" "
                + "o:value=\"7.5\"/><t:table-cell o:value-type=\"time\" o:time-value=\"PT26H30M\"/><t:table-cell "
                + "t:number-columns-spanned=\"2\"><x:p>a<x:s x:c=\"3\"/>b</x:p></t:table-cell></t:table-row></t:table>"
                + "</o:spreadsheet></o:body></o:document-content>", .stored)
        return zip.finished()
    }()

    private static let xls: [UInt8] = {
        let style = Array(repeating: 0, count: 16) as [UInt8]
        let globals =
            XLSMaker.record(0x41E, half(164) + XLSMaker.text("[h]:mm"))
            + XLSMaker.record(0xE0, half(0) + half(164) + style)
            + XLSMaker.record(0xFC, word(1) + word(1) + XLSMaker.wide("Farsta"))
        let records =
            XLSMaker.number(0, 0, 1.5) + XLSMaker.cell(0xFD, 0, 1, word(0))
            + XLSMaker.record(0xBD, half(1) + half(0) + half(0) + word(6) + half(0) + word(10) + half(1))
            + XLSMaker.record(0xE5, half(1) + half(0) + half(1) + half(2) + half(3))
        return XLSMaker.file(
            [("Workbook", XLSMaker(globals: globals, sheets: [("A", 0, records)]).stream)], small: true)
    }()

    private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes[place] = [0, 0xFF, 0x7F, 0x80, 0x39].randomElement(using: &generator)!
            case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &generator)))
            default: bytes.insert(contentsOf: bytes[place...].prefix(8), at: place)
            }
            if bytes.isEmpty { return [0x50, 0x4B, 0x03, 0x04] }
        }
        return bytes
    }

    @Test(.timeLimit(.minutes(5))) func `bytes changed at random never crash the reader`() {
        var generator = SeededGenerator(seed: 20_190_301)
        var stored = MutatedWorkbookTests.xlsx
        stored.options = .stored
        let files = [
            MutatedWorkbookTests.xlsx.bytes(), stored.bytes(), MutatedWorkbookTests.ods, MutatedWorkbookTests.xls,
        ]
        for file in files { #expect(failure(file) == nil) }
        var failures = 0
        for round in 0..<4000 {
            if failure(mutated(files[round % files.count], &generator)) != nil { failures += 1 }
        }
        #expect(failures > 1000)
    }

    @Test(.timeLimit(.minutes(5))) func `XML changed at random within true checksums never crashes the reader`() {
        var generator = SeededGenerator(seed: 7)
        var failures = 0
        for _ in 0..<3000 {
            var zip = ZipMaker()
            let changed = Int.random(in: 0..<MutatedWorkbookTests.xlsx.parts.count, using: &generator)
            for (index, part) in MutatedWorkbookTests.xlsx.parts.enumerated() {
                let bytes = Array(part.text.utf8)
                zip.add(Array(part.name.utf8), index == changed ? mutated(bytes, &generator) : bytes, .stored)
            }
            if failure(zip.finished()) != nil { failures += 1 }
        }
        #expect(failures > 500)
    }
}
