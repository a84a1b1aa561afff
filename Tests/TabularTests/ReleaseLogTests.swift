// SPDX-License-Identifier: EUPL-1.2
import Testing

@testable import Tabular

@Suite struct `The log of releases` {
    private func edition(
        _ number: Int, _ period: String, _ edition: Int = 1, in folder: String? = nil, corrects: Int? = nil,
        reason: String? = nil
    ) -> ReleaseLog.Edition {
        ReleaseLog.Edition(
            number: number, kind: .year, period: period, edition: edition, folder: folder ?? period,
            tables: String(repeating: "0", count: 64), corrects: corrects, reason: reason)
    }

    @Test func `what is written is read back, and is the same bytes`() throws {
        var log = ReleaseLog()
        #expect(log.next == 1 && log.latest(.year, "2019") == nil)
        log.enter(edition(1, "2018"))
        log.enter(edition(2, "2019"))
        log.move(2, to: "2019-utgava-1")
        log.enter(edition(3, "2019", 2, corrects: 2, reason: "Farsta \"saknades\""))
        let read = try #require(ReleaseLog(Array(log.json.utf8)))
        #expect(read == log && read.json == log.json)
        #expect(read.next == 4)
        #expect(read.latest(.year, "2019")?.number == 3 && read.latest(.year, "2018")?.number == 1)
        #expect(read.latest(.quarter, "2019") == nil)
        #expect(read.number(of: "2019-utgava-1") == 2 && read.number(of: "2020") == nil)
        #expect(read.editions.last?.reason == "Farsta \"saknades\"")
    }

    @Test func `one that nobody was given gives way, in its place or last`() {
        var log = ReleaseLog()
        for (number, period) in [(1, "2018"), (2, "2019")] { log.enter(edition(number, period)) }
        log.enter(edition(2, "2019", reason: "x"), insteadOf: 2)
        #expect(log.editions.map(\.number) == [1, 2])
        log.enter(edition(3, "2018"), insteadOf: 1)
        #expect(log.editions.map(\.number) == [2, 3] && log.editions.map(\.folder) == ["2019", "2018"])
    }

    @Test func `what no run has written is no log`() {
        var whole = ReleaseLog()
        for (number, period) in [(1, "2018"), (2, "2019")] { whole.enter(edition(number, period)) }
        let text = whole.json
        #expect(ReleaseLog(Array(text.utf8)) == whole)
        for (from, to) in [
            ("Ledsaga", "Annat"), ("\"number\": 2", "\"number\": 1"), ("\"folder\": \"2019\"", "\"folder\": \"2018\""),
            ("\"folder\": \"2019\"", "\"folder\": \"../data\""), ("\"folder\": \"2019\"", "\"folder\": \".2019\""),
            ("\"edition\": 1", "\"edition\": 0"), ("{", ""),
        ] {
            let changed = text.replacing(from, with: to, maxReplacements: 2)
            #expect(changed != text && ReleaseLog(Array(changed.utf8)) == nil, "\(from) \(to)")
        }
    }

    @Test func `the digest tells tables apart by name and content, in any order`() {
        let one: [(path: String, sha256: String)] = [("tabeller/a.csv", "1"), ("tabeller/b.csv", "2")]
        #expect(ReleaseLog.digest(of: one) == ReleaseLog.digest(of: one.reversed()))
        let others: [[(path: String, sha256: String)]] = [
            [("tabeller/a.csv", "2"), ("tabeller/b.csv", "1")], [("tabeller/a.csv", "1")],
            [("tabeller/a.csv", "1"), ("tabeller/c.csv", "2")],
        ]
        for other in others { #expect(ReleaseLog.digest(of: one) != ReleaseLog.digest(of: other)) }
        #expect(ReleaseLog.isTable("tabeller/a.csv") && !ReleaseLog.isTable("tabeller/datapackage.json"))
        #expect(!ReleaseLog.isTable("a.csv"))
    }
}
