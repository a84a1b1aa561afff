// SPDX-License-Identifier: EUPL-1.2
import Terms

/// A number as it stands in a text, with what stands around it.
struct PrintedNumber {
    /// Without sign: `57642`, `61.5`.
    let digits: String
    /// Followed by a per cent sign or word.
    var isPercent: Bool
    /// What stands nearest, blanks that do not break as plain ones.
    let before: String
    let after: String

    var context: String { before + digits + after }

    var decimals: Int { digits.split(separator: ".").count > 1 ? digits.split(separator: ".")[1].count : 0 }

    /// All numbers of a line, as they are read in its language: in Swedish thousands stand apart by a blank that does
    /// not break and decimals after a comma (in settings a point), in English thousands by a comma and decimals after a
    /// point.
    static func all(in line: String, _ language: Language) -> [PrintedNumber] {
        let signs = Array(line)
        var found: [PrintedNumber] = []
        var place = 0
        while place < signs.count {
            guard isDigit(signs[place]) else {
                place += 1
                continue
            }
            let start = place
            var digits = ""
            while place < signs.count, isDigit(signs[place]) {
                digits.append(signs[place])
                place += 1
            }
            // At most three digits before the first thousands, and exactly three after each mark.
            let mayHaveGroups = digits.count <= 3
            while mayHaveGroups, place + 3 < signs.count, isGroupMark(signs[place], language),
                signs[(place + 1)...(place + 3)].allSatisfy(isDigit),
                place + 4 >= signs.count || !isDigit(signs[place + 4])
            {
                digits += String(signs[(place + 1)...(place + 3)])
                place += 4
            }
            if place + 1 < signs.count, isDecimalMark(signs[place], language), isDigit(signs[place + 1]) {
                digits += "."
                place += 1
                while place < signs.count, isDigit(signs[place]) {
                    digits.append(signs[place])
                    place += 1
                }
            }
            let after = String(signs[place..<min(signs.count, place + 30)])
            // An interval has its sign after the second number.
            let isInterval = after.first == "–" || after.first == "-"
            let tail = isInterval ? after.dropFirst().drop { isDigit($0) || $0 == "," || $0 == "." } : after[...]
            let word = tail.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
            // A number inside a word, a date or a name of a file is no number of anybody.
            let before = start > 0 ? signs[start - 1] : " "
            let isName = before == "-" && start > 1 && signs[start - 2].isLetter
            if before.isLetter || before == "_" || isName || isDate(signs, start, place) { continue }
            found.append(
                PrintedNumber(
                    digits: digits,
                    isPercent: word.hasPrefix("%") || word.hasPrefix("proc") || word.hasPrefix("per cent"),
                    before: plain(signs[max(0, start - 40)..<start]), after: plain(after[...])))
        }
        return found
    }

    private static func plain(_ signs: some Sequence<Character>) -> String {
        String(signs.map { isGroupBlank($0) ? " " : $0 })
    }

    private static func isDigit(_ sign: Character) -> Bool { sign >= "0" && sign <= "9" }

    private static func isGroupMark(_ sign: Character, _ language: Language) -> Bool {
        language == .english ? sign == "," : isGroupBlank(sign)
    }

    private static func isDecimalMark(_ sign: Character, _ language: Language) -> Bool {
        sign == "." || (sign == "," && language == .swedish)
    }

    private static func isGroupBlank(_ sign: Character) -> Bool {
        sign == "\u{A0}" || sign == "\u{202F}" || sign == "\u{2009}"
    }

    private static func isDate(_ signs: [Character], _ start: Int, _ end: Int) -> Bool {
        let before = start > 1 && signs[start - 1] == "-" && isDigit(signs[start - 2])
        let after = end + 1 < signs.count && signs[end] == "-" && isDigit(signs[end + 1])
        return before || after
    }
}
