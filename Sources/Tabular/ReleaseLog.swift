// SPDX-License-Identifier: EUPL-1.2
import FoundationEssentials
import Terms

/// Which reports have been released, in the order they were (*utgåvor*): `reports/utgavor.json`. It holds no data and no
/// time: a number, what the report is of, where it lies, and the digest of its tables, which are public.
package struct ReleaseLog: Sendable, Equatable {
    /// Its name in `reports/`.
    package static let fileName = "utgavor.json"
    /// Changes when a member is renamed or gets another meaning.
    package static let schemaVersion = 1

    /// What a released report is.
    package enum Kind: String, Sendable, CaseIterable {
        case year, quarter, trial, letter
    }

    /// One report as it was released.
    package struct Edition: Sendable, Hashable, Decodable {
        /// Its place among all that has been released: it knows those with lower numbers.
        package var number: Int
        /// `Kind`, or one that a later version knows.
        package let kind: String
        /// What it is of: `2019`, `2025Q3`.
        package let period: String
        /// 1 for the first, one more for each that corrects the one before.
        package let edition: Int
        /// Where it lies in `reports/`.
        package var folder: String
        /// SHA-256 of its open tables (`ReleaseLog.digest`).
        package var tables: String
        /// The number of the one that it corrects.
        package let corrects: Int?
        /// Why, in the words of who made it.
        package var reason: String?

        package init(
            number: Int, kind: Kind, period: String, edition: Int, folder: String, tables: String,
            corrects: Int? = nil, reason: String? = nil
        ) {
            self.number = number
            self.kind = kind.rawValue
            self.period = period
            self.edition = edition
            self.folder = folder
            self.tables = tables
            self.corrects = corrects
            self.reason = reason
        }

        private enum CodingKeys: String, CodingKey {
            case number, kind, period, edition, folder
            case tables = "tables_sha256"
            case corrects, reason
        }

        fileprivate var json: JSON {
            var members: [(key: String, value: JSON)] = [
                ("number", .integer(number)), ("kind", .string(kind)), ("period", .string(period)),
                ("edition", .integer(edition)), ("folder", .string(folder)), ("tables_sha256", .string(tables)),
            ]
            if let corrects { members.append(("corrects", .integer(corrects))) }
            if let reason { members.append(("reason", .string(reason))) }
            return .object(members)
        }
    }

    /// By number.
    package private(set) var editions: [Edition] = []

    package init() {}

    private struct Written: Decodable {
        let generator: String
        let releases: [Edition]
    }

    /// nil where the bytes are no log of ours, or one that no run has written.
    package init?(_ bytes: [UInt8]) {
        guard let written = try? JSONDecoder().decode(Written.self, from: Data(bytes)),
            written.generator == Manifest.generator
        else { return nil }
        editions = written.releases
        let numbers = editions.map(\.number)
        let folders = editions.map(\.folder)
        guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }), Set(folders).count == folders.count,
            folders.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("/") }),
            editions.allSatisfy({ $0.edition > 0 && $0.number > 0 })
        else { return nil }
    }

    /// The file's content: members in a fixed order, the same bytes for the same releases.
    package var json: String {
        JSON.object([
            ("schema_version", .integer(Self.schemaVersion)), ("generator", .string(Manifest.generator)),
            ("releases", .array(editions.map(\.json))),
        ]).document
    }

    package var next: Int { (editions.last?.number ?? 0) + 1 }

    /// The newest edition of a report.
    package func latest(_ kind: Kind, _ period: String) -> Edition? {
        editions.last { $0.kind == kind.rawValue && $0.period == period }
    }

    /// The number of what lies in a folder; nil where the log does not have it.
    package func number(of folder: String) -> Int? { editions.first { $0.folder == folder }?.number }

    /// The log with one more edition, or with another in the place of one that nobody has been given.
    package mutating func enter(_ edition: Edition, insteadOf number: Int? = nil) {
        editions.removeAll { $0.number == number || $0.number == edition.number }
        precondition((editions.last?.number ?? 0) < edition.number || number == edition.number, "editions are in order")
        editions.append(edition)
        editions.sort { $0.number < $1.number }
    }

    /// Says where an edition lies from now on.
    package mutating func move(_ number: Int, to folder: String) {
        for place in editions.indices where editions[place].number == number { editions[place].folder = folder }
    }

    // MARK: Digests

    /// What tells one set of open tables from another: the SHA-256 of a list with a line for each table, by name.
    package static func digest(of tables: [(path: String, sha256: String)]) -> String {
        let lines = tables.sorted { $0.path < $1.path }.map { "\($0.sha256)  \($0.path)\n" }
        return FileDigest(of: Array(lines.joined().utf8)).sha256
    }

    /// The digest of the tables that the report in a folder wrote, as they are now; nil where none lies there whole.
    package static func digest(ofReportIn folder: String) -> String? {
        guard let bytes = try? WholeFile.bytes("\(folder)/\(Manifest.fileName)"),
            let manifest = Manifest.Written(Array(bytes))
        else { return nil }
        var tables: [(path: String, sha256: String)] = []
        for output in manifest.outputs where isTable(output.path) {
            guard let bytes = try? WholeFile.bytes("\(folder)/\(output.path)") else { return nil }
            tables.append((output.path, FileDigest(of: Array(bytes)).sha256))
        }
        return tables.isEmpty ? nil : digest(of: tables)
    }

    /// Whether a file of a report is one of its open tables.
    package static func isTable(_ path: String) -> Bool { path.hasPrefix("tabeller/") && path.hasSuffix(".csv") }
}
