// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Testing

@Suite struct StatisticsReaderTests {
    func read(_ text: String, boards: String = PopulationReaderTests.boards) throws -> (
        statistics: [StatisticsRow], file: FileAccount
    ) {
        let folder = try ScratchFolder(["data/statistik.csv": text, "data/stadsdelsnamnder.csv": boards])
        let project = try Project.load(folder: folder.path)
        let result = try Intake(project, key: SecretKey(bytes: Array(0..<32))).read()
        return (result.dataset.statistics, result.files(of: .statistics)[0])
    }

    static let header =
        "ar;manad;stadsdelsnamnd;insats;lagrum;personer;beviljade_timmar;utforda_timmar;flexibla_personer\n"

    @Test func `a table of totals is read by month and by year`() throws {
        let (rows, file) = try read(
            Self.header
                + "2019;1;Farsta;Ledsagning;SoL;10;1 234,5;600;..\n2019;2019-02;okänd;ledsagarservice;;3;30;20;1\n"
                + "2019;;Farsta;Ledsagning;;11;15000;9000;4\n")
        #expect(file.log.tally.kept == 3)
        #expect(rows.map(\.month) == [1, 2, nil])
        #expect(rows.map(\.district) == [0, nil, 0])
        #expect(rows.map(\.law) == [.sol, .lss, .sol])
        #expect(rows[0].granted == Hours(1234.5))
        #expect(rows.map(\.flexiblePersons) == [nil, 1, 4])
    }

    @Test func `a row of the whole municipality is checked and does not count beside its districts`() throws {
        let (rows, file) = try read(
            Self.header + "2019;;Farsta;Ledsagning;;10;100;60;\n2019;;Älvsjö;Ledsagning;;5;50;30;\n"
                + "2019;;Hela staden;Ledsagning;;14;150;91;\n2019;;Hela staden;Ledsagarservice;;3;30;20;\n")
        #expect(file.log.tally.kept == 4)
        #expect(rows.count == 3)
        #expect(rows[2].persons == 3, "where no district has figures the whole is all there is")
        #expect(file.log.remarks.map(\.rule) == [.totalDiffers])
        #expect(file.log.remarks.first?.location.line == 4)
    }

    @Test func `what cannot be right is set aside at its column`() throws {
        let (rows, file) = try read(
            Self.header + "2019;;Farsta;Ledsagning;;..;100;60;\n2019;;Farsta;Städning;;5;50;30;\n"
                + "2019;13;Farsta;Ledsagning;;5;50;30;\n2019;;Farsta;Ledsagning;;5;-50;30;\n"
                + "2019;;Farsta;Ledsagning;;5;50;30;6\n;;Farsta;Ledsagning;;5;50;30;\n2019;;Forsta;Ledsagning;;5;50;30;\n"
                + "2019;;Farsta;Ledsagning;;5;50;30;\n2019;;Farsta;Ledsagning;SoL;6;50;30;\n"
                + "2019;2018-03;Farsta;Ledsagning;;5;50;30;\n")
        #expect(rows.count == 1)
        let found = file.log.faults.map { "\($0.location.line) \($0.rule.rawValue) \($0.location.column ?? "")" }
        #expect(
            found == [
                "2 missing-value personer", "3 unknown-service insats", "4 out-of-range manad",
                "5 out-of-range beviljade_timmar", "6 out-of-range flexibla_personer", "7 missing-value ar",
                "8 unknown-district stadsdelsnamnd", "10 duplicate-cell ", "11 out-of-range manad",
            ])
    }

    @Test func `in the year of a merger both boards count, later the one that ended is set aside`() throws {
        let (rows, file) = try read(
            Self.header + "2020;;Älvsjö;Ledsagning;;5;50;30;\n2020;;Hägersten-Älvsjö;Ledsagning;;5;50;30;\n"
                + "2021;;Älvsjö;Ledsagning;;5;50;30;\n2021;;Hägersten-Älvsjö;Ledsagning;;5;50;30;\n"
                + "2022;;Älvsjö;Ledsagning;;5;50;30;\n")
        #expect(rows.count == 4)
        #expect(file.log.faults.map(\.rule) == [.predecessorBesideSuccessor])
        #expect(file.log.faults.map(\.location.line) == [4])
        #expect(file.log.remarks.map(\.rule) == [.endedDistrict])
    }
}
