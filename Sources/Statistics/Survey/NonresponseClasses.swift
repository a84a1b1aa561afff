// SPDX-License-Identifier: EUPL-1.2

/// When a class is too thin to be weighted by on its own (tunn vägningsklass): fewer than 20 answers, or weights raised or
/// lowered more than three times. One rule for the two ways of weighting: classes of those who were asked
/// (`NonresponseClasses`), and classes whose size the frame knows (post-strata, raking). Kalton & Flores-Cervantes
/// (2003), J. Off. Stat. 19:81, section 3.
package enum ThinClass {
    package static let fewestAnswers = 20
    package static let largestFactor = 3.0

    package static func isThin(answers: Int, factor: Double) -> Bool {
        answers < fewestAnswers || factor > largestFactor || factor < 1 / largestFactor
    }
}

/// Weighting for nonresponse (bortfallsvikter): within each class the respondents' weights are raised to carry those
/// of all who were asked, w' = w·Σ_c w ÷ Σ_c,resp w. Little (1986), Int. Stat. Rev. 54:139.
///
/// Assumes that within a class those who answered are like those who did not. It needs the class of everyone who was
/// asked. A survey's codebook tells only how many there are of each class, and then post-stratification to those counts
/// gives the same weights where all were asked: that is what the program's surveys do (`SurveyDesign.poststratified`).
/// Rates are RR1 of AAPOR's Standard
/// Definitions: complete answers among all eligible who were asked.
package struct NonresponseClasses: Sendable {
    /// One class.
    package struct Class: Sendable, Hashable {
        package let name: String
        package let asked: Int
        package let responded: Int
        /// What the respondents' weights are multiplied by, 1 or more.
        package let factor: Double

        /// Whether the class should be merged with another.
        package var isThin: Bool { ThinClass.isThin(answers: responded, factor: factor) }
    }

    package let classes: [Class]
    /// Weights after the adjustment, one place a row; 0 for those who did not respond.
    package let weights: [Double]
    package let responseRate: Double
    /// The response rate weighted by the design.
    package let weightedResponseRate: Double

    /// nil when nobody was asked.
    /// - Throws: `noRows` with the class's name when nobody in it responded; merge it with another.
    package init?(weights: [Double], responded: [Bool], classes labels: [String]) throws(WeightFitError) {
        precondition(weights.count == responded.count && weights.count == labels.count, "one place a row")
        guard !weights.isEmpty else { return nil }
        let grouping = Classes(labels)
        var classes: [Class] = []
        var asked = grouping.names.map { _ in [Double]() }
        var answered = asked
        for row in weights.indices {
            asked[grouping.place[row]].append(weights[row])
            if responded[row] { answered[grouping.place[row]].append(weights[row]) }
        }
        for (number, name) in grouping.names.enumerated() {
            let sum = ExactSum.sum(of: answered[number])
            guard sum > 0 else { throw .noRows(name) }
            classes.append(
                Class(
                    name: name, asked: asked[number].count, responded: answered[number].count,
                    factor: ExactSum.sum(of: asked[number]) / sum))
        }
        self.classes = classes
        self.weights = weights.indices.map { row in
            responded[row] ? weights[row] * classes[grouping.place[row]].factor : 0
        }
        self.responseRate = Double(responded.count { $0 }) / Double(weights.count)
        let sum = ExactSum.sum(of: zip(weights, responded).map { $1 ? $0 : 0 })
        self.weightedResponseRate = sum / ExactSum.sum(of: weights)
    }
}
