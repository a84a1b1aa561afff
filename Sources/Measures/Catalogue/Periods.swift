// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

// MARK: Lapsed hours

/// Question 6: when in the period are hours used, do they lapse, and do they suffice?
///
/// All three measures are of complete periods alone, each in the year and month in which it ends.
extension Measure {
    static let lapsedHours = Measure(
        name: .lapsedHours, label: lapsedLabel, material: .register([.decisions, .visits]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .ratio(.share), quantities: [.denominator: .grantedHours, .persons: .persons],
                links: balances, yearsCompared: nil,
                declares: { _, settings in
                    let hours = PeriodQuantities(settings)
                    return hours.ofGranted(hours.lapsed, value: hours.lapsedShare)
                }, by: ofRegister, remarks: remarksOfPeriods, settingKeys: settingsOfPeriods, id: periodID(),
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Beviljade timmar som inte blivit utförda när perioden är slut, delat med beviljade "
                            + "timmar, "
                            + "över hela perioder som slutar under året. Ej påbörjade månader och registrerad frånvaro "
                            + "räknas för sig.",
                        en:
                            "Granted hours that are not performed when the period ends, divided by granted hours, over "
                            + "complete periods that end in the year. Months not begun and registered absence are "
                            + "counted separately.")
                }, subject: { _ in lapsedLabel }, count: .rows(of: lapsed, as: shareOfGranted),
                comparison: ComparisonRule(
                    kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: lapsed,
                    bringing: shareOfGranted.brings,
                    words: .share(
                        name: lapsedLabel,
                        definite: Phrase(sv: "andelen förfallna timmar", en: "the share of lapsed hours"),
                        unit: Phrase(sv: "procent av de beviljade timmarna", en: "per cent of the granted hours")))),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.shareDifference, adds: false),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.lapsedHours)], isExact: true, factors: []),
                declares: { _, settings in
                    let hours = PeriodQuantities(settings)
                    return .change(of: hours.lapsedShare, among: hours.persons)
                }, by: ofYear, remarks: remarksOfPeriods, settingKeys: settingsOfPeriods, id: periodID("change"),
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Skillnad mot året innan i andelen förfallna timmar; osäkerheten tar hänsyn till att "
                            + "personerna delvis är desamma.",
                        en:
                            "Difference from the year before in the share of lapsed hours; the uncertainty allows for "
                            + "persons who are in both years.")
                }, subject: { _ in changeSubject(lapsedLabel) }, isSigned: true,
                count: .changes(of: lapsed, as: .ratios(of: shareOfGranted))),
            ofGranted(
                .notBegun, notBegun, \.notBegun,
                Phrase(sv: "Andel ej påbörjade timmar", en: "Share of hours not begun"),
                Phrase(
                    sv:
                        "Outnyttjade timmar i månader innan ett besök var möjligt: före den månad då personens första "
                        + "beslut "
                        + "fattades. Delat med beviljade timmar i hela perioder.",
                    en:
                        "Unused hours of months before a visit was possible: before the month in which the person's "
                        + "first "
                        + "decision was made. Divided by the granted hours of complete periods.")
            ) { inquiry in inquiry.rows(of: notBegun, as: shareOfGranted) },
            ofGranted(
                .absent, absent, \.absent,
                Phrase(sv: "Andel timmar vid frånvaro", en: "Share of hours of absence"),
                Phrase(
                    sv:
                        "Outnyttjade timmar för dagar då personen var frånvarande enligt registret. Delat med "
                        + "beviljade "
                        + "timmar i hela perioder.",
                    en:
                        "Unused hours of days on which the person was away according to the register. Divided by the "
                        + "granted hours of complete periods.")
            ) { inquiry in
                let rows = inquiry.rows(of: absent, as: shareOfGranted)
                guard inquiry.dataset.absences.isEmpty else { return rows }
                return rows.map { CountedRow($0.row.key, .notDefined(unit: .share, noAbsences)) }
            },
            ofPersons(
                .overHalf, \.lapsing, where: { $0.marks & Mark.spared == 0 },
                Phrase(sv: "Andel med mer än hälften förfallet", en: "Share with more than half lapsed"),
                Phrase(
                    sv:
                        "Av alla med en hel period som slutar under året: andelen för vilka mer än hälften av timmarna "
                        + "förföll i var och en av dem.",
                    en:
                        "Of all with a complete period that ends in the year: the share of whose hours more than half "
                        + "lapsed in each of them.")),
        ], ofTotals: nil, adverse: .whenHigher, explanation: .lapsedHours)

    private static let lapsedLabel = Phrase(sv: "Andel förfallna timmar", en: "Share of lapsed hours")

    /// B = min(B, U) + lapsed + not begun + absent and U = min(B, U) + overrun, so that the four of them add to B − U +
    /// overrun. What is not asked for is left out where that is true of the rest.
    private static let balances: [Link] = {
        let parts = [
            Link.Term(1, NumberName(.lapsedHours, .notBegun, .numerator)),
            Link.Term(1, NumberName(.lapsedHours, .absent, .numerator)),
        ]
        let sides = [
            Link.Term(1), Link.Term(-1, NumberName(.lapsedHours, .headline, .denominator)),
            Link.Term(1, NumberName(.overrun, .headline, .denominator)),
            Link.Term(-1, NumberName(.overrun, .headline, .numerator)),
        ]
        return [parts, [parts[0]], [parts[1]], []].map { .sum(of: .numerator, sides + $0) }
    }()

    private static func ofGranted(
        _ aspect: Question.Aspect, _ facts: Facts,
        _ part: @escaping @Sendable (PeriodQuantities) -> DeclaredQuantity, _ subject: Phrase, _ definition: Phrase,
        _ rows: @escaping @Sendable (Inquiry) -> [CountedRow]
    ) -> Aspect {
        Aspect(
            aspect.name, spelled: [.init(aspect.name, aspect)], value: .ratio(.share),
            quantities: [.denominator: .grantedHours, .persons: .persons], links: [], yearsCompared: nil,
            declares: { _, settings in
                let hours = PeriodQuantities(settings)
                return hours.ofGranted(part(hours))
            }, by: ofRegister, remarks: remarksOfPeriods, settingKeys: settingsOfPeriods, id: periodID(aspect.name),
            definition: { _, _ in definition }, subject: { _ in subject }, count: .persons(rows))
    }

    private static let noAbsences = Phrase(
        sv: "Ingen frånvaro finns i exporterna.", en: "The exports hold no absences.")
}

