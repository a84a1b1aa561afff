// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// Help is in the language in force, examples first, and fits a terminal.
@Suite struct HelpTests {
    static let commands = [
        "init", "simulate", "inspect", "check", "codebook", "pseudonymise", "report", "quarter", "audit", "query",
        "measures",
        "explain",
    ]

    private func help(_ arguments: [String], in folder: URL = Repository.root) throws -> String {
        let result = try Program.run(arguments, in: folder, environment: ["COLUMNS": "80"])
        #expect(result.code == 0, "\(arguments): \(result.messages)")
        return result.output
    }

    @Test func `help is whole in Swedish and in English`() throws {
        for (command, language, page) in HelpPages.all {
            #expect(try help([command, "--help", "--language", language]) == page)
            #expect(try help(["help", command, "--language", language]) == page)
        }
    }

    @Test func `the program's help lists every command in the language asked for`() throws {
        let swedish = try help(["--help"])
        #expect(swedish.hasPrefix("Årets uppföljning av ledsagning, ur kommunens egna exporter.\n\nEXEMPEL\n"))
        #expect(swedish.contains("ANVÄNDNING: ledsaga <kommando>"))
        #expect(swedish.hasSuffix("Mer om ett kommando: ledsaga <kommando> --help\n"))
        let english = try help(["--language", "en", "--help"])
        #expect(english.hasPrefix("The yearly follow-up of the companion service"))
        #expect(english.hasSuffix("More about a command: ledsaga <command> --help\n"))
        for command in Self.commands {
            #expect(swedish.contains("\n  \(command)"))
            #expect(english.contains("\n  \(command)"))
        }
        #expect(try help([]) == swedish)
    }

    @Test(arguments: ["sv", "en"]) func `no line of help is wider than 80 columns`(language: String) throws {
        for command in Self.commands {
            let page = try help([command, "--help", "--language", language])
            for line in page.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
            let examples = language == "sv" ? "\n\nEXEMPEL\n" : "\n\nEXAMPLES\n"
            let usage = language == "sv" ? "\nANVÄNDNING: " : "\nUSAGE: "
            let (first, second) = (page.firstRange(of: examples), page.firstRange(of: usage))
            #expect(try #require(first).lowerBound < #require(second).lowerBound, "\(command)")
        }
    }

    @Test func `Swedish help has no word of the parser's own`() throws {
        let foreign = [
            "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMAND", "default:", "values:", "Show ", "See '",
            "<file>",
            "<dir>", "<options>",
        ]
        for command in Self.commands {
            let page = try help([command, "--help", "--language", "sv"])
            for word in foreign { #expect(!page.contains(word), "\(command): \(word)") }
        }
    }

    @Test func `help speaks the language of the project, wherever it is and whatever else is wrong with it`() throws {
        let scratch = try Scratch()
        try scratch.write("municipality: Example\nlanguage: en # for the guests\n", to: "p/ledsaga.yaml")
        let project = scratch.url.appendingPathComponent("p")
        #expect(try help(["measures", "--help"], in: project).hasPrefix("List the measures"))
        #expect(try help(["check", "-C", "p", "--help"], in: scratch.url).hasPrefix("Read everything"))
        #expect(try help(["check", "-C", "p", "--help", "--language=sv"], in: scratch.url).hasPrefix("Läs allt"))
        #expect(try help(["check", "--help"], in: scratch.url).hasPrefix("Läs allt"))
        #expect(try help(["measures"], in: project).contains("Read more with"))
        try scratch.write("languge: sv\nlanguage: en\n", to: "p/ledsaga.yaml")
        let wrong = try Program.run(["check"], in: project)
        #expect(wrong.code == 78)
        #expect(wrong.messages.contains("Did you mean"), "\(wrong.messages)")
    }

    @Test func `the environment's language changes nothing`() throws {
        for locale in ["en_GB.UTF-8", "sv_SE.UTF-8", "C"] {
            let environment = ["LC_ALL": locale, "LANG": locale, "LANGUAGE": "en", "COLUMNS": "80"]
            let result = try Program.run(["check", "--help"], environment: environment)
            #expect(result.output == HelpPages.all[0].page)
        }
    }
}
