// SPDX-License-Identifier: EUPL-1.2
import DelimitedText
import Testing

struct ChunkSizeTests {
    @Test func `records do not depend on the chunk size`() throws {
        let text = """
            sep=;\r\nperson;"Utförd
            tid";\u{1F9AE}\r\n  "a ""b"" c" ;" å ";\r\r\n\n\tä"ö;2\r"x\r\ny"z;1;2\r1;"aldrig\n2;"";3\n"4";5
            """
        let bytes = Array(text.utf8)
        let whole = try records(in: bytes)
        #expect(whole.count == 8)
        for size in 1...bytes.count {
            #expect(try records(in: bytes, chunkSize: size) == whole, "chunk size \(size)")
        }
    }
}