// MARK: Overrun

extension Measure {
    static let overrun = Measure(
        name: .overrun, label: overrunLabel, material: .register([.decisions, .visits]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .ratio(.share), quantities: [.denominator: .performedHours, .persons: .persons], links: [],
                yearsCompared: nil, declares: { _, settings in PeriodQuantities(settings).ofOverrun }, by: ofRegister,
                remarks: remarksOfPeriods, settingKeys: settingsOfPeriods, id: periodID(),
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Utförda timmar utöver periodens beviljade, delat med utförda timmar, över hela perioder "
                            + "som "
                            + "slutar under året.",
                        en:
                            "Performed hours above the period's granted, divided by performed hours, over complete "
                            + "periods "
                            + "that end in the year.")
                }, subject: { _ in overrunLabel }, count: .rows(of: overran, as: shareOfPerformed),
                comparison: ComparisonRule(
                    kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: overran,
                    bringing: shareOfPerformed.brings,
                    words: .share(
                        name: overrunLabel,
                        definite: Phrase(
                            sv: "andelen timmar över det beviljade", en: "the share of hours above the granted"),
                        unit: Phrase(sv: "procent av de utförda timmarna", en: "per cent of the performed hours")))),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.shareDifference, adds: false),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.overrun)], isExact: true, factors: []),
                declares: { _, settings in
                    let hours = PeriodQuantities(settings)
                    return .change(of: hours.overrunShare, among: hours.performing)
                }, by: ofYear, remarks: remarksOfPeriods, settingKeys: settingsOfPeriods, id: periodID("change"),
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Skillnad mot året innan i andelen timmar över det beviljade; osäkerheten tar hänsyn till "
                            + "att "
                            + "personerna delvis är desamma.",
                        en:
                            "Difference from the year before in the share of hours above the granted; the uncertainty "
                            + "allows for persons who are in both years.")
                }, subject: { _ in changeSubject(overrunLabel) }, isSigned: true,
                count: .changes(of: overran, as: .ratios(of: shareOfPerformed))),
            ofPersons(
                .atCeiling, \.atCeiling, where: { 2 * $0.numerator >= $0.denominator },
                Phrase(sv: "Andel vid taket", en: "Share at the ceiling"),
                Phrase(
                    sv:
                        "Av alla med en hel period som slutar under året: andelen som i minst hälften av dem fick "
                        + "alla sina "
                        + "timmar utförda, på toleransen när.",
                    en:
                        "Of all with a complete period that ends in the year: the share who in at least half of them "
                        + "had all "
                        + "their hours performed, but for the tolerance."), settingKeys: ["tolerance_hours"]),
        ], ofTotals: nil, adverse: nil, explanation: .overrun)

    private static let overrunLabel = Phrase(
        sv: "Andel timmar över det beviljade", en: "Share of hours above the granted")
}

