// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 8, first half: are people's hours being cut?
extension Measure {
    static let hoursChange = Measure(
        name: .hoursChange, label: changesLabel, material: .register([.decisions]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .count(.persons), quantities: [.value: .persons, .persons: .persons], links: [],
                yearsCompared: nil, role: .other,
                declares: { _, _ in
                    .count(
                        Declared.changed, n: Declared.changed, [.part(Declared.changed, of: .everyone)],
                        others: [.everyone])
                }, by: ofRegister.union([.change]),
                definition: { _, _ in
                    Phrase(
                        sv: """
                            Olika personer vars beslut under året ersattes av ett nytt beslut om insatsen, med färre, \
                            lika många eller fler timmar, eller tog slut utan ett nytt.
                            """,
                        en: """
                            Distinct persons whose decision in the year was replaced by a new one on the service, with \
                            fewer, as many or more hours, or ended without a new one.
                            """)
                }, subject: { _ in changesLabel }, count: .rows(of: allChanges, as: .persons)),
            Aspect(
                "lower", spelled: [.init("lower", .lowered)], value: .share,
                quantities: [.denominator: .persons, .persons: .persons],
                links: [],
                yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .share,
                        [.numerator: Declared.lower, .denominator: Declared.renewed, .n: Declared.renewed],
                        quotient: 1, interval: .wilson,
                        [
                            .part(Declared.renewed, of: Declared.changed),
                            .partOf(
                                part: Declared.lower.name, whole: Declared.changed.name,
                                at: DeclaredRelation.ClassCode(.change, DecisionChange.Kind.lower.code)),
                        ], others: [Declared.changed])
                }, by: ofRegister, remarks: [.naturalVariation],
                definition: { _, _ in
                    Phrase(
                        sv: """
                            Av de personer som fick ett nytt beslut i stället för ett gammalt under året: andelen som \
                            fick färre timmar per månad.
                            """,
                        en: """
                            Of the persons who had a new decision in place of an old one in the year: the share who got \
                            fewer hours a month.
                            """)
                }, subject: { _ in loweredLabel },
                count: .persons { inquiry in inquiry.sharesLowered() },
                comparison: ComparisonRule(
                    kind: .share, mayBeNegative: false, by: ComparisonRule.ofRegister, of: rates,
                    bringing: shareLowered.brings,
                    words: .share(
                        name: loweredLabel,
                        definite: Phrase(sv: "andelen som fick färre timmar", en: "the share who got fewer hours"),
                        unit: Phrase(
                            sv: "procent av dem som fick nya beslut", en: "per cent of those with new decisions")))),
            hours(
                .raisedHours, Declared.raisedHours, { max(0, $0) },
                Phrase(sv: "Höjda timmar per månad", en: "Raised hours a month"),
                Phrase(
                    sv: "Så många fler timmar per månad fick de personer som fick fler genom årets nya beslut.",
                    en: "How many more hours a month those got who got more by the year's new decisions.")),
            hours(
                .loweredHours, Declared.loweredHours, { max(0, -$0) },
                Phrase(sv: "Sänkta timmar per månad", en: "Lowered hours a month"),
                Phrase(
                    sv: "Så många färre timmar per månad fick de personer som fick färre genom årets nya beslut.",
                    en: "How many fewer hours a month those got who got fewer by the year's new decisions.")),
            Aspect(
                "net", spelled: [.init("net", .net)], value: .difference(.hoursPerMonth, adds: true),
                quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .difference, [.value: Declared.net, .n: Declared.renewed], Declared.balance,
                        others: [Declared.raisedHours, Declared.loweredHours])
                }, by: ofRegister,
                definition: { _, _ in
                    Phrase(
                        sv: "Höjda timmar per månad minus sänkta, för årets nya beslut.",
                        en: "Raised hours a month less lowered ones, of the year's new decisions.")
                }, subject: { _ in Phrase(sv: "Timmar per månad, netto", en: "Hours a month, net") }, isSigned: true,
                count: .persons { inquiry in inquiry.differences(as: .net) }),
            Aspect(
                "mean", spelled: [.init("mean", .mean)], value: .difference(.hoursPerMonth, adds: false),
                quantities: [.denominator: .persons, .persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .difference, [.numerator: Declared.net, .denominator: Declared.renewed, .n: Declared.renewed],
                        quotient: 1, interval: .student, Declared.balance,
                        others: [Declared.raisedHours, Declared.loweredHours])
                }, by: ofRegister, remarks: [.naturalVariation],
                definition: { _, _ in
                    Phrase(
                        sv: "Timmar per månad efter årets nya beslut minus före, i medeltal över personerna.",
                        en: "Hours a month after the year's new decisions less before, on average over persons.")
                },
                subject: { _ in
                    Phrase(sv: "Ändring i timmar per månad, medelvärde", en: "Change in hours a month, mean")
                },
                isSigned: true, count: .persons { inquiry in inquiry.differences(as: .mean) }),
            Aspect(
                "quantile", spelled: [.init("median", .quantile(0.5))], value: .quantile(.hoursPerMonth),
                quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in Declaration(.quantile, [.n: Declared.renewed]) }, by: ofRegister, id: quantileID,
                definition: { aspect, _ in
                    let quantile = Phrase.quantile(aspect)
                    return Phrase(
                        sv: "\(quantile.swedish) av ändringen i timmar per månad, över personerna (typ 7).",
                        en: "\(quantile.english) of the change in hours a month, over persons (type 7).")
                },
                subject: { aspect in
                    quantileSubject(Phrase(sv: "Ändring i timmar per månad", en: "Change in hours a month"), aspect)
                }, isSigned: true,
                count: .rows(
                    of: rates,
                    as: CellNumber(.hoursPerMonth, of: { sum, _ in sum.contribution }) { facts, inquiry in
                        .quantile(
                            facts.map { Double($0.difference) / Measurement.hour },
                            at: inquiry.question.aspect.probability, persons: facts.count, unit: .hoursPerMonth,
                            empty: noNewDecisions)
                    })),
            Aspect(
                "in-force", spelled: [.init("in-force", .inForce)], value: .count(.persons),
                quantities: [.value: .persons, .persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    .count(
                        Declared.inForce, n: Declared.inForce, [.part(Declared.inForce, of: Declared.changed)],
                        others: [Declared.changed])
                }, by: ofRegister.union([.change]),
                definition: { _, _ in
                    Phrase(
                        sv: """
                            Olika personer vars beslut enligt SoL, fattat 2025-07-01 eller senare, under året ersattes \
                            medan det gällde. Sådana beslut får ändras till nackdel för den enskilde (14 kap. 9 § SoL).
                            """,
                        en: """
                            Distinct persons whose decision under SoL, made on 2025-07-01 or later, was replaced in the \
                            year while in force. Such decisions may be changed to the person's loss (SoL 14:9).
                            """)
                },
                subject: { _ in
                    Phrase(
                        sv: "Personer med beslut ändrade medan de gällde",
                        en: "Persons with decisions changed while in force")
                }, count: .rows(of: changesInForce, as: .persons)),
        ], ofTotals: nil, adverse: .whenLower, explanation: .hoursChange)

    private static let changesLabel = Phrase(
        sv: "Personer med nya eller avslutade beslut", en: "Persons with new or ended decisions")
    private static let loweredLabel = Phrase(
        sv: "Andel som fick färre timmar", en: "Share who got fewer hours")
    fileprivate static let noNewDecisions = Phrase(
        sv: "Ingen fick ett nytt beslut i stället för ett gammalt.",
        en: "Nobody had a new decision in place of an old one.")

    private static func hours(
        _ aspect: Question.Aspect, _ quantity: DeclaredQuantity,
        _ amount: @escaping @Sendable (Int64) -> Int64, _ subject: Phrase, _ definition: Phrase
    ) -> Aspect {
        Aspect(
            aspect.name, spelled: [.init(aspect.name, aspect)], value: .sum(.hoursPerMonth),
            quantities: [.persons: .persons], links: [], yearsCompared: nil,
            declares: { _, _ in
                Declaration(
                    .sum, [.value: quantity], Declared.balance,
                    others: [Declared.raisedHours, Declared.loweredHours, Declared.net])
            }, by: ofRegister, definition: { _, _ in definition }, subject: { _ in subject },
            count: .rows(
                of: rates,
                as: CellNumber(
                    .hoursPerMonth,
                    of: { sum, _ in
                        RatioContribution(
                            numerator: Double(amount(sum.difference)) / Measurement.hour, denominator: 0)
                    }
                ) { facts, _ in .changed(facts, amount) }))
    }
}

