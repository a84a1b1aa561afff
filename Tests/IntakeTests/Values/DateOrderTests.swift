// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct DateOrderTests {
    private func date(_ text: String, _ order: DateOrder? = nil) throws(FaultRule) -> CivilDate {
        try decoding(text) { bytes throws(FaultRule) in try DateField.decode(bytes, order: order) }
    }

    private func facts(_ cells: [String]) -> DateColumnFacts {
        var facts = DateColumnFacts()
        for cell in cells { facts.add(Array(cell.utf8).span) }
        return facts
    }

    @Test(arguments: [
        "190301", "01.03.2019", "1.3.2019", "1. 3. 2019", "1/3-2019", "1/3 -19", "1/3 19", "1-mar-2019", "1-mar-19",
        "01MAR2019", "1.mars.2019", "fredag 1 mars 2019", "Fredag den 1 mars 2019", "fre 1 mar 2019", "den 1 mars 2019",
        "1:a mars 2019", "mars 1, 2019", "March 1, 2019", "1st March 2019", "2019 mars 1", "2019-mar-01", "2019 03 01",
        "2019-03-01T08:15:00.000+01:00", "2019-03-01T23:30:00Z", "2019-03-01T23:30:00-0500", "20190301081500",
        "20190301 081500", "2019-03-01 8.15", "2019-03-01 kl. 8:15", "2019-03-01, 08:15", "2019-03-01 8:15 PM",
        "01.03.2019 08:15", "1 mars 2019 kl 8.15", "190301 0815", "2019-03-01 08:15:00.0000000", "03/03/2019x",
        "\u{FEFF}2019-03-01", "2019\u{2011}03\u{2011}01", "2019-03-01\u{200B}", "=\"2019-03-01\"", "'2019-03-01",
        "２０１９-０３-０１", "2019\u{2013}03\u{2013}01 08:15", "1\u{202F}mars\u{A0}2019", "01/03/2019 kl",
    ]) func `every form that tells its order is the same day`(text: String) throws {
        if text.hasSuffix("x") || text.hasSuffix("kl") {
            #expect(fault(of: text, DateField.decode) == .notADate)
        } else {
            #expect(try date(text) == day(2019, 3, 1), "\(text)")
        }
    }

    @Test(arguments: ["1/3/2019", "01-03-2019", "1 3 2019", "01/03/19", "19-03-01", "1/3/2019 08:15", "03.01.19"])
    func `a form that more than one order fits is no day without the column's order`(text: String) {
        #expect(fault(of: text, DateField.decode) == .ambiguousDate, "\(text)")
    }

    @Test func `the column's order reads it`() throws {
        #expect(try date("1/3/2019", .dayFirst) == day(2019, 3, 1))
        #expect(try date("1/3/2019", .monthFirst) == day(2019, 1, 3))
        #expect(try date("3/1/2019 8:15 AM", .monthFirst) == day(2019, 3, 1))
        #expect(try date("19-03-01", .yearFirst) == day(2019, 3, 1))
        #expect(try date("19-03-01", .dayFirst) == day(2001, 3, 19))
        #expect(try date("2019-03-01", .monthFirst) == day(2019, 3, 1))
        #expect(try date("01.03.2019", .monthFirst) == day(2019, 3, 1))
        // A part above 12 settles its own row, and cannot go against the column.
        #expect(try date("25/3/2019") == day(2019, 3, 25))
        #expect(try date("3/25/2019") == day(2019, 3, 25))
        #expect(throws: FaultRule.noSuchDate) { try date("3/25/2019", .dayFirst) }
        #expect(throws: FaultRule.noSuchDate) { try date("31/31/2019") }
        // Both orders give the same day.
        #expect(try date("3/3/2019") == day(2019, 3, 3))
    }

    @Test(arguments: DateOrder.allCases) func `a column of many days settles its order`(order: DateOrder) throws {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<25 {
            let mark = ["/", "-", " "].randomElement(using: &random)!
            let isShort = order == .yearFirst || Bool.random(using: &random)
            let days = (0..<200).map { _ in day(2018, 1, 1).adding(days: Int.random(in: 0..<900, using: &random)) }
            let cells = days.map { date in
                let parts = date.components
                let year = isShort ? "\(parts.year % 100)" : "\(parts.year)"
                let (month, day) = (pad(parts.month), pad(parts.day))
                return switch order {
                case .dayFirst: "\(day)\(mark)\(month)\(mark)\(year)"
                case .monthFirst: "\(month)\(mark)\(day)\(mark)\(year)"
                case .yearFirst: "\(year)\(mark)\(month)\(mark)\(day)"
                }
            }
            let whole = facts(cells)
            #expect(whole.answer == .settled(order), "\(cells[0])")
            for (cell, expected) in zip(cells, days) { #expect(try date(cell, order) == expected) }
            // In any chunks, in any order.
            let cut = Int.random(in: 0...cells.count, using: &random)
            var merged = facts(Array(cells[cut...].shuffled(using: &random)))
            merged.formUnion(facts(Array(cells[..<cut])))
            #expect(merged == whole)
        }
    }

    @Test func `a column that two orders fit is asked about`() {
        #expect(
            facts(["1/3/2019", "12/11/2019", "05/06/2018"]).answer == .undecided(shapes: ["0/0/0000", "00/00/0000"]))
        #expect(facts(["19-03-01", "19-03-31", "18-12-02"]).answer == .undecided(shapes: ["00-00-00"]))
        #expect(facts(["25/3/2019", "3/25/2019"]).answer == .contradictory)
        #expect(facts(["1/3/2019", "25/3/2019"]).answer == .settled(.dayFirst))
        #expect(facts(["1/3/2019", "3/25/2019"]).answer == .settled(.monthFirst))
        #expect(
            facts(["2019-03-01", "20190301", "01.03.2019", "1/3 2019", "1 mars 2019", "", "x", "99/99/2019"]).answer
                == .selfEvident)
        #expect(facts([]).answer == .selfEvident)
    }

    @Test func `a memo of dates reads in the column's order`() throws {
        var memo = DateMemo(order: .monthFirst)
        let read = try decoding("3/1/2019") { bytes throws(FaultRule) in try memo.decode(bytes) }
        #expect(read.date == day(2019, 3, 1) && read.day == 1)
    }

    @Test(arguments: [
        "", "Tillsvidare", "TILLS VIDARE", "tills-vidare", "tv", "t.v.", "T V", "9999-12-31", "9999", "99991231",
        "2999-12-31", "31.12.9999", "9999-12-31 00:00:00", "9999-99-99", "-", "\u{2013}", "löpande", "lo\u{308}pande",
        "until further notice", "tv\u{A0}",
    ]) func `an open end is known by its words and its dates`(text: String) {
        #expect(Array(text.utf8).withSpan { DateField.openEnd($0) }, "\(text)")
    }

    @Test(arguments: ["2019-03-01", "2099-12-31", "991231", "19-12-31", "1/3/2019", "okänt", "99", "x", "43525", "tva"])
    func `any other end is none`(text: String) {
        #expect(!Array(text.utf8).withSpan { DateField.openEnd($0) }, "\(text)")
    }

    @Test func `the last day of ninety-nine is an open end of a decision that began later`() {
        func isOpen(_ text: String, _ start: CivilDate) -> Bool {
            Array(text.utf8).withSpan { DateField.openEnd($0, startedOn: start) }
        }
        #expect(isOpen("991231", day(2019, 1, 1)))
        #expect(!isOpen("991231", day(1998, 1, 1)))
        #expect(!isOpen("1999-12-31", day(2019, 1, 1)))
    }

    @Test(arguments: [
        ("08:15:00.0000000", 29_700), ("kl 8.15", 29_700), ("kl. 08:15", 29_700), ("Klockan 8:15", 29_700),
        ("8:15 AM", 29_700), ("8:15 pm", 72_900), ("8:15PM", 72_900), ("12:00 AM", 0), ("12:30 p.m.", 45_000),
        ("8.15 fm", 29_700), ("8.15 em", 72_900), ("13:15 em", 47_700), ("815", 29_700), ("081500", 29_700),
        ("08:15Z", 29_700), ("08:15:00+01:00", 29_700), ("\u{200E}08:15", 29_700), ("０８:１５", 29_700),
        ("=\"08:15\"", 29_700), ("kl 8", 28_800), ("00.25", 1500),
    ]) func `clock times are read in every form`(text: String, seconds: Int) throws {
        #expect(try decoding(text, ClockField.decode) == seconds, "\(text)")
    }

    @Test(arguments: ["0,354166666666667", "0.354166666666667", "0.5", "0,5", "0.25", ",75", "\u{200E}0,5"])
    func `a part of a day is told as Excel's`(text: String) {
        #expect(fault(of: text, ClockField.decode) == .excelFractionOfDay, "\(text)")
        #expect(fault(of: text) { bytes throws(FaultRule) in try Moment(decoding: bytes) } == .excelFractionOfDay)
    }

    @Test(arguments: [
        ("2019-03-01T08:15:00.000+01:00", true), ("01.03.2019 8:15", true), ("1 mars 2019 kl 8.15", true),
        ("1899-12-30 08:15:00", false), ("1900-01-01 08:15", false), ("08:15:00.0000000", false),
    ]) func `a moment has the date that is written`(text: String, isDated: Bool) throws {
        let moment = try decoding(text) { bytes throws(FaultRule) in try Moment(decoding: bytes) }
        #expect(moment == Moment(date: isDated ? day(2019, 3, 1) : nil, seconds: 29_700))
    }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
