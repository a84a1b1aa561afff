// SPDX-License-Identifier: EUPL-1.2

/// A made-up person: an identity number of the test series, whose birth numbers are 980–999.
struct MadeUpNumber: Sendable {
    /// Year, month, day and the last four: twelve digits.
    let twelve: String

    /// A number of a random birth day, its check digit right.
    init(_ random: inout SeededRandom) {
        let year = 1925 + random.below(75)
        let month = 1 + random.below(12)
        let day = 1 + random.below(28)
        let date = "\(year)" + Self.two(month) + Self.two(day)
        self.init(date: date, nine: "\(980 + random.below(20))")
    }

    /// Eight digits of a date and a birth number, to which the check digit is added (Luhn, of the last nine).
    private init(date: String, nine birth: String) {
        let digits = (date + birth).dropFirst(2).compactMap { $0.wholeNumberValue }
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let weighted = digit.element * (digit.offset % 2 == 0 ? 2 : 1)
            return sum + weighted / 10 + weighted % 10
        }
        twelve = date + birth + "\((10 - sum % 10) % 10)"
    }

    /// The same person with a *samordningsnummer*: 60 is added to the day, or the day is 60 and the month 00.
    func coordination(isDateKnown: Bool) -> MadeUpNumber {
        let date = twelve.prefix(8)
        let day = Int(date.suffix(2)) ?? 1
        let written = isDateKnown ? "\(date.prefix(6))\(day + 60)" : "\(date.prefix(4))0060"
        return MadeUpNumber(date: written, nine: String(twelve.suffix(4).prefix(3)))
    }

    var ten: String { String(twelve.suffix(10)) }
    var year: String { String(twelve.prefix(4)) }
    var date: String { String(twelve.prefix(8)) }
    var shortDate: String { String(ten.prefix(6)) }
    var month: String { String(twelve.dropFirst(4).prefix(2)) }
    var day: String { String(twelve.dropFirst(6).prefix(2)) }
    var last: String { String(twelve.suffix(4)) }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A way in which people and systems write an identity number.
struct WrittenForm: Sendable {
    let name: String
    /// The text that stands in the cell.
    let write: @Sendable (MadeUpNumber) -> String
    /// What of the text tells who it is, in digits and capitals, where that is not the number's ten digits.
    var core: @Sendable (MadeUpNumber) -> String = { $0.ten }

