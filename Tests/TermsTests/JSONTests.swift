// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Terms
import Testing

@Suite struct JSONTests {
    let value = JSON.object([
        ("schema_version", .integer(1)), ("share", .number(0.5)), ("none", .null), ("empty", .array([])),
        ("text", .string("å \"quoted\" \\ \n \u{1}")),
        ("rows", .array([.object([("b", .bool(true)), ("a", .integer(-1))])])),
        ("infinite", .number(.infinity)),
    ])

    @Test func `a line keeps the order of its members`() {
        #expect(
            value.line == #"{"schema_version": 1, "share": 0.5, "none": null, "empty": [], "#
                + #""text": "å \"quoted\" \\ \n \u0001", "rows": [{"b": true, "a": -1}], "infinite": null}"#)
    }

    @Test func `a document is the same value on many lines`() throws {
        let line = try #require(try JSONSerialization.jsonObject(with: Data(value.line.utf8)) as? NSDictionary)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(value.document.utf8)) as? NSDictionary)
        #expect(line == document)
        #expect(value.document.hasPrefix("{\n  \"schema_version\": 1,\n"))
        #expect(value.document.contains("\n    {\"b\": true, \"a\": -1}\n"))
    }
}
