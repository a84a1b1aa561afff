// SPDX-License-Identifier: EUPL-1.2

/// Numbers as they are printed for a person.
///
/// Swedish (*Svenska skrivregler*): no-break space between thousands, decimal comma, U+2212 as minus, no-break space
/// before `%`. English: comma, point, U+2212, `%` without a space.
///
/// A number is rounded on its decimal digits, half away from zero: the digits are those of the shortest decimal that
/// is that `Double` (what Swift prints), so 0.7825 is 78,3 % although the nearest binary number lies below it. The
/// scaling to percent moves the decimal mark and never multiplies.
package struct NumberStyle: Sendable, Hashable {
    /// U+00A0, between thousands and before `%`.
    package static let noBreakSpace: Character = "\u{A0}"
    /// U+2212.
    package static let minus: Character = "\u{2212}"

    package let language: Language

    package init(_ language: Language) {
        self.language = language
    }

    /// The number in its form: `1 234`, `12,5`, `78,3 %`, `+3,2`. The value is finite.
    package func text(_ value: Double, _ form: NumberForm) -> String {
        figures(value, form) + suffix(form)
    }

    /// A whole number: `−12 345`.
    package func count(_ value: Int) -> String {
        (value < 0 ? String(Self.minus) : "") + grouped(String(value.magnitude).utf8.map { $0 - 48 })
    }

    /// From one number to another: `58,1–63,9 %`. Where a sign could be taken for the dash, a word stands between
    /// them: `−1,2 till 3,4`.
    package func interval(_ lower: Double, _ upper: Double, _ form: NumberForm) -> String {
        let (from, to) = (figures(lower, form), figures(upper, form))
        let signs: [Character] = [Self.minus, "+"]
        let isSigned = [from, to].contains { $0.first.map(signs.contains) ?? false }
        let word = language == .swedish ? " till " : " to "
        return from + (isSigned ? word : "–") + to + suffix(form)
    }

    private func suffix(_ form: NumberForm) -> String {
        guard form.scale == .percent else { return "" }
        return language == .swedish ? "\(Self.noBreakSpace)%" : "%"
    }

    private func figures(_ value: Double, _ form: NumberForm) -> String {
        let shift = form.scale == .plain ? 0 : 2
        let digits = DecimalDigits(value).rounded(keeping: form.decimals + shift, shiftedBy: shift)
        let whole = grouped(digits.whole)
        let fraction = String(decoding: digits.fraction.map { $0 + 48 }, as: UTF8.self)
        let mark = fraction.isEmpty ? "" : language == .swedish ? "," : "."
        return sign(of: value, isZero: digits.isZero, form.sign) + whole + mark + fraction
    }

    private func sign(of value: Double, isZero: Bool, _ sign: NumberForm.Sign) -> String {
        switch sign {
        case _ where isZero: ""
        case .never: ""
        case .always where value > 0: "+"
        default: value < 0 ? String(Self.minus) : ""
        }
    }

    private func grouped(_ digits: [UInt8]) -> String {
        let separator: Character = language == .swedish ? Self.noBreakSpace : ","
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(separator) }
            text.unicodeScalars.append(Unicode.Scalar(digit + 48))
        }
        return text
    }
}

/// The shortest decimal digits of a number, without its sign: `0.digits × 10^exponent`.
private struct DecimalDigits {
    var digits: [UInt8] = []
    var exponent = 0

    init(_ value: Double) {
        precondition(value.isFinite, "only a finite number can be printed")
        // "123.45", "1e-05" or "1.5e+20".
        var isFraction = false
        var text = value.magnitude.description.utf8[...]
        if let mark = text.firstIndex(of: UInt8(ascii: "e")) {
            exponent = Int(String(decoding: text[text.index(after: mark)...], as: UTF8.self)) ?? 0
            text = text[..<mark]
        }
        for byte in text {
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else {
                digits.append(byte - 48)
                if !isFraction { exponent += 1 }
            }
        }
    }

    /// The digits before and after the mark once it is moved `shift` places right, rounded half away from zero so
    /// that `places` digits counted from the unmoved mark remain.
    func rounded(keeping places: Int, shiftedBy shift: Int) -> (whole: [UInt8], fraction: [UInt8], isZero: Bool) {
        let end = exponent + places
        // One place more in front, for the carry of 9,99 → 10,0.
        var kept = [UInt8](repeating: 0, count: max(0, -exponent - shift) + 1) + digits
        let zeros = kept.count - digits.count
        let cut = zeros + end
        if cut < 0 {
            kept = [0]
        } else if cut < kept.count {
            let roundsUp = kept[cut] >= 5
            kept.removeSubrange(cut...)
            if roundsUp {
                var place = cut - 1
                while place >= 0, kept[place] == 9 {
                    kept[place] = 0
                    place -= 1
                }
                if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
            }
        } else {
            kept += [UInt8](repeating: 0, count: cut - kept.count)
        }
        let fraction = places - shift
        if kept.count < fraction + 1 {
            kept = [UInt8](repeating: 0, count: fraction + 1 - kept.count) + kept
        }
        let whole = kept.dropLast(fraction).drop { $0 == 0 }
        return (
            whole.isEmpty ? [0] : Array(whole), Array(kept.suffix(fraction)), kept.allSatisfy { $0 == 0 }
        )
    }
}
