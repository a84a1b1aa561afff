// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Intake
import Terms
import TestSupport
import Testing

/// Of two answers with the same login code the later stays, however the tool writes times.
@Suite struct AnswerTimeTests {
    private static let codebook = """
        title: Prov
        group: users
        columns: {date: Klar, login: Kod}
        fields:
          - name: enough
            header: Q1
            type: scale
            direction: higher-is-better
            question: {sv: "Räcker timmarna?", en: "Are the hours enough?"}
            categories: [Aldrig, Ibland, Alltid]
        """

    /// The lines that another answer has taken the place of, of a file with these codes and times.
    private func replaced(_ rows: [(code: String, time: String)]) throws -> IntakeResult {
        let lines = rows.map { "\($0.code);\"\($0.time)\";Ibland" }
        return try SurveyReading(
            codebook: Self.codebook, files: ["svar.csv": "Kod;Klar;Q1\n" + lines.joined(separator: "\n") + "\n"]
        ).read()
    }

    private static let forms: [(later: String, earlier: String)] = [
        ("10/1/2019 9:00 PM", "10/1/2019 10:00 AM"), ("10/1/2019 9:00\u{202F}PM", "10/1/2019 10:00\u{A0}AM"),
        ("10/1/19 12:05 PM", "10/1/19 12:05 AM"), ("2019-10-01 9:00:00 em", "2019-10-01 10:00:00 fm"),
        ("2019-10-01 9:00 e.m.", "2019-10-01 10:00 f.m."), ("2019-10-01 9:00 p.m.", "2019-10-01 10:00 a.m."),
        ("2019-10-01 9:00 på eftermiddagen", "2019-10-01 10:00 på förmiddagen"), ("43739,5", "43739,46"),
        ("43739.9", "43739.875"), ("43740", "43739,99999"), ("10 oktober 2019 10:00", "30 september 2019 21:00"),
        ("den 1 maj 2019 kl. 10.00", "den 30 april 2019 kl. 21.00"), ("10-Oct-2019 10:00", "30-Sep-2019 21:00"),
        ("October 1st, 2019 9:00 PM", "October 1st, 2019 10:00 AM"),
        ("Tue Oct 01 2019 22:00:00 GMT+0200 (CEST)", "Tue Oct 01 2019 20:30:00 GMT+0100 (CET)"),
        ("2019-10-01T21:00:00Z", "2019-10-01T22:30:00+02:00"),
        ("2019-10-01T21:00:00.250Z", "2019-10-01T21:00:00.245Z"), ("2019-10-01T21:00:00-0500", "2019-10-01T21:00:00Z"),
        ("20191001T210000+0000", "20191001T220000+0200"), ("20191001210000", "20191001100000"),
        ("201910012100", "201910011000"), ("20191001 2100", "20191001 1000"), ("191001 21.00", "191001 10.00"),
        ("2019-10-01 21:00:00.0000000", "2019-10-01 10:00:00.0000000"),
        ("2019-10-01\u{2003}21:00", "2019-10-01  10:00"),
        ("2019\u{2011}10\u{2011}01 21:00", "2019\u{2011}10\u{2011}01 10:00"), ("21:00 2019-10-01", "10:00 2019-10-01"),
        ("１/１０/２０１９ 10:00", "30/9/2019 21:00"), ("1/10/2019 10:00", "30/9/2019 21:00"),
        ("1.10.2019 10.00", "2.9.2019 21.00"), ("1/10 2019 10:00", "30/9 2019 21:00"),
        ("2019-10-01 24:00", "2019-10-01 23:59"), ("\u{200E}2019-10-01\u{200B} 21:00", "2019-10-01 10:00"),
    ]

    @Test(arguments: forms) func `the later of two times is known in every form`(form: (later: String, earlier: String))
        throws
    {
        let result = try replaced([("K1", form.later), ("K1", form.earlier), ("X", form.later)])
        #expect(result.faults.map(\.location.line) == [3], "\(form)")
        #expect(result.remarks.isEmpty)
        let other = try replaced([("X", form.later), ("K1", form.earlier), ("K1", form.later)])
        #expect(other.faults.map(\.location.line) == [3], "\(form)")
    }

