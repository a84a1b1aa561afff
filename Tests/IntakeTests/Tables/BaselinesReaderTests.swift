// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Testing

@testable import Intake

/// Public numbers to compare with: a saved answer of Kolada, or a table of them.
@Suite struct BaselinesReaderTests {
    private func read(
        _ text: String, named name: String = "kolada.csv", in municipality: String = "Stockholms stad",
        similar: [String] = []
    ) throws -> IntakeResult {
        var project = ProjectInMemory()
        project.municipality = municipality
        project.similar = similar
        project.add(.baseline, name, text)
        return try project.read()
    }

    private static let answer = """
        {"values": [
        {"kpi": "N28806", "municipality": "0180", "period": 2021, "values": [
          {"gender": "T", "count": 1, "status": "", "value": 655.0, "isdeleted": false}]},
        {"kpi": "N28812", "municipality": "0000", "period": 2021, "values": [
          {"gender": "T", "count": 1, "status": "", "value": 6.4, "isdeleted": false}]},
        {"kpi": "N28812", "municipality": "G39696", "period": 2021, "values": [
          {"gender": "T", "count": 7, "status": "", "value": 5.1, "isdeleted": false}]},
        {"kpi": "N28812", "municipality": "0126", "period": 2021, "values": [
          {"gender": "T", "count": 1, "status": "", "value": 4.9, "isdeleted": false}]}
        ], "next_url": null, "count": 4}
        """

    @Test func `an answer of Kolada is read with the own municipality, the country and groups`() throws {
        let result = try read(Self.answer, named: "kolada.json", similar: ["Huddinge"])
        #expect(result.faults.isEmpty)
        #expect(result.dataset.baseline.map(\.place) == [.own, .country, .group("G39696"), .municipality("Huddinge")])
        #expect(result.dataset.baseline.map(\.value) == [655, 6.4, 5.1, 4.9])
        #expect(Set(result.dataset.baseline.map(\.source)) == ["Kolada (RKA)"])
        #expect(result.tallies.map(\.rows) == [4] && result.tallies.map(\.kept) == [4])
    }

    @Test func `another municipality is set aside with its line, unless it is listed as similar`() throws {
        #expect(brief(try read(Self.answer, named: "kolada.json").faults) == ["9 municipality other-municipality"])
        for similar in ["0126", "Huddinge kommun", "huddinge"] {
            #expect(try read(Self.answer, named: "kolada.json", similar: [similar]).faults.isEmpty, "\(similar)")
        }
        let other = try read(Self.answer, named: "kolada.json", in: "Huddinge kommun")
        #expect(brief(other.faults) == ["3 municipality other-municipality"])
        #expect(other.dataset.baseline.map(\.place) == [.country, .group("G39696"), .own])
    }

    @Test func `another key figure, an unknown place and what is no number are faults, and nothing is lost`() throws {
        let result = try read(
            """
            nyckeltal;kommun;ar;varde
            N28806;Riket;2021;6669
            U28414;Riket;2021;60
            N28814;Riket;2021;4,2
            N28806;Atlantis;2021;5
            N28806;0199;2021;5
            N28806;Stockholm;2021;många
            N28806;Stockholm;2022;-5
            N28806;Stockholm;2022;5,5
            N28806;Stockholm;tjugo;5
            N28806;Riket;2021;6670
            """)
        #expect(
            brief(result.faults) == [
                "3 nyckeltal unknown-key-figure", "4 nyckeltal key-figure-of-other-service",
                "5 kommun unknown-municipality", "6 kommun unknown-municipality", "7 varde not-a-number",
                "8 varde out-of-range", "9 varde out-of-range", "10 ar not-a-number", "11 varde duplicate-cell",
            ])
        #expect(result.dataset.baseline.map(\.value) == [6669])
        #expect(result.tallies.map(\.rows) == [10] && result.tallies.map(\.setAside) == [9])
    }

    @Test func `a column a year is read, and a number that is not published is none`() throws {
        let result = try read(
            """
            Nyckeltal (id);Kommuner;Kön;2020;2021
            Personer med ledsagarservice enligt LSS, antal (N28806);Riket;Totalt;6 900;6 669
            Personer med ledsagarservice enligt LSS, antal/10 000 inv;Stockholm;T;..;6,7
            """)
        #expect(result.faults.isEmpty)
        #expect(result.dataset.baseline.map(\.value) == [6900, 6669, 6.7])
        #expect(result.dataset.baseline.map(\.year) == [2020, 2021, 2021])
        #expect(result.dataset.baseline.map(\.figure) == [.companionPersons, .companionPersons, .companionRate])
    }

    @Test func `a deleted number is none, one that is not published is kept without a value, and sexes stand apart`()
        throws
    {
        let result = try read(
            """
            kpi;municipality;period;gender;status;value;is_deleted
            N28806;0180;2021;T;;655;true
            N28806;0180;2022;T;Private;;false
            N28806;0000;2021;K;;2833;false
            N28806;0000;2021;M;;3836;false
            """)
        #expect(result.faults.isEmpty)
        #expect(result.dataset.baseline.map(\.value) == [nil, 2833, 3836])
        #expect(result.dataset.baseline.map(\.sex) == [nil, .female, .male])
    }

    @Test func `the municipality's inhabitants are those that a rate divides by where no table of them tells`() throws {
        let numbers = """
            nyckeltal;kommun;ar;varde;kalla
            N01951;Stockholm;2019;974073;SCB
            N01951;Riket;2019;10327589;SCB
            """
        let alone = try read(numbers)
        #expect(alone.dataset.population.map(\.count) == [974_073])
        #expect(alone.dataset.baseline.map(\.source) == ["SCB", "SCB"])
        var project = ProjectInMemory()
        project.municipality = "Stockholms stad"
        project.add(.population, "befolkning.csv", "ar;antal\n2019;1000\n")
        project.add(.baseline, "kolada.csv", numbers)
        #expect(try project.read().dataset.population.map(\.count) == [1000])
    }

    @Test func `JSON that is cut short stops the run with its line`() throws {
        var project = ProjectInMemory()
        project.add(.baseline, "kolada.json", String(Self.answer.prefix(180)))
        #expect(project.failure()?.reason == .notRecords(line: 4))
    }

    @Test func `the list of municipalities knows names as they are written`() {
        #expect(MunicipalityCodes.name(of: "0180") == "Stockholm")
        #expect(MunicipalityCodes.listed("Laholms kommun") == "Laholm")
        #expect(MunicipalityCodes.listed("Borås stad") == "Borås")
        #expect(MunicipalityCodes.listed("Region Gotland") == "Gotland")
        #expect(MunicipalityCodes.listed("Habo") == "Habo" && MunicipalityCodes.listed("Håbo") == "Håbo")
        #expect(MunicipalityCodes.listed("Exempelstad") == nil && MunicipalityCodes.name(of: "9999") == nil)
    }
}