// MARK: What is declared

extension Measure {
    /// What the numbers of changed decisions are called.
    private enum Declared {
        /// In one class each: of the last change of the year.
        private static let oneEach = DeclaredQuantity.asAmounts.merging([DeclaredDimension(.change): .exactly]) {
            first, _ in first
        }
        static let changed = DeclaredQuantity(
            "persons-with-changed-decisions",
            Phrase(sv: "Personer med nya eller avslutade beslut", en: "Persons with new or ended decisions"), .count,
            .persons, adds: oneEach)
        static let renewed = DeclaredQuantity(
            "persons-with-new-decisions",
            Phrase(
                sv: "Personer med ett nytt beslut i stället för ett gammalt",
                en: "Persons with a new decision in place of an old one"), .count, .persons,
            adds: DeclaredQuantity.asAmounts)
        static let lower = DeclaredQuantity(
            "persons-with-fewer-hours", Phrase(sv: "Personer som fick färre timmar", en: "Persons who got fewer hours"),
            .count, .persons, adds: DeclaredQuantity.asAmounts)
        static let inForce = DeclaredQuantity(
            "persons-with-decisions-changed-in-force",
            Phrase(
                sv: "Personer med beslut ändrade medan de gällde", en: "Persons with decisions changed while in force"),
            .count, .persons, adds: oneEach)
        static let raisedHours = hours("hours-raised", Phrase(sv: "Höjda timmar per månad", en: "Raised hours a month"))
        static let loweredHours = hours(
            "hours-lowered", Phrase(sv: "Sänkta timmar per månad", en: "Lowered hours a month"))
        static let net = DeclaredQuantity(
            "hours-changed-net", Phrase(sv: "Timmar per månad, netto", en: "Hours a month, net"), .difference,
            .hoursPerMonth, adds: DeclaredQuantity.asAmounts)
        /// Net is what was raised less what was lowered.
        static let balance: [DeclaredRelation.Rule] = [.whole(raisedHours, loweredHours, net)]

