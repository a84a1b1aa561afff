// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

/// Resultatet i korthet of a report that has surveys alone.
struct SurveySummary: Chapter {
    let scope: ReportScope

    private var surveys: [SurveyFacts] { scope.currentSurveys }
    private var knowledge: KnowledgeInBrief { KnowledgeInBrief(scope: scope) }

    var requests: [Question] {
        [scope.responseRate, scope.respondentCount].compactMap(\.self) + knowledge.requests
    }

    func section(_ released: Released) -> Section? {
        let cards = surveys.prefix(4).map { card($0, released) } + [knowledge.card(released)].compactMap(\.self)
        let notes = Trust(scope: scope, released: released).notes + unweighted
        return Section(
            id: "resultat", heading: said(sv: "Resultatet i korthet", en: "The result in brief"),
            blocks: [.cards(cards)]
                + blocks(surveys.map { responseFinding($0, in: released) } + [knowledge.finding(released)])
                + notes.map { .note($0) })
    }

    private func card(_ survey: SurveyFacts, _ released: Released) -> Card {
        let count = cell(scope.respondentCount, survey, in: released)
        return Card(
            label: said(.respondents), number: count, form: .count,
            sentence: phrase(
                sv: "Så många svar har kommit från \(survey.name.definite.swedish), i mätningen \(survey.wave).",
                en: "So many answers came from \(survey.name.definite.english), in the wave \(survey.wave)."),
            certainty: certainty(ofCount: count))
    }

    /// Without the size of the frame nothing tells how well the answers stand for all.
    private var unweighted: [Note] {
        guard surveys.contains(where: { $0.selection == .notGiven }) else { return [] }
        return [
            Note(
                .caution,
                phrase(
                    sv: """
                        Hur många som kunde ha svarat är inte angivet. Svarsfrekvensen är därför okänd, och andelarna gäller \
                        säkert bara dem som svarat. Skriv antalet under design i kodboken.
                        """,
                    en: """
                        How many could have answered is not given. The response rate is therefore unknown, and the shares \
                        are certain only for those who answered. Write the number under design in the codebook.
                        """))
        ]
    }
}
