// SPDX-License-Identifier: EUPL-1.2
import ReferenceMethods
import Statistics
import TestSupport
import Testing

@Suite struct DistrictMeasureTests {
    @Test func `a rate standardised to its own population is the crude rate`() throws {
        let sizes = [(12, 400.0), (9, 250.0), (30, 800.0)]
        let strata = sizes.map {
            DirectStandardisation.Stratum(events: $0.0, population: $0.1, weight: $0.1)
        }
        let result = DirectStandardisation(strata)
        #expect(abs(try #require(result.rate) - 51.0 / 1450) < 1e-15)
        let byar = PoissonInterval.byar.limits(51)
        #expect(abs(try #require(result.limits).lower - byar.lower / 1450) < 1e-12)
        #expect(DirectStandardisation([]).rate == nil)
        #expect(DirectStandardisation([.init(events: 9, population: 100, weight: 1)]).rate == nil)
    }

    @Test func `a district that is the reference has the ratio one`() throws {
        let strata = [
            (events: 4, population: 20.0, referenceRate: 0.2), (events: 6, population: 60, referenceRate: 0.1),
        ]
        let result = IndirectStandardisation(strata)
        #expect(abs(try #require(result.ratio) - 1) < 1e-15)
        #expect(IndirectStandardisation([]).ratio == nil)
    }

    @Test func `equal amounts are equal by every index, and one person with all is the other end`() throws {
        let equal = try #require(InequalityIndices((0..<10).map { _ in (4, 1.5, "a") }))
        for index in [equal.gini, equal.theil, equal.halfSquaredVariation, equal.atkinsonHalf, equal.theilBetween] {
            #expect(abs(index) < 1e-12)
        }
        let one = try #require(InequalityIndices((0..<10).map { ($0 == 0 ? 8 : 0, 1, "a") }))
        #expect(abs(one.gini - 0.9) < 1e-12 && one.meanLogDeviation == nil && one.atkinsonOne == 1)
        // A zero has no logarithm, but the groups' means have.
        let groups = try #require(InequalityIndices([(0, 1, "a"), (8, 1, "a"), (2, 1, "b"), (6, 1, "b")]))
        #expect(groups.meanLogDeviation == nil && groups.logDeviationBetween == 0)
        #expect(one.logDeviationBetween == 0)
        let nothing = try #require(InequalityIndices([(0, 1, "a"), (8, 1, "b")]))
        #expect(nothing.logDeviationBetween == nil)
        #expect(InequalityIndices([]) == nil && InequalityIndices([(0, 1, "a")]) == nil)
    }

    @Test func `indices do not depend on the unit, and a weight of two is a person twice`() throws {
        var random = SeededGenerator(seed: 51)
        let amounts = (0..<40).map { _ in Double.random(in: 1...90, using: &random) }
        let persons = amounts.enumerated().map { (amount: $1, weight: $0 < 5 ? 2.0 : 1, group: $0 < 20 ? "a" : "b") }
        let twice = persons.flatMap { person in
            (0..<Int(person.weight)).map { _ in (amount: person.amount * 60, weight: 1.0, group: person.group) }
        }
        let one = try #require(InequalityIndices(persons))
        let other = try #require(InequalityIndices(twice))
        #expect(abs(one.gini - other.gini) < 1e-12)
        #expect(abs(one.theil - other.theil) < 1e-12)
        #expect(abs(one.theilBetween - other.theilBetween) < 1e-12)
        #expect(one.theilBetween >= 0 && one.theilBetween <= one.theil)
    }

    @Test func `exact funnel limits hold the target and narrow with size`() {
        var width = 1.0
        for n in [10, 40, 160, 640] {
            let limits = FunnelLimits.binomial(target: 0.4, n: n, level: 0.95)
            #expect(limits.lower < 0.4 && 0.4 < limits.upper)
            #expect(limits.upper - limits.lower < width)
            width = limits.upper - limits.lower
        }
        let few = FunnelLimits.poisson(target: 1, expected: 0.5, level: 0.998)
        #expect(few.lower == 0 && few.upper > 1)
    }

    @Test func `units that vary as chance would have no variance between them`() {
        let scores = [-1.0, 0.5, 1, -0.5, 0.2]
        let spread = Overdispersion(scores, errors: [0.1, 0.2, 0.1, 0.3, 0.2])
        #expect(spread.tauSquared == 0)
        #expect(Overdispersion(scores.map { $0 * 4 }, errors: [0.1, 0.2, 0.1, 0.3, 0.2]).tauSquared > 0)
        #expect(Overdispersion([], errors: []).phi == nil)
        #expect(Overdispersion.winsorised([], share: 0.1).isEmpty)
    }

    @Test func `funnel scales go there and back, and stop at what is possible`() {
        for value in [0.1, 0.5, 0.9] {
            for scale in [FunnelScale.arcsine, .squareRoot, .logarithm] {
                #expect(abs(scale.backward(scale.forward(value)) - value) < 1e-14)
            }
        }
        #expect(FunnelScale.arcsine.backward(-0.2) == 0 && FunnelScale.arcsine.backward(2) == 1)
        #expect(FunnelScale.squareRoot.backward(-0.2) == 0)
    }

    @Test func `a chart of shares has its limits in 0–1 and none where nobody was counted`() throws {
        let chart = AttributeChart(.p, [(1, 4), (0, 0), (3, 5), (2, 40)])
        #expect(chart.centre == 6.0 / 49)
        #expect(chart.points[1].value == nil && chart.points[1].limits == nil)
        for point in chart.points {
            if let limits = point.limits { #expect(limits.lower >= 0 && limits.upper <= 1) }
        }
        #expect(AttributeChart(.u, []).centre == nil)
        #expect(RunChart([5, 5, 5]) == nil)
        let run = try #require(RunChart([1, 1, 1, 1, 1, 1, 1, 1, 9, 9, 9, 9, 9, 9, 9, 9]))
        #expect(run.crossings == 1 && run.longestRun == 8 && run.hasSignal)
    }
}
