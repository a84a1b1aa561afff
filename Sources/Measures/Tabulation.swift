// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// The answer to one question before disclosure control: a row for every combination of categories that
/// occurs, totals included, in a fixed order.
package struct Tabulation: Sendable {
    package struct Row: Sendable {
        /// One category a dimension of `dimensions`, in its order.
        package var key: [Category]
        package var measurement: Measurement

        package init(key: [Category], measurement: Measurement) {
            self.key = key
            self.measurement = measurement
        }
    }

    package var question: Question
    /// The question's dimensions with year first, whether it was asked for or not.
    package var dimensions: [Dimension]
    /// Sorted by the categories' ranks, the first dimension slowest.
    package var rows: [Row]
    /// The definition and the settings in force, in the order they are printed.
    package var definition: Definition
    /// What a reader must know beside the numbers: a year the observation window does not cover, hours left out.
    package var notes: [Phrase]

    package init(
        question: Question, dimensions: [Dimension], rows: [Row], definition: Definition, notes: [Phrase] = []
    ) {
        self.question = question
        self.dimensions = dimensions
        self.rows = rows
        self.definition = definition
        self.notes = notes
    }
}
