// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Documents
import Terms

extension Chapters {
    /// The cell of a survey: its year, group and wave, then the codes of what the question is broken down by.
    func cell(_ question: Question, _ survey: SurveyFacts, _ codes: String...) -> ReleasedCell {
        answers.cell(question, survey.year, [survey.group, survey.wave] + codes)
    }

    /// A difference as a sentence may judge it. Where the number of answers is withheld, so is the p-value; of a difference
    /// that is tested together with others the interval alone does not tell whether it is certain, and no sentence does.
    func judgeable(_ cell: ReleasedCell, isTestedAlone: Bool) -> ReleasedCell {
        guard !isTestedAlone, let value = cell.shown, value.adjustedP == nil, let lower = value.lower,
            let upper = value.upper, lower < upper, lower > 0 || upper < 0
        else { return cell }
        return .hidden
    }

    /// A table of survey answers: who was asked, when, and from which survey stand in place of the register's.
    func surveyTable(
        _ caption: Caption, _ columns: [Table.Column], _ rows: [Table.Row], headerColumns: Int = 1,
        base: ReleasedCell? = nil, hasInterval: Bool = false, of surveys: [SurveyFacts]
    ) -> Table {
        var waves: [String] = []
        for survey in surveys where !waves.contains(survey.wave) { waves.append(survey.wave) }
        let groups = surveys.map { said($0.name.indefinite) }
        return Table(
            id: caption.id, title: caption.title, unit: caption.unit, population: joined(groups),
            year: joined(waves), base: base.map { .value($0) }, columns: columns, rows: rows,
            headerColumns: headerColumns,
            source: said(
                sv: "\(facts.municipalityGenitive) enkät till \(joined(groups)); egen bearbetning",
                en: "survey of \(joined(groups)) by \(facts.municipality); own processing"),
            notes: caption.notes + (hasInterval ? [surveyIntervalNote] : []))
    }

    var surveyIntervalNote: RichText {
        phrase(
            sv: "Intervallet (95 procent) visar osäkerheten som beror på vilka som har svarat.",
            en: "The interval (95%) shows the uncertainty that comes from who has answered.")
    }

    /// "Hela staden"
    var wholePlace: String { said(facts.wholeArea).asSentenceStart }

    /// "”Alltid” och ”Ofta”"
    func quoted(_ categories: [SurveyFacts.Category]) -> Phrase {
        func list(_ labels: [String], _ marks: (String, String), _ and: String) -> String {
            let quoted = labels.map { marks.0 + $0 + marks.1 }
            guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
            return quoted.dropLast().joined(separator: ", ") + and + last
        }
        return Phrase(
            sv: list(categories.map(\.label.swedish), ("”", "”"), " och "),
            en: list(categories.map(\.label.english), ("“", "”"), " and "))
    }
}
