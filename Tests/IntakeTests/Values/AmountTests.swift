// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

@Suite struct AmountTests {
    private func amount(_ text: String, _ measure: TimeMeasure = .hours) throws(FaultRule) -> WrittenAmount {
        try decoding(text) { bytes throws(FaultRule) in try HoursField.amount(bytes, as: measure) }
    }

    @Test(
        arguments: [
            ("2,5", 150, nil, nil), ("2:30", 150, .clock, nil), ("02:30:00", 150, .clock, nil),
            ("12:30", 750, .clock, nil),
            ("1 tim 30 min", 90, .hours, nil), ("1 h 30 m", 90, .hours, nil), ("1h30", 90, .hours, nil),
            ("1h30m", 90, .hours, nil), ("1 timme och 30 minuter", 90, .hours, nil), ("3 tim", 180, .hours, nil),
            ("3 tim.", 180, .hours, nil), ("90 min", 90, .minutes, nil), ("90 minuter", 90, .minutes, nil),
            ("90min", 90, .minutes, nil), ("0 tim 45 min", 45, .hours, nil), ("10 tim/mån", 600, .hours, .month),
            ("10 tim/mån.", 600, .hours, .month), ("2 h/v", 120, .hours, .week),
            ("10 tim per månad", 600, .hours, .month),
            ("2 timmar/vecka", 120, .hours, .week), ("3 tim/dag", 180, .hours, .day),
            ("2,5 h i veckan", 150, .hours, .week), ("5 tim varannan vecka", 300, .hours, .twoWeeks),
            ("10/mån", 600, nil, .month), ("8 h per kvartal", 480, .hours, .quarter),
            ("100 tim/år", 6000, .hours, .year),
            ("40 hours per month", 2400, .hours, .month), ("1 234,5 tim", 74_070, .hours, nil),
            ("1\u{A0}234", 74_040, nil, nil), ("-1,5", -90, nil, nil), ("\u{2212}1,50", -90, nil, nil),
            ("1,50-", -90, nil, nil), ("\u{2013}2:30", -150, .clock, nil), ("-1 tim 30 min", -90, .hours, nil),
            ("½ tim", 30, .hours, nil), ("1½ tim", 90, .hours, nil), ("PT1H30M", 90, .hours, nil),
            ("max 10 tim/mån", 600, .hours, .month), ("2:30 tim/vecka", 150, .clock, .week),
            ("120 min/v", 120, .minutes, .week),
            ("1\u{A0}tim\u{A0}30\u{A0}min", 90, .hours, nil), ("1\u{200B} tim", 60, .hours, nil),
            ("=\"2,5\"", 150, nil, nil),
            ("2 tim, 15 min", 135, .hours, nil), ("10 tim månadsvis", 600, .hours, .month),
        ] as [(String, Int64, TimeMeasure?, GrantPer?)])
    func `an amount tells its time, its measure and what it is per`(
        text: String, minutes: Int64, measure: TimeMeasure?, per: GrantPer?
    ) throws {
        #expect(
            try amount(text)
                == WrittenAmount(hours: Hours(milliseconds: minutes * 60_000), measure: measure, per: per), "\(text)")
    }

    @Test(arguments: [
        "", "tim", "x tim", "2 tim 3 tim", "30 min 1 tim", "2 dagar", "2 tim per besök", "ca 2 tim", "2,5 tim 3",
        "1 2 3",
        "2:60 tim", "2 tim/", "/mån", "2 tim 1:30", "10 tim/mån extra", "2..5 tim", "--2 tim",
    ]) func `an amount with any other word is no amount`(text: String) {
        let found = fault(of: text) { bytes throws(FaultRule) in try HoursField.amount(bytes) }
        #expect(found == .notANumber, "\(text)")
    }

    @Test func `bare numbers count what the column counts, and a cell's own unit goes before`() throws {
        #expect(try amount("90", .minutes).hours == Hours(milliseconds: 5_400_000))
        #expect(try amount("0,5", .minutes).hours == Hours(milliseconds: 30_000))
        #expect(try amount("2 tim", .minutes).hours == Hours(milliseconds: 7_200_000))
        #expect(try amount("90 min", .hours).hours == Hours(milliseconds: 5_400_000))
        #expect(try amount("0,0416666666666667", .days).hours == Hours(milliseconds: 3_600_000))
        #expect(try amount("1", .days).hours == Hours(milliseconds: 86_400_000))
        #expect(try amount("12:30", .clock).hours == Hours(milliseconds: 45_000_000))
        #expect(try amount("12:30", .minutes).measure == .clock)
        #expect(throws: FaultRule.ambiguousNumber) { try amount("2,30", .clock) }
        #expect(throws: FaultRule.outOfRange) { try amount("999999999999", .days) }
        let month = fault(of: "10 tim/mån", HoursField.decode)
        #expect(month == .notANumber)
    }

    @Test func `every whole minute is exact in every form`() throws {
        var random = SeededGenerator(seed: 31)
        for _ in 0..<3000 {
            let minutes = Int.random(in: 0..<60_000, using: &random)
            let (hours, rest) = (minutes / 60, minutes % 60)
            let padded = rest < 10 ? "0\(rest)" : "\(rest)"
            let forms = [
                "\(hours):\(padded)", "\(hours):\(padded):00", "\(hours) tim \(rest) min", "\(hours)h\(padded)m",
                "\(minutes) min",
                "\(hours) h \(rest) m", "\(hours) timmar och \(rest) minuter",
            ]
            for form in forms {
                #expect(try amount(form).hours.milliseconds == Int64(minutes) * 60_000, "\(form)")
            }
            #expect(try amount("\(minutes)", .minutes).hours.milliseconds == Int64(minutes) * 60_000)
        }
    }

    @Test func `granted time is converted to a unit that decisions have, exactly`() {
        let hours = Hours(milliseconds: 9_000_000)
        #expect(GrantPer.day.converted(hours) == (Hours(milliseconds: 63_000_000), .week))
        #expect(GrantPer.week.converted(hours) == (hours, .week))
        #expect(GrantPer.twoWeeks.converted(hours) == (Hours(milliseconds: 4_500_000), .week))
        #expect(GrantPer.month.converted(hours) == (hours, .month))
        #expect(GrantPer.quarter.converted(hours) == (Hours(milliseconds: 36_000_000), .year))
        #expect(GrantPer.year.converted(hours) == (hours, .year))
        #expect(GrantPer.period.converted(hours) == (hours, .period))
    }

    @Test(
        arguments: [
            ("Tid (min)", "Tid", .minutes, nil), ("Utförd tid (tim:min)", "Utförd tid", .clock, nil),
            ("timmar/vecka", "timmar", .hours, .week), ("Tim per månad", "Tim", .hours, .month),
            ("Antal minuter", "Antal minuter", .minutes, nil), ("Timmar per år", "Timmar", .hours, .year),
            ("Beviljad tid, h/mån", "Beviljad tid", .hours, .month),
            ("Omfattning (tim/v)", "Omfattning", .hours, .week),
            ("Hours per week", "Hours", .hours, .week), ("Minuter", "Minuter", .minutes, nil),
            ("Tid [h]", "Tid", .hours, nil),
            ("Längd (HH:MM)", "Längd", .clock, nil), ("Omfattning per vecka", "Omfattning", nil, .week),
            ("Beviljade timmar per månad", "Beviljade timmar", .hours, .month), ("Tid i minuter", "Tid", .minutes, nil),
            ("Beviljade timmar (per vecka)", "Beviljade timmar", .hours, .week),
            ("Tid (h per mån.)", "Tid", .hours, .month),
            ("Omfattning\u{A0}(tim/mån)", "Omfattning", .hours, .month),
            ("Beviljade_timmar/månad", "Beviljade_timmar", .hours, .month),
            ("Tid (minuter)", "Tid", .minutes, nil), ("Tid (antal minuter)", "Tid", .minutes, nil),
            ("Hours per 2 weeks", "Hours", .hours, .twoWeeks), ("Timmar varannan vecka", "Timmar", .hours, .twoWeeks),
        ] as [(String, String, TimeMeasure?, GrantPer?)])
    func `a header tells the unit of its column`(
        header: String, base: String, measure: TimeMeasure?, per: GrantPer?
    ) {
        let parsed = HeaderUnit.parse(header)
        #expect(parsed.base == base)
        #expect(parsed.unit == HeaderUnit(measure: measure, per: per))
    }

    @Test(arguments: [
        "Datum", "Månad", "Vecka", "År", "Nämnd", "Period", "Antal", "Start", "Insats (kod)", "Tid", "", "(", "()",
        "Regi",
        "Gäller fr.o.m.", "Gäller t.o.m.", "Beslut", "Personnummer (12 siffror)", "Kön (m/k)", "T.o.m.", "Kön (m)",
        "Totalt",
    ]) func `a header without a unit is itself`(header: String) {
        let parsed = HeaderUnit.parse(header)
        #expect(parsed.unit == nil, "\(header)")
        #expect(parsed.base == header)
    }

    @Test(arguments: [
        ("M", GrantPer.month), ("V", .week), ("Å", .year), ("D", .day), ("per dag", .day), ("tim per vecka", .week),
        ("månadsvis", .month), ("veckovis", .week), ("h/v", .week), ("per kvartal", .quarter),
        ("varannan vecka", .twoWeeks),
        ("per month", .month), ("week", .week), ("tim/mån", .month), ("tim./mån.", .month), ("period", .period),
        ("MA\u{30A}NAD", .month), ("per\u{A0}månad", .month),
    ]) func `units of grants are known by their words and codes`(text: String, per: GrantPer) throws {
        #expect(try decoding(text, WordField.per.decode) == per, "\(text)")
    }
}

