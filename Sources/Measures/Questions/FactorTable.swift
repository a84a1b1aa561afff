// SPDX-License-Identifier: EUPL-1.2
import Terms

/// The decomposition as one table: a row a factor, and their sum, which is the whole change.
struct FactorTable {
    private static let factors: [(factor: Question.DecompositionFactor, label: Phrase)] = [
        (.persons, Phrase(sv: "Antal personer", en: "Number of persons")),
        (.grantedPerPerson, Phrase(sv: "Beviljade timmar per person", en: "Granted hours per person")),
        (.utilisation, Phrase(sv: "Andel utförda timmar", en: "Utilisation")),
    ]

    /// Whether the question asks for the factors side by side.
    static func isAsked(_ question: Question) -> Bool {
        question.measure == .decomposition && question.aspect == .headline && question.dimensions.contains(.factor)
    }

    /// Asks for each part by itself and sets them side by side, the factors within each other category.
    static func answer(
        _ question: Question, by tabulate: (Question) throws(QuestionError) -> Tabulation
    ) throws(QuestionError) -> Tabulation {
        var plain = question
        plain.dimensions.removeAll { $0 == .factor }
        var parts: [(category: Category, answer: Tabulation)] = []
        for (rank, part) in factors.enumerated() {
            plain.aspect = .part(part.factor)
            let category = Category(.factor, code: part.factor.rawValue, label: part.label, rank: rank)
            parts.append((category, try tabulate(plain)))
        }
        plain.aspect = .part(.sum)
        let whole = try tabulate(plain)
        if question.totals { parts.append((Category.total(of: .factor), whole)) }
        let rows = whole.rows.indices.flatMap { place in
            parts.map { part in
                let row = part.answer.rows[place]
                return Tabulation.Row(key: row.key + [part.category], measurement: row.measurement)
            }
        }
        return Tabulation(
            question: question, dimensions: whole.dimensions + [.factor], rows: rows,
            definition: definition(parts[0].answer.definition), notes: whole.notes)
    }

    /// The parts' definition under the measure's own name.
    private static func definition(_ part: Definition) -> Definition {
        Definition(
            id: MeasureName.decomposition.rawValue,
            text: Phrase(
                sv:
                    "Förändringen mot året innan i utförda timmar under beslut, delad på personer × beviljat per person "
                    + "× andel utförda timmar (LMDI). Delarna summerar till förändringen.",
                en: "The change from the year before in performed hours under decisions, split into persons × granted "
                    + "per person × utilisation (LMDI). The parts add to the change."),
            settings: part.settings)
    }
}
