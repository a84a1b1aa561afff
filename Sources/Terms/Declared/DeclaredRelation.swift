// SPDX-License-Identifier: EUPL-1.2

/// What holds between published quantities of the same group and year, by definition.
package struct DeclaredRelation: Sendable, Hashable {
    package enum Rule: Sendable, Hashable {
        /// Everyone counted in the part is counted in the whole; `at` is the class of the whole where they stand.
        case partOf(part: String, whole: String, at: ClassCode?)
        /// The whole is the sum of the parts.
        case sum(whole: String, parts: [String])
        /// The sum of the first is no more than the sum of the second; who is between is not one group.
        case atMost([String], [String])
        /// The difference is this year's number less the year before's, or this wave's less that of the wave before.
        case change(difference: String, of: String, before: Before)
        /// The difference is a category's number less that of the first category of the dimension.
        case gap(difference: String, of: String, along: Dimension)
        /// Persons counted this year, the year before, or both.
        case eitherYear(union: String, of: String)
        /// Two names of one number; the second is not told apart by the dimension that is ignored.
        case same(String, String, ignoring: Dimension?)
        /// The parts add to the change of `of`; each is the logarithmic mean of `of` in the two years times the logarithm
        /// of how its factor changed.
        case logarithmicParts(whole: String, of: String, factors: [Factor])
    }

    package enum Before: String, Sendable, Hashable { case year, wave }

    package struct ClassCode: Sendable, Hashable {
        package let dimension: Dimension
        package let code: String

        package init(_ dimension: Dimension, _ code: String) {
            self.dimension = dimension
            self.code = code
        }
    }

    /// A part of a decomposition and the quotient it tells the change of; without a divisor it is a number itself.
    package struct Factor: Sendable, Hashable {
        package let part: String
        package let numerator: String
        package let denominator: String?

        package init(_ part: String, _ numerator: String, over denominator: String? = nil) {
            self.part = part
            self.numerator = numerator
            self.denominator = denominator
        }
    }

    /// Where a relation holds, by facts that are public beside the tables.
    package enum Scope: Sendable, Hashable {
        case everywhere
        /// Years whose every month has files of performed time.
        case wholeYears
        /// Items of surveys that have a right answer.
        case knowledgeItems
        case otherItems
        /// Items that everyone who answered was asked.
        case itemsAskedOfAll
        /// Items with one answer each.
        case itemsOfOneAnswer
    }

    package let rule: Rule
    package let scope: Scope

    package init(_ rule: Rule, in scope: Scope = .everywhere) {
        self.rule = rule
        self.scope = scope
    }
}

