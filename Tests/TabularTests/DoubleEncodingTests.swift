// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Tabular
import TestSupport
import Testing

struct DoubleEncodingTests {
    /// The text as it looks when its UTF-8 is taken for the code page; Windows reads an empty place as a control.
    private func garbled(_ text: String, _ page: String.Encoding = .windowsCP1252) -> String {
        text.utf8.reduce(into: "") { result, byte in
            result += String(data: Data([byte]), encoding: page) ?? String(UnicodeScalar(byte))
        }
    }

    private func read(_ text: String, chunkSize: Int = 1 << 17) throws -> (fields: [[String]], isDouble: Bool) {
        var reader = try RecordReader(bytes: Array(text.utf8), options: ReaderOptions(chunkSize: chunkSize))
        let read = try records(from: &reader)
        return (read.map(\.fields), reader.format.isDoubleEncoded)
    }

    @Test func `what was encoded twice is read as meant, and said`() throws {
        let rows = [
            ["person", "stadsdelsnämnd", "§"], ["1", "Hägersten–Älvsjö", "Ö"], ["2", "Åsö ”É”", "7 §"], ["3", "Á", ""],
        ]
        let text = rows.map { $0.joined(separator: ";") }.joined(separator: "\n")
        for size in [1, 2, 3, 7, 1 << 17] {
            let (fields, isDouble) = try read(garbled(text), chunkSize: size)
            #expect(isDouble)
            #expect(fields == rows)
        }
        let marked = try read("\u{FEFF}" + garbled("\u{FEFF}" + text))
        #expect(marked.isDouble && marked.fields == rows)
    }

    @Test func `CP850 is undone too`() throws {
        let (fields, isDouble) = try read("stadsdelsn├ñmnd;├àr\n├ûrby;├Ñ\n")
        #expect(isDouble)
        #expect(fields == [["stadsdelsnämnd", "År"], ["Örby", "å"]])
    }

    @Test func `one heading is enough`() throws {
        let (fields, isDouble) = try read("person;stadsdelsnÃ¤mnd\n1;Farsta\n")
        #expect(isDouble)
        #expect(fields.first == ["person", "stadsdelsnämnd"])
    }

    @Test func `where one run cannot have been UTF-8 the file stays as it is`() throws {
        for text in [
            "Ã¤;b\nå;ä\n", "namn;ort\nÃ¤r;–\n", "ORT;b\nSJÖ–;1\n", "a;b\nPÅ”;1\n", "å;ä\nö;é\n", "SÃO;Â\n", "a;b\n",
        ] {
            let (fields, isDouble) = try read(text)
            #expect(!isDouble)
            #expect(fields == text.split(separator: "\n").map { $0.split(separator: ";").map(String.init) })
        }
    }

    @Test func `Swedish text garbled at random comes back, and text that is not is left`() throws {
        var generator = SeededGenerator(seed: 850)
        let pieces = ["a", "å", "ä", "ö", "Å", "Ä", "Ö", "é", "§", "–", "” ", "x ", "°", "½", "1"]
        for _ in 0..<1_000 {
            var text = "ö"
            for _ in 0..<Int.random(in: 1...30, using: &generator) { text += pieces.randomElement(using: &generator)! }
            let once = try read("rubrik;å\n\(text);1\n")
            #expect(!once.isDouble && once.fields[1][0] == text.trimmingCharacters(in: .whitespaces))
            let twice = try read(garbled("rubrik;å\n\(text);1\n"))
            #expect(twice.isDouble && twice.fields == once.fields)
        }
    }
}
