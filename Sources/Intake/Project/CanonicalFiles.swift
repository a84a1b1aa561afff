// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Terms

/// Files that need no project file, because their names tell what they are: `beslut-2019.csv`, `befolkning.csv`.
enum CanonicalFiles {
    /// First word of the name, its kind, and what it counts when it is a population table.
    static let names: [(stem: String, kind: SourceKind, base: PopulationCount.Base)] = [
        ("stadsdelsnamnder", .districts, .inhabitants),
        ("beslut", .decisions, .inhabitants),
        ("utforda", .visits, .inhabitants),
        ("statistik", .statistics, .inhabitants),
        ("befolkning", .population, .inhabitants),
        ("fardtjanst", .population, .paratransit),
        ("ersattning", .rates, .inhabitants),
    ]

    /// A project with the defaults and the canonical files of `data/`, or of the folder itself when `data/` has none.
    static func project(in folder: String) throws(ProjectError) -> Project {
        do {
            _ = try SmallFile.names(in: folder)
        } catch {
            switch error {
            case .missing: throw ProjectError(.folderMissing, file: folder, line: nil)
            case .notAFolder: throw ProjectError(.notAFolder, file: folder, line: nil)
            default: throw ProjectError(.unreadable(error), file: folder, line: nil)
            }
        }
        let found = sources(in: folder)
        guard !found.isEmpty else { throw ProjectError(.nothingToRead, file: folder, line: nil) }
        return Project(folder: folder, sources: found, notes: ProjectNote.notes(on: found))
    }

    /// The canonical files of `data/`, or of the folder itself when `data/` has none.
    static func sources(in folder: String) -> [Source] {
        let found = sources(in: folder, place: "data")
        return found.isEmpty ? sources(in: folder, place: "") : found
    }

    private static func sources(in folder: String, place: String) -> [Source] {
        let all = (try? SmallFile.names(in: Paths.joined(folder, place.isEmpty ? "." : place))) ?? []
        return names.compactMap { entry in
            let files = all.filter { stem(of: $0) == entry.stem }.map { place.isEmpty ? $0 : "\(place)/\($0)" }
            guard !files.isEmpty else { return nil }
            let pattern = (place.isEmpty ? "" : "\(place)/") + "\(entry.stem)*.csv"
            return Source(kind: entry.kind, pattern: pattern, files: files, base: entry.base)
        }
    }

    /// The kind a file's name tells, if it tells any.
    static func kind(ofFileNamed name: String) -> SourceKind? {
        guard let stem = stem(of: name) else { return nil }
        return names.first { $0.stem == stem }?.kind
    }

    /// Whether the name begins as those of surveys do: `enkat-brukare-2019.csv`. Their codebook is named in the project
    /// file, so no survey is read without one.
    static func isSurvey(fileNamed name: String) -> Bool {
        stem(of: name).map { ["enkat", "enkatsvar", "survey"].contains($0) } ?? false
    }

    /// `beslut` of `Beslut-2019.csv`, `beslut_2019_01.txt` and `beslut.csv`.
    private static func stem(of name: String) -> String? {
        guard let point = name.lastIndex(of: "."), !name.hasPrefix("."),
            ["csv", "txt", "tsv"].contains(name[name.index(after: point)...].lowercased())
        else { return nil }
        return NearestName.folded(String(name[..<point])).split(separator: " ").first.map(String.init)
    }
}
