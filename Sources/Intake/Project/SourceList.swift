// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular
import Terms
import Yams

/// The entries under `sources:` with their files found.
struct SourceList {
    let folder: String
    /// The project file.
    let file: String

    private static let common = ["kind", "files", "sheet", "columns", "encoding", "delimiter", "safe"]

    func sources(_ blocks: [SettingsBlock]) throws(ProjectError) -> [Source] {
        var sources: [Source] = []
        var lineOfTable: [TableAddress: Int] = [:]
        for block in blocks {
            let source = try source(block)
            for table in source.tables {
                if let other = lineOfTable.updateValue(source.line ?? 0, forKey: table) {
                    throw block.error(.fileTwice(table.name, otherLine: other), at: block["files"])
                }
            }
            sources.append(source)
        }
        return sources
    }

    private func source(_ block: SettingsBlock) throws(ProjectError) -> Source {
        guard let kind: SourceKind = try block.choice("kind") else {
            try block.allow(Self.common + SourceSetting.allCases.map(\.rawValue))
            throw block.missing("kind")
        }
        for entry in try block.entries() {
            if let setting = SourceSetting(rawValue: entry.key), !kind.settings.contains(setting) {
                throw ProjectError(.keyOfAnotherKind(entry.key, kind: kind.rawValue), file: file, line: entry.line)
            }
        }
        try block.allow(Self.common + SourceSetting.allCases.filter(kind.settings.contains).map(\.rawValue))
        guard let pattern = try block.text("files") else { throw block.missing("files") }
        let files = Glob.files(matching: pattern, in: folder)
        guard !files.isEmpty else { throw block.error(noFiles(pattern), at: block["files"]) }
        for file in files { try ProjectError.checkName(of: Paths.joined(folder, file)) }

        var source = Source(kind: kind, pattern: pattern, files: files, line: block.line)
        source.encoding = try block.choice(
            "encoding",
            also: [
                "utf8": .utf8, "utf-16": .utf16LittleEndian, "latin1": .windows1252, "latin-1": .windows1252,
                "iso-8859-1": .windows1252, "cp1252": .windows1252, "ansi": .windows1252,
            ])
        source.delimiter = try delimiter(block)
        source.columns = try columns(block, kind)
        source.tables = try tables(of: files, kind, block)
        source.safe = try block.texts("safe")
        source.units = try texts("units", block, kind)
        if let told = try block.block("from") {
            try told.allow(Kinds.shape(of: kind).columns.map(\.name).filter { SettledTable.told.contains($0) })
        }
        for (column, place) in try texts("from", block, kind) {
            guard let found = FileValuePlace(rawValue: place) else {
                throw block.badChoice(
                    "from", place, allowed: FileValuePlace.allCases.map(\.rawValue), at: block["from"] ?? block["kind"]!
                )
            }
            source.from[column] = found
        }
        source.dateOrder = try block.choice(
            "dates",
            also: [
                "dag-månad-år": .dayFirst, "dmå": .dayFirst, "månad-dag-år": .monthFirst, "mdå": .monthFirst,
                "år-månad-dag": .yearFirst, "åmd": .yearFirst,
            ])
        source.codebook = try block.text("codebook")
        if let codebook = source.codebook, SmallFile.isFolder(Paths.joined(folder, codebook)) != false {
            throw block.error(noFiles(codebook), at: block["codebook"])
        }
        source.group = try block.text("group")
        source.wave = try block.text("wave")
        source.base = try block.choice("base") ?? .inhabitants
        source.year = try block.wholeNumber("year", in: 1900...2200)
        source.similar = try block.texts("similar")
        if kind == .survey {
            guard source.codebook != nil else { throw block.missing("codebook") }
            guard source.wave == nil || source.waveYear != nil else {
                throw block.error(.waveWithoutYear(source.wave), at: block["wave"])
            }
        }
        return source
    }

