// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Question 11: who knows the rules? Item by item, or over all knowledge items of a survey.
extension Measure {
    static let awareness = Measure(
        name: .awareness, label: label, material: .surveys, adding: .answers,
        aspects: [
            Aspect(
                "", value: .share, quantities: ofAnswers, links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(.share, [.value: .keyShare, .n: .itemAnswers], needing: .question)
                }, by: ofItem(),
                definition: { _, _ in
                    Phrase(
                        sv: "Skattad andel rätta svar på kunskapsfrågorna; vet ej räknas som inte rätt.",
                        en: "Estimated share of right answers to the knowledge items; do not know counts as not right.")
                }, subject: { _ in label },
                count: each(SurveyRule(items: knowledge, leavesOut: true)) { subject in
                    (subject.figure?.counted ?? nobody(.share), subject.identities)
                }, comparison: ComparisonRule(kind: .share, mayBeNegative: false, answers: .key)),
            difference("change", [.init("change", .change)]),
            difference("gap", [.init("gap-group", .gap(.group)), .init("gap-district", .gap(.district))]),
            Aspect(
                "answers", spelled: [.init("answers", .answers)], value: .count(.answers),
                quantities: [.value: .answers, .denominator: .answers, .persons: .answers], links: [],
                yearsCompared: nil, declares: { _, _ in .itemAnswers }, by: ofItem(),
                definition: { _, _ in Counted.answers },
                subject: { _ in Counted.answersSubject },
                count: each(SurveyRule(items: knowledge, isEstimated: false)) { subject in
                    let counted = subject.sample.count { row in
                        subject.cell.members[row] && subject.figures.contains { $0.column.counts(row) }
                    }
                    return (counted, [])
                }),
            Aspect(
                "nonresponse", spelled: [.init("nonresponse", .itemNonresponse)], value: .share,
                quantities: ofAnswers, links: [], yearsCompared: nil, declares: { _, _ in .nonresponse }, by: ofItem(),
                definition: { _, _ in Counted.nonresponse }, subject: { _ in Counted.nonresponseSubject },
                count: each(SurveyRule(items: knowledge, isEstimated: false)) { subject in
                    (subject.total(\.itemNonresponse), subject.links?.asked ?? [])
                }),
            Aspect(
                "do-not-know", spelled: [.init("do-not-know", .doNotKnow)], value: .share, quantities: ofAnswers,
                links: [], yearsCompared: nil, declares: { _, _ in .doNotKnow }, by: ofItem(),
                definition: { _, _ in Counted.doNotKnow },
                subject: { _ in Counted.doNotKnowSubject },
                count: each(SurveyRule(items: knowledge, isEstimated: false)) { subject in
                    (subject.total(\.doNotKnow), subject.links?.doNotKnow ?? [])
                }),
            Aspect(
                "worst-case", spelled: [.init("worst-case", .worstCase)], value: .difference(.share, adds: false),
                quantities: ofAnswers, links: [], yearsCompared: nil,
                declares: { _, _ in Declaration(.difference, [.n: .itemAnswers], needing: .question) },
                by: ofItem(),
                definition: { _, _ in Compared.worstCase },
                subject: { _ in
                    Phrase(
                        sv: "Andel som kan regeln, med gränser för bortfallet",
                        en: "Share who know the rule, with bounds for missing answers")
                },
                count: each(SurveyRule(items: knowledge, leavesOut: true)) { subject in
                    let figures = subject.figures
                    let bounds = figures.dropFirst().reduce(figures[0].bounds) { $0 + $1.bounds }
                    let bounded = subject.figure.map { bounds.counted($0) }
                    return (
                        bounded ?? nobody(.share, .difference),
                        [Tabulation.Identity(.value, [.init(1, .awareness, .headline, .value, of: subject.about)])]
                    )
                }),
        ], ofTotals: nil, adverse: .whenLower, explanation: .awareness)

    private static let label = Phrase(sv: "Andel som kan regeln", en: "Share who know the rule")
    private static let knowledge: @Sendable (SurveyItem) -> Bool = { $0.role == .knowledge }

    private static func difference(_ name: String, _ spellings: [Aspect.Spelling]) -> Aspect {
        Aspect(
            name, spelled: spellings, value: .difference(.shareDifference, adds: false), quantities: ofAnswers,
            links: [], yearsCompared: nil, declares: { aspect, _ in .keyDifference(aspect) }, by: ofItem(),
            check: Compared.check,
            definition: { aspect, _ in Compared.definition(aspect) },
            subject: { aspect in
                aspect.gap == nil
                    ? Phrase(
                        sv: "Andel som kan regeln, förändring från mätningen innan",
                        en: "Share who know the rule, change from the wave before")
                    : Phrase(sv: "Andel som kan regeln, skillnad", en: "Share who know the rule, difference")
            }, isSigned: true,
            count: .answers(SurveyRule(items: knowledge, isTested: true)) { (inquiry) throws(QuestionError) in
                try DifferenceRows.rows(of: inquiry)
            })
    }

    /// A row for each item and group where items are told apart, and for all items together.
    private static func each(
        _ rule: SurveyRule, _ number: @escaping @Sendable (KnowledgeSubject) -> (CountedNumber, [Tabulation.Identity])
    ) -> Counting {
        .answers(rule) { (inquiry) throws(QuestionError) in
            inquiry.knowledgeSubjects.map { subject in
                let (counted, identities) = number(subject)
                return inquiry.row(subject.sample, item: subject.named, subject.cell.traits, counted, identities)
            }
        }
    }
}

