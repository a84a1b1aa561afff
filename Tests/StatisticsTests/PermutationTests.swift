// SPDX-License-Identifier: EUPL-1.2
import Statistics
import TestSupport
import Testing

@Suite struct PermutationTests {
    typealias Stratum = StratifiedPermutationTest.Stratum

    /// All draws written out: D, a and W of each, the first as it was.
    struct Enumeration {
        var draws: [(difference: Double, overlap: Double)] = [(0, 0)]
        var counts: [Int] = [0]
        var observed = 0.0

        init(_ all: [Stratum]) {
            let strata = all.filter { !$0.treated.isEmpty && !$0.controls.isEmpty }
            let persons = strata.reduce(0) { $0 + $1.count }
            for stratum in strata {
                let (values, size) = (stratum.treated + stratum.controls, stratum.treated.count)
                let share = Double(values.count) / Double(persons)
                func difference(_ numbers: [Double], _ chosen: [Int]) -> Double {
                    let inside = chosen.reduce(0.0) { $0 + numbers[$1] }
                    let all = numbers.reduce(0, +)
                    return share * (inside / Double(size) - (all - inside) / Double(numbers.count - size))
                }
                let marks = values.indices.map { $0 < size ? 1.0 : 0 }
                let ways = Self.subsets(of: values.count, size)
                observed += difference(values, Array(0..<size))
                draws = draws.flatMap { one in
                    ways.map { (one.difference + difference(values, $0), one.overlap + difference(marks, $0)) }
                }
                counts = counts.flatMap { one in
                    ways.map { chosen in
                        one + chosen.reduce(0) { sum, person in sum + (0..<person).count { !chosen.contains($0) } }
                    }
                }
            }
        }

        static func subsets(of count: Int, _ size: Int, from first: Int = 0) -> [[Int]] {
            if size == 0 { return [[]] }
            if first + size > count { return [] }
            return subsets(of: count, size - 1, from: first + 1).map { [first] + $0 }
                + subsets(of: count, size, from: first + 1)
        }

        func share(_ isCounted: ((difference: Double, overlap: Double)) -> Bool) -> Double {
            Double(draws.count(where: isCounted)) / Double(draws.count)
        }

        /// The two-sided p of y − δ·treated.
        func p(at delta: Double) -> Double {
            share { abs($0.difference - delta * $0.overlap) >= abs(observed - delta) - 1e-10 }
        }
    }

    static func strata(_ random: inout SeededGenerator, decimals: Bool) -> [Stratum] {
        func value() -> Double {
            let value = Double.random(in: -3...20, using: &random)
            return decimals ? (value * 2).rounded() / 2 : value
        }
        return (0..<Int.random(in: 1...3, using: &random)).map { _ in
            let size = Int.random(in: 2...6, using: &random)
            let treated = Int.random(in: 1..<size, using: &random)
            return Stratum(
                treated: (0..<treated).map { _ in value() + Double.random(in: 0...4, using: &random).rounded() },
                controls: (treated..<size).map { _ in value() })
        }
    }

    private func expectAsEnumerated(_ strata: [Stratum], level: Double, _ limit: PermutationSums.Limit) throws {
        let truth = Enumeration(strata)
        let test = try #require(StratifiedPermutationTest(strata, level: level, limit: limit))
        #expect(test.isExact)
        #expect(Double(truth.draws.count) == test.assignments)
        let slack = 1e-8
        #expect(abs(test.difference - truth.observed) < 1e-10)
        #expect(abs(test.twoSided - truth.share { abs($0.difference) >= abs(truth.observed) - slack }) < 1e-10)
        #expect(abs(test.greater - truth.share { $0.difference >= truth.observed - slack }) < 1e-10)
        #expect(abs(test.less - truth.share { $0.difference <= truth.observed + slack }) < 1e-10)
        let alpha = 1 - level
        for (limit, side) in [(test.interval.lower, -1.0), (test.interval.upper, 1.0)] {
            if limit.isInfinite {
                #expect(limit == side * .infinity)
                #expect(truth.p(at: side * 1e5) > alpha + 1e-9)
            } else {
                #expect(truth.p(at: limit) > alpha + 1e-9, "\(limit) is kept")
                #expect(truth.p(at: limit + side * 1e-6) < alpha + 1e-9, "what is beyond \(limit) is rejected")
            }
        }
    }