    /// The tables of the files: those that `sheet` names, or else those that are of the kind.
    private func tables(
        of files: [String], _ kind: SourceKind, _ block: SettingsBlock
    ) throws(ProjectError) -> [TableAddress] {
        let sheet = try block.text("sheet")
        var tables: [TableAddress] = []
        for file in files {
            let path = Paths.joined(folder, file)
            // What cannot be opened is told of when its turn comes.
            guard let places = try? TablesOfFile.places(path), places != [TablePlace()] else {
                tables.append(TableAddress(file: file))
                continue
            }
            if let sheet {
                let named = places.filter { Glob.matches($0.sheet ?? $0.member ?? "", sheet) }
                tables += named.map { TableAddress(file: file, place: $0) }
            } else if let found = try? TablesOfFile(path, file: file) {
                tables += found.tables(of: kind)
            } else {
                tables.append(TableAddress(file: file))
            }
        }
        guard !tables.isEmpty else { throw block.error(.noSheet(sheet ?? "", file: files[0]), at: block["sheet"]) }
        return tables
    }

    /// The tables of `data/`, the sheets of the workbooks that sources name, and exports of other kinds in the project's own
    /// folder, which none of the sources reads though they are like an export or a survey.
    static func unread(_ project: Project, in folder: String) -> [ProjectNote] {
        let read = Set(project.sources.flatMap(\.tables))
        let named = Set(read.filter { $0.place != nil }.map(\.file))
        let others = InferredSources.tables(in: folder).filter { !project.names($0) }
        let unread = named.union(others).sorted().flatMap { file -> [ProjectNote] in
            let entries = (try? TablesOfFile(Paths.joined(folder, file), file: file))?.entries ?? []
            return entries.filter { !read.contains($0.address) }.compactMap { entry in
                switch entry.answer {
                case .kind?, .survey?, .unknown(.some, _)?: .outsideSources(file: entry.address.name)
                // A sheet that is like nothing explains the others; a file that is like nothing may be anything.
                case .unknown(nil, _)?: entry.address.place == nil ? .outsideSources(file: entry.address.name) : nil
                case .noTable?, nil: nil
                }
            }
        }
        return unread + InferredSources.loose(beside: project.sources, in: folder)
    }

    private func delimiter(_ block: SettingsBlock) throws(ProjectError) -> UInt8? {
        guard let node = block["delimiter"] else { return nil }
        switch try block.text(node, of: "delimiter").lowercased() {
        case ";", "semicolon", "semikolon": return UInt8(ascii: ";")
        case ",", "comma", "komma": return UInt8(ascii: ",")
        case "\t", "\\t", "tab", "tabb": return UInt8(ascii: "\t")
        case "|", "pipe": return UInt8(ascii: "|")
        case let other: throw block.badChoice("delimiter", other, allowed: [";", ",", "tab", "|"], at: node)
        }
    }

    private func columns(_ block: SettingsBlock, _ kind: SourceKind) throws(ProjectError) -> [String: String] {
        try texts("columns", block, kind)
    }

    /// A block with a text for some of the kind's columns.
    private func texts(
        _ key: String, _ block: SettingsBlock, _ kind: SourceKind
    ) throws(ProjectError) -> [String: String] {
        guard let columns = try block.block(key) else { return [:] }
        try columns.allow(Kinds.of(kind)?.columns.map(\.name) ?? [])
        var texts: [String: String] = [:]
        for entry in try columns.entries() { texts[entry.key] = try columns.text(entry.value, of: entry.key) }
        return texts
    }

    /// The nearest name among the files of the folder that the pattern points to.
    private func noFiles(_ pattern: String) -> ProjectError.Fact {
        let place = Paths.folder(of: pattern)
        let names = (try? SmallFile.names(in: Paths.joined(folder, place))) ?? []
        let nearest = NearestName.to(Paths.name(of: pattern), among: names.filter { !$0.hasPrefix(".") })
        return .noFiles(pattern: pattern, nearest: nearest.map { place == "." ? $0 : "\(place)/\($0)" })
    }
}
