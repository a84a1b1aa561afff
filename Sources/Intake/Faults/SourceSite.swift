// SPDX-License-Identifier: EUPL-1.2
package import CaseData

/// Where in the project file a setting for one file would stand: at its source, or in one that is still to be written.
package struct SourceSite: Sendable, Hashable {
    package let kind: SourceKind
    /// The file, relative to the project folder, as it may be shown.
    package let file: String
    /// The line of its source in the project file; nil when the project file names no sources.
    package let line: Int?

    package init(kind: SourceKind, file: String, line: Int? = nil) {
        self.kind = kind
        self.file = PersonMask.shown(path: file)
        self.line = line
    }

    /// The site of a file that is read as the source says.
    init(of source: Source, file: String) {
        self.init(kind: source.kind, file: file, line: source.line)
    }
}
