// SPDX-License-Identifier: EUPL-1.2
import Terms
import Testing

@testable import Reports

struct ShareWordingTests {
    @Test(arguments: [
        (0.0, "ingen"), (0.0001, "färre än en av tjugo"), (0.05, "en av tjugo"), (0.07, "drygt en av tjugo"),
        (0.08, "knappt en av tio"), (0.1, "en av tio"), (0.13, "drygt en av tio"), (0.17, "knappt en femtedel"),
        (0.2, "en femtedel"), (0.25, "en fjärdedel"), (0.28, "drygt en fjärdedel"), (0.3, "knappt en tredjedel"),
        (1.0 / 3, "en tredjedel"), (0.36, "drygt en tredjedel"), (0.38, "knappt fyra av tio"), (0.4, "fyra av tio"),
        (0.47, "knappt hälften"), (0.4894, "knappt hälften"), (0.4895, "hälften"), (0.49, "hälften"),
        (0.5, "hälften"), (0.5094, "hälften"), (0.51, "drygt hälften"), (0.53, "drygt hälften"),
        (0.6, "sex av tio"), (0.612, "drygt sex av tio"), (2.0 / 3, "två tredjedelar"), (0.69, "drygt två tredjedelar"),
        (0.75, "tre fjärdedelar"), (0.8, "fyra femtedelar"), (0.9, "nio av tio"), (0.96, "nästan alla"),
        (0.9999, "nästan alla"), (1.0, "alla"),
    ])
    func `a share is said with the fraction it is near`(share: Double, words: String) {
        #expect(ShareWording(for: share).words.swedish == words)
    }

    @Test func `the bands lie edge to edge from above none to below all`() {
        var expected = 1
        for wording in ShareWording.table {
            #expect(wording.tenthsOfPercent.lowerBound == expected)
            #expect(wording.tenthsOfPercent.upperBound > expected)
            expected = wording.tenthsOfPercent.upperBound
        }
        #expect(expected == 1000)
    }

    @Test func `every wording is used once in each language`() {
        let all = ShareWording.table + [.none, .all]
        #expect(Set(all.map(\.words.swedish)).count == all.count)
        #expect(Set(all.map(\.words.english)).count == all.count)
    }

    @Test func `knappt lies below its fraction, drygt above it, and the plain word holds it`() throws {
        let fractions: [String: Double] = [
            "en av tjugo": 1 / 20, "en av tio": 1 / 10, "en femtedel": 1 / 5, "en fjärdedel": 1 / 4,
            "en tredjedel": 1 / 3, "fyra av tio": 4 / 10, "hälften": 1 / 2, "sex av tio": 6 / 10,
            "två tredjedelar": 2 / 3, "tre fjärdedelar": 3 / 4, "fyra femtedelar": 4 / 5, "nio av tio": 9 / 10,
        ]
        for wording in ShareWording.table {
            let words = wording.words.swedish
            if words.hasPrefix("knappt ") {
                let fraction = try #require(fractions[String(words.dropFirst(7))])
                #expect(Double(wording.tenthsOfPercent.upperBound - 1) / 1000 < fraction)
            } else if words.hasPrefix("drygt ") {
                let fraction = try #require(fractions[String(words.dropFirst(6))])
                #expect(Double(wording.tenthsOfPercent.lowerBound) / 1000 > fraction)
            } else if let fraction = fractions[words] {
                #expect(wording.holds(for: fraction))
            }
        }
    }

    @Test func `English and Swedish say the same fraction`() {
        for wording in ShareWording.table {
            #expect(wording.words.swedish.hasPrefix("knappt ") == wording.words.english.hasPrefix("just under "))
            #expect(wording.words.swedish.hasPrefix("drygt ") == wording.words.english.hasPrefix("just over "))
        }
    }

    @Test func `the noun follows in its right form`() {
        func said(_ share: Double, _ language: Language = .swedish) -> String {
            Group.grantedHours.part(ShareWording(for: share), in: language)
        }
        #expect(said(0.5) == "hälften av de beviljade timmarna")
        #expect(said(0.6) == "sex av tio beviljade timmar")
        #expect(said(0) == "inga av de beviljade timmarna")
        #expect(said(1) == "alla beviljade timmar")
        #expect(said(0.6, .english) == "six in ten of the granted hours")
        #expect(
            Group.grantedDuringTheYear.part(ShareWording(for: 0), in: .swedish)
                == "ingen av de personer som beviljats insatsen någon gång under året")
    }
}
