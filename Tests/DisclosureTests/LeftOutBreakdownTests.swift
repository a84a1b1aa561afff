// SPDX-License-Identifier: EUPL-1.2
import CaseData
import DisclosureTrials
import Measures
import Terms
import Testing

@testable import Disclosure

/// Breakdowns that would be signs for hidden numbers are not published.
extension Leaks {
    private func release(_ tables: [Tabulation], leavingOut: Bool) -> Release {
        ReleasePolicy(DisclosureSettings()).release(tables, leavingOut: leavingOut)
    }

    private func byBoard(_ sizes: [String: Int], totals: Bool = true) -> Tabulation {
        table([(.district, sizes.keys.sorted())], totals: totals) { _, key in persons(sizes[key[0]]!) }
    }

    private var everyone: Tabulation { table([]) { _, _ in persons(50) } }

    @Test func `a breakdown of which most groups are too few is left out, and said so`() {
        let few = byBoard(["A": 3, "B": 2, "C": 4, "D": 41])
        let asked = release([everyone, few], leavingOut: false)
        #expect(asked.leftOut.isEmpty)
        let reported = release([everyone, few], leavingOut: true)
        #expect(reported.leftOut.map(\.question) == [few.question])
        #expect(reported.tables[1].rows.allSatisfy { $0.cell == .hidden })
        #expect(reported.tables[1].asData == nil && reported.tables[0].asData != nil)
        #expect(hidden(reported.tables[0]).isEmpty)
        #expect(reported.hidden == 0 && reported.cells == everyone.rows.count)
    }

    @Test func `one of which half is too few stays, and so does one that alone has the total`() {
        let half = byBoard(["A": 3, "B": 2, "C": 20, "D": 25])
        #expect(release([everyone, half], leavingOut: true).leftOut.isEmpty)
        let few = byBoard(["A": 3, "B": 2, "C": 4, "D": 41])
        #expect(release([few], leavingOut: true).leftOut.isEmpty)
        #expect(
            release([byBoard(["A": 3, "B": 2, "C": 4, "D": 41], totals: false)], leavingOut: true).leftOut.count == 1)
    }

    /// Eight persons, of whom four are women, or three, or two: all are told alike.
    @Test func `that a breakdown is left out does not tell which of its groups are few`() {
        for women in [2, 3, 4, 6] {
            let all = table([]) { _, _ in persons(8) }
            let sexes = table([(.sex, ["female", "male"])]) { _, key in
                persons(key[0] == "female" ? women : 8 - women)
            }
            #expect(release([all, sexes], leavingOut: true).leftOut.map(\.question) == [sexes.question], "\(women)")
        }
    }

    /// The other breakdown loses nothing to the one that is left out.
    @Test func `what is left out hides nothing elsewhere`() {
        let few = byBoard(["A": 3, "B": 2, "C": 4, "D": 41])
        let sexes = table([(.sex, ["female", "male"])]) { _, key in persons(key[0] == "female" ? 22 : 28) }
        let reported = release([everyone, few, sexes], leavingOut: true)
        #expect(hidden(reported.tables[2]).isEmpty && hidden(reported.tables[0]).isEmpty)
    }

    @Test func `counts that are rounded as open data stand in their own tables beside one that is left out`() {
        var settings = DisclosureSettings()
        settings.method = .rounding
        let few = byBoard(["A": 3, "B": 2, "C": 4, "D": 41])
        let sexes = table([(.sex, ["female", "male"])]) { _, key in persons(key[0] == "female" ? 22 : 28) }
        let reported = ReleasePolicy(settings).release([few, everyone, sexes], leavingOut: true)
        #expect(reported.openTables.map(\.question) == [few, everyone, sexes].map(\.question))
        #expect(reported.openTables.map(\.isLeftOut) == [true, false, false])
        for (table, open) in zip(reported.tables, reported.openTables).dropFirst() {
            #expect(table.rows.map(\.key) == open.rows.map(\.key))
        }
    }
}
