// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Disclosure
import Intake
import Tabular
import Terms

/// `ledsaga pseudonymise FILE -o OUT`: the file's copy without identity numbers.
struct PseudonymiseCommand: WordedCommand {
    static let words = PseudonymiseHelp.command
    static let configuration = CommandConfiguration("pseudonymise", words, aliases: ["pseudonymisera"])

    @Argument(help: PseudonymiseHelp.file.help, completion: .file())
    var file: String

    @Option(name: [.short, .long], help: PseudonymiseHelp.output.help, completion: .file())
    var output: String

    @Option(help: PseudonymiseHelp.keep.help)
    var keep: [String] = []

    @Option(name: .customLong("k"), help: PseudonymiseHelp.k.help)
    var k: Int?

    @OptionGroup var reading: FileOptions
    @OptionGroup var talk: TalkOptions

    func run() throws {
        if let k { try OptionRangeError.check("--k", k, in: 2...1_000) }
        let (project, source) = reading.source(of: file)
        let console = talk.console(project?.language ?? .swedish)
        let place = try reading.outputGuard(project, reading: file).place(output, replacing: .pseudonymisedCopy)
        guard let key = try SecretKey.load(folder: reading.folder) else {
            throw NoSecretKey(folder: reading.folder)
        }
        let copy = try Pseudonymisation.write(
            file, name: file, to: place, key: key, source: source, options: reading.readerOptions(of: file),
            codebook: project?.codebook(of: source), keeping: keep, project: project)
        if Corrections.mayBe(of: file, in: reading.folder) { console.note(Notes.uncorrected(file)) }
        for fault in copy.faults { console.tell(fault.line(in: console.language)) }
        for column in copy.masked {
            console.note(Notes.masked(column.cells, in: column.column))
        }
        if !copy.dropped.isEmpty { console.note(Notes.dropped(copy.dropped)) }
        console.note(Notes.wrote(output, copy.tally))
        let anonymity = RowAnonymity(
            copy.classes.map { RowAnonymity.RowClass(persons: $0.persons, rows: $0.rows) }, known: copy.known,
            k: k ?? (project?.disclosure ?? DisclosureSettings()).threshold)
        if anonymity.persons > 0 { console.note(Notes.anonymity(anonymity)) }
        if copy.tally.setAside > 0 { console.end(.dataFoundWanting) }
    }
}

/// Pseudonyms and record keys that could not be made again would be worth nothing.
struct NoSecretKey: UserFacingError {
    enum Use { case pseudonyms, cellKeys }

    let folder: String
    let use: Use

    init(folder: String, of use: Use = .pseudonyms) {
        self.folder = folder
        self.use = use
    }

    var exitCode: Terms.ExitCode { .inputMissing }
}
