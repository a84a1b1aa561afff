// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Tabular

/// Table files that lie where nothing looks for exports: in the project's own folder, beside `data/`, or in a folder inside
/// `data/`. Each has been opened and taken for what it is.
///
/// `ledsaga init` writes sources for those in the project's folder where they lie, and an error that says that there is
/// nothing to read names them.
package struct LooseTables: Sendable, Hashable {
    package struct Table: Sendable, Hashable {
        /// Relative to the project folder.
        let file: String
        /// The kinds that its tables are of, each once; empty where nothing in it can be read.
        let kinds: [SourceKind]
        /// The kind it is most like, and what is in the way.
        let nearest: SourceKind?
        let obstacle: IntakeFileError?
    }

    private(set) var tables: [Table] = []
    /// Files in `data/` that are no tables.
    private(set) var others: [String] = []

    /// Those that are of a kind, or a survey.
    var known: [Table] { tables.filter { !$0.kinds.isEmpty } }

    init() {}

    /// All that lie in the project's folder and in the folders of `data/`.
    init(in folder: String) {
        tables = Self.inFolder(folder).tables
        let names = (try? SmallFile.names(in: Paths.joined(folder, "data"))) ?? []
        for name in names where !name.hasPrefix(".") {
            let path = "data/\(name)"
            if SmallFile.isFolder(Paths.joined(folder, path)) == true {
                tables += InferredSources.tables(in: folder, path).compactMap { Self.table($0, in: folder) }
            } else {
                others.append(path)
            }
        }
    }

    /// Those that lie in the project's folder itself. Text without columns, and the project's own files, are none.
    static func inFolder(_ folder: String) -> LooseTables {
        var found = LooseTables()
        let files = InferredSources.tables(in: folder, "").filter { file in
            file != Corrections.fileName && !file.contains(where: \.isNewline)
        }
        found.tables = files.compactMap { table($0, in: folder) }
        return found
    }

    /// Nil of a file that is no table, or is like nothing that is read.
    private static func table(_ file: String, in folder: String) -> Table? {
        let found: TablesOfFile
        do throws(IntakeFileError) {
            found = try TablesOfFile(Paths.joined(folder, file), file: file)
        } catch {
            // A workbook that is locked or broken may well be an export; other things may be anything.
            return error.isOfWorkbook ? Table(file: file, kinds: [], nearest: nil, obstacle: error) : nil
        }
        var kinds: [SourceKind] = []
        var nearest: SourceKind?
        var obstacle: IntakeFileError?
        for case let answer? in found.entries.map(\.answer) {
            switch answer {
            case .kind(let kind): if !kinds.contains(kind) { kinds.append(kind) }
            case .survey: if !kinds.contains(.survey) { kinds.append(.survey) }
            case .unknown(let kind?, let reason): if obstacle == nil { (nearest, obstacle) = (kind, reason) }
            case .noTable, .unknown(nil, _): break
            }
        }
        guard !kinds.isEmpty || obstacle != nil else { return nil }
        return Table(file: file, kinds: kinds, nearest: nearest, obstacle: obstacle)
    }
}