// MARK: Period profile

extension Measure {
    static let periodProfile = Measure(
        name: .periodProfile, label: profileLabel, material: .register([.decisions, .visits]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .ratio(.share), quantities: [.denominator: .performedHours, .persons: .persons], links: [],
                yearsCompared: nil, declares: { _, settings in PeriodQuantities(settings).profile },
                by: ofRegister.union([.periodMonth]), filteredOn: ofRegister, needs: .periodMonth,
                remarks: remarksOfPeriods, settingKeys: settingsOfPeriods, id: periodID(),
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Timmar utförda i periodens första, andra … månad, delat med alla timmar utförda i "
                            + "perioden, över "
                            + "hela perioder som slutar under året. p prövar om personerna i genomsnitt använder lika "
                            + "mycket "
                            + "varje månad.",
                        en:
                            "Hours performed in the first, second … month of the period, divided by all hours "
                            + "performed in "
                            + "it, over complete periods that end in the year. p tests whether persons on average use "
                            + "as "
                            + "much in every month.")
                }, subject: { _ in profileLabel }, isTested: true, count: .persons { inquiry in inquiry.profiles() })
        ], ofTotals: nil, adverse: nil, explanation: .periodProfile)

    private static let profileLabel = Phrase(
        sv: "Andel av periodens utförda timmar", en: "Share of the period's performed hours")
}

// MARK: What is added up

extension Facts {
    /// What is added of each complete period that ends in a year asked for, where its last month belongs.
    fileprivate static func periods(
        _ add: @escaping @Sendable (PeriodHours, Traits, Inquiry, inout Cells) -> Void
    ) -> Facts {
        Facts(areObserved: true) { inquiry in
            let periods = inquiry.dataset.observationWindow.map {
                PeriodsOfPersons(inquiry.panel, dataset: inquiry.dataset, settings: inquiry.settings, window: $0)
            }
            return { person, cells in
                guard let periods else { return }
                for period in periods.complete(of: person) {
                    let last = inquiry.panel.entries[period.entries.upperBound - 1]
                    if inquiry.years.contains(last.month.year) { add(period, Traits(last), inquiry, &cells) }
                }
            }
        }
    }

    /// A part of the hours, and the whole that it is a part of.
    fileprivate static func periods(
        _ part: @escaping @Sendable (PeriodHours) -> Hours, of whole: @escaping @Sendable (PeriodHours) -> Hours
    ) -> Facts {
        periods { period, traits, _, cells in
            cells.add(traits, numerator: part(period).milliseconds, denominator: whole(period).milliseconds)
        }
    }
}

extension Measure {
    private enum Mark {
        /// Of some period no more than half of the hours lapsed.
        static let spared: UInt16 = 1
    }

