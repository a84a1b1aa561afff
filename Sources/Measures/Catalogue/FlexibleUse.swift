// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 5: who uses the hours flexibly?
extension Measure {
    static let flexibleUse = Measure(
        name: .flexibleUse, label: label, material: .register([.decisions, .visits]), adding: .persons,
        aspects: [
            share("", id: { _, settings in FlexibleVariant(settings).id }),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.shareDifference, adds: false),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.flexibleUse)], isExact: true, factors: []),
                declares: { _, settings in
                    let share = FlexibleQuantities(settings)
                    return .change(of: share.value, among: share.base)
                }, by: ofYear, remarks: remarks,
                settingKeys: settingKeys, id: { _, settings in "change " + FlexibleVariant(settings).id },
                definition: { _, settings in
                    definition(
                        settings,
                        Phrase(
                            sv: "skillnaden mot året innan i andelen",
                            en: "the difference from the year before in the share"))
                }, subject: { _ in changeSubject(label) }, isSigned: true,
                count: .changes(of: marked, as: shareChange)),
            Aspect(
                "shifted-share", spelled: [.init("shifted-share", .shiftedShare)], value: .ratio(.share),
                quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .ratio,
                        [
                            .numerator: FlexibleQuantities.moved, .denominator: FlexibleQuantities.performedHours,
                            .n: FlexibleQuantities.performing,
                        ], quotient: 1, interval: .student, FlexibleQuantities.ofPerforming,
                        others: [.performing, .insideHours])
                }, by: ofRegister, remarks: remarks,
                settingKeys: ["pro_rating"], id: { _, _ in "F2 total" },
                definition: { _, _ in
                    Phrase(
                        sv: "Alla timmar över månadens beviljade, delat med alla utförda timmar.",
                        en: "All hours above the month's granted, divided by all performed hours.")
                }, subject: { _ in Phrase(sv: "Andel flyttade timmar", en: "Share of hours moved") },
                count: .rows(
                    of: shiftedHours,
                    as: CellNumber(.share, of: { sum, _ in sum.denominator > 0 ? sum.contribution : nil }) {
                        sums, inquiry in
                        .ratio(sums, level: inquiry.question.level, empty: Reasons.noPerformedHours)
                    })),
            Aspect(
                "quantile", spelled: [.init("shifted-share-median", .quantile(0.5))], value: .quantile(.share),
                quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in
                    Declaration(
                        .quantile, [.n: FlexibleQuantities.performing], FlexibleQuantities.ofPerforming,
                        others: [
                            .performing, .insideHours, FlexibleQuantities.moved, FlexibleQuantities.performedHours,
                        ])
                }, by: ofRegister,
                remarks: remarks.subtracting([.naturalVariation]), settingKeys: ["pro_rating"],
                id: { aspect, _ in "F2 q\(aspect.probability)" },
                definition: { aspect, _ in
                    let quantile = Phrase.quantile(aspect)
                    return Phrase(
                        sv:
                            "\(quantile.swedish) av personernas andel flyttade timmar, F2 = Σ max(0, u − b) ÷ Σ u (typ 7).",
                        en: "\(quantile.english) of the persons' shifted shares, F2 = Σ max(0, u − b) ÷ Σ u (type 7).")
                },
                subject: { aspect in
                    quantileSubject(
                        Phrase(sv: "Personernas andel flyttade timmar", en: "Persons' share of hours moved"), aspect)
                },
                count: .rows(
                    of: shiftedHours,
                    as: CellNumber(.share, of: { sum, _ in sum.denominator > 0 ? sum.contribution : nil }) {
                        sums, inquiry in
                        let shares = sums.map { Double($0.numerator) / Double($0.denominator) }
                        return .quantile(
                            shares, at: inquiry.question.aspect.probability, persons: shares.count, unit: .share,
                            empty: Reasons.noPerformedHours)
                    })),
            unlimited,
            share("flexible", id: { _, settings in FlexibleVariant(settings).id }),
        ],
        ofTotals: { total, level in
            if let flexible = total.flexible, flexible <= total.persons {
                .share(flexible, of: total.persons, level: level)
            } else {
                .notDefined(unit: .share, kind: .share, Reasons.notInTotals)
            }
        }, adverse: .whenLower, explanation: .flexibleUse)

    private static let label = Phrase(sv: "Andel med flexibel användning", en: "Share with flexible use")
    private static let remarks: Set<Remark> = [.coverage, .withoutUnlimited, .countedInEach, .naturalVariation]
    private static let settingKeys = [
        "pro_rating", "definition", "denominator", "anchor", "period_months", "tolerance_hours",
    ]

    /// The share of persons by the settings in force, and by a definition, denominator and anchor that are named.
    private static func share(
        _ name: String, id: @escaping @Sendable (Question.Aspect, MeasureSettings) -> String
    ) -> Aspect {
        Aspect(
            name, value: .share,
            quantities: [.numerator: .flexiblePersons, .denominator: .persons, .persons: .persons],
            links: [
                // The base leaves out those without a ceiling, a narrower one those without performed hours.
                .sum(
                    of: .denominator,
                    [
                        Link.Term(1, NumberName(.persons)), Link.Term(-1),
                        Link.Term(-1, NumberName(.persons, .unlimited), NumberName(.flexibleUse, .unlimited)),
                    ]),
                .narrower(.denominator, by: NumberName(.persons, .withoutPerformed)),
            ] + withoutWholePeriod, yearsCompared: nil,
            declares: { _, settings in FlexibleQuantities(settings).declaration },
            by: ofRegister, remarks: remarks, settingKeys: settingKeys, id: id,
            definition: { _, settings in definition(settings, Phrase(sv: "andelen", en: "the share")) },
            subject: { _ in label },
            count: .rows(of: marked, as: shareOfBase),
            comparison: ComparisonRule(
                kind: .share, mayBeNegative: false, by: ComparisonRule.ofRegister, of: marked,
                bringing: shareOfBase.brings,
                words: name.isEmpty
                    ? .share(
                        name: label,
                        definite: Phrase(
                            sv: "andelen med flexibel användning", en: "the share with flexible use"),
                        unit: Phrase(sv: "procent av personerna", en: "per cent of the persons")) : nil))
    }

    /// The flexible persons without a complete period are among the persons without one.
    private static let withoutWholePeriod: [Link] = MeasureSettings.Definition.allCases.flatMap { definition in
        MeasureSettings.Anchor.allCases.map { anchor in
            func number(_ denominator: MeasureSettings.Denominator, _ part: Part) -> NumberName {
                NumberName(
                    .flexibleUse,
                    .flexible(
                        definition: definition.rawValue, denominator: denominator.rawValue, anchor: anchor.rawValue),
                    part)
            }
            return .notNegative(
                of: .numerator,
                [
                    Link.Term(1, number(.granted, .denominator)), Link.Term(-1, number(.completePeriod, .denominator)),
                    Link.Term(-1, number(.granted, .numerator)), Link.Term(1, number(.completePeriod, .numerator)),
                ])
        }
    }

    private static func definition(_ settings: MeasureSettings, _ share: Phrase) -> Phrase {
        let (base, use) = (settings.denominator.text, settings.definition.text)
        return Phrase(
            sv: "Av alla \(base.swedish): \(share.swedish) som \(use.swedish).",
            en: "Of all \(base.english): \(share.english) who \(use.english).")
    }
}

