// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct CalendarFieldTests {
    @Test(
        arguments: [
            "2019-03-01", "20190301", "1/3 2019", "01/03 2019", "1 mars 2019", "1 March 2019", "1 mar. 2019",
            "2019/03/01",
            "2019.03.01", "2019-3-1", "2019-03-01 08:15", "2019-03-01 08:15:00", "2019-03-01T08:15:00",
            "2019-03-01 08:15:00.000", "20190301 0815", "1/3\u{A0}2019",
        ])
    func `every form of a date is the same day`(text: String) throws {
        #expect(try decoding(text, DateField.decode) == day(2019, 3, 1))
    }

    @Test(arguments: ["43525", "43525,34375", "43525.5"])
    func `a day serial of Excel is told as such`(text: String) {
        #expect(fault(of: text, DateField.decode) == .excelSerialDate)
    }

    @Test(arguments: ["2019-02-29", "20191301", "31/4 2019", "2019-00-10", "2019-04-31 08:15", "1500-01-01"])
    func `a day that the calendar has not is told as such`(text: String) {
        #expect(fault(of: text, DateField.decode) == .noSuchDate)
    }

    @Test(
        arguments: [
            "", "x", "201903", "2019-03", "2019-03-01x", "2019-03-01 25:00", "2019-03-01 08:61",
            "2019-03-0108:15", "201903011", "1 marsch 2019", "mars 2019", "2019-03-001", "2019/03-01", "2019-03-01 ",
        ])
    func `what is no date is told as such`(text: String) {
        let found = fault(of: text, DateField.decode)
        #expect(found == .notADate, "\(text)")
    }

    @Test func `every day of four centuries reads back in every form`() throws {
        let first = day(1890, 1, 1)
        var memo = DateMemo()
        for offset in stride(from: 0, to: 110_000, by: 7) {
            let date = first.adding(days: offset)
            let parts = date.components
            let iso = date.description
            let forms = [
                iso, String(iso.filter { $0 != "-" }), "\(parts.day)/\(parts.month) \(parts.year)", iso + " 12:34:56",
            ]
            for form in forms { #expect(try decoding(form, DateField.decode) == date) }
            guard (1900...2200).contains(parts.year) else { continue }
            let remembered = try decoding(iso) { bytes throws(FaultRule) in try memo.decode(bytes) }
            #expect(remembered == (date, date.month, parts.day), "\(iso)")
        }
    }

    @Test func `the memo of dates reads what the decoder reads`() {
        var memo = DateMemo()
        var random = SeededGenerator(seed: 5)
        for _ in 0..<20_000 {
            let text =
                "20\(Int.random(in: 10...13, using: &random))-0\(Int.random(in: 0...3, using: &random))-"
                + "\(Int.random(in: 0...3, using: &random))\(["0", "1", "9", "x"].randomElement(using: &random)!)"
            let plain = try? decoding(text, DateField.decode)
            let remembered = try? decoding(text) { bytes throws(FaultRule) in try memo.decode(bytes) }
            #expect(plain == remembered?.date, "\(text)")
            #expect(plain?.month == remembered?.month)
        }
    }

    @Test(
        arguments: [
            "2019-03", "201903", "mars 2019", "Mars 2019", "MARS 2019", "mar 2019", "mar. 2019", "March 2019",
            "2019/03",
            "2019-03-01", "2019-03-31", "mars\u{A0}2019", "2019M03", "2019-3", "03/2019", "03-2019", "mar-2019",
            "MAR2019",
            "\u{FEFF}2019-03", "2019\u{2011}03", "=\"2019-03\"", "190301", "2019-03-01 00:00:00",
        ])
    func `every form of a month is the same month`(text: String) throws {
        #expect(try decoding(text, MonthField.decode) == YearMonth(year: 2019, month: 3))
    }

    @Test func `every month has its Swedish and English name`() throws {
        let swedish = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november",
            "december",
        ]
        let english = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        for (index, name) in (swedish + english).enumerated() {
            let month = YearMonth(year: 2020, month: index % 12 + 1)
            #expect(try decoding("\(name) 2020", MonthField.decode) == month)
            #expect(try decoding("\(name.prefix(3)) 2020", MonthField.decode) == month)
        }
        #expect(try decoding("sept 2020", MonthField.decode).month == 9)
    }

    @Test(arguments: [
        "", "mars", "2019", "mars-19", "1903", "m 2019", "marsx 2019", "mars  2019", "2019-3x", "mar 19", "2019m",
    ])
    func `what is no month is told as such`(text: String) {
        #expect(fault(of: text, MonthField.decode) == .notAMonth, "\(text)")
    }

    @Test func `a month that the year has not is told as such`() {
        #expect(fault(of: "2019-13", MonthField.decode) == .noSuchDate)
        #expect(fault(of: "201900", MonthField.decode) == .noSuchDate)
    }

    @Test(
        arguments: [
            ("08:15", 29_700), ("8:15", 29_700), ("0815", 29_700), ("08.15", 29_700), ("8.15", 29_700),
            ("08:15:30", 29_730), ("8:15:30", 29_730), ("00:00", 0), ("24:00", 86_400), ("2359", 86_340),
        ])
    func `clock times are seconds since midnight`(text: String, seconds: Int) throws {
        #expect(try decoding(text, ClockField.decode) == seconds)
    }

    @Test(arguments: [
        "", "8", "960", "24:01", "25:00", "08:60", "8,15", "08:15:60", "08:15.30", "ab:cd", "8:5", "-8:15",
    ])
    func `what is no clock time is told as such`(text: String) {
        #expect(fault(of: text, ClockField.decode) == .notAClockTime, "\(text)")
    }

    @Test func `a clock column may hold date and time`() throws {
        let moment = try decoding("2019-03-01 08:15") { bytes throws(FaultRule) in try Moment(decoding: bytes) }
        #expect(moment == Moment(date: day(2019, 3, 1), seconds: 29_700))
        #expect(fault(of: "2019-03-01") { bytes throws(FaultRule) in try Moment(decoding: bytes) } == .notAClockTime)
    }
}
