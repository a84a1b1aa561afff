// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// `calendar.holidays` and `cost.bands`: the Swedish calendar, and visits split over the bands of a price list.
enum CalendarMethods {
    static let all = [
        ConformanceMethod("calendar.holidays", holidays),
        ConformanceMethod("cost.bands", bands),
    ]

    /// Whether Whitsun counts; nil without *storhelg*.
    private static func whitsun(_ parameters: CaseParameters) throws(CaseError) -> Bool? {
        guard let rule = parameters["storhelg"] else { return nil }
        if let name = rule["rule"]?.text, name != "AB 2014" { throw .unknownChoice(name) }
        return rule["whitsun"]?.boolean ?? true
    }

    private static func holidays(_ reference: ConformanceCase) throws -> [ResultRow] {
        let parameters = reference.parameters
        let (first, last) = (Int(try parameters.number("from")), Int(try parameters.number("to")))
        guard first <= last else { throw CaseError.missingMember("parameters.to") }
        let whitsun = try whitsun(parameters)
        return (first...last).flatMap { year in holidays(of: year, whitsun: whitsun) }
    }

    private static func holidays(of year: Int, whitsun: Bool?) -> [ResultRow] {
        func row(_ kind: String, _ id: String) -> ResultRow {
            ["year": CaseValue(year), "kind": CaseValue(kind), "id": CaseValue(id)]
        }
        func row(_ kind: String, _ id: String, _ date: CivilDate) -> ResultRow {
            var row = row(kind, id)
            row["date"] = CaseValue("\(date)")
            row["weekday"] = CaseValue(date.weekday)
            return row
        }
        let dates = PublicHoliday.allCases.compactMap { holiday in holiday.date(in: year).map { (holiday, $0) } }
        var rows = dates.map { row("holiday", $0.0.rawValue, $0.1) }
        rows += HolidayEve.allCases.map { row("eve", $0.rawValue, $0.date(in: year)) }
        for holiday in whitsun.map(MajorHoliday.counted(whitsun:)) ?? [] {
            let stretch = holiday.stretch(in: year)
            var row = row("storhelg", holiday.rawValue)
            row["start"] = CaseValue(LocalTimeText.text(stretch.lowerBound))
            row["end"] = CaseValue(LocalTimeText.text(stretch.upperBound))
            let seconds = StockholmClock.elapsed(fromLocal: stretch.lowerBound, to: stretch.upperBound)
            row["hours"] = CaseValue(Double(seconds) / 3600)
            rows.append(row)
        }
        var count = row("count", "holiday-dates")
        count["value"] = CaseValue(Set(dates.map(\.1)).count)
        return rows + [count]
    }

    private static func bands(_ reference: ConformanceCase) throws -> [ResultRow] {
        let parameters = reference.parameters
        if let zone = parameters["timezone"]?.text, zone != "Europe/Stockholm" { throw CaseError.unknownChoice(zone) }
        let whitsun = try whitsun(parameters)
        var times: [String: [TimeBands.Time]] = [:]
        for band in parameters["bands"]?.elements ?? [] {
            guard let name = band["name"]?.text, let from = band["from"]?.text, let to = band["to"]?.text else {
                throw CaseError.missingMember("parameters.bands.name, from and to")
            }
            times[name, default: []].append(try BandTimeText.time(from: from, to: to))
        }
        times["storhelg"] = whitsun.map { [.majorHolidays(whitsun: $0)] }
        // A band may be of several stretches of the week, and one without any has no column.
        let priority = try parameters.texts("priority").filter { times[$0] != nil }
        let bands = TimeBands(
            priority.flatMap { name in (times[name] ?? []).map { TimeBands.Band(name, $0) } })
        let table = try reference.table("visits")
        let (visits, starts, ends) = (try table.texts("visit"), try table.texts("start"), try table.texts("end"))
        return try visits.indices.map { place in
            let start = try LocalTimeText.universal(starts[place])
            let end = try LocalTimeText.universal(ends[place], after: start)
            var row: ResultRow = ["visit": CaseValue(visits[place])]
            let split = bands.seconds(from: start, to: end)
            let isForward = end >= start
            for name in priority {
                let seconds = zip(bands.bands, split.bands).filter { $0.0.name == name }.reduce(0) { $0 + $1.1 }
                row[name] = CaseValue(isForward ? Double(seconds) / 60 : nil)
            }
            row["total"] = CaseValue(isForward ? Double(end - start) / 60 : nil)
            return row
        }
    }
}

