// SPDX-License-Identifier: EUPL-1.2

/// That weights were fitted to known totals of some auxiliaries, and what it does to the error.
///
/// The estimate no longer varies with the part of a value that the auxiliaries explain: in the variance the scores
/// z_i = w'_i·u_i give way to w'_i·e_i, e the residual of u on the auxiliaries, regressed with the weights before the
/// fit. Deville & Särndal (1992), JASA 87:376, eq. 3.4; for post-strata it is the distance from the stratum's mean
/// (Valliant 1993, JASA 88:89). Treating fitted weights as given is wrong in both directions.
struct WeightFit: Sendable {
    private let basis: [[Double]]
    private let roots: [Double]
    private let fitted: [Double]

    /// - Parameters:
    ///   - auxiliaries: one column a variable, one place a row.
    ///   - before: the weights before the fit.
    ///   - after: the weights it made.
    init(auxiliaries: [[Double]], before: [Double], after: [Double]) {
        let roots = before.map { $0.squareRoot() }
        self.roots = roots
        self.fitted = after
        self.basis = LinearSystem.orthonormal(auxiliaries.map { zip($0, roots).map { $0 * $1 } })
    }

    func residuals(of scores: [Double]) -> [Double] {
        let scaled = scores.indices.map { row in
            fitted[row] == 0 ? 0 : scores[row] / fitted[row] * roots[row]
        }
        let rest = LinearSystem.residual(of: scaled, outside: basis)
        return rest.indices.map { row in
            roots[row] == 0 ? 0 : rest[row] / roots[row] * fitted[row]
        }
    }
}

extension SurveyDesign {
    /// The design with weights that were fitted to totals of the auxiliaries.
    func fitted(to auxiliaries: [[Double]], weights after: [Double]) -> SurveyDesign {
        var design = self
        design.fits.append(WeightFit(auxiliaries: auxiliaries, before: weights, after: after))
        design.weights = after
        return design
    }
}

/// Why weights cannot be fitted to totals.
package enum WeightFitError: Error, Hashable, CustomStringConvertible {
    /// Rows of a class without a total.
    case noTotal(String)
    /// A total of a class that no row is in.
    case noRows(String)
    /// A total that is negative or not a number.
    case badTotal(String)
    /// The auxiliaries say the same thing twice, or too few rows carry them.
    case dependentAuxiliaries
    /// No weights meet the totals, or they were not found.
    case notConverged

    package var description: String {
        switch self {
        case .noTotal(let name): "there are rows of \(name) but no total for it"
        case .noRows(let name): "there is a total for \(name) but no rows of it"
        case .badTotal(let name): "the total for \(name) is not a number of 0 or more"
        case .dependentAuxiliaries: "the auxiliaries are linearly dependent"
        case .notConverged: "no weights were found that meet the totals"
        }
    }
}