        private static func hours(_ name: String, _ title: Phrase) -> DeclaredQuantity {
            DeclaredQuantity(
                name, title, .sum, .hoursPerMonth, adds: DeclaredQuantity.asAmounts, of: renewed.name)
        }
    }
}

// MARK: What is added up

extension Facts {
    /// What is added of what became of each person's decisions in a year asked for, where the last of them belongs.
    fileprivate static func changes(
        _ add: @escaping @Sendable (ChangeOfYear, Traits, Inquiry, inout Cells) -> Void
    ) -> Facts {
        Facts(areObserved: false) { inquiry in
            let changes = DecisionChanges(inquiry.dataset, inquiry.panel)
            return { person, cells in
                for change in changes.byYear(of: person) where inquiry.years.contains(change.year) {
                    let traits = Traits(
                        inquiry.dataset.decisions[change.last.after ?? change.last.before], year: change.year,
                        month: change.last.month, ownClass: change.kind.rawValue)
                    add(change, traits, inquiry, &cells)
                }
            }
        }
    }
}

extension Measure {
    private static let allChanges = Facts.changes { _, traits, _, cells in cells.add(traits) }

    /// From this day decisions under SoL may be changed to a person's loss while in force (SFS 2025:400, 14:9).
    private static let mayBeChangedFrom = LegalBasis.newAct

