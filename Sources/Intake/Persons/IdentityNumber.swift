// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// An identity number in canonical form: year, month, day and four characters, twelve in all.
///
/// *Personnummer*, *samordningsnummer* (day + 60; month 00 and day 60 where the date is not known), interim and
/// reserve numbers (letters among the last four), with 10 or 12 characters and `-`, `+`, blanks or nothing between
/// their parts (Skatteverket, SKV 704 and SKV 707).
struct IdentityNumber {
    /// Twelve characters, letters in upper case.
    let characters: [UInt8]
    let birthYear: Int
    /// Nil when the number does not tell month and day.
    let birth: CivilDate?
    /// The row dates for which ten characters get this century.
    let rowDates: Range<CivilDate>

    /// Reads the number, or gives nil when the bytes are no such number. The row's date
    /// gives ten characters their century: `-` or nothing is the latest in which the person was born on the date or
    /// before it, `+` the latest in which they turn 100 in the row's year or earlier.
    init?(_ bytes: Span<UInt8>, on rowDate: CivilDate) {
        var parts = Self.split(bytes)
        if parts == nil, let plain = UnseenCharacters.plain(bytes) { parts = Self.split(plain.span) }
        guard let (characters, isCentenarian) = parts else { return nil }
        self.init(characters: characters, isCentenarian: isCentenarian, on: rowDate)
    }

    /// Reads 10 or 12 digits and capital letters without separators.
    init?(characters: [UInt8], isCentenarian: Bool, on rowDate: CivilDate) {
        guard let date = DateDigits(characters) else { return nil }
        if characters.count == 12 {
            guard (1840...2099).contains(date.year), date.exists(in: date.year) else { return nil }
            self.characters = characters
            birthYear = date.year
            birth = date.day(in: date.year)
            rowDates = PersonKey.anyDate
            return
        }
        let row = rowDate.components
        let year: Int
        if isCentenarian {
            let latest = row.year - 100
            year = latest - ((latest - date.year) % 100 + 100) % 100
        } else {
            let latest = row.year / 100 * 100 + date.year
            year = (latest, date.month, date.dayOfMonth) > row ? latest - 100 : latest
        }
        guard (1583...9799).contains(year), date.exists(in: year) else { return nil }
        self.characters = [UInt8(0x30 + year / 1000), UInt8(0x30 + year / 100 % 10)] + characters
        birthYear = year
        birth = date.day(in: year)
        rowDates =
            isCentenarian
            ? CivilDate(year: year + 100, month: 1, day: 1)!..<CivilDate(year: year + 200, month: 1, day: 1)!
            : date.earliest(in: year)..<date.earliest(in: year + 100)
    }

    var hasLetters: Bool { characters.suffix(4).contains { $0 > 0x39 } }

    /// Whether the last digit is the check digit of the nine before it and itself (Luhn 1960), the century left out.
    var hasRightCheckDigit: Bool { Self.hasRightCheckDigit(characters.suffix(10)) }

    /// The same of ten digits; false when any is a letter.
    static func hasRightCheckDigit(_ ten: ArraySlice<UInt8>) -> Bool {
        var sum = 0
        for (place, character) in ten.enumerated() {
            let digit = Int(character) - 0x30
            guard digit >= 0, digit < 10 else { return false }
            let weighted = place % 2 == 0 ? digit * 2 : digit
            sum += weighted > 9 ? weighted - 9 : weighted
        }
        return sum % 10 == 0
    }

    /// *Juridiskt kön*: the next-to-last digit is odd for men, even for women.
    var sex: Sex {
        guard !hasLetters else { return .unknown }
        return (characters[10] - 0x30) % 2 == 1 ? .male : .female
    }

    /// The 10 or 12 letters and digits without what parts them: `-` or blanks between century, year, month, day and
    /// the last four, and `+` only before the last four.
    private static func split(_ bytes: Span<UInt8>) -> (characters: [UInt8], isCentenarian: Bool)? {
        guard (10...28).contains(bytes.count) else { return nil }
        var characters: [UInt8] = []
        var places: [Int] = []
        var plusPlace: Int?
        for index in bytes.indices {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39, 0x41...0x5A: characters.append(byte)
            case 0x61...0x7A: characters.append(byte - 0x20)
            case 0x20, UInt8(ascii: "-"), UInt8(ascii: "+"):
                if byte == UInt8(ascii: "+") {
                    guard plusPlace == nil else { return nil }
                    plusPlace = characters.count
                }
                if places.last != characters.count { places.append(characters.count) }
            default: return nil
            }
        }
        let count = characters.count
        guard count == 10 || count == 12 else { return nil }
        let allowed = count == 10 ? [2, 4, 6, 8] : [2, 4, 6, 8, 10]
        guard places.allSatisfy(allowed.contains), plusPlace == nil || plusPlace == count - 4 else { return nil }
        return (characters, plusPlace != nil)
    }
}

/// The date part of an identity number.
struct DateDigits {
    /// Four or two digits.
    let year: Int
    /// 0–12; 0 only of a *samordningsnummer* whose month is not known.
    let month: Int
    /// 0–31; 0 only of a *samordningsnummer* whose day is not known.
    let dayOfMonth: Int

    /// Reads all but the last four of 10 or 12 characters; nil when they are no date of an identity number.
    init?(_ characters: [UInt8]) {
        let count = characters.count
        guard count == 10 || count == 12, characters.prefix(count - 4).allSatisfy({ $0 &- 0x30 < 10 }) else {
            return nil
        }
        func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(characters[$1] &- 0x30) } }
        year = number(0..<count - 8)
        month = number(count - 8..<count - 6)
        let written = number(count - 6..<count - 4)
        let isCoordination = written >= 60
        dayOfMonth = isCoordination ? written - 60 : written
        guard (isCoordination ? 0...12 : 1...12).contains(month),
            (isCoordination ? 0...31 : 1...31).contains(dayOfMonth)
        else { return nil }
    }

    /// Whether the calendar has the date in that year; a date that is not known is in every year.
    func exists(in year: Int) -> Bool { month == 0 || dayOfMonth == 0 || day(in: year) != nil }

    /// The day in that year; nil when it is not known or the year has none such.
    func day(in year: Int) -> CivilDate? { CivilDate(year: year, month: month, day: dayOfMonth) }

    /// The first day that it can be in that year; 1 March where a year has no leap day.
    func earliest(in year: Int) -> CivilDate {
        day(in: year)
            ?? CivilDate(year: year, month: max(month, 1), day: max(dayOfMonth, 1))
            ?? CivilDate(year: year, month: month + 1, day: 1)!
    }
}
