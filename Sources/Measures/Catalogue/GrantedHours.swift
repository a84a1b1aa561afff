// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 2: how many hours were granted?
extension Measure {
    static let grantedHours = Measure(
        name: .grantedHours, label: Phrase(sv: "Beviljade timmar", en: "Granted hours"),
        material: .register([.decisions]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .sum(.hours), quantities: [.value: .grantedHours, .persons: .persons], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .sum, [.value: .grantedHours, .n: .granted], [.part(.granted, of: .everyone)],
                        others: [.everyone])
                }, by: ofRegister, settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Summan av beviljade timmar, månad för månad efter besluten.",
                        en: "The sum of granted hours, month by month according to the decisions.")
                }, subject: { _ in Phrase(sv: "Beviljade timmar", en: "Granted hours") },
                count: .rows(of: .granted, as: .hours)),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.hours, adds: true),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.grantedHours)], isExact: true, factors: []),
                declares: { _, _ in .change(of: .grantedHours) }, by: ofYear,
                settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Skillnad mot året innan i beviljade timmar.",
                        en: "Difference from the year before in granted hours.")
                }, subject: { _ in changeSubject(Phrase(sv: "Beviljade timmar", en: "Granted hours")) }, isSigned: true,
                count: .changes(of: .granted, as: .plain(.hours))),
            Aspect(
                "mean", spelled: [.init("mean", .mean)], value: .mean(.hoursPerMonth),
                quantities: [.numerator: .grantedHours, .denominator: .personMonths, .persons: .persons], links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .mean, [.numerator: .grantedHours, .denominator: .personMonths, .n: .granted],
                        quotient: 1, [.no(more: .granted, than: [.personMonths])])
                }, by: ofRegister, settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Beviljade timmar delat med antalet personmånader med beviljade timmar.",
                        en: "Granted hours divided by the number of person-months with granted hours.")
                },
                subject: { _ in
                    Phrase(sv: "Beviljade timmar per månad, medelvärde", en: "Granted hours a month, mean")
                }, count: .rows(of: .granted, as: hoursPerMonth),
                comparison: ComparisonRule(
                    kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: .granted,
                    bringing: hoursPerMonth.brings)),
            perPerson,
            Aspect(
                "quantile",
                spelled: [
                    .init("median", .quantile(0.5)), .init("lower-quartile", .quantile(0.25)),
                    .init("upper-quartile", .quantile(0.75)),
                ], value: .quantile(.hoursPerMonth), quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .quantile, [.n: .wholeMonths], [.part(.wholeMonths, of: .granted)], others: [.granted])
                },
                by: ofRegister, settingKeys: ["pro_rating"], id: quantileID,
                definition: { aspect, _ in
                    let quantile = Phrase.quantile(aspect)
                    return Phrase(
                        sv:
                            "\(quantile.swedish) av beviljade timmar per månad, över personmånader som beslutet täcker helt (typ 7).",
                        en:
                            "\(quantile.english) of granted hours a month, over person-months that the decision covers in full (type 7)."
                    )
                },
                subject: { aspect in
                    quantileSubject(Phrase(sv: "Beviljade timmar per månad", en: "Granted hours a month"), aspect)
                }, count: .rows(of: fullMonths, as: hoursQuantile)),
            Aspect(
                "decisions", spelled: [.init("decisions", .decisions)], value: .count(.decisions),
                quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    .count(
                        .decisions, n: .deciders, [.part(.deciders, of: .decisions), .part(.deciders, of: .everyone)],
                        others: [.everyone])
                }, by: ofYear.union([.hourClass]),
                definition: { _, _ in
                    Phrase(
                        sv: "Beviljade beslut som gäller den 31 december.",
                        en: "Granted decisions valid on 31 December.")
                }, subject: { _ in Phrase(sv: "Beslut vid årets slut", en: "Decisions at the end of the year") },
                count: .rows(of: decisionsAtYearEnd, as: .decisions)),
            Aspect(
                "without-performed", spelled: [.init("without-performed", .withoutPerformed)],
                value: .count(.decisions),
                quantities: [:], links: [], yearsCompared: nil,
                declares: { _, _ in .count(.unusedDecisions, n: .unusing, [.part(.unusing, of: .unusedDecisions)]) },
                by: ofYear, remarks: [.coverage],
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Beviljade beslut utan någon utförd timme av insatsen i de månader av året som de omfattar.",
                        en:
                            "Granted decisions without a performed hour of the service in the months of the year they cover."
                    )
                }, subject: { _ in Phrase(sv: "Beslut utan utförda timmar", en: "Decisions without performed hours") },
                count: .rows(of: decisionsWithoutHours, as: .decisions)),
        ],
        ofTotals: { total, _ in
            Measurement(kind: .sum, unit: .hours, value: total.granted.value, persons: total.persons)
        }, adverse: nil, explanation: .grantedHours)

    private static let perPerson = Aspect(
        "per-person", spelled: [.init("per-person", .perPerson)], value: .mean(.hoursPerPerson),
        quantities: [.numerator: .grantedHours, .denominator: .persons, .persons: .persons], links: [],
        yearsCompared: nil,
        declares: { _, _ in
            Declaration(
                .mean, [.numerator: .grantedHours, .denominator: .granted, .n: .granted], quotient: 1,
                interval: .student)
        }, by: ofYear, remarks: [.naturalVariation], settingKeys: ["pro_rating"],
        definition: { _, _ in
            Phrase(
                sv: "Årets beviljade timmar delat med antalet personer med beviljade timmar under året.",
                en: "The year's granted hours divided by the number of persons with granted hours in the year.")
        },
        subject: { _ in Phrase(sv: "Beviljade timmar per person och år", en: "Granted hours per person and year") },
        count: .rows(of: .granted, as: hoursPerPerson),
        comparison: ComparisonRule(
            kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: .granted,
            bringing: hoursPerPerson.brings,
            words: ComparedWords(
                name: Phrase(sv: "Beviljade timmar per person och år", en: "Granted hours per person and year"),
                definite: Phrase(
                    sv: "antalet beviljade timmar per person", en: "the number of granted hours per person"),
                heading: Phrase(sv: "Timmar per person", en: "Hours per person"),
                // Short, for it stands over drawings on narrow screens.
                unit: Phrase(sv: "timmar per person och år", en: "hours per person and year"), form: .decimal(1),
                spreadForm: .decimal(1), valueUnit: Phrase(sv: " timmar", en: " hours"),
                spreadUnit: Phrase(sv: " timmar", en: " hours"))))

    private static let hoursPerMonth = CellNumber(
        .hoursPerMonth,
        of: { sum, _ in
            RatioContribution(
                numerator: Double(sum.numerator) / Measurement.hour, denominator: Double(sum.denominator))
        }
    ) { sums, _ in
        let hours = Measurement.Contributions(sums.lazy.map(\.numerator), scale: Measurement.hour)
        let months = Measurement.Contributions(sums.lazy.map(\.denominator), scale: 1)
        guard months.total > 0 else {
            return .notDefined(unit: .hoursPerMonth, kind: .mean, Reasons.noGrantedHours)
        }
        return Measurement(
            kind: .mean, unit: .hoursPerMonth, value: hours.total / months.total, persons: sums.count,
            numerator: hours.total, denominator: months.total, numeratorContributions: hours,
            denominatorContributions: months)
    }

    private static func hoursOfOne(_ sum: PersonSum) -> RatioContribution {
        RatioContribution(numerator: Double(sum.numerator) / Measurement.hour, denominator: 1)
    }

    /// ΣB ÷ N over persons with granted hours, its error over persons: each brings its hours and one.
    private static let hoursPerPerson = CellNumber(
        .hoursPerPerson,
        of: { sum, _ in hoursOfOne(sum) }
    ) { sums, inquiry in
        guard let estimate = RatioOfSums.estimate(sums.map(hoursOfOne), level: inquiry.question.level) else {
            return .notDefined(unit: .hoursPerPerson, kind: .mean, Reasons.noGrantedHours)
        }
        let hours = Measurement.Contributions(sums.lazy.map(\.numerator), scale: Measurement.hour)
        let count = Measurement.Contributions(sums.lazy.map { _ in 1 }, scale: 1)
        var measurement = Measurement(
            kind: .mean, unit: .hoursPerPerson, value: nil, persons: sums.count, numerator: hours.total,
            denominator: count.total, numeratorContributions: hours, denominatorContributions: count)
        measurement.take(estimate)
        return measurement
    }

    /// b of person-months that decisions cover in full, each by itself.
    private static let fullMonths = Facts(areObserved: false, areKeptApart: true) { inquiry, person, cells in
        inquiry.eachMonth(of: person) { _, entry in
            guard entry.coverage == .granted, entry.isFull else { return }
            cells.add(Traits(entry), numerator: entry.granted.milliseconds)
        }
    }

    private static let hoursQuantile = CellNumber(.hoursPerMonth, of: { sum, _ in sum.contribution }) {
        facts, inquiry in
        .quantile(
            facts.map { Double($0.numerator) / Measurement.hour }, at: inquiry.question.aspect.probability,
            persons: distinctPersons(facts), unit: .hoursPerMonth, empty: Reasons.noGrantedHours)
    }

    /// Facts of one person stand together.
    private static func distinctPersons(_ facts: [PersonSum]) -> Int {
        var (count, last) = (0, PersonIndex(-1))
        for fact in facts where fact.person != last {
            count += 1
            last = fact.person
        }
        return count
    }

    private static let decisionsAtYearEnd = Facts(areObserved: false) { inquiry, person, cells in
        let classes = HourClasses(limits: inquiry.settings.hourClasses)
        inquiry.eachDecision(of: person) { decision, traits in
            let december = YearMonth(year: traits.year, month: 12)
            guard decision.isValid(on: december.lastDay) else { return }
            // No rate can be told of hours per period without an end; they are not without a ceiling.
            let rate = DecisionMonth.rate(of: decision, in: december)
            let place = decision.isUnlimited || rate != nil ? classes.place(of: rate) : nil
            cells.add(Traits(decision, year: traits.year, ownClass: place), numerator: 1)
        }
    }

    /// Decisions without a performed hour of their service in the observed months of the year that they cover.
    private static let decisionsWithoutHours = Facts(areObserved: true) { inquiry, person, cells in
        let panel = inquiry.panel
        let months = panel.entries(of: person).map { panel.entries[$0] }.filter { $0.performed > .zero }
        inquiry.eachDecision(of: person) { decision, traits in
            guard let window = inquiry.dataset.observationWindow else { return }
            let year = YearMonth.months(of: traits.year)
            let first = max(decision.from.month, year.lowerBound, window.lowerBound)
            let last = min(decision.to?.month ?? year.upperBound, year.upperBound, window.upperBound)
            guard first <= last else { return }
            let isUsed = months.contains {
                $0.service == decision.service && (first...last).contains($0.month)
            }
            if !isUsed { cells.add(traits, numerator: 1) }
        }
    }
}

