// SPDX-License-Identifier: EUPL-1.2
import Terms

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

    static let awareness = Explanation(
        name: MeasureName.awareness.rawValue, kind: .measure, aliases: ["kännedom", "kunskap"],
        summary: Phrase(
            sv: "Hur stor andel kan reglerna?", en: "What share know the rules?"),
        definition: [
            Phrase(
                sv:
                    "Andelen rätta svar på enkätens kunskapsfrågor, av alla som svarat. Vet ej räknas som inte rätt. Med "
                    + "--by question visas varje fråga för sig.",
                en: "The share of right answers to the survey's knowledge items, of all answers. Do not know counts as "
                    + "not right. With --by question each item stands by itself."),
            Phrase(
                sv:
                    "awareness:change är skillnaden mot gruppens förra mätning. När samma personer svarat i båda räknas "
                    + "det in i felet. awareness:gap-group är skillnaden mot den första gruppen, gap-district skillnaden "
                    + "mot övriga nämnder. p-värden justeras för antalet frågor (Holm).",
                en:
                    "awareness:change is the difference from the group's wave before. Where the same persons answered in "
                    + "both, the error takes it into account. awareness:gap-group is the difference from the first group, "
                    + "gap-district that from the other districts. p-values are adjusted for the number of items (Holm)."
            ),
        ],
        formula: [
            Phrase(sv: "p = Σ w·rätta ÷ Σ w·svar", en: "p = Σ w·right ÷ Σ w·answers"),
            .math("var(p′ − p) = var(p′) + var(p) − 2·cov(p′, p)"),
        ],
        settingKeys: [],
        source: Phrase(
            sv:
                "Ledsagas definition. Kovariansen mellan mätningar: Tam (1984). Intervall för skillnader: Zou och Donner "
                + "(2008).",
            en: "Ledsaga's definition. Covariance between waves: Tam (1984). Intervals of differences: Zou and Donner "
                + "(2008)."),
        example: [
            Phrase(
                sv: "50 svarar på två kunskapsfrågor. 30 har rätt på den första, 15 på den andra, 10 svarar vet ej på "
                    + "den andra. Andelen är (30 + 15) ÷ (50 + 50) = 45 %.",
                en: "50 answer two knowledge items. 30 are right on the first, 15 on the second, 10 answer do not know "
                    + "to the second. The share is (30 + 15) ÷ (50 + 50) = 45%.")
        ],
        seeAlso: [MeasureName.item.rawValue, "compare"])

    static let responseRate = Explanation(
        name: MeasureName.responseRate.rawValue, kind: .measure, aliases: ["svarsfrekvens"],
        summary: Phrase(
            sv: "Hur stor andel av dem som fick enkäten svarade?", en: "What share of those asked answered?"),
        definition: [
            Phrase(
                sv: "Antalet giltiga svar delat med antalet utskick som nådde fram. Ett svar är giltigt när minst en "
                    + "fråga utöver bakgrundsfrågorna är besvarad. Dubbletter räknas en gång.",
                en:
                    "Valid answers divided by those sent and delivered. A response is valid when at least one item beside "
                    + "the background items is answered. Duplicates count once.")
        ],
        formula: [
            Phrase(
                sv: "svarsfrekvens = giltiga svar ÷ (skickade − ej levererade)",
                en: "response rate = valid answers ÷ (sent − undeliverable)")
        ],
        settingKeys: [],
        source: Phrase(
            sv: "AAPOR Standard Definitions (2023), RR2 utan okända fall.",
            en: "AAPOR Standard Definitions (2023), RR2 without unknown cases."),
        example: [
            Phrase(
                sv: "150 utskick, 10 kommer tillbaka, 84 svarar: 84 ÷ (150 − 10) = 60 %.",
                en: "150 sent, 10 come back, 84 answer: 84 ÷ (150 − 10) = 60%.")
        ],
        seeAlso: [MeasureName.respondents.rawValue])

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
