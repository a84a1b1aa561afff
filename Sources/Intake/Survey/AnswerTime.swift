// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// When an answer was given, as far as it takes to tell which of two is the later.
///
/// Every form that survey tools and spreadsheets write is read: `2019-03-01 08:15:00`, `3/1/19 8:15 AM`, `8:15 e.m.`,
/// `10 oktober 2019 10:00`, `2019-10-01T22:30:00+02:00`, `20191001210000` and a spreadsheet's day number `43739,875`. A
/// time with an offset is an instant; one without is Swedish time.
struct AnswerTime: Sendable {
    private enum Day {
        /// Days since 1970-01-01.
        case settled(Int)
        /// Two numbers, of which either may be the month, and the year. `hasPoints` when points stand between them.
        case either(first: Int, second: Int, year: Int, hasPoints: Bool)
    }

    private let day: Day
    /// Milliseconds since midnight.
    private let clock: Int
    /// Minutes east of Greenwich; nil for Swedish time.
    private let offset: Int?
    /// Whether the text holds a written time and nothing else: no other words, and no bare number.
    let isNothingElse: Bool

    /// nil when the text holds no day that the calendar has.
    init?(_ text: String) {
        var parts = AnswerTimeParts(text)
        if let (days, milliseconds) = parts.dayNumber {
            (day, clock, offset, isNothingElse) = (.settled(days), milliseconds, nil, false)
            return
        }
        isNothingElse = parts.isWritten && parts.hasOnlyKnownWords
        let offset = parts.takeOffset()
        let time = parts.takeClock()
        guard let date = parts.takeDate() else { return nil }
        switch date {
        case .ordered(let year, let month, let day):
            guard let civil = CivilDate(year: Self.century(year), month: month, day: day) else { return nil }
            self.day = .settled(Int(civil.daysSince1970))
        case .either(let first, let second, let year, let hasPoints):
            day = .either(first: first, second: second, year: Self.century(year), hasPoints: hasPoints)
        }
        guard let clock = parts.milliseconds(time ?? parts.restAsClock()) else { return nil }
        self.clock = clock
        self.offset = offset
        guard days(dayFirst: true) != nil || days(dayFirst: false) != nil else { return nil }
    }

    /// The year that the text names.
    var year: Int {
        switch day {
        case .settled(let days): CivilDate(daysSince1970: Int32(days)).year
        case .either(_, _, let year, _): year
        }
    }

    /// Milliseconds since 1970-01-01 00:00 UTC. `dayFirst` counts where both orders give a day of the calendar.
    func instant(dayFirst: Bool) -> Int {
        let days = days(dayFirst: dayFirst) ?? days(dayFirst: !dayFirst) ?? 0
        let local = days * Self.dayLength + clock
        return local - (offset ?? Self.swedishOffset(at: local)) * 60_000
    }

    /// Whether the day stands before the month in a column, whose times are given in the order of the file.
    ///
    /// A number above twelve proves it; else points between the numbers speak for the day first, as no language has it
    /// otherwise; else the order in which the rows come nearest to following each other in time. nil when even that tells
    /// nothing.
    static func isDayFirst(_ times: [AnswerTime]) -> Bool? {
        let proofs = times.compactMap(\.provesDayFirst)
        if !proofs.isEmpty { return proofs.count(where: { $0 }) * 2 >= proofs.count }
        if times.contains(where: \.hasPoints) { return true }
        let steps = [true, false].map { dayFirst in
            let instants = times.map { $0.instant(dayFirst: dayFirst) }
            return zip(instants, instants.dropFirst()).count { $0 > $1 }
        }
        return steps[0] == steps[1] ? nil : steps[0] < steps[1]
    }

    private static let dayLength = 86_400_000

    private var provesDayFirst: Bool? {
        guard case .either(let first, let second, _, _) = day else { return nil }
        if first > 12 { return true }
        return second > 12 ? false : nil
    }

    private var hasPoints: Bool {
        if case .either(_, _, _, let hasPoints) = day { hasPoints } else { false }
    }

    private func days(dayFirst: Bool) -> Int? {
        switch day {
        case .settled(let days): days
        case .either(let first, let second, let year, _):
            CivilDate(year: year, month: dayFirst ? second : first, day: dayFirst ? first : second).map {
                Int($0.daysSince1970)
            }
        }
    }

    /// `19` is 2019.
    private static func century(_ year: Int) -> Int { year < 100 ? 2000 + year : year }

    /// Minutes: 120 from the last Sunday of March 02:00 to that of October 03:00, else 60 (directive 2000/84/EC). Of the
    /// hour that comes twice in October the first is meant.
    private static func swedishOffset(at local: Int) -> Int {
        let year = CivilDate(daysSince1970: Int32(local / dayLength)).year
        func lastSunday(_ month: Int) -> Int {
            guard let last = CivilDate(year: year, month: month, day: 31) else { return 0 }
            return (Int(last.daysSince1970) - last.weekday % 7) * dayLength
        }
        let isSummer = lastSunday(3) + 2 * 3_600_000 <= local && local < lastSunday(10) + 3 * 3_600_000
        return isSummer ? 120 : 60
    }
}
