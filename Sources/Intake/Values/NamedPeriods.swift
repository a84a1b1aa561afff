// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// The years, months and days that the name of a file or a sheet, or a title, speaks of.
///
/// What a table is *of* and when it was *taken out* look alike, so a single whole date tells neither year nor month
/// (`Uttag gjort 2020-01-14`); the first and last day of a period do.
struct NamedPeriods {
    /// Years that stand by themselves.
    private var years: Set<Int> = []
    private var months: Set<YearMonth> = []
    /// Months that stand without a year, 1–12.
    private var bareMonths: Set<Int> = []
    private var dates: Set<CivilDate> = []

    init(in text: String) {
        let words = Self.words(of: text)
        var index = 0
        while index < words.count { index += take(words[index...]) }
    }

    /// Runs of letters and runs of digits: `UTFTID2019` speaks of 2019.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var last: Character?
        for character in text {
            defer { last = character }
            guard character.isLetter || character.isNumber else { continue }
            if let last, last.isLetter == character.isLetter, last.isNumber == character.isNumber {
                words[words.count - 1].append(character)
            } else {
                words.append(String(character))
            }
        }
        return words
    }

    /// Takes up what the first words say; gives how many they are.
    private mutating func take(_ words: ArraySlice<String>) -> Int {
        let start = words.startIndex
        func word(_ offset: Int) -> String { start + offset < words.endIndex ? words[start + offset] : "" }
        let (first, second, third) = (word(0), word(1), word(2))
        // `2019-03-01`, `1 mars 2019`, `01.03.2019`.
        if let date = Self.date(first, second, third) ?? Self.date(third, second, first) {
            dates.insert(date)
            return 3
        }
        if first.utf8.count == 8, let date = Self.date(first.prefix(4), first.dropFirst(4).prefix(2), first.suffix(2)) {
            dates.insert(date)
            return 1
        }
        // `03 2019` may be the third file of the year.
        if let month = Self.month(first, second) ?? (Self.monthName(first) == nil ? nil : Self.month(second, first)) {
            months.insert(month)
            return 2
        }
        if first.utf8.count == 6, let month = Self.month(first.prefix(4), first.suffix(2)) {
            months.insert(month)
        } else if let year = Self.year(first) {
            years.insert(year)
        } else if let month = Self.monthName(first) {
            bareMonths.insert(month)
        }
        return 1
    }

    private static func date(
        _ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol
    ) -> CivilDate? {
        guard let year = Self.year(year), let month = monthName(month) ?? twoDigits(month), day.utf8.count <= 2,
            let day = number(day)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func month(_ year: some StringProtocol, _ month: some StringProtocol) -> YearMonth? {
        guard let year = Self.year(year), let month = monthName(month) ?? twoDigits(month), (1...12).contains(month)
        else { return nil }
        return YearMonth(year: year, month: month)
    }

    /// 1–12 for a month's whole name or its first three letters.
    static func monthName(_ word: some StringProtocol) -> Int? {
        let bytes = Array(word.utf8)
        var index = 0
        guard let month = MonthName.number(bytes.span, at: &index), index == bytes.count else { return nil }
        return month
    }

    private static func number(_ word: some StringProtocol) -> Int? {
        word.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(word) : nil
    }

    private static func twoDigits(_ word: some StringProtocol) -> Int? { word.utf8.count == 2 ? number(word) : nil }

    /// A year in four digits, 1900–2200.
    static func year(_ word: some StringProtocol) -> Int? {
        guard word.utf8.count == 4, let year = number(word), (1900...2200).contains(year) else { return nil }
        return year
    }

    /// The one year that is spoken of; nil when there are several, or none.
    var year: Int? {
        let named = years.union(months.map(\.year))
        guard named.isEmpty else { return named.count == 1 ? named.first : nil }
        let ofDates = Set(dates.map(\.year))
        return dates.count > 1 && ofDates.count == 1 ? ofDates.first : nil
    }

    /// The one month that is spoken of; one without its year takes `year`. The first and last day of a month are that
    /// month.
    func month(year: Int?) -> YearMonth? {
        let named = months.union(year.map { year in bareMonths.map { YearMonth(year: year, month: $0) } } ?? [])
        guard named.isEmpty else { return named.count == 1 ? named.first : nil }
        guard let first = dates.min(), let last = dates.max(), first < last, first.components.day == 1,
            last == first.month.lastDay
        else { return nil }
        return first.month
    }
}
