// SPDX-License-Identifier: EUPL-1.2
import FoundationEssentials
package import Terms

/// What a report was made from and what was written: `manifest.json`. It holds no data, so that two reports can be
/// compared, and one checked, without opening either.
package struct Manifest: Sendable {
    /// Its name in the report's folder.
    package static let fileName = "manifest.json"
    /// What wrote it. A manifest of another generator makes no file ours.
    package static let generator = "Ledsaga"

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
        version: String, municipality: String, year: Int, language: Language,
        settings: [Definition.Setting], inputs: [File], outputs: [File]
    ) {
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
            ("schema_version", .integer(Self.schemaVersion)), ("generator", .string(Self.generator)),
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

extension Manifest {
    /// What the manifest of a report that lies in a folder tells whoever reads it.
    package struct Written: Decodable, Sendable {
        /// A file of the report, as it was written.
        package struct Output: Decodable, Sendable {
            package let path: String
            package let sha256: String
        }

        private let generator: String
        package let year: Int
        package let outputs: [Output]
        private let settings: [String: String]?

        /// nil where the bytes are no manifest of ours.
        package init?(_ bytes: [UInt8]) {
            guard let written = try? JSONDecoder().decode(Written.self, from: Data(bytes)),
                written.generator == Manifest.generator
            else { return nil }
            self = written
        }

        /// A setting by its key, `disclosure.threshold`; nil where the manifest does not tell it.
        package func setting(_ key: String) -> String? { settings?[key] }
    }

    /// Whether the first bytes of a file are those of a manifest of ours.
    static func begins(_ text: String) -> Bool { text.contains("\"generator\": \"\(generator)\"") }
}