    private static let lapsed = Facts.periods({ $0.lapsed }, of: { $0.granted })
    private static let notBegun = Facts.periods({ $0.notBegun }, of: { $0.granted })
    private static let absent = Facts.periods({ $0.absent }, of: { $0.granted })
    private static let overran = Facts.periods({ $0.overrun }, of: { $0.performed })

    /// Of each period 1, whether it is at the ceiling, and whether half of it is left.
    private static let judged = Facts.periods { period, traits, inquiry, cells in
        cells.add(
            traits, numerator: period.isAtCeiling(tolerance: inquiry.settings.tolerance) ? 1 : 0, denominator: 1,
            marks: period.lapsesOverHalf ? 0 : Mark.spared)
    }

    /// u of each month of the period, and Σ u of the period.
    fileprivate static let byPeriodMonth = Facts.periods { period, traits, inquiry, cells in
        for (place, entry) in inquiry.panel.entries[period.entries].enumerated() {
            var traits = traits
            traits.ownClass = place
            cells.add(
                traits, numerator: entry.performed.milliseconds, denominator: period.performed.milliseconds)
        }
    }

    /// b > 0 in every month of a period.
    private static let shareOfGranted = CellNumber(.share, of: { sum, _ in sum.contribution }) { sums, inquiry in
        .ratio(sums, level: inquiry.question.level, empty: noPeriod)
    }

    /// Of those who have performed hours.
    fileprivate static let shareOfPerformed = CellNumber(
        .share, of: { sum, _ in sum.denominator > 0 ? sum.contribution : nil }
    ) { sums, inquiry in
        .ratio(sums, level: inquiry.question.level, empty: Reasons.noPerformedHours)
    }

    private static func ofPersons(
        _ aspect: Question.Aspect, _ part: @escaping @Sendable (PeriodQuantities) -> DeclaredQuantity,
        where isCounted: @escaping @Sendable (PersonSum) -> Bool, _ subject: Phrase, _ definition: Phrase,
        settingKeys: [String] = []
    ) -> Aspect {
        let share = CellNumber(
            .share, of: { sum, _ in RatioContribution(numerator: isCounted(sum) ? 1 : 0, denominator: 1) }
        ) { sums, inquiry in
            .share(sums.count(where: isCounted), of: sums.count, level: inquiry.question.level)
        }
        return Aspect(
            aspect.name, spelled: [.init(aspect.name, aspect)], value: .share,
            quantities: [.denominator: .persons, .persons: .persons], links: [], yearsCompared: nil,
            declares: { _, settings in
                let hours = PeriodQuantities(settings)
                return hours.ofPersons(part(hours))
            }, by: ofRegister, remarks: remarksOfPeriods.union([.countedInEach]),
            settingKeys: settingsOfPeriods + settingKeys, id: periodID(aspect.name), definition: { _, _ in definition },
            subject: { _ in subject }, count: .rows(of: judged, as: share),
            comparison: ComparisonRule(
                kind: .share, mayBeNegative: false, by: ComparisonRule.ofRegister, of: judged, bringing: share.brings))
    }

    private static let remarksOfPeriods: Set<Remark> = [.coverage, .naturalVariation]
    private static let settingsOfPeriods = ["pro_rating", "anchor", "period_months"]

    /// `change spell/3`
    private static func periodID(_ aspect: String = "") -> @Sendable (Question.Aspect, MeasureSettings) -> String {
        { _, settings in
            (aspect.isEmpty ? "" : aspect + " ") + "\(settings.anchor.rawValue)/\(settings.periodMonths)"
        }
    }

    private static let noPeriod = Phrase(
        sv: "Ingen hel period ingår.", en: "No complete period is included.")
}

