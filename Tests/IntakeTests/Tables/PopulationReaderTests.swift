// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms
import Testing

@Suite struct PopulationReaderTests {
    static let boards = """
        namn,giltig_fran,giltig_till,efterfoljare
        Farsta,2007-01-01,,
        Älvsjö,2007-01-01,2020-06-30,Hägersten-Älvsjö
        Hägersten-Liljeholmen,2007-01-01,2020-06-30,Hägersten-Älvsjö
        Hägersten-Älvsjö,2020-07-01,,
        """

    func read(
        _ tables: [String: String], sources: String = "", boards: String? = Self.boards
    ) throws -> (population: [PopulationCount], files: [FileAccount], districts: [String]) {
        var files = Dictionary(uniqueKeysWithValues: tables.map { ("data/" + $0.key, $0.value) })
        files["data/stadsdelsnamnder.csv"] = boards
        if !sources.isEmpty { files["ledsaga.yaml"] = "municipality: Stockholms stad\nsources:\n" + sources }
        let folder = try ScratchFolder(files)
        let project = try Project.load(folder: folder.path)
        let result = try Intake(project, key: SecretKey(bytes: Array(0..<32))).read()
        return (
            result.dataset.population, result.files(of: .population), result.dataset.division.districts.map(\.name)
        )
    }

    func find(
        _ population: [PopulationCount], _ district: DistrictIndex?, _ year: Int, ages: ClosedRange<Int>? = nil,
        sex: Sex? = nil, base: PopulationCount.Base = .inhabitants
    ) -> [Int] {
        population.filter {
            $0.base == base && $0.district == district && $0.year == year && $0.ages == ages && $0.sex == sex
        }.map(\.count)
    }

    @Test func `a public table with a column a year is read, its forecast is not`() throws {
        let (population, files, _) = try read([
            "befolkning.csv": """
            stadsdelsomrade,y2000,y2005,y2010,y2011,prognos2021
            Farsta,45447,46009,50750,51987,59945
            Älvsjö,20744,21943,25130,..,30951
            """
        ])
        #expect(find(population, 0, 2011) == [51987])
        #expect(find(population, 1, 2011) == [])
        #expect(find(population, 1, 2000) == [20744])
        #expect(find(population, nil, 2000) == [45447 + 20744])
        #expect(!population.contains { $0.year == 2021 })
        #expect(files[0].ignoredColumns == ["prognos2021"])
        #expect(files[0].log.tally.rows == 2 && files[0].log.remarks.isEmpty)
    }

    @Test func `a public table with a column an age group is read as paratransit with its year`() throws {
        let (population, files, _) = try read(
            [
                "fardtjanst.csv": """
                stadsdelsomrade,region,ar_0_64,ar_65_79,ar_80_89,ar_90,samtliga
                Farsta,Söderort,463,447,746,475,2131
                Älvsjö,Söderort,185,214,308,229,937
                """
            ],
            sources: """
                  - {kind: districts, files: data/stadsdelsnamnder.csv}
                  - {kind: population, files: data/fardtjanst.csv, base: paratransit, year: 2017}
                """)
        #expect(find(population, 0, 2017, base: .paratransit) == [2131])
        #expect(find(population, 0, 2017, ages: 65...79, base: .paratransit) == [447])
        #expect(find(population, 0, 2017, ages: 90...150, base: .paratransit) == [475])
        #expect(find(population, nil, 2017, base: .paratransit) == [2131 + 937])
        #expect(files[0].ignoredColumns == ["region"])
        let remarks = files[0].log.remarks
        #expect(remarks.map(\.rule) == [.totalDiffers])
        #expect(remarks.first?.location.line == 3)
        #expect(remarks.first?.location.column == "samtliga")
    }

    @Test func `the year may stand in the file's name, and is asked for when it stands nowhere`() throws {
        let table = "område,0-64,65+\nFarsta,10,5\n"
        let (population, _, _) = try read(["fardtjanst-2017.csv": table])
        #expect(find(population, 0, 2017, base: .paratransit) == [15])
        let error = try #require(throws: IntakeError.self) { try read(["fardtjanst.csv": table]) }
        #expect(error.reason == .yearMissing)
        #expect(error.message(in: .swedish).contains("year: 2017"))
        #expect(error.exitCode == .configuration)
    }

    @Test func `the canonical long form is read with ages and sexes, and its wholes are found`() throws {
        let (population, files, _) = try read([
            "befolkning.csv": """
            stadsdelsnamnd;ar;alder;kon;antal
            Farsta;2019;0-64;kvinna;20 000
            Farsta;2019;0-64;man;21 000
            Farsta;2019;65+;kvinna;4 000
            Farsta;2019;65+;man;3 000
            Älvsjö;2019;0-64;kvinna;10
            Älvsjö;2019;0-64;man;20
            Okänd;2019;0-64;kvinna;1
            Okänd;2019;0-64;man;2
            """
        ])
        #expect(files[0].log.tally.kept == 8)
        #expect(find(population, 0, 2019) == [48000])
        #expect(find(population, 0, 2019, ages: 0...64, sex: .male) == [21000])
        #expect(find(population, 1, 2019) == [], "65 and above is not known of Älvsjö, so neither is the whole")
        #expect(find(population, nil, 2019) == [])
    }

    @Test func `persons of no district are in the municipality's whole only`() throws {
        let (population, _, _) = try read(["befolkning.csv": "sdn,år,antal\nFarsta,2019,100\nokänd,2019,7\n"])
        #expect(find(population, 0, 2019) == [100])
        #expect(find(population, nil, 2019) == [107])
        #expect(population.count == 2)
    }

