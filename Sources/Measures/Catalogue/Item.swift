// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Question 11: what was answered to one item of a survey, or to several beside each other.
extension Measure {
    static let item = Measure(
        name: .item, label: Phrase(sv: "Enkätsvar", en: "Survey answers"), material: .surveys,
        adding: .answersOfOneBase,
        aspects: [
            Aspect(
                "", value: .byItem, quantities: ofAnswers, links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .share, [.value: .answerShare, .n: .itemAnswers], needing: .question,
                        answersAreWhole: true)
                }, by: ofItem([.answer]),
                filteredOn: ofItem(), check: namesItem,
                definition: { _, _ in distribution([]) },
                subject: { _ in Phrase(sv: "Svarens fördelning", en: "Distribution of answers") },
                count: .answers(SurveyRule(isOfOneItem: true, tellsAnswers: true, leavesOut: true)) {
                    (inquiry) throws(QuestionError) in try inquiry.distributions()
                },
                comparison: ComparisonRule(kind: .share, mayBeNegative: false, answers: .key) {
                    (item) throws(QuestionError) in
                    // An item is compared by its favourable share, a knowledge item by the share right.
                    if item.role == .knowledge, item.categories.contains(where: \.isRight) {
                        return NumberName(.awareness)
                    }
                    if item.kind == .number { return NumberName(.item) }
                    guard !item.favourable.isEmpty else { throw .noKeyFigure(item.name) }
                    return NumberName(.item, .topBox)
                }),
            difference("change", [.init("change", .change)]),
            Aspect(
                "top-box", spelled: [.init("top-box", .topBox)], value: .share, quantities: ofAnswers, links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(.share, [.value: .keyShare, .n: .itemAnswers], needing: .question)
                }, by: ofItem(), check: namesItem,
                definition: { _, _ in
                    Phrase(
                        sv: "Skattad andel med ett positivt svar, av dem som har svarat något annat än vet ej.",
                        en: "Estimated share with a favourable answer, of those who answered other than do not know.")
                }, subject: { _ in Phrase(sv: "Andel positiva svar", en: "Share of favourable answers") },
                count: eachItem(
                    SurveyRule(
                        isOfOneItem: true, leavesOut: true,
                        suits: { $0.role != .knowledge && !$0.favourable.isEmpty })
                ) { figures, links in
                    (figures.key?.counted ?? nobody(.share), [links.favourable(.numerator)])
                }, comparison: ComparisonRule(kind: .share, mayBeNegative: false, answers: .key)),
            Aspect(
                "net-balance", spelled: [.init("net-balance", .netBalance)],
                value: .difference(.shareDifference, adds: false), quantities: ofAnswers, links: [],
                yearsCompared: nil,
                declares: { _, _ in Declaration(.difference, [.n: .itemAnswers], needing: .question) },
                by: ofItem(), check: namesItem,
                definition: { _, _ in
                    Phrase(
                        sv: "Skattad andel med ett positivt svar minus andelen med ett negativt.",
                        en: "Estimated share with a favourable answer less the share with an unfavourable one.")
                }, subject: { _ in Phrase(sv: "Nettotal", en: "Net balance") },
                count: eachItem(
                    SurveyRule(
                        isOfOneItem: true, leavesOut: true,
                        suits: { !$0.favourable.isEmpty && !$0.unfavourable.isEmpty })
                ) { figures, links in
                    (
                        figures.netBalance?.counted ?? nobody(.shareDifference, .difference),
                        [links.balance(.numerator)]
                    )
                }, comparison: ComparisonRule(kind: .ratio, mayBeNegative: true, answers: .netBalance)),
            Aspect(
                "index", spelled: [.init("index", .index)], value: .mean(.points), quantities: ofAnswers, links: [],
                yearsCompared: nil,
                declares: { _, _ in Declaration(.mean, [.n: .itemAnswers], needing: .question) }, by: ofItem(),
                check: namesItem,
                definition: { _, _ in
                    Phrase(
                        sv: "Medelvärdet av svaren på en skala från 0 (sämst) till 100 (bäst).",
                        en: "The mean of the answers on a scale from 0 (worst) to 100 (best).")
                }, subject: { _ in Phrase(sv: "Index", en: "Index") },
                count: eachItem(
                    SurveyRule(
                        isOfOneItem: true, leavesOut: true,
                        suits: { $0.kind == .scale && $0.categories.count > 1 })
                ) { figures, links in (figures.index?.counted ?? nobody(.points, .mean), links.scores) },
                comparison: ComparisonRule(kind: .ratio, mayBeNegative: false, answers: .index)),
            Aspect(
                "mean", spelled: [.init("mean", .mean)], value: .mean(.score), quantities: ofAnswers, links: [],
                yearsCompared: nil,
                declares: { _, _ in Declaration(.mean, [.n: .itemAnswers], needing: .question) }, by: ofItem(),
                check: namesItem,
                definition: { _, _ in
                    Phrase(sv: "Skattat medelvärde av svaren.", en: "Estimated mean of the answers.")
                }, subject: { _ in Phrase(sv: "Medelvärde", en: "Mean") },
                count: eachItem(
                    SurveyRule(
                        isOfOneItem: true, leavesOut: true, suits: { $0.kind == .scale || $0.kind == .number })
                ) { figures, links in (figures.mean?.counted ?? nobody(.score, .mean), links.scores) },
                comparison: ComparisonRule(kind: .ratio, mayBeNegative: true, answers: .mean)),
            difference("gap", [.init("gap-group", .gap(.group)), .init("gap-district", .gap(.district))]),
            Aspect(
                "answers", spelled: [.init("answers", .answers)], value: .count(.answers),
                quantities: [.value: .answers, .denominator: .answers, .persons: .answers], links: [],
                yearsCompared: nil, role: .auxiliary, declares: { _, _ in .itemAnswers }, by: ofItem(),
                check: namesItem,
                definition: { _, _ in Counted.answers },
                subject: { _ in Counted.answersSubject },
                count: eachItem(SurveyRule(isOfOneItem: true, isEstimated: false)) { figures, _ in (figures.answers, [])
                }),
            Aspect(
                "nonresponse", spelled: [.init("nonresponse", .itemNonresponse)], value: .share,
                quantities: ofAnswers, links: [], yearsCompared: nil, role: .auxiliary,
                declares: { _, _ in .nonresponse }, by: ofItem(),
                check: namesItem,
                definition: { _, _ in Counted.nonresponse }, subject: { _ in Counted.nonresponseSubject },
                count: eachItem(SurveyRule(isOfOneItem: true, isEstimated: false)) { figures, links in
                    (figures.itemNonresponse, links.asked)
                }),
            Aspect(
                "do-not-know", spelled: [.init("do-not-know", .doNotKnow)], value: .share, quantities: ofAnswers,
                links: [], yearsCompared: nil, role: .auxiliary, declares: { _, _ in .doNotKnow }, by: ofItem(),
                check: namesItem,
                definition: { _, _ in Counted.doNotKnow }, subject: { _ in Counted.doNotKnowSubject },
                count: eachItem(SurveyRule(isOfOneItem: true, isEstimated: false)) { figures, links in
                    (figures.doNotKnow, links.doNotKnow)
                }),
            Aspect(
                "worst-case", spelled: [.init("worst-case", .worstCase)], value: .difference(.share, adds: false),
                quantities: ofAnswers, links: [], yearsCompared: nil, role: .auxiliary,
                declares: { _, _ in Declaration(.difference, [.n: .itemAnswers], needing: .question) },
                by: ofItem(), check: namesItem,
                definition: { _, _ in Compared.worstCase },
                subject: { _ in
                    Phrase(
                        sv: "Andel positiva svar, med gränser för bortfallet",
                        en: "Share of favourable answers, with bounds for missing answers")
                },
                count: eachItem(
                    SurveyRule(
                        isOfOneItem: true, leavesOut: true, suits: { $0.kind != .number && $0.hasKeyFigure })
                ) { figures, links in
                    let bounded = figures.key.map { figures.bounds.counted($0) }
                    return (bounded ?? nobody(.share, .difference), [links.key])
                }),
        ], ofTotals: nil, adverse: nil, explanation: .item)

    private static func difference(_ name: String, _ spellings: [Aspect.Spelling]) -> Aspect {
        Aspect(
            name, spelled: spellings, value: .difference(.shareDifference, adds: false), quantities: ofAnswers,
            links: [], yearsCompared: nil, declares: { aspect, _ in .keyDifference(aspect) }, by: ofItem(),
            check: { (question) throws(QuestionError) in
                try Compared.check(question)
                try namesItem(question)
            }, definition: { aspect, _ in Compared.definition(aspect) },
            subject: { aspect in
                aspect.gap == nil
                    ? Phrase(sv: "Förändring från mätningen innan", en: "Change from the wave before")
                    : Phrase(sv: "Skillnad", en: "Difference")
            }, isSigned: true,
            count: .answers(SurveyRule(isOfOneItem: true, suits: \.hasKeyFigure, isTested: true)) {
                (inquiry) throws(QuestionError) in try DifferenceRows.rows(of: inquiry)
            })
    }

    /// A row for each item and group, with what it follows from.
    private static func eachItem(
        _ rule: SurveyRule,
        _ number: @escaping @Sendable (ItemFigures, AnswerLinks) -> (CountedNumber, [Tabulation.Identity])
    ) -> Counting {
        .answers(rule) { (inquiry) throws(QuestionError) in
            try inquiry.itemRows { sample, item, cell, figures, links in
                let (counted, identities) = number(figures, links)
                return [inquiry.row(sample, item: item, cell.traits, counted, identities)]
            }
        }
    }

    /// A question about items names one, or tells them apart.
    private static let namesItem: @Sendable (Question) throws(QuestionError) -> Void = {
        (question) throws(QuestionError) in
        let isNamed = question.filters.contains { $0.dimension == .question && $0.comparison == .isOneOf }
        guard isNamed || question.dimensions.contains(.question) else { throw .needsItem }
    }

    static func nobody(_ unit: Unit, _ kind: Measurement.Kind = .share) -> CountedNumber {
        .notDefined(unit: unit, kind: kind, SurveyReasons.nobodyAnswered)
    }

    /// What the headline is depends on what can be answered.
    static func distribution(_ kinds: Set<SurveyItem.Kind>) -> Phrase {
        if kinds == [.number] {
            return Phrase(
                sv: "Skattat medelvärde av svaren, som är tal; vet ej räknas inte med.",
                en: "Estimated mean of the answers, which are numbers; do not know is left out.")
        }
        if kinds == [.text] {
            return Phrase(
                sv: "Antal som har svarat med egna ord. Vad de skrev sparas inte.",
                en: "How many answered in their own words. What they wrote is not kept.")
        }
        let numbers =
            kinds.contains(.number)
            ? Phrase(sv: ", av tal medelvärdet", en: ", of numbers the mean") : Phrase(sv: "", en: "")
        return Phrase(
            sv: "Skattad fördelning av svaren\(numbers.swedish); vet ej räknas inte med i åsiktsfrågor men i "
                + "kunskapsfrågor.",
            en:
                "Estimated distribution of the answers\(numbers.english); do not know is left out of opinion items, not of "
                + "knowledge items.")
    }
}

