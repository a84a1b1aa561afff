// SPDX-License-Identifier: EUPL-1.2

/// How a sample was drawn (urvalsdesign): strata, clusters by stage, weights and the sizes of what was drawn from.
///
/// Rows are the answers (or persons) in the order of the file; every estimator takes one value a row and keeps the
/// whole design when it looks at a part of it. Stage 1 draws primary units in each stratum, stage 2 secondary units
/// in each primary unit, and so on. Assumes simple random sampling without replacement in each stratum and stage, or
/// with replacement where no population size is given.
package struct SurveyDesign: Sendable {
    /// One stage of the sampling, row by row.
    package struct Stage: Sendable {
        /// The stratum of the row at this stage (at later stages: within the unit above), numbered from 0.
        package var stratum: [Int]
        /// The unit of the row, numbered from 0 through all strata.
        package var unit: [Int]
        /// The units drawn in each stratum.
        package var drawn: [Int]
        /// The units there are in each stratum; nil for drawing with replacement.
        package var population: [Double]?
        /// The strata as they were given.
        package var names: [String]
        /// The rows of each stratum, in order.
        package var rows: [[Int]]
        /// Whether each row is a unit of its own.
        package var drawsRows: Bool

        /// The share of the stratum's units that was not drawn, 1 − n ÷ N.
        package func remaining(in stratum: Int) -> Double {
            guard let population else { return 1 }
            return max(0, (population[stratum] - Double(drawn[stratum])) / population[stratum])
        }
    }

    /// The weight of each row: how many of the population it stands for.
    package internal(set) var weights: [Double]
    package internal(set) var stages: [Stage]
    package let lonelyRule: LonelyStratumRule
    /// What the weights have been fitted to, in the order it was done; nothing for the weights of the sampling.
    var fits: [WeightFit] = []

    package var count: Int { weights.count }

    /// - Parameters:
    ///   - count: the number of rows.
    ///   - strata: the stratum of each row; nil for one stratum.
    ///   - weights: nil for those of the design, Π N_h ÷ n_h over the stages; 1 when no population is known either.
    ///   - clusters: for each stage the unit of each row; none for the rows themselves.
    ///   - populations: for each stage the number of units in the row's stratum, N_h, never a share. A stage without
    ///     one is taken to have been drawn whole when a stage before it has one (Lumley 2010, 3.2).
    ///   - isNested: whether the same name in two strata is two units.
    /// - Throws: what does not hold together, with the stratum's name.
    package init(
        count: Int, strata: [String]? = nil, weights: [Double]? = nil, clusters: [[String]] = [],
        populations: [[Double]] = [], isNested: Bool = false, lonelyRule: LonelyStratumRule = .fail
    ) throws(SurveyDesignError) {
        let lengths = [strata?.count, weights?.count].compactMap { $0 } + (clusters + []).map(\.count)
        guard (lengths + populations.map(\.count)).allSatisfy({ $0 == count }) else { throw .unequalLengths }
        self.lonelyRule = lonelyRule
        var stages: [Stage] = []
        var above = Classes(strata ?? Array(repeating: "all", count: count))
        let whole = populations.isEmpty ? clusters.count : min(clusters.count, populations.count)
        for stage in 0..<max(1, whole) {
            let units: Classes
            if clusters.isEmpty {
                units = Classes(ofRows: count)
            } else {
                if stage == 0, !isNested { try Self.checkOneStratum(clusters[0], above) }
                units = Classes(clusters[stage], within: above)
            }
            let population = stage < populations.count ? populations[stage] : nil
            stages.append(try Self.stage(above, units, population))
            above = units
        }
        self.stages = stages
        self.weights = weights ?? Self.samplingWeights(stages, count)
        if let row = self.weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) { throw .weight(row: row) }
    }

    private static func stage(
        _ strata: Classes, _ units: Classes, _ population: [Double]?
    ) throws(SurveyDesignError) -> Stage {
        var drawn = Array(repeating: 0, count: strata.names.count)
        var isSeen = Array(repeating: false, count: units.names.count)
        for row in strata.place.indices where !isSeen[units.place[row]] {
            isSeen[units.place[row]] = true
            drawn[strata.place[row]] += 1
        }
        var sizes: [Double]?
        if let population {
            var size = Array(repeating: Double.nan, count: strata.names.count)
            for row in population.indices {
                let stratum = strata.place[row]
                guard size[stratum].isNaN || size[stratum] == population[row] else {
                    throw .populationVaries(stratum: strata.names[stratum])
                }
                size[stratum] = population[row]
            }
            for stratum in size.indices {
                let name = strata.names[stratum]
                guard size[stratum] >= 1 else { throw .populationIsShare(stratum: name, population: size[stratum]) }
                guard Double(drawn[stratum]) <= size[stratum] else {
                    throw .moreDrawnThanThere(stratum: name, drawn: drawn[stratum], population: size[stratum])
                }
            }
            sizes = size
        }
        var rows = [[Int]](repeating: [], count: strata.names.count)
        for row in strata.place.indices { rows[strata.place[row]].append(row) }
        return Stage(
            stratum: strata.place, unit: units.place, drawn: drawn, population: sizes, names: strata.names, rows: rows,
            drawsRows: units.names.count == units.place.count)
    }

    private static func samplingWeights(_ stages: [Stage], _ count: Int) -> [Double] {
        (0..<count).map { row in
            stages.reduce(1) { weight, stage in
                let stratum = stage.stratum[row]
                return weight * (stage.population.map { $0[stratum] / Double(stage.drawn[stratum]) } ?? 1)
            }
        }
    }

    private static func checkOneStratum(_ units: [String], _ strata: Classes) throws(SurveyDesignError) {
        var stratum: [String: Int] = [:]
        for (row, unit) in units.enumerated() {
            if let other = stratum[unit], other != strata.place[row] { throw .unitInTwoStrata(unit: unit) }
            stratum[unit] = strata.place[row]
        }
    }
}
