// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What the catalogue says of measures that reports go by.
package struct MeasureFacts: Sendable {
    /// What reports tell as the headline of a measure, where that is another aspect.
    let toldAsHeadline: [MeasureName: Question.Aspect]
    /// Measures of the register that no table of totals (*sammanställd statistik*) tells.
    let notInTotals: Set<MeasureName>
    /// Which way a certain change goes against the persons; none for measures whose change is neither good nor bad.
    let adverse: [MeasureName: Adverse]

    package init(
        toldAsHeadline: [MeasureName: Question.Aspect], notInTotals: Set<MeasureName>, adverse: [MeasureName: Adverse]
    ) {
        self.toldAsHeadline = toldAsHeadline
        self.notInTotals = notInTotals
        self.adverse = adverse
    }
}
