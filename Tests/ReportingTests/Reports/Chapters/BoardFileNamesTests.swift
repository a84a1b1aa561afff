// SPDX-License-Identifier: EUPL-1.2
import Testing

@testable import Reports

/// Every board has a file of its own, whatever it is called.
@Suite struct BoardFileNamesTests {
    static let awkward = [
        "Åby", "Äby", "Aby", "Norra A", "Norra-A", "norra a", "a/b", "a\\b", "!!!", "???", "", ".", "..", "../../etc",
        "CON", "nul", "-rf", "½", "１", "日本", "\u{1B}x", String(repeating: "Lång ", count: 100),
        String(repeating: "Lång ", count: 101), "A" + String(repeating: "\u{301}", count: 300), "Straße", "STRASSE",
    ]

    @Test func `no two boards share a name, also where case is not told`() {
        let names = BoardFileNames(of: Self.awkward)
        let all = Self.awkward.map { names[$0] }
        #expect(Set(all.map { $0.lowercased() }).count == all.count)
        for name in all {
            #expect(name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }, "\(name)")
            #expect((1...180).contains(name.count) && !name.hasPrefix("-"), "\(name)")
        }
    }

    @Test func `a name depends on no order, and is plain where it can be`() {
        let (names, turned) = (BoardFileNames(of: Self.awkward), BoardFileNames(of: Self.awkward.reversed()))
        for board in Self.awkward { #expect(names[board] == turned[board]) }
        let plain = BoardFileNames(of: ["Åby", "Äby", "Enskede-Årsta-Vantör"])
        #expect(plain["Enskede-Årsta-Vantör"] == "enskede-arsta-vantor")
        #expect(plain["Åby"].hasPrefix("aby-") && plain["Åby"] == names["Åby"])
        #expect(BoardFileNames(of: ["Åby"])["Åby"] == "aby")
    }
}
