// SPDX-License-Identifier: EUPL-1.2
import CaseData
@testable import Intake
import Testing

@Suite struct DistrictNamesTests {
    static let names = [
        "Farsta", "Hägersten-Älvsjö", "Hägersten-Liljeholmen", "Älvsjö", "Norra innerstaden", "Enskede-Årsta-Vantör",
        "Skärholmen", "Bromma",
    ]

    static func division() -> Division {
        Division(
            names.map { name in
                let ended = name == "Älvsjö" || name == "Hägersten-Liljeholmen"
                return District(
                    name: name, validTo: ended ? CivilDate(year: 2020, month: 6, day: 30) : nil,
                    successor: ended ? 1 : nil)
            })
    }

    @Test(arguments: [
        ("Farsta", "Farsta"), ("FARSTA", "Farsta"), ("  farsta ", "Farsta"), ("Farsta stadsdelsnämnd", "Farsta"),
        ("Farstas stadsdelsnämnd", "Farsta"), ("Farsta stadsdelsförvaltning", "Farsta"), ("Farsta SDN", "Farsta"),
        ("SDN Farsta", "Farsta"), ("Stadsdelsnämnden Farsta", "Farsta"), ("farsta_stadsdelsnämnd", "Farsta"),
        ("Hägersten - Älvsjö", "Hägersten-Älvsjö"), ("Hägersten– Älvsjö", "Hägersten-Älvsjö"),
        ("Ha\u{308}gersten-A\u{308}lvsjo\u{308}", "Hägersten-Älvsjö"), ("HÄGERSTEN-ÄLVSJÖ", "Hägersten-Älvsjö"),
        ("Hägersten-Älvsjös stadsdelsnämnd", "Hägersten-Älvsjö"), ("norra_innerstaden", "Norra innerstaden"),
        ("Norra  innerstadens stadsdelsförvaltning", "Norra innerstaden"),
        ("Norra\u{A0}innerstaden", "Norra innerstaden"),
        ("ENSKEDE-A\u{30A}RSTA-VANTO\u{308}R", "Enskede-Årsta-Vantör"), ("Skärholmens stadsdelsnämnd", "Skärholmen"),
        ("Bromma stadsdelsområde", "Bromma"),
    ]) func `a district is known however an export writes it`(written: String, meant: String) throws {
        var names = DistrictNames(Self.division())
        let index = try #require(Self.names.firstIndex(of: meant))
        #expect(names.find(written) == .district(DistrictIndex(index)))
        let bytes = Array(written.utf8)
        #expect(names.find(bytes.span) == .district(DistrictIndex(index)))
        #expect(names.find(bytes.span) == .district(DistrictIndex(index)), "the second time from the cache")
    }

    @Test(arguments: [
        "", " ", "okänd", "Okänd", "OKÄND", "okänt", "Okänd stadsdelsnämnd", "Uppgift saknas", "-", "–", "..",
    ])
    func `unknown in so many words is without district`(written: String) {
        var names = DistrictNames(Self.division())
        #expect(names.find(written) == .withoutDistrict)
        #expect(names.find(Array(written.utf8).span) == .withoutDistrict)
    }

    @Test func `a name that no table holds is a fault with its nearest names`() {
        var names = DistrictNames(Self.division())
        #expect(names.find("Forsta") == .unknown)
        #expect(names.nearest(to: "Forsta") == ["Farsta"])
        #expect(names.find("Alvsjo") == .unknown, "a letter without its ring is not guessed")
        #expect(names.nearest(to: "Alvsjo").first == "Älvsjö")
        #expect(names.nearest(to: "Liljeholmen") == ["Hägersten-Liljeholmen"])
        #expect(names.nearest(to: "Kiruna") == [])
    }

    @Test func `a district has ended the day after its last`() throws {
        var names = DistrictNames(Self.division())
        guard case .district(let index) = names.find("Älvsjö") else { throw Missing() }
        #expect(!names.hasEnded(index, by: CivilDate(year: 2020, month: 6, day: 30)!))
        #expect(names.hasEnded(index, by: CivilDate(year: 2020, month: 7, day: 1)!))
        #expect(!names.hasEnded(0, by: CivilDate(year: 2999, month: 1, day: 1)!))
    }

    @Test func `without a districts table names are taken as they come, one district each`() {
        var names = DistrictNames()
        #expect(names.find("Hisingen - Norra") == .district(0))
        #expect(names.find("Centrum") == .district(1))
        #expect(names.find("CENTRUM stadsdelsnämnd") == .district(1))
        #expect(names.find("hisingen-norra") == .district(0))
        #expect(names.find("okänd") == .withoutDistrict)
        names.keep(1, order: 7)
        names.settle()
        #expect(names.division.districts.map(\.name) == ["Centrum"], "a name is one once a row that names it is kept")
        names.keep(0, order: 9)
        names.settle()
        #expect(names.division.districts.map(\.name) == ["Centrum", "Hisingen-Norra"])
        #expect(names.final(0) == 1)
        #expect(names.division.newest == [0, 1])
    }

    @Test func `what is printed is composed, whatever came in`() {
        var names = DistrictNames()
        _ = names.find("O\u{308}rgryte-Ha\u{308}rlanda")
        names.keep(0, order: 1)
        names.settle()
        let shown = names.division.districts[0].name
        #expect(Array(shown.utf8) == Array("Örgryte-Härlanda".utf8))
    }

    @Test func `many spellings are told apart`() {
        var names = DistrictNames()
        for round in 0..<2 {
            for number in 0..<300 {
                let answer = names.find(Array("Område \(number)".utf8).span)
                #expect(answer == .district(DistrictIndex(number)), "round \(round)")
            }
        }
    }

    struct Missing: Error {}
}