/// The knowledge items that one row speaks of, one of them or all together, in one group of respondents.
struct KnowledgeSubject {
    let inquiry: SurveyInquiry
    let sample: SurveySample
    /// Places in the survey's items.
    let items: [Int]
    /// The item whose row it is; nil for all together.
    let named: Int?
    let cell: SurveyInquiry.Cell

    var about: [Category] { inquiry.domain(sample, item: named, cell.traits) }

    /// The numbers of each item.
    var figures: [ItemFigures] {
        items.map { ItemFigures(sample, item: $0, members: cell.members, level: inquiry.question.level) }
    }

    /// The share right.
    var figure: SurveyFigure? { inquiry.awareness(sample, items, cell.members) }

    /// How the numbers of one item follow from the distribution of its answers.
    var links: AnswerLinks? { named.map { AnswerLinks(sample.survey.items[$0], about) } }

    /// What the share right is a sum of: over one item it is that item's; over all items, right answers and answers are
    /// the sums of the items'.
    var identities: [Tabulation.Identity] {
        if let links { return [links.right(.numerator)] }
        return [Part.numerator, .denominator].map { part in
            Tabulation.Identity(
                part,
                items.map {
                    .init(1, .awareness, .headline, part, of: inquiry.domain(sample, item: $0, cell.traits))
                })
        }
    }

    /// A share over all items, as it was counted: a respondent brings as many answers as items were asked.
    func total(_ part: KeyPath<ItemFigures, CountedNumber>) -> CountedNumber {
        let parts = figures.map { $0[keyPath: part] }
        var brought: [Contributor: Contribution] = [:]
        for contribution in parts.flatMap(\.contributions) {
            brought[contribution.unit, default: Contribution(unit: contribution.unit, numerator: 0)].numerator +=
                contribution.numerator
            brought[contribution.unit]?.denominator += contribution.denominator
        }
        let contributions = brought.values.sorted { $0.unit < $1.unit }
        var sum = Measurement.plainShare(
            Int(contributions.reduce(0) { $0 + $1.numerator }), of: Int(contributions.reduce(0) { $0 + $1.denominator })
        )
        // n is respondents, not answers.
        sum.persons = parts.map(\.measurement.persons).max() ?? 0
        return CountedNumber(sum, of: contributions)
    }
}