// MARK: Quantiles

extension Question.Aspect {
    /// Which quantile is asked for, 0–1.
    var probability: Double {
        guard case .probability(let p) = parameter else { preconditionFailure("a quantile is asked for with its p") }
        return p
    }
}

extension Measure {
    static let quantileID: @Sendable (Question.Aspect, MeasureSettings) -> String = { aspect, _ in
        "q\(aspect.probability)"
    }

    static func quantileSubject(_ subject: Phrase, _ aspect: Question.Aspect) -> Phrase {
        let p = aspect.probability
        let point: Phrase =
            p == 0.5
            ? Phrase(sv: "median", en: "median")
            : Phrase(
                sv: "kvantil " + NumberStyle(.swedish).text(p, .decimal(2)),
                en: "quantile " + NumberStyle(.english).text(p, .decimal(2)))
        return Phrase(sv: subject.swedish + ", " + point.swedish, en: subject.english + ", " + point.english)
    }
}

extension Phrase {
    /// What a quantile is called at the start of a sentence: "Nedre kvartilen".
    static func quantile(_ aspect: Question.Aspect) -> Phrase {
        switch aspect.probability {
        case 0.25: Phrase(sv: "Nedre kvartilen", en: "The lower quartile")
        case 0.5: Phrase(sv: "Medianen", en: "The median")
        case 0.75: Phrase(sv: "Övre kvartilen", en: "The upper quartile")
        case let p:
            Phrase(
                sv: "Kvantilen vid \(NumberStyle(.swedish).text(p, .percent()))",
                en: "The quantile at \(NumberStyle(.english).text(p, .percent()))")
        }
    }
}

