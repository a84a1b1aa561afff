// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 8, second half: how many are refused, in full or in part?
extension Measure {
    static let outcomes = Measure(
        name: .outcomes, label: outcomesLabel, material: .register([.decisions]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .count(.decisions), quantities: [.persons: .persons], links: [], yearsCompared: nil,
                role: .other,
                declares: { _, _ in
                    Declaration(.count, [.value: Declared.made])
                }, by: ofRegister.union([.outcome]),
                definition: { _, _ in
                    Phrase(
                        sv: "Beslut som fattats under året: bifall, delavslag och avslag.",
                        en: "Decisions made in the year: granted, granted in part and refused.")
                }, subject: { _ in outcomesLabel }, count: .rows(of: allMade, as: decisionsMade)),
            share(
                .refused, Declared.refused, refused,
                Phrase(sv: "Andel avslag", en: "Share refused"),
                Phrase(
                    sv: "Av de beslut som fattats under året: andelen avslag.",
                    en: "Of the decisions made in the year: the share refused."),
                [
                    .partOf(
                        part: Declared.refused.name, whole: Declared.made.name,
                        at: DeclaredRelation.ClassCode(.outcome, Outcome.refused.code))
                ], of: [.refused]),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.shareDifference, adds: false),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.outcomes, .refused)], isExact: true, factors: []),
                declares: { _, _ in
                    Declaration(
                        .difference, [.value: .change(of: Declared.refusedShare)],
                        [.change(of: Declared.refusedShare)], others: [Declared.refusedShare])
                }, by: ofYear, remarks: [.naturalVariation],
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Skillnad mot året innan i andelen avslag; osäkerheten tar hänsyn till att personerna delvis "
                            + "är desamma.",
                        en:
                            "Difference from the year before in the share refused; the uncertainty allows for persons "
                            + "who are in both years.")
                }, subject: { _ in changeSubject(Phrase(sv: "Andel avslag", en: "Share refused")) }, isSigned: true,
                count: .changes(of: refused, as: .ratios(of: shareOfDecisions))),
            Aspect(
                "of-applied", spelled: [.init("of-applied", .ofApplied)], value: .ratio(.share),
                quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .ratio, [.numerator: Declared.given, .denominator: Declared.asked], quotient: 1,
                        interval: .student)
                }, by: ofRegister, remarks: [.naturalVariation],
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Beviljade timmar delat med sökta, över de beslut under året där de sökta timmarna är "
                            + "kända. Ett avslag "
                            + "beviljar inga.",
                        en:
                            "Granted hours divided by those applied for, over the year's decisions whose applied "
                            + "hours are known. "
                            + "A refusal grants none.")
                }, subject: { _ in Phrase(sv: "Beviljat av sökta timmar", en: "Granted of applied hours") },
                count: .rows(
                    of: ofAppliedHours,
                    as: CellNumber(.share, of: { sum, _ in sum.denominator > 0 ? sum.contribution : nil }) {
                        sums, inquiry in
                        Measurement.ratio(sums, level: inquiry.question.level, empty: noAppliedHours).withoutPersons
                    })),
            share(
                .appliedKnown, Declared.told, knownApplied,
                Phrase(sv: "Andel beslut med kända sökta timmar", en: "Share of decisions with known applied hours"),
                Phrase(
                    sv: "Av de beslut som fattats under året: andelen där det framgår hur många timmar som söktes.",
                    en: "Of the decisions made in the year: the share that tell how many hours were applied for."),
                [.part(Declared.told, of: Declared.made)], of: []),
        ], ofTotals: nil, adverse: .whenHigher, explanation: .outcomes)

    private static let outcomesLabel = Phrase(sv: "Fattade beslut", en: "Decisions made")
    private static let noDecisions = Phrase(sv: "Inget beslut fattades.", en: "No decision was made.")
    private static let noAppliedHours = Phrase(
        sv: "Inget beslut anger sökta timmar.", en: "No decision tells the hours applied for.")

    /// A share of the decisions made; of outcomes, which the decisions by outcome tell too.
    private static func share(
        _ aspect: Question.Aspect, _ part: DeclaredQuantity, _ facts: Facts, _ subject: Phrase, _ definition: Phrase,
        _ rules: [DeclaredRelation.Rule], of outcomes: [Outcome]
    ) -> Aspect {
        Aspect(
            aspect.name, spelled: [.init(aspect.name, aspect)], value: .share, quantities: [.persons: .persons],
            links: [.sum(of: .denominator, [Link.Term(1), Link.Term(-1, NumberName(.outcomes))])], yearsCompared: nil,
            declares: { _, _ in
                Declaration(
                    .share, [.numerator: part, .denominator: Declared.made], quotient: 1, interval: .wilson, rules)
            }, by: ofRegister, remarks: [.naturalVariation], definition: { _, _ in definition },
            subject: { _ in subject },
            count: .persons { inquiry in
                inquiry.rows(of: facts, as: shareOfDecisions).map { counted in
                    var row = counted
                    let key = row.row.key
                    row.row.identities = outcomes.map {
                        Tabulation.Identity(
                            .numerator, [.init(1, .outcomes, .headline, .value, of: key + [$0.category])])
                    }
                    return row
                }
            },
            comparison: ComparisonRule(
                kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: facts,
                bringing: shareOfDecisions.brings))
    }

    // MARK: What is declared

    private enum Declared {
        private static let byOutcome = [DeclaredDimension(.outcome): ClassSum.exactly]
        static let made = DeclaredQuantity(
            "decisions-made", Phrase(sv: "Fattade beslut", en: "Decisions made"), .count, .decisions,
            adds: DeclaredQuantity.asAmounts.merging(byOutcome) { first, _ in first })
        static let refused = DeclaredQuantity(
            "decisions-refused", Phrase(sv: "Avslag", en: "Refusals"), .count, .decisions,
            adds: DeclaredQuantity.asAmounts)
        static let refusedShare = DeclaredQuantity.value(
            "share-refused", Phrase(sv: "Andel avslag", en: "Share refused"), .share)
        static let told = DeclaredQuantity(
            "decisions-with-applied-hours",
            Phrase(sv: "Beslut med kända sökta timmar", en: "Decisions with known applied hours"), .count, .decisions,
            adds: DeclaredQuantity.asAmounts)
        static let given = DeclaredQuantity(
            "granted-of-applied-hours", Phrase(sv: "Beviljat av sökta timmar", en: "Granted of applied hours"), .sum,
            .hours, adds: DeclaredQuantity.asAmounts)
        static let asked = DeclaredQuantity(
            "applied-hours", Phrase(sv: "Sökta timmar", en: "Applied hours"), .sum, .hours,
            adds: DeclaredQuantity.asAmounts)
    }

    // MARK: What is added up

    private static let allMade = Facts.made { decision, traits, cells in
        cells.add(traits, numerator: 1)
    }

    private static let refused = Facts.made { decision, traits, cells in
        cells.add(traits, numerator: decision.outcome == .refused ? 1 : 0, denominator: 1)
    }

    private static let knownApplied = Facts.made { decision, traits, cells in
        cells.add(traits, numerator: decision.appliedHours == nil ? 0 : 1, denominator: 1)
    }

    /// Hours of a whole month, granted and applied for.
    private static let ofAppliedHours = Facts.made { decision, traits, cells in
        guard let applied = decision.appliedHours, !decision.isUnlimited, let month = traits.month else { return }
        var asked = decision
        asked.hours = applied
        guard let given = DecisionMonth.rate(of: decision, in: month),
            let wanted = DecisionMonth.rate(of: asked, in: month)
        else { return }
        cells.add(
            traits, numerator: decision.outcome.isGranted ? given.milliseconds : 0, denominator: wanted.milliseconds)
    }

    /// n is not told: the few persons of two decisions would be the difference.
    private static let decisionsMade = CellNumber(.decisions, of: { sum, _ in .number(of: sum) }) { sums, _ in
        Measurement.decisions(sums).withoutPersons
    }

    private static let shareOfDecisions = CellNumber(
        .share,
        of: { sum, _ in
            RatioContribution(numerator: Double(sum.numerator), denominator: Double(sum.denominator))
        }
    ) { sums, inquiry in
        let all = sums.reduce(0) { $0 + $1.denominator }
        guard all > 0 else { return .notDefined(unit: .share, kind: .share, noDecisions) }
        var share = Measurement.share(
            Int(sums.reduce(0) { $0 + $1.numerator }), of: Int(all), level: inquiry.question.level)
        share.persons = sums.count
        return share.withoutPersons
    }
}

