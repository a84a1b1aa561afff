// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// Resultatet i korthet of a report that has surveys alone.
    func surveySummary() -> Section {
        let surveys = questions.currentSurveys
        let cards = surveys.prefix(4).map(respondentsCard) + (knowledgeCard.map { [$0] } ?? [])
        let findings = surveys.compactMap(responseFinding) + (knowledgeFinding.map { [$0] } ?? [])
        return Section(
            id: "resultat", heading: said(sv: "Resultatet i korthet", en: "The result in brief"),
            blocks: [.cards(cards)] + findings.map { .finding($0) } + (trust + unweighed(surveys)).map { .note($0) })
    }

    private func respondentsCard(_ survey: SurveyFacts) -> Card {
        let count = cell(questions.respondentCount, survey)
        return Card(
            label: said(sv: "Svarande", en: "Respondents"), number: count, form: .count,
            sentence: phrase(
                sv: "Så många svar har kommit från \(survey.name.definite.swedish), i mätningen \(survey.wave).",
                en: "So many answers came from \(survey.name.definite.english), in the wave \(survey.wave)."),
            certainty: certainty(ofCount: count))
    }

    /// Without the size of the frame nothing tells how well the answers stand for all.
    private func unweighed(_ surveys: [SurveyFacts]) -> [Note] {
        let without = surveys.filter { $0.selection == .notGiven }
        guard !without.isEmpty else { return [] }
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