extension SurveyInquiry {
    fileprivate var knowledgeSubjects: [KnowledgeSubject] {
        samples.flatMap { sample -> [KnowledgeSubject] in
            let cells = cells(of: sample)
            let items = items(of: sample)
            guard !items.isEmpty else { return [] }
            let tellsItems = dimensions.contains(.question)
            var subjects: [KnowledgeSubject] = []
            func add(_ items: [Int], _ named: Int?) {
                subjects += cells.map {
                    KnowledgeSubject(inquiry: self, sample: sample, items: items, named: named, cell: $0)
                }
            }
            if tellsItems { for item in items { add([item], item) } }
            if !tellsItems || (question.totals && items.count > 1) {
                // The share over one item is that item's.
                add(items, items.count == 1 && !tellsItems ? items[0] : nil)
            }
            return subjects
        }
    }

    /// The share right of one item or of several.
    func awareness(_ sample: SurveySample, _ items: [Int], _ members: [Bool]) -> SurveyFigure? {
        if items.count == 1 {
            return ItemFigures(sample, item: items[0], members: members, level: question.level).key
        }
        let columns = items.map { sample.column($0) }
        let holds = columns.map { $0.isOneOf($0.right) }
        let rows = sample.responses.indices
        return sample.share(
            right: rows.map { row in holds.count { $0[row] == true } },
            answers: rows.map { row in columns.count { $0.counts(row) } }, of: members, level: question.level)
    }
}

extension Explanation {
    static let awareness = Explanation(
        name: MeasureName.awareness.rawValue, kind: .measure, aliases: ["kännedom", "kunskap"],
        summary: Phrase(
            sv: "Hur stor andel kan reglerna?", en: "What share know the rules?"),
        definition: [
            Phrase(
                sv:
                    "Andelen rätta svar på enkätens kunskapsfrågor, av alla som svarat. Vet ej räknas som inte rätt. Med "
                    + "--by question visas varje fråga för sig.",
                en: "The share of right answers to the survey's knowledge items, of all answers. Do not know counts as "
                    + "not right. With --by question each item stands by itself."),
            Phrase(
                sv:
                    "awareness:change är skillnaden mot gruppens förra mätning. När samma personer svarat i båda räknas "
                    + "det in i felet. awareness:gap-group är skillnaden mot den första gruppen, gap-district skillnaden "
                    + "mot övriga nämnder. p-värden justeras för antalet frågor (Holm).",
                en:
                    "awareness:change is the difference from the group's wave before. Where the same persons answered in "
                    + "both, the error takes it into account. awareness:gap-group is the difference from the first group, "
                    + "gap-district that from the other districts. p-values are adjusted for the number of items (Holm)."
            ),
        ],
        formula: [
            Phrase(sv: "p = Σ w·rätta ÷ Σ w·svar", en: "p = Σ w·right ÷ Σ w·answers"),
            .math("var(p′ − p) = var(p′) + var(p) − 2·cov(p′, p)"),
        ],
        settingKeys: [],
        source: Phrase(
            sv:
                "Ledsagas definition. Kovariansen mellan mätningar: Tam (1984). Intervall för skillnader: Zou och Donner "
                + "(2008).",
            en: "Ledsaga's definition. Covariance between waves: Tam (1984). Intervals of differences: Zou and Donner "
                + "(2008)."),
        example: [
            Phrase(
                sv: "50 svarar på två kunskapsfrågor. 30 har rätt på den första, 15 på den andra, 10 svarar vet ej på "
                    + "den andra. Andelen är (30 + 15) ÷ (50 + 50) = 45 %.",
                en: "50 answer two knowledge items. 30 are right on the first, 15 on the second, 10 answer do not know "
                    + "to the second. The share is (30 + 15) ÷ (50 + 50) = 45%.")
        ],
        seeAlso: [MeasureName.item.rawValue, "compare"])
}
