// SPDX-License-Identifier: EUPL-1.2
import CaseData

/// Steps of a scale that the form may have had and nobody chose: a file of answers cannot have them, and without them the
/// steps that are there stand too near each other. A draft says so.
enum UnchosenSteps: Sendable, Hashable {
    /// Answers of the same scale that other questions of the file have.
    case ofOtherQuestions([String])
    /// The scale is known with more steps than were chosen.
    case somewhere

    /// A scale as a question of the file has it. Of a matrix with a thousand rows there are but a few.
    private struct Form: Hashable {
        let scale: Int
        let keys: Set<String>
    }

    /// The questions, each with what it may lack.
    static func marked(_ questions: [CodebookDraft.Question]) -> [CodebookDraft.Question] {
        let forms = questions.map { question in
            steps(of: question).flatMap { answers in
                AnswerScales.scale(of: answers).map { scale in
                    Form(scale: scale, keys: Set(answers.map { AnswerSpellings.key($0) }))
                }
            }
        }
        var answersOfForm: [Form: [String]] = [:]
        var order: [Form] = []
        for case (let question, let form?) in zip(questions, forms) where answersOfForm[form] == nil {
            answersOfForm[form] = steps(of: question)
            order.append(form)
        }
        var lacks: [Form: UnchosenSteps] = [:]
        for form in order {
            // The same form of the scale has all of its steps, and more.
            let larger = order.filter { $0.scale == form.scale && $0.keys.isStrictSuperset(of: form.keys) }
            if let largest = larger.max(by: { $0.keys.count < $1.keys.count }) {
                let more = (answersOfForm[largest] ?? []).filter { !form.keys.contains(AnswerSpellings.key($0)) }
                lacks[form] = .ofOtherQuestions(more)
            } else if form.keys.count < AnswerScales.usualSteps(of: form.scale) {
                lacks[form] = .somewhere
            }
        }
        return zip(questions, forms).map { question, form in
            var question = question
            question.unchosen = form.flatMap { lacks[$0] }
            return question
        }
    }

    /// The answers of a question that may be steps of a scale in words; nil of other questions.
    private static func steps(of question: CodebookDraft.Question) -> [String]? {
        guard [.scale, .single].contains(question.kind) else { return nil }
        let answers = question.answers.filter { $0.missing == nil && !$0.isOther && $0.score == nil }.map(\.label)
        return answers.count >= 2 ? answers : nil
    }
}