// MARK: What measures of surveys have in common

extension Measure {
    /// Traits of a respondent.
    static let traits: [Dimension] = [.district, .sex, .age, .law]

    static func ofItem(_ more: Set<Dimension> = []) -> Set<Dimension> {
        more.union(traits).union([.year, .group, .wave, .question])
    }

    static let ofAnswers: [Part: Quantity] = [.denominator: .answers, .persons: .answers]

    /// Numbers of respondents as they were counted.
    enum Counted {
        static let answers = Phrase(
            sv: "Antal svarande vars svar räknas.", en: "Number of respondents whose answer counts.")
        static let answersSubject = Phrase(sv: "Antal svar", en: "Number of answers")
        static let nonresponse = Phrase(
            sv: "Av dem som fick frågan: andelen som hoppat över den eller inte vill svara, ovägd.",
            en: "Of those asked: the share who left it empty or would not say, unweighted.")
        static let nonresponseSubject = Phrase(sv: "Andel utan svar", en: "Share without an answer")
        static let doNotKnow = Phrase(
            sv: "Av dem som fick frågan: andelen som svarat vet ej, ovägd.",
            en: "Of those asked: the share who answered do not know, unweighted.")
        static let doNotKnowSubject = Phrase(sv: "Andel som inte vet", en: "Share who do not know")
    }

