// SPDX-License-Identifier: EUPL-1.2
import Terms

/// What `--compare` tells, and its terms.
extension Explanation {
    static let comparison = Explanation(
        name: "compare", kind: .buildingBlock,
        aliases: ["comparison", "funnel", "jämförelse", "tratt", "trattdiagram", "likvärdighet"],
        summary: Phrase(
            sv: "Skiljer sig nämnder, utförare eller lagrum mer än slumpen kan förklara?",
            en: "Do boards, providers or laws differ more than chance explains?"),
        definition: [
            Phrase(
                sv:
                    "Gränserna visar var slumpen håller 95 respektive 99,8 procent av lika stora grupper, om alla har det "
                    + "gemensamma värdet. För andelar och antal per invånare är de exakta; för kvoter och medelvärden är de "
                    + "det gemensamma värdet ± t · gruppens eget medelfel över personer, dock aldrig under noll. Får antalet "
                    + "personer i gruppen inte visas tas t för tio personer: annars gick antalet att räkna ut ur gränserna.",
                en:
                    "The limits show where chance keeps 95 and 99.8 per cent of groups of the same size, if all have the "
                    + "common value. For shares and numbers per inhabitant they are exact; for ratios and means they are "
                    + "the common value ± t times the group's own standard error over persons, though never below zero. "
                    + "Where the number of persons in the group may not be shown, t is that of ten persons: else the number "
                    + "could be computed from the limits."),
            Phrase(
                sv:
                    "De justerade gränserna visar var gruppen skulle ligga om den vore som de övriga, med hänsyn till hur "
                    + "mycket de övriga skiljer sig åt och hur osäkert det är. De räknas utan gruppen själv.",
                en: "The adjusted limits show where the group would lie if it were like the others, given how much the "
                    + "others differ and how uncertain that is. They are computed without the group itself."),
            Phrase(
                sv: "p-värden är justerade för antalet grupper enligt Holm och enligt Benjamini och Hochberg. En grupp "
                    + "sticker ut utanför 99,8-procentsgränsen eller när Holms p är högst 0,05. I text nämns den om den "
                    + "sticker ut och de övriga inte skiljer sig åt sinsemellan, eller om den sticker ut också efter "
                    + "justering. Färre än fem grupper har ingen tratt.",
                en:
                    "P-values are adjusted for the number of groups by Holm's and by Benjamini and Hochberg's method. A "
                    + "group stands out beyond the 99.8% limit or when Holm's p is at most 0.05. Text names it if it "
                    + "stands out and the others do not differ among themselves, or if it stands out after adjustment "
                    + "too. Fewer than five groups have no funnel."),
            Phrase(
                sv:
                    "Krympt värde (shrunken): gruppens värde draget mot det gemensamma, mer ju mindre gruppen säger själv. "
                    + "Rangintervall: mellan vilka platser gruppen ligger, ur 10 000 dragningar med fast frö. Jämförelsen "
                    + "bygger bara på grupper vars värden får visas.",
                en:
                    "Shrunken value: the group's value drawn towards the common one, more the less the group says itself. "
                    + "Rank interval: between which places the group lies, from 10,000 draws with a fixed seed. The "
                    + "comparison rests only on groups whose values may be shown."),
            Phrase(
                sv:
                    "I enkäter är slumpen vilka som svarade. Gränserna är exakta när svaren väger lika och nämnden är ett "
                    + "stratum av känd storlek (hypergeometriska), annars ± t · det egna linjäriserade felet, räknat vid det "
                    + "gemensamma värdet. Har alla svarat finns ingen slump att bedöma mot. En fråga jämförs med andelen "
                    + "positiva svar, en kunskapsfråga med andelen rätta, och en grupp av svarande i taget. En nämnd där "
                    + "bara några få inte har svarat är inte med: gränserna skulle säga hur få.",
                en:
                    "In surveys chance is who answered. The limits are exact where answers weigh alike and the board is a "
                    + "stratum of known size (hypergeometric), else ± t times its own linearised error taken at the common "
                    + "value. Where everybody answered there is no chance to judge by. An item is compared by its "
                    + "favourable share, a knowledge item by the share right, and one group of respondents at a time. A board "
                    + "where only a few did not answer is left out: the limits would tell how few."),
            Phrase(
                sv:
                    "Kan jämföras: utilisation och utilisation:mean, flexible-use, granted-hours:mean och :per-person, "
                    + "persons:per-10000 och :per-1000-paratransit efter district, district-then, provider, provider-type och "
                    + "law; item:NAMN (top-box, net-balance, index, mean) och awareness efter district, sex, age, law och "
                    + "group.",
                en:
                    "Can be compared: utilisation and utilisation:mean, flexible-use, granted-hours:mean and :per-person, "
                    + "persons:per-10000 and :per-1000-paratransit by district, district-then, provider, provider-type and "
                    + "law; item:NAME (top-box, net-balance, index, mean) and awareness by district, sex, age, law and "
                    + "group."),
        ],
        formula: [
            .math("y ~ ∫ N(μ̂(τ), v + τ² + se(μ̂)²) π(τ | y₋ᵢ) dτ"),
            .math("p_Holm(i) = max_{j ≤ i} (k − j + 1) · p(j)"),
        ], settingKeys: [],
        source: Phrase(
            sv: "Spiegelhalter (2005); Holm (1979); DuMouchel (1994). Vad reglerna håller i simulerade städer står i "
                + "docs/likvardighet.md.",
            en: "Spiegelhalter (2005); Holm (1979); DuMouchel (1994). What the rules hold in simulated cities is in "
                + "docs/likvardighet.md."),
        example: [
            Phrase(
                sv:
                    "14 nämnder med 20–200 personer och andelen 0,5: utan verklig skillnad nämns någon nämnd i 4 städer av "
                    + "100. En nämnd med 110 personer som skiljer sig med 20 procentenheter nämns i 84.",
                en:
                    "14 boards of 20–200 persons and a share of 0.5: with no true difference a board is named in 4 cities "
                    + "of 100. A board of 110 persons that differs by 20 percentage points is named in 84.")
        ],
        seeAlso: ["between-variance", "case-mix", MeasureName.utilisation.rawValue])

