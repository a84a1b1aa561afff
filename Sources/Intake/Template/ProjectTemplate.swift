// SPDX-License-Identifier: EUPL-1.2
package import Tabular
import Glibc
package import Terms

/// What `ledsaga init` lays down: a commented project file, folders, three surveys, the lines git
/// needs, the secret key.
package struct ProjectTemplate: Sendable {
    package struct File: Sendable, Hashable {
        /// Relative to the project folder.
        package let path: String
        package let text: String
    }

    /// What became of a file or folder; what was there stays as it was.
    package struct Outcome: Sendable, Hashable {
        package let path: String
        package let wasThere: Bool
        /// Whether the sources of the exports were added to it.
        package var hasSources = false
        /// How many questions it asks.
        package var questions = 0
    }

    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    package var folders: [String] { ["data", "reports", SurveyTemplate.folder(in: language)] }

    package var files: [File] {
        [
            File(path: Project.fileName, text: ProjectFileText.text[language]),
            File(path: ".gitignore", text: Self.ignored.joined(separator: "\n") + "\n"),
        ] + SurveyTemplate.allCases.flatMap { $0.files(in: language) }
    }

    /// Names that must never be in a repository: the key, and exports with identity numbers.
    static let ignored = [SecretKey.fileName, "data/"]

    /// Lays the project down in a folder, which is made if need be. Nothing that is there is changed, but for the
    /// missing lines of `.gitignore`, which are added at its end.
    package func write(into folder: String) throws(WriteFailure) -> [Outcome] {
        var outcomes: [Outcome] = []
        try Self.makeFolder(folder)
        for name in folders {
            let made = try Self.makeFolder(Paths.joined(folder, name))
            outcomes.append(Outcome(path: name + "/", wasThere: !made))
        }
        for file in files {
            let path = Paths.joined(folder, file.path)
            guard SmallFile.isFolder(path) != nil else {
                try Self.write(Array(file.text.utf8), to: path, replacing: .nothing)
                outcomes.append(Outcome(path: file.path, wasThere: false))
                continue
            }
            if file.path == ".gitignore" { try Self.addMissing(Self.ignored, to: path) }
            outcomes.append(Outcome(path: file.path, wasThere: true))
        }
        do {
            _ = try SecretKey.create(in: folder)
            outcomes.append(Outcome(path: SecretKey.fileName, wasThere: false))
        } catch {
            guard error.fact == .alreadyThere else {
                guard case .cannotWrite(let number) = error.fact else { preconditionFailure("create only writes") }
                throw WriteFailure(path: error.file, errno: number)
            }
            outcomes.append(Outcome(path: SecretKey.fileName, wasThere: true))
        }
        outcomes += try DraftedCodebooks(folder: folder, template: self).write()
        if let settings = InferredSettings(folder: folder, language: language) {
            try Self.add(settings.text, to: Paths.joined(folder, Project.fileName))
            try Self.addMissing(
                settings.outside.map { "/" + Self.escaped($0) }, to: Paths.joined(folder, ".gitignore"))
            outcomes.append(
                Outcome(path: Project.fileName, wasThere: false, hasSources: true, questions: settings.questions))
        }
        return outcomes
    }

    /// Adds text at the end of a file that is there.
    private static func add(_ text: String, to path: String) throws(WriteFailure) {
        guard let bytes = try? SmallFile.read(path) else { throw WriteFailure(path: path, errno: EACCES) }
        let before = String(decoding: bytes, as: UTF8.self)
        let gap = before.hasSuffix("\n") ? "" : "\n"
        try write(Array((before + gap + text).utf8), to: path, replacing: OwnOutput { before.hasPrefix($0.start) })
    }

    /// A file's name as a line of `.gitignore`, where some signs have a meaning.
    private static func escaped(_ name: String) -> String {
        var line = ""
        for character in name {
            if "*?[]\\".contains(character) { line += "\\" }
            line.append(character)
        }
        return line
    }

    private static func addMissing(_ ignored: [String], to path: String) throws(WriteFailure) {
        guard let bytes = try? SmallFile.read(path) else { throw WriteFailure(path: path, errno: EACCES) }
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map(String.init)
        let missing = ignored.filter { !lines.contains($0) && !lines.contains("/" + $0) }
        guard !missing.isEmpty else { return }
        let gap = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        let whole = text + gap + missing.joined(separator: "\n") + "\n"
        try write(Array(whole.utf8), to: path, replacing: OwnOutput { text.hasPrefix($0.start) })
    }

    /// A file that has come since it was looked for stays as it is.
    static func write(_ bytes: [UInt8], to path: String, replacing own: OwnOutput) throws(WriteFailure) {
        let place: OutputPlace
        do {
            place = try OutputGuard().place(path, replacing: own)
        } catch {
            throw WriteFailure(path: path, errno: EEXIST)
        }
        try OutputFile.write(bytes, to: place)
    }

    /// True when the folder was made, false when it was there.
    @discardableResult
    private static func makeFolder(_ path: String) throws(WriteFailure) -> Bool {
        if SmallFile.isFolder(path) == true { return false }
        let parent = Paths.folder(of: path)
        if SmallFile.isFolder(parent) == nil { try makeFolder(parent) }
        guard unsafe mkdir(path, 0o777) == 0 else { throw WriteFailure(path: path, errno: errno) }
        return true
    }
}
