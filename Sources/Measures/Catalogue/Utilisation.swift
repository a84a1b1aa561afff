// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Statistics
import Terms

/// Question 3, second half: what share of the granted hours was performed?
extension Measure {
    static let utilisation = Measure(
        name: .utilisation, label: label, material: .register([.decisions, .visits]), adding: .persons,
        aspects: [
            Aspect(
                "", value: .ratio(.share),
                quantities: [.numerator: .performedHours, .denominator: .grantedHours, .persons: .persons], links: [],
                yearsCompared: nil, declares: { _, _ in declaration }, by: ofRegister,
                remarks: [.coverage, .naturalVariation],
                settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Utförda timmar delat med beviljade timmar, över personmånader med beviljade timmar: "
                            + "en kvot av summor.",
                        en:
                            "Performed hours divided by granted hours, over person-months with granted hours: a ratio of sums."
                    )
                }, subject: { _ in label }, count: .rows(of: .used, as: ratio),
                comparison: ComparisonRule(
                    kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: .used,
                    bringing: ratio.brings,
                    words: .share(
                        name: label,
                        definite: Phrase(sv: "andelen utförda timmar", en: "the share of performed hours"),
                        unit: Phrase(sv: "procent av de beviljade timmarna", en: "per cent of the granted hours")))),
            Aspect(
                "change", spelled: [.init("change", .change)], value: .difference(.shareDifference, adds: false),
                quantities: [.persons: .persons], links: [],
                yearsCompared: YearsCompared([NumberName(.utilisation)], isExact: true, factors: []),
                declares: { _, _ in .change(of: value, among: .observed) }, by: ofYear,
                remarks: [.coverage, .naturalVariation], settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv:
                            "Skillnad mot året innan i andelen utförda timmar; osäkerheten tar hänsyn till att personerna delvis är desamma.",
                        en:
                            "Difference from the year before in utilisation; the uncertainty allows for persons who are in both years."
                    )
                }, subject: { _ in changeSubject(label) }, isSigned: true,
                count: .changes(of: .used, as: .ratios(of: ratio))),
            Aspect(
                "mean", spelled: [.init("mean", .mean)], value: .mean(.share), quantities: [.persons: .persons],
                links: [], yearsCompared: nil, declares: { _, _ in Declaration(.mean, [.n: .observed]) },
                by: ofRegister, remarks: [.coverage], settingKeys: ["pro_rating"],
                definition: { _, _ in
                    Phrase(
                        sv: "Medelvärdet av personernas egna andelar utförda timmar.",
                        en: "The mean of the persons' own shares of performed hours.")
                },
                subject: { _ in
                    Phrase(
                        sv: "Personernas andel utförda timmar, medelvärde",
                        en: "Persons' share of performed hours, mean")
                },
                count: .rows(of: .used, as: meanOfPersons),
                comparison: ComparisonRule(
                    kind: .ratio, mayBeNegative: false, by: ComparisonRule.ofRegister, of: .used,
                    bringing: meanOfPersons.brings)),
            Aspect(
                "quantile", spelled: [.init("median", .quantile(0.5))], value: .quantile(.share),
                quantities: [.persons: .persons], links: [], yearsCompared: nil,
                declares: { _, _ in Declaration(.quantile, [.n: .observed]) }, by: ofRegister,
                remarks: [.coverage],
                settingKeys: ["pro_rating"], id: quantileID,
                definition: { aspect, _ in
                    let quantile = Phrase.quantile(aspect)
                    return Phrase(
                        sv: "\(quantile.swedish) av personernas egna andelar utförda timmar (typ 7).",
                        en: "\(quantile.english) of the persons' own shares of performed hours (type 7).")
                },
                subject: { aspect in
                    quantileSubject(
                        Phrase(sv: "Personernas andel utförda timmar", en: "Persons' share of performed hours"), aspect)
                },
                count: .rows(
                    of: .used,
                    as: CellNumber(.share, of: meanOfPersons.brings) { sums, inquiry in
                        .quantile(
                            sums.map(\.ownRatio), at: inquiry.question.aspect.probability, persons: sums.count,
                            unit: .share, empty: Reasons.noGrantedHours)
                    })),
        ],
        ofTotals: { total, _ in
            total.granted == .zero
                ? .notDefined(unit: .share, Reasons.noGrantedHours)
                : Measurement(
                    kind: .ratio, unit: .share, value: total.performed.value / total.granted.value,
                    persons: total.persons, numerator: total.performed.value, denominator: total.granted.value)
        }, adverse: .whenLower, explanation: .utilisation)

    private static let label = Phrase(sv: "Andel utförda timmar", en: "Share of performed hours")

    private static let value = DeclaredQuantity.value("utilisation", label, .ratio)
    private static let declaration = Declaration(
        .ratio,
        [.value: value, .numerator: .insideHours, .denominator: .observedHours, .n: .observed], quotient: 1,
        interval: .student,
        [.part(.observed, of: .granted), .no(more: .observedHours, than: [.grantedHours]), .performedAddUp],
        scoped: [
            DeclaredRelation(.same(.observed, .granted), in: .wholeYears),
            DeclaredRelation(.same(.observedHours, .grantedHours), in: .wholeYears),
        ], others: performedParts + [.granted, .grantedHours])

    private static let ratio = CellNumber(.share, of: { sum, _ in sum.contribution }) { sums, inquiry in
        .ratio(sums, level: inquiry.question.level, empty: Reasons.noGrantedHours)
    }

    /// The mean of the persons' own shares.
    private static let meanOfPersons = CellNumber(
        .share, of: { sum, _ in RatioContribution(numerator: sum.ownRatio, denominator: 1) }
    ) { sums, _ in
        guard let mean = ExactSum.mean(of: sums.map(\.ownRatio)) else {
            return .notDefined(unit: .share, kind: .mean, Reasons.noGrantedHours)
        }
        return Measurement(kind: .mean, unit: .share, value: mean, persons: sums.count)
    }
}

