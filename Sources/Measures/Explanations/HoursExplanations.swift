// SPDX-License-Identifier: EUPL-1.2
import Terms

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

    static let performedHours = Explanation(
        name: MeasureName.performedHours.rawValue, kind: .measure, aliases: ["utförda timmar", "utfört"],
        summary: Phrase(sv: "Hur många timmar utfördes?", en: "How many hours were performed?"),
        definition: [
            Phrase(
                sv: "Summan av timmarna i utförda besök, efter den dag då besöket börjar, eller månadens uppgift när "
                    + "exporten är per månad. Avbokade besök räknas inte.",
                en: "The sum of hours of performed visits, by the day the visit starts, or the month's figure when the "
                    + "export is monthly. Cancelled visits do not count."),
            Phrase(
                sv:
                    "Timmarna hör till den nämnd, det lagrum och den utförare som månadens beslut har; timmar utanför beslut till "
                    + "besökets egna. Timmar utanför beslut är de i månader utan beviljade timmar för personen och "
                    + "insatsen; de räknas här men inte i andelen utförda timmar eller flexibel användning.",
                en:
                    "Hours belong to the district, law and provider of the month's decision; hours outside decisions to "
                    + "those of the visit. Hours outside decisions are those in months without granted hours for the "
                    + "person and service; they count here but not in utilisation or flexible use."),
        ],
        formula: [.math("U = Σ u(p,m,s)")], settingKeys: [],
        source: Phrase(sv: "Ledsagas definition.", en: "Ledsaga's definition."),
        example: [
            Phrase(
                sv: "Ett besök 2019-01-31 kl.\u{A0}22.00 till 01.30 är 3,5 timmar i januari.",
                en: "A visit on 2019-01-31 from 22:00 to 01:30 is 3.5 hours in January.")
        ],
        seeAlso: ["person-month", "observation-window", MeasureName.utilisation.rawValue])

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

    static let decomposition = Explanation(
        name: MeasureName.decomposition.rawValue, kind: .measure, aliases: ["uppdelning"],
        summary: Phrase(sv: "Vad förklarar förändringen i timmar?", en: "What explains the change in hours?"),
        definition: [
            Phrase(
                sv: "Utförda timmar är personer × beviljade timmar per person × andel utförda timmar. Förändringen mot "
                    + "året innan delas upp på de tre med logaritmiska medelvärden, så att delarna exakt blir hela "
                    + "förändringen. Underlaget är detsamma som för andelen utförda timmar.",
                en: "Performed hours are persons × granted hours per person × utilisation. The change from the year "
                    + "before is split between the three by logarithmic means, so that the parts add up to exactly the "
                    + "change. It is based on the same person-months as utilisation."),
            Phrase(
                sv: "På samma sätt är beviljade timmar beslut × timmar per beslut, med de beslut som ger timmar under "
                    + "året.",
                en: "In the same way granted hours are decisions × hours per decision, with the decisions that grant "
                    + "hours in the year."),
            Phrase(
                sv: "Är någon faktor noll ett av åren visas ingen uppdelning.",
                en: "When a factor is zero in one of the years no split is shown."),
        ],
        formula: [
            .math("ΣU = N × (B/N) × (U/B)"), .math("L = (U′−U) ÷ ln(U′/U)"),
            .math("Δ_N = L·ln(N′/N), Δ_b = L·ln(b′/b), Δ_R = L·ln(R′/R); Δ_N + Δ_b + Δ_R = U′−U"),
        ],
        settingKeys: ["pro_rating"],
        source: Phrase(
            sv: "LMDI: Ang (2004), Energy Policy 32:1131.", en: "LMDI: Ang (2004), Energy Policy 32:1131."),
        example: [
            Phrase(
                sv: "Från 100 personer × 240 timmar × 0,50 = 12\u{A0}000 till 110 × 220 × 0,55 = 13\u{A0}310 timmar: "
                    + "+1\u{A0}310 timmar = +1\u{A0}205 (fler personer) −1\u{A0}100 (färre timmar var) +1\u{A0}205 (större andel utförd), "
                    + "med L = 12\u{A0}644 timmar.",
                en: "From 100 persons × 240 hours × 0.50 = 12,000 to 110 × 220 × 0.55 = 13,310 hours: +1,310 hours = "
                    + "+1,205 (more persons) −1,100 (fewer hours each) +1,205 (larger share performed), with "
                    + "L = 12,644 hours.")
        ],
        seeAlso: [MeasureName.persons.rawValue, MeasureName.grantedHours.rawValue, MeasureName.utilisation.rawValue])
}
