// SPDX-License-Identifier: EUPL-1.2

import CaseData
import Tabular
import Terms

/// The sources of a project whose file names none: each table in `data/` is taken for the kind that its header fits
/// best, whatever the file is called.
///
/// The first word of a name (`beslut-2019.csv`, `befolkning.csv`) settles what the header leaves open. A table that fits
/// no kind stops the project: left out, it would make every number wrong without a word.
struct InferredSources {
    private(set) var sources: [Source] = []
    private(set) var notes: [ProjectNote] = []
    /// A file that stops the project, and the kind it is most like.
    struct Obstacle {
        let file: String
        let kind: SourceKind?
        let error: ProjectError
    }

    /// Where all are gathered.
    private(set) var obstacles: [Obstacle] = []

    /// A project with the defaults.
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
        let inferred = try InferredSources(in: folder)
        guard !inferred.sources.isEmpty else {
            throw ProjectError(.nothingToRead(LooseTables(in: folder)), file: folder, line: nil)
        }
        return Project(folder: folder, sources: inferred.sources, notes: inferred.notes)
    }

    /// The tables of `data/`; or, where there is no such folder or nothing in it, those of the folder itself that have
    /// names of exports.
    init(in folder: String) throws(ProjectError) {
        let files = Self.tables(in: folder, "data")
        if files.isEmpty {
            for name in Self.tables(in: folder, "") where FileNames.kind(of: name) != nil { try add(name, in: folder) }
        } else {
            for file in files { try add(file, in: folder) }
        }
        sort()
        if !sources.isEmpty { notes += Self.loose(beside: sources, in: folder) }
    }

    /// The tables of `data/`, and those of the folder itself that are of other kinds: exports may lie there before there is
    /// a project. Those that stop the project are among the `obstacles`.
    init(gathering folder: String) {
        let files = Self.tables(in: folder, "data")
        for file in files { gather(file, in: folder) }
        let kinds = Set(sources.map(\.kind))
        for table in LooseTables.inFolder(folder).tables
        where files.isEmpty || !kinds.isSuperset(of: table.kinds) {
            gather(table.file, in: folder)
        }
        sort()
    }

    private mutating func gather(_ file: String, in folder: String) {
        do throws(ProjectError) {
            try add(file, in: folder)
        } catch {
            var kind: SourceKind?
            if case .unrecognised(let site, _) = error.fact { kind = site?.kind }
            obstacles.append(Obstacle(file: file, kind: kind, error: error))
        }
    }

    /// Exports in the folder itself of kinds that none of the sources is of: the rest of a follow-up that is begun in
    /// `data/`. The original of a copy that lies there is none.
    static func loose(beside sources: [Source], in folder: String) -> [ProjectNote] {
        let kinds = Set(sources.map(\.kind))
        let named = Set(sources.flatMap(\.files))
        return LooseTables.inFolder(folder).known
            .filter { !named.contains($0.file) && !kinds.isSuperset(of: $0.kinds) }
            .map { .besideData(file: $0.file) }
    }

    private mutating func sort() {
        sources.sort {
            (Self.rank($0.kind), $0.base.rawValue, $0.kind == .survey ? $0.pattern : "")
                < (Self.rank($1.kind), $1.base.rawValue, $1.kind == .survey ? $1.pattern : "")
        }
    }

    /// The tables of `data/`, in the order of their names.
    static func tables(in folder: String) -> [String] { tables(in: folder, "data") }

    private static func rank(_ kind: SourceKind) -> Int {
        Kinds.all.firstIndex { $0.kind == kind } ?? Kinds.all.count
    }

    /// The tables that lie in a folder of the project.
    static func tables(in folder: String, _ place: String) -> [String] {
        let names = (try? SmallFile.names(in: Paths.joined(folder, place.isEmpty ? "." : place))) ?? []
        let files = names.filter { FileNames.isTable($0) }.map { place.isEmpty ? $0 : "\(place)/\($0)" }
        // A folder, or a link that leads nowhere, that has an export's name is told of when its turn comes.
        return files.filter {
            SmallFile.isFolder(Paths.joined(folder, $0)) == false || FileNames.kind(of: Paths.name(of: $0)) != nil
        }
    }

    private mutating func add(_ file: String, in folder: String) throws(ProjectError) {
        let name = Paths.name(of: file)
        let path = Paths.joined(folder, file)
        try ProjectError.checkName(of: path)
        let found: TablesOfFile
        do throws(IntakeFileError) {
            found = try TablesOfFile(path, file: file)
        } catch {
            // A file that its name says is an export is told of when its turn comes.
            if let kind = FileNames.kind(of: name), !error.isOfWorkbook { return add(TableAddress(file: file), kind) }
            if error == .empty { return notes.append(.noTable(file: file)) }
            // JSON may be anything's settings.
            if case .notRecords = error { return notes.append(.noTable(file: file)) }
            throw ProjectError(.unrecognised(as: nil, error), file: path, line: nil)
        }
        let areSeveral = found.entries.count > 1
        if areSeveral, !found.holdsKnown, let reason = found.firstObstacle {
            throw ProjectError(.unrecognised(as: nil, reason), file: path, line: nil)
        }
        for entry in found.entries {
            let address = entry.address
            switch entry.answer {
            case .kind(let kind):
                add(address, Self.lost(TablesOfFile.kind(address, areSeveral: areSeveral), to: kind) ?? kind)
            case .survey: addSurvey(address, in: folder)
            case nil: notes.append(.hiddenSheet(file: address.name))
            case .noTable where areSeveral, .unknown(nil, _) where areSeveral:
                notes.append(.otherSheet(file: address.name))
            case .noTable: notes.append(.noTable(file: address.name))
            case .unknown(let nearest, let reason):
                throw ProjectError(
                    .unrecognised(as: nearest.map { SourceSite(kind: $0, file: file) }, reason),
                    file: Paths.joined(folder, address.name), line: nil)
            }
        }
    }

    /// The kind that a name tells, where it has persons and the table's own kind has none: read as the latter, a file of
    /// decisions or visits would be missed in silence.
    private static func lost(_ named: SourceKind?, to kind: SourceKind) -> SourceKind? {
        func hasPersons(_ kind: SourceKind) -> Bool {
            Kinds.shape(of: kind).columns.contains { $0.name == PersonColumns.key.name }
        }
        guard let named, hasPersons(named), !hasPersons(kind) else { return nil }
        return named
    }

    /// A survey has a codebook of its own, or is read by a draft of one.
    private mutating func addSurvey(_ table: TableAddress, in folder: String) {
        var source = Source(kind: .survey, pattern: table.file, files: [])
        source.tables = [table]
        source.codebook = CodebookPlace.found(of: table.file, in: folder)
        sources.append(source)
    }

    private mutating func add(_ table: TableAddress, _ kind: SourceKind) {
        var source = Source(kind: kind, pattern: table.file, files: [])
        if let stem = FileNames.stem(of: Paths.name(of: table.file)) {
            Kinds.of(kind)?.take(stem: stem, into: &source)
        }
        if let known = sources.firstIndex(where: { $0.kind == kind && $0.base == source.base }) {
            sources[known].tables.append(table)
        } else {
            source.tables = [table]
            sources.append(source)
        }
    }
}