extension PersonSum {
    /// U ÷ B of the person alone; B is above 0 wherever the person is counted.
    fileprivate var ownRatio: Double { Double(numerator) / Double(denominator) }
}

extension Explanation {
    static let utilisation = Explanation(
        name: MeasureName.utilisation.rawValue, kind: .measure,
        aliases: ["andel utförda timmar", "utförandegrad", "utilization"],
        summary: Phrase(
            sv: "Hur stor andel av de beviljade timmarna utfördes?",
            en: "What share of the granted hours was performed?"),
        definition: [
            Phrase(
                sv:
                    "Utförda timmar delat med beviljade timmar, båda över personmånader med beviljade timmar inom den tid "
                    + "som filerna med utförd tid täcker. En kvot av summor, aldrig ett medelvärde av kvoter.",
                en: "Performed hours divided by granted hours, both over person-months with granted hours within the "
                    + "time that the files of performed time cover. A ratio of sums, never a mean of ratios."),
            Phrase(
                sv:
                    "Uppgifterna är en totalräkning. Intervallet visar naturlig variation mellan år och områden om bara "
                    + "slumpen skiljer, med personen som enhet.",
                en:
                    "The figures are a full count. The interval shows natural variation between years and areas if only "
                    + "chance is at work, with the person as the unit."),
            Phrase(
                sv: "Förändringens osäkerhet tar hänsyn till att personerna delvis är desamma båda åren: varje persons "
                    + "bidrag till båda åren jämförs, och ett år som saknas räknas som noll.",
                en: "The uncertainty of the change allows for persons who are in both years: each "
                    + "person's contributions to both years are compared, and a missing year counts as zero."),
            Phrase(
                sv:
                    "Varianter: medelvärde och median av personernas egna andelar. De svarar på en annan fråga och står "
                    + "under egna namn.",
                en:
                    "Variants: mean and median of the persons' own shares. They answer another question and stand under "
                    + "their own names."),
        ],
        formula: [
            .math("R = Σ U_p ÷ Σ B_p"), .math("e_p = U_p − R·B_p"), .math("var(R) = N/(N−1) · Σ e_p² ÷ (Σ B_p)²"),
            .math("R ± t(N−1)·se"),
            Phrase(
                sv: "förändring: z_p = e′_p ÷ ΣB′ − e_p ÷ ΣB, var = N/(N−1) · Σ z_p²",
                en: "change: z_p = e′_p ÷ ΣB′ − e_p ÷ ΣB, var = N/(N−1) · Σ z_p²"),
        ],
        settingKeys: ["pro_rating"],
        source: Phrase(
            sv: "Särndal, Swensson & Wretman (1992), avsnitt 5.6; Cochran (1977), kapitel 6.",
            en: "Särndal, Swensson & Wretman (1992), section 5.6; Cochran (1977), chapter 6."),
        example: [
            Phrase(
                sv:
                    "Två personer: 90 av 100 timmar och 10 av 20. Andelen är 100 ÷ 120 = 83,3\u{A0}%; medelvärdet av deras "
                    + "egna andelar är 70 %.",
                en: "Two persons: 90 of 100 hours and 10 of 20. Utilisation is 100 ÷ 120 = 83.3%; the mean of their "
                    + "own shares is 70%.")
        ],
        seeAlso: [
            MeasureName.grantedHours.rawValue, MeasureName.performedHours.rawValue, MeasureName.decomposition.rawValue,
        ])
}
