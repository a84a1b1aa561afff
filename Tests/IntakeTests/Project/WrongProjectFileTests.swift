// SPDX-License-Identifier: EUPL-1.2
import Foundation
import Intake
import Terms
import Testing

/// A project file with a mistake, the line it is on, and what the message says of it.
struct WrongProjectFile: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let line: Int?
    let says: [String]

    init(_ name: String, _ text: String, line: Int?, says: String...) {
        self.name = name
        self.text = text
        self.line = line
        self.says = says
    }

    var testDescription: String { name }

    static let decisions = "sources:\n  - {kind: decisions, files: beslut.csv}\n"
}

@Suite struct WrongProjectFileTests {
    static let keys: [WrongProjectFile] = [
        .init("unknown key", "municipality: X\nlanguag: sv\n", line: 2, says: "“languag”", "“language”?"),
        .init("key in another case", "Municipality: X\n", line: 1, says: "Did you mean “municipality”?"),
        .init("Swedish key", "kommun: X\n", line: 1, says: "Here may stand: municipality, language"),
        .init(
            "unknown key in a block", "disclosure:\n  treshold: 5\n", line: 2, says: "in “disclosure”", "“threshold”?"),
        .init(
            "unknown key in a flow block", "flexible_use: {definiton: moved-hours}\n", line: 1, says: "“definition”?"),
        .init(
            "unknown key of a source", "sources:\n  - kind: decisions\n    file: beslut.csv\n", line: 3,
            says: "“file”", "“files”?"),
        .init(
            "unknown key of a service", "services:\n  Ledsagning:\n    lag: SoL\n", line: 3, says: "“lag”", "“law”?"),
        .init(
            "key of another kind", "sources:\n  - {kind: decisions, files: beslut.csv,\n     base: paratransit}\n",
            line: 3,
            says: "“base” has no meaning for a source of kind decisions"),
        .init(
            "unknown column", "sources:\n  - kind: decisions\n    files: beslut.csv\n    columns:\n      persn: Id\n",
            line: 5, says: "“persn”", "“person”?"),
        .init(
            "decimal comma in a flow block", "flexible_use: {tolerance_hours: 0,5}\n", line: 1, says: "decimal comma"),
        .init("key twice", "language: sv\nmunicipality: X\nlanguage: en\n", line: 1, says: "“language” stands twice"),
        .init("merge key", "<<: {language: sv}\n", line: 1, says: "unknown key “<<”"),
    ]

