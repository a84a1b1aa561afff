// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension FindingWriter {
    /// The parts of the change in performed hours, as released.
    struct HourParts: Sendable {
        let sum: ReleasedCell
        let persons: ReleasedCell
        let grantedPerPerson: ReleasedCell
        let utilisation: ReleasedCell
    }

    /// "De utförda timmarna inom beslut blev 4 210 fler än 2018: fler personer (+2 100 timmar), färre beviljade
    /// timmar per person (−500 timmar) och en större andel utförda timmar (+2 610 timmar)."
    func decomposition(_ parts: HourParts) -> Finding? {
        guard let sum = parts.sum.shown, let persons = parts.persons.shown,
            let granted = parts.grantedPerPerson.shown, let utilisation = parts.utilisation.shown
        else { return nil }
        let form = NumberForm.hours()
        let whole =
            switch NumberStyle.sign(of: sum.value, form) {
            case .zero:
                text(
                    sv: "De utförda timmarna inom beslut blev lika många som \(String(year - 1))",
                    en: "As many hours were performed within decisions as in \(String(year - 1))")
            case let sign:
                text(
                    sv: """
                        De utförda timmarna inom beslut blev \(sum, form.unsigned) \
                        \(sign == .above ? "fler" : "färre") än \(String(year - 1))
                        """,
                    en: """
                        Within decisions, \(sum, form.unsigned) \(sign == .above ? "more" : "fewer") hours were \
                        performed than in \(String(year - 1))
                        """)
            }
        let factors = [
            factor(
                persons, up: Phrase(sv: "fler personer", en: "more persons"),
                down: Phrase(sv: "färre personer", en: "fewer persons"),
                same: Phrase(sv: "lika många personer", en: "as many persons")),
            factor(
                granted, up: Phrase(sv: "fler beviljade timmar per person", en: "more granted hours per person"),
                down: Phrase(sv: "färre beviljade timmar per person", en: "fewer granted hours per person"),
                same: Phrase(sv: "lika många beviljade timmar per person", en: "as many granted hours per person")),
            factor(
                utilisation, up: Phrase(sv: "en större andel utförda timmar", en: "a larger share of performed hours"),
                down: Phrase(sv: "en mindre andel utförda timmar", en: "a smaller share of performed hours"),
                same: Phrase(sv: "samma andel utförda timmar", en: "the same share of performed hours")),
        ]
        return finding(
            sv: "\(whole): \(factors[0]), \(factors[1]) och \(factors[2]).",
            en: "\(whole): \(factors[0]), \(factors[1]) and \(factors[2]).")
    }

    /// "fler personer (+2 100 timmar)"
    private func factor(_ part: ReleasedValue, up: Phrase, down: Phrase, same: Phrase) -> RichText {
        let form = NumberForm.hours().signed
        let words =
            switch NumberStyle.sign(of: part.value, form) {
            case .above: up
            case .below: down
            case .zero: same
            }
        return "\(said(words)) (\(part, form) \(hourNoun(part, form)))"
    }
}

extension NumberStyle {
    /// Which side of zero a number is printed on.
    enum Side { case below, zero, above }

    /// A number that prints as 0 is neither more nor less, whatever its further decimals.
    static func sign(of value: Double, _ form: NumberForm) -> Side {
        let digits = NumberStyle(.english).text(value, form.unsigned)
        guard digits.contains(where: { ("1"..."9").contains($0) }) else { return .zero }
        return value > 0 ? .above : .below
    }
}
