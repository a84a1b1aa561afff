// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Writes the report's findings: each a sentence whose words are chosen by the values it speaks of.
///
/// A finding about a hidden number, or one that is not defined, is nil: that sentence is not written.
struct FindingWriter: Sendable {
    let language: Language
    /// The report's year; the year before is what it is compared with.
    let year: Int
    /// What the service is called in running text: "ledsagning".
    let service: Phrase
    /// When performed hours were seen: "under året", or "från januari till juni 2019" where the exports do not cover it
    /// whole.
    let observed: Phrase
    /// Whether `observed` is the whole year.
    let observesWholeYear: Bool

    /// Which way a certain change of a measure goes against the persons.
    let adverse: [MeasureName: Adverse]

    /// - Parameter observedPart: the part of the year that the performed hours cover, nil when it is all of it.
    init(language: Language, year: Int, service: Phrase, adverse: [MeasureName: Adverse], observedPart: Phrase? = nil) {
        self.language = language
        self.year = year
        self.service = service
        self.adverse = adverse
        observed = observedPart ?? Phrase(sv: "under året", en: "during the year")
        observesWholeYear = observedPart == nil
    }

    /// The words in the report's language.
    func said(_ phrase: Phrase) -> String { phrase[language] }

    func said(sv swedish: String, en english: String) -> String { language == .swedish ? swedish : english }

    /// A text with numbers, in the report's language.
    func text(sv swedish: RichText, en english: RichText) -> RichText { language == .swedish ? swedish : english }

    /// A finding whose words rest on the values that are printed in it, or on others too.
    func finding(sv swedish: RichText, en english: RichText, values: [ReleasedValue]? = nil, change: ChangeWord? = nil)
        -> Finding
    {
        Finding(text(sv: swedish, en: english), values: values, change: change)
    }

    /// "61,2 procent": in running text the word, not the sign.
    func percent(_ share: ReleasedValue) -> RichText {
        text(sv: "\(share, .percentagePoints())\u{A0}procent", en: "\(share, .percent())")
    }

    /// ", intervall 60,1–62,3": what follows a share in parentheses, or nothing when it has no interval.
    func interval(_ share: ReleasedValue) -> RichText {
        guard share.lower != nil, share.upper != nil else { return "" }
        return text(
            sv: ", intervall \(share, .percentagePoints(), part: .interval)",
            en: ", interval \(share, .percentagePoints(), part: .interval)")
    }

    /// "2 390 personer", "1 person", "ingen person". The noun is counted in whole numbers.
    func counted(_ number: ReleasedValue, _ noun: Noun) -> RichText {
        switch number.value {
        case 0: RichText(said(sv: "\(noun.none) \(noun.one.swedish)", en: "no \(noun.many.english)"))
        case 1: "\(number, .count)\u{A0}\(said(noun.one))"
        default: "\(number, .count) \(said(noun.many))"
        }
    }

    /// "12 345 timmar", "0,4 timmar": without decimals from ten hours up.
    func hours(_ sum: ReleasedValue) -> RichText {
        let form: NumberForm = sum.value.magnitude < 10 ? .hours(1) : .hours()
        return "\(sum, form) \(hourNoun(sum, form))"
    }

    /// "timme" after what prints as 1, else "timmar".
    func hourNoun(_ hours: ReleasedValue, _ form: NumberForm) -> String {
        said(NumberStyle(language).text(hours.value, form.unsigned) == "1" ? Noun.hour.one : Noun.hour.many)
    }
}
