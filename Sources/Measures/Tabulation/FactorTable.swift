// SPDX-License-Identifier: EUPL-1.2
import Terms

/// Aspects side by side in one table: the parts of a change, and their sum, which is the whole change.
struct FactorTable: Sendable {
    /// The dimension that tells the parts apart.
    let dimension: Dimension
    let parts: [(category: Category, aspect: Question.Aspect)]
    let whole: Question.Aspect
    let definition: Phrase

    /// Asks for each part by itself and sets them side by side, the parts within each other category.
    func answer(
        _ question: Question, by tabulate: (Question) throws(QuestionError) -> Tabulation
    ) throws(QuestionError) -> Tabulation {
        var plain = question
        plain.dimensions.removeAll { $0 == dimension }
        var answers: [(category: Category, answer: Tabulation)] = []
        for part in parts {
            plain.aspect = part.aspect
            answers.append((part.category, try tabulate(plain)))
        }
        plain.aspect = whole
        let sum = try tabulate(plain)
        if question.totals { answers.append((Category.total(of: dimension), sum)) }
        let rows = sum.rows.indices.flatMap { place in
            answers.map { part in
                let row = part.answer.rows[place]
                return Tabulation.Row(key: row.key + [part.category], measurement: row.measurement)
            }
        }
        // The parts' definition under the measure's own name.
        let part = answers[0].answer.definition
        return Tabulation(
            question: question, dimensions: sum.dimensions + [dimension], rows: rows,
            from: Contributors(answers.map(\.answer.contributors)) { $1 * answers.count + $0 },
            definition: Definition(
                id: question.measure.rawValue, text: definition, settings: part.settings,
                words: ValueWords(
                    subject: Catalogue[question.measure].label,
                    areDifferences: part.words.areDifferences)), notes: sum.notes)
    }
}
