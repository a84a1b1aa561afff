// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms

/// What the columns and statistics of a published comparison are called.
enum ComparisonTableWords {
    static func title(of measure: Phrase) -> Phrase {
        Phrase(sv: "\(measure.swedish): jämförelsens tal", en: "\(measure.english): the numbers of the comparison")
    }

    static let description = Phrase(
        sv: """
            Alla tal i jämförelsen mellan grupperna, en rad för varje tal. Grupper vars värden inte visas ingår inte. \
            Nedre och övre gräns är för värden i en tratt de gränser slumpen håller dem inom, för övriga tal ett \
            95-procentsintervall.
            """,
        en: """
            All numbers of the comparison of the groups, a row for each. Groups whose values are not shown are not \
            part of it. Of values in a funnel, lower and upper are the limits that chance keeps them within; of other \
            numbers, a 95% interval.
            """)

    static let statistic = Phrase(sv: "Vad talet är", en: "What the number is")
    static let value = Phrase(sv: "Värde", en: "Value")
    static let lower = Phrase(sv: "Nedre gräns", en: "Lower limit")
    static let upper = Phrase(sv: "Övre gräns", en: "Upper limit")
    static let p = Phrase(sv: "p-värde", en: "p-value")
    static let adjustedP = Phrase(
        sv: "p-värde, justerat för antalet grupper enligt Holm",
        en: "p-value, adjusted for the number of groups by Holm")
    static let verdict = Phrase(sv: "Var värdet ligger bland gränserna", en: "Where the value lies among the limits")
    static let unit = Phrase(sv: "Enhet", en: "Unit")

    static func label(_ position: ReleasedComparison.Position) -> Phrase {
        switch position {
        case .inside: Phrase(sv: "Inom gränserna", en: "Within the limits")
        case .outside95: Phrase(sv: "Utanför 95-procentsgränsen", en: "Outside the 95% limit")
        case .outside998: Phrase(sv: "Utanför 99,8-procentsgränsen", en: "Outside the 99.8% limit")
        }
    }

    static func label(_ statistic: ReleasedComparison.Statistic) -> Phrase {
        switch statistic {
        case .limits95:
            Phrase(sv: "Värdet, och gränserna för 95 av 100 om bara slumpen skiljer", en: "Value, 95% limits of chance")
        case .limits998:
            Phrase(
                sv: "Värdet, och gränserna för 998 av 1 000 om bara slumpen skiljer",
                en: "Value, 99.8% limits of chance")
        case .test: Phrase(sv: "z mot slumpen ensam, med p-värden", en: "z against chance alone, with p-values")
        case .testBH:
            Phrase(
                sv: "p-värde mot slumpen ensam, justerat enligt Benjamini och Hochberg",
                en: "p-value against chance alone, adjusted by Benjamini and Hochberg")
        case .adjustedLimits95:
            Phrase(
                sv: "Värdet, och 95-procentsgränserna efter justering för de övrigas spridning",
                en: "Value, 95% limits adjusted for the spread of the others")
        case .adjustedLimits998:
            Phrase(
                sv: "Värdet, och 99,8-procentsgränserna efter justering för de övrigas spridning",
                en: "Value, 99.8% limits adjusted for the spread of the others")
        case .adjustedTest:
            Phrase(
                sv: "z efter justering för de övrigas spridning, med p-värden",
                en: "z adjusted for the spread of the others, with p-values")
        case .adjustedTestBH:
            Phrase(
                sv: "p-värde efter justering för de övrigas spridning, enligt Benjamini och Hochberg",
                en: "p-value adjusted for the spread of the others, by Benjamini and Hochberg")
        case .named: Phrase(sv: "1 om gruppen nämns i text, annars 0", en: "1 where text names the group, else 0")
        case .shrunken:
            Phrase(
                sv: "Värdet draget mot det gemensamma (empirisk Bayes)",
                en: "Value drawn to the common one (empirical Bayes)")
        case .rank:
            Phrase(sv: "Plats efter värde, 1 högst, med intervall", en: "Place by value, 1 the highest, with interval")
        case .observedToExpected:
            Phrase(
                sv: "Faktiskt delat med väntat för gruppens lagrum, ålder och kön",
                en: "Observed divided by expected for the group's law, age and sex")
        case .standardisedIndirect: Phrase(sv: "Indirekt standardiserat värde", en: "Indirectly standardised value")
        case .standardisedDirect: Phrase(sv: "Direkt standardiserat värde", en: "Directly standardised value")
        case .commonValue: Phrase(sv: "Gruppernas gemensamma värde", en: "Common value of the groups")
        case .heterogeneity: Phrase(sv: "Cochrans Q, med p-värde", en: "Cochran's Q, with its p-value")
        case .degreesOfFreedom: Phrase(sv: "Frihetsgrader för Q", en: "Degrees of freedom of Q")
        case .iSquared:
            Phrase(
                sv: "I²: den del av spridningen som inte är slump", en: "I²: the part of the spread that is not chance")
        case .phi:
            Phrase(
                sv: "φ: överspridning, 1 om bara slumpen skiljer",
                en: "φ: overdispersion, 1 when only chance is at work")
        case .tau: Phrase(sv: "τ: standardavvikelsen mellan grupper", en: "τ: standard deviation between groups")
        case .gap: Phrase(sv: "Högsta värde minus lägsta", en: "Highest value less lowest")
        case .gapByChance:
            Phrase(
                sv: "Högsta minus lägsta i medeltal om bara slumpen skiljer",
                en: "Highest less lowest on average by chance alone")
        case .tauChange:
            Phrase(
                sv: "Förändring av τ mellan första och sista året", en: "Change of τ from the first year to the last")
        case .gapChange:
            Phrase(
                sv: "Förändring av högsta minus lägsta mellan första och sista året",
                en: "Change of highest less lowest from the first year to the last")
        case .crudeTest: Phrase(sv: "p-värde för Q före utjämning", en: "p-value of Q before evening out")
        case .standardisedTest: Phrase(sv: "p-värde för Q efter utjämning", en: "p-value of Q after evening out")
        case .explainedByLaw: Phrase(sv: "Den del av Q som lagrum förklarar", en: "The part of Q that law explains")
        case .explainedByAge: Phrase(sv: "Den del av Q som ålder förklarar", en: "The part of Q that age explains")
        case .explainedBySex: Phrase(sv: "Den del av Q som kön förklarar", en: "The part of Q that sex explains")
        }
    }
}
