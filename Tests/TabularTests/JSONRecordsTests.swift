// SPDX-License-Identifier: EUPL-1.2
import Testing

@testable import Tabular

/// A saved answer of a statistics service as a table.
@Suite struct JSONRecordsTests {
    private func records(_ text: String) throws -> [(line: Int, fields: [String])] {
        var source = try TableSource(bytes: Array(text.utf8), name: "svar.json")
        var found: [(line: Int, fields: [String])] = []
        while let batch = try source.nextBatch() {
            for record in 0..<batch.count {
                let fields = (0..<batch.fieldCount(of: record)).map { batch.text(of: $0, in: record) }
                found.append((batch.line(of: record), fields))
            }
        }
        return found
    }

    @Test func `each number of an answer is a record with what it stands in, and its line`() throws {
        let answer = """
            {"values": [
              {"kpi": "N28806", "municipality": "0180", "period": 2021, "values": [
                {"gender": "T", "count": 1, "status": "", "value": 637.0, "isdeleted": false},
                {"gender": "K", "count": 1, "status": "Missing", "value": null, "isdeleted": false}]},
              {"kpi": "N28806", "municipality": "0000", "period": 2021, "values": [
                {"gender": "T", "count": 1, "status": "", "value": 6669, "isdeleted": true}]}
            ], "next_url": null, "count": 2}
            """
        let found = try records(answer)
        #expect(
            found.map(\.fields) == [
                ["kpi", "municipality", "period", "gender", "count", "status", "value", "isdeleted"],
                ["N28806", "0180", "2021", "T", "1", "", "637.0", "false"],
                ["N28806", "0180", "2021", "K", "1", "Missing", "", "false"],
                ["N28806", "0000", "2021", "T", "1", "", "6669", "true"],
            ])
        #expect(found.map(\.line) == [1, 3, 4, 6])
    }

    @Test func `a list of objects is a table, escapes and all, and what lacks a member has an empty field`() throws {
        let found = try records(
            "\u{FEFF}[{\"a\": \"\\u00e5\\n\\\"\\/\", \"b\": 1}, {\"b\": -2.5e3}, {\"c\": \"\\ud83d\\ude00\"}]")
        #expect(
            found.map(\.fields) == [["a", "b", "c"], ["å\n\"/", "1", ""], ["", "-2.5e3", ""], ["", "", "😀"]])
    }

    @Test(arguments: [
        "{\"values\": [{\"a\": 1}", "{\"values\": [{\"a\": 01x}]}", "{\"values\": [1, 2]}", "{\"rows\": []}",
        "{\"values\": [{\"a\": \"b}]}", "{\"values\": [{\"a\": 1}]} x", "{\"values\": [{\"a\": [[1]]}]}", "{\"a\" 1}",
    ])
    func `what is broken, or no list of records, says where`(text: String) throws {
        #expect(throws: ReadError.notRecords(path: "svar.json", line: 1)) { try records(text) }
    }

    @Test func `an answer without records is empty`() throws {
        #expect(throws: ReadError.empty(path: "svar.json")) { try records("{\"values\": []}") }
    }

    @Test func `text that begins with a brace in a cell stays delimited text`() throws {
        #expect(try records("{a};b\n1;2\n").map(\.fields) == [["{a}", "b"], ["1", "2"]])
    }

    @Test func `no depth stops the program`() throws {
        let deep = "{\"values\": " + String(repeating: "[", count: 100_000)
        #expect(throws: ReadError.notRecords(path: "svar.json", line: 1)) { try records(deep) }
    }
}
