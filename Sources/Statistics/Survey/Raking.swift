// SPDX-License-Identifier: EUPL-1.2

extension SurveyDesign {
    /// One margin of a raking: the class of each row and the population of each class.
    package struct Margin: Sendable {
        package let classes: [String]
        package let totals: [String: Double]

        package init(classes: [String], totals: [String: Double]) {
            self.classes = classes
            self.totals = totals
        }
    }

    /// Raking (iterativ anpassning till marginaler): post-stratifies on one margin after the other, from the weights
    /// of the design, until no margin's total is off by more than `epsilon` of the whole. Deming & Stephan (1940);
    /// Deville, Särndal & Sautory (1993), JASA 88:1013, whose residuals off all margins give the error.
    ///
    /// Fails when the margins contradict each other (their sums differ) or 10 000 rounds do not suffice.
    package func raked(to margins: [Margin], epsilon: Double = 1e-12) throws(WeightFitError) -> SurveyDesign {
        let classes = margins.map { Classes($0.classes) }
        var design = self
        for (classes, margin) in zip(classes, margins) { _ = try factors(classes, margin.totals) }
        for _ in 0..<10_000 {
            var isMet = true
            for (classes, margin) in zip(classes, margins) {
                let factors = try design.factors(classes, margin.totals)
                let whole = ExactSum.sum(of: Array(margin.totals.values))
                for (factor, name) in zip(factors, classes.names) {
                    let total = margin.totals[name] ?? 0
                    let current = factor == 0 ? total : total / factor
                    if abs(total - current) > epsilon * whole { isMet = false }
                }
                for row in design.weights.indices { design.weights[row] *= factors[classes.place[row]] }
            }
            if isMet { return fitted(to: classes.flatMap(\.indicators), weights: design.weights) }
        }
        throw .notConverged
    }
}