    static let betweenVariance = Explanation(
        name: "between-variance", kind: .buildingBlock,
        aliases: ["tau", "heterogeneity", "i2", "spridning", "mellanvarians"],
        summary: Phrase(
            sv: "Hur mycket grupperna skiljer sig i allmänhet: Q, I², τ och φ.",
            en: "How much the groups differ in general: Q, I², τ and φ."),
        definition: [
            Phrase(
                sv:
                    "Cochrans Q prövar om grupperna skiljer sig mer än slumpen. τ är standardavvikelsen mellan gruppernas "
                    + "verkliga värden, i måttets egen enhet, med intervall. I² är den del av variationen som inte är slump. "
                    + "φ är medelvärdet av kvadrerade, winsoriserade z: 1 när bara slumpen verkar.",
                en:
                    "Cochran's Q tests whether the groups differ more than chance. τ is the standard deviation between the "
                    + "groups' true values, in the measure's own unit, with an interval. I² is the part of the variation "
                    + "that is not chance. φ is the mean of squared, winsorised z: 1 when only chance is at work."),
            Phrase(
                sv:
                    "Gapet är högsta värde minus lägsta, bland grupper med minst tio personer. Bredvid står det gap som "
                    + "slumpen ensam ger i medeltal. Förändringen mellan åren har intervall ur en bootstrap över personer, i "
                    + "enkäter över dem som svarat inom varje stratum; den som svarat båda gångerna räknas som samma person.",
                en:
                    "The gap is the highest value less the lowest, among groups of at least ten persons. Beside it stands "
                    + "the gap that chance alone gives on average. The change between years has an interval from a "
                    + "bootstrap over persons, in surveys over those who answered within each stratum; one who answered both "
                    + "times counts as the same person."),
        ],
        formula: [
            .math("Q = Σ (y − μ)² ÷ v"), .math("τ² = max(0, (Q − (k − 1)) ÷ (Σ 1/v − Σ 1/v² ÷ Σ 1/v))"),
            .math("I² = τ² ÷ (τ² + v̄)"),
        ], settingKeys: [],
        source: Phrase(
            sv: "DerSimonian och Laird (1986); Higgins och Thompson (2002); Viechtbauer (2007) för intervallet.",
            en: "DerSimonian and Laird (1986); Higgins and Thompson (2002); Viechtbauer (2007) for the interval."),
        example: [
            Phrase(
                sv: "Tre nämnder med 40, 50 och 60 procent och medelfelet 5 procentenheter: Q = 8, p = 0,018, τ = 8,7 "
                    + "procentenheter, I² = 75 procent.",
                en:
                    "Three boards with 40, 50 and 60 per cent and a standard error of 5 points: Q = 8, p = 0.018, τ = 8.7 "
                    + "percentage points, I² = 75 per cent.")
        ],
        seeAlso: ["compare", "case-mix"])

