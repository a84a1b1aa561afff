// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What the numbers of surveys are called when they are declared.
extension DeclaredQuantity {
    static let respondents = counted(
        "respondents", Phrase(sv: "Svarande", en: "Respondents"), adds: asRespondents)
    static let sent = counted(
        "delivered", Phrase(sv: "Utskick som nådde fram", en: "Questionnaires delivered"), adds: asRespondents)
    static let respondentsOfClass = counted(
        "respondents-of-class", Phrase(sv: "Svarande i klassen", en: "Respondents of the class"), adds: [:])
    static let respondentsOfKnownClass = counted(
        "respondents-of-known-class", Phrase(sv: "Svarande vars klass är känd", en: "Respondents of known class"),
        adds: [:])
    static let personsOfKnownClass = counted(
        "persons-of-known-class", Phrase(sv: "Personer vars klass är känd", en: "Persons of known class"), adds: [:])
    /// Answers to one item that count.
    static let itemAnswers = counted(
        "answers", Phrase(sv: "Svar som räknas", en: "Answers that count"), adds: asAnswers)
    static let asked = counted("asked", Phrase(sv: "Tillfrågade", en: "Asked"), adds: asAnswers)
    static let withoutAnswer = counted("no-answer", Phrase(sv: "Utan svar", en: "Without an answer"), adds: asAnswers)
    static let notKnowing = counted(
        "do-not-know", Phrase(sv: "Svarade vet ej", en: "Answered do not know"), adds: asAnswers)
    /// The share of favourable or right answers, by which groups and waves are compared.
    static let keyShare = value(
        "key-share", Phrase(sv: "Andel positiva eller rätta svar", en: "Share of favourable or right answers"), .share)
    static let answerShare = value("answer-share", Phrase(sv: "Svarets andel", en: "Share of the answer"), .share)

    private static func counted(
        _ name: String, _ title: Phrase, adds: [DeclaredDimension: ClassSum]
    ) -> DeclaredQuantity {
        DeclaredQuantity(name, title, .count, .answers, adds: adds)
    }
}

extension Declaration {
    static let itemAnswers = Declaration(
        .count, [.value: .itemAnswers, .n: .itemAnswers], needing: .question, scoped: askedAddUp,
        others: ofAsked)
    static let nonresponse = Declaration(
        .share, [.numerator: .withoutAnswer, .denominator: .asked, .n: .asked], needing: .question, quotient: 1,
        scoped: askedAddUp, others: ofAsked)
    static let doNotKnow = Declaration(
        .share, [.numerator: .notKnowing, .denominator: .asked, .n: .asked], needing: .question, quotient: 1,
        scoped: askedAddUp, others: ofAsked)

    /// Those asked are those without an answer, those whose answer counts, and those who do not know: whose answer counts
    /// as not right where there is a right one.
    private static let askedAddUp = [
        DeclaredRelation(.whole(.asked, .itemAnswers, .withoutAnswer), in: .knowledgeItems),
        DeclaredRelation(.part(.notKnowing, of: .itemAnswers), in: .knowledgeItems),
        DeclaredRelation(.whole(.asked, .itemAnswers, .withoutAnswer, .notKnowing), in: .otherItems),
        DeclaredRelation(.same(.asked, .respondents, ignoring: .question), in: .itemsAskedOfAll),
    ]
    private static let ofAsked: [DeclaredQuantity] = [
        .asked, .itemAnswers, .withoutAnswer, .notKnowing, .respondents,
    ]

    /// The difference of two shares: between waves, or from the first of the groups. From all others together it is of no
    /// number that is published.
    static func keyDifference(_ aspect: Question.Aspect) -> Declaration {
        guard let along = aspect.gap else {
            return Declaration(
                .difference, [.value: .change(of: .keyShare), .n: .itemAnswers], needing: .question,
                [.change(of: .keyShare, before: .wave)], others: [.keyShare])
        }
        guard along == .group else { return Declaration(.difference, [.n: .itemAnswers], needing: .question) }
        let gap = DeclaredQuantity.value(
            "key-share-gap", Phrase(sv: "Skillnad från den första gruppen", en: "Difference from the first group"),
            .difference, .shareDifference)
        return Declaration(
            .difference, [.value: gap, .n: .itemAnswers], needing: .question,
            [.gap(difference: gap.name, of: DeclaredQuantity.keyShare.name, along: .group)], others: [.keyShare])
    }
}