    /// Forms that are numbers by themselves: what parts the digits.
    static let bare: [WrittenForm] =
        [
            WrittenForm(name: "twelve") { $0.twelve },
            WrittenForm(name: "ten") { $0.ten },
            WrittenForm(name: "twelve with hyphen") { "\($0.date)-\($0.last)" },
            WrittenForm(name: "ten with hyphen") { "\($0.shortDate)-\($0.last)" },
            WrittenForm(name: "plus") { "\($0.shortDate)+\($0.last)" },
            WrittenForm(name: "twelve with plus") { "\($0.date)+\($0.last)" },
            WrittenForm(name: "iso date and last four") { "\($0.year)-\($0.month)-\($0.day)-\($0.last)" },
            WrittenForm(name: "iso date, blank, last four") { "\($0.year)-\($0.month)-\($0.day) \($0.last)" },
            WrittenForm(name: "parts with blanks") { "\($0.year) \($0.month) \($0.day) \($0.last)" },
            WrittenForm(name: "parts with slashes") { "\($0.year)/\($0.month)/\($0.day)-\($0.last)" },
            WrittenForm(name: "parts with points") { "\($0.year).\($0.month).\($0.day).\($0.last)" },
            WrittenForm(name: "short parts") { "\($0.shortDate.prefix(2))-\($0.month)-\($0.day)-\($0.last)" },
            WrittenForm(name: "century parted") { "\($0.twelve.prefix(2)) \($0.shortDate) \($0.last)" },
            WrittenForm(name: "century with hyphen") { "\($0.twelve.prefix(2))-\($0.shortDate)-\($0.last)" },
            WrittenForm(name: "pairs") { number in
                (0..<5).map { String(number.ten.dropFirst($0 * 2).prefix(2)) }.joined(separator: " ")
            },
            WrittenForm(name: "single digits") { $0.ten.map(String.init).joined(separator: " ") },
            WrittenForm(name: "single digits with hyphens") { $0.twelve.map(String.init).joined(separator: "-") },
            WrittenForm(name: "groups of three") { number in
                (0..<4).map { String(number.twelve.dropFirst($0 * 3).prefix(3)) }.joined(separator: " ")
            },
            WrittenForm(name: "blank in the last four") { "\($0.shortDate)-\($0.last.prefix(3)) \($0.last.suffix(1))" },
            WrittenForm(name: "in parentheses") { "(\($0.shortDate)-\($0.last))" },
            WrittenForm(name: "last four in parentheses") { "\($0.shortDate) (\($0.last))" },
            WrittenForm(name: "wide digits") { wide($0.ten) },
            WrittenForm(name: "wide digits and hyphen") { "\(wide($0.date))－\(wide($0.last))" },
            WrittenForm(name: "zero-width signs") { number in
                number.ten.map(String.init).joined(separator: "\u{200B}")
            },
            WrittenForm(name: "mark first, joiner inside") { "\u{FEFF}\($0.shortDate)\u{2060}\($0.last)" },
            WrittenForm(name: "soft hyphen") { "\($0.shortDate)\u{AD}\($0.last)" },
            WrittenForm(name: "direction marks") { "\u{202A}\($0.shortDate)-\u{202C}\($0.last)" },
            WrittenForm(name: "excel formula") { "=\"\($0.ten)\"" },
            WrittenForm(name: "excel formula with hyphen") { "=\"\($0.shortDate)-\($0.last)\"" },
            WrittenForm(name: "excel text mark") { "'\($0.twelve)" },
            WrittenForm(name: "float") { "\($0.twelve).0" },
            WrittenForm(name: "float with comma") { "\($0.ten),00" },
            WrittenForm(name: "quoted") { "\"\($0.shortDate)-\($0.last)\"" },
            WrittenForm(name: "double-encoded blank") { "\($0.shortDate)Â\u{A0}\($0.last)" },
            WrittenForm(name: "double-encoded dash") { "\($0.shortDate)â€“\($0.last)" },
            WrittenForm(name: "percent-encoded blank") {
                "\($0.shortDate)%20\($0.last)"
            } core: {
                "\($0.shortDate)20\($0.last)"
            },
            WrittenForm(name: "two lines") { "\($0.shortDate)-\n\($0.last)" },
            WrittenForm(name: "second line") { "rad ett\n\($0.shortDate)-\($0.last)\nrad tre" },
            WrittenForm(name: "coordination number") {
                let number = $0.coordination(isDateKnown: true)
                return "\(number.date)-\(number.last)"
            } core: {
                $0.coordination(isDateKnown: true).ten
            },
            WrittenForm(name: "coordination number of no known date") {
                let number = $0.coordination(isDateKnown: false)
                return "\(number.shortDate)-\(number.last)"
            } core: {
                $0.coordination(isDateKnown: false).ten
            },
            WrittenForm(name: "interim letter") {
                "\($0.shortDate)-T\($0.last.prefix(3))"
            } core: {
                "\($0.shortDate)T\($0.last.prefix(3))"
            },
            WrittenForm(name: "interim letter, lower") {
                "\($0.date)t\($0.last.prefix(3))"
            } core: {
                "\($0.shortDate)T\($0.last.prefix(3))"
            },
            WrittenForm(name: "reserve letters") {
                "\($0.date)-TF\($0.last.prefix(2))"
            } core: {
                "\($0.shortDate)TF\($0.last.prefix(2))"
            },
        ]
        + [
            "\u{A0}", "\u{2009}", "\u{202F}", "\u{3000}", "\t", "–", "—", "−", "\u{2011}", "_", ":", ".", "/", "·", ",",
            ";", "|", "*", "#", "~", "=", "\\", "'", " - ", " – ", "--", " / ", "+",
        ].map { separator in
            WrittenForm(name: "parted by \(separator.unicodeScalars.map { String($0.value, radix: 16) })") {
                "\($0.shortDate)\(separator)\($0.last)"
            }
        }

    /// What may stand round a number.
    static let surroundings: [(name: String, before: String, after: String)] = [
        ("alone", "", ""),
        ("text", "Anhörig Anna Påhittad ", ", Vägen 3"),
        ("glued to letters", "pnr", "x"),
        ("glued to marks", "å", "ö"),
        ("decomposed letters", "Anho\u{308}rig ", " A\u{30A}sa"),
        ("long text", String(repeating: "Det här är en lång anteckning. ", count: 12), " och så vidare, år 2019."),
        ("in brackets", "[", "]"),
        ("capitals", "PERSONNUMMER: ", " ENLIGT UPPGIFT"),
        ("after a number", "nr 7: ", " (3 st)"),
        ("with a mark of html", "<b>", "</b>"),
    ]

    /// Every bare form alone, and each with surroundings that go round among them.
    static let all: [WrittenForm] = bare.enumerated().flatMap { place, form in
        let round = surroundings[1 + place % (surroundings.count - 1)]
        return [form, form.within(round)]
    }

    /// Each form in each surrounding.
    static let whole: [WrittenForm] = bare.flatMap { form in surroundings.map { form.within($0) } }

    func within(_ round: (name: String, before: String, after: String)) -> WrittenForm {
        let write = write
        return WrittenForm(
            name: "\(name), \(round.name)", write: { round.before + write($0) + round.after }, core: core)
    }

    private static func wide(_ digits: String) -> String {
        String(String.UnicodeScalarView(digits.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
