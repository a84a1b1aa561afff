// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Question 11: what those who were asked say, and whether they know the rules. nil when no survey belongs to the years
/// of the report.
struct SurveyChapter: Chapter {
    let scope: ReportScope

    private var surveys: [SurveyFacts] { scope.currentSurveys }
    private var opinions: [Opinions] { surveys.map { Opinions(scope: scope, survey: $0) } }

    /// How many answered comes first in the open tables, then what they answered, then who they are.
    var requests: [Question] {
        [scope.responseRate, scope.respondentCount, scope.responseRateByDistrict].compactMap(\.self)
            + opinions.flatMap(\.requests) + Knowledge(scope: scope).requests
            + AnswersByBoard(scope: scope).requests + Respondents(scope: scope).requests
    }

    func section(_ released: Released) -> Section? {
        guard !surveys.isEmpty else { return nil }
        let parts: [any Chapter] =
            [Respondents(scope: scope), Knowledge(scope: scope)] + opinions + [AnswersByBoard(scope: scope)]
        let knows = scope.hasKnowledge
        func names(_ language: KeyPath<Phrase, String>) -> String {
            joined(surveys.map { $0.name.indefinite[keyPath: language] })
        }
        return Section(
            id: "enkat",
            heading: said(
                sv: "Så svarar \(names(\.swedish))" + (knows ? "; kännedom om reglerna" : ""),
                en: "What \(names(\.english)) answer" + (knows ? "; knowledge of the rules" : "")),
            blocks: [.paragraph(opening)], sections: parts.compactMap { $0.written(from: released) })
    }

    private var opening: RichText {
        let waves = joined(
            surveys.map { survey in
                said(
                    sv: "\(survey.name.indefinite.swedish) (mätningen \(survey.wave))",
                    en: "\(survey.name.indefinite.english) (wave \(survey.wave))")
            })
        return phrase(
            sv: """
                Kapitlet bygger på enkäter till \(waves). Andelarna är skattningar för \
                alla som kunde ha svarat, inte bara för dem som svarade.
                """,
            en: """
                This chapter is built on surveys of \(waves). The shares are estimates \
                for all who could have answered, not only for those who did.
                """)
    }
}

extension SurveyFacts {
    /// The group in running text.
    var name: RespondentName { RespondentName(group: group, label: label) }
}

extension Scoped {
    func responseFinding(_ survey: SurveyFacts, in released: Released) -> Finding? {
        writer.responseRate(cell(scope.responseRate, survey, in: released), of: survey.name)
    }

    /// A difference as a sentence may judge it. Where the number of answers is withheld, so is the p-value; of a difference
    /// that is tested together with others the interval alone does not tell whether it is certain, and no sentence does.
    func judgeable(_ cell: ReleasedCell, isTestedAlone: Bool) -> ReleasedCell {
        guard !isTestedAlone, let value = cell.shown, value.adjustedP == nil, let lower = value.lower,
            let upper = value.upper, lower < upper, lower > 0 || upper < 0
        else { return cell }
        return .hidden
    }

    /// "Hur ofta räcker dina timmar? (n = 214)": n is the respondents behind the cell.
    func labelled(_ question: Phrase, _ cell: ReleasedCell) -> RichText {
        let name = RichText(said(question))
        guard let value = cell.shown, value.persons != nil else {
            return name + RichText(" (n\u{A0}=\u{A0}\(CellText(.persons(cell), language).text))")
        }
        return name + " (n\u{A0}=\u{A0}\(value, part: .persons))"
    }

    /// "”Alltid” och ”Ofta”"
    func quoted(_ categories: [SurveyFacts.Category]) -> String {
        joined(categories.map { said(sv: "”\($0.label.swedish)”", en: "“\($0.label.english)”") })
    }

    /// What stands over the column of earlier waves, and over that of the latest ones: the name of the wave when all
    /// are of the same.
    func heading(ofWaves surveys: [SurveyFacts], else words: Phrase) -> String {
        guard let first = surveys.first?.wave, surveys.allSatisfy({ $0.wave == first }) else { return said(words) }
        return first
    }

    /// Columns of a share and of what it was in the wave before: of every row the item and the survey it belongs to.
    func waveColumns<Row>(
        of share: Question?, change: Question?, latest: String, comparing rows: [Row], in released: Released,
        _ entry: @escaping (Row) -> (survey: SurveyFacts, item: String)
    ) -> [TableSpec<Row>.Column] {
        func earlier(_ row: Row) -> SurveyFacts? {
            let (survey, item) = entry(row)
            return scope.wave(before: survey, with: item)
        }
        func now(_ row: Row) -> ReleasedCell {
            let (survey, item) = entry(row)
            return cell(share, survey, item, in: released)
        }
        let noWave = ReleasedCell.notApplicable(
            Phrase(
                sv: "Gruppen har ingen tidigare mätning med frågan.",
                en: "The group has no earlier wave with the question."))
        func difference(_ row: Row) -> ReleasedCell {
            let (survey, item) = entry(row)
            return earlier(row) == nil ? noWave : cell(change, survey, item, in: released)
        }
        let both: [TableSpec<Row>.Column] = [
            .value(latest, .percent(), now), .interval(said(.interval), .percent(), now),
        ]
        let before = rows.compactMap(earlier)
        guard !before.isEmpty else { return both }
        let wavesBefore = heading(ofWaves: before, else: Phrase(sv: "Mätningen innan", en: "Wave before"))
        return [
            .value(wavesBefore, .percent()) { row in
                earlier(row).map { cell(share, $0, entry(row).item, in: released) } ?? noWave
            }
        ] + both + [
            .value(said(.change), unit: said(.percentagePoints), .percentagePoints().signed, difference),
            .value(said(.adjustedP), .decimal(3), part: .adjustedP, difference),
        ]
    }
}
