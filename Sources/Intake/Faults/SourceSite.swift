// SPDX-License-Identifier: EUPL-1.2
package import CaseData
import Terms

/// Where in the project file a setting for one file would stand: at its source, or in one that is still to be written.
package struct SourceSite: Sendable, Hashable {
    package let kind: SourceKind
    /// The file, relative to the project folder, as it may be shown.
    package let file: String
    /// The line of its source in the project file; nil when the project file names no sources.
    package let line: Int?

    package init(kind: SourceKind, file: String, line: Int? = nil) {
        self.kind = kind
        self.file = PersonMask.shown(path: file)
        self.line = line
    }

    /// The site of a file that is read as the source says.
    init(of source: Source, file: String) {
        self.init(kind: source.kind, file: file, line: source.line)
    }
}

extension Phrase {
    /// Adds a line that says what to write where, whole enough to be copied as it stands. `condition` is what the reader
    /// must know to be true first: the program never claims it.
    func advising(_ site: SourceSite?, if condition: Phrase, _ swedish: String, _ english: String) -> Phrase {
        let advice: Phrase
        switch (site, site?.line) {
        case (_, let line?):
            advice = Phrase(
                sv: "skriv \(swedish) vid källan på rad \(line) i ledsaga.yaml.",
                en: "write \(english) at the source on line \(line) of ledsaga.yaml.")
        case (let site?, nil):
            let source = "- {kind: \(site.kind.rawValue), files: \(YAMLText.flow(site.file)), "
            advice = Phrase(
                sv: "skriv under sources i ledsaga.yaml, där alla filer ska nämnas: \(source)\(swedish)}",
                en: "write under sources in ledsaga.yaml, where all files are to be named: \(source)\(english)}")
        case (nil, nil):
            advice = Phrase(
                sv: "skriv \(swedish) vid källan i ledsaga.yaml.",
                en: "write \(english) at the source in ledsaga.yaml.")
        }
        return self
            + Phrase(
                sv: "\n\(condition.swedish), \(advice.swedish)", en: "\n\(condition.english), \(advice.english)")
    }
}