extension Inquiry {
    /// A row for each month of the period, with p of whether it has its equal share, adjusted by Holm over the months.
    ///
    /// In every month each person's deviation from an equal share is u − U ÷ k. Taken k times it is a whole number.
    fileprivate func profiles() -> [CountedRow] {
        let cells = cells(of: Measure.byPeriodMonth)
        let months = Int64(settings.periodMonths)
        var rows: [CountedRow] = []
        var pValues: [Double?] = []
        var groups: [[Category]: [Int]] = [:]
        for cell in breakdown.rowCells(cells.occurring) {
            let key = breakdown.key(of: cell)
            let reason = notObserved(cell)
            let number =
                reason.map { .notDefined(unit: .share, $0) } ?? Measure.shareOfPerformed(cells[cell], self)
            groups[key.filter { $0.dimension != .periodMonth }, default: []].append(rows.count)
            rows.append(CountedRow(key, number))
            pValues.append(
                number.measurement.value == nil || months == 1
                    ? nil : SignFlipTest.p(cells[cell].map { months * $0.numerator - $0.denominator }))
        }
        for (group, places) in groups {
            let adjusted = PAdjustment.holm.adjusted(places.map { pValues[$0] })
            for (place, adjustedP) in zip(places, adjusted) {
                if let p = pValues[place], let adjustedP {
                    rows[place].row.measurement.test = Measurement.Test(p: p, adjustedP: adjustedP)
                }
                rows[place].row.identities = Self.identities(of: group, months: places.map { rows[$0].row.key })
            }
        }
        return rows
    }

    /// The months' hours add to those of the period, which are what the overrun is divided by, and are of the same persons.
    private static func identities(of group: [Category], months: [[Category]]) -> [Tabulation.Identity] {
        typealias Term = Tabulation.Identity.Term
        func own(_ part: Part, _ month: [Category]) -> Term { Term(1, .periodProfile, .headline, part, of: month) }
        return [
            Tabulation.Identity(.denominator, months.map { own(.numerator, $0) }),
            Tabulation.Identity(.denominator, months.prefix(1).map { own(.denominator, $0) }),
            Tabulation.Identity(.persons, months.prefix(1).map { own(.persons, $0) }),
            Tabulation.Identity(.denominator, [Term(1, .overrun, .headline, .denominator, of: group)]),
            Tabulation.Identity(.persons, [Term(1, .overrun, .headline, .persons, of: group)]),
        ]
    }
}

// MARK: Explanations

extension Explanation {
    private static let rule = Phrase(
        sv:
            "Ledsagas definition av regeln i Stockholms riktlinjer från juni 2018: timmarna beviljas per månad, får "
            + "fördelas "
            + "fritt över tre månader, och en ny period börjar när en är slut.",
        en:
            "Ledsaga's definition of the rule in Stockholm's guidelines of June 2018: hours are granted per month, "
            + "may be "
            + "spread freely over three months, and a new period begins when one ends.")
    private static let onlyComplete = Phrase(
        sv:
            "Bara hela perioder räknas: alla månader ska ligga i följd av beviljade månader och i den tid som filerna "
            + "med "
            + "utförd tid täcker. En period hör till det år, den månad, den nämnd, det lagrum och den utförare som "
            + "dess sista "
            + "månad har. Utförda timmar utan beslut räknas inte.",
        en:
            "Only complete periods count: all their months must lie in a run of granted months and in the time that "
            + "the files "
            + "of performed time cover. A period belongs to the year, month, district, law and provider of its last "
            + "month. "
            + "Performed hours without a decision do not count.")
    private static let lengths = Phrase(
        sv:
            "Hur lång en period är och varifrån den räknas är inställningar: period_months (1, 3, 6 eller 12) och "
            + "anchor "
            + "(”ledsaga explain period”).",
        en: "How long a period is and where it is counted from are settings: period_months (1, 3, 6 or 12) and anchor "
            + "(“ledsaga explain period”).")
    private static let worked = Phrase(
        sv:
            "En period med 10, 10, 10 beviljade timmar. Utfört 4, 4, 4: 18 av 30 timmar förfaller, 60\u{A0}%. Var "
            + "personen "
            + "frånvarande hela den sista månaden räknas 10 av de 18 som frånvaro och 8 som förfallna. Utfört 14, 14, "
            + "14: inget "
            + "förfaller, och 12 av 42 utförda timmar ligger över det beviljade, 28,6\u{A0}%. Utfört 0, 0, 0: alla 30 "
            + "förfaller. "
            + "Utfört 2, 16, 12: inget förfaller, och 6,7\u{A0}% av timmarna används i den första månaden, "
            + "53,3\u{A0}% i den andra "
            + "och 40\u{A0}% i den tredje.",
        en:
            "A period with 10, 10, 10 granted hours. Performed 4, 4, 4: 18 of 30 hours lapse, 60%. If the person was "
            + "away all "
            + "of the last month, 10 of the 18 count as absence and 8 as lapsed. Performed 14, 14, 14: nothing "
            + "lapses, and 12 of "
            + "42 performed hours are above the granted, 28.6%. Performed 0, 0, 0: all 30 lapse. Performed 2, 16, 12: "
            + "nothing "
            + "lapses, and 6.7% of the hours are used in the first month, 53.3% in the second and 40% in the third.")

