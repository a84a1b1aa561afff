// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Terms

/// A project folder: what `ledsaga.yaml` says, or the defaults where it is silent or absent.
package struct Project: Sendable {
    /// As it was given: every relative path in the project is relative to it.
    package var folder: String
    /// Empty when the project does not name it.
    package var municipality: String
    /// Of reports, query output and data messages.
    package var language: Language
    package var services: [ServiceEntry]
    package var sources: [Source]
    package var measures: MeasureSettings
    package var disclosure: DisclosureSettings
    /// What the project names that this version does not do.
    package var notes: [ProjectNote]

    package init(
        folder: String, municipality: String = "", language: Language = .swedish,
        services: [ServiceEntry] = ServiceEntry.defaults, sources: [Source] = [],
        measures: MeasureSettings = MeasureSettings(), disclosure: DisclosureSettings = DisclosureSettings(),
        notes: [ProjectNote] = []
    ) {
        self.folder = folder
        self.municipality = municipality
        self.language = language
        self.services = services
        self.sources = sources
        self.measures = measures
        self.disclosure = disclosure
        self.notes = notes
    }

    /// The name of the project file in its folder.
    package static let fileName = "ledsaga.yaml"

    /// Whether a file is one of a source, or a codebook.
    func names(_ file: String) -> Bool { sources.contains { $0.files.contains(file) || $0.codebook == file } }

    /// A file of the project as a path that can be opened from where the program runs.
    package func path(of file: String) -> String { Paths.joined(folder, file) }

    /// Reads the project file of a folder, or, without one, takes the files with canonical names in `data/` (or in
    /// the folder itself) with the defaults.
    package static func load(folder: String) throws(ProjectError) -> Project {
        let path = Paths.joined(folder, fileName)
        let text: [UInt8]
        do {
            text = try SmallFile.read(path)
        } catch {
            guard error == .missing else {
                throw ProjectError(.unreadable(error), file: path, line: nil)
            }
            return try InferredSources.project(in: folder)
        }
        return try ProjectFile(path: path, folder: folder, bytes: text).project()
    }
}

/// What a project names that this version reads past.
package enum ProjectNote: Sendable, Hashable {
    /// A file of text that is no table.
    case noTable(file: String)
    /// A table in `data/` that none of the project's sources names.
    case outsideSources(file: String)
    /// An export in the project's own folder, of a kind that none of the sources is of.
    case besideData(file: String)
    /// A sheet that is hidden, and not read.
    case hiddenSheet(file: String)
    /// A sheet of a workbook, or a member of a zip, that is like no kind of export, beside others that are.
    case otherSheet(file: String)
}

/// A service granted in hours (*insats*), and what the exports call it.
package struct ServiceEntry: Sendable, Hashable {
    /// As reports name it.
    package var name: String
    package var law: Law
    /// Other names in the exports, compared without regard to case and blanks. The name itself always counts.
    package var aliases: [String]

    package init(name: String, law: Law, aliases: [String] = []) {
        self.name = name
        self.law = law
        self.aliases = aliases
    }

    /// The companion service under the two acts, as Swedish case systems name it.
    package static let defaults = [
        ServiceEntry(
            name: "Ledsagning", law: .sol,
            aliases: ["ledsagning", "SoL Ledsagning", "Ledsagning SoL", "ledsagning enligt SoL"]),
        ServiceEntry(
            name: "Ledsagarservice", law: .lss,
            aliases: ["ledsagarservice", "Ledsagarservice LSS", "LSS Ledsagarservice", "ledsagarservice enligt LSS"]),
    ]
}