/// Local times as a case writes them: `2024-10-27T02:30`, with or without an offset.
private enum LocalTimeText {
    static func text(_ seconds: Int) -> String {
        let day = CivilDate(daysSince1970: Int32(seconds / 86_400))
        let minutes = seconds % 86_400 / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day)T\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// Seconds of universal time. Where an end without offset may be one of two, it is the one after the start.
    static func universal(_ text: String, after start: Int? = nil) throws(CaseError) -> Int {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2 else { throw .notANumber(text, column: "start, end") }
        let day = parts[0].split(separator: "-").compactMap { Int($0) }
        guard day.count == 3, let date = CivilDate(year: day[0], month: day[1], day: day[2]) else {
            throw .notANumber(text, column: "start, end")
        }
        let sign = parts[1].firstIndex { "+-Z".contains($0) } ?? parts[1].endIndex
        let clock = try clock(parts[1][..<sign], of: text)
        let local = Int(date.daysSince1970) * 86_400 + clock
        let offset = parts[1][sign...]
        if offset.isEmpty {
            let first = StockholmClock.universal(fromLocal: local)
            guard let start, first < start else { return first }
            return StockholmClock.universal(fromLocal: local, second: true)
        }
        if offset == "Z" { return local }
        let ahead = try Self.clock(offset.dropFirst(), of: text)
        return offset.first == "-" ? local + ahead : local - ahead
    }

    /// Seconds of `02:30`, `02:30:15` or, as an offset, `0200` or `02`.
    private static func clock(_ clock: Substring, of text: String) throws(CaseError) -> Int {
        let hasColon = clock.contains(":")
        let parts =
            hasColon ? clock.split(separator: ":") : [clock.prefix(2), clock.dropFirst(2)].filter { !$0.isEmpty }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, (1...3).contains(parts.count) else {
            throw .notANumber(text, column: "start, end")
        }
        return zip(numbers, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

/// `07:00` of every day, or `Fri 19:00` of the week.
private enum BandTimeText {
    private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static func time(from: String, to: String) throws(CaseError) -> TimeBands.Time {
        let (start, end) = (try moment(from), try moment(to))
        guard let first = start.day else {
            guard end.day == nil else { throw .unknownChoice("\(from)–\(to)") }
            return .daily(from: start.minute, to: end.minute)
        }
        let begin = first * 1440 + start.minute
        // An end without a weekday is the next time the clock shows it.
        let stop =
            end.day.map { $0 * 1440 + end.minute } ?? first * 1440 + end.minute
            + (end.minute <= start.minute ? 1440 : 0)
        return .weekly(from: begin, to: stop)
    }

    private static func moment(_ text: String) throws(CaseError) -> (day: Int?, minute: Int) {
        let parts = text.split(separator: " ")
        guard let clock = parts.last, parts.count <= 2 else { throw .unknownChoice(text) }
        let numbers = clock.split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 2, (0...24).contains(numbers[0]), (0..<60).contains(numbers[1]) else {
            throw .unknownChoice(text)
        }
        let minute = numbers[0] * 60 + numbers[1]
        guard parts.count == 2 else { return (nil, minute) }
        guard let day = weekdays.firstIndex(of: parts[0].prefix(3).lowercased()) else { throw .unknownChoice(text) }
        return (day, minute)
    }
}
