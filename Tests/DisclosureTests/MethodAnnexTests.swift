// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms
import Testing

@testable import Disclosure

/// What the method annex claims is no more than what was tested.
struct MethodAnnexTests {
    private func method(untested: Int = 0, corrected: Int = 0) -> String {
        let release = Release(
            tables: [], settings: DisclosureSettings(), hidden: 3, cells: 9, untested: untested, corrected: corrected)
        return release.method.flatMap { [$0.swedish, $0.english] }.joined(separator: "\n")
    }

    @Test func theRangeOfEveryHiddenNumberIsClaimedOnlyOfThoseThatWereAttacked() {
        #expect(!method().contains("hann med"))
        let limited = method(untested: 1)
        #expect(limited.contains("Följande gäller de tal som angreppet hann med. Inget dolt antal går att räkna ut."))
        #expect(limited.contains("What follows holds of the numbers that the attack got to. No hidden count"))
        #expect(limited.contains("Ett dolt tal står i tabeller som är för stora"))
        #expect(limited.contains("Med färre indelningar visas mer."))
        #expect(method(untested: 2).contains("2 dolda tal står i tabeller"))
    }

    @Test func oneShareOfAnEarlierReportIsNotSeveral() {
        #expect(method(corrected: 1).contains("En andel i en tidigare rapport stämmer inte"))
        #expect(method(corrected: 1).contains("One share in an earlier report does not agree"))
        #expect(method(corrected: 4).contains("4 andelar i tidigare rapporter stämmer inte"))
    }
}