    static let lapsedHours = Explanation(
        name: MeasureName.lapsedHours.rawValue, kind: .measure,
        aliases: ["förfallna timmar", "outnyttjade timmar", "förfallet"],
        summary: Phrase(
            sv: "Hur stor andel av de beviljade timmarna förfaller?", en: "What share of the granted hours lapses?"),
        definition: [
            Phrase(
                sv:
                    "Timmar som inte är utförda när perioden är slut förfaller: de kan inte sparas till nästa. "
                    + "Andelen är "
                    + "summan av dem delad med summan av de beviljade timmarna, en kvot av summor.",
                en:
                    "Hours that are not performed when the period ends lapse: they cannot be saved for the next. The "
                    + "share is "
                    + "their sum divided by the sum of granted hours, a ratio of sums."),
            onlyComplete,
            Phrase(
                sv:
                    "Två slags outnyttjade timmar räknas för sig och inte som förfallna. Ej påbörjade (not-begun) är "
                    + "de i "
                    + "månader innan ett besök var möjligt: före den månad då det första beslutet i följden fattades, "
                    + "om inget "
                    + "utförts dessförinnan. Frånvaro (absent) är timmarna för de dagar då personen var frånvarande "
                    + "enligt "
                    + "registret.",
                en:
                    "Two kinds of unused hours are counted separately and not as lapsed. Not begun (not-begun) are "
                    + "those of "
                    + "months before a visit was possible: before the month in which the first decision of the run "
                    + "was made, "
                    + "where nothing was performed earlier. Absence (absent) are the hours of days on which the "
                    + "person was "
                    + "away according to the register."),
            Phrase(
                sv:
                    "Varianter: förändring mot året innan (change); andelen personer för vilka mer än hälften av "
                    + "timmarna "
                    + "förföll i var och en av årets hela perioder (over-half).",
                en:
                    "Variants: change from the year before (change); the share of persons of whose hours more than "
                    + "half lapsed "
                    + "in each of the year's complete periods (over-half)."),
            lengths,
        ],
        formula: [
            .math("L = Σ_q (max(0, Σ_q b − Σ_q u) − e_q − f_q) ÷ Σ_q Σ_q b"),
            Phrase(
                sv:
                    "e_q = min(rest, b i månader före första möjliga besök), f_q = min(rest − e_q, b för "
                    + "frånvarodagar)",
                en:
                    "e_q = min(rest, b of months before the first possible visit), f_q = min(rest − e_q, b of days "
                    + "away)"
            ),
            .math("L ± t(N−1)·se,  e_p = L_p − L·B_p"),
        ], settingKeys: ["anchor", "period_months", "pro_rating"], source: rule, example: [worked],
        seeAlso: ["period", "spell", MeasureName.overrun.rawValue, MeasureName.utilisation.rawValue])

