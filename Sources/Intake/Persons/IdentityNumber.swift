// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// An identity number in canonical form: year, month, day and four characters, twelve in all.
///
/// *Personnummer*, *samordningsnummer* (day + 60), interim and reserve numbers (letters among the last four),
/// with 10 or 12 characters and `-`, `+`, a blank or nothing before the last four (Skatteverket, SKV 704).
struct IdentityNumber {
    /// Twelve characters, letters in upper case.
    let characters: [UInt8]
    let birth: CivilDate
    /// The row dates for which ten characters get this century.
    let rowDates: Range<CivilDate>

    /// Reads the number, or gives nil when the bytes are no such number. The row's date gives ten characters their
    /// century: `-` or nothing is the latest in which the person was born on the date or before it, `+` the one before.
    init?(_ bytes: Span<UInt8>, on rowDate: CivilDate) {
        guard let (characters, separator) = Self.split(bytes) else { return nil }
        guard characters.prefix(characters.count - 4).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(characters[$1] &- 0x30) } }

        let yearDigits = characters.count - 8
        let month = number(yearDigits..<yearDigits + 2)
        let writtenDay = number(yearDigits + 2..<yearDigits + 4)
        let day = writtenDay > 60 ? writtenDay - 60 : writtenDay
        if yearDigits == 4 {
            let year = number(0..<4)
            guard (1840...2099).contains(year), let birth = CivilDate(year: year, month: month, day: day)
            else { return nil }
            self.characters = characters
            self.birth = birth
            self.rowDates = PersonKey.anyDate
            return
        }
        let parts = rowDate.components
        var year = parts.year / 100 * 100 + number(0..<2)
        if (year, month, day) > parts { year -= 100 }
        let isCentenarian = separator == UInt8(ascii: "+")
        if isCentenarian { year -= 100 }
        guard let birth = CivilDate(year: year, month: month, day: day) else { return nil }
        func after(_ years: Int) -> CivilDate {
            // A century after a leap day there may be none.
            CivilDate(year: year + years, month: month, day: day) ?? CivilDate(year: year + years, month: 3, day: 1)!
        }
        self.characters = [UInt8(0x30 + year / 1000), UInt8(0x30 + year / 100 % 10)] + characters
        self.birth = birth
        self.rowDates = isCentenarian ? after(100)..<after(200) : birth..<after(100)
    }

    var hasLetters: Bool { characters.suffix(4).contains { $0 > 0x39 } }

    /// Whether the last digit is the check digit of the nine before it and itself (Luhn 1960), the century left out.
    var hasRightCheckDigit: Bool {
        var sum = 0
        for (place, character) in characters.suffix(10).enumerated() {
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

    /// The 10 or 12 letters and digits without the separator, which may stand before the last four and nowhere else.
    private static func split(_ bytes: Span<UInt8>) -> (characters: [UInt8], separator: UInt8?)? {
        guard (10...16).contains(bytes.count) else { return nil }
        var characters: [UInt8] = []
        var separator: UInt8?
        var separatorPlace = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x30...0x39, 0x41...0x5A:
                characters.append(byte)
                index += 1
            case 0x61...0x7A:
                characters.append(byte - 0x20)
                index += 1
            default:
                let length = lengthOfSeparator(at: index, in: bytes)
                guard length > 0, separator == nil else { return nil }
                separator = byte
                separatorPlace = characters.count
                index += length
            }
        }
        guard characters.count == 10 || characters.count == 12 else { return nil }
        guard separator == nil || separatorPlace == characters.count - 4 else { return nil }
        return (characters, separator)
    }

    /// `-`, `+`, a blank, or a hyphen or dash as word processors write it (U+2010–U+2013, U+2212).
    private static func lengthOfSeparator(at index: Int, in bytes: Span<UInt8>) -> Int {
        let byte = bytes[index]
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { return 1 }
        if byte == 0xE2, index + 2 < bytes.count {
            let isHyphen = bytes[index + 1] == 0x80 && (0x90...0x93).contains(bytes[index + 2])
            let isMinus = bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92
            if isHyphen || isMinus { return 3 }
        }
        return Blanks.lengthOfBlank(startingAt: index, before: bytes.count, in: bytes)
    }
}