    static let values: [WrongProjectFile] = [
        .init("list for a mapping", "- a\n- b\n", line: 1, says: "the file should be “key: value”", "a list"),
        .init("text for a mapping", "hello\n", line: 1, says: "the file should be “key: value”"),
        .init("mapping for a text", "municipality: {a: b}\n", line: 1, says: "“municipality” should be a text"),
        .init("empty value", "municipality:\n", line: 1, says: "“municipality” should be a text, but is empty"),
        .init("unknown language", "language: no\n", line: 1, says: "“language” cannot be “no”", "sv, en"),
        .init("sources as a mapping", "sources:\n  kind: decisions\n", line: 2, says: "“sources” should be a list"),
        .init("empty sources", "sources: []\n", line: 1, says: "“kind” is missing in “sources”"),
        .init("source as a text", "sources:\n  - beslut.csv\n", line: 2, says: "“sources” should be a block"),
        .init("unknown kind", "sources:\n  - {kind: decision, files: beslut.csv}\n", line: 2, says: "“decisions”?"),
        .init("no kind", "sources:\n  - {files: beslut.csv}\n", line: 2, says: "“kind” is missing in “sources”"),
        .init("no files", "sources:\n  - kind: decisions\n", line: 2, says: "“files” is missing in “sources”"),
        .init(
            "files as a list", "sources:\n  - kind: decisions\n    files: [a.csv]\n", line: 3,
            says: "“files” should be a text, but is a list"),
        .init(
            "service without law", "services:\n  Ledsagning: {}\n", line: 2, says: "“law” is missing in “Ledsagning”"),
        .init("services as a list", "services: [Ledsagning]\n", line: 1, says: "“services” should be a block"),
        .init("unknown law", "services: {Ledsagning: {law: SOLL}}\n", line: 1, says: "“SoL”?"),
        .init(
            "one alias, two services",
            "services:\n  A: {law: SoL, aliases: ledsagning}\n  B: {law: LSS, aliases: [Ledsagning]}\n", line: 3,
            says: "two services: A and B"),
        .init("unknown definition", "flexible_use: {definition: moved}\n", line: 1, says: "“moved-hours”?"),
        .init("period of five months", "flexible_use:\n  period_months: 5\n", line: 2, says: "1, 2, 3, 4, 6, 12"),
        .init(
            "text for a number", "flexible_use:\n  tolerance_hours: half\n", line: 2,
            says: "should be a number, but is a text"),
        .init("decimal comma", "flexible_use:\n  tolerance_hours: 0,5\n", line: 2, says: "is 0,5", "decimal point"),
        .init(
            "negative tolerance", "flexible_use: {tolerance_hours: -1}\n", line: 1, says: "is -1, but should be 0–24"),
        .init("threshold too low", "disclosure: {threshold: 3}\n", line: 1, says: "is 3, but should be 4–10"),
        .init(
            "threshold not whole", "disclosure: {threshold: 4.5}\n", line: 1, says: "a whole number, but is a number"),
        .init("base below the threshold", "disclosure: {threshold: 8, minimum_base: 6}\n", line: 1, says: "8–1000"),
        .init("threshold 0", "disclosure:\n  threshold: 0\n", line: 2, says: "is 0, but should be 4–10"),
        .init("threshold 50", "disclosure:\n  threshold: 50\n", line: 2, says: "is 50, but should be 4–10"),
        .init("negative p", "disclosure:\n  p_percent: -10\n", line: 2, says: "is -10, but should be 1–100"),
        .init("p of 0", "disclosure: {p_percent: 0}\n", line: 1, says: "is 0, but should be 1–100"),
        .init("no protection", "disclosure: {protection: 0}\n", line: 1, says: "is 0, but should be 1–10"),
        .init(
            "unknown method", "disclosure:\n  method: round\n", line: 2, says: "Did you mean “rounding”?",
            "Choose from: suppression, rounding, cell_key"),
        .init("base of four", "disclosure: {rounding_base: 4}\n", line: 1, says: "cannot be “4”", "3, 5"),
        .init("base of ten", "disclosure: {rounding_base: 10}\n", line: 1, says: "is 10, but should be 3–5"),
        .init(
            "age groups not from 0", "age_groups: [18, 65]\n", line: 1, says: "“age_groups”", "the first should be 0"),
        .init("classes that fall", "hour_classes: [1, 20, 10]\n", line: 1, says: "should ascend"),
        .init("unknown pro-rating", "pro_rating: day\n", line: 1, says: "“days”?"),
        .init(
            "unknown encoding", "sources:\n  - {kind: decisions, files: beslut.csv, encoding: utf-7}\n", line: 2,
            says: "“encoding” cannot be “utf-7”. Did you mean “utf-8”?"),
        .init(
            "unknown delimiter", "sources:\n  - {kind: decisions, files: beslut.csv, delimiter: \":\"}\n", line: 2,
            says: "“delimiter” cannot be “:”"),
        .init(
            "unknown base", "sources:\n  - {kind: population, files: beslut.csv, base: inhabitant}\n", line: 2,
            says: "“inhabitants”?"),
    ]

    static let syntax: [WrongProjectFile] = [
        .init("empty", "", line: nil, says: "the file is empty"),
        .init("only remarks", "# nothing\n\n", line: nil, says: "the file is empty"),
        .init("tab", "disclosure:\n\tthreshold: 5\n", line: 2, says: "begins with a tab"),
        .init("second colon", "municipality: Stockholm: stad\n", line: 1, says: "a second colon"),
        .init("open bracket", "municipality: X\ndisclosure: {threshold: 5\nlanguage: sv\n", line: 2, says: "a bracket"),
        .init("open quote", "language: sv\nmunicipality: \"X\n\n", line: 2, says: "quotation mark that opens here"),
        .init("crooked indent", "disclosure:\n  threshold: 5\n p_percent: 10\n", line: 3, says: "not indented"),
        .init("no colon", "municipality: X\nlanguage\n", line: 3, says: "colon"),
        .init("star", "sources:\n  - {kind: decisions, files: *.csv}\n", line: 2, says: "must be quoted"),
        .init("two documents", "language: sv\n---\nlanguage: en\n", line: 2, says: "several documents"),
        .init("control character", "language: sv\nmunicipality: X\u{1}\n", line: 2, says: "control character"),
    ]