    private static let changesInForce = Facts.changes { year, traits, inquiry, cells in
        let isAny = year.changes.contains { change in
            let before = inquiry.dataset.decisions[change.before]
            return change.isInForce && before.law == .sol && (before.decided ?? before.from) >= mayBeChangedFrom
        }
        if isAny { cells.add(traits) }
    }

    /// Hours a month after and before, of each person whose hours go on.
    fileprivate static let rates = Facts.changes { change, traits, _, cells in
        if change.last.after == nil { return }
        cells.add(
            traits, numerator: change.rates.after.milliseconds, denominator: change.rates.before.milliseconds)
    }

    fileprivate static let shareLowered = CellNumber(
        .share, of: { sum, _ in RatioContribution(numerator: sum.difference < 0 ? 1 : 0, denominator: 1) }
    ) { sums, inquiry in
        .share(sums.count { $0.difference < 0 }, of: sums.count, level: inquiry.question.level)
    }
}

extension PersonSum {
    /// Hours a month after less before.
    fileprivate var difference: Int64 {
        abs(numerator - denominator) > DecisionChanges.sameHours.milliseconds ? numerator - denominator : 0
    }
}

extension Measurement {
    /// The sum of the changes in one direction. Where nobody's hours changed so, that is said of everyone who had a new
    /// decision.
    fileprivate static func changed(_ facts: [PersonSum], _ amount: (Int64) -> Int64) -> Measurement {
        let contributions = Contributions(facts.map { amount($0.difference) }, scale: hour)
        return Measurement(
            kind: .sum, unit: .hoursPerMonth, value: contributions.total,
            persons: contributions.persons == 0 ? facts.count : contributions.persons,
            numeratorContributions: contributions)
    }

    /// The mean of the hours before or after, over persons.
    fileprivate static func meanRate(_ facts: [PersonSum], _ amount: (PersonSum) -> Int64) -> Measurement {
        let hours = Contributions(facts.map(amount), scale: hour)
        let count = Contributions(facts.map { _ in 1 }, scale: 1)
        return Measurement(
            kind: .mean, unit: .hoursPerMonth, value: hours.total / count.total, persons: count.persons,
            numerator: hours.total, denominator: count.total, numeratorContributions: hours,
            denominatorContributions: count)
    }
}

extension Inquiry {
    fileprivate enum Difference { case net, mean }

    /// Raised less lowered hours a month, or what that is a person. Either lets the hours that were lowered be known
    /// beside those that were raised, so each row says that.
    fileprivate func differences(as kind: Difference) -> [CountedRow] {
        let cells = cells(of: Measure.rates)
        return breakdown.rowCells(cells.occurring).map { cell in
            let (facts, key) = (cells[cell], breakdown.key(of: cell))
            guard !facts.isEmpty else {
                return CountedRow(key, .notDefined(unit: .hoursPerMonth, kind: .difference, Measure.noNewDecisions))
            }
            let raised = Measurement.changed(facts) { max(0, $0) }
            let lowered = Measurement.changed(facts) { max(0, -$0) }
            let net = (raised.value ?? 0) - (lowered.value ?? 0)
            let persons = facts.count
            var number = Measurement(
                kind: .difference, unit: .hoursPerMonth, value: net, persons: persons, compared: [raised, lowered])
            if kind == .mean {
                let changes = facts.map {
                    RatioContribution(numerator: Double($0.difference) / Measurement.hour, denominator: 1)
                }
                number.compared += [
                    Measurement.meanRate(facts, \.numerator), Measurement.meanRate(facts, \.denominator),
                ]
                number.numerator = net
                number.denominator = Double(facts.count)
                if let estimate = RatioOfSums.estimate(changes, level: question.level) { number.take(estimate) }
            }
            let contributions = facts.map { fact in
                Contribution(
                    unit: Contributor(person: fact.person),
                    numerator: Double(abs(fact.difference)) / Measurement.hour, denominator: 1,
                    isEarlier: fact.difference < 0)
            }
            return CountedRow(
                key, CountedNumber(number, of: contributions),
                identities: [
                    Tabulation.Identity(
                        kind == .net ? .value : .numerator,
                        [
                            .init(1, .hoursChange, .raisedHours, .value, of: key),
                            .init(-1, .hoursChange, .loweredHours, .value, of: key),
                        ])
                ]
                    + (kind == .net
                        ? []
                        : [Tabulation.Identity(.numerator, [.init(1, .hoursChange, .net, .value, of: key)])]))
        }
    }

