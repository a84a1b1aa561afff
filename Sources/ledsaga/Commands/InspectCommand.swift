// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Intake
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

    @OptionGroup var reading: FormatOptions
    @OptionGroup var talk: TalkOptions

    func run() throws {
        for (place, file) in files.enumerated() {
            let (project, source) = reading.source(of: file)
            let console = talk.console(project?.language ?? .swedish)
            let inspection = try Inspection(
                path: file, name: file, source: source, options: reading.readerOptions,
                records: records?.limit ?? .none, codebook: project?.codebook(of: source), project: project)
            switch format {
            case .text:
                if place > 0 { console.answer("\n") }
                console.answer(inspection.text(in: console.language))
            case .json:
                // One document a file; several files are several lines.
                let json = inspection.json(withRecords: records != nil)
                console.answer(files.count == 1 ? json.document : json.line + "\n")
            }
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