    static let overrun = Explanation(
        name: MeasureName.overrun.rawValue, kind: .measure,
        aliases: ["överskridna timmar", "timmar över beviljat", "överskridande"],
        summary: Phrase(
            sv: "Hur stor andel av de utförda timmarna ligger över det beviljade?",
            en: "What share of the performed hours lies above the granted?"),
        definition: [
            Phrase(
                sv:
                    "Utförda timmar utöver periodens alla beviljade timmar, delat med utförda timmar i hela perioder. "
                    + "Att en "
                    + "månad går över när perioden räcker är inget överskridande.",
                en:
                    "Performed hours above all the granted hours of the period, divided by the performed hours of "
                    + "complete "
                    + "periods. A month above its own hours in a period whose hours are enough is no overrun."),
            onlyComplete,
            Phrase(
                sv:
                    "Varianter: förändring mot året innan (change); andelen personer vid taket (at-ceiling), som i "
                    + "minst "
                    + "hälften av sina hela perioder fick alla timmar utförda, på toleransen när. De är "
                    + "utgångspunkten när "
                    + "kostnaden för fri ledsagning beräknas.",
                en:
                    "Variants: change from the year before (change); the share of persons at the ceiling "
                    + "(at-ceiling), who in "
                    + "at least half of their complete periods had all their hours performed, but for the tolerance. "
                    + "They are "
                    + "where the cost of hours without a ceiling is reckoned from."),
            lengths,
        ],
        formula: [
            .math("O = Σ_q max(0, Σ_q u − Σ_q b) ÷ Σ_q Σ_q u"),
            Phrase(sv: "vid taket: Σ_q u ≥ Σ_q b − τ", en: "at the ceiling: Σ_q u ≥ Σ_q b − τ"),
        ], settingKeys: ["anchor", "period_months", "tolerance_hours", "pro_rating"], source: rule, example: [worked],
        seeAlso: ["period", "F1o", MeasureName.lapsedHours.rawValue])

    static let periodProfile = Explanation(
        name: MeasureName.periodProfile.rawValue, kind: .measure,
        aliases: ["periodprofil", "månad i perioden", "period-month"],
        summary: Phrase(
            sv: "När i perioden används timmarna?", en: "When in the period are the hours used?"),
        definition: [
            Phrase(
                sv:
                    "Hur stor del av de utförda timmarna som används i periodens första, andra och tredje månad: en "
                    + "kvot av "
                    + "summor. Mycket i den sista månaden tyder på att timmar sparas, mycket i den första på att de "
                    + "tar slut.",
                en:
                    "How much of the performed hours is used in the first, second and third month of the period: a "
                    + "ratio of "
                    + "sums. Much in the last month is a sign of saved hours, much in the first of hours that run "
                    + "out."),
            onlyComplete,
            Phrase(
                sv:
                    "p säger hur ofta slumpen ensam skulle ge en så stor avvikelse från lika delar i den månaden. "
                    + "Varje person "
                    + "avviker åt något håll; om inget håll är vanligare är alla byten av håll lika sannolika "
                    + "(teckenbytestest). "
                    + "För högst 12 personer prövas alla byten, för fler 1 999 slumpmässiga med fröet 20190401. "
                    + "Justerat p tar "
                    + "hänsyn till att flera månader prövas (Holm).",
                en:
                    "p says how often chance alone would give so large a deviation from equal shares in that month. "
                    + "Each person "
                    + "deviates to some side; if no side is the likelier, all changes of side are equally likely "
                    + "(sign-flip "
                    + "test). Of up to 12 persons all changes are tried, of more 1,999 at random with the seed "
                    + "20190401. "
                    + "Adjusted p allows for several months being tested (Holm)."),
            lengths,
        ],
        formula: [
            .math("P_j = Σ_q u(j) ÷ Σ_q Σ_q u"),
            Phrase(
                sv: "p_j = andelen teckenbyten med |Σ_p ±d_p| ≥ |Σ_p d_p|, d_p = u_p(j) − U_p ÷ k",
                en: "p_j = share of sign changes with |Σ_p ±d_p| ≥ |Σ_p d_p|, d_p = u_p(j) − U_p ÷ k"),
        ], settingKeys: ["anchor", "period_months", "pro_rating"],
        source: Phrase(
            sv: "Ledsagas definition. Testet: Fisher (1935), avsnitt 21; Hemerik och Goeman (2018). Holm (1979).",
            en: "Ledsaga's definition. The test: Fisher (1935), section 21; Hemerik and Goeman (2018). Holm (1979)."),
        example: [worked], seeAlso: ["period", "F1", MeasureName.lapsedHours.rawValue])
}
