// SPDX-License-Identifier: EUPL-1.2

/// Why a sample design does not hold together. Strata are named as they were given.
package enum SurveyDesignError: Error, Hashable, CustomStringConvertible {
    /// The columns do not have one place a row.
    case unequalLengths
    /// A weight that is missing, negative or infinite, at a row from 0.
    case weight(row: Int)
    /// More units were drawn than the population has.
    case moreDrawnThanThere(stratum: String, drawn: Int, population: Double)
    /// A finite population correction is a number of units; below 1 it can only be a share.
    case populationIsShare(stratum: String, population: Double)
    /// The population of one stratum is given differently on its rows.
    case populationVaries(stratum: String)
    /// A primary unit that stands in two strata, in a design that is not nested.
    case unitInTwoStrata(unit: String)
    /// Strata with a single unit, under the rule that fails.
    case lonelyStrata([String])

    package var description: String {
        switch self {
        case .unequalLengths: "the design's columns are not equally long"
        case .weight(let row): "row \(row + 1) has no weight of 0 or more"
        case .moreDrawnThanThere(let stratum, let drawn, let population):
            "stratum \(stratum): \(drawn) units drawn from a population of \(population)"
        case .populationIsShare(let stratum, let population):
            "stratum \(stratum): the population \(population) is below 1; give the number of units, not a share"
        case .populationVaries(let stratum): "stratum \(stratum): its rows give different populations"
        case .unitInTwoStrata(let unit): "unit \(unit) stands in two strata; say that units are nested in strata"
        case .lonelyStrata(let strata): "one unit only in \(strata.joined(separator: ", "))"
        }
    }
}
