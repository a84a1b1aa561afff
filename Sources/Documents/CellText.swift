// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Terms

/// A cell as it is printed in a language: the same in every format.
package struct CellText: Sendable, Hashable {
    /// The figure, or the sign in its place. Empty for an empty cell and for words, which each format sets itself.
    package let text: String
    /// The sign, when it is one.
    package let sign: CellSign?
    /// Why there is no figure, when the cell says so.
    package let reason: String?

    package init(_ cell: Cell, _ language: Language) {
        let style = NumberStyle(language)
        switch cell {
        case .text, .empty: self.init(text: "")
        case .number(let number, let form): self.init(number: number, form, style)
        case .released(.hidden, _, _): self.init(sign: .hidden)
        case .released(.notApplicable(let reason), _, _):
            self.init(sign: .notApplicable, reason: reason[language])
        case .released(.shown(let value), let part, let form):
            switch part.numbers(of: value) {
            // What the number is of may be withheld while the number itself is shown.
            case nil: self.init(sign: value.persons == nil && part != .interval ? .hidden : .notApplicable)
            case (let lower, let upper?)?: self.init(text: style.interval(lower, upper, value.fitting(form)))
            // A p-value is never zero, only smaller than can be printed.
            case (let p, nil)? where (part == .adjustedP || part == .p) && p < 0.001:
                self.init(text: "< " + style.text(0.001, form))
            case (let number, nil)?:
                if value.exactness == .exact {
                    self.init(number: number, value.fitting(form), style)
                } else {
                    self.init(text: "≈\u{A0}" + style.text(number, value.fitting(form)))
                }
            }
        }
    }

    /// What stands instead of the sign for a listener: "uppgiften visas inte", or the reason given.
    package func spoken(_ language: Language) -> String? {
        guard let sign else { return nil }
        return reason ?? sign.spoken[language]
    }

    /// A part of a released value within a sentence, where zero is a figure and not a sign. A part the value does not
    /// have is a fault of the sentence.
    package static func inSentence(
        _ value: ReleasedValue, _ part: ReleasedPart, _ form: NumberForm, _ language: Language
    ) -> String {
        let style = NumberStyle(language)
        switch part.numbers(of: value) {
        case nil: preconditionFailure("a sentence speaks of a part its value does not have: \(part)")
        case (let lower, let upper?)?: return style.interval(lower, upper, value.fitting(form))
        case (let number, nil)?: return style.text(number, value.fitting(form))
        }
    }

    /// Zero of an amount is a sign; zero of a change is a number, for it says that nothing changed.
    private init(number: Double, _ form: NumberForm, _ style: NumberStyle) {
        if number == 0, form.sign == .whenNegative, form.scale != .percentagePoints {
            self.init(sign: .zero)
        } else {
            self.init(text: style.text(number, form))
        }
    }

    private init(text: String) {
        self.text = text
        sign = nil
        reason = nil
    }

    private init(sign: CellSign, reason: String? = nil) {
        self.text = sign.sign
        self.sign = sign
        self.reason = reason
    }
}

extension ReleasedValue {
    /// A share of persons whose n is withheld is released in whole percent, and is not printed as if it were finer.
    fileprivate func fitting(_ form: NumberForm) -> NumberForm {
        guard unit == .share, persons == nil, numerator == nil, denominator == nil, form.scale != .plain else {
            return form
        }
        return NumberForm(form.scale, decimals: 0, sign: form.sign)
    }
}
