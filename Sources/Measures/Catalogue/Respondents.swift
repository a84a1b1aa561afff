// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Question 11: are those who answered like those who were asked?
extension Measure {
    static let respondents = Measure(
        name: .respondents, label: Phrase(sv: "De svarande", en: "Respondents"), material: .surveys,
        adding: .classesOfOneBase,
        aspects: [
            Aspect(
                "", value: .share, quantities: [:], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .share,
                        [
                            .numerator: .respondentsOfClass, .denominator: .respondentsOfKnownClass,
                            .n: .respondentsOfKnownClass,
                        ], quotient: 1, classesOfBase: traits)
                }, by: ofRespondents,
                filteredOn: ofRespondents.union([.question]), check: hasTrait,
                definition: { _, _ in
                    Phrase(
                        sv: "Ovägd andel av de svarande vars uppgift är känd.",
                        en: "Unweighted share of the respondents for whom it is known.")
                }, subject: { _ in Phrase(sv: "Andel av de svarande", en: "Share of the respondents") },
                count: .answers(SurveyRule(isEstimated: false)) { (inquiry) throws(QuestionError) in
                    try inquiry.shares(else: SurveyReasons.nobodyAnswered) { sample in
                        let cells = inquiry.cells(of: sample).filter { cell in
                            cell.traits.allSatisfy { $0.kind == .value }
                        }
                        func isKnown(_ row: Int) -> Bool { cells.contains { $0.members[row] } }
                        return cells.map { cell in
                            (cell.traits, sample.plainShare(holding: { cell.members[$0] }, among: isKnown))
                        }
                    } linkedBy: { _, _ in
                        []
                    }
                }),
            Aspect(
                "register", spelled: [.init("register", .register)], value: .share, quantities: [:], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .share,
                        [.numerator: .everyone, .denominator: .personsOfKnownClass, .n: .personsOfKnownClass],
                        ignoring: [.numerator: [.group, .wave]], quotient: 1, classesOfBase: traits)
                }, by: ofRespondents, filteredOn: ofRespondents.union([.question]), check: hasTrait,
                definition: { _, _ in
                    Phrase(
                        sv: "Andel av registrets personer, de med ett beviljat beslut under mätningens år.",
                        en: "Share of the register's persons, those with a granted decision in the wave's year.")
                }, subject: { _ in Phrase(sv: "Andel i registret", en: "Share in the register") },
                count: .answers(SurveyRule(isEstimated: false)) { (inquiry) throws(QuestionError) in
                    try inquiry.shares(else: SurveyReasons.noRegister) { (sample) throws(QuestionError) in
                        try inquiry.sharesOfRegister(sample)
                    } linkedBy: { sample, traits in
                        // Those in the register are the persons of the year.
                        let year = inquiry.domain(sample).filter { $0.dimension == .year }
                        return [
                            Tabulation.Identity(.numerator, [.init(1, .persons, .headline, .value, of: year + traits)]),
                            Tabulation.Identity(.denominator, [.init(1, .persons, .headline, .value, of: year)]),
                        ]
                    }
                }),
        ], ofTotals: nil, adverse: nil, explanation: .respondents)

    /// Respondents are told apart by some trait, or all of them are a hundred per cent of all.
    private static let hasTrait: @Sendable (Question) throws(QuestionError) -> Void = {
        (question) throws(QuestionError) in
        guard question.dimensions.contains(where: traits.contains) else {
            throw .needsBreakdown(question.measure, .sex)
        }
    }
}

extension SurveyInquiry {
    /// The shares of classes of one whole, in each survey; a row that says why there are none.
    fileprivate func shares(
        else reason: Phrase,
        _ classes: (SurveySample) throws(QuestionError) -> [(traits: [Category], share: CountedNumber)],
        linkedBy links: (SurveySample, [Category]) -> [Tabulation.Identity]
    ) throws(QuestionError) -> [CountedRow] {
        var rows: [CountedRow] = []
        for sample in samples {
            let known = try classes(sample)
            if known.isEmpty { rows.append(row(sample, [], .notDefined(unit: .share, kind: .share, reason))) }
            rows += known.map { row(sample, $0.traits, $0.share, links(sample, $0.traits)) }
        }
        return rows
    }

    /// The persons of the register with a decision in a survey's year, by the traits respondents are told apart by: of
    /// those whose traits are all known.
    fileprivate func sharesOfRegister(
        _ sample: SurveySample
    ) throws(QuestionError) -> [(traits: [Category], share: CountedNumber)] {
        let (register, cells) = try register(of: sample)
        let known = cells.occurring.map {
            (traits: Array(register.breakdown.key(of: $0).dropFirst()), persons: cells[$0])
        }
        .filter { $0.traits.allSatisfy { $0.kind == .value } }
        let everyone = Set(known.flatMap { $0.persons.map(\.person) }).sorted()
        return known.map { traits, persons in
            let members = Set(persons.map(\.person))
            let contributions = everyone.map {
                Contribution(
                    unit: Contributor(person: $0), numerator: members.contains($0) ? 1 : 0, denominator: 1)
            }
            return (traits, CountedNumber(.plainShare(members.count, of: everyone.count), of: contributions))
        }
    }
}

extension Explanation {
    static let respondents = Explanation(
        name: MeasureName.respondents.rawValue, kind: .measure, aliases: ["svarande", "bortfallsanalys"],
        summary: Phrase(
            sv: "Liknar de som svarade dem som har insatsen?",
            en: "Are those who answered like those who have the service?"),
        definition: [
            Phrase(
                sv: "De svarande brukarnas andelar efter ålder, kön, lag eller nämnd, ovägda, bredvid registrets "
                    + "(respondents:register): personer med ett beviljat beslut under mätningens år. Uppgiften om de "
                    + "svarande hämtas ur registret när svaret bär en nyckel, annars ur enkätens bakgrundsfrågor.",
                en: "The respondents' shares by age, sex, law or district, unweighted, beside those of the register "
                    + "(respondents:register): persons with a granted decision in the wave's year. What is known of the "
                    + "respondents comes from the register when the answer carries a key, else from the survey's "
                    + "background items.")
        ],
        formula: [
            Phrase(
                sv: "andel = svarande i klassen ÷ svarande vars klass är känd",
                en: "share = respondents in the class ÷ respondents whose class is known")
        ],
        settingKeys: ["age_groups"],
        source: Phrase(sv: "Ledsagas definition.", en: "Ledsaga's definition."),
        example: [
            Phrase(
                sv: "40 av 80 svarande är kvinnor, av registrets personer är 60 av 150 det: 50 % mot 40 %.",
                en: "40 of 80 respondents are women, of the register's persons 60 of 150 are: 50% against 40%.")
        ],
        seeAlso: [MeasureName.responseRate.rawValue, MeasureName.persons.rawValue])
}
