// SPDX-License-Identifier: EUPL-1.2
import Terms
import Testing

@Suite struct NearestNameTests {
    let keys = ["municipality", "language", "services", "sources", "flexible_use", "disclosure"]

    @Test(arguments: [
        ("municipalty", "municipality"), ("LANGUAGE", "language"), ("soruces", "sources"), ("source", "sources"),
        ("flexible-use", "flexible_use"), ("flexible", "flexible_use"),
    ]) func `a slip finds the name that was meant`(slip: String, meant: String) {
        #expect(NearestName.to(slip, among: keys) == meant)
    }

    @Test func `a name unlike all others has no nearest`() {
        #expect(NearestName.to("weather", among: keys) == nil)
        #expect(NearestName.to("", among: keys) == nil)
        #expect(NearestName.to("x", among: []) == nil)
    }

    @Test func `accents and their decomposed form do not count`() {
        let names = ["Älvsjö", "Hägersten-Älvsjö", "Årsta"]
        #expect(NearestName.to("alvsjo", among: names) == "Älvsjö")
        #expect(NearestName.to("A\u{308}lvsjo\u{308}", among: names) == "Älvsjö")
        #expect(NearestName.to("hägersten älvsjö", among: names) == "Hägersten-Älvsjö")
    }

    @Test func `the nearest comes first and ties keep their order`() {
        #expect(NearestName.list(to: "abcd", among: ["abce", "abcf", "abcd"]) == ["abcd", "abce", "abcf"])
        #expect(NearestName.list(to: "abcd", among: ["abce", "abcf", "abcd"], limit: 2) == ["abcd", "abce"])
    }

    @Test func `two letters that changed places are one slip`() {
        #expect(NearestName.to("ab", among: ["ba"]) == "ba")
    }
}
