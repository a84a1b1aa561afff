// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import TestSupport

@testable import Intake

/// A project of a few small files in a folder of its own, read once and removed.
struct ProjectInMemory {
    var files: [(kind: SourceKind, name: String, bytes: [UInt8])] = []
    /// `rattelser.csv`; an empty text is no file.
    var corrections = ""
    var services = ServiceEntry.defaults
    var municipality = ""
    /// Municipalities like it, for public numbers.
    var similar: [String] = []
    var columns: [SourceKind: [String: String]] = [:]
    var units: [SourceKind: [String: String]] = [:]
    var from: [SourceKind: [String: FileValuePlace]] = [:]

    /// With a file of decisions and a file of visits; an empty text is no file.
    init(decisions: String = "", visits: String = "", districts: String = "") {
        add(.districts, "stadsdelsnamnder.csv", districts)
        add(.decisions, "beslut.csv", decisions)
        add(.visits, "utforda.csv", visits)
    }

    mutating func add(_ kind: SourceKind, _ name: String, _ text: String) {
        if !text.isEmpty { files.append((kind, name, Array(text.utf8))) }
    }

    func read(key: SecretKey = SecretKey(bytes: Array(0..<32))) throws -> IntakeResult {
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
        if !corrections.isEmpty {
            try Data(corrections.utf8).write(to: folder.appending(path: Corrections.fileName))
        }
        let sources = files.map { file in
            var source = Source(
                kind: file.kind, pattern: file.name, files: [file.name], columns: columns[file.kind] ?? [:])
            source.units = units[file.kind] ?? [:]
            source.from = from[file.kind] ?? [:]
            source.similar = similar
            return source
        }
        let project = Project(
            folder: folder.path, municipality: municipality, services: services, sources: sources)
        return try Intake(project, key: key).read()
    }

    /// Why the project cannot be read, and of which file; nil when it can.
    func failure() -> IntakeError? {
        do {
            _ = try read()
            return nil
        } catch {
            return error as? IntakeError
        }
    }
}

/// A fault as `file:line column rule`, for short expectations.
func brief(_ faults: [Fault]) -> [String] {
    faults.map { "\($0.location.line) \($0.location.column ?? "–") \($0.rule.rawValue)" }
}

func brief(_ remarks: [Remark]) -> [String] {
    remarks.map { "\($0.location.line) \($0.location.column ?? "–") \($0.rule.rawValue)" }
}

/// Identity numbers of Skatteverket's series for tests, with the right check digit.
enum TestNumber {
    /// `YYYYMMDDNNNC` for a birth date and three digits.
    static func make(_ date: String, _ serial: String) -> String {
        let digits = (date.suffix(6) + serial).map { Int(String($0))! }
        let sum = digits.enumerated().reduce(0) { sum, digit in
            let weighted = digit.offset % 2 == 0 ? digit.element * 2 : digit.element
            return sum + (weighted > 9 ? weighted - 9 : weighted)
        }
        return date + serial + "\((10 - sum % 10) % 10)"
    }
}
