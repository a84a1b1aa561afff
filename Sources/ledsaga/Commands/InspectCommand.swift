// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Intake
import Tabular
import Terms

/// `ledsaga inspect FILE…`: what is this file?
struct InspectCommand: WordedCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let words = InspectHelp.command
    static let configuration = CommandConfiguration("inspect", words, aliases: ["granska"])

    @Argument(help: InspectHelp.files.help, completion: .file())
    var files: [String]

    @Option(help: InspectHelp.records.help)
    var records: RecordCount?

    @Option(help: SharedHelp.textFormat.help)
    var format = Format.text

    @OptionGroup var reading: FileOptions
    @OptionGroup var talk: TalkOptions

    func run() throws {
        for (place, file) in files.enumerated() {
            let (project, source) = reading.source(of: file)
            let console = talk.console(project?.language ?? .swedish)
            if place > 0, format == .text { console.answer("\n") }
            if Corrections.mayBe(of: file, in: reading.folder) { console.note(Notes.uncorrected(file)) }
            let tables = try reading.sheet == nil ? TableOverview.all(path: file, name: file) : []
            guard tables.count > 1 else {
                try inspect(file, reading.readerOptions(of: file), source, project, console)
                continue
            }
            if format == .text { console.answer(tables.text(of: file, in: console.language)) }
            for table in tables where table.kind != nil {
                if format == .text { console.answer("\n") }
                var options = try reading.readerOptions(of: file)
                options.table = table.address.place
                // What the project says of the file is said of one of its tables alone.
                let own = source?.tables.contains(table.address) ?? false ? source : nil
                try inspect(file, options, own, project, console, name: table.address.name)
            }
        }
    }

    private func inspect(
        _ file: String, _ options: ReaderOptions, _ source: Source?, _ project: Project?, _ console: Console,
        name: String? = nil
    ) throws {
        let inspection = try Inspection(
            path: file, name: name ?? file, source: source, options: options, records: records?.limit ?? .none,
            codebook: project?.codebook(of: source), project: project)
        switch format {
        case .text: console.answer(inspection.text(in: console.language))
        case .json:
            // One document a table; several are several lines.
            let json = inspection.json(withRecords: records != nil)
            console.answer(files.count == 1 && name == nil ? json.document : json.line + "\n")
        }
    }
}

/// `5`, or `all`.
struct RecordCount: ExpressibleByArgument {
    let limit: RecordLimit

    init?(argument: String) {
        if argument == "all" {
            limit = .all
        } else if let count = Int(argument), count >= 0 {
            limit = .rows(count)
        } else {
            return nil
        }
    }
}
