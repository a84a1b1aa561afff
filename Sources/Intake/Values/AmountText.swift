// SPDX-License-Identifier: EUPL-1.2

import CaseData

/// An amount of time with words in it: `1 tim 30 min`, `1h30`, `90 minuter`, `10 tim/mån`, `2,5 h i veckan`, `PT1H30M`.
///
/// A sum of numbers with units, and then perhaps what the time is per. A field with any other word is no amount.
struct AmountText {
    /// Runs of digits and marks, and runs of letters, in order.
    private enum Part: Equatable {
        case number(String)
        case word(String)
        case slash
    }

    private var parts: [Part] = []
    private var isNegative = false

    /// The text in parts; nil when it has none that could be an amount.
    init?(_ bytes: Span<UInt8>) {
        let plain = UnseenCharacters.plain(bytes)
        var text = (plain.map { String(decoding: $0, as: UTF8.self) } ?? bytes.text).lowercased()
        for (half, decimals) in [("½", ",5"), ("¼", ",25"), ("¾", ",75")] {
            while let place = text.unicodeScalars.firstIndex(of: half.unicodeScalars.first!) {
                text.unicodeScalars.replaceSubrange(place...place, with: decimals.unicodeScalars)
            }
        }
        text = Composition.composed(text)
        if text.hasPrefix("-") {
            isNegative = true
            text.removeFirst()
        } else if text.hasSuffix("-") {
            isNegative = true
            text.removeLast()
        }
        if text.hasPrefix("pt"), text.dropFirst(2).first.map({ ("0"..."9").contains($0) }) == true {
            text.removeFirst(2)
        }
        split(text)
        guard !parts.isEmpty, parts.count <= 24 else { return nil }
    }

    private mutating func split(_ text: String) {
        var run = ""
        var isNumber = false
        func flushed(_ parts: inout [Part]) {
            guard !run.isEmpty else { return }
            if !isNumber {
                parts.append(.word(run))
            } else if run.contains(where: \.isNumber) {
                parts.append(.number(run))
            }
            run = ""
        }
        for character in text {
            switch character {
            case "0"..."9":
                if !isNumber { flushed(&parts) }
                isNumber = true
                run.append(character)
            case ",", ":", ".":
                if isNumber || run.isEmpty {
                    isNumber = true
                    run.append(character)
                } else {
                    flushed(&parts)
                }
            case "/":
                flushed(&parts)
                parts.append(.slash)
            case " ", "\t", "\n", "\r", "(", ")", "+", "&", "_":
                flushed(&parts)
                isNumber = false
            default:
                if isNumber { flushed(&parts) }
                isNumber = false
                run.append(character)
            }
        }
        flushed(&parts)
        parts.removeAll { $0 == .word("och") || $0 == .word("and") }
        while case .word(let word)? = parts.first, Self.passedOver.contains(word) { parts.removeFirst() }
    }

    /// Words before an amount that leave it what it is: a decision's hours are its ceiling.
    private static let passedOver: Set<String> = ["max", "högst", "maximalt", "upp", "till"]

    /// The amount; nil when a word is not known or the parts stand in another order. Throws as `HoursField`.
    func amount(as measure: TimeMeasure, use: DecimalUse) throws(FaultRule) -> WrittenAmount? {
        var index = 0
        var total = Hours.zero
        var written: TimeMeasure?
        var last: TimeMeasure?
        while index < parts.count, case .number(var digits) = parts[index] {
            index += 1
            // Blanks part thousands: `1 234 min`.
            while index < parts.count, case .number(let next) = parts[index], digits.allSatisfy(\.isNumber),
                next.prefix(3).allSatisfy(\.isNumber), next.utf8.count >= 3,
                next.dropFirst(3).first.map({ $0 == "," || $0 == "." }) ?? true
            {
                digits += next
                index += 1
            }
            var unit: TimeMeasure?
            var isSeconds = false
            if index < parts.count, case .word(let word) = parts[index] {
                if let known = PeriodWords.measures[word] ?? (word == "m" && index + 1 == parts.count ? .minutes : nil)
                {
                    unit = known
                    index += 1
                } else if word == "s" {
                    isSeconds = true
                    index += 1
                }
            }
            let bytes = Array(digits.utf8)
            if let clock = HoursField.clock(bytes.span) {
                guard written == nil, unit == nil || unit == .hours || unit == .clock else { return nil }
                total = try Self.sum(total, clock)
                (written, last) = (.clock, .clock)
                continue
            }
            if unit == nil, !isSeconds {
                // `1h30`, or a bare number with what it is per.
                if last == .hours, bytes.count == 2, bytes.allSatisfy({ $0 &- 0x30 < 10 }) {
                    unit = .minutes
                } else {
                    guard last == nil else { return nil }
                    total = try HoursField.bare(bytes.span, as: measure, use: use)
                    last = measure
                    continue
                }
            }
            let number = try DecimalField.decode(bytes.span, use: use)
            if isSeconds {
                guard let milliseconds = number.scaled(by: 1000) else { throw .outOfRange }
                total = try Self.sum(total, Hours(milliseconds: milliseconds))
                written = written ?? .minutes
                last = .minutes
                continue
            }
            guard let unit, last != unit, last != .minutes else { return nil }
            total = try Self.sum(total, HoursField.hours(number, in: unit == .clock ? .hours : unit))
            written = written ?? unit
            last = unit
        }
        guard index > 0 else { return nil }
        let sum = isNegative ? Hours.zero - total : total
        if index == parts.count { return WrittenAmount(hours: sum, measure: written) }
        guard let per = per(from: index) else { return nil }
        return WrittenAmount(hours: sum, measure: written, per: per)
    }

    /// The sum, or `outOfRange` when it is too large to hold.
    private static func sum(_ left: Hours, _ right: Hours) throws(FaultRule) -> Hours {
        let (sum, overflows) = left.milliseconds.addingReportingOverflow(right.milliseconds)
        guard !overflows else { throw .outOfRange }
        return Hours(milliseconds: sum)
    }

    /// What the rest says the time is per; nil when it says something else.
    private func per(from start: Int) -> GrantPer? {
        let words = parts[start...].map { part in
            switch part {
            case .number(let digits): digits
            case .word(let word): word
            case .slash: "/"
            }
        }
        return PerText.per(words)
    }
}

/// What the words after an amount, or in a header, say that time is per.
enum PerText {
    /// Words in lower case without blanks; `/` is a word of its own. Nil when they say something else.
    static func per(_ words: [String]) -> GrantPer? {
        let text = words.joined(separator: " ")
        if let alone = PeriodWords.perAlone[text] { return alone }
        guard let first = words.first else { return nil }
        if first == "/" || PeriodWords.leading.contains(first) {
            let rest = words.dropFirst().joined(separator: " ")
            return PeriodWords.per[rest] ?? PeriodWords.perAlone[text] ?? PeriodWords.perAlone[rest]
        }
        return nil
    }
}
