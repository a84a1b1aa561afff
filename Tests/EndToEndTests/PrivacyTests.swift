// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// No person key, as written in any input, is in anything the program says or writes.
@Suite struct PrivacyTests {
    @Test func `no command lets a person key out, whatever is wrong with the exports`() throws {
        let scratch = try Scratch()
        try SimulatedProject.write(into: scratch, ["--faults"])
        let keys = try SimulatedProject.personKeys(of: scratch)
        try #require(keys.count > 50)
        let exports = Set(try scratch.files(below: "data").map { "data/" + $0.path })

        var said: [(what: String, text: String)] = []
        func run(_ arguments: [String]) throws {
            let result = try Program.run(arguments, in: scratch.url)
            said.append((arguments.joined(separator: " "), result.output + result.messages))
        }
        try run(["init"])
        for format in ["text", "json"] { try run(["check", "--format", format]) }
        try run(["check", "--output", "fel.csv"])
        try run(["report", "--year", "2019"])
        try run(["report", "--year", "2019", "--strict"])
        for file in exports.sorted() where file.hasSuffix(".csv") {
            try run(["inspect", file, "--records", "all", "--format", "json"])
            try run(["inspect", file])
        }
        for export in ["data/beslut-2019.csv", "data/utforda-2019.csv"] {
            try run(["pseudonymise", export, "-o", "pseudonym-" + (export as NSString).lastPathComponent])
        }
        try run(["query", "persons", "--by", "district", "--internal", "--format", "json"])
        try run(["query", "utilisation", "--by", "district,law,sex,age,provider"])

        for (what, text) in said { expectNoKey(keys, in: text, of: what) }
        for (path, bytes) in try scratch.files()
        where !exports.contains(path) && !path.hasPrefix("facit") && !path.hasSuffix(".key") {
            expectNoKey(keys, in: String(decoding: bytes, as: UTF8.self), of: path)
        }
    }

    private func expectNoKey(_ keys: Set<String>, in text: String, of what: String) {
        // Every run of ten or more digits and hyphens in the text, against the keys: one pass instead of one a key.
        var run = ""
        for character in text + " " {
            if character.isNumber || character == "-" || character == "+" {
                run.append(character)
            } else {
                if run.count >= 10 {
                    let digits = String(run.filter(\.isNumber))
                    // The key itself is not put in the message.
                    #expect(!keys.contains(run) && !keys.contains(digits), "\(what) holds a person key")
                }
                run = ""
            }
        }
    }
}
