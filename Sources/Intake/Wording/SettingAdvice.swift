// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// A setting that a source takes, and what the reader must know to be true first: the program never claims it.
struct SettingAdvice: Sendable {
    let condition: Phrase
    /// As it stands among the settings of a source: `units: {timmar: månad}`.
    let setting: Phrase

    init(_ condition: Phrase, _ swedish: String, _ english: String? = nil) {
        self.condition = condition
        setting = Phrase(sv: swedish, en: english ?? swedish)
    }
}

extension IntakeFileError {
    /// The setting that would do away with it; nil where none would.
    var advice: SettingAdvice? {
        switch self {
        case .unitUnknown(let column, _):
            SettingAdvice(
                Phrase(sv: "Är de per månad", en: "If they are per month"), "units: {\(column): månad}",
                "units: {\(column): month}")
        case .unitColumnUnknown(let column, _), .hoursContradictClock(let column, _):
            SettingAdvice(
                Phrase(sv: "Är de timmar", en: "If they are hours"), "units: {\(column): timmar}",
                "units: {\(column): hours}")
        case .unitSeems(let column, _, let measure):
            SettingAdvice(
                Self.ifSo, "units: {\(column): \(measure.settingWord.swedish)}",
                "units: {\(column): \(measure.settingWord.english)}")
        case .dateOrderUnknown:
            SettingAdvice(
                Phrase(sv: "Kommer dagen först", en: "If the day comes first"), "dates: dag-månad-år",
                "dates: day-first")
        case .yearMissing: SettingAdvice(Phrase(sv: "Gäller den 2017", en: "If it is of 2017"), "year: 2017")
        case .ambiguousColumn(let canonical, let headers):
            headers.first.map { first in
                SettingAdvice(
                    Phrase(sv: "Är det den första", en: "If it is the first"),
                    "columns: {\(canonical): \(YAMLText.flow(first))}")
            }
        case .missingColumn(let canonical, let nearest, _, _, _):
            nearest.map { SettingAdvice(Self.ifSo, "columns: {\(canonical): \(YAMLText.flow($0))}") }
        default: nil
        }
    }

    private static let ifSo = Phrase(sv: "Stämmer det", en: "If so")
}

extension Phrase {
    /// Adds a line that says what to write where, whole enough to be copied as it stands.
    func advising(_ advice: SettingAdvice, at site: SourceSite?) -> Phrase {
        let (swedish, english) = (advice.setting.swedish, advice.setting.english)
        let words: Phrase
        switch (site, site?.line) {
        case (_, let line?):
            words = Phrase(
                sv: "skriv \(swedish) vid källan på rad \(line) i ledsaga.yaml.",
                en: "write \(english) at the source on line \(line) of ledsaga.yaml.")
        case (let site?, nil):
            let source = "- {kind: \(site.kind.rawValue), files: \(YAMLText.flow(site.file)), "
            words = Phrase(
                sv: "skriv under sources i ledsaga.yaml (”ledsaga init” skriver dit alla filer): \(source)\(swedish)}",
                en: "write under sources in ledsaga.yaml (“ledsaga init” writes all files there): \(source)\(english)}")
        case (nil, nil):
            words = Phrase(
                sv: "skriv \(swedish) vid källan i ledsaga.yaml.",
                en: "write \(english) at the source in ledsaga.yaml.")
        }
        return self
            + Phrase(
                sv: "\n\(advice.condition.swedish), \(words.swedish)",
                en: "\n\(advice.condition.english), \(words.english)")
    }
}
