// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// A month in a name or a title: `utforda-2019-03.csv`, `Utförd tid mars 2019`, `Period 2019-03-01 – 2019-03-31`.
enum FileMonth {
    /// The month that a text names, when it names just one; a month without its year takes `year`.
    static func month(in text: String, year: Int? = nil) -> YearMonth? {
        let months = Set(all(in: text, year: year))
        return months.count == 1 ? months.first : nil
    }

    private static func all(in text: String, year: Int?) -> [YearMonth] {
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        var months: [YearMonth] = []
        var index = 0
        while index < words.count {
            let (word, next) = (words[index], index + 1 < words.count ? words[index + 1] : nil)
            if let (month, used) = month(at: index, of: words, year: year) {
                months.append(month)
                index += used
            } else if let found = FileYear.year(word), let next, let month = twoDigits(next), (1...12).contains(month) {
                months.append(YearMonth(year: found, month: month))
                // The day, when it is a whole date.
                index += index + 2 < words.count && twoDigits(words[index + 2]) != nil ? 3 : 2
            } else {
                if let month = ofDigits(word) { months.append(month) }
                index += 1
            }
        }
        return months
    }

    /// A month's name with the year beside it, or the year that is known; and how many words that is.
    private static func month(at index: Int, of words: [String], year: Int?) -> (YearMonth, Int)? {
        guard let month = number(words[index]) else { return nil }
        if index + 1 < words.count, let year = FileYear.year(words[index + 1]) {
            return (YearMonth(year: year, month: month), 2)
        }
        if index > 0, let year = FileYear.year(words[index - 1]) { return (YearMonth(year: year, month: month), 1) }
        return year.map { (YearMonth(year: $0, month: month), 1) }
    }

    /// 1–12 for a month's whole name or its first three letters.
    static func number(_ word: String) -> Int? {
        let bytes = Array(word.utf8)
        var index = 0
        guard let month = MonthName.number(bytes.span, at: &index), index == bytes.count else { return nil }
        return month
    }

    /// `201903` and `20190301`.
    private static func ofDigits(_ word: String) -> YearMonth? {
        guard word.utf8.count == 6 || word.utf8.count == 8, word.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
            let year = Int(word.prefix(4)), (1990...2100).contains(year),
            let month = Int(word.dropFirst(4).prefix(2)), (1...12).contains(month)
        else { return nil }
        return YearMonth(year: year, month: month)
    }

    private static func twoDigits(_ word: String) -> Int? {
        word.utf8.count == 2 && word.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(word) : nil
    }
}
