// SPDX-License-Identifier: EUPL-1.2

/// The words for what time is counted in and per, in Swedish and English: read in cells, in headers and in columns of
/// units, and kept in one place so that all three know the same.
enum PeriodWords {
    /// Words after `per`, `/`, *i* or *varje*, folded as by `FoldedWord`.
    static let per: [String: GrantPer] = table([
        (.day, ["dag", "dagen", "dygn", "dygnet", "d", "day", "dagar"]),
        (.week, ["vecka", "veckan", "veckor", "v", "week", "w", "vecko"]),
        (
            .twoWeeks,
            [
                "varannan vecka", "2 veckor", "två veckor", "fjorton dagar", "14 dagar", "14:e dag", "14-dagarsperiod",
                "two weeks", "2 weeks", "second week", "other week", "fortnight", "tvåveckorsperiod", "14 dgr",
            ]
        ),
        (.month, ["månad", "månaden", "månader", "mån", "m", "mnd", "månd", "kalendermånad", "month", "mth"]),
        (.quarter, ["kvartal", "kvartalet", "kv", "quarter", "q", "tremånadersperiod", "tredje månad"]),
        (.year, ["år", "året", "å", "kalenderår", "year", "y", "yr"]),
        (.period, ["period", "perioden", "beslutsperiod", "beslut", "hela perioden"]),
    ])

    /// Words that say what time is per without a word before them.
    static let perAlone: [String: GrantPer] = table([
        (.day, ["dagligen", "daily", "varje dag"]),
        (.week, ["veckovis", "weekly", "varje vecka", "en gång i veckan"]),
        (.twoWeeks, ["varannan vecka", "var 14:e dag", "fortnightly", "biweekly", "var fjortonde dag"]),
        (.month, ["månadsvis", "månatligen", "monthly", "varje månad"]),
        (.quarter, ["kvartalsvis", "quarterly", "varje kvartal", "var tredje månad"]),
        (.year, ["årligen", "årsvis", "yearly", "annually", "varje år"]),
        (.period, ["totalt under perioden", "under perioden", "för hela perioden"]),
    ])

    /// Words that lead to what time is per.
    static let leading: Set<String> = ["per", "pr", "i", "om", "varje", "var", "på", "a", "an", "each", "every", "in"]

    /// Words for what time is counted in; seconds are a measure of cells only.
    static let measures: [String: TimeMeasure] = {
        var table: [String: TimeMeasure] = [:]
        for word in ["h", "t", "tim", "timma", "timmar", "timme", "timmarna", "timtal", "hour", "hours", "hr", "hrs"] {
            table[word] = .hours
        }
        for word in ["min", "minut", "minuter", "minuterna", "minute", "minutes", "mins"] { table[word] = .minutes }
        for word in [
            "tim:min", "tt:mm", "hh:mm", "h:mm", "hh:mm:ss", "tim:min:sek", "tt:mm:ss", "h:m", "h:min", "t:mm",
            "timmar:minuter", "[h]:mm", "[h]:mm:ss",
        ] { table[word] = .clock }
        for word in ["tt.mm", "hh.mm", "h.mm", "t.mm", "tim.min"] { table[word] = .dottedClock }
        for word in ["sek", "sekunder", "sekund", "sec", "seconds"] { table[word] = .seconds }
        for word in ["dygn", "del av dygn", "dagsdel", "days"] { table[word] = .days }
        return table
    }()

    /// The order in which words are told of: the ones of the table's unit before their short forms, longest last.
    static func isCommoner(_ left: String, _ right: String) -> Bool {
        let (first, second) = (rank(left), rank(right))
        return first == second ? left < right : first < second
    }

    private static func rank(_ word: String) -> Int {
        ["dag", "vecka", "månad", "kvartal", "år", "period"].contains(word) ? 0 : 1
    }

    private static func table(_ rows: [(GrantPer, [String])]) -> [String: GrantPer] {
        var table: [String: GrantPer] = [:]
        for (per, words) in rows { for word in words { table[word] = per } }
        return table
    }
}
