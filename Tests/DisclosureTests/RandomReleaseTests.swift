// SPDX-License-Identifier: EUPL-1.2
import DisclosureTrials
import Terms
import Testing

/// The first of the thousand that `make test` lets `disclosure-bench` try.
@Suite struct `Random releases` {
    @Test(arguments: 0..<4) func `nothing hidden follows from all that is published together`(_ batch: Int) {
        for seed in 0..<10 {
            let trial = DisclosureTrial(seed: UInt64(batch * 10 + seed))
            #expect(trial.leaks == [], "release \(batch * 10 + seed)")
        }
    }

    @Test(arguments: 0..<4) func `few with both laws are not had of what is published together`(_ batch: Int) {
        for seed in 0..<10 {
            let trial = DisclosureTrial(seed: UInt64(batch * 10 + seed), lawsOverlap: true)
            #expect(trial.leaks == [], "release \(batch * 10 + seed)")
        }
    }

    @Test func `breakdowns that close a ring may hide groups that no table tells`() {
        func tellsEverything(_ breakdowns: [Dimension]...) -> Bool {
            Breakdowns(breakdowns.map { Question(.persons, by: $0, years: 2019...2019) }).tellEverything
        }
        #expect(tellsEverything([.district, .law], [.law, .age], [.sex], []))
        #expect(!tellsEverything([.district, .law], [.law, .age], [.age, .district]))
        #expect(tellsEverything([.district, .law], [.law, .age], [.age, .district], [.age, .district, .law]))
        #expect(tellsEverything([.districtThen, .law], [.district, .law]))
        #expect(
            !tellsEverything(
                [.districtThen], [.district, .law], [.districtThen, .law, .sex], [.sex, .district, .age], [.law, .age]))
    }

    @Test func `empty groups that persons tell must be told of hours too`() {
        func tellsEverything(_ tables: (MeasureName, [Dimension])...) -> Bool {
            Breakdowns(tables.map { Question($0.0, by: $0.1, years: 2019...2019) }).tellEverything
        }
        #expect(tellsEverything((.grantedHours, [.law, .age]), (.persons, [.law])))
        #expect(!tellsEverything((.grantedHours, [.law]), (.persons, [.law, .age])))
        #expect(!tellsEverything((.flexibleUse, [.law, .age]), (.persons, [.age, .sex]), (.persons, [.sex, .law])))
    }
}