extension Explanation {
    static let grantedHours = Explanation(
        name: MeasureName.grantedHours.rawValue, kind: .measure, aliases: ["beviljade timmar", "beviljat"],
        summary: Phrase(sv: "Hur många timmar beviljades?", en: "How many hours were granted?"),
        definition: [
            Phrase(
                sv: "Summan av de beviljade timmarna, räknade månad för månad ur besluten. Samtidiga beslut om samma "
                    + "insats läggs ihop. Månader med fri ledsagning har inga beviljade timmar.",
                en: "The sum of granted hours, counted month by month from the decisions. Parallel decisions on the "
                    + "same service are added together. Months without an hour ceiling have no granted hours."),
            Phrase(
                sv:
                    "Timmar per vecka ger en månad timmarna × dagar ÷ 7, där dagar är månadens dagar i beslutet. Timmar per "
                    + "år ger en tolftedel varje månad (”ledsaga explain per-vecka”).",
                en:
                    "Hours a week give a month the hours × days ÷ 7, where days are those of the month inside the decision. "
                    + "Hours a year give a twelfth each month (“ledsaga explain per-week”)."),
            Phrase(
                sv:
                    "Varianter: medeltal per personmånad; timmar per person och år (per-person), med ett intervall för "
                    + "naturlig variation mellan personer; median och kvartiler (typ 7) över personmånader där varje dag "
                    + "ligger i ett beslut; antal beslut som gäller den 31 december efter timmar per månad; beslut utan "
                    + "utförda timmar.",
                en: "Variants: mean per person-month; hours per person and year (per-person), with an interval for the "
                    + "natural variation between persons; median and quartiles (type 7) over person-months where every day "
                    + "lies in a decision; the number of decisions valid on 31 December, by hours a month; decisions without "
                    + "performed hours."),
        ],
        formula: [
            .math("B = Σ b(p,m,s)"),
            Phrase(sv: "medeltal = Σ b ÷ |{(p,m,s) : b > 0}|", en: "mean = Σ b ÷ |{(p,m,s) : b > 0}|"),
            Phrase(
                sv: "per person = Σ B_p ÷ N, N personer med b > 0, var = Σ (B_p − medel)² ÷ (N(N−1))",
                en: "per person = Σ B_p ÷ N, N persons with b > 0, var = Σ (B_p − mean)² ÷ (N(N−1))"),
        ],
        settingKeys: ["pro_rating", "hour_classes"],
        source: Phrase(
            sv: "Ledsagas definition. Kvantiler: Hyndman & Fan (1996), typ 7.",
            en: "Ledsaga's definition. Quantiles: Hyndman & Fan (1996), type 7."),
        example: [
            Phrase(
                sv: "10 timmar per månad från 2019-03-17 till 2019-04-30 ger 10 × 15 ÷ 31 = 4,84 timmar i mars och "
                    + "10 timmar i april.",
                en: "10 hours a month from 2019-03-17 to 2019-04-30 gives 10 × 15 ÷ 31 = 4.84 hours in March and "
                    + "10 hours in April.")
        ],
        seeAlso: ["person-month", MeasureName.utilisation.rawValue, MeasureName.decomposition.rawValue])
}
