// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// The answer to one question before disclosure control: a row for every combination of categories that
/// occurs, totals included, in a fixed order.
package struct Tabulation: Sendable {
    package struct Row: Sendable {
        /// One category a dimension of `dimensions`, in its order.
        package var key: [Category]
        package var measurement: Measurement
        /// What the row is about beside its key, since nothing else occurs: the only group of a survey, its only wave.
        /// Disclosure control must know it to see that rows of two tables are the same.
        package var implied: [Category]
        /// Sums that numbers of this row are, of numbers in other rows or tables: what follows from what.
        package var identities: [Identity]

        package init(
            key: [Category], measurement: Measurement, implied: [Category] = [], identities: [Identity] = []
        ) {
            self.key = key
            self.measurement = measurement
            self.implied = implied
            self.identities = identities
        }

        /// Everything the row is about.
        package var domain: [Category] { key + implied }
    }

    /// part = Σ coefficient · number: exact when every number is of unweighted answers, and what an outsider would
    /// guess otherwise.
    package struct Identity: Sendable {
        package struct Term: Sendable {
            package var coefficient: Int
            package var measure: MeasureName
            package var aspect: Question.Aspect
            package var part: Part
            /// What the number is about, the totals left out or not.
            package var domain: [Category]

            package init(
                _ coefficient: Int, _ measure: MeasureName, _ aspect: Question.Aspect, _ part: Part,
                of domain: [Category]
            ) {
                self.coefficient = coefficient
                self.measure = measure
                self.aspect = aspect
                self.part = part
                self.domain = domain
            }
        }

        package var part: Part
        package var terms: [Term]

        package init(_ part: Part, _ terms: [Term]) {
            self.part = part
            self.terms = terms
        }
    }

    package var question: Question
    /// The question's dimensions with year first, whether it was asked for or not.
    package var dimensions: [Dimension]
    /// Sorted by the categories' ranks, the first dimension slowest.
    package var rows: [Row]
    /// Who the rows' numbers come from.
    package var contributors: Contributors
    /// The definition and the settings in force, in the order they are printed.
    package var definition: Definition
    /// What a reader must know beside the numbers: a year the observation window does not cover, hours left out.
    package var notes: [Phrase]

    package init(
        question: Question, dimensions: [Dimension], rows: [Row], from contributors: Contributors,
        definition: Definition, notes: [Phrase] = []
    ) {
        self.question = question
        self.dimensions = dimensions
        self.rows = rows
        self.contributors = contributors
        self.definition = definition
        self.notes = notes
    }
}
