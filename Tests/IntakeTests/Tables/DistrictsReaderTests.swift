// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Testing

@Suite struct DistrictsReaderTests {
    func read(_ text: String) throws -> (division: Division, files: [FileAccount]) {
        let folder = try ScratchFolder(["data/stadsdelsnamnder.csv": text])
        let result = try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
        return (result.dataset.division, result.files(of: .districts))
    }

    @Test func `the public table of Stockholm's boards is a division with its mergers`() throws {
        let (division, files) = try read(
            """
            stadsdelsnamnd,galler_fran,galler_till,efterfoljare
            Farsta,2007-01-01,,
            Hägersten-Liljeholmen,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Älvsjö,2007-01-01,2020-06-30,Hägersten-Älvsjö
            Hägersten-Älvsjö,2020-07-01,,
            """)
        #expect(
            division.districts.map(\.name) == ["Farsta", "Hägersten-Liljeholmen", "Älvsjö", "Hägersten-Älvsjö"])
        #expect(division.newest == [0, 3, 3, 3])
        #expect(division[2].validTo == CivilDate(year: 2020, month: 6, day: 30))
        #expect(division[3].validFrom == CivilDate(year: 2020, month: 7, day: 1))
        #expect(files.count == 1)
        #expect(files[0].log.tally.rows == 4)
        #expect(files[0].log.tally.kept == 4)
    }

    @Test func `the canonical headers and a successor written in another way are read`() throws {
        let (division, _) = try read(
            "Namn;Giltig från;Giltig till;Efterföljare\nÄlvsjö;2007-01-01;2020-06-30;hägersten - älvsjö stadsdelsnämnd\n"
                + "Hägersten-Älvsjö stadsdelsnämnd;20200701;..;-\n")
        #expect(division.districts.map(\.name) == ["Älvsjö", "Hägersten-Älvsjö"])
        #expect(division.newest == [1, 1])
    }

    @Test func `a board that goes on under its name with other parts of the town is one board`() throws {
        let (division, files) = try read(
            """
            namn,giltig_fran,giltig_till,efterfoljare
            Centrum,2021-01-01,,
            Örgryte-Härlanda,2011-01-01,2020-12-31,Centrum
            Centrum,2011-01-01,2020-12-31,Centrum
            Centrum,2020-01-01,2022-12-31,
            Lundby,2011-01-01,2020-12-31,Lundby
            """)
        #expect(division.districts.map(\.name) == ["Centrum", "Örgryte-Härlanda"])
        #expect(division.newest == [0, 0])
        #expect(division[0].validFrom == CivilDate(year: 2011, month: 1, day: 1))
        #expect(division[0].validTo == nil)
        let found = files[0].log.faults.map { "\($0.location.line) \($0.rule.rawValue)" }
        #expect(found == ["5 duplicate-name", "6 successor-ring"])
    }

    @Test func `successors in a ring, unknown ones and names given twice set their rows aside`() throws {
        let (division, files) = try read(
            """
            namn,giltig_fran,giltig_till,efterfoljare
            Farsta,2007-01-01,,
            A,2007-01-01,2010-12-31,B
            B,2011-01-01,2012-12-31,A
            C,2007-01-01,2010-12-31,B
            Skarpnäck,2007-01-01,2010-12-31,Forsta
            FARSTA,2007-01-01,,
            D,2007-01-01,2006-12-31,
            E,imorgon,,
            ,2007-01-01,,
            Bromma,2007-01-01
            F,2007-01-01,,F
            """)
        #expect(division.districts.map(\.name) == ["Farsta"])
        let tally = files[0].log.tally
        #expect(tally.rows == 11)
        #expect(tally.kept == 1)
        #expect(tally.setAside == 10)
        let found = files[0].log.faults.map { "\($0.location.line) \($0.rule.rawValue) \($0.location.column ?? "")" }
        #expect(
            found == [
                "3 successor-ring efterfoljare", "4 successor-ring efterfoljare", "5 unknown-successor efterfoljare",
                "6 unknown-successor efterfoljare", "7 duplicate-name namn", "8 ends-before-start giltig_till",
                "9 not-a-date giltig_fran", "10 missing-value namn", "11 ragged-row ", "12 successor-ring efterfoljare",
            ])
    }

    @Test func `a project without districts has an empty division`() throws {
        let folder = try ScratchFolder(["data/beslut.csv": "person;insats;from;timmar\na;Ledsagning;2019-01-01;10\n"])
        let result = try Intake(Project.load(folder: folder.path), key: SecretKey(bytes: Array(0..<32))).read()
        #expect(result.dataset.division.districts.isEmpty)
        #expect(result.files(of: .districts).isEmpty)
    }
}
