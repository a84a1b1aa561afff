// SPDX-License-Identifier: EUPL-1.2
package import Statistics
package import Terms

/// How much groups differ beyond chance (likvärdighet): question 7, for the groups whose figures may be shown.
package struct Comparison: Sendable {
    /// One group among those compared.
    package struct Group: Sendable {
        package let category: Category
        package let value: Double
        /// Distinct persons; nil where it may not be told.
        package let persons: Int?
        /// Against chance alone; nil without a funnel, or with too few persons for an error.
        package var plain: Funnel.Side?
        /// Against how much the others differ.
        package var adjusted: Funnel.Side?
        /// Whether text may name it, by the rule of `Funnel`.
        package var isNamed = false
        /// Drawn towards the common value by how little it says itself (empirical Bayes, DerSimonian–Laird).
        package var shrunken: AreaEstimates.Area?
        /// Between which places it lies, 1 the highest.
        package var ranks: ClosedRange<Int>?
        package var caseMix: CaseMixGroup?
        /// Why it is not held against any limits.
        package var notCompared: Phrase?
    }

    /// How much the groups differ in all.
    package struct Heterogeneity: Sendable {
        package let groups: Int
        /// Cochran's Q, its degrees of freedom and its p-value.
        package let q: Double
        package let degreesOfFreedom: Int
        package let pValue: Double
        /// 0–1.
        package let iSquared: Double
        /// Standard deviation between groups (DerSimonian–Laird), in the measure's own unit, and its Q-profile interval.
        package let tau: Double
        package let tauLimits: ConfidenceInterval?
        /// Mean squared z, winsorised by a tenth (Spiegelhalter 2005); 1 when only chance is at work.
        package let phi: Double?
    }

    package let question: Question
    /// Whether groups are of respondents, whose numbers vary with who answered.
    package let isOfAnswers: Bool
    package let dimension: Dimension
    package let kind: ComparisonMaterial.Kind
    package let year: Int
    /// The groups' common value.
    package let target: Double?
    package let groups: [Group]
    package let heterogeneity: Heterogeneity?
    package let caseMix: CaseMix?
    package let spread: SpreadOverTime
    /// Of the draws behind rank intervals and bootstrap.
    package let seed: UInt64
    /// What a reader must know: why something is missing, what the comparison does not say.
    package let notes: [Phrase]
}
