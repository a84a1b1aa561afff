// SPDX-License-Identifier: EUPL-1.2
import CaseData
import TestSupport
import Testing

@testable import Intake

/// Files damaged at random: whatever comes, each row is accounted for and nobody is named.
@Suite struct DamagedFileTests {
    private static let decisions =
        "person;stadsdelsnamnd;insats;lagrum;utfall;from;tom;timmar;enhet;fri;utforare;regi;kon;fodelsear;skyddad\n"
    private static let visits =
        "person;insats;datum;manad;start;slut;timmar;status;stadsdelsnamnd;lagrum;utforare;regi;omkostnad\n"
    private static let fields = [
        "20000129-9163", "000129-9163", "200001299163", "000129+9163", "Ledsagning", "ledsagarservice", "2019-03-01",
        "1/3 2019", "43525", "2019-03", "mars 2019", "08:15", "0815", "2,5", "2:30", "1 234,5", "-1", "Utförd",
        "avbokad", "bifall", "avslag", "Farsta", "okänd", "SoL 4:1", "LSS 9.3", "månad", "period", "ja", "1,98E+11",
        "", "\"", "\"\"", " ", "\u{A0}", "..", "9999-12-31", "kommunal", "k", "1970", "99999999999999999999",
        "\u{FEFF}",
        "2019-02-30", "24:00", "00:00", "25", "'198001011234",
    ]

    @Test(arguments: 0..<8)
    func `rows read are rows kept and rows set aside, whatever the file`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 100)
        for _ in 0..<60 {
            var project = ProjectInMemory()
            let isVisits = Bool.random(using: &random)
            var text = Array((isVisits ? Self.visits : Self.decisions).utf8)
            let headerLength = text.count
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                let count =
                    Int.random(in: 0..<12, using: &random) == 0
                    ? Int.random(in: 0...20, using: &random) : (isVisits ? 13 : 15)
                let row = (0..<count).map { _ in Self.fields.randomElement(using: &random)! }
                text += Array(row.joined(separator: ";").utf8) + [0x0A]
            }
            for _ in 0..<Int.random(in: 0...6, using: &random) where text.count > headerLength {
                let place = Int.random(in: headerLength..<text.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: text[place] = UInt8.random(in: 1...255, using: &random)
                case 1: text.remove(at: place)
                default: text.insert([0x22, 0x3B, 0x0A, 0x0D, 0xC3, 0x20].randomElement(using: &random)!, at: place)
                }
            }
            project.files.append((isVisits ? .visits : .decisions, "fil.csv", text))
            let result: IntakeResult
            do {
                result = try project.read()
            } catch let error as IntakeError {
                #expect(!"\(error)".contains("9163"))
                continue
            }
            let tally = result.tallies[0]
            #expect(tally.rows == tally.kept + tally.setAside)
            #expect(tally.setAside == result.faults.count)
            #expect(tally.remarks == result.remarks.count)
            #expect(isVisits || result.dataset.decisions.count == tally.kept)
            #expect(result.faults.map(\.location.row) == result.faults.map(\.location.row).sorted())
            #expect(Set(result.faults.map(\.location.row)).count == result.faults.count, "a row has two faults")
            let told =
                "\(result.faults) \(result.remarks) \(result.files) \(result.dataset.division) \(result.dataset.providers)"
            #expect(!told.contains("9163"), "a person key is told")
            #expect(!told.contains("198001011234"))
        }
    }

    @Test func `bytes at random never stop the reading but by an error`() {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<150 {
            var project = ProjectInMemory()
            let header = Array((Bool.random(using: &random) ? Self.visits : "").utf8)
            let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            project.files.append((.visits, "fil.csv", header + bytes))
            do {
                let tally = try project.read().tallies[0]
                #expect(tally.rows == tally.kept + tally.setAside)
            } catch {
                #expect(error is IntakeError)
            }
        }
    }

    @Test func `nothing depends on the key`() throws {
        var rows = Self.visits
        var random = SeededGenerator(seed: 8)
        for _ in 0..<200 {
            rows +=
                "id\(Int.random(in: 0..<30, using: &random));Ledsagning;2019-0\(Int.random(in: 1...9, using: &random))-11;;;;1;Utförd;;;;;\n"
        }
        let project = ProjectInMemory(visits: rows)
        let one = try project.read(key: SecretKey(bytes: Array(0..<32)))
        let other = try project.read(key: SecretKey(bytes: Array(32..<64)))
        #expect("\(one)" == "\(other)")
    }

    @Test func `the same rows in any encoding give the same data set`() throws {
        let text =
            Self.visits
            + "20000129-9163;Ledsagning;2019-03-01;;08:00;10:00;2,0;Utförd;Skärholmen;SoL 4:1;Utförare Å;kommunal;\n"
        var latin: [UInt8] = []
        for scalar in text.unicodeScalars { latin.append(UInt8(scalar.value)) }
        let wide = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let versions: [[UInt8]] = [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), latin, [0xFF, 0xFE] + wide,
            Array(text.replacing("\n", with: "\r\n").utf8), Array(text.replacing(";", with: "\t").utf8),
        ]
        var sets: Set<String> = []
        for bytes in versions {
            var project = ProjectInMemory()
            project.files.append((.visits, "fil.csv", bytes))
            let result = try project.read()
            #expect(result.faults.isEmpty)
            sets.insert("\(result.dataset)")
        }
        #expect(sets.count == 1)
    }
}
