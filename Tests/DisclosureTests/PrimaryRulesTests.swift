// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Terms
import Testing

@testable import Disclosure

@Suite struct `Primary rules` {
    private let rules = PrimaryRules(DisclosureSettings())

    private func isHidden(_ number: Measurement) -> Bool { rules.judge(number).isHidden }

    @Test func `counts from one to four are hidden, zero is not`() {
        #expect((0...6).map { isHidden(TableMaker.count($0)) } == [false, true, true, true, true, false, false])
    }

    @Test func `the threshold is a setting`() {
        var settings = DisclosureSettings()
        settings.threshold = 7
        #expect(PrimaryRules(settings).judge(TableMaker.count(6)).isHidden)
        #expect(!PrimaryRules(settings).judge(TableMaker.count(7)).isHidden)
    }

    @Test(arguments: [
        (5, 10, false), (4, 40, true), (35, 40, false), (36, 40, true), (40, 40, false), (5, 9, true), (0, 10, false),
    ])
    func `a share is hidden for its base, its numerator or the rest`(_ x: Int, _ n: Int, _ expected: Bool) {
        #expect(isHidden(TableMaker.share(x, of: n)) == expected)
    }

    @Test func `a share of many answers of fewer than ten persons is hidden`() {
        func ofAnswers(_ persons: Int) -> Measurement {
            Measurement(
                kind: .share, unit: .share, value: 0.5, persons: persons, numerator: 10, denominator: 20)
        }
        #expect(isHidden(ofAnswers(9)))
        #expect(!isHidden(ofAnswers(10)))
    }

    @Test func `all or nothing is hidden below ten and shown from ten`() {
        #expect(isHidden(TableMaker.share(0, of: 9)))
        #expect(isHidden(TableMaker.share(9, of: 9)))
        #expect(!isHidden(TableMaker.share(0, of: 10)))
        #expect(!isHidden(TableMaker.share(10, of: 10)))
    }

    @Test func `a sum that two persons make up is hidden`() {
        // 100 + 50 + rest: the rest must reach a tenth of the largest.
        #expect(isHidden(TableMaker.sum([100, 50, 4, 3, 2])))
        #expect(!isHidden(TableMaker.sum([100, 50, 4, 3, 3])))
        #expect(isHidden(TableMaker.sum([10, 10, 10, 10])))
        #expect(!isHidden(TableMaker.sum([])))
    }

    @Test func `that a small group has no hours is hidden`() {
        #expect(isHidden(TableMaker.sum([], persons: 9)))
        #expect(!isHidden(TableMaker.sum([], persons: 10)))
    }

    @Test func `a ratio is hidden when either of its sums is`() {
        let even = TableMaker.contributions(Array(repeating: 10, count: 20))
        let uneven = TableMaker.contributions([100, 1, 1, 1, 1, 1])
        func ratio(_ upper: Measurement.Contributions?, _ lower: Measurement.Contributions?, persons: Int = 20)
            -> Measurement
        {
            Measurement(
                kind: .ratio, unit: .share, value: 0.5, persons: persons, numerator: 1, denominator: 2,
                numeratorContributions: upper, denominatorContributions: lower)
        }
        #expect(!isHidden(ratio(even, even)))
        #expect(isHidden(ratio(uneven, even)))
        #expect(isHidden(ratio(even, uneven)))
        // A table of totals, where no contributor is known.
        #expect(!isHidden(ratio(nil, nil)))
        #expect(isHidden(ratio(nil, nil, persons: 9)))
    }

    @Test func `quantiles need ten persons`() {
        func median(_ persons: Int) -> Measurement {
            Measurement(kind: .quantile, unit: .hours, value: 12, persons: persons)
        }
        #expect(isHidden(median(9)))
        #expect(!isHidden(median(10)))
    }

    @Test func `a difference is hidden when either side is`() {
        func change(_ later: Int, _ earlier: Int) -> Measurement {
            Measurement(
                kind: .difference, unit: .persons, value: Double(later - earlier), persons: later + earlier,
                compared: [TableMaker.count(later), TableMaker.count(earlier)])
        }
        #expect(!isHidden(change(20, 10)))
        #expect(isHidden(change(20, 4)))
        #expect(isHidden(change(3, 20)))
    }

    @Test func `what is not defined is said to be so, but not of a few`() {
        func empty(_ persons: Int) -> Measurement {
            Measurement(kind: .ratio, unit: .share, value: nil, persons: persons)
        }
        #expect(!isHidden(empty(0)))
        #expect(isHidden(empty(3)))
        #expect(isHidden(empty(9)))
        #expect(!isHidden(empty(10)))
    }

    @Test func `a rate per inhabitants tells its count`() {
        func rate(_ persons: Int) -> Measurement {
            Measurement(
                kind: .ratio, unit: .perTenThousand, value: 3, persons: persons, numerator: Double(persons),
                denominator: 10_000)
        }
        #expect(isHidden(rate(4)))
        #expect(!isHidden(rate(5)))
    }
}
