// SPDX-License-Identifier: EUPL-1.2
package import Disclosure
package import Documents
package import Terms

/// The follow-up of one district board, beside the whole municipality: from the same release as the city's.
package struct DistrictReport: Sendable {
    private let chapters: Chapters
    private let board: String

    /// - Parameter board: a board of the newest division, as it is named in the answers.
    package init(
        _ board: String, _ questions: ReportQuestions, release: Release, comparisons: [ReleasedComparison] = [],
        integrity: ReleasedIntegrity, facts: ReportFacts, language: Language
    ) {
        self.board = board
        chapters = Chapters(
            questions: questions, release: release, comparisons: comparisons, integrity: integrity, facts: facts,
            language: language)
    }

    /// `enskede-arsta-vantor`: the name in lower-case ASCII, for files.
    package static func fileName(of board: String) -> String {
        NearestName.folded(board).map { $0.isLetter && $0.isASCII || $0.isNumber ? String($0) : "-" }.joined()
    }

    /// The report as data, ready to be rendered.
    package var document: Document {
        let facts = chapters.facts
        let year = chapters.year
        let main = [
            chapters.boardSummary(board), chapters.strongestDifferences(board), chapters.boardTables(board),
            chapters.boardSurvey(board), chapters.data(),
            chapters.boardLimits(board),
        ].compactMap { $0 }
        return Document(
            title: chapters.said(
                sv: "\(board): uppföljning av \(facts.service.swedish) \(year)",
                en: "\(board): follow-up of \(facts.service.english) \(year)"),
            subtitle: chapters.said(
                sv: "\(facts.municipality). Stadsdelsnämnden bredvid \(facts.wholeArea.swedish)",
                en: "\(facts.municipality). The district board beside \(facts.wholeArea.english)"),
            language: chapters.language,
            metadata: Document.Metadata(
                publisher: facts.municipality, period: "\(year)", generator: facts.generator,
                summary: chapters.said(
                    sv: "Personer, timmar och flexibel användning i \(board) under \(year), bredvid "
                        + "\(facts.wholeArea.swedish).",
                    en: "Persons, hours and flexible use in \(board) during \(year), beside \(facts.wholeArea.english)."
                )),
            sections: main.enumerated().map { place, section in section.numbered(place + 1) })
    }
}
