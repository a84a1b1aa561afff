// SPDX-License-Identifier: EUPL-1.2
import Tabular
import TestSupport
import Testing

struct XLSXDateTests {
    private func cell(_ value: String, _ format: String, from1904: Bool = false) throws -> String {
        var maker = XLSXMaker(rows: "<row><c s=\"1\"><v>\(value)</v></c></row>", formats: [format])
        if from1904 { maker.workbookProperties = "<workbookPr date1904=\"1\"/>" }
        return try cells(maker).joined()
    }

    @Test(arguments: [
        ("43466", "yyyy-mm-dd", "2019-01-01|date"), ("43466.34375", "yyyy-mm-dd hh:mm", "2019-01-01 08:15|dateTime"),
        ("43466", "yyyy-mm-dd hh:mm", "2019-01-01 00:00|dateTime"),
        ("43466.34375", "yyyy-mm-dd", "2019-01-01 08:15|dateTime"),
        ("0.34375", "hh:mm", "08:15|clock"), ("0.343923611111111", "hh:mm:ss", "08:15:15|clock"),
        ("0", "hh:mm", "00:00|clock"), ("1.10416666666667", "[h]:mm", "26:30|duration"),
        ("0.34375", "[h]:mm", "08:15|duration"), ("10.6320601851852", "[h]:mm:ss", "255:10:10|duration"),
        ("1.10416666666667", "h:mm", "26:30|duration"), ("-0.5", "[h]:mm", "-12:00|duration"),
        ("43466.34375", "hh:mm", "2019-01-01 08:15|dateTime"), ("36584", "yyyy\\-mm\\-dd", "2000-02-28|date"),
        ("36585", "d/m/yyyy", "2000-02-29|date"), ("2958465", "yyyy-mm-dd", "9999-12-31|date"),
        ("4.3466E4", "åååå-MM-DD", "2019-01-01|date"), ("43466.34375", "åååå-MM-DD tt:mm", "2019-01-01 08:15|dateTime"),
        ("1.10416666666667", "[tt]:mm", "26:30|duration"),
    ])
    func `a number is what its format shows`(_ value: String, _ format: String, _ shown: String) throws {
        #expect(try cell(value, format) == shown)
    }

    @Test func `times are rounded to the second, whatever noise they have`() throws {
        // A quarter past eight, and what a tenth of a second and the last bits of a binary number make of it.
        for value in ["43466.34374999", "43466.34375", "43466.3437511", "43466.343749999999"] {
            #expect(try cell(value, "yyyy-mm-dd hh:mm") == "2019-01-01 08:15|dateTime")
        }
        for value in ["0.3437499", "0.34374999999999994", "0.34375000000000006"] {
            #expect(try cell(value, "hh:mm") == "08:15|clock")
        }
        #expect(try cell("43465.9999999", "yyyy-mm-dd") == "2019-01-01|date")
        #expect(try cell("0.9999999", "hh:mm") == "24:00|clock")
        for minute in 0..<1440 {
            let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
            #expect(try cell("\(Double(minute) / 1440)", "hh:mm") == clock + "|clock")
        }
    }

