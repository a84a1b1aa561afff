// SPDX-License-Identifier: EUPL-1.2
package import CaseData
package import Tabular
package import Terms

/// One entry under `sources:`: which files, what they are, and what a reader cannot see for itself.
package struct Source: Sendable, Hashable {
    package var kind: SourceKind
    /// The glob as it was written.
    package var pattern: String
    /// The tables of the files it names, the files sorted by their bytes. Never empty.
    package var tables: [TableAddress]
    /// Canonical column name to the header in these files, for headers that no alias covers.
    package var columns: [String: String]
    /// Canonical column name to the unit its numbers are in, for headers that do not tell: `minuter`, `vecka`.
    package var units: [String: String] = [:]
    /// Canonical column name to where its value stands, when it is the same in all rows of a file.
    package var from: [String: FileValuePlace] = [:]
    /// Headers of columns whose values may be shown and copied as they are.
    package var safe: [String] = []
    /// The order of day and month, where the columns do not tell it themselves.
    package var dateOrder: DateOrder?
    /// nil: detected.
    package var encoding: SourceEncoding?
    /// The separator's byte; nil: detected.
    package var delimiter: UInt8?
    /// Path of the codebook (surveys).
    package var codebook: String?
    /// Respondent group (surveys).
    package var group: String?
    /// Survey wave, a year as a rule.
    package var wave: String?
    /// What a population table counts.
    package var base: PopulationCount.Base
    /// The year of a table that has no year column.
    package var year: Int?
    /// Municipalities like the project's own, by name or code (public numbers).
    package var similar: [String] = []
    /// Line of the entry in the project file; nil when there is none.
    package var line: Int?

    package init(
        kind: SourceKind, pattern: String, files: [String], columns: [String: String] = [:],
        encoding: SourceEncoding? = nil, delimiter: UInt8? = nil, codebook: String? = nil, group: String? = nil,
        wave: String? = nil, base: PopulationCount.Base = .inhabitants, year: Int? = nil, line: Int? = nil
    ) {
        self.kind = kind
        self.pattern = pattern
        tables = files.map { TableAddress(file: $0) }
        self.columns = columns
        self.encoding = encoding
        self.delimiter = delimiter
        self.codebook = codebook
        self.group = group
        self.wave = wave
        self.base = base
        self.year = year
        self.line = line
    }
}

/// An encoding as `encoding:` of a source names it.
package enum SourceEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
}

/// Where a value stands that is the same in all rows of a file (`from:`).
package enum FileValuePlace: String, Sendable, CaseIterable {
    case filename, title
}

extension Source {
    /// The files, relative to the project folder, each once.
    package var files: [String] {
        var seen: Set<String> = []
        return tables.map(\.file).filter { seen.insert($0).inserted }
    }

    /// How one of its tables is to be read.
    func readerOptions(_ table: TableAddress) -> ReaderOptions {
        var options = readerOptions
        options.table = table.place
        return options
    }

    /// How its files are to be read as text.
    var readerOptions: ReaderOptions {
        ReaderOptions(encoding: encoding.map(\.textEncoding), delimiter: delimiter)
    }
}

extension SourceEncoding {
    /// The encoding as the text reader names it.
    package var textEncoding: TextEncoding {
        switch self {
        case .utf8: .utf8
        case .utf16LittleEndian: .utf16LE
        case .utf16BigEndian: .utf16BE
        case .windows1252: .windows1252
        }
    }
}

extension SourceKind: CaseIterable {
    /// Surveys have columns of their own, by their codebook.
    package static let survey = SourceKind(rawValue: "survey")

    package static var allCases: [SourceKind] { Kinds.all.map { $0.kind } + [.survey] }

    /// What the files of the kind hold, in words.
    package var words: Phrase { Kinds.of(self)?.words ?? SourceKindWords.survey }
}