    /// Differences between waves, between groups, and what answers that are missing could do.
    enum Compared {
        static let worstCase = Phrase(
            sv: "Andelen, mellan vad den blir om ingen och om alla utan svar hör till den.",
            en: "The share, between what it is if none and if all without an answer belong to it.")

        static func definition(_ aspect: Question.Aspect) -> Phrase {
            switch aspect.gap {
            case nil:
                Phrase(
                    sv: "Skillnad från gruppens mätning innan; felet räknar med att de svarande delvis är desamma.",
                    en:
                        "Difference from the group's wave before; the error counts that respondents are partly the same."
                )
            case .group?:
                Phrase(sv: "Skillnad från den första gruppen.", en: "Difference from the first of the groups.")
            case _?: Phrase(sv: "Skillnad från alla övriga tillsammans.", en: "Difference from all others together.")
            }
        }

        /// - Throws: `QuestionError.notAnAspect` for a gap along what respondents are not told apart by.
        static func check(_ question: Question) throws(QuestionError) {
            guard let dimension = question.aspect.gap else { return }
            guard dimension == .group || traits.contains(dimension) else { throw .notAnAspect(question.measure) }
        }
    }
}

extension Question.Aspect {
    /// What a gap is told along; nil for other aspects.
    var gap: Dimension? {
        guard case .dimension(let dimension) = parameter else { return nil }
        return dimension
    }
}