    /// A time in each of the styles, none of which is finer than a minute.
    private static let styles: [@Sendable (CivilDate, Int) -> String] = [
        { day, minute in
            "\(day.components.year)-\(two(day.components.month))-\(two(day.components.day)) \(clock(minute))"
        },
        { day, minute in
            "\(day.components.month)/\(day.components.day)/\(day.components.year % 100) \(half(minute)) "
                + (minute < 720 ? "AM" : "PM")
        },
        { day, minute in
            "\(two(day.components.day)).\(two(day.components.month)).\(day.components.year) \(clock(minute))"
        },
        { day, minute in
            let names = ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sept", "okt", "nov", "dec"]
            return "\(day.components.day) \(names[day.components.month - 1]) \(day.components.year) kl \(clock(minute))"
        },
        { day, minute in
            "\(Int(day.daysSince1970) + 25_569),\(String(1_000_000 + minute * 1_000_000 / 1440 + 1).dropFirst())"
        },
        { day, minute in
            let digits = clock(minute).filter { $0 != ":" }
            return "\(day.components.year)\(two(day.components.month))\(two(day.components.day))\(digits)00"
        },
    ]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    private static func clock(_ minute: Int) -> String { "\(two(minute / 60)):\(two(minute % 60))" }
    private static func half(_ minute: Int) -> String {
        let hour = minute / 60 % 12
        return "\(hour == 0 ? 12 : hour):\(two(minute % 60))"
    }

    @Test(arguments: styles.indices) func `a thousand pairs of times in one style are told apart`(style: Int) throws {
        var random = SeededGenerator(seed: UInt64(style) + 5)
        var rows: [(code: String, time: String)] = []
        var expected: [Int] = []
        for pair in 0..<1000 {
            let days = (Int32.random(in: 17_000..<18_500, using: &random), Int32.random(in: 0...1, using: &random))
            // Outside the hour that comes twice when summer time ends.
            let minutes = (Int.random(in: 240..<1440, using: &random), Int.random(in: 240..<1440, using: &random))
            let stamps = [(days.0, minutes.0), (days.0 + days.1, minutes.1)]
            for (day, minute) in stamps {
                rows.append(("K\(pair)", Self.styles[style](CivilDate(daysSince1970: day), minute)))
            }
            expected.append(2 * pair + (stamps[0] <= stamps[1] ? 2 : 3))
        }
        #expect(try replaced(rows).faults.map(\.location.line) == expected)
    }

    @Test func `the order of day and month is the file's own`() throws {
        let day = "Kod;Klar;Q1\nA;13/2/2019;Ibland\nK1;1/3/2019;Aldrig\n"
        let month = "Kod;Klar;Q1\nB;2/13/2019;Ibland\nK1;2/5/2019;Alltid\n"
        let result = try SurveyReading(codebook: Self.codebook, files: ["dag.csv": day, "manad.csv": month]).read()
        #expect(result.faults.map(\.location.file) == ["manad.csv"], "1 March is later than 5 February")
    }

    @Test func `where both orders fit, the one in which the answers follow each other is taken`() throws {
        let days = ["1/3", "5/3", "1/4", "2/4", "1/5", "2/5"]
        let rows = days.enumerated().map { (code: "P\($0)", time: "\($1)/2019") }
        let result = try replaced(rows + [("K1", "3/5/2019"), ("K1", "4/4/2019")])
        #expect(result.faults.map(\.location.line) == [9], "3 May is later than 4 April")
    }

    @Test func `a time that cannot be read is said, and counts as the oldest`() throws {
        let result = try replaced([("K1", "i går kväll"), ("K1", "2019-10-01 10:00"), ("K1", "2019-02-30 10:00")])
        #expect(result.faults.map(\.location.line) == [2, 4])
        #expect(try replaced([("K1", "i går")]).remarks.map(\.rule) == [.unreadAnswerTime])
    }
}
