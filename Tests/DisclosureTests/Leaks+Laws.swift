// SPDX-License-Identifier: EUPL-1.2
import DisclosureTrials
import Measures
import Terms
import Testing

@testable import Disclosure

/// What the laws tell of those who have both.
extension Leaks {
    @Test func `those with both laws are not had by subtraction`() {
        let combination = table([(.law, ["SoL-only", "LSS-only", "both"])]) { _, key in
            persons(["SoL-only": 30, "LSS-only": 40, "both": 2][key[0]]!)
        }
        var alone = combination
        alone.question.aspect = .lawCombination
        var overlapping = table([(.law, ["SoL", "LSS"])]) { _, key in persons(key[0] == "SoL" ? 32 : 42) }
        let total = overlapping.rows.firstIndex { $0.key[1].kind == .total }!
        overlapping.rows[total].measurement = TableMaker.count(72)
        let released = release([alone, overlapping])
        #expect(hidden(released[0]).contains("both"))
        // total = SoL + LSS − both: one of the three shown before is hidden, and not the total.
        #expect(!hidden(released[1]).isEmpty)
        #expect(!hidden(released[1]).contains("total"))
    }

    /// By board and law: those with both count in each law, and once in the total.
    private func byBoardAndLaw(_ both: [String: Int], solOnly: Int = 20, lssOnly: Int = 16) -> Tabulation {
        var table = table([(.district, both.keys.sorted()), (.law, ["SoL", "LSS"])]) { _, key in
            persons(both[key[0]]! + (key[1] == "SoL" ? solOnly : lssOnly))
        }
        for place in table.rows.indices where table.rows[place].key[2].kind == .total {
            let board = table.rows[place].key[1]
            let boards = board.kind == .total ? Array(both.values) : [both[board.code]!]
            table.rows[place].measurement = TableMaker.count(
                boards.reduce(0) { $0 + $1 + solOnly + lssOnly })
        }
        return table
    }

    @Test func `few with both laws in a board are not had by subtraction, though no table has them`() {
        let some = hidden(release([byBoardAndLaw(["A": 0, "B": 3, "C": 0, "D": 12])])[0])
        #expect(!some.isDisjoint(with: ["B/SoL", "B/LSS", "B/total"]))
        #expect(!some.contains("total/total"))
        #expect(hidden(release([byBoardAndLaw(["A": 0, "B": 7, "C": 0, "D": 12])])[0]).isEmpty)
        // Everyone but two has LSS: those with SoL alone are two.
        let few = hidden(release([byBoardAndLaw(["A": 9, "B": 9], solOnly: 2)])[0])
        for board in ["A", "B"] {
            #expect(few.contains("\(board)/LSS") || few.contains("\(board)/total"))
        }
    }

    @Test(arguments: [(19, false), (10, true)]) func `nor how few of those with both are not among others by law`(
        both: Int, isShown: Bool
    ) {
        func byLaw(sol: Int, lss: Int, all: Int) -> Tabulation {
            var table = table([(.law, ["SoL", "LSS"])]) { _, key in persons(key[0] == "SoL" ? sol : lss) }
            let total = table.rows.firstIndex { $0.key[1].kind == .total }!
            table.rows[total].measurement = TableMaker.count(all)
            return table
        }
        // 40 have SoL alone, 40 LSS alone and 20 both; 21, 20 and `both` of them have the service on the day.
        let everyone = byLaw(sol: 60, lss: 60, all: 100)
        var some = byLaw(sol: 21 + both, lss: 20 + both, all: 41 + both)
        some.question.aspect = .onDay(month: 10, day: 1)
        let released = release([everyone, some])
        #expect((hidden(released[0]).isEmpty && hidden(released[1]).isEmpty) == isShown)
        #expect(!hidden(released[0]).contains("total"))
    }

    @Test func `few with both laws are not had of a total in another table`() {
        let laws = table([(.law, ["SoL", "LSS"])], totals: false) { _, key in persons(key[0] == "SoL" ? 32 : 42) }
        let released = release([laws, table([]) { _, _ in persons(72) }])
        #expect(!hidden(released[0]).isEmpty)
        #expect(hidden(released[1]).isEmpty)
    }
}
