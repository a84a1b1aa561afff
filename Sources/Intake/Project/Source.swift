// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// One entry under `sources:`: which files, what they are, and what a reader cannot see for itself.
package struct Source: Sendable, Hashable {
    package var kind: SourceKind
    /// The glob as it was written.
    package var pattern: String
    /// The files it names, sorted by their bytes, relative to the project folder. Never empty.
    package var files: [String]
    /// Canonical column name to the header in these files, for headers that no alias covers.
    package var columns: [String: String]
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
    /// Line of the entry in the project file; nil when there is none.
    package var line: Int?

    package init(
        kind: SourceKind, pattern: String, files: [String], columns: [String: String] = [:],
        encoding: SourceEncoding? = nil, delimiter: UInt8? = nil, codebook: String? = nil, group: String? = nil,
        wave: String? = nil, base: PopulationCount.Base = .inhabitants, year: Int? = nil, line: Int? = nil
    ) {
        self.kind = kind
        self.pattern = pattern
        self.files = files
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

extension SourceKind {
    /// Whether this version has a reader for files of the kind.
    package var isRead: Bool {
        switch self {
        case .decisions, .visits, .statistics, .districts, .population, .survey: true
        case .rates: false
        }
    }
}
