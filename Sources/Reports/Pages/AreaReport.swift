// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The follow-up of one district board, beside the whole municipality: from the same release as the follow-up.
struct AreaReport: Page {
    let scope: ReportScope
    /// A board of the newest division, as it is named in the answers.
    let area: String

    var board: String? { area }
    var name: String { BoardFileNames(of: facts.boards)[area] }

    var title: String {
        said(
            sv: "\(area): uppföljning av \(facts.service.swedish) \(year)",
            en: "\(area): follow-up of \(facts.service.english) \(year)")
    }

    var subtitle: String {
        said(
            sv: "\(facts.municipality). Stadsdelsnämnden bredvid \(facts.wholeArea.swedish)",
            en: "\(facts.municipality). The district board beside \(facts.wholeArea.english)")
    }

    var abstract: String {
        said(
            sv: "Personer, timmar och flexibel användning i \(area) under \(year), bredvid \(facts.wholeArea.swedish).",
            en: "Persons, hours and flexible use in \(area) during \(year), beside \(facts.wholeArea.english).")
    }

    var summary: any Chapter { BoardSummary(scope: scope, board: area) }

    var chapters: [any Chapter] {
        [
            BoardDifferences(scope: scope, board: area), BoardTables(scope: scope, board: area),
            BoardAnswers(scope: scope, board: area), DataChapter(scope: scope), BoardLimits(scope: scope, board: area),
        ]
    }
}
