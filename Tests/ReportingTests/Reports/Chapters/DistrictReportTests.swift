// SPDX-License-Identifier: EUPL-1.2
import Disclosure
import Terms
import TestSupport
import Testing

@testable import Documents
@testable import Renderers
@testable import Reports

struct DistrictReportTests {
    private func report(_ board: String, _ town: SmallTown = SmallTown(), _ language: Language = .swedish) throws
        -> String
    {
        let (release, integrity) = try town.release()
        return AreaReport(scope: town.scope(language), area: board)
            .document(Released(release, integrity: integrity)).markdown()
    }

    @Test(arguments: Language.allCases) func `the report of a board is as expected`(language: Language) throws {
        try GoldenFile.expect(
            try report("Björkliden", SmallTown(), language), is: "board-\(language.rawValue).md")
    }

    @Test func `a board without persons says so and has no tables`() throws {
        let text = try report("Utkanten")
        #expect(text.contains("Enligt besluten har ingen person i Utkanten haft ledsagning under 2019."))
        #expect(!text.contains("Utkanten bredvid"))
    }

    @Test func `a board whose persons are hidden says so, and every number in it is hidden`() throws {
        var town = SmallTown()
        town.persons = 12
        let text = try report("Älvsund", town)
        #expect(text.contains("Uppgifterna för Älvsund visas inte, för att ingen enskild ska kunna kännas igen."))
        #expect(text.contains(" .. "))
    }

    @Test func `a board's file has an ASCII name`() {
        #expect(BoardFileNames(of: ["Enskede-Årsta-Vantör"])["Enskede-Årsta-Vantör"] == "enskede-arsta-vantor")
        #expect(BoardFileNames(of: ["Norra innerstaden"])["Norra innerstaden"] == "norra-innerstaden")
    }
}
