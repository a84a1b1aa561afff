// SPDX-License-Identifier: EUPL-1.2

/// What a cell's number format makes of a number (talformat).
enum NumberFormat: UInt8 {
    /// A number, or whatever the cell says it is.
    case number
    case date
    case dateTime
    case clock
    case duration

    /// Of a format that Excel has without writing it down.
    init(builtIn id: Int) {
        self =
            switch id {
            case 14...17, 27...31, 34...36, 50...58: .date
            case 18...21, 32, 33, 45, 47: .clock
            case 22: .dateTime
            case 46: .duration
            default: .number
            }
    }

    /// Of a format code such as `yyyy-mm-dd hh:mm` or `[h]:mm`: what its first section shows.
    ///
    /// Text in quotes, escaped characters, padding, colours, conditions and locales are passed over. A code with places for
    /// digits is a number's, but for the fractions of seconds. Swedish letters (`åååå`, `tt`) are known too, since some
    /// programs write them as the user sees them.
    init(code: String) {
        let letters = FormatLetters(code)
        if letters.hasElapsed {
            self = .duration
        } else if letters.hasDigits || letters.isGeneral {
            self = .number
        } else {
            self =
                switch (letters.hasDate, letters.hasTime) {
                case (true, true): .dateTime
                case (true, false): .date
                case (false, true): .clock
                case (false, false): .number
                }
        }
    }
}

/// What the first section of a format code shows.
private struct FormatLetters {
    private(set) var hasDate = false
    private(set) var hasTime = false
    private(set) var hasElapsed = false
    private(set) var hasDigits = false
    private(set) var isGeneral = false

    /// The letters of times in their order, to tell minutes from months.
    private var letters: [Character] = []

    init(_ code: String) {
        let code = Array(code)
        let section = String(code.prefix { $0 != ";" }).lowercased()
        isGeneral = section == "@" || section.contains("general") || section.contains("standard")
        guard !isGeneral else { return }
        var place = 0
        scan: while place < code.count {
            let character = code[place]
            switch character {
            case ";": break scan
            case "\"":
                place += 1
                while place < code.count, code[place] != "\"" { place += 1 }
            case "\\", "_", "*": place += 1
            case "[":
                let end = code[place...].firstIndex(of: "]") ?? code.count
                bracket(String(code[(place + 1)..<max(place + 1, end)]).lowercased())
                place = end
            case "0", "#", "?": digit(code, place)
            case "a", "A":
                let rest = String(code[place...].prefix(5)).lowercased()
                if rest.hasPrefix("am/pm") {
                    hasTime = true
                    place += 4
                } else if rest.hasPrefix("a/p") {
                    hasTime = true
                    place += 2
                }
            default: letter(Character(character.lowercased()), in: code)
            }
            place += 1
        }
        judge()
    }

    /// `[h]`, `[mm]` and `[s]` count on past a day; all else in brackets shows nothing.
    private mutating func bracket(_ inside: String) {
        guard let first = inside.first, "hmst".contains(first), inside.allSatisfy({ $0 == first }) else { return }
        hasElapsed = true
    }

    /// A place for a digit, unless it is a fraction of a second: `ss.00`.
    private mutating func digit(_ code: [Character], _ place: Int) {
        var before = place - 1
        while before >= 0, code[before] == "0" { before -= 1 }
        let isFraction =
            before >= 1 && (code[before] == "." || code[before] == ",") && "sS]".contains(code[before - 1])
        if !isFraction || code[place] != "0" { hasDigits = true }
    }

    private mutating func letter(_ letter: Character, in code: [Character]) {
        switch letter {
        case "y", "å", "d", "h", "s", "m": letters.append(letter)
        // An hour in Swedish; else the T between day and time.
        case "t": if !code.contains(where: { $0 == "h" || $0 == "H" }) { letters.append("h") }
        default: break
        }
    }

    /// `m` is minutes after an hour and before a second, else months.
    private mutating func judge() {
        for (place, letter) in letters.enumerated() {
            switch letter {
            case "y", "å", "d": hasDate = true
            case "h", "s": hasTime = true
            default:
                let before = letters[..<place].last { $0 != "m" }
                let after = letters[place...].first { $0 != "m" }
                if before == "h" || after == "s" { hasTime = true } else { hasDate = true }
            }
        }
    }
}
