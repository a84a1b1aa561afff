// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Testing

/// A project whose every cell holds a number in some form, and all that the program has said of it.
final class PersonMatrix {
    struct Table: Sendable {
        let file: String
        let header: [String]
        /// A row as it should be, by its number.
        let row: @Sendable (Int, String) -> [String]
    }

    private let scratch: Scratch
    private let forms: [WrittenForm]
    private var random = SeededRandom(seed: 98)
    private var detector = NumberDetector()
    private var outputs: [(what: String, bytes: Data)] = []
    private var inputs: Set<String> = ["ledsaga.key"]
    private(set) var exports: [String] = []
    private var used: Set<String> = []

    init(forms: [WrittenForm]) throws {
        scratch = try Scratch()
        self.forms = forms
        try write(String(repeating: "a5", count: 32) + "\n", to: "ledsaga.key")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: scratch.url.appendingPathComponent("ledsaga.key").path)
    }

    static let boards = ["Norr", "Syd", "Väst"]

    static let tables = [
        Table(
            file: "data/beslut-2019.csv",
            header: [
                "person", "beslut_id", "stadsdelsnamnd", "insats", "lagrum", "ansokan", "sokta_timmar", "beslutsdatum",
                "utfall", "from", "tom", "timmar", "enhet", "fri", "utforare", "regi", "borttagen", "kon", "fodelsear",
                "skyddad", "anteckning", "handlaggare",
            ]
        ) { number, person in
            [
                person, "B\(number)", boards[number % 3], "Ledsagning", "SoL", "2018-12-01", "12", "2018-12-20",
                "bifall",
                "2019-01-01", "2019-12-31", "\(5 + number % 20)", "månad", "nej", "Utförare \(number % 4)", "enskild",
                "nej", number % 2 == 0 ? "kvinna" : "man", "19\(40 + number % 50)", "nej", "", "AB",
            ]
        },
        Table(
            file: "data/utforda-2019.csv",
            header: [
                "person", "insats", "datum", "start", "slut", "timmar", "status", "orsak", "stadsdelsnamnd", "lagrum",
                "utforare", "regi", "omkostnad", "borttagen", "anteckning",
            ]
        ) { number, person in
            [
                person, "Ledsagning", "2019-0\(1 + number % 9)-1\(number % 10)", "08:00", "10:00", "2", "utförd", "",
                boards[number % 3], "SoL", "Utförare \(number % 4)", "enskild", "0", "nej", "",
            ]
        },
        Table(
            file: "data/stadsdelsnamnder.csv",
            header: ["namn", "giltig_fran", "giltig_till", "efterfoljare", "anteckning"]
        ) { number, _ in
            number < 3 ? [boards[number], "2007-01-01", "", "", ""] : ["Nämnd \(number)", "2007-01-01", "", "", ""]
        },
        Table(file: "data/befolkning.csv", header: ["stadsdelsnamnd", "ar", "alder", "kon", "antal", "anteckning"]) {
            number, _ in
            [boards[number % 3], "2019", "\(number % 90)", number % 2 == 0 ? "kvinna" : "man", "\(100 + number)", ""]
        },
        Table(
            file: "data/statistik.csv",
            header: [
                "ar", "manad", "stadsdelsnamnd", "insats", "lagrum", "personer", "beviljade_timmar", "utforda_timmar",
                "flexibla_personer", "anteckning",
            ]
        ) { number, _ in
            [
                "2018", "\(1 + number % 12)", boards[number % 3], "Ledsagning", "SoL", "\(20 + number)", "200", "150",
                "3", "",
            ]
        },
        Table(
            file: "data/ersattning.csv",
            header: ["fran", "till", "band", "regi", "lagrum", "insats", "kr_per_timme", "anteckning"]
        ) { number, _ in
            ["20\(10 + number)-01-01", "20\(10 + number)-12-31", "dag", "enskild", "SoL", "Ledsagning", "350", ""]
        },
    ]

    // MARK: What is written

    /// A number of its own, known by what is said of its place.
    func number(_ label: String) -> MadeUpNumber {
        var number = MadeUpNumber(&random)
        while !used.insert(number.ten).inserted { number = MadeUpNumber(&random) }
        detector.look(for: number.ten, label)
        return number
    }

    /// The number of a form at a place.
    func text(of form: WrittenForm, at place: String) -> String {
        let number = number("\(place): \(form.name)")
        detector.look(for: form.core(number), "\(place): \(form.name)")
        return form.write(number)
    }

    private func write(_ text: String, to path: String) throws {
        try scratch.write(text, to: path)
        inputs.insert(path)
    }

    private static func csv(_ rows: [[String]]) -> String {
        rows.map { row in
            row.map { cell in
                cell.contains { ";\"\n\t".contains($0) }
                    ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
            }.joined(separator: ";") + "\n"
        }.joined()
    }

    /// Good rows, and for each column and form a row with the form in that column. Of the survey a question a column.
    func writeProject() throws {
        let persons = (0..<40).map { number("person \($0)") }
        for table in Self.tables {
            var rows = [table.header]
            let good = table.file.contains("stadsdel") ? 3 : table.file.contains("ersatt") ? 8 : 40
            for number in 0..<good { rows.append(table.row(number, persons[number % 40].twelve)) }
            for (column, name) in table.header.enumerated() {
                for form in forms {
                    var row = table.row(rows.count, persons[rows.count % 40].twelve)
                    row[column] = text(of: form, at: "\(table.file) \(name)")
                    rows.append(row)
                }
            }
            try write(Self.csv(rows), to: table.file)
            exports.append(table.file)
        }
        try writeAnswers()
        try write(
            """
            municipality: Exempelby
            language: sv
            services:
              Ledsagning: {law: SoL}
            sources:
              - {kind: decisions, files: data/beslut-*.csv}
              - {kind: visits, files: data/utforda-*.csv}
              - {kind: districts, files: data/stadsdelsnamnder.csv}
              - {kind: population, files: data/befolkning.csv}
              - {kind: statistics, files: data/statistik.csv}
              - {kind: rates, files: data/ersattning.csv}
              - {kind: survey, files: data/enkat.csv, codebook: kodbok.yaml, group: users, wave: 2019}
            disclosure: {threshold: 5}

            """, to: "ledsaga.yaml")
    }

    private func writeAnswers() throws {
        let header = [
            "Personnummer", "Kod", "Hur nöjd är du?", "Vilka hjälpmedel har du?", "Ålder", "Vad tycker du?", "Nämnd",
            "Lag",
        ]
        var rows = [header]
        for number in 0..<60 {
            rows.append([
                self.number("respondent").twelve, "K\(number)", number % 3 == 0 ? "Ja" : "Nej", "Käpp;Rullator", "70",
                "Bra",
                Self.boards[number % 3], "SoL",
            ])
        }
        for (column, name) in header.enumerated() {
            for form in forms {
                var row = ["", "L\(rows.count)", "Ja", "Käpp", "70", "", "Norr", "SoL"]
                row[column] = text(of: form, at: "enkat \(name)")
                rows.append(row)
            }
        }
        try write(Self.csv(rows), to: "data/enkat.csv")
        exports.append("data/enkat.csv")
        try write(
            """
            title: "Enkät"
            group: users
            columns:
              person: Personnummer
              login: Kod
              district: Nämnd
              law: Lag
            fields:
              - name: nojd
                header: Hur nöjd är du?
                type: single
                role: opinion
                question: Hur nöjd är du?
                categories:
                  - {value: ja, label: Ja}
                  - {value: nej, label: Nej}
              - name: hjalpmedel
                header: Vilka hjälpmedel har du?
                type: multiple
                role: background
                question: Vilka hjälpmedel har du?
                categories:
                  - {value: kapp, label: Käpp}
                  - {value: rullator, label: Rullator}
              - name: alder
                header: Ålder
                type: number
                role: background
                question: Ålder
              - name: tycker
                header: Vad tycker du?
                type: text
                role: opinion
                question: Vad tycker du?

            """, to: "kodbok.yaml")
    }

    /// A survey with a question for each form, which so many respondents have written alike.
    func writeSurvey(_ file: String, answersAlike: Int) throws {
        let texts = forms.map { text(of: $0, at: "\(file) answer") }
        var rows = [["Svar-id"] + forms.indices.map { "Fråga \($0)" }]
        for number in 0..<12 {
            rows.append(["\(number)"] + texts.map { number < answersAlike ? $0 : number % 2 == 0 ? "Ja" : "Nej" })
        }
        try write(Self.csv(rows), to: file)
    }

    /// A table with a column for each form, headed by it, and titles with the forms above the header.
    func writeHeaders(of table: Table) throws {
        let heads = forms.map { text(of: $0, at: "\(table.file) header") }
        let titles = (0..<8).map { row in
            forms.enumerated().filter { $0.offset % 8 == row }.map { text(of: $0.element, at: "\(table.file) title") }
        }
        let rows = (0..<30).map { table.row($0, number("person").twelve) + heads.map { _ in "x" } }
        try write(Self.csv(titles.filter { !$0.isEmpty } + [table.header + heads] + rows), to: table.file)
        try write(
            Self.csv([["namn", "giltig_fran"]] + Self.boards.map { [$0, "2007-01-01"] }),
            to: "data/stadsdelsnamnder.csv")
        if table.file.contains("stadsdel") {
            try write(Self.csv(titles.filter { !$0.isEmpty } + [table.header + heads] + rows), to: table.file)
        }
    }

    // MARK: What stops the program

    /// A number where it stops a run, or goes with every file or name: each case in a folder of its own.
    func tryErrors(_ form: WrittenForm) throws {
        let folder = "fel-\(used.count)"
        let decisions = Self.tables[0]
        let rows = (0..<12).map { decisions.row($0, number("person").twelve) }
        let table = Self.csv([decisions.header] + rows)
        func text(_ place: String) -> String { self.text(of: form, at: place) }
        func project(_ name: String, _ settings: String?, _ files: [(String, String)], _ runs: [[String]]) throws {
            let place = "\(folder)/\(name)"
            if let settings { try write(settings, to: "\(place)/ledsaga.yaml") }
            for (path, text) in files { try write(text, to: "\(place)/\(path)") }
            for arguments in runs { try run(arguments, in: place) }
        }
        let yaml = { (text: String) in "'" + text.replacingOccurrences(of: "'", with: "''") + "'" }
        let head = "municipality: Exempelby\nservices:\n  Ledsagning: {law: SoL}\n"
        let source = "sources:\n  - {kind: decisions, files: data/beslut.csv}\n"
        let runs = [
            ["check"], ["query", "persons", "--by", "district,provider", "--internal"], ["report", "--year", "2019"],
        ]
        let settings: [(String, (String) -> String)] = [
            ("municipality", { "municipality: \(yaml($0))\n" + source }),
            ("service", { "services:\n  \(yaml($0)): {law: SoL}\n  Ledsagning: {law: SoL}\n" + source }),
            ("alias", { "services:\n  Ledsagning: {law: SoL, aliases: [\(yaml($0)), \(yaml($0))]}\n" + source }),
            ("key", { head + "\(yaml($0)): x\n" + source }),
            ("language", { "language: \(yaml($0))\n" + source }),
            ("law", { "services:\n  Ledsagning: {law: \(yaml($0))}\n" + source }),
            (
                "column",
                { head + "sources:\n  - {kind: decisions, files: data/beslut.csv, columns: {tom: \(yaml($0))}}\n" }
            ),
            (
                "unit",
                { head + "sources:\n  - {kind: decisions, files: data/beslut.csv, units: {timmar: \(yaml($0))}}\n" }
            ),
            ("missing", { head + "sources:\n  - {kind: decisions, files: \(yaml("data/" + $0 + ".csv"))}\n" }),
            ("number", { head + source + "disclosure: {threshold: \(yaml($0))}\n" }),
            ("plain number", { head + source + "disclosure: {threshold: \($0.split(separator: "\n")[0])}\n" }),
            ("twice", { "\(yaml($0)): x\n\(yaml($0)): x\n" }),
        ]
        for (name, settings) in settings {
            try project(name, settings(text("ledsaga.yaml \(name)")), [("data/beslut.csv", table)], [["check"]])
        }
        try project("municipality", nil, [], Array(runs.dropFirst()))
        try project("service", nil, [], Array(runs.dropFirst()))

        // In the names of files.
        let file = text("file name").replacingOccurrences(of: "/", with: "∕")
        try project(
            "files", nil, [("data/beslut \(file).csv", table)],
            runs + [
                ["check", "--format", "json"], ["check", "-v"], ["check", "-o", "fel.csv"], ["check", "--strict"],
            ]
                + [
                    ["inspect", "data/beslut \(file).csv"], ["inspect", "data/beslut \(file).csv", "--format", "json"],
                ]
                + [
                    ["codebook", "data/beslut \(file).csv"],
                    ["pseudonymise", "data/beslut \(file).csv", "-o", "ut.csv"],
                ])
        try project("unknown file", nil, [("data/\(file).csv", "a;b\n1;2\n")], [["check"]])
        let board = text("board from file name").replacingOccurrences(of: "/", with: "∕")
        let bare = decisions.header.indices.filter { decisions.header[$0] != "stadsdelsnamnd" }
        let withoutBoard = Self.csv(([decisions.header] + rows).map { row in bare.map { row[$0] } })
        for name in ["filename", "title"] {
            let title = text("board from title") + "\n"
            try project(
                "board from \(name)",
                head + "sources:\n  - {kind: decisions, files: 'data/*.csv', from: {stadsdelsnamnd: \(name)}}\n",
                [("data/\(board).csv", name == "title" ? title + withoutBoard : withoutBoard)], runs)
        }
        // A number in the one header, in a file that fits no kind and in one that fits nearly.
        let lone = text("lone header")
        for file in ["data/x.csv", "data/beslut.csv", "data/enkat.csv"] {
            try project(
                "lone", nil, [(file, Self.csv([[lone, "person", "insats", "b"], ["1", "2", "3", "4"]]))],
                [
                    ["check"], ["inspect", file, "--records", "all"], ["codebook", file],
                    ["pseudonymise", file, "-o", "ut.csv"],
                ])
        }
        let second = text("second header row")
        try project(
            "monkey", nil,
            [
                (
                    "enkat.csv",
                    Self.csv([
                        ["Respondent ID", "Collector ID", "Vad?", ""], ["", "", "Ja", second], ["1", "2", "Ja", ""],
                        ["2", "2", "Ja", "Ja"],
                    ])
                )
            ], [["codebook", "enkat.csv"], ["inspect", "enkat.csv", "--records", "all"]])

        // In a codebook.
        let codebook = text("codebook")
        for key in ["title", "question", "label", "value", "name", "header"] {
            func value(_ name: String, _ other: String) -> String { yaml(name == key ? codebook : other) }
            try project(
                "codebook \(key)",
                "sources:\n  - {kind: survey, files: data/enkat.csv, codebook: k.yaml, group: users, wave: 2019}\n",
                [
                    ("data/enkat.csv", Self.csv([["F"]] + (0..<40).map { [$0 % 2 == 0 ? "Ja" : "Nej"] })),
                    (
                        "k.yaml",
                        "title: \(value("title", "T"))\ngroup: users\nfields:\n  - name: \(value("name", "f"))\n"
                            + "    header: \(value("header", "F"))\n    type: single\n    role: opinion\n"
                            + "    question: \(value("question", "F"))\n    categories:\n"
                            + "      - {value: \(value("value", "ja")), label: \(value("label", "Ja"))}\n"
                            + "      - {value: nej, label: Nej}\n"
                    ),
                ], [["check"], ["query", "item:f", "--internal"], ["report", "--year", "2019"]])
        }

        // As arguments, which a shell's history has but a log should not.
        let argument = text("argument")
        try project(
            "arguments", head + source, [("data/beslut.csv", table)],
            [
                [argument], ["query", argument], ["query", "item:\(argument)"], ["query", "persons", "--by", argument],
                ["query", "persons", "--where", "district=\(argument)"],
                ["query", "persons", "--where", "provider=\(argument)"], ["query", "persons", "--where", argument],
                ["query", "persons", "--year", argument], ["query", "persons", "--format", argument],
                ["explain", argument], ["inspect", argument], ["inspect", "data/beslut.csv", "--delimiter", argument],
                ["report", "--district", argument], ["report", "--year", argument], ["audit", argument],
                ["check", "-C", argument], ["check", argument], ["--\(argument)"], ["codebook", argument],
                ["pseudonymise", argument, "-o", "ut.csv"],
                ["pseudonymise", "data/beslut.csv", "-o", "\(argument)/ut.csv"],
                ["pseudonymise", "data/beslut.csv", "-o", "ut.csv", "--keep", argument],
            ])
    }

    // MARK: What comes out

    func run(_ arguments: [String], in folder: String = "") throws {
        let place = folder.isEmpty ? scratch.url : scratch.url.appendingPathComponent(folder)
        let result = try Program.run(arguments, in: place)
        let what = arguments.prefix(2).joined(separator: " ") + (folder.isEmpty ? "" : " in \(folder)")
        outputs.append(("\(arguments[0]) \(what.utf8.count): stdout", Data(result.output.utf8)))
        outputs.append(("\(arguments[0]) \(what.utf8.count): stderr", Data(result.messages.utf8)))
        #expect(result.code != 70 && result.code < 128, "\(arguments[0]) crashed")
    }

    /// No output, and no file that was not there before, holds a number.
    func expectNothing() throws {
        var leaks: [String: Set<String>] = [:]
        for (what, bytes) in outputs {
            for label in detector.found(in: bytes) { leaks[label, default: []].insert(what) }
        }
        for (path, bytes) in try scratch.files() where !inputs.contains(path) {
            for label in detector.found(in: bytes) { leaks[label, default: []].insert(path) }
        }
        for (label, places) in leaks.sorted(by: { $0.key < $1.key }) {
            Issue.record("\(label) comes out of \(places.sorted().joined(separator: "; "))")
        }
    }
}
