// SPDX-License-Identifier: EUPL-1.2
import Statistics

/// Writes docs/coverage.md: what the intervals for a survey's shares keep of what they promise.
@main
struct CoverageBench {
    static let level = 0.95

    static func main() throws {
        print(
            """
            # What the intervals keep of what they promise

            Written by `make coverage` (`Benchmarks/CoverageBench`); the same figures at every run. Level 0.95 throughout.

            ## One district, every sample enumerated
            N persons in the district, n of them answer (a simple random sample). *Least coverage* is the smallest, over every number of persons 0 … N of whom something can be true, of the probability that the interval holds the true share. *Mean width* is upper − lower in percentage points, the mean over all samples 0 … n (which is also the mean over all truths). No method that keeps 0.95 everywhere has a smaller mean width than the *bound*: for each truth the fewest samples that together reach 0.95 have to be let in.

            The interval used is the shortest exact one (`ShortestHypergeometricIntervals`). Tail inversion is the exact interval of Buonaccorsi (1987), `interval.hypergeometric` among the reference cases; Blaker's is exact too; Wilson's with finite population correction is not.

            | N | n | bound | **shortest exact** | | Blaker | | tail inversion | | Wilson, corrected | |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            | | | width | **least coverage** | **mean width** | least coverage | mean width | least coverage | mean width | least coverage | mean width |
            """)
        for population in [18, 40, 83, 150] {
            for fraction in [0.5, 0.8] {
                print(row(population, Int((Double(population) * fraction).rounded())))
            }
        }
        print(
            """

            ## Several districts, 2 000 simulated surveys
            The city's share from a stratified sample: Wilson's interval with effective n and t on the design's degrees of freedom (`SurveyDesign.surveyShare`). In each survey the persons of each district are drawn anew, with a chance that rises from 0.7 p in the first district to 1.3 p in the last, and then the sample. Coverage is how many of the intervals hold the city's own share. Two standard errors of a simulated coverage are about 1 percentage point.

            | design | p | coverage | mean width |
            |---|---:|---:|---:|
            """)
        for (number, scenario) in StratifiedCoverage.scenarios.enumerated() {
            for p in [0.05, 0.3, 0.5] {
                let result = try StratifiedCoverage(scenario, p: p, seed: UInt64(2019 + number))
                print("| \(scenario.name) | \(p) | \(percent(result.share, 1)) | \(percent(result.width, 1)) |")
            }
        }
    }

    private static func row(_ population: Int, _ drawn: Int) -> String {
        let short = ShortestHypergeometricIntervals(drawn: drawn, population: population, level: level)
        let methods: [(Int) -> ConfidenceInterval?] = [
            { short?.limits($0) },
            { ExactCoverage.blaker($0, of: drawn, population: population, level: level) },
            { HypergeometricInterval($0, of: drawn, population: population, level: level)?.limits },
            { HypergeometricInterval.wilson($0, of: drawn, population: population, level: level) },
        ]
        let bound = ExactCoverage.bound(population: population, drawn: drawn, level: level)
        var cells = ["\(population)", "\(drawn)", percent(bound, 2)]
        for (number, limits) in methods.enumerated() {
            let result = ExactCoverage(population: population, drawn: drawn, limits)
            let pair = [percent(result.least, 1), percent(result.width, 2)]
            cells += number == 0 ? pair.map { "**\($0)**" } : pair
        }
        return "| " + cells.joined(separator: " | ") + " |"
    }

    /// In per cent, coverage rounded down so that it never looks kept when it is not.
    private static func percent(_ share: Double, _ decimals: Int) -> String {
        let scale = decimals == 1 ? 10.0 : 100.0
        let units = Int((share * 100 * scale + 1e-6).rounded(decimals == 1 ? .down : .toNearestOrEven))
        let digits = String(units % Int(scale))
        let zeros = String(repeating: "0", count: decimals - digits.count)
        return "\(units / Int(scale)).\(zeros)\(digits)"
    }
}
