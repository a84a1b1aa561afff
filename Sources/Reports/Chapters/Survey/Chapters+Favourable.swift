// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// The favourable share of each question that has one, and its change from the wave before when any was asked then.
    /// nil without such questions.
    func favourableTable(_ survey: SurveyFacts, _ items: [SurveyFacts.Item]) -> Table? {
        guard !items.isEmpty else { return nil }
        let earlier = items.map { questions.wave(before: survey, with: $0.name) }
        let comparesWaves = earlier.contains { $0 != nil }
        var columns = [Table.Column(said(sv: "Fråga", en: "Question"), alignment: .start)]
        if comparesWaves {
            columns.append(
                Table.Column(waves(earlier.compactMap(\.self)) ?? said(sv: "Mätningen innan", en: "Wave before")))
        }
        columns += [Table.Column(survey.wave), Table.Column(said(sv: "Intervall", en: "Interval"))]
        if comparesWaves {
            columns += [
                Table.Column(
                    said(sv: "Förändring", en: "Change"), unit: said(sv: "procentenheter", en: "percentage points")),
                Table.Column(said(sv: "Justerat p-värde", en: "Adjusted p-value")),
            ]
        }
        let rows = zip(items, earlier).map { item, earlier -> Table.Row in
            let share = cell(questions.favourable, survey, item.name)
            var cells: [Cell] = [.text(RichText(said(item.question)))]
            if comparesWaves {
                let before = earlier.map { cell(questions.favourable, $0, item.name) }
                cells.append(.released(before ?? .notApplicable(Self.noWaveBefore), .value, .percent()))
            }
            cells += [.released(share, .value, .percent()), .released(share, .interval, .percent())]
            if comparesWaves {
                let change =
                    earlier == nil
                    ? .notApplicable(Self.noWaveBefore) : cell(questions.favourableChange, survey, item.name)
                cells += [
                    .released(change, .value, .percentagePoints().signed), .released(change, .adjustedP, .decimal(3)),
                ]
            }
            return Table.Row(cells)
        }
        let name = survey.name.definite
        return surveyTable(
            Caption(
                id: "positiva-\(survey.group)",
                title: said(sv: "Positiva svar från \(name.swedish)", en: "Favourable answers of \(name.english)"),
                unit: said(
                    sv: "procent av svaren, utan vet ej", en: "per cent of the answers, do not know left out"),
                notes: [
                    phrase(
                        sv: "Vilka svar som räknas som positiva står i bilaga B.",
                        en: "Annex B tells which answers count as favourable.")
                ]), columns, rows, hasInterval: true, of: [survey])
    }

    /// The name of the wave when all surveys are of the same.
    func waves(_ surveys: [SurveyFacts]) -> String? {
        guard let first = surveys.first?.wave, surveys.allSatisfy({ $0.wave == first }) else { return nil }
        return first
    }

    static let noWaveBefore = Phrase(
        sv: "Gruppen har ingen tidigare mätning med frågan.", en: "The group has no earlier wave with the question.")
}
