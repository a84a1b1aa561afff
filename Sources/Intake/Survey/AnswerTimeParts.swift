// SPDX-License-Identifier: EUPL-1.2

/// The numbers and words of a written time, and what each of them is taken for.
struct AnswerTimeParts {
    /// A day as far as its own numbers tell.
    enum Date {
        case ordered(year: Int, month: Int, day: Int)
        case either(first: Int, second: Int, year: Int, hasPoints: Bool)
    }

    private struct Number {
        var value: Int
        var digits: Int
        /// The sign before it, a blank when nothing else stands there.
        var sign: Unicode.Scalar
    }

    private var numbers: [Number] = []
    private var words: [String] = []
    /// How many numbers stand before each word.
    private var places: [Int] = []

    init(_ text: String) {
        var sign: Unicode.Scalar = " "
        var (isInNumber, isInWord) = (false, false)
        for scalar in text.lowercased().unicodeScalars where !Self.isUnseen(scalar) {
            if let digit = Self.digit(scalar) {
                if isInNumber {
                    let last = numbers.count - 1
                    // More digits than a fraction of a day needs say nothing more.
                    if numbers[last].digits < 16 {
                        numbers[last].value = numbers[last].value * 10 + digit
                        numbers[last].digits += 1
                    }
                } else {
                    numbers.append(Number(value: digit, digits: 1, sign: sign))
                }
                (isInNumber, isInWord, sign) = (true, false, " ")
            } else if scalar.properties.isAlphabetic {
                if isInWord {
                    words[words.count - 1].unicodeScalars.append(scalar)
                } else {
                    words.append(String(scalar))
                    places.append(numbers.count)
                }
                (isInNumber, isInWord, sign) = (false, true, " ")
            } else {
                (isInNumber, isInWord) = (false, false)
                if !scalar.properties.isWhitespace { sign = Self.dashes.contains(scalar) ? "-" : scalar }
            }
        }
        joinInitials()
    }

    /// `e.m.` is `em`.
    private mutating func joinInitials() {
        for place in words.indices.dropLast().reversed()
        where words[place + 1] == "m" && places[place] == places[place + 1]
            && ["a", "p", "f", "e"].contains(words[place])
        {
            words[place] += "m"
            words.remove(at: place + 1)
            places.remove(at: place + 1)
        }
    }

