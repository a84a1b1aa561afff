// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Documents
import Terms
import Testing

@testable import Disclosure
@testable import Reports

/// A chapter says what it asks, and has no other answers.
@Suite struct RequestTests {
    /// Says what it looks up, or does not.
    private struct OneNumber: Chapter {
        let scope: ReportScope
        let requests: [Question]

        func section(_ released: Released) -> Section? {
            let cell = released.cell(scope.ask(.persons), year)
            return Section(id: "a", heading: cell == .nobody ? "Ingen" : "Någon")
        }
    }

    private static var released: Released {
        Released(
            Release(tables: [], settings: DisclosureSettings(), hidden: 0, cells: 0),
            integrity: ReleasePolicy(DisclosureSettings()).integrity([]))
    }

    @Test func `what is requested and cannot be answered is nobody`() {
        let scope = SmallTown().scope()
        let chapter = OneNumber(scope: scope, requests: [scope.ask(.persons)])
        #expect(chapter.written(from: Self.released)?.heading == "Ingen")
    }

    @Test func `looking up what is not requested stops the program, and prints no sentence`() async {
        await #expect(processExitsWith: .failure) {
            let scope = SmallTown().scope()
            _ = OneNumber(scope: scope, requests: [scope.ask(.grantedHours)]).written(from: RequestTests.released)
        }
    }

    @Test func `the pages ask once for what all their chapters request`() {
        let pages = ReportPages(SmallTown().scope())
        let requested = Set(pages.all.flatMap(\.requesting).flatMap(\.requests))
        #expect(Set(pages.questions) == requested && pages.questions.count == requested.count)
        #expect(
            pages.all.map(\.name) == ["uppfoljning"]
                + SmallTown.boards.map { AreaReport(scope: pages.scope, area: $0).name })
    }
}