    @Test func `the leap day of 1900 that there never was is an error, and the days before it are as Excel shows them`()
        throws
    {
        #expect(try cell("1", "yyyy-mm-dd") == "1900-01-01|date")
        #expect(try cell("59", "yyyy-mm-dd") == "1900-02-28|date")
        #expect(try cell("60", "yyyy-mm-dd") == "#DATUM|error")
        #expect(try cell("61", "yyyy-mm-dd") == "1900-03-01|date")
        for value in ["0", "-1", "2958466", "1E9", "1E300"] { #expect(try cell(value, "yyyy-mm-dd") == "#DATUM|error") }
        #expect(try cell("0.34375", "yyyy-mm-dd hh:mm") == "08:15|clock")
    }

    @Test func `a workbook that counts from 1904 is four years later`() throws {
        #expect(try cell("42004", "yyyy-mm-dd", from1904: true) == "2019-01-01|date")
        #expect(try cell("0", "yyyy-mm-dd", from1904: true) == "1904-01-01|date")
        #expect(try cell("60", "yyyy-mm-dd", from1904: true) == "1904-03-01|date")
        #expect(try cell("-1", "yyyy-mm-dd", from1904: true) == "#DATUM|error")
        #expect(try cell("1.10416666666667", "[h]:mm", from1904: true) == "26:30|duration")
        #expect(try cell("0.34375", "yyyy-mm-dd hh:mm", from1904: true) == "08:15|clock")
    }

    @Test func `a number without a format is a number, whatever day it might be`() throws {
        for format in [
            "General", "Standard", "0", "0.00", "# ##0", "@", "0%", "0.00E+00", "\"dag\" 0", "[Red]0", "0 \"h\"",
        ] {
            #expect(try cell("43466", format.replacing("\"", with: "&quot;")) == "43466|number")
        }
    }

    @Test func `dates written as text of ISO 8601 are read as such`() throws {
        let maker = XLSXMaker(
            rows:
                "<row><c t=\"d\" s=\"1\"><v>2019-03-01T00:00:00</v></c><c t=\"d\" s=\"2\"><v>2019-03-01T08:15:00.0004</v></c>"
                + "<c t=\"d\"><v>08:15:29.6</v></c><c t=\"d\"><v>2019-03-01</v></c><c t=\"d\"><v>2019-02-29</v></c>"
                + "<c t=\"d\"><v>2019-12-31T23:59:59.9</v></c></row>", formats: ["yyyy-mm-dd", "yyyy-mm-dd hh:mm"])
        #expect(
            try cells(maker) == [
                "2019-03-01|date", "2019-03-01 08:15|dateTime", "08:15:30|clock", "2019-03-01|date", "2019-02-29|text",
                "2020-01-01 00:00|dateTime",
            ])
    }

    @Test(arguments: [
        (14, "2019-01-01 08:15|dateTime"), (15, "2019-01-01 08:15|dateTime"), (22, "2019-01-01 08:15|dateTime"),
        (46, "1043192:15|duration"), (0, "43466,34375|number"), (1, "43466,34375|number"), (49, "43466,34375|number"),
        (30, "2019-01-01 08:15|dateTime"), (57, "2019-01-01 08:15|dateTime"), (20, "2019-01-01 08:15|dateTime"),
    ])
    func `formats that Excel has without writing them down are known`(_ id: Int, _ shown: String) throws {
        let maker = XLSXMaker(rows: "<row><c s=\"1\"><v>43466.34375</v></c></row>", formats: ["x"])
        let bytes = maker.bytes { part in
            (part.name, part.text.replacing("<xf numFmtId=\"164\"", with: "<xf numFmtId=\"\(id)\""))
        }
        #expect(try rows(in: bytes).flatMap { zip($0.fields, $0.types).map { "\($0)|\($1)" } } == [shown])
    }

    @Test(arguments: [
        ("[$-41D]yyyy-mm-dd;@", "date"), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "date"), ("mm:ss", "clock"),
        ("mm:ss.0", "clock"), ("h:mm AM/PM", "clock"), ("m/d", "date"), ("mmm", "date"), ("[mm]:ss", "duration"),
        ("[s]", "duration"), ("yyyy-mm-dd\"T\"hh:mm", "dateTime"), ("yyyy-mm-ddThh:mm:ss.000", "dateTime"),
        ("[h]:mm;@", "duration"), ("#,##0 [$kr-41D]", "number"), ("[Blue]0.0;[Red]-0.0", "number"),
        ("_-* #,##0", "number"),
        ("\"Datum\" 0", "number"), ("\"y\"", "number"), ("h \"tim\" m \"min\"", "clock"), ("0.0\\h", "number"),
        ("[$-x-systime]h:mm:ss AM/PM", "clock"), ("[Color10]yyyy", "date"), ("0;yyyy", "number"),
        ("[<1]h:mm;[h]:mm", "clock"),
        ("\"", "number"), ("[", "number"), ("\\", "number"), ("", "number"),
    ])
    func `a format code is a date's, a clock's, a length's or a number's`(_ code: String, _ kind: String) throws {
        let value = kind == "date" || kind == "dateTime" ? "43466" : "0.25"
        let shown = try cell(value, code.replacing("\"", with: "&quot;").replacing("<", with: "&lt;"))
        #expect(shown.hasSuffix("|" + kind), "\(code): \(shown)")
    }
}