    /// Persons with fewer hours, of those whose hours go on: both are numbers of persons that are told by what became of
    /// their decisions.
    fileprivate func sharesLowered() -> [CountedRow] {
        let cells = cells(of: Measure.rates)
        return breakdown.rowCells(cells.occurring).map { cell in
            let key = breakdown.key(of: cell)
            func term(_ kind: DecisionChange.Kind) -> Tabulation.Identity.Term {
                .init(1, .hoursChange, .headline, .value, of: key + [kind.category])
            }
            let share =
                cells[cell].isEmpty
                ? .notDefined(unit: .share, kind: .share, Measure.noNewDecisions)
                : Measure.shareLowered(cells[cell], self)
            return CountedRow(
                key, share,
                identities: [
                    Tabulation.Identity(.numerator, [term(.lower)]),
                    Tabulation.Identity(.denominator, [term(.lower), term(.same), term(.higher)]),
                ])
        }
    }
}

extension DecisionChange.Kind {
    /// As filters and machine output have it.
    var code: String {
        switch self {
        case .lower: "lower"
        case .same: "same"
        case .higher: "higher"
        case .movedService: "moved-service"
        case .diedOrMoved: "died-or-moved"
        case .ended: "ended"
        }
    }

    private var label: Phrase {
        switch self {
        case .lower: Phrase(sv: "Färre timmar", en: "Fewer hours")
        case .same: Phrase(sv: "Lika många timmar", en: "As many hours")
        case .higher: Phrase(sv: "Fler timmar", en: "More hours")
        case .movedService: Phrase(sv: "Bytt till annan insats", en: "Moved to another service")
        case .diedOrMoved: Phrase(sv: "Avlidit eller flyttat", en: "Died or moved away")
        case .ended: Phrase(sv: "Avslutat utan nytt beslut", en: "Ended without a new decision")
        }
    }

    var category: Category { Category(.change, code: code, label: label, rank: rawValue) }
}

