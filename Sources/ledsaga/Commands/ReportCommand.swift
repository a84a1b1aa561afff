// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import DelimitedText
import Intake
import Reporting
import Terms

/// `ledsaga report --year Y`: the yearly follow-up.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the yearly follow-up: the municipality's report, one per board, the tables.",
        discussion: """
            EXAMPLES
              ledsaga report --year 2019
              ledsaga report --year 2019 --language en --output english
              ledsaga report --year 2019 --district Farsta

            Writes reports/2019/ whole or not at all: a run that is stopped leaves
            the last report as it was. Rows that cannot be read are set aside and
            told of on page one; --strict stops instead. With --district only that
            board's report is written, to reports/2019-farsta/: the same bytes as
            in the whole report, protected together with it.
            """,
        aliases: ["rapport"])

    @OptionGroup var options: ProjectOptions

    @Option(help: "The year of the report (default: the last whole year of the exports).")
    var year: Int?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Folder that the year's folder is written in (default: the project's reports/).", valueName: "dir"),
        completion: .directory)
    var output: String?

    @Option(help: ArgumentHelp("Only this board's report, in a folder of its own.", valueName: "board"))
    var district: String?

    @Option(help: ArgumentHelp("md, html or both, comma between.", valueName: "formats"))
    var format = DocumentFormats.all

    func run() throws {
        let work = try Workplace(options)
        let intake = try work.read()
        let years = ReportYears(intake.dataset)
        guard let span = years.span, let year = year ?? years.latest else { throw NothingToMeasure() }
        guard span.contains(year) else { throw YearWithoutData(year: year, years: span) }

        var report = try Pipeline.report(year, of: intake, project: work.project, language: work.console.language)
        var folder = "\(year)"
        if let district {
            let board = try report.board(named: district)
            folder += "-" + board.name
            report = report.only(board)
        }
        let files = report.rendered(format)
        let path = Paths.joined(output ?? work.project.path(of: "reports"), folder)
        try write(files, year: year, to: path, work)
        work.console.answer(Paths.joined(path, files.files[0].path) + "\n")
        let setAside = intake.faults.count
        if setAside > 0 {
            work.console.note(
                Phrase(
                    sv: "\(setAside) rader lades åt sidan. Se vilka med: ledsaga check",
                    en: "\(setAside) rows were set aside. See which with: ledsaga check"))
        }
    }

    private func write(_ report: RenderedReport, year: Int, to folder: String, _ work: Workplace) throws {
        let manifest = Manifest(
            generator: "Ledsaga", version: Version.text, municipality: work.project.municipality, year: year,
            language: work.console.language, settings: work.project.printedSettings, inputs: work.inputs,
            outputs: report.manifest)
        var target = try OutputFolder(replacing: folder)
        for file in report.files { try target.write(file.bytes, to: file.path) }
        try target.write(Array(manifest.json.utf8), to: "manifest.json")
        try target.finish(isObsolete: RenderedReport.isOurs)
    }
}

/// A year that the exports say nothing of.
struct YearWithoutData: UserFacingError {
    let year: Int
    let years: ClosedRange<Int>

    var exitCode: Terms.ExitCode { .inputFormat }

    func message(in language: Language) -> String {
        let known =
            years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
        return Phrase(
            sv: """
                Exporterna har inga uppgifter om \(year), bara om \(known).
                Välj ett av de åren, eller lägg till årets exporter i data/.
                """,
            en: """
                The exports say nothing of \(year), only of \(known).
                Choose one of those years, or add that year's exports to data/.
                """)[language]
    }
}
