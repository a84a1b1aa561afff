// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Whatever boards and providers are called, a report is made, every row has a key of its own, and no name is obeyed.
@Suite struct AwkwardNamesTests {
    /// Boards and providers with the same names, twenty persons each.
    private func project(_ names: [String], municipality: String = "Exempelby") throws -> Scratch {
        func quoted(_ text: String) -> String { "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
        let scratch = try Scratch()
        var decisions = "person;beslut_id;stadsdelsnamnd;insats;from;tom;timmar;enhet;utforare\n"
        var visits = "person;insats;manad;timmar;utforare\n"
        for number in 0..<20 * names.count {
            let name = quoted(names[number % names.count])
            let hours = 5 + number % 30
            decisions += "id\(number);\(number);\(name);Ledsagning;2019-01-01;2019-12-31;\(hours);månad;\(name)\n"
            for month in 1...12 {
                let used = number * month % hours
                visits += String(format: "id%d;Ledsagning;2019-%02d;%d;", number, month, used) + name + "\n"
            }
        }
        try scratch.write(decisions, to: "data/beslut-2019.csv")
        try scratch.write(visits, to: "data/utforda-2019.csv")
        try scratch.write(
            "namn;giltig_fran\n" + names.map { quoted($0) + ";2007-01-01\n" }.joined(),
            to: "data/stadsdelsnamnder.csv")
        try scratch.write(
            """
            municipality: \(municipality)
            services:
              Ledsagning: {law: SoL}
            sources:
              - {kind: decisions, files: data/beslut-2019.csv}
              - {kind: visits, files: data/utforda-2019.csv}
              - {kind: districts, files: data/stadsdelsnamnder.csv}

            """, to: "ledsaga.yaml")
        return scratch
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || (0x2028...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }

    private func obeyed(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { Self.isControl($0) && !"\n\r".unicodeScalars.contains($0) }
    }

    @Test func `boards whose names are alike have each a page, and rows a key each`() throws {
        let names = [
            "Åby", "Äby", "Norra A", "Norra-A", "a/b", "a\\b", "!!!", "???", "..x", "total", "Total", "unknown",
            "Samtliga", "Totalt", "CON", "../../etc", String(repeating: "Lång ", count: 60) + "ände",
        ]
        let scratch = try project(names)
        let result = try Program.run(["report", "-q"], in: scratch.url)
        #expect(result.code == 0, "\(result.messages)")
        let files = try scratch.files(below: "reports/2019")
        // A board's case is not told apart, and one called unknown is none.
        let boards = names.count { !["Total", "unknown"].contains($0) }
        #expect(files.count { $0.path.hasPrefix("stadsdelar/") && $0.path.hasSuffix(".md") } == boards)
        for file in files where file.path.hasSuffix(".csv") {
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
            // A comparison has its statistic in the key; the numbers begin with `value`.
            let keys = lines.map { line in
                line.split(separator: ",", omittingEmptySubsequences: false)
                    .prefix(lines[0].split(separator: ",").firstIndex(of: "value") ?? 0).joined(separator: ",")
            }
            #expect(Set(keys).count == keys.count, "\(file.path)")
        }
        for (board, other) in [("Åby", "Äby"), ("Äby", "Åby")] {
            let one = try Program.run(["report", "-q", "--district", board], in: scratch.url)
            let page = one.output.split(separator: "\n").first.map(String.init) ?? ""
            let text = try String(contentsOf: scratch.url.appendingPathComponent(page), encoding: .utf8)
            #expect(text.contains("<h1>\(board): ") && !text.contains("<h1>\(other): "))
        }
    }

    static let hostile = [
        "\u{1B}]0;pwned\u{7}", "\u{9B}31mRED", "\u{202E}evil", "=cmd|' /C calc'!A0", "@SUM(1+1)", "+46701234567",
        "-2+3", "<script>alert(1)</script>", "# head", "[x](javascript:alert(1))",
    ]

    @Test func `a name is only read, in every format and message`() throws {
        let scratch = try project(
            Self.hostile, municipality: "\"Ort\\e]0;x\\a <script> \\\"q\\\" \\x9B31m\\nlang: en\"")
        for format in ["table", "csv", "csv-excel", "json", "jsonl", "md", "html"] {
            for dimension in ["district", "provider"] {
                let result = try Program.run(
                    ["query", "persons", "--by", dimension, "--format", format, "--internal"], in: scratch.url)
                #expect(result.code == 0 && obeyed(result.output + result.messages).isEmpty, "\(format): \(result)")
                guard format == "csv-excel" else { continue }
                for line in result.output.split(whereSeparator: \.isNewline) {
                    let cells = line.split(separator: ";").map { $0.drop { $0 == "\"" || $0 == "\u{FEFF}" } }
                    #expect(cells.allSatisfy { cell in !"=+-@".contains { cell.first == $0 } }, "\(line)")
                }
            }
        }
        #expect(try Program.run(["report", "-q"], in: scratch.url).code == 0)
        for file in try scratch.files(below: "reports") {
            #expect(obeyed(String(decoding: file.bytes, as: UTF8.self)).isEmpty, "\(file.path)")
            if file.path.hasSuffix(".html") {
                #expect(!String(decoding: file.bytes, as: UTF8.self).contains("<script"), "\(file.path)")
            }
        }
        let page = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        #expect(page.split(separator: "\n").filter { $0.hasPrefix("lang: ") } == ["lang: sv"])
    }

    @Test func `what is wrong is told without what a terminal obeys`() throws {
        let scratch = try project(["Norra"])
        let escape = "\u{1B}]0;x\u{7}\u{9B}31m\u{202E}"
        try scratch.write("person;\(escape)timmar\n1;2\n", to: "\(escape).csv")
        for typed in [
            ["query", escape], ["query", "persons", "--by", escape], ["query", "persons", "--where", "law=\(escape)"],
            ["query", "persons", "--where", "\(escape)=x"], ["query", "persons", "--\(escape)"], [escape],
            ["check", "--format", escape], ["check", "-C", escape], ["report", "--district", escape],
            ["inspect", escape], ["inspect", "\(escape).csv", "--records", "5"], ["inspect", "\(escape).csv"],
            ["explain", escape], ["audit", escape], ["check", escape], ["report", "--year", escape],
            ["codebook", "\(escape).csv"], ["query", "persons", "-o", "\(escape).csv"],
        ] {
            let result = try Program.run(typed, in: scratch.url)
            #expect(obeyed(result.output + result.messages).isEmpty, "\(typed)")
        }
        try scratch.write("sources:\n  - {kind: \"\\e]0;x\\a\", files: a}\n", to: "ledsaga.yaml")
        let result = try Program.run(["check"], in: scratch.url)
        #expect(result.code == 78 && obeyed(result.messages).isEmpty, "\(result.messages)")
    }

    @Test func `a line break in a name adds no line to what is said`() throws {
        let scratch = try project(["Norra\nA", "Södra\r\nB", "Västra"])
        for dimension in ["district", "provider"] {
            let result = try Program.run(["query", "persons", "--by", dimension, "--internal"], in: scratch.url)
            #expect(result.code == 0 && result.output.contains("Norra A") && result.output.contains("Södra B"))
            #expect(result.output.split(separator: "\n").count == 4, "\(result.output)")
        }
        #expect(try Program.run(["report", "-q"], in: scratch.url).code == 0)
        let page = try String(
            contentsOf: scratch.url.appendingPathComponent("reports/2019/uppfoljning-2019.md"), encoding: .utf8)
        #expect(page.contains("Norra A") && !page.contains("Norra\n"))

        let word = "två\nrader"
        for typed in [
            ["query", word], ["query", "persons", "--where", "district=\(word)"], ["check", "-C", word], [word],
            ["report", "--district", word], ["inspect", "\(word).csv"], ["query", "persons", "-o", "\(word).csv"],
        ] {
            let result = try Program.run(typed, in: scratch.url)
            #expect(result.code == 64 && result.messages.split(separator: "\n").count == 1, "\(result.messages)")
            #expect(result.messages.contains("två␊rader"))
        }
        try scratch.write("person;insats;datum;timmar\n", to: "data/\(word).csv")
        try scratch.write("municipality: \"A\\nB\"\nsources:\n  - {kind: \"a\\nb\", files: x}\n", to: "ledsaga.yaml")
        let kind = try Program.run(["check"], in: scratch.url)
        #expect(kind.code == 78 && kind.messages.contains("a b"), "\(kind.messages)")
        try scratch.write("municipality: A\n", to: "ledsaga.yaml")
        let named = try Program.run(["check"], in: scratch.url)
        #expect(named.code == 65, "\(named.messages)")
        #expect(named.messages.split(separator: "\n").count == 1 && named.messages.contains("två␊rader.csv: "))
    }

    @Test func `what init writes of a file with control characters can be read`() throws {
        let scratch = try Scratch()
        let escape = "\u{1B}[1m\u{9B}\u{2028}"
        try scratch.write(
            "personnummer;stadsdelsnämnd;insats;\(escape)rubrik;\"två\nrader\"\n190001019802;A;Ledsagning;1;2\n",
            to: "data/be\(escape)slut.csv")
        try Program.run(["init", "-q"], in: scratch.url)
        let text = try String(contentsOf: scratch.url.appendingPathComponent("ledsaga.yaml"), encoding: .utf8)
        #expect(obeyed(text).isEmpty)
        let result = try Program.run(["check"], in: scratch.url)
        #expect(!result.messages.contains("ledsaga.yaml: "), "the settings are YAML: \(result.messages)")
        #expect(obeyed(result.output + result.messages).isEmpty)
    }

    @Test func `reports at the same time are each whole, and none fails`() async throws {
        let scratch = try project(["Norra", "Södra"])
        let folder = scratch.url
        await withTaskGroup { group in
            for number in 0..<6 {
                group.addTask {
                    let language = number.isMultiple(of: 2) ? "sv" : "en"
                    let result = try? Program.run(["report", "-q", "--language", language], in: folder)
                    #expect(result?.code == 0, "\(result?.messages ?? "")")
                }
            }
        }
        let all = try scratch.files(below: "reports")
        let reports = all.filter { $0.path != "utgavor.json" }
        #expect(all.count == reports.count + 1, "they are one edition")
        #expect(reports.allSatisfy { $0.path.hasPrefix("2019/") }, "nothing temporary is left")
        let manifest = try #require(reports.first { $0.path == "2019/manifest.json" })
        let text = String(decoding: manifest.bytes, as: UTF8.self)
        for file in reports where file.path != manifest.path {
            #expect(text.contains("\"path\": \"\(file.path.dropFirst(5))\", \"bytes\": \(file.bytes.count)"))
        }
    }

    @Test func `a page that somebody has changed stops the next report`() throws {
        let scratch = try project(["Norra", "Södra"])
        #expect(try Program.run(["report", "-q"], in: scratch.url).code == 0)
        try scratch.write("rättad för hand\n", to: "reports/2019/uppfoljning-2019.md")
        let before = try scratch.files(below: "reports").map { [$0.path: $0.bytes] }
        let result = try Program.run(["report", "-q"], in: scratch.url)
        #expect(result.code == 73)
        #expect(result.messages.hasPrefix("reports/2019/uppfoljning-2019.md: "), "\(result.messages)")
        #expect(result.messages.split(separator: "\n").count == 2)
        #expect(try scratch.files(below: "reports").map { [$0.path: $0.bytes] } == before)
    }
}