    @Test(arguments: ["Hela staden", "Samtliga", "Stockholms stad", "Stockholm", "SUMMA"])
    func `a row of the whole municipality is checked against its districts`(name: String) throws {
        let sources =
            "  - {kind: districts, files: data/stadsdelsnamnder.csv}\n  - {kind: population, files: data/befolkning.csv}\n"
        let right = try read(
            ["befolkning.csv": "sdn,år,antal\nFarsta,2019,100\nÄlvsjö,2019,50\n\(name),2019,150\n"], sources: sources)
        #expect(find(right.population, nil, 2019) == [150])
        #expect(right.files[0].log.remarks.isEmpty)
        let wrong = try read(
            ["befolkning.csv": "sdn,år,antal\nFarsta,2019,100\nÄlvsjö,2019,50\n\(name),2019,151\n"], sources: sources)
        #expect(find(wrong.population, nil, 2019) == [151])
        #expect(wrong.files[0].log.remarks.map(\.rule) == [.totalDiffers])
        #expect(wrong.files[0].log.remarks.first?.location.line == 4)
        #expect(wrong.files[0].log.tally.setAside == 0)
    }

    @Test func `a board that has ended beside its successor is set aside, and not counted twice`() throws {
        let (population, files, _) = try read([
            "befolkning.csv": """
            stadsdelsnamnd,ar,antal
            Farsta,2024,60000
            Älvsjö,2024,35000
            Hägersten-Älvsjö,2024,130000
            """
        ])
        #expect(files[0].log.faults.map(\.rule) == [.predecessorBesideSuccessor])
        #expect(files[0].log.faults.first?.location.line == 3)
        #expect(files[0].log.faults.first?.found == .word("Älvsjö"))
        #expect(find(population, nil, 2024) == [190000])
    }

    @Test func `the successor may stand in another file`() throws {
        let (_, files, _) = try read([
            "befolkning-1.csv": "sdn,år,antal\nÄlvsjö,2024,35000\n",
            "befolkning-2.csv": "sdn,år,antal\nHägersten-Älvsjö,2024,130000\n",
        ])
        #expect(files.map { $0.log.tally.setAside } == [1, 0])
    }

    @Test func `a board that has ended, alone, is kept with a remark`() throws {
        let (population, files, _) = try read([
            "befolkning.csv": "sdn,år,antal\nÄlvsjö,2024,35000\nÄlvsjö,2019,30000\nÄlvsjö,2020,31000\n"
        ])
        #expect(files[0].log.tally.kept == 3)
        #expect(files[0].log.remarks.map(\.rule) == [.endedDistrict, .endedDistrict])
        #expect(files[0].log.remarks.map(\.location.line) == [2, 4])
        #expect(find(population, 1, 2024) == [35000])
    }

    @Test func `figures that cannot be right are faults at their column`() throws {
        let (_, files, _) = try read([
            "befolkning.csv": """
            stadsdelsnamnd,y2000,y2005,y2010
            Farsta,45447,460091,50750
            Älvsjö,-5,100,100
            Forsta,1,2,3
            Hägersten-Liljeholmen,12,x,14
            Hägersten-Älvsjö,"1,5",1,1
            """
        ])
        let found = files[0].log.faults.map { "\($0.location.line) \($0.rule.rawValue) \($0.location.column ?? "")" }
        #expect(
            found == [
                "2 out-of-range y2005", "3 out-of-range y2000", "4 unknown-district stadsdelsnamnd",
                "5 not-a-number y2005", "6 out-of-range y2000",
            ])
    }

    @Test func `the same figure twice is set aside`() throws {
        let (population, files, _) = try read(["befolkning.csv": "sdn,år,antal\nFarsta,2019,100\nFARSTA,2019,101\n"])
        #expect(files[0].log.faults.map(\.rule) == [.duplicateCell])
        #expect(find(population, 0, 2019) == [100])
    }

    @Test func `without a districts table names are taken as they come`() throws {
        let (population, _, districts) = try read(
            ["befolkning.csv": "område,år,antal\nCentrum,2019,100\nHamnen,2019,50\nTotalt,2019,150\n"], boards: nil)
        #expect(districts == ["Centrum", "Hamnen"])
        #expect(find(population, nil, 2019) == [150])
    }

    @Test func `a table without counts says which column is missing`() throws {
        let error = try #require(throws: IntakeError.self) {
            try read(["befolkning.csv": "stadsdelsnamnd,antl\nFarsta,5\n"])
        }
        #expect(error.reason.lackedColumn?.canonical == "antal")
        #expect(error.reason.lackedColumn?.nearest == "antl")
    }

    @Test func `a district that grows from nothing is no fault`() throws {
        let (_, files, _) = try read([
            "befolkning.csv": "sdn,y2000,y2005,y2010\nFarsta,0,20,300\nÄlvsjö,400,2500,3000\n"
        ])
        #expect(files[0].log.tally.setAside == 0)
    }

    @Test func `a column for each age is read as single years, the last and above`() throws {
        let ages = (0...100).map { "år_\($0)" }.joined(separator: ",")
        let counts = (0...100).map { "\($0 + 1)" }.joined(separator: ",")
        let (population, _, _) = try read(["befolkning-2019.csv": "sdn,\(ages)\nFarsta,\(counts)\n"])
        #expect(find(population, 0, 2019, ages: 7...7) == [8])
        #expect(find(population, 0, 2019, ages: 100...150) == [101])
        #expect(find(population, 0, 2019) == [101 * 102 / 2])
    }
}