@Suite struct DecimalColumnTests {
    private func facts(_ cells: [String]) -> DecimalColumnFacts {
        var facts = DecimalColumnFacts()
        for cell in cells { facts.add(Array(cell.utf8).span) }
        return facts
    }

    private func number(_ text: String, _ use: DecimalUse) throws(FaultRule) -> Double {
        try decoding(text) { bytes throws(FaultRule) in try DecimalField.decode(bytes, use: use) }.value
    }

    @Test func `a lone mark before three digits is in doubt where the column has the other mark`() throws {
        #expect(facts(["2,5", "1.284", "7"]).use == .doubtful)
        #expect(facts(["2.5", "1,284"]).use == .doubtful)
        #expect(facts(["2,5", "1.284,5", "0.125"]).use == .free)
        #expect(facts(["1.284", "2.5"]).use == .free)
        #expect(facts(["1,284", "2,5", "x", ""]).use == .free)
        var merged = facts(["2,5"])
        merged.formUnion(facts(["1.284"]))
        #expect(merged.use == .doubtful)
        #expect(throws: FaultRule.ambiguousNumber) { try number("1.284", .doubtful) }
        #expect(throws: FaultRule.ambiguousNumber) { try number("-1,284", .doubtful) }
        #expect(try number("2,5", .doubtful) == 2.5)
        #expect(try number("0.125", .doubtful) == 0.125)
        #expect(try number("1.284,5", .doubtful) == 1284.5)
    }

