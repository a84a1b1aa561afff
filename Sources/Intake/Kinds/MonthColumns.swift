// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The columns of a table that has one for each month (*en kolumn för varje månad*): `JAN … DEC`, `2019-01`, `jan-19`; or
/// one for each day (*dagruta*): `1 … 31` of a month that the file tells, `2019-03-01 …`. Days count for their month.
struct MonthColumns {
    /// A column of hours: its place, and what its header tells of year, month 1–12 and day 1–31.
    private struct PeriodHeader: Hashable {
        var place: Int
        var year: Int?
        var month: Int?
        var day: Int?
    }

    private let headers: [PeriodHeader]
    var count: Int { headers.count }
    /// The column of the row's sum; nil when there is none.
    let total: Int?
    /// Whether there is a column for each day.
    let isOfDays: Bool
    /// The columns with the months that their hours count for, in the order of the months; a day that its month has not
    /// must be empty.
    private(set) var places: [(place: Int, month: YearMonth, isPossible: Bool)] = []

    /// Whether the headers tell days without their month.
    var needsMonth: Bool { isOfDays && headers[0].month == nil }

    /// So many days a header names at least, where they are days of a month that only the file tells: other numbers than
    /// a whole month's may be anything.
    private static let daysOfShortestMonth = 28

    /// Nil when fewer than two headers that no other column answers to are months or days.
    init?(_ header: Header) {
        var months: [PeriodHeader] = []
        var days: [PeriodHeader] = []
        var total: Int?
        for place in header.unread {
            let text = header.fields[place]
            if let found = Self.day(text) {
                days.append(PeriodHeader(place: place, year: found.year, month: found.month, day: found.day))
            } else if let month = Self.month(text) {
                months.append(PeriodHeader(place: place, year: month.year, month: month.month))
            } else if OddRow.isSumWord(text.utf8.span) {
                total = place
            }
        }
        isOfDays = Self.areDays(days) && days.count > months.count
        headers = isOfDays ? days : months
        guard headers.count >= 2 else { return nil }
        let years = headers.compactMap(\.year)
        let periods = Set(headers.map { PeriodHeader(place: 0, year: $0.year, month: $0.month, day: $0.day) })
        guard periods.count == headers.count, years.isEmpty || years.count == headers.count else { return nil }
        self.total = total
    }

    private static func areDays(_ days: [PeriodHeader]) -> Bool {
        let plain = Set(days.filter { $0.month == nil }.compactMap(\.day))
        guard plain.isEmpty else {
            return plain.count == days.count && plain.isSuperset(of: 1...daysOfShortestMonth)
        }
        return days.count >= 2
    }

    /// The columns with their year: the headers', or else the source's, the file name's or the one year that the titles
    /// above the header name. Throws `yearMissing`, `monthMissing` for days of a month that nothing tells, and
    /// `headerInTwoRows` for months that have two columns each.
    ///
    /// The rows of days may tell their month themselves: then the month given here stands for it.
    func withYear(of table: SettledTable) throws(IntakeFileError) -> MonthColumns {
        // A merged cell over two columns has its text in the first, and nothing in the second. A column without any value
        // only parts the others.
        let fields = table.header.fields
        let nameless = headers.map { $0.place + 1 }.filter { $0 < fields.count && fields[$0].isEmpty }
        var filled: Set<Int> = []
        if nameless.count >= 2 {
            table.sample.forEachRow { row in
                for place in nameless where !row.value(place).isEmpty { filled.insert(place) }
            }
        }
        let split = filled.count
        guard split < 2 else { throw .headerInTwoRows }
        var result = self
        for header in headers {
            if let month = header.month {
                guard let year = header.year ?? table.year else { throw .yearMissing }
                result.places.append((header.place, YearMonth(year: year, month: month), true))
            } else if table.header.has(Visits.month) {
                result.places.append((header.place, YearMonth(year: 2000, month: 1), true))
            } else {
                guard let month = table.month else { throw .monthMissing }
                result.places.append((header.place, month, header.day ?? 1 <= month.days))
            }
        }
        result.places.sort { ($0.month, $0.place) < ($1.month, $1.place) }
        return result
    }

    /// `1`, `01`, `31`; `2019-03-01`, `1/3 2019`.
    private static func day(_ header: String) -> (year: Int?, month: Int?, day: Int)? {
        let bytes = Array(header.utf8)
        if bytes.count <= 2, let day = Int(header), (1...31).contains(day) { return (nil, nil, day) }
        guard bytes.count >= 8, bytes.count <= 19, let date = try? DateField.decode(bytes.span),
            (1990...2100).contains(date.year)
        else { return nil }
        return (date.year, date.month.month, date.components.day)
    }

    /// `JAN`, `Januari`, `jan 2019`, `jan-19`, `2019-01`, `201901`, `Timmar jan`; not a number alone, which may be anything.
    private static func month(_ header: String) -> (year: Int?, month: Int)? {
        let bytes = Array(header.utf8)
        if let month = try? MonthField.decode(bytes.span), (1990...2100).contains(month.year), bytes.count <= 16 {
            return (month.year, month.month)
        }
        var words = header.split { !$0.isLetter && !$0.isNumber }.map { String($0) }
        words.removeAll { unitWords.contains($0.lowercased()) }
        guard let first = words.first, words.count <= 2, let month = NamedPeriods.monthName(first) else { return nil }
        guard words.count == 2 else { return (nil, month) }
        guard let number = Int(words[1]) else { return nil }
        switch number {
        case 1990...2100: return (number, month)
        case 0...99 where words[1].count == 2: return (2000 + number, month)
        default: return nil
        }
    }

    private static let unitWords: Set<String> = ["timmar", "tim", "h", "utförda", "utfört", "utförd", "tid", "antal"]
}
