// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import Intake
import Terms
import TestSupport
import Testing

/// Whatever stands in a file, the answer is a value or an error with words; never a crash.
@Suite struct BrokenInputTests {
    @Test func `a project file with any letter changed is read, or refused in at most two lines`() throws {
        let folder = try ScratchFolder(["data/beslut.csv": ""])
        _ = try ProjectTemplate(language: .swedish).write(into: folder.path)
        let whole = Array(
            """
            municipality: Stockholms stad
            services:
              Ledsagning: {law: SoL, aliases: [ledsagning, "SoL Ledsagning"]}
            sources:
              - {kind: decisions, files: data/beslut*.csv, columns: {person: Id}, delimiter: ";"}
            flexible_use: {definition: moved-hours, period_months: 3, tolerance_hours: 0.5}
            hour_classes: [1, 10, 20, 40]
            disclosure: {threshold: 5}
            """.utf8)
        var random = SeededGenerator(seed: 2019)
        let letters = Array(":{}[]\"'\t\n #-*&|>%@`0a\u{0}\u{1}å".utf8)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0...Int.random(in: 0...2, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = letters.randomElement(using: &random)!
                case 1: bytes.insert(letters.randomElement(using: &random)!, at: place)
                default: bytes.remove(at: place)
                }
            }
            try folder.write("ledsaga.yaml", Data(bytes))
            do {
                _ = try Project.load(folder: folder.path)
            } catch {
                let message = error.message(in: .swedish)
                #expect(message.hasPrefix(folder.path + "/ledsaga.yaml"), "\(message)")
                #expect(message.split(separator: "\n").count <= 2, "\(message)")
            }
        }
    }

    @Test func `any bytes can be inspected, or are refused`() throws {
        let folder = try ScratchFolder()
        var random = SeededGenerator(seed: 7)
        let bytes = Array("person;insats;datum\n19121212-1212,\"\"\r\t|=\u{FEFF}åäö".utf8) + [0x80, 0xFF, 0xFE]
        for _ in 0..<300 {
            let count = Int.random(in: 0...80, using: &random)
            try folder.write("x.csv", Data((0..<count).map { _ in bytes.randomElement(using: &random)! }))
            do {
                let found = try Inspection(path: folder.path + "/x.csv", name: "x.csv", records: .all)
                #expect(!found.json(withRecords: true).document.isEmpty)
                #expect(found.text(in: .english).hasPrefix("x.csv\n"))
                #expect(found.records.count <= found.rows + 1)
            } catch {
                #expect(error.message(in: .swedish).hasPrefix("x.csv: "))
            }
        }
    }

    @Test func `any table of districts, totals or inhabitants is read with every row accounted for`() throws {
        var random = SeededGenerator(seed: 11)
        let cells = [
            "Farsta", "Älvsjö", "okänd", "Totalt", "", "2019", "2019-01-01", "..", "-", "12", "12,5", "0-64", "kvinna",
            "x", "A", "B", "9999999999999999999", "-3", "\"", "1 234",
        ]
        let tables = [
            ("stadsdelsnamnder.csv", "namn;giltig_fran;giltig_till;efterfoljare"),
            ("befolkning.csv", "stadsdelsnamnd;ar;alder;kon;antal"),
            ("befolkning-2019.csv", "stadsdelsomrade;y2000;y2005;ar_0_64"),
            ("statistik.csv", "ar;stadsdelsnamnd;insats;personer;beviljade_timmar;utforda_timmar"),
        ]
        for _ in 0..<60 {
            let folder = try ScratchFolder()
            for (name, header) in tables {
                let width = header.split(separator: ";").count
                var text = header + "\n"
                for _ in 0..<12 {
                    let fields = (0..<width + (random.next() % 10 == 0 ? 1 : 0)).map { _ in
                        cells.randomElement(using: &random)!
                    }
                    text += fields.joined(separator: ";") + "\n"
                }
                try folder.write("data/" + name, Data(text.utf8))
            }
            let result = try Intake(Project.load(folder: folder.path), key: .random()).read()
            for file in result.files { #expect(file.tally.rows == file.tally.kept + file.tally.setAside) }
            #expect(result.faults.count == result.tallies.reduce(0) { $0 + $1.setAside })
            #expect(result.remarks.count == result.tallies.reduce(0) { $0 + $1.remarks })
        }
    }
}
