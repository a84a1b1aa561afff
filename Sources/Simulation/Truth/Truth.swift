// SPDX-License-Identifier: EUPL-1.2

/// The answers to questions 1–6, 8 and 10 as the simulator knows them: computed the slow and plain way from its own records,
/// without the rooms that read and measure. What those find in the exports must agree with this: counts and hours
/// exactly, shares and standard errors to nine decimals.
package struct Truth {
    /// One number: what, of whom, when.
    package struct Figure: Sendable {
        /// `persons`, `granted-hours`, `performed-hours`, `utilisation`, `utilisation-change`,
        /// `decomposition PART`, `flexible-use F1/D1/spell` with F1 or F1o, D1–D3, spell or calendar,
        /// `shifted-share` and `shifted-share-median`; of the whole municipality also `hours-change CHANGE`,
        /// `outcomes OUTCOME`, `lapsed-hours`, `expenses` and `performed-hours without-test`.
        package let measure: String
        /// `total`, `district` (newest division), `law`, `sex` or `age`.
        package let breakdown: String
        /// `total`, `unknown` (without district, protected), or as `Farsta`, `SoL`, `female`, `23-64`.
        package let category: String
        package let year: Int
        /// Hours, persons, or shares 0–1; nil when it is not defined.
        package let value: Double?
        package let standardError: Double?
        /// Distinct persons the number speaks of.
        package let persons: Int
        package let numerator: Double?
        package let denominator: Double?
    }

    /// By year, measure, breakdown and category, in a fixed order.
    package let figures: [Figure]

    package init(_ municipality: SimulatedMunicipality) {
        self.init(TruthRecords(municipality), TruthBreakdown.allCases)
    }

    init(_ records: TruthRecords, _ breakdowns: [TruthBreakdown]) {
        let questions = TruthQuestions(records)
        let flexibleUse = TruthFlexibleUse(questions)
        let decomposition = TruthDecomposition(questions: questions)
        let decisions = TruthDecisions(questions)
        var figures: [TruthFigure] = []
        for year in records.years {
            if breakdowns.contains(.total) { figures += decisions.figures(year) }
            for breakdown in breakdowns {
                for category in questions.categories(of: year, breakdown) {
                    figures.append(questions.persons(year, breakdown, category))
                    figures.append(questions.grantedHours(year, breakdown, category))
                    figures.append(questions.performedHours(year, breakdown, category))
                    figures.append(questions.utilisation(year, breakdown, category))
                    if year > records.years.lowerBound {
                        if let change = questions.utilisationChange(year, breakdown, category) {
                            figures.append(change)
                        }
                        figures += decomposition.parts(year, breakdown, category)
                    }
                    for definition in TruthFlexibleUse.Definition.allCases {
                        for denominator in TruthFlexibleUse.Denominator.allCases {
                            for anchor in TruthFlexibleUse.Anchor.allCases {
                                figures.append(
                                    flexibleUse.share(definition, denominator, anchor, year, breakdown, category))
                            }
                        }
                    }
                    figures.append(flexibleUse.shiftedShare(year, breakdown, category))
                    figures.append(flexibleUse.medianShiftedShare(year, breakdown, category))
                }
            }
        }
        self.figures = figures.map { figure in
            Figure(
                measure: figure.measure, breakdown: figure.breakdown.rawValue, category: figure.category,
                year: figure.year, value: figure.value, standardError: figure.standardError, persons: figure.persons,
                numerator: figure.numerator, denominator: figure.denominator)
        }
    }
}