    @Test func `p and limits agree with all draws written out`() throws {
        var random = SeededGenerator(seed: 60)
        for round in 0..<60 {
            let strata = Self.strata(&random, decimals: round % 2 == 0)
            try expectAsEnumerated(strata, level: [0.5, 0.8, 0.9, 0.95][round % 4], .standard)
        }
    }

    @Test func `two halves walked against each other agree too`() throws {
        var random = SeededGenerator(seed: 61)
        let halves = PermutationSums.Limit(inStratum: 1 << 12, combined: 0, inHalf: 1 << 12)
        for round in 0..<25 {
            try expectAsEnumerated(
                Self.strata(&random, decimals: round % 2 == 0), level: [0.5, 0.8, 0.9, 0.95][round % 4], halves)
        }
    }

    @Test func `a lot of ten in fifty is exact, and one in four strata whose draws are too many to write out`() throws {
        var random = SeededGenerator(seed: 62)
        func hours() -> Double { (Double.random(in: 0...40, using: &random) * 4).rounded() / 4 }
        let one = Stratum(treated: (0..<10).map { _ in hours() + 5 }, controls: (0..<40).map { _ in hours() })
        let whole = try #require(StratifiedPermutationTest([one]))
        #expect(whole.isExact)
        #expect(whole.assignments == 10_272_278_170)
        let four = [(2, 8), (3, 7), (2, 8), (2, 7)].map { treated, controls in
            Stratum(treated: (0..<treated).map { _ in hours() + 8 }, controls: (0..<controls).map { _ in hours() })
        }
        let split = try #require(StratifiedPermutationTest(four))
        #expect(split.isExact)
        #expect(split.assignments == 45 * 120 * 45 * 36)
        #expect(split.interval.lower < split.difference && split.difference < split.interval.upper)
        #expect((split.twoSided < 0.05) == (split.interval.lower > 0 || split.interval.upper < 0))
    }

    @Test func `drawn draws come near the exact ones, and are the same each time`() throws {
        var random = SeededGenerator(seed: 63)
        let strata = [
            Stratum(
                treated: (0..<4).map { _ in .random(in: 2...12, using: &random) },
                controls: (0..<6).map { _ in .random(in: 0...10, using: &random) }),
            Stratum(
                treated: (0..<3).map { _ in .random(in: 2...12, using: &random) },
                controls: (0..<5).map { _ in .random(in: 0...10, using: &random) }),
        ]
        let exact = try #require(StratifiedPermutationTest(strata))
        let none = PermutationSums.Limit(inStratum: 0, combined: 0, inHalf: 0)
        let drawn = try #require(StratifiedPermutationTest(strata, draws: 20_000, limit: none))
        #expect(exact.isExact && !drawn.isExact)
        #expect(abs(exact.twoSided - drawn.twoSided) < 0.015)
        #expect(abs(exact.greater - drawn.greater) < 0.015)
        #expect(abs(exact.interval.lower - drawn.interval.lower) < 0.3)
        #expect(abs(exact.interval.upper - drawn.interval.upper) < 0.3)
        let shuffled = strata.reversed().map { stratum in
            Stratum(
                treated: stratum.treated.shuffled(using: &random), controls: stratum.controls.shuffled(using: &random))
        }
        let again = try #require(StratifiedPermutationTest(shuffled, draws: 20_000, limit: none))
        #expect(again.twoSided == drawn.twoSided && again.interval == drawn.interval)
    }