    static let caseMix = Explanation(
        name: "case-mix", kind: .buildingBlock, aliases: ["casemix", "standardisering", "standardisation"],
        summary: Phrase(
            sv: "Skillnader utjämnade för lagrum, åldersgrupp och kön.",
            en: "Differences standardised for law, age group and sex."),
        definition: [
            Phrase(
                sv:
                    "Indirekt: gruppens faktiska värde delat med det väntade, om varje lagrum, åldersgrupp och kön i gruppen "
                    + "hade haft samma värde som i alla grupper tillsammans. Direkt: gruppens värden med alla gruppers "
                    + "sammansättning. Två indirekt standardiserade kvoter går inte att jämföra med varandra.",
                en:
                    "Indirect: the group's observed value divided by the expected, had every law, age group and sex in it "
                    + "had the value it has in all groups together. Direct: the group's values in the proportions of all "
                    + "groups. Two indirectly standardised ratios are not comparable with each other."),
            Phrase(
                sv:
                    "I enkäter är det de svarandes lagrum, ålder och kön, med svarens vikter: ur registret när svaret hör till "
                    + "en känd person, annars ur bakgrundsfrågorna. Det som färre än fyra av fem har känt jämnas inte ut, och "
                    + "det sägs.",
                en:
                    "In surveys it is the law, age and sex of those who answered, with the weights of the answers: from the "
                    + "register where an answer belongs to a known person, else from the background items. What fewer than "
                    + "four of five have known is not standardised, and it is said."),
        ],
        formula: [.math("O ÷ E = Σ u ÷ Σ b·r"), .math("Σ W·rᵢ ÷ Σ W")], settingKeys: [],
        source: Phrase(
            sv:
                "Breslow och Day (1987). Exakta gränser under tio händelser, Byars från tio; för timmar t · medelfel över "
                + "personer, för enkätsvar under designen.",
            en:
                "Breslow and Day (1987). Exact limits below ten events, Byar's from ten; for hours t times the standard "
                + "error over persons, for answers under the design."),
        example: [
            Phrase(
                sv:
                    "I staden utförs 40 procent av timmarna enligt SoL och 80 procent enligt LSS. En nämnd har 1 000 timmar "
                    + "av vartdera slaget beviljade och 1 200 utförda: väntat är 400 + 800 = 1 200, och kvoten är 1,00.",
                en:
                    "In the city 40 per cent of the hours under SoL and 80 per cent under LSS are performed. A board has "
                    + "1,000 hours of each granted and 1,200 performed: 400 + 800 = 1,200 are expected, and the ratio is "
                    + "1.00.")
        ],
        seeAlso: ["compare", "between-variance"])
}
