// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import TestSupport
import Testing

@testable import Simulation

struct SimulationTests {
    private func small(_ change: (inout SimulationParameters) -> Void = { _ in }) -> SimulatedMunicipality {
        var parameters = SimulationParameters()
        parameters.persons = 40
        change(&parameters)
        return SimulatedMunicipality(parameters)
    }

    @Test func `the same seed gives the same bytes and another seed others`() {
        #expect(small().files().map(\.bytes) == small().files().map(\.bytes))
        #expect(small().files().map(\.bytes) != small { $0.seed = 1 }.files().map(\.bytes))
    }

    @Test func `no two rows of an export are the same`() {
        for file in small({ $0.persons = 200 }).files() where !file.name.hasPrefix("enkat") {
            let lines = file.bytes.split(separator: 10)
            #expect(Set(lines).count == lines.count, "\(file.name)")
        }
    }

    /// Nobody is granted or applies for more hours than its unit has: such a row would be set aside though no fault was
    /// asked for. Seed 3 had one in 20 000 persons.
    @Test(arguments: [(3, 20_000), (4, 5_000)] as [(UInt64, Int)])
    func `no decision holds more hours than there are`(seed: UInt64, persons: Int) {
        for decision in small({ ($0.seed, $0.persons) = (seed, persons) }).decisions {
            let hours =
                switch decision.unit {
                case .week: 7 * 24
                case .month: 31 * 24
                case .year: 366 * 24
                case .period: decision.to.map { (decision.from.days(to: $0) + 1) * 24 } ?? 0
                }
            #expect(decision.appliedCentihours <= hours * 100 && decision.centihours <= hours * 100)
        }
    }

    @Test func `a municipality that is made up whole has no board of Stockholm's, and its population is read as it is`()
        throws
    {
        let municipality = small {
            $0.boards = .madeUp
            $0.years = 2018...2019
            $0.persons = 60
            $0.surveys.waves = 0
        }
        let files = municipality.files() + [SimulatedProject.file(municipality.parameters)]
        for file in files {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for row in BoardTimeline.rows { #expect(!text.contains(row.name), "\(file.name): \(row.name)") }
            #expect(!text.contains("Stockholm"))
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "data"), withIntermediateDirectories: true)
        for file in files {
            let path = file.name == "ledsaga.yaml" ? file.name : "data/\(file.name)"
            try Data(file.bytes).write(to: folder.appending(path: path))
        }
        let read = try Intake(Project.load(folder: folder.path), key: SecretKey.random()).read()
        #expect(read.faults.isEmpty && read.remarks.isEmpty)
        let (found, made) = (read.dataset, municipality.dataset())
        func rows(_ dataset: Dataset) -> Set<String> {
            Set(
                dataset.population.map { row in
                    let board = row.district.map { dataset.division[$0].name } ?? "–"
                    return
                        "\(row.base) \(board) \(row.year) \(row.ages?.lowerBound ?? -1) \(row.sex.map { "\($0)" } ?? "–") \(row.count)"
                })
        }
        // The reader adds up each board's, and the municipality's.
        let isThere = rows(made).isSubset(of: rows(found))
        #expect(isThere && made.population.count == 14 * 2 * 4 * 2 + 14)
    }

    @Test func `visits come in pieces, as many as asked for`() throws {
        let municipality = small()
        var bytes: [UInt8] = []
        let written = municipality.writeVisits(of: 2018, limit: 100) { bytes += $0 }
        #expect(written == 100)
        #expect(bytes.count { $0 == 10 } == 101)
        let whole = try #require(municipality.files().first { $0.name == "utforda-2018.csv" })
        let isStart = whole.bytes.starts(with: bytes)
        #expect(isStart)
    }

    @Test(arguments: ExportDialect.Encoding.allCases)
    func `an export in any encoding holds the same text`(encoding: ExportDialect.Encoding) throws {
        let plain = small().files(ExportDialect(delimiter: 9, lineEnding: .crlf))
        let encoded = small().files(ExportDialect(encoding: encoding, delimiter: 9, lineEnding: .crlf))
        let read: String.Encoding =
            switch encoding {
            case .utf8, .utf8WithMark: .utf8
            case .windows1252: .windowsCP1252
            case .utf16LittleEndian, .utf16BigEndian: .utf16
            }
        for (file, other) in zip(plain, encoded) where file.name.hasPrefix("beslut") {
            let text = try #require(String(data: Data(other.bytes), encoding: read))
            let isSame = text.filter { $0 != "\u{FEFF}" } == String(decoding: file.bytes, as: UTF8.self)
            #expect(isSame)
        }
    }

    @Test func `every person number is of the test series and passes Luhn's test`() {
        for person in small({ $0.persons = 300 }).persons {
            let digits = person.number.twelveDigits.compactMap(\.wholeNumberValue)
            #expect(digits.count == 12)
            #expect((98...99).contains(digits[8] * 10 + digits[9]))
            let sum = digits.dropFirst(2).enumerated().reduce(0) { sum, next in
                let product = next.element * (next.offset % 2 == 0 ? 2 : 1)
                return sum + product / 10 + product % 10
            }
            #expect(sum % 10 == 0)
        }
    }
}
