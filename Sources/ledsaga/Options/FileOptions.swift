// SPDX-License-Identifier: EUPL-1.2
import ArgumentParser
import Tabular
import Intake

/// Which table of one file is read and how, when the file's own signs are not to be trusted, and the project around it.
struct FileOptions: ParsableArguments {
    @Option(help: SharedHelp.encoding.help)
    var encoding: TextEncoding?

    @Option(help: SharedHelp.delimiter.help)
    var delimiter: DelimiterName?

    @Option(help: SharedHelp.sheet.help)
    var sheet: String?

    @Option(
        name: [.customShort("C"), .customLong("project")],
        help: SharedHelp.projectOfFile.help,
        completion: .directory)
    var folder = "."

    /// How a file is to be read. Throws when it has no such sheet.
    func readerOptions(of file: String) throws -> ReaderOptions {
        var options = ReaderOptions()
        options.encoding = encoding
        options.delimiter = delimiter?.byte
        if let sheet { options.table = try TableOverview.place(named: sheet, path: file) }
        return options
    }

    /// What a command that reads one file may not overwrite.
    func outputGuard(_ project: Project?, reading file: String) -> OutputGuard {
        OutputGuard(folder: folder, project: project, inputs: [file])
    }

    /// The project around the file, if it is one, and its entry for the file, if it has any: the one for the sheet that
    /// is asked for.
    func source(of file: String) -> (project: Project?, source: Source?) {
        guard let project = try? Project.load(folder: folder) else { return (nil, nil) }
        let source = project.sources.first { source in
            source.tables.contains { table in
                (project.path(of: table.file) == file || table.file == file)
                    && (sheet == nil || (table.place?.sheet ?? table.place?.member) == sheet)
            }
        }
        return (project, source)
    }
}

/// A separator by its name.
enum DelimiterName: String, ExpressibleByArgument, CaseIterable {
    case semicolon, comma, tab, pipe

    var byte: UInt8 {
        switch self {
        case .semicolon: UInt8(ascii: ";")
        case .comma: UInt8(ascii: ",")
        case .tab: 9
        case .pipe: UInt8(ascii: "|")
        }
    }
}

extension TextEncoding: ExpressibleByArgument {}