extension Measurement {
    /// The number that does not tell its n.
    fileprivate var withoutPersons: Measurement {
        var number = self
        number.tellsPersons = false
        return number
    }
}

extension Facts {
    /// What is added of each decision made in a year asked for, granted or not. One whose date is not known is taken to be
    /// made when it begins.
    fileprivate static func made(
        _ add: @escaping @Sendable (Decision, Traits, inout Cells) -> Void
    ) -> Facts {
        Facts(areObserved: false) { inquiry in
            let decisions = inquiry.dataset.decisions
            let order = PersonOrder(persons: inquiry.dataset.persons.count, rows: decisions.count) {
                decisions[$0].person
            }
            return { person, cells in
                for place in order.rows(of: Int(person)) {
                    let decision = decisions[place]
                    let month = (decision.decided ?? decision.from).month
                    guard inquiry.years.contains(month.year) else { continue }
                    add(
                        decision,
                        Traits(
                            decision, year: month.year, month: month, ownClass: Int(decision.outcome.rawValue)), &cells)
                }
            }
        }
    }
}

extension Outcome {
    static let all: [Outcome] = [.granted, .partlyGranted, .refused]

    /// As filters and machine output have it.
    var code: String {
        switch self {
        case .granted: "granted"
        case .partlyGranted: "partly-granted"
        case .refused: "refused"
        }
    }