/// The names relations have in `datapackage.json`.
package enum RelationType: String, Sendable, Hashable, CaseIterable {
    case partOf = "part_of"
    case sum
    case atMost = "at_most"
    case change
    case gap
    case eitherYear = "either_year"
    case same
    case logarithmicParts = "logarithmic_parts"
    case classes
    case quotient
    case interval
    case classesOfBase = "classes_of_base"
    case limits

    /// Members beside `type`, and what is said with them.
    package var meaning: (members: [String], text: Phrase) {
        switch self {
        case .partOf:
            (
                ["part", "whole", "at"],
                Phrase(
                    sv:
                        "alla som räknas i `part` räknas i `whole`; resten är en grupp för sig. `at` är klassen där de står",
                    en: "everyone counted in `part` is counted in `whole`; the rest is a group. `at` is their class")
            )
        case .sum:
            (["whole", "parts"], Phrase(sv: "helheten är summan av delarna", en: "the whole is the sum of the parts"))
        case .atMost:
            (
                ["these", "those"],
                Phrase(
                    sv: "summan av `these` är högst summan av `those`",
                    en: "the sum of `these` is at most the sum of `those`")
            )
        case .change:
            (
                ["difference", "of", "before"],
                Phrase(
                    sv: "`difference` är `of` minus detsamma året innan (`year`) eller mätningen innan (`wave`)",
                    en: "`difference` is `of` less the same of the year before (`year`) or the wave before (`wave`)")
            )
        case .gap:
            (
                ["difference", "of", "along", "against"],
                Phrase(
                    sv: "`difference` är `of` minus detsamma för klassen `against` i dimensionen `along`",
                    en: "`difference` is `of` less the same of the class `against` of the dimension `along`")
            )
        case .eitherYear:
            (
                ["union", "of"],
                Phrase(
                    sv: "`union` är de som räknas i `of` i år, året innan eller båda åren",
                    en: "`union` is those counted in `of` this year, the year before, or both")
            )
        case .same:
            (
                ["quantities", "ignoring"],
                Phrase(
                    sv: "samma tal under två namn; det andra delas inte upp efter `ignoring`",
                    en: "one number under two names; the second is not told apart by `ignoring`")
            )
        case .logarithmicParts:
            (
                ["whole", "of", "factors"],
                Phrase(
                    sv:
                        "`whole` är förändringen av `of`; varje `part` är det logaritmiska medelvärdet av `of` gånger logaritmen av hur faktorn ändrats",
                    en:
                        "`whole` is the change of `of`; each `part` is the logarithmic mean of `of` times the logarithm of its factor's change"
                )
            )
        case .classes:
            (
                ["dimension", "of", "classes", "perhaps", "complete"],
                Phrase(
                    sv:
                        "varje klass i `dimension` är unionen av de uppräknade klasserna i `of`; `perhaps` kan höra till vilken som helst",
                    en:
                        "each class of `dimension` is the union of the listed classes of `of`; `perhaps` may belong to any"
                )
            )
        case .quotient:
            (
                ["value", "numerator", "denominator", "times"],
                Phrase(
                    sv: "kolumnen `value` är `times` · `numerator` ÷ `denominator` på samma rad",
                    en: "column `value` is `times` · `numerator` ÷ `denominator` of the same row")
            )
        case .interval:
            (
                ["method", "level", "value", "lower", "upper", "n", "se", "numerator"],
                Phrase(
                    sv: "`lower` och `upper` är intervallet kring `value` enligt `method`",
                    en: "`lower` and `upper` are the interval round `value` by `method`")
            )
        case .classesOfBase:
            (
                ["over", "how", "part", "whole"],
                Phrase(
                    sv:
                        "klasserna i `over` lägger sig samman, som `how` säger, från kolumnen `part` till kolumnen `whole`, eller till 1",
                    en: "the classes of `over` add, as `how` says, from column `part` to column `whole`, or to 1")
            )
        case .limits:
            (
                ["of", "method", "levels", "adjusted", "test", "shrunken", "rank", "expected", "between", "common"],
                Phrase(
                    sv:
                        "raderna är jämförelsens tal om grupperna i tabellen `of`: raderna i `levels` har gränserna kring `common` enligt `method`, raderna i `adjusted` de justerade, var och en med sin nivå; `test`, `shrunken`, `rank`, `expected` och `between` är raderna med p-värdet, det krympta värdet, platsen, faktiskt ÷ väntat och τ",
                    en:
                        "the rows are the numbers of a comparison of the groups of the table `of`: the rows in `levels` have the limits round `common` by `method`, those in `adjusted` the adjusted ones, each with its level; `test`, `shrunken`, `rank`, `expected` and `between` are the rows with p, the shrunken value, the place, observed ÷ expected and τ"
                )
            )
        }
    }
}

/// How the limits of chance round a common value follow from how many a group is of.
package enum LimitsMethod: String, Sendable, Hashable, CaseIterable {
    /// Common value ± t · error, with n − 1 degrees of freedom.
    case student
    /// x ÷ n at quantiles of the binomial distribution.
    case binomial
    /// x ÷ exposure at quantiles of the Poisson distribution.
    case poisson
    /// Of a survey: by how the answers were drawn, ± t where they are weighted.
    case answers

    package var meaning: Phrase {
        switch self {
        case .student:
            Phrase(
                sv: "det gemensamma värdet ± t · medelfelet, n − 1 frihetsgrader",
                en: "the common value ± t · error, n − 1 degrees of freedom")
        case .binomial:
            Phrase(
                sv: "x ÷ n där x är binomialfördelningens kvantil för det gemensamma värdet",
                en: "x ÷ n at the quantile of the binomial distribution at the common value")
        case .poisson:
            Phrase(
                sv: "x ÷ folkmängden där x är Poissonfördelningens kvantil för det gemensamma värdet",
                en: "x ÷ population at the quantile of the Poisson distribution at the common value")
        case .answers:
            Phrase(
                sv: "enkätsvar: efter hur urvalet är draget; för vägda svar det gemensamma värdet ± t · medelfelet",
                en: "answers: by how they were drawn; of weighted ones the common value ± t · error")
        }
    }
}

/// How the limits of an interval follow from the numbers beside them.
package enum IntervalMethod: String, Sendable, Hashable, CaseIterable {
    /// Of x among n, all weighing the same.
    case wilson
    /// value ± t · se, with n − 1 degrees of freedom.
    case student

    package var meaning: Phrase {
        switch self {
        case .wilson: Phrase(sv: "Wilsons intervall för x av n", en: "Wilson's interval of x among n")
        case .student:
            Phrase(sv: "värdet ± t · medelfelet, n − 1 frihetsgrader", en: "value ± t · se, n − 1 degrees of freedom")
        }
    }
}
