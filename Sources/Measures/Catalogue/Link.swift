// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// A part of a measure's number, whatever group and year it is about.
package struct NumberName: Sendable, Hashable {
    package let measure: MeasureName
    package let aspect: Question.Aspect
    package let part: Part

    package init(_ measure: MeasureName, _ aspect: Question.Aspect = .headline, _ part: Part = .value) {
        self.measure = measure
        self.aspect = aspect
        self.part = part
    }
}

/// What holds between a number and others about the same persons and year, so that one follows from the rest.
package enum Link: Sendable {
    /// One number of a sum; where it has several names the first that is known is meant.
    package struct Term: Sendable {
        package let coefficient: Int
        /// Empty: the number itself.
        package let names: [NumberName]
        /// The dimension whose category is not known for those it counts.
        package let unknown: Dimension?

        package init(_ coefficient: Int, _ names: NumberName..., unknown: Dimension? = nil) {
            self.coefficient = coefficient
            self.names = names
            self.unknown = unknown
        }
    }

    /// Σ coefficient · number = 0, where all are known and bear it out.
    case sum(of: Part, [Term])
    /// Σ coefficient · number ≥ 0, where all are known: some of a few are among some of others, whoever reads the numbers.
    case notNegative(of: Part, [Term])
    /// A wider base of the same measure is this one and those whom the other number counts.
    case narrower(Part, by: NumberName)
    /// Rows by law are of persons with one law alone and with both.
    case lawsApart
}

/// The numbers of two years that a difference is of.
package struct YearsCompared: Sendable {
    package let numbers: [NumberName]
    /// Whether the difference is exactly that of the numbers, and hidden with either; else only where they bear it out.
    package let isExact: Bool
    /// Numbers of both years that it tells beside its own value, since it is no plain difference: it is shown only where
    /// they are.
    package let factors: [NumberName]

    package init(_ numbers: [NumberName], isExact: Bool, factors: [NumberName]) {
        self.numbers = numbers
        self.isExact = isExact
        self.factors = factors
    }
}