/// What file names tell.
enum FileNames {
    static let endings: Set<String> = ["csv", "txt", "tsv", "tab", "skv", "xlsx", "xlsm", "xls", "ods", "zip", "json"]

    static func isTable(_ name: String) -> Bool {
        guard let point = name.lastIndex(of: "."), !name.hasPrefix("."), !name.hasPrefix("~") else { return false }
        return endings.contains(name[name.index(after: point)...].lowercased())
    }

    /// `beslut` of `Beslut-2019.csv`, `beslut_2019_01.txt` and `beslut.csv`.
    static func stem(of name: String) -> String? {
        guard isTable(name), let point = name.lastIndex(of: ".") else { return nil }
        return NearestName.folded(String(name[..<point])).split(separator: " ").first.map(String.init)
    }

    /// The kind that a sheet's name tells, if it tells any: `Beslut`, `Utförd tid 2019`.
    static func kind(ofSheet name: String) -> SourceKind? {
        let words = NearestName.folded(name).split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        let two = words.prefix(2).joined()
        return Kinds.all.first { $0.stems.contains(first) || $0.stems.contains(two) }?.kind
    }

    /// The kind a name tells, if it tells any.
    static func kind(of name: String) -> SourceKind? {
        guard let stem = stem(of: name) else { return nil }
        return Kinds.all.first { $0.stems.contains(stem) }?.kind
    }

    /// Whether the name begins as those of surveys do: `enkat-brukare-2019.csv`.
    static func isSurvey(_ name: String) -> Bool {
        if let stem = stem(of: name), ["enkat", "enkatsvar", "survey"].contains(stem) { return true }
        let words = AnswerSpellings.key(name)
        return [
            "enkät", "webropol", "formulärsvar", "formresponses", "(svar)", "results-survey", "qualtrics", "redcap",
        ]
        .contains { words.contains($0) }
    }
}
