// SPDX-License-Identifier: EUPL-1.2
import CaseData

@testable import Intake

/// How a column of days is written.
enum DateForm: CaseIterable {
    case iso, compact, short, yearSlash, points, slashBlank, dayFirst, dashDayFirst, monthFirst, named, shortNamed
    case withMidnight, withT

    /// Whether only days after the twelfth tell which number is the day.
    var needsLateDay: Bool { self == .dayFirst || self == .dashDayFirst || self == .monthFirst }

    func text(_ date: CivilDate) -> String {
        let (year, month, day) = date.components
        let names = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november", "december",
        ]
        switch self {
        case .iso: return "\(year)-\(pad(month))-\(pad(day))"
        case .compact: return "\(year)\(pad(month))\(pad(day))"
        case .short: return "\(pad(year % 100))\(pad(month))\(pad(day))"
        case .yearSlash: return "\(year)/\(month)/\(day)"
        case .points: return "\(pad(day)).\(pad(month)).\(year)"
        case .slashBlank: return "\(day)/\(month) \(year)"
        case .dayFirst: return "\(day)/\(month)/\(year)"
        case .dashDayFirst: return "\(pad(day))-\(pad(month))-\(year)"
        case .monthFirst: return "\(month)/\(day)/\(year)"
        case .named: return "\(day) \(names[month - 1]) \(year)"
        case .shortNamed: return "\(day)-\(names[month - 1].prefix(3))-\(pad(year % 100))"
        case .withMidnight: return "\(year)-\(pad(month))-\(pad(day)) 00:00:00"
        case .withT: return "\(year)-\(pad(month))-\(pad(day))T00:00:00"
        }
    }
}

/// How a column of clock times is written.
enum ClockForm: CaseIterable {
    case colon, short, point, digits, seconds, word, withDate, fraction

    /// Minutes after midnight of a day; beyond 1440 it is the next day.
    func text(_ minutes: Int, on date: CivilDate) -> String {
        let (hour, minute) = (minutes % 1440 / 60, minutes % 60)
        switch self {
        case .colon: return "\(pad(hour)):\(pad(minute))"
        case .short: return "\(hour):\(pad(minute))"
        case .point: return "\(pad(hour)).\(pad(minute))"
        case .digits: return "\(pad(hour))\(pad(minute))"
        case .seconds: return "\(pad(hour)):\(pad(minute)):00"
        case .word: return "kl. \(pad(hour)):\(pad(minute))"
        case .withDate: return "\(date.adding(days: minutes / 1440)) \(pad(hour)):\(pad(minute))"
        case .fraction: return "\(pad(hour)):\(pad(minute)):00.0000000"
        }
    }
}

/// How an identity number is written.
enum PersonForm: CaseIterable {
    case twelve, twelveDash, twelveBlank, enDash, tenDash, ten, lostZeros, wrapped, apostrophe, customer, float, wide

    /// The number of twelve digits as a row of a day has it.
    func text(_ number: String, on day: CivilDate, isUnicode: Bool) -> String {
        let (date, last) = (number.dropLast(4), number.suffix(4))
        let isCentenarian = day.year - Int(number.prefix(4))! >= 100
        switch self {
        case .twelve: return number
        case .twelveDash: return "\(date)-\(last)"
        case .twelveBlank: return "\(date) \(last)"
        case .enDash: return "\(date)\u{2013}\(last)"
        case .tenDash: return "\(date.dropFirst(2))\(isCentenarian ? "+" : "-")\(last)"
        case .ten: return isCentenarian ? number : String(number.dropFirst(2))
        case .lostZeros:
            if isCentenarian { return number }
            let digits = String(number.dropFirst(2).drop { $0 == "0" })
            return (7...10).contains(digits.count) ? digits : number
        case .wrapped: return "=\"\(number)\""
        case .apostrophe: return "'\(number)"
        case .customer: return "\(date)-\(last) (10427)"
        case .float: return number + ".0"
        case .wide:
            guard isUnicode else { return number }
            return String(String.UnicodeScalarView(number.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! }))
        }
    }
}

/// How a column of amounts of time is written.
struct AmountForm {
    enum Measure { case hours, minutes, clock, words }

    var measure = Measure.hours
    var hasComma = true
    /// Two decimals always.
    var isFixed = false
    /// Between thousands; nil is nothing.
    var thousands: String?
    var minus = "-"
    /// After the number: `h`, ` tim/mån`.
    var suffix = ""

    func text(_ minutes: Int) -> String {
        let (sign, size) = (minutes < 0 ? minus : "", abs(minutes))
        return sign + magnitude(size) + suffix
    }

