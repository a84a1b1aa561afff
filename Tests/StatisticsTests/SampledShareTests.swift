// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct SampledShareTests {
    private static func unit(_ x: Int, of n: Int, population: Int) -> SampledShare {
        SampledShare(
            value: Double(x) / Double(n), n: n, size: Double(population),
            sampling: .finite(x: x, population: population))
    }

    @Test func `one answer is always inside, whatever it is`() throws {
        for x in 0...1 {
            let others = (0..<5).map { Self.unit(20 + $0, of: 40, population: 80) }
            let funnel = try #require(
                Funnel((others + [Self.unit(x, of: 1, population: 50)]).map { .sample($0) }, target: 0.52))
            #expect(funnel.results[5].plain?.position == .inside)
            #expect((funnel.results[5].plain?.pValue ?? 0) > 0.05)
        }
    }

    @Test func `the more of a board's persons answer, the narrower its limits, until none is left`() throws {
        var widths: [Double] = []
        for population in [1000, 120, 60, 45] {
            let others = (0..<5).map { _ in Self.unit(20, of: 40, population: population) }
            let funnel = try #require(
                Funnel(others.map { .sample($0) }, target: 0.5), "population \(population)")
            let limits = try #require(funnel.results[0].plain?.limits95)
            widths.append(limits.upper - limits.lower)
        }
        #expect(widths == widths.sorted(by: >))
        let census = SampledShare(value: 0.5, n: 40, size: 40, sampling: .census)
        #expect(census.isCensus && !census.hasError)
        #expect(Funnel([FunnelUnit](repeating: .sample(census), count: 8), target: 0.5) == nil)
    }

    @Test func `with no true difference a board is outside its 95 per cent limits in at most one case of twenty`()
        throws
    {
        var random = SeededGenerator(seed: 31)
        var (outside, tested, small) = (0, 0, 0)
        let sizes = [30, 45, 60, 90, 120, 200]
        for _ in 0..<400 {
            // Every board has the same share; who answers is drawn without replacement.
            let units = sizes.map { population -> SampledShare in
                var marked = [Bool](repeating: false, count: population)
                for place in 0..<population / 2 { marked[place] = true }
                marked.shuffle(using: &random)
                let n = population * 2 / 5
                return Self.unit(marked.prefix(n).count { $0 }, of: n, population: population)
            }
            let funnel = try #require(Funnel(units.map { .sample($0) }, target: 0.5))
            for result in funnel.results {
                tested += 1
                if result.plain?.position != .inside { outside += 1 }
                if (result.plain?.pValue ?? 1) < 0.05 { small += 1 }
            }
        }
        #expect(Double(outside) / Double(tested) < 0.055)
        #expect(Double(small) / Double(tested) < 0.055)
    }

    @Test func `weighted answers have limits by how many independent ones they are worth`() throws {
        let share = SampledShare(
            value: 0.7, n: 50, size: 100, sampling: .weighted(effective: 40, degreesOfFreedom: 48))
        let funnel = try #require(Funnel([FunnelUnit](repeating: .sample(share), count: 5), target: 0.5))
        let limits = try #require(funnel.results[0].plain?.limits95)
        let half = StudentT.twoSided(level: 0.95, degreesOfFreedom: 48) * (0.25 / 40).squareRoot()
        #expect(abs(limits.upper - 0.5 - half) < 1e-12)
        let few = SampledShare(value: 0.7, n: 3, size: 9, sampling: .weighted(effective: 3, degreesOfFreedom: 2))
        #expect(!few.hasError && !few.isCensus)
    }

    /// Fourteen boards of 30–200 persons with a common share of a half, of whom two in five answer; the one of average
    /// size has `difference` more. In how many surveys any board is named, and that one.
    private static func named(surveys: Int, difference: Double) -> (any: Int, right: Int) {
        var random = SeededGenerator(seed: 47)
        let sizes = (0..<14).map { 30 + $0 * 13 }
        let place = 6
        var (any, right) = (0, 0)
        for _ in 0..<surveys {
            let units = sizes.enumerated().map { board, population -> SampledShare in
                let share = board == place ? 0.5 + difference : 0.5
                var marked = (0..<population).map { Double($0) < share * Double(population) }
                marked.shuffle(using: &random)
                let n = population * 2 / 5
                return unit(marked.prefix(n).count { $0 }, of: n, population: population)
            }
            let size = units.reduce(0) { $0 + $1.size }
            let target = units.reduce(0) { $0 + $1.size * $1.value } / size
            let results = Funnel(units.map { .sample($0) }, target: target)?.results ?? []
            if results.contains(where: \.isNamed) { any += 1 }
            if results[place].isNamed { right += 1 }
        }
        return (any, right)
    }

    @Test func `with no true difference a board is named in at most one survey of twenty`() {
        #expect(Self.named(surveys: 100, difference: 0).any <= 5)
    }
}
