// SPDX-License-Identifier: EUPL-1.2
package import Terms

/// What a report was made from and what was written: `manifest.json`. It holds no data, so that two reports can be
/// compared, and one checked, without opening either.
package struct Manifest: Sendable {
    /// A file read or written.
    package struct File: Sendable, Hashable {
        /// Relative to the project folder when read, to the report's folder when written; `/` between folders.
        package let path: String
        /// nil for a file whose content could be guessed from it.
        package let bytes: Int?
        /// 64 hexadecimal digits, lower case; nil for a file whose content could be guessed from it.
        package let sha256: String?

        package init(path: String, bytes: Int, sha256: String) {
            self.path = path
            self.bytes = bytes
            self.sha256 = sha256
        }

        /// A file that is only named.
        package init(named path: String) {
            self.path = path
            bytes = nil
            sha256 = nil
        }
    }

    /// Changes when a member is renamed or gets another meaning.
    package static let schemaVersion = 1

    private let generator: String
    private let version: String
    private let municipality: String
    private let year: Int
    private let language: Language
    private let settings: [Definition.Setting]
    private let inputs: [File]
    private let outputs: [File]

    /// - Parameters:
    ///   - inputs: in the order they were read.
    ///   - outputs: all files written beside the manifest; sorted by path.
    package init(
        generator: String, version: String, municipality: String, year: Int, language: Language,
        settings: [Definition.Setting], inputs: [File], outputs: [File]
    ) {
        self.generator = generator
        self.version = version
        self.municipality = municipality
        self.year = year
        self.language = language
        self.settings = settings
        self.inputs = inputs
        self.outputs = outputs.sorted { $0.path < $1.path }
    }

    /// The file's content: members in a fixed order, the same bytes for the same facts.
    package var json: String {
        JSON.object([
            ("schema_version", .integer(Self.schemaVersion)), ("generator", .string(generator)),
            ("version", .string(version)), ("municipality", .string(municipality)), ("year", .integer(year)),
            ("language", .string(language.rawValue)),
            ("settings", .object(settings.map { ($0.key, .string($0.value)) })),
            ("inputs", .array(inputs.map(Self.member))), ("outputs", .array(outputs.map(Self.member))),
        ]).document
    }

    private static func member(_ file: File) -> JSON {
        .object([
            ("path", .string(file.path)), ("bytes", .optional(file.bytes)),
            ("sha256", .optional(file.sha256)),
        ])
    }
}