    @Test func `the test and the interval move with the values`() throws {
        var random = SeededGenerator(seed: 64)
        for _ in 0..<10 {
            let strata = Self.strata(&random, decimals: true) + [Stratum(treated: [1, 5, 8], controls: [2, 2, 4])]
            let moved = strata.map { Stratum(treated: $0.treated.map { $0 + 3 }, controls: $0.controls) }
            let scaled = strata.map {
                Stratum(treated: $0.treated.map { $0 * 8 }, controls: $0.controls.map { $0 * 8 })
            }
            let swapped = strata.map { Stratum(treated: $0.treated.map { -$0 }, controls: $0.controls.map { -$0 }) }
            let test = try #require(StratifiedPermutationTest(strata))
            let afterMove = try #require(StratifiedPermutationTest(moved))
            #expect(abs(afterMove.interval.lower - test.interval.lower - 3) < 1e-9 || test.interval.lower == -.infinity)
            #expect(abs(afterMove.interval.upper - test.interval.upper - 3) < 1e-9 || test.interval.upper == .infinity)
            let afterScale = try #require(StratifiedPermutationTest(scaled))
            #expect(abs(afterScale.twoSided - test.twoSided) < 1e-12)
            #expect(abs(afterScale.difference - 8 * test.difference) < 1e-9)
            let afterSwap = try #require(StratifiedPermutationTest(swapped))
            #expect(abs(afterSwap.greater - test.less) < 1e-12)
            #expect(abs(afterSwap.interval.lower + test.interval.upper) < 1e-9 || test.interval.upper == .infinity)
        }
    }

    @Test func `strata without treated or controls tell nothing`() {
        #expect(StratifiedPermutationTest([]) == nil)
        #expect(StratifiedPermutationTest([Stratum(treated: [1, 2], controls: [])]) == nil)
        #expect(StratifiedShift([Stratum(treated: [], controls: [4])]) == nil)
        let alone = StratifiedPermutationTest([Stratum(treated: [1, 3], controls: [0, 2])])
        let with = StratifiedPermutationTest([
            Stratum(treated: [1, 3], controls: [0, 2]), Stratum(treated: [90], controls: []),
            Stratum(treated: [], controls: [-90, 4]),
        ])
        #expect(alone?.difference == with?.difference)
        #expect(with?.strata == 1)
        #expect(with?.persons == 4)
    }

    @Test func `values that are all alike show no difference and no limits to tell`() throws {
        let test = try #require(StratifiedPermutationTest([Stratum(treated: [2, 2, 2], controls: [2, 2, 2, 2])]))
        #expect(test.difference == 0)
        #expect(test.twoSided == 1 && test.greater == 1 && test.less == 1)
        #expect(test.interval.lower == 0 && test.interval.upper == 0)
    }

    @Test func `the shift's limits are those of the ranks of all draws`() throws {
        var random = SeededGenerator(seed: 65)
        for round in 0..<40 {
            let strata = Self.strata(&random, decimals: round % 2 == 0)
            let level = [0.5, 0.8, 0.9, 0.95][round % 4]
            let shift = try #require(StratifiedShift(strata, level: level))
            #expect(shift.isExact)
            let counts = Enumeration(strata).counts
            func atMost(_ w: Int) -> Double { Double(counts.count { $0 <= w }) / Double(counts.count) }
            let place = (0...).first { atMost($0) >= (1 - level) / 2 - 1e-12 } ?? 0
            let differences = strata.flatMap { stratum in
                stratum.treated.flatMap { one in stratum.controls.map { one - $0 } }
            }.sorted()
            let c = min(max(1, place), (differences.count + 1) / 2)
            #expect(shift.interval.lower == differences[c - 1])
            #expect(shift.interval.upper == differences[differences.count - c])
            #expect(abs(shift.levelAchieved - (1 - 2 * atMost(c - 1))) < 1e-12)
            #expect(shift.interval.lower <= shift.estimate && shift.estimate <= shift.interval.upper)
        }
    }

    @Test func `of many persons the ranks are normal, near the exact`() throws {
        var random = SeededGenerator(seed: 66)
        func stratum(_ count: Int) -> Stratum {
            Stratum(
                treated: (0..<count).map { _ in .random(in: 1...11, using: &random) },
                controls: (0..<count).map { _ in .random(in: 0...10, using: &random) })
        }
        let many = try #require(StratifiedShift([stratum(120)]))
        #expect(!many.isExact)
        #expect(abs(many.levelAchieved - 0.95) < 0.005)
        let fewer = try #require(StratifiedShift([stratum(40)]))
        #expect(fewer.isExact)
        #expect(fewer.levelAchieved >= 0.95 && fewer.levelAchieved < 0.953)
    }
}
