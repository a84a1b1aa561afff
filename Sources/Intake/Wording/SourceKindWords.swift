// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

extension SourceKind {
    /// What the files of the kind hold, in words.
    package var words: Phrase {
        switch self {
        case .decisions: Phrase(sv: "beslut", en: "decisions")
        case .visits: Phrase(sv: "utförd tid", en: "performed hours")
        case .statistics: Phrase(sv: "sammanställd statistik", en: "table of totals")
        case .survey: Phrase(sv: "enkätsvar", en: "survey answers")
        case .districts: Phrase(sv: "stadsdelsnämnder", en: "districts")
        case .population: Phrase(sv: "befolkning", en: "population")
        case .rates: Phrase(sv: "ersättning", en: "rates")
        }
    }
}

extension ProjectNote {
    /// One line to tell beside other messages.
    package func message(in language: Language) -> String {
        switch self {
        case .kindNotRead(let kind, let line):
            let place = line.map { "\(Project.fileName):\($0): " } ?? ""
            return place
                + Phrase(
                    sv: "källor av slaget \(kind.rawValue) (\(kind.words[.swedish])) läses inte i den här versionen.",
                    en: "sources of kind \(kind.rawValue) (\(kind.words[.english])) are not read in this version."
                )[language]
        }
    }
}
