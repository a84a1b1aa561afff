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
                "", value: .share, quantities: [:], links: [], yearsCompared: nil, by: ofRespondents,
                filteredOn: ofRespondents.union([.question]), check: hasTrait,
                definition: { _, _ in
                    Phrase(
                        sv: "Ovägd andel av de svarande vars uppgift är känd.",
                        en: "Unweighted share of the respondents for whom it is known.")
                }, subject: { _ in Phrase(sv: "Andel av de svarande", en: "Share of the respondents") },
                count: .answers(SurveyRule(isEstimated: false)) { (inquiry) throws(QuestionError) in
                    inquiry.shares(else: SurveyReasons.nobodyAnswered) { sample in
                        let cells = inquiry.cells(of: sample).filter { cell in
                            cell.traits.allSatisfy { $0.kind == .value }
                        }
                        return (
                            cells.map { ($0.traits, $0.members.count { $0 }) },
                            sample.responses.indices.count { row in cells.contains { $0.members[row] } }
                        )
                    } linkedBy: { _, _ in
                        []
                    }
                }),
            Aspect(
                "register", spelled: [.init("register", .register)], value: .share, quantities: [:], links: [],
                yearsCompared: nil, by: ofRespondents, filteredOn: ofRespondents.union([.question]), check: hasTrait,
                definition: { _, _ in
                    Phrase(
                        sv: "Andel av registrets personer, de med ett beviljat beslut under mätningens år.",
                        en: "Share of the register's persons, those with a granted decision in the wave's year.")
                }, subject: { _ in Phrase(sv: "Andel i registret", en: "Share in the register") },
                count: .answers(SurveyRule(isEstimated: false)) { (inquiry) throws(QuestionError) in
                    inquiry.shares(else: SurveyReasons.noRegister) { sample in
                        let register = RegisterTraits(
                            inquiry.dataset, year: sample.survey.year, axes: inquiry.traitAxes,
                            filters: inquiry.traitFilters)
                        return (register.counts, register.persons)
                    } linkedBy: { sample, traits in
                        // Those in the register are the persons of the year.
                        let year = inquiry.domain(sample).filter { $0.dimension == .year }
                        return [
                            Tabulation.Identity(.numerator, [.init(1, .persons, .headline, .value, of: year + traits)]),
                            Tabulation.Identity(.denominator, [.init(1, .persons, .headline, .value, of: year)]),
                        ]
                    }
                }),
        ], ofTotals: nil, explanation: .respondents)

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
        _ classes: (SurveySample) -> (known: [(traits: [Category], count: Int)], whole: Int),
        linkedBy links: (SurveySample, [Category]) -> [Tabulation.Identity]
    ) -> [Tabulation.Row] {
        samples.flatMap { sample -> [Tabulation.Row] in
            let (known, whole) = classes(sample)
            if known.isEmpty { return [row(sample, [], .notDefined(unit: .share, kind: .share, reason))] }
            return known.map { group in
                row(
                    sample, group.traits, ItemFigures.plainShare(group.count, of: whole),
                    links(sample, group.traits))
            }
        }
    }
}

/// The persons of the register with a decision in a year, by the traits respondents are told apart by.
struct RegisterTraits {
    let counts: [(traits: [Category], count: Int)]
    /// Those whose traits are all known.
    let persons: Int

    init(_ dataset: Dataset, year: Int, axes: [Axis], filters: [(axis: Axis, passes: [Bool])]) {
        var decisions: [PersonIndex: [Decision]] = [:]
        for decision in dataset.decisions where decision.outcome.isGranted && decision.isValid(in: year) {
            decisions[decision.person, default: []].append(decision)
        }
        var members: [[Int]: Int] = [:]
        var known = 0
        for (index, own) in decisions {
            let person = dataset.persons[Int(index)]
            func places(_ axis: Axis) -> [Int] {
                Set(own.map { axis.place(of: Traits($0, year: year), person: person) }).sorted()
            }
            guard filters.allSatisfy({ filter in places(filter.axis).contains { filter.passes[$0] } }) else { continue }
            var keys: [[Int]] = [[]]
            for axis in axes {
                let places = places(axis).filter { $0 != axis.unknown }
                keys = keys.flatMap { key in places.map { key + [$0] } }
            }
            if !keys.isEmpty { known += 1 }
            for key in keys { members[key, default: 0] += 1 }
        }
        persons = known
        counts = members.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
            (zip(axes, key).map { $0.category(at: $1) }, members[key] ?? 0)
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