    @Test func `a use that is told is followed`() throws {
        #expect(try number("1.284", .comma) == 1284)
        #expect(try number("1,284", .comma) == 1.284)
        #expect(try number("1,284", .point) == 1284)
        #expect(try number("1,284.5", .point) == 1284.5)
        #expect(try number("1.284", .point) == 1.284)
        #expect(try number("2,5", .point) == 2.5)
    }

    @Test(
        arguments: [
            ("1'234", 1234), ("1’234,5", 1234.5), ("1,50-", -1.5), ("1,50 -", -1.5), ("- 3", -3), ("\u{2013}5", -5),
            ("\u{FEFF}12", 12), ("１２,５", 12.5), ("=\"12,5\"", 12.5), ("1\u{A0}234 567", 1_234_567),
            ("1\u{3000}234", 1234),
        ] as [(String, Double)]) func `numbers are read past what nobody sees`(text: String, value: Double) throws
    {
        #expect(try decoding(text, DecimalField.decode).value == value)
    }

    @Test(
        arguments: [
            ("125 kr", 125), ("125:-", 125), ("1 234,50 SEK", 1234.5), ("kr 99", 99), ("SEK 1 000", 1000),
            ("12,50 kronor", 12.5),
            ("-50 kr", -50), ("50,-", 50), ("50", 50), ("1\u{A0}250\u{A0}kr.", 1250),
        ] as [(String, Double)]) func `money may have its unit`(text: String, value: Double) throws
    {
        #expect(try decoding(text) { bytes throws(FaultRule) in try KronorField.decode(bytes) }.value == value)
    }

    @Test(arguments: ["", "kr", "12 EUR", "tio kr", ":-"]) func `what is no money is no number`(text: String) {
        #expect(fault(of: text) { bytes throws(FaultRule) in try KronorField.decode(bytes) } == .notANumber)
    }
}
