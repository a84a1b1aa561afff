// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Tabular
import Intake
import Terms

/// `ledsaga codebook FILE`: a draft of the codebook of a survey's export.
struct CodebookCommand: WordedCommand {
    static let words = CodebookHelp.command
    static let configuration = CommandConfiguration("codebook", words, aliases: ["kodbok"])

    @Argument(help: CodebookHelp.file.help, completion: .file())
    var file: String

    @Option(name: [.short, .long], help: CodebookHelp.output.help, completion: .file())
    var output: String?

    @OptionGroup var reading: FileOptions
    @OptionGroup var talk: TalkOptions

    func run() throws {
        let (project, source) = reading.source(of: file)
        let console = talk.console(project?.language ?? .swedish)
        let place = try output.map {
            try reading.outputGuard(project, reading: file).place($0, replacing: CodebookDraft.untouched)
        }
        var options = try reading.readerOptions(of: file)
        options.encoding = options.encoding ?? source?.encoding?.textEncoding
        options.delimiter = options.delimiter ?? source?.delimiter
        let draft = try CodebookDraft(path: file, name: file, options: options)
        let text = draft.text(in: console.language)
        guard let place, output != "-" else {
            console.answer(text)
            return
        }
        try OutputFile.write(Array(text.utf8), to: place)
        console.note(Notes.wrote(place.path))
    }
}