extension SurveyItem {
    /// Whether it has a number that groups and waves are compared by.
    var hasKeyFigure: Bool {
        switch role {
        case .knowledge: categories.contains(where: \.isRight)
        default: kind == .number || !favourable.isEmpty
        }
    }
}

extension Explanation {
    static let item = Explanation(
        name: MeasureName.item.rawValue, kind: .measure, aliases: ["fråga", "enkätfråga"],
        summary: Phrase(
            sv: "Vad svarar de tillfrågade på en enkätfråga? Skrivs item:NAMN.",
            en: "What do people answer to a question of a survey? Written item:NAME."),
        definition: [
            Phrase(
                sv: "Hur svaren på frågan fördelar sig, i skattade andelar av gruppen som enkäten gick till. Varje "
                    + "svarande står för så många som vikten säger: antalet i stratumet delat med antalet svar därifrån, "
                    + "anpassat till kända antal när enkäten har sådana.",
                en: "How the answers to the question are distributed, as estimated shares of the group that was asked. "
                    + "Each respondent stands for as many as the weight says: the stratum's number of persons divided "
                    + "by the answers from it, fitted to known counts when the survey has them."),
            Phrase(
                sv: "Vet ej räknas inte med i en åsiktsfråga. I en kunskapsfråga räknas det med, som inte rätt. De som "
                    + "inte fått frågan, hoppat över den eller inte vill svara räknas inte med. Hur många som svarat vet "
                    + "ej och inte svarat står bredvid, om antalen får visas (i data do_not_know_n och nonresponse_n); "
                    + "andelarna är item:NAMN:do-not-know och item:NAMN:nonresponse.",
                en:
                    "Do not know is left out of an opinion item. In a knowledge item it stays in, as not right. Those not "
                    + "asked, who left it empty or would not say, are left out. How many do not know and did not answer "
                    + "stands beside it where the numbers may be shown (in data do_not_know_n and nonresponse_n); the "
                    + "shares are item:NAME:do-not-know and item:NAME:nonresponse."),
            Phrase(
                sv: "Varianter: andel positiva svar (top-box), nettotal (positiva minus negativa), index 0–100, "
                    + "medelvärde, förändring från gruppens förra mätning, skillnad mellan grupper eller mot övriga "
                    + "nämnder, och vad andelen blir om alla som inte svarat hade svarat det ena eller det andra "
                    + "(worst-case). Grupper och mätningar läggs aldrig ihop.",
                en:
                    "Variants: share of favourable answers (top-box), net balance (favourable less unfavourable), index "
                    + "0–100, mean, change from the group's wave before, difference between groups or from the other "
                    + "districts, and what the share would be if all without an answer had answered the one way or the "
                    + "other (worst-case). Groups and waves are never put together."),
        ],
        formula: [
            .math("p = Σ w·y ÷ Σ w"),
            Phrase(
                sv: "index = 100 · (medelvärde − lägsta) ÷ (högsta − lägsta)",
                en: "index = 100 · (mean − lowest) ÷ (highest − lowest)"),
        ],
        settingKeys: [],
        source: Phrase(
            sv: "Särndal, Swensson och Wretman (1992). Intervall: hypergeometriskt inom ett stratum av känd storlek "
                + "(Wang 2015), annars Wilson med effektivt antal och t-fördelning.",
            en: "Särndal, Swensson and Wretman (1992). Intervals: hypergeometric in one stratum of known size (Wang "
                + "2015), else Wilson with effective n and Student's t."),
        example: [
            Phrase(
                sv: "I en nämnd har 40 personer insatsen och 20 svarar: 8 ja, 10 nej, 2 vet ej. Andelen ja är 8 ÷ 18 = "
                    + "44 %, och andelen som inte vet 2 ÷ 20 = 10 %.",
                en:
                    "In a district 40 persons have the service and 20 answer: 8 yes, 10 no, 2 do not know. The share yes "
                    + "is 8 ÷ 18 = 44%, and the share who do not know 2 ÷ 20 = 10%.")
        ],
        seeAlso: [MeasureName.awareness.rawValue, MeasureName.responseRate.rawValue, "compare"])
}