extension Explanation {
    static let hoursChange = Explanation(
        name: MeasureName.hoursChange.rawValue, kind: .measure,
        aliases: ["ändrade timmar", "färre timmar", "sänkta timmar", "neddragning"],
        summary: Phrase(
            sv: "Får personer färre timmar när beslut förnyas?",
            en: "Are people's hours cut when decisions are renewed?"),
        definition: [
            Phrase(
                sv: """
                    Ett nytt beslut ersätter personens tidigare beslut om samma insats när det tidigare gäller eller tog \
                    slut högst 31 dagar före. Timmarna per månad jämförs i den månad då det nya börjar gälla: färre, lika \
                    många (inom en hundradels timme) eller fler.
                    """,
                en: """
                    A new decision replaces the person's earlier one on the same service when that is in force or ended at \
                    most 31 days before. Hours a month are compared in the month in which the new one begins: fewer, as \
                    many (within a hundredth of an hour) or more.
                    """),
            Phrase(
                sv: """
                    Varje person räknas en gång per år. Har timmarna ändrats flera gånger, eller för flera insatser, läggs \
                    ändringarna ihop. Personen räknas i det år då de nya besluten börjar gälla, med det sista beslutets \
                    nämnd, lagrum och utförare.
                    """,
                en: """
                    Each person counts once a year. Where the hours have changed several times, or for several services, \
                    the changes are added. The person counts in the year in which the new decisions begin, with the \
                    district, law and provider of the last of them.
                    """),
            Phrase(
                sv: """
                    När beslut gäller samtidigt räknas det som fattats senast: av två som börjar samma dag har bara det \
                    gällt, och ett som fattats tidigare än det som gäller ändrar ingenting. Beslut utan tak för timmar, och \
                    timmar per period utan slutdag, har inga timmar per månad att jämföra och räknas inte.
                    """,
                en: """
                    When decisions are in force at once the one made last counts: of two that begin on the same day only \
                    that has been in force, and one made before the one in force changes nothing. Decisions without an hour \
                    ceiling, and hours per period without an end, have no hours a month to compare and do not count.
                    """),
            Phrase(
                sv: """
                    Ett beslut som tar slut utan att något nytt om insatsen börjar inom 31 dagar är avslutat, i året då det \
                    tog slut, och personen med det om ingen annan av insatserna fortsätter. Började ett beslut om en annan \
                    insats högst 31 dagar före eller efter har personen bytt insats (som från SoL till LSS). Den som har \
                    avlidit eller flyttat skiljs från övriga avslut där beslutets avslutsorsak säger det. Tog beslutet slut mindre än 31 dagar före det sista \
                    som filerna säger något om räknas det inte: ett nytt kan ha kommit.
                    """,
                en: """
                    A decision that ends and no new one on the service begins within 31 days has ended, in the year in which \
                    it did, and the person with it if no other of the services goes on. If a decision on another service \
                    began at most 31 days before or after, the person has moved (as from SoL to LSS). Those who have died or \
                    moved away are told from other endings where the decision says why it ended. A decision that ended less than 31 days before the last \
                    that the files tell of does not count: a new one may have come.
                    """),
            Phrase(
                sv: """
                    Varianter: lower, andelen som fick färre timmar; raised-hours, lowered-hours och net, höjda och sänkta \
                    timmar per månad och skillnaden; mean och median, ändringen per person; in-force, personer med beslut \
                    enligt SoL fattade 2025-07-01 eller senare som ersattes medan de gällde, vilket 14 kap. 9 § SoL tillåter \
                    också till den enskildes nackdel.
                    """,
                en: """
                    Variants: lower, the share who got fewer hours; raised-hours, lowered-hours and net, raised and lowered \
                    hours a month and their difference; mean and median, the change of each person; in-force, persons with \
                    decisions under SoL made on 2025-07-01 or later that were replaced while in force, which SoL 14:9 allows \
                    to the person's loss too.
                    """),
        ],
        formula: [
            Phrase(
                sv: "d = nya timmar per månad − gamla, båda i samma månad",
                en: "d = new hours a month − old, both in the same month"),
            .math("net = Σ max(0, d) − Σ max(0, −d)"),
            Phrase(
                sv: "medel = Σ d ÷ n, ± t(n−1)·se över n personer (parvis: varje persons timmar efter och före)",
                en: "mean = Σ d ÷ n, ± t(n−1)·se over n persons (paired: each person's hours after and before)"),
        ], settingKeys: [],
        source: Phrase(
            sv: "Ledsagas definition. Socialtjänstlagen (2025:400), 14 kap. 9 §.",
            en: "Ledsaga's definition. The Social Services Act (2025:400), chapter 14, section 9."),
        example: [
            Phrase(
                sv: """
                    En person har 20 timmar per månad till 2019-03-31 och 15 från 2019-04-01: färre timmar, −5 per månad. En \
                    annan har 10 timmar till 2019-05-31 och 12 från 2019-06-15: fler, +2. Netto −3 timmar per månad, i \
                    medeltal −1,5 per person. Den vars beslut tog slut 2019-05-31 och följdes av ett nytt först 2019-08-01 \
                    räknas som avslutad.
                    """,
                en: """
                    One person has 20 hours a month to 2019-03-31 and 15 from 2019-04-01: fewer hours, −5 a month. Another \
                    has 10 hours to 2019-05-31 and 12 from 2019-06-15: more, +2. Net −3 hours a month, on average −1.5 for \
                    each person. One whose decision ended on 2019-05-31 and was followed by a new one only on 2019-08-01 \
                    has ended.
                    """)
        ], seeAlso: [MeasureName.grantedHours.rawValue, MeasureName.persons.rawValue])
}