    private func magnitude(_ minutes: Int) -> String {
        switch measure {
        case .minutes: return grouped(minutes)
        case .clock: return "\(minutes / 60):\(pad(minutes % 60))"
        case .words:
            let (hours, rest) = (minutes / 60, minutes % 60)
            return rest == 0 ? "\(hours) tim" : hours == 0 ? "\(rest) min" : "\(hours) tim \(rest) min"
        case .hours:
            let hundredths = minutes * 100 / 60
            precondition(hundredths * 60 == minutes * 100, "the amount has no two decimals")
            let mark = hasComma ? "," : "."
            if isFixed { return grouped(hundredths / 100) + mark + pad(hundredths % 100) }
            var decimals = pad(hundredths % 100)
            while decimals.hasSuffix("0") { decimals.removeLast() }
            return grouped(hundredths / 100) + (decimals.isEmpty ? "" : mark + decimals)
        }
    }

    private func grouped(_ number: Int) -> String {
        guard let thousands, number >= 1000 else { return "\(number)" }
        let last = number % 1000
        return "\(number / 1000)\(thousands)\(last < 100 ? "0" : "")\(pad(last))"
    }
}

/// The words that systems write for what a column can say.
enum FieldWords {
    static let services = [
        ["Ledsagning", "LEDSAGNING", "ledsagning", "SoL Ledsagning", "Ledsagning enligt SoL", "Ledsagning SoL"],
        ["Ledsagarservice", "LEDSAGARSERVICE LSS", "ledsagarservice", "Ledsagarservice enligt LSS"],
    ]
    static let laws: [Law: [String]] = [
        .sol: [
            "SoL", "SOL", "SoL 4:1", "4 kap. 1 § SoL", "4 kap 1 § SoL", "4:1", "11 kap. 1 § SoL", "11:1",
            "Socialtjänstlagen", "Socialtjänstlag (2001:453)", "SoL 11:5", "11 kap 1 § SoL (2025:400)",
        ],
        .lss: [
            "LSS", "lss", "LSS 9.3", "LSS 9:5", "9 § 3 LSS", "9 § p 3 LSS", "LSS 9 § 3", "9 § 3", "9.3",
            "Lagen om stöd och service till vissa funktionshindrade", "9 § LSS punkt 3",
        ],
    ]
    static let outcomes: [Outcome: [String]] = [
        .granted: ["Bifall", "bifall", "Beviljad", "Beviljat", "BIFALL"],
        .partlyGranted: ["Delavslag", "delvis bifall", "Delvis beviljat"],
        .refused: ["Avslag", "avslag", "Avslaget", "Ej beviljad"],
    ]
    static let performed = ["Utförd", "utförd", "Genomförd", "Verkställd", "Utfört"]
    static let cancelled = ["Avbokad", "Inställd", "Bom", "Ej utförd", "Återbud"]
    static let types: [ProviderType: [String]] = [
        .municipal: ["Kommunal", "kommunal regi", "Egen regi"], .independent: ["Enskild", "privat", "Extern utförare"],
    ]
    static let sexes: [Sex: [String]] = [.female: ["Kvinna", "K", "kv", "kvinna"], .male: ["Man", "M", "man"]]
    static let openEnds = ["", "Tillsvidare", "tillsvidare", "tv", "t.v.", "9999-12-31", "-"]
    static let yesAndNo = [
        ["Ja", "Nej"], ["J", "N"], ["true", "false"], ["True", "False"], ["1", "0"], ["x", ""],
    ]
    static let measures: [AmountForm.Measure: [String]] = [
        .hours: ["tim", "h", "timmar", "Timmar"], .minutes: ["min", "minuter", "Min", "MIN"],
    ]
    /// What a column of units, or the end of a header or a cell, has for what time is per.
    static let pers: [GrantPer: [String]] = [
        .day: ["dag", "dygn"], .week: ["vecka", "v"], .twoWeeks: ["2 veckor", "14 dagar"], .month: ["månad", "mån"],
        .quarter: ["kvartal"], .year: ["år"],
    ]
    /// Columns that nobody asks for.
    static let extras: [(header: String, values: [String])] = [
        ("Handläggare", ["A", "B", "C"]), ("Anteckning", ["", "Ring först", "se journal"]),
        ("Löpnr", ["1", "22", "333"]),
        ("Rapportsystem", ["Mobil", "Manuell"]), ("Version", ["1", "2"]), ("Postort", ["Sundby", "Norrvret"]),
    ]
    static let fileWords = ["Export", "Lista ut", "Rapport", "Uttag", "kopia av lista", "data", "Underlag", "SKV"]
}
