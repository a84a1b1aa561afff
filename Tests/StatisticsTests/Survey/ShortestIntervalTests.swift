// SPDX-License-Identifier: EUPL-1.2
import Statistics
import Testing

@Suite struct ShortestIntervalTests {
    /// Sampling fractions and populations of one district; the small ones whole.
    private static let designs: [(population: Int, drawn: Int)] =
        [(1, 1), (5, 1), (6, 3), (9, 8), (18, 9), (18, 14), (40, 20), (40, 32), (83, 42), (83, 66)]

    private static func density(_ x: Int, _ drawn: Int, _ marked: Int, _ population: Int) -> Double {
        Hypergeometric.density(x, drawn: drawn, marked: marked, of: population)
    }

    @Test(arguments: designs)
    func `coverage is never below the level, whatever is true`(design: (population: Int, drawn: Int)) throws {
        for level in [0.8, 0.95, 0.99] {
            let intervals = try #require(
                ShortestHypergeometricIntervals(drawn: design.drawn, population: design.population, level: level))
            for marked in 0...design.population {
                let coverage = (0...design.drawn).filter { intervals.total($0).contains(marked) }
                    .map { Self.density($0, design.drawn, marked, design.population) }.reduce(0, +)
                #expect(coverage >= level - 1e-12)
            }
        }
    }

    @Test(arguments: designs)
    func `the lengths add to the least that any exact method can have`(design: (population: Int, drawn: Int)) throws {
        guard design.drawn < design.population else { return }
        let intervals = try #require(
            ShortestHypergeometricIntervals(drawn: design.drawn, population: design.population))
        // No method can accept fewer x at M than the fewest whose probabilities reach the level, wherever they lie.
        var least = 0
        for marked in 0...design.population {
            var sum = 0.0
            for term in (0...design.drawn).map({ Self.density($0, design.drawn, marked, design.population) })
                .sorted(by: >)
            {
                sum += term
                least += 1
                if sum >= 0.95 - 1e-13 { break }
            }
        }
        #expect((0...design.drawn).map { intervals.total($0).count }.reduce(0, +) == least)
    }

    @Test(arguments: designs)
    func `intervals rise with x, hold the sample's own share and mirror each other`(
        design: (population: Int, drawn: Int)
    ) throws {
        let (population, drawn) = design
        let intervals = try #require(ShortestHypergeometricIntervals(drawn: drawn, population: population))
        for x in 0...drawn {
            let limits = intervals.limits(x)
            #expect(limits.lower * Double(population) <= Double(x * population) / Double(drawn) + 1e-9)
            #expect(limits.upper * Double(population) >= Double(x * population) / Double(drawn) - 1e-9)
            let mirrored = intervals.total(drawn - x)
            // Where N is even one set may lean: then one end differs by one.
            #expect(abs(population - mirrored.upperBound - intervals.total(x).lowerBound) <= 1)
            guard x > 0 else { continue }
            #expect(intervals.total(x).lowerBound >= intervals.total(x - 1).lowerBound)
            #expect(intervals.total(x).upperBound >= intervals.total(x - 1).upperBound)
        }
    }

    @Test func `a census has points, and nobody asked has nothing`() throws {
        let census = try #require(ShortestHypergeometricIntervals(drawn: 7, population: 7))
        #expect((0...7).allSatisfy { census.total($0) == $0...$0 })
        #expect(ShortestHypergeometricIntervals(drawn: 0, population: 7) == nil)
        #expect(ShortestHypergeometricIntervals(drawn: 5, population: 100_000) == nil)
    }

    @Test func `it is nowhere as wide on average as the tail-inverting interval`() throws {
        for (population, drawn) in Self.designs where population > 9 && drawn < population {
            let short = try #require(ShortestHypergeometricIntervals(drawn: drawn, population: population))
            let classic = (0...drawn).compactMap { HypergeometricInterval($0, of: drawn, population: population) }
                .map { $0.upperTotal - $0.lowerTotal + 1 }.reduce(0, +)
            #expect((0...drawn).map { short.total($0).count }.reduce(0, +) < classic)
        }
    }
}