    @Test(arguments: keys + values + syntax)
    func `a mistake in the project file is told with its line and what to do`(wrong: WrongProjectFile) throws {
        let folder = try ScratchFolder(["ledsaga.yaml": wrong.text, "beslut.csv": ""])
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        let message = error.message(in: .english)
        #expect(error.line == wrong.line, "\(message)")
        #expect(error.exitCode == .configuration)
        for words in wrong.says { #expect(message.contains(words), "\(message)") }
        #expect(message.split(separator: "\n").count <= 2)
        #expect(error.message(in: .swedish) != message)
        #expect(error.message(in: .swedish).contains("ledsaga.yaml"))
    }

    @Test func `a glob that no file matches names the nearest file`() throws {
        let folder = try ScratchFolder([
            "ledsaga.yaml": "language: sv\nsources:\n  - kind: decisions\n    files: data/beslut-2091.csv\n",
            "data/beslut-2019.csv": "", "data/annat.csv": "",
        ])
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(error.line == 4)
        #expect(error.exitCode == .inputMissing)
        #expect(
            error.message(in: .swedish).hasSuffix(
                "ingen fil heter ”data/beslut-2091.csv”. Menade du ”data/beslut-2019.csv”?"))
    }

    @Test func `a missing codebook is an error at its line`() throws {
        let folder = try ScratchFolder([
            "ledsaga.yaml": "sources:\n  - kind: survey\n    files: enkat.csv\n    codebook: kodbok.yaml\n",
            "enkat.csv": "",
        ])
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(error.line == 4)
    }

    @Test func `a file has one source`() throws {
        let folder = try ScratchFolder([
            "ledsaga.yaml": """
            sources:
              - {kind: decisions, files: beslut-2019.csv}
              - {kind: decisions, files: beslut-*.csv}
            """,
            "beslut-2019.csv": "",
        ])
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(error.line == 3)
        #expect(error.message(in: .english).contains("already read by the source on line 2"))
    }

    @Test func `a project file in Windows-1252 is told to be saved as UTF-8`() throws {
        let folder = try ScratchFolder()
        try folder.write("ledsaga.yaml", Data("language: sv\nmunicipality: ".utf8) + Data([0xC5, 0x0A]))
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(error.line == 2)
        #expect(error.message(in: .swedish).contains("Spara den som UTF-8"))
    }

    @Test func `a byte order mark before the project file does no harm`() throws {
        let folder = try ScratchFolder(["beslut.csv": ""])
        try folder.write("ledsaga.yaml", Data([0xEF, 0xBB, 0xBF]) + Data("municipality: Å\r\n".utf8))
        #expect(try Project.load(folder: folder.path).municipality == "Å")
    }

    @Test func `a folder without anything to read says how to begin`() throws {
        let folder = try ScratchFolder(["annat.txt": ""])
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(error.exitCode == .inputMissing)
        #expect(error.message(in: .swedish).contains("ledsaga init"))
    }

    @Test func `a folder that is not there, and a file in its place, are told apart`() throws {
        let folder = try ScratchFolder(["fil.csv": ""])
        let missing = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path + "/saknas") }
        #expect(missing.fact == .folderMissing)
        let file = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path + "/fil.csv") }
        #expect(file.exitCode == .inputMissing)
    }

    @Test func `a project file that is a folder says so`() throws {
        let folder = try ScratchFolder(["ledsaga.yaml/x": ""])
        let error = try #require(throws: ProjectError.self) { try Project.load(folder: folder.path) }
        #expect(error.fact == .unreadable(.isFolder))
        #expect(error.exitCode == .inputMissing)
    }
}
