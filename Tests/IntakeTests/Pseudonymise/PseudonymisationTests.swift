// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Foundation
import Intake
import Terms
import Testing

@Suite struct PseudonymisationTests {
    let key = SecretKey(bytes: Array(0..<32))

    func copy(_ text: String) throws -> (result: Pseudonymisation, copy: String) {
        let folder = try ScratchFolder(["fil.csv": text])
        let result = try Pseudonymisation.write(
            folder.path + "/fil.csv", name: "fil.csv", to: folder.path + "/kopia.csv", key: key)
        #expect(try folder.names() == ["fil.csv", "kopia.csv"], "nothing else is left behind")
        return (result, try folder.text("kopia.csv"))
    }

    @Test func `a copy has pseudonym, sex and birth year in place of the number, and the columns that are read`() throws
    {
        let (result, text) = try copy(
            "Personnummer;Insats;Gäller från;Timmar;Fritext\r\n19121212-1212;Ledsagning;2019-01-01;10,50;\"a;\"\"b\"\"\"\r\n"
                + "121212+1212;Ledsagning;2019-02-01;;\r\n")
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines[0] == "Personnummer;Insats;Gäller från;Timmar;kon;fodelsear")
        let token = try #require(lines[1].split(separator: ";").first)
        #expect(token.count == 33 && token.hasPrefix("p"))
        #expect(lines[1] == "\(token);Ledsagning;2019-01-01;10,50;man;1912")
        #expect(lines[2] == "\(token);Ledsagning;2019-02-01;;man;1912", "the same person")
        #expect(lines[3] == "")
        #expect(result.tally.rows == 2 && result.tally.kept == 2)
        #expect(result.masked.isEmpty)
        #expect(result.dropped == ["Fritext"])
        #expect(!text.contains("1212"))
    }

    @Test func `columns that are there already stay, and are not added again`() throws {
        let (_, text) = try copy(
            "person;insats;datum;timmar;Kön;Född år\n19121212-1212;L;2019-01-01;2;K;1913\n")
        #expect(text.hasPrefix("person;insats;datum;timmar;Kön;Född år\np"))
        #expect(text.hasSuffix(";L;2019-01-01;2;K;1913\n"))
    }

    @Test func `rows whose person cannot be known are left out and reported`() throws {
        let (result, text) = try copy(
            "person;insats;datum;timmar\n;L;2019-01-01;2\n1,98E+11;L;2019-01-01;2\n121212-1212;L;igår;2\n"
                + "19121212-1212;L;igår;2\n19121212-1212;L;2019-01-01\nK-17;L;2019-01-01;2\n")
        #expect(result.tally.rows == 6)
        #expect(result.tally.kept == 2)
        let found = result.faults.map { "\($0.location.line) \($0.rule.rawValue)" }
        #expect(found == ["2 missing-value", "3 excel-mangled-person", "4 not-a-date", "6 ragged-row"])
        #expect(text.split(separator: "\n").count == 3)
        #expect(!text.contains("K-17"))
    }

    @Test func `an identity number in another column does not follow into the copy`() throws {
        let (result, text) = try copy(
            "person;insats;datum;timmar;orsak;beslut_id\n19121212-1212;L;2019-01-01;2;dotter 121212-1212 sjuk;1212121212\n"
                + "19121212-1212;L;2019-01-02;2;;1003010001\n")
        #expect(!text.contains("1212"))
        #expect(result.dropped == ["orsak", "beslut_id"], "visits have no reason and no decision's id that is read")
    }

    @Test func `readers find the same persons in the copy as in the original`() throws {
        let decisions =
            "person;insats;from;tom;timmar\n19121212-1212;Ledsagning;2019-01-01;;10\n121212+1212;Ledsagarservice;2019-01-01;;5\n"
            + "K-17;Ledsagning;2019-01-01;;7\n"
        let visits = "person;insats;datum;timmar\n191212121212;Ledsagning;2019-01-05;2\n"
        let original = try ScratchFolder(["data/beslut.csv": decisions, "data/utforda.csv": visits])
        let copied = try ScratchFolder(["data/utforda.csv": visits])
        _ = try Pseudonymisation.write(
            original.path + "/data/beslut.csv", name: "beslut.csv", to: copied.path + "/data/beslut.csv", key: key)
        let first = try Intake(Project.load(folder: original.path), key: key).read()
        let second = try Intake(Project.load(folder: copied.path), key: key).read()
        #expect(first.dataset.persons == second.dataset.persons)
        #expect(second.dataset.persons.count == 2)
        #expect(first.dataset.decisions.map(\.person) == second.dataset.decisions.map(\.person))
        #expect(first.dataset.performed.map(\.person) == second.dataset.performed.map(\.person))
    }

    @Test func `a copy of a copy is the copy`() throws {
        let (_, once) = try copy("person;insats;datum;timmar\n19121212-1212;L;2019-01-01;2\n")
        let (_, twice) = try copy(once)
        #expect(once == twice)
    }

    @Test func `a spreadsheet runs nothing in a copy, numbers stay numbers, and readers take the copy as the original`()
        throws
    {
        let rows =
            "person;insats;datum;timmar;stadsdelsnämnd;utförare\n"
            + "19121212-1212;Ledsagning;2019-01-05;-2,50;=Norra;@Hemtjänst+1\n"
            + "19121212-1212;Ledsagning;2019-01-06;\t3;-Norra;+Hjälp AB\n"
            + "19121212-1212;Ledsagning;2019-01-07;2;=Norra;@Hemtjänst+1\n"
        let (result, text) = try copy(rows)
        #expect(result.tally.kept == 3)
        let cells = text.split(separator: "\n").map { $0.split(separator: ";").map(String.init) }
        #expect(cells[1][3...5] == ["-2,50", "'=Norra", "'@Hemtjänst+1"])
        #expect(cells[2][3...5] == ["3", "'-Norra", "'+Hjälp AB"])
        #expect(try copy(text).copy == text, "a copy of a copy is the copy")

        let (original, copied) = try (
            ScratchFolder(["data/utforda.csv": rows]), ScratchFolder(["data/utforda.csv": text])
        )
        let first = try Intake(Project.load(folder: original.path), key: key).read()
        let second = try Intake(Project.load(folder: copied.path), key: key).read()
        #expect(first.dataset.providers == second.dataset.providers && first.dataset.providers.count == 2)
        #expect(first.dataset.division.districts.map(\.name) == second.dataset.division.districts.map(\.name))
        #expect(first.dataset.division.districts.count == 2)
    }

    @Test func `the copy never replaces its original`() throws {
        let folder = try ScratchFolder(["fil.csv": "person;insats;datum;timmar\n1;L;2019-01-01;2\n"])
        let path = folder.path + "/fil.csv"
        let error = try #require(throws: PseudonymiseError.self) {
            try Pseudonymisation.write(path, name: "fil.csv", to: folder.path + "/./fil.csv", key: key)
        }
        #expect(error.exitCode == .usage)
        #expect(try folder.text("fil.csv").contains("1;L"))
    }

    @Test func `a file without persons, or without header, is no file to pseudonymise`() throws {
        for text in ["a;b\n1;2\n", "19121212-1212;Ledsagning\n19121212-1212;Ledsagning\n", ""] {
            let folder = try ScratchFolder(["fil.csv": text])
            let error = try #require(throws: PseudonymiseError.self) {
                try Pseudonymisation.write(
                    folder.path + "/fil.csv", name: "fil.csv", to: folder.path + "/ut.csv", key: key)
            }
            #expect(error.exitCode == .inputFormat)
            #expect(!error.message(in: .swedish).contains("1212"))
            #expect(try folder.names() == ["fil.csv"])
        }
    }

    @Test func `without a key file there is no copy`() throws {
        let folder = try ScratchFolder()
        let error = try #require(throws: SecretKeyError.self) { try SecretKey.required(folder: folder.path) }
        #expect(error.exitCode == .inputMissing)
        #expect(error.message(in: .swedish).contains("ledsaga init"))
    }
}