    private var label: Phrase {
        switch self {
        case .granted: Phrase(sv: "Bifall", en: "Granted")
        case .partlyGranted: Phrase(sv: "Delavslag", en: "Granted in part")
        case .refused: Phrase(sv: "Avslag", en: "Refused")
        }
    }

    var category: Category { Category(.outcome, code: code, label: label, rank: Int(rawValue)) }
}

extension Explanation {
    static let outcomes = Explanation(
        name: MeasureName.outcomes.rawValue, kind: .measure, aliases: ["utfall", "avslag", "delavslag", "bifall"],
        summary: Phrase(
            sv: "Hur många får avslag, helt eller delvis?", en: "How many are refused, in full or in part?"),
        definition: [
            Phrase(
                sv:
                    "Beslut räknas i det år då de fattades; saknas beslutsdatum i det år då de börjar gälla. De delas "
                    + "upp efter "
                    + "utfall: bifall, delavslag (färre timmar än som söktes) och avslag. Ett beslut utan uppgift om "
                    + "utfall är bifall.",
                en:
                    "Decisions count in the year in which they were made; without a date in the year in which they "
                    + "begin. They are "
                    + "told by outcome: granted, granted in part (fewer hours than applied for) and refused. A "
                    + "decision without an "
                    + "outcome is granted."),
            Phrase(
                sv:
                    "Varianter: refused, andelen avslag; of-applied, beviljade timmar delat med sökta, där de sökta "
                    + "är kända; "
                    + "applied-known, andelen beslut där de är det. Ett delavslag utan uppgift om sökta timmar gissas "
                    + "inte.",
                en:
                    "Variants: refused, the share refused; of-applied, granted hours divided by those applied for "
                    + "where these are "
                    + "known; applied-known, the share of decisions where they are. What was applied for is not "
                    + "guessed where a "
                    + "decision in part does not tell."),
        ],
        formula: [
            Phrase(
                sv: "andel avslag = avslag ÷ alla fattade beslut", en: "share refused = refusals ÷ all decisions made"),
            Phrase(
                sv: "beviljat av sökta = Σ beviljade ÷ Σ sökta timmar per månad, ± t(N−1)·se över N personer",
                en: "granted of applied = Σ granted ÷ Σ applied hours a month, ± t(N−1)·se over N persons"),
        ], settingKeys: [],
        source: Phrase(sv: "Ledsagas definition.", en: "Ledsaga's definition."),
        example: [
            Phrase(
                sv:
                    "Fyra beslut under året: 20 av 20 sökta timmar (bifall), 15 av 30 (delavslag), 0 av 10 (avslag) "
                    + "och ett avslag "
                    + "utan uppgift om sökta timmar. Andelen avslag är 2 ÷ 4 = 50\u{A0}%, beviljat av sökta 35 ÷ 60 = "
                    + "58,3\u{A0}%, och "
                    + "de sökta timmarna är kända i 75\u{A0}% av besluten.",
                en:
                    "Four decisions in the year: 20 of 20 hours applied for (granted), 15 of 30 (in part), 0 of 10 "
                    + "(refused), and a "
                    + "refusal that does not tell the hours applied for. The share refused is 2 ÷ 4 = 50%, granted of "
                    + "applied "
                    + "35 ÷ 60 = 58.3%, and the hours applied for are known in 75% of the decisions.")
        ], seeAlso: [MeasureName.hoursChange.rawValue, MeasureName.persons.rawValue])
}