    private static let dashes: Set<Unicode.Scalar> = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}"]

    /// What stands between the parts of a date.
    private static let betweenParts: Set<Unicode.Scalar> = ["-", "/", ".", " "]

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value) - 0x30
        case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
        default: nil
        }
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
        default: false
        }
    }

    // MARK: Spreadsheets and bare numbers

    /// A spreadsheet's day number: days since 1899-12-30, with the time of day after a comma or a point. It gives days
    /// since 1970-01-01 and milliseconds since midnight. From 1954 to 2119, so that no year and no other date is one.
    var dayNumber: (days: Int, milliseconds: Int)? {
        guard words.isEmpty, let whole = numbers.first, whole.digits == 5, (20_000..<80_000).contains(whole.value),
            numbers.count == 1 || numbers.count == 2 && [",", "."].contains(numbers[1].sign)
        else { return nil }
        var milliseconds = 0
        if numbers.count == 2 {
            let unit = (0..<numbers[1].digits).reduce(1.0) { unit, _ in unit * 10 }
            milliseconds = Int((Double(numbers[1].value) / unit * 86_400_000).rounded())
        }
        return (whole.value - 25_569, milliseconds)
    }

    /// Whether it is more than a number.
    var isWritten: Bool {
        numbers.count >= 2 && (!words.isEmpty || numbers.contains { "-/.:".unicodeScalars.contains($0.sign) })
    }

    // MARK: Words

    private static let fillers: Set<String> = [
        "t", "z", "kl", "klockan", "den", "the", "at", "of", "st", "nd", "rd", "th", "am", "pm", "fm", "em",
        "förmiddag",
        "förmiddagen", "eftermiddag", "eftermiddagen", "gmt", "utc", "cet", "cest",
    ]
    private static let months = [
        ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"], ["maj", "may"],
        ["juni", "june"],
        ["juli", "july"], ["augusti", "august"], ["september"], ["oktober", "october"], ["november"], ["december"],
    ]
    private static let weekdays = [
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag", "monday", "tuesday", "wednesday",
        "thursday", "friday", "saturday", "sunday",
    ]

    /// A name, or its first three letters or more.
    private static func month(_ word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return months.firstIndex { $0.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
    }

    var hasOnlyKnownWords: Bool {
        words.allSatisfy { word in
            Self.fillers.contains(word) || Self.month(word) != nil
                || word.count >= 3 && Self.weekdays.contains { $0.hasPrefix(word) }
        }
    }

    // MARK: Parts

    /// Minutes east of Greenwich: `Z`, `+02:00`, `-0500`, `GMT+2`, `CEST`; nil without any. Its numbers are taken away.
    mutating func takeOffset() -> Int? {
        let afterZone = words.indices.first { ["gmt", "utc"].contains(words[$0]) }.map { places[$0] }
        let place = numbers.indices.dropFirst().first { place in
            switch numbers[place].sign {
            case "+": true
            case "-": place == afterZone || numbers[place - 1].sign == ":" || isFraction(place - 1)
            default: false
            }
        }
        guard let place else {
            if words.contains("cest") { return 120 }
            if words.contains("cet") { return 60 }
            return words.contains("z") || afterZone != nil ? 0 : nil
        }
        let number = numbers.remove(at: place)
        var minutes = number.digits > 2 ? number.value / 100 * 60 + number.value % 100 : number.value * 60
        if number.digits <= 2, place < numbers.count, numbers[place].sign == ":" {
            minutes += numbers.remove(at: place).value
        }
        return number.sign == "-" ? -minutes : minutes
    }

    private func isFraction(_ place: Int) -> Bool {
        place > 1 && [".", ","].contains(numbers[place].sign) && numbers[place - 1].sign == ":"
    }

    /// Hour, minute, second and fraction, where colons stand between them; nil when there is no colon.
    mutating func takeClock() -> [(value: Int, digits: Int)]? {
        guard let second = numbers.indices.first(where: { $0 > 0 && numbers[$0].sign == ":" }) else { return nil }
        var end = second
        while end < numbers.count, numbers[end].sign == ":" { end += 1 }
        if end - second == 2, end < numbers.count, isFraction(end) { end += 1 }
        let clock = numbers[(second - 1)..<end].map { (value: $0.value, digits: $0.digits) }
        numbers.removeSubrange((second - 1)..<end)
        return clock
    }

    /// Year, month and day; nil when there are too few numbers.
    mutating func takeDate() -> Date? {
        if let month = words.lazy.compactMap({ Self.month($0) }).first {
            guard numbers.count >= 2 else { return nil }
            let (first, second) = (numbers[0], numbers[1])
            numbers.removeFirst(2)
            return first.digits > 2
                ? .ordered(year: first.value, month: month, day: second.value)
                : .ordered(year: second.value, month: month, day: first.value)
        }
        guard let first = numbers.first else { return nil }
        if [6, 8, 12, 14].contains(first.digits) {
            let timeDigits = first.digits > 8 ? first.digits - 8 : 0
            let unit = [0: 1, 4: 10_000, 6: 1_000_000][timeDigits] ?? 1
            numbers.removeFirst()
            if timeDigits > 0 {
                numbers.insert(Number(value: first.value % unit, digits: timeDigits, sign: " "), at: 0)
            }
            let date = first.value / unit
            return .ordered(year: date / 10_000, month: date / 100 % 100, day: date % 100)
        }
        guard numbers.count >= 3 else { return nil }
        let (second, third) = (numbers[1], numbers[2])
        guard Self.betweenParts.contains(second.sign), Self.betweenParts.contains(third.sign) else { return nil }
        numbers.removeFirst(3)
        if first.digits > 2 || first.value > 31 {
            return .ordered(year: first.value, month: second.value, day: third.value)
        }
        guard third.digits == 2 || third.digits == 4 else { return nil }
        return .either(
            first: first.value, second: second.value, year: third.value,
            hasPoints: second.sign == "." && third.sign == ".")
    }

    /// What is left after the date as a clock without colons: `8.30`, `2100`, `210000`, `9 PM`.
    func restAsClock() -> [(value: Int, digits: Int)] {
        guard let first = numbers.first else { return [] }
        switch first.digits {
        case 4: return [(first.value / 100, 2), (first.value % 100, 2)]
        case 6: return [(first.value / 10_000, 2), (first.value / 100 % 100, 2), (first.value % 100, 2)]
        case 1, 2: return numbers.prefix(3).map { (value: $0.value, digits: $0.digits) }
        default: return []
        }
    }

    /// Milliseconds since midnight, with the half of the day that words tell; nil when the clock has no such time.
    func milliseconds(_ clock: [(value: Int, digits: Int)]) -> Int? {
        func part(_ place: Int) -> Int { place < clock.count ? clock[place].value : 0 }
        var hour = part(0)
        guard hour <= 24, part(1) <= 59, part(2) <= 60 else { return nil }
        if words.contains(where: { ["pm", "em", "eftermiddag", "eftermiddagen"].contains($0) }) {
            if hour < 12 { hour += 12 }
        } else if words.contains(where: { ["am", "fm", "förmiddag", "förmiddagen"].contains($0) }), hour == 12 {
            hour = 0
        }
        var milliseconds = ((hour * 60 + part(1)) * 60 + part(2)) * 1000
        if clock.count > 3 {
            let unit = (0..<clock[3].digits).reduce(1.0) { unit, _ in unit * 10 }
            milliseconds += Int(Double(clock[3].value) / unit * 1000)
        }
        return milliseconds
    }
}
