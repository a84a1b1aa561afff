// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Terms

/// The `sources:` that `ledsaga init` writes for the exports in a project's `data/`, or in its own folder: a source for each
/// table, with comments that say what it was taken for, what its columns were taken for, and what nothing in it tells.
///
/// What nothing tells is asked for in a comment of one line above its source; `check` stops there until it is answered.
struct InferredSettings {
    private let folder: String
    private let language: Language
    private(set) var lines: [String] = []
    /// How many questions the lines ask.
    private(set) var questions = 0
    /// The files that lie outside `data/`, where git would see them.
    private(set) var outside: [String] = []

    /// Whether the project file names no sources yet.
    static func isOpen(_ folder: String) -> Bool {
        guard let text = try? SmallFile.read(Paths.joined(folder, Project.fileName)) else { return false }
        return !String(decoding: text, as: UTF8.self).split(separator: "\n").contains { $0.hasPrefix("sources:") }
    }

    /// Nil when the project file names its sources already, or there is nothing to write.
    init?(folder: String, language: Language) {
        self.folder = folder
        self.language = language
        guard Self.isOpen(folder) else { return nil }
        let inferred = InferredSources(gathering: folder)
        guard !inferred.sources.isEmpty || !inferred.obstacles.isEmpty else { return nil }
        say(
            Phrase(
                sv: "Vad exporterna togs för. Rätta det som är fel; lägg till en rad för varje ny fil.",
                en: "What the exports were taken for. Correct what is wrong; add a line for each new file."))
        lines.append("sources:")
        let boards = inferred.sources.filter { $0.kind == .districts }
        for source in inferred.sources {
            for table in source.tables { add(table, of: source, boards) }
        }
        for obstacle in inferred.obstacles {
            ask(obstacle.error.message(in: language))
            // A kind that is none stops `check` until it is answered.
            lines.append("  - {kind: \(obstacle.kind?.rawValue ?? "\"?\""), files: \(YAMLText.flow(obstacle.file))}")
        }
        for note in inferred.notes { say(note.message(in: language), indent: "  ") }
        let files = inferred.sources.flatMap(\.files) + inferred.obstacles.map(\.file)
        outside = Set(files.filter { !$0.contains("/") }).sorted()
    }

    /// The block as it stands at the end of the project file.
    var text: String { "\n" + lines.map(\.withoutControls).joined(separator: "\n") + "\n" }

    private mutating func say(_ phrase: Phrase) { say(phrase[language], indent: "") }

    private mutating func say(_ words: String, indent: String, deeper: Bool = false) {
        for line in words.split(separator: "\n") { lines.append("\(indent)# \(deeper ? "  " : "")\(line)") }
    }

    /// A question, where it cannot be overlooked.
    private mutating func ask(_ words: String) {
        questions += 1
        say(Phrase(sv: "SVARA: ", en: "ANSWER: ")[language] + words, indent: "  ")
    }

    private mutating func add(_ table: TableAddress, of source: Source, _ boards: [Source]) {
        var one = source
        one.tables = [table]
        say("\(PersonMask.shown(path: table.name)): \(source.kind.words[language])", indent: "  ")
        if source.kind != .survey { describe(table, one) }
        if let error = error(one, boards) {
            ask(error.problem[language])
            if let advice = error.advice {
                let words = Phrase(
                    sv: "skriv \(advice.setting.swedish) i raden nedan.", en: "write \(advice.setting.english) below.")
                say("\(advice.condition[language]), \(words[language])", indent: "  ")
            }
        }
        lines.append("  - {\(settings(table, source).joined(separator: ", "))}")
    }

    /// What its columns were taken for, and which are not read.
    private mutating func describe(_ table: TableAddress, _ source: Source) {
        var options = ReaderOptions()
        options.table = table.place
        guard
            let found = try? Inspection(
                path: Paths.joined(folder, table.file), name: table.name, source: source, options: options)
        else { return }
        if found.headerLine > 1 {
            say(
                Phrase(sv: "rubriken står på rad \(found.headerLine)", en: "the header is on line \(found.headerLine)")[
                    language], indent: "  ", deeper: true)
        }
        let read = found.columns.compactMap { column in column.name.map { "\($0) = \(column.header)" } }
        let hidden = Phrase(sv: " (dold)", en: " (hidden)")[language]
        let unread = found.columns.filter { $0.name == nil && !$0.header.isEmpty }.map {
            $0.header + ($0.isHidden ? hidden : "")
        }
        for (words, columns) in [
            (Phrase(sv: "läses", en: "read"), read), (Phrase(sv: "läses inte", en: "not read"), unread),
        ] where !columns.isEmpty {
            say("\(words[language]): \(columns.joined(separator: "; "))", indent: "  ", deeper: true)
        }
    }

    private func settings(_ table: TableAddress, _ source: Source) -> [String] {
        var settings = ["kind: \(source.kind.rawValue)", "files: \(YAMLText.flow(table.file))"]
        if let inside = table.place?.sheet ?? table.place?.member { settings.append("sheet: \(YAMLText.flow(inside))") }
        if source.base != .inhabitants { settings.append("base: \(source.base.rawValue)") }
        if let codebook = source.codebook { settings.append("codebook: \(YAMLText.flow(codebook))") }
        return settings
    }

    /// Why a table cannot be read by itself.
    private func error(_ source: Source, _ boards: [Source]) -> IntakeFileError? {
        let sources = source.kind == .districts ? [source] : boards + [source]
        let project = Project(folder: folder, language: language, sources: sources)
        do throws(IntakeError) {
            _ = try Intake(project, key: SecretKey.random()).read()
            return nil
        } catch {
            return error.reason
        }
    }
}
