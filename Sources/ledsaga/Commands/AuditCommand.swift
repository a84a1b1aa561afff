// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Audit
import Terms

/// `ledsaga audit DIR`: attacks a published report as an outsider would.
struct AuditCommand: WordedCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    static let words = AuditHelp.command
    static let configuration = CommandConfiguration("audit", words, aliases: ["angrip"])

    @Argument(help: AuditHelp.folder.help, completion: .directory)
    var folder: String

    @Option(help: AuditHelp.published.help, completion: .directory)
    var published: [String] = []

    @Option(help: SharedHelp.textFormat.help)
    var format = Format.text

    @OptionGroup var talk: TalkOptions

    func run() throws {
        let console = talk.console(.swedish)
        let audit = try Audit(folder: folder, also: published)
        switch format {
        case .text: console.answer(audit.text(in: console.language))
        case .json: console.answer(audit.json.document)
        }
        if !audit.passed { console.end(.dataFoundWanting) }
    }
}
