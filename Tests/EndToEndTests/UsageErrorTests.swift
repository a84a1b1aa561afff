// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// What is typed wrong is told in the language in force: what, and what to write instead, with exit code 64.
@Suite struct UsageErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let typed: [String]
        let swedish: String
        let english: String

        init(_ typed: String, sv swedish: String, en english: String) {
            self.typed = typed.split(separator: " ").map(String.init)
            self.swedish = swedish
            self.english = english
        }

        var testDescription: String { typed.joined(separator: " ") }
    }

    static let formats = "table, csv, csv-excel, json, jsonl, md, html"
    static let cases = [
        Case(
            "query persons --limt 3",
            sv: "ledsaga query: valet --limt finns inte. Menade du --limit?\nSe alla val med: ledsaga query --help",
            en: "ledsaga query: there is no option --limt. Did you mean --limit?\n"
                + "See all options with: ledsaga query --help"),
        Case(
            "rapport -x",
            sv: "ledsaga report: valet -x finns inte.\nSe alla val med: ledsaga report --help",
            en: "ledsaga report: there is no option -x.\nSee all options with: ledsaga report --help"),
        Case(
            "--frobnicate",
            sv: "ledsaga: valet --frobnicate finns inte.\nSe alla val med: ledsaga --help",
            en: "ledsaga: there is no option --frobnicate.\nSee all options with: ledsaga --help"),
        Case(
            "query persons --by",
            sv: "ledsaga query: --by <uppdelning> saknar ett värde.\n"
                + "Skriv --by <uppdelning>: Dela upp efter detta, med komma emellan.",
            en: "ledsaga query: --by <dimensions> has no value.\n"
                + "Write --by <dimensions>: Break down by these, comma between."),
        Case(
            "check --strict=yes",
            sv: "ledsaga check: --strict tar inget värde, men fick yes.\nSkriv bara: --strict",
            en: "ledsaga check: --strict takes no value, but was given yes.\nWrite only: --strict"),
        Case(
            "report 2019",
            sv: "ledsaga report: 2019 hör inte hit.\nSe hur kommandot skrivs med: ledsaga report --help",
            en: "ledsaga report: 2019 does not belong here.\nSee how it is written with: ledsaga report --help"),
        Case(
            "report 2018 it's",
            sv: "ledsaga report: 2018 it's hör inte hit.\nSe hur kommandot skrivs med: ledsaga report --help",
            en: "ledsaga report: 2018 it's do not belong here.\nSee how it is written with: ledsaga report --help"),
        Case(
            "query",
            sv: "ledsaga query: <mått> saknas.\nSkriv till exempel: ledsaga query utilisation",
            en: "ledsaga query: <measure> is missing.\nWrite for example: ledsaga query utilisation"),
        Case(
            "simulate",
            sv: "ledsaga simulate: --output <mapp> saknas.\nSkriv till exempel: ledsaga simulate --output exempel",
            en: "ledsaga simulate: --output <dir> is missing.\nWrite for example: ledsaga simulate --output exempel"),
        Case(
            "inspect",
            sv: "ledsaga inspect: <fil> saknas.\nSkriv till exempel: ledsaga inspect data/utforda-2019.csv",
            en: "ledsaga inspect: <file> is missing.\nWrite for example: ledsaga inspect data/utforda-2019.csv"),
        Case(
            "query persons --format jsn",
            sv: "ledsaga query: --format kan inte vara jsn. Menade du json?\nVälj bland: \(formats)",
            en: "ledsaga query: --format cannot be jsn. Did you mean json?\nChoose among: \(formats)"),
        Case(
            "check --format pdf",
            sv: "ledsaga check: --format kan inte vara pdf.\nVälj bland: text, json",
            en: "ledsaga check: --format cannot be pdf.\nChoose among: text, json"),
        Case(
            "query persons --anchor o'clock",
            sv: "ledsaga query: --anchor kan inte vara o'clock.\nVälj bland: spell, calendar",
            en: "ledsaga query: --anchor cannot be o'clock.\nChoose among: spell, calendar"),
        Case(
            "report --year tjugo",
            sv: "ledsaga report: --year kan inte vara tjugo.\n"
                + "Skriv --year <år>: Rapportens år, som 2019. (förval: exporternas sista hela år)",
            en: "ledsaga report: --year cannot be tjugo.\nWrite --year <year>: The year of the report, as 2019. "
                + "(default: the last whole year of the exports)"),
        Case(
            "simulate --output x --persons 0",
            sv: "--persons 0: skriv ett heltal från 1 till 300000.",
            en: "--persons 0: write a whole number from 1 to 300000."),
        Case(
            "query persons --limit 0", sv: "--limit 0: skriv ett heltal från 1.",
            en: "--limit 0: write a whole number from 1."),
        Case(
            "simulate --output x --years 20",
            sv: "--years 20: skriv ett år som 2019 eller flera som 2018..2019.",
            en: "--years 20: write one year as 2019 or several as 2018..2019."),
        Case(
            "simulate --output x --faults --encoding utf-8",
            sv: "--faults ger varje fil en egen form. Utelämna --encoding, --delimiter och --line-ending.",
            en: "--faults gives each file a form of its own. Leave out --encoding, --delimiter and --line-ending."),
        Case(
            "help repot",
            sv: "ledsaga: det finns inget kommando som heter repot. Menade du report?\n"
                + "Se alla kommandon med: ledsaga --help",
            en: "ledsaga: there is no command named repot. Did you mean report?\n"
                + "See all commands with: ledsaga --help"),
        Case(
            "--generate-completion-script ksh",
            sv: "ledsaga: --generate-completion-script kan inte vara ksh. Menade du zsh?\n"
                + "Välj bland: zsh, bash, fish",
            en: "ledsaga: --generate-completion-script cannot be ksh. Did you mean zsh?\n"
                + "Choose among: zsh, bash, fish"),
    ]

    @Test(arguments: cases) func `what is typed wrong is told in both languages`(_ wrong: Case) throws {
        // Where it stands last it could be taken for what is missing.
        let place = wrong.typed.first.map { $0.hasPrefix("-") || $0 == "help" ? 0 : 1 } ?? 0
        for (language, expected) in [("sv", wrong.swedish), ("en", wrong.english)] {
            var typed = wrong.typed
            typed.insert(contentsOf: ["--language", language], at: place)
            let result = try Program.run(typed)
            #expect(result.code == 64)
            #expect(result.output.isEmpty)
            #expect(result.messages == expected + "\n")
        }
    }

    @Test func `a language that does not exist is told in the project's`() throws {
        let scratch = try Scratch()
        try scratch.write("language: en\n", to: "ledsaga.yaml")
        let expected = "ledsaga check: --language cannot be fi.\nChoose among: sv, en\n"
        #expect(try Program.run(["check", "--language", "fi"], in: scratch.url).messages == expected)
        #expect(try Program.run(["check", "--language", "fi"]).messages.contains("kan inte vara fi"))
    }
}