// MARK: Who is counted

extension Measure {
    /// What is true of a person in a cell.
    private enum Mark {
        static let granted: UInt16 = 1
        static let performed: UInt16 = 2
        static let completePeriod: UInt16 = 4
        static let flexible: UInt16 = 8
    }

    /// Persons in the year but those with no ceiling: D1 by their decisions, the rest by their observed months.
    private static let marked = Facts(areObserved: true) { inquiry in
        let variant = FlexibleVariant(inquiry.question, settings: inquiry.settings)
        let months = inquiry.dataset.observationWindow.map {
            FlexibleMonths(
                inquiry.panel, window: $0, definition: variant.definition, anchor: variant.anchor,
                periodMonths: inquiry.settings.periodMonths, tolerance: inquiry.settings.tolerance)
        }
        return { person, cells in
            let free = inquiry.unlimitedYears(of: person)
            inquiry.eachDecision(of: person) { _, traits in
                if !free.contains(traits.year) { cells.add(traits, marks: Mark.granted) }
            }
            inquiry.eachMonth(of: person) { place, entry in
                guard let months, entry.coverage == .granted, inquiry.isObserved(entry.month),
                    !free.contains(entry.month.year)
                else { return }
                cells.add(
                    Traits(entry),
                    marks: (entry.performed > .zero ? Mark.performed : 0)
                        | (months.isInCompletePeriod[place] ? Mark.completePeriod : 0)
                        | (months.isFlexible[place] ? Mark.flexible : 0))
            }
        }
    }

    /// F2: Σ max(0, u − b) and Σ u of each person, over observed months with b > 0.
    private static let shiftedHours = Facts(areObserved: true) { inquiry, person, cells in
        let free = inquiry.unlimitedYears(of: person)
        inquiry.eachMonth(of: person) { _, entry in
            guard entry.coverage == .granted, inquiry.isObserved(entry.month), !free.contains(entry.month.year) else {
                return
            }
            let shifted = max(.zero, entry.performed - entry.granted)
            cells.add(Traits(entry), numerator: shifted.milliseconds, denominator: entry.performed.milliseconds)
        }
    }

    /// Of those who belong to the denominator, the share with flexible use.
    private static let shareOfBase = CellNumber(
        .share,
        of: { sum, inquiry in
            isInBase(sum, inquiry) ? RatioContribution(numerator: sum.isFlexible ? 1 : 0, denominator: 1) : nil
        }
    ) { base, inquiry in share(base, level: inquiry.question.level) }

    private static func isInBase(_ sum: PersonSum, _ inquiry: Inquiry) -> Bool {
        let needed =
            switch FlexibleVariant(inquiry.question, settings: inquiry.settings).denominator {
            case .granted: Mark.granted
            case .performed: Mark.granted | Mark.performed
            case .completePeriod: Mark.granted | Mark.completePeriod
            }
        return sum.marks & needed == needed
    }

    private static func share(_ base: [PersonSum], level: Double) -> Measurement {
        .share(base.count { $0.isFlexible }, of: base.count, level: level)
    }

    private static let shareChange = CellDifference(.shareDifference, of: shareOfBase) { before, after, inquiry in
        let pairs = paired(before, after)
        func membership(_ sum: PersonSum?) -> ShareChange.Membership {
            ShareChange.Membership(inBase: sum != nil, counts: sum?.isFlexible ?? false)
        }
        let level = inquiry.question.level
        let estimate = ShareChange.estimate(
            before: pairs.map { membership($0.before) }, after: pairs.map { membership($0.after) }, level: level)
        guard let estimate else {
            return .notDefined(unit: .shareDifference, kind: .difference, Reasons.nobodyInOneYear)
        }
        var measurement = Measurement(
            kind: .difference, unit: .shareDifference, value: nil, persons: pairs.count,
            compared: [share(after, level: level), share(before, level: level)])
        measurement.take(estimate)
        return measurement
    }
}

extension PersonSum {
    fileprivate var isFlexible: Bool { marks & 8 != 0 }
}
