// SPDX-License-Identifier: EUPL-1.2
import Tabular
import Foundation
import Testing

struct EncodingTests {
    private func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf8BOM: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case .utf16LE: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BE: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .windows1252: Array(text.data(using: .windowsCP1252)!)
        }
    }

    @Test(arguments: TextEncoding.allCases)
    func `every encoding, delimiter, line break and chunk size gives the same records`(encoding: TextEncoding) throws {
        let rows = [
            ["person", "Område", "kr €"], ["1", "Hägersten–Älvsjö", "\"å\"\n”ö”"], ["", " Östermalm ", "2,5"],
        ]
        for style in [
            CSVStyle(delimiter: 0x3B, lineEnding: .lf, byteOrderMark: false),
            CSVStyle(delimiter: 0x2C, lineEnding: .crlf, byteOrderMark: false),
            CSVStyle(delimiter: 0x09, lineEnding: .cr, byteOrderMark: false),
        ] {
            var writer = CSVWriter(style: style)
            for row in rows { writer.append(copying: row) }
            let bytes = encode(String(decoding: writer.bytes, as: UTF8.self), encoding)
            for size in [1, 2, 3, 5, 1 << 17] {
                var reader = try RecordReader(bytes: bytes, options: ReaderOptions(chunkSize: size))
                #expect(reader.format.encoding == encoding)
                #expect(reader.format.delimiter == style.delimiter)
                #expect(reader.format.lineEnding == style.lineEnding)
                #expect(!reader.format.hasSeparatorLine)
                let read = try records(from: &reader)
                #expect(read.map(\.fields) == rows)
                #expect(read.map(\.line) == [1, 2, 4])
            }
        }
    }

    @Test func `a byte order mark written twice is dropped`() throws {
        for encoding in [TextEncoding.utf8, .utf16LE, .utf16BE] {
            let bytes = encode("\u{FEFF}\u{FEFF}person;Område\n", encoding)
            for size in [1, 100] {
                #expect(try records(in: bytes, chunkSize: size).map(\.fields) == [["person", "Område"]])
            }
        }
    }

    @Test func `UTF-16 without a mark is known by its zeros`() throws {
        let text = "person;Område\n1;Älvsjö\n"
        for encoding in [TextEncoding.utf16LE, .utf16BE] {
            let read = try records(in: Array(encode(text, encoding).dropFirst(2)))
            #expect(read.map(\.fields) == [["person", "Område"], ["1", "Älvsjö"]])
        }
    }

    @Test func `a letter beyond the first megabyte still tells Windows-1252`() throws {
        let text = "person;ort\n" + String(repeating: "1;Farsta\n", count: 150_000) + "2;Älvsjö\n"
        for size in [1 << 12, 1 << 17] {
            let read = try records(in: encode(text, .windows1252), chunkSize: size)
            #expect(read.last?.fields == ["2", "Älvsjö"])
            #expect(read.last?.irregularity == nil)
        }
    }

    @Test func `a letter beyond the first megabyte tells Windows-1252 also in a part read twice`() throws {
        let text = "person;ort\n" + String(repeating: "1;Farsta\n", count: 150_000) + "2;\"Farsta\n2;Älvsjö\n"
        let bytes = encode(text, .windows1252)
        // The quote, which never closes, is in a chunk of nothing but ASCII; the letter is in the one after it.
        for size in [bytes.count - 9, bytes.count - 8] {
            let read = try records(in: bytes, chunkSize: size)
            #expect(read.last?.fields == ["2", "Älvsjö"])
            #expect(read.suffix(2).map(\.irregularity) == [.unclosedQuote, nil])
        }
    }

    @Test func `one damaged row does not turn a UTF-8 file into Windows-1252`() throws {
        let bytes = Array("a;b\nå;ä\n1;".utf8) + [0xE5] + Array("\nö;2\n".utf8)
        for size in 1...bytes.count {
            let read = try records(in: bytes, chunkSize: size)
            #expect(read.map(\.irregularity) == [nil, nil, .invalidEncoding(column: 1), nil])
            #expect(read.map(\.fields) == [["a", "b"], ["å", "ä"], ["1", "\u{FFFD}"], ["ö", "2"]])
        }
    }

    @Test func `bytes that are not text in the encoding are told by row and column`() throws {
        let undefined = Array("a;b\n1;".utf8) + [0xE5, 0x81] + Array("\n2;3".utf8)
        #expect(
            try records(in: undefined, encoding: .windows1252).map(\.irregularity)
                == [nil, .invalidEncoding(column: 1), nil])
        let lone = encode("a;b\n1;", .utf16LE) + [0x00, 0xD8] + encode("\n2;3\n", .utf16LE).dropFirst(2)
        for size in [1, 3, 100] {
            #expect(
                try records(in: lone, chunkSize: size).map(\.irregularity) == [nil, .invalidEncoding(column: 1), nil])
        }
        let cut = Array("a;b\n1;å\n2;".utf8) + [0xC3]
        #expect(try records(in: cut, encoding: .utf8).map(\.irregularity) == [nil, nil, .invalidEncoding(column: 1)])
    }

    @Test func `bytes that are not text are told in a part read twice too`() throws {
        let bytes = Array("a;b\n\"1;2\n3;".utf8) + [0xE5] + Array("\n4;5\n6;\"7\"\n".utf8)
        for size in 1...bytes.count {
            #expect(
                try records(in: bytes, encoding: .utf8, chunkSize: size).map(\.irregularity)
                    == [nil, .unclosedQuote, .invalidEncoding(column: 1), nil, nil])
        }
    }

    @Test func `what is told of the encoding goes before what is found`() throws {
        #expect(try records(in: Array("a\nå\n".utf8), encoding: .windows1252).map(\.fields) == [["a"], ["Ã¥"]])
    }
}
