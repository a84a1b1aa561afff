// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import CaseData
import Intake
import Terms

/// `ledsaga pseudonymise FILE -o OUT`: the file's copy without identity numbers.
struct PseudonymiseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudonymise",
        abstract: "Copy a file with keyed pseudonyms in place of identity numbers.",
        discussion: """
            EXAMPLES
              ledsaga pseudonymise beslut-2019.csv -o data/beslut-2019.csv

            The pseudonym is made with the project's secret key (ledsaga init makes
            one): the same person is the same pseudonym in every file and every
            year. Birth year and sex are added where the file has no such columns.
            Every command reads the copy as it reads the original.
            """,
        aliases: ["pseudonymisera"])

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(name: [.short, .long], help: ArgumentHelp("The copy.", valueName: "file"), completion: .file())
    var output: String

    @OptionGroup var reading: FormatOptions
    @OptionGroup var talk: TalkOptions

    func run() throws {
        let (project, source) = reading.source(of: file)
        let console = talk.console(project?.language ?? .swedish)
        guard let key = try SecretKey.load(folder: reading.folder) else {
            throw NoSecretKey(folder: reading.folder)
        }
        let copy = try Pseudonymisation.write(
            file, name: file, to: output, key: key, source: source, options: reading.readerOptions)
        for fault in copy.faults { console.note(Phrase(sv: fault.line(in: .swedish), en: fault.line(in: .english))) }
        for column in copy.masked {
            console.note(
                Phrase(
                    sv: "kolumnen \(column.column): \(column.cells) fält med personnummer doldes",
                    en: "column \(column.column): \(column.cells) fields with identity numbers were masked"))
        }
        console.note(
            Phrase(
                sv: "skrev \(output): \(copy.tally.kept) av \(copy.tally.rows) rader",
                en: "wrote \(output): \(copy.tally.kept) of \(copy.tally.rows) rows"))
        if copy.tally.setAside > 0 { console.end(.dataFoundWanting) }
    }
}

/// Pseudonyms that could not be made again would be worth nothing.
struct NoSecretKey: UserFacingError {
    let folder: String

    var exitCode: Terms.ExitCode { .inputMissing }

    func message(in language: Language) -> String {
        let file = Paths.joined(folder, SecretKey.fileName)
        return Phrase(
            sv: """
                \(file) finns inte, och utan nyckel går pseudonymer inte att känna igen.
                Skapa nyckeln med: ledsaga init
                """,
            en: """
                \(file) does not exist, and without the key pseudonyms cannot be known again.
                Make the key with: ledsaga init
                """)[language]
    }
}
