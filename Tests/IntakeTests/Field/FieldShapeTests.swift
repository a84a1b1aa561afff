// SPDX-License-Identifier: EUPL-1.2
import CaseData
import Foundation
import TestSupport
import Testing

@testable import Intake

/// The same municipality in any shape that its exports may have gives the same data set.
@Suite struct FieldShapeTests {
    /// All seeds when `LEDSAGA_PROVE` is set; one alone, and whole files in messages, when `LEDSAGA_SEED` is its number.
    private static let isWhole = ProcessInfo.processInfo.environment["LEDSAGA_PROVE"] != nil
    private static let one = ProcessInfo.processInfo.environment["LEDSAGA_SEED"].flatMap { UInt64($0) }
    private static let seeds = one.map { $0..<$0 + 1 } ?? 0..<UInt64(isWhole ? 500 : 24)
    private let key = SecretKey(bytes: Array(0..<32))

    @Test(arguments: seeds) func `any shape gives what is true`(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let project = CanonicalProject(&dice)
        let files = FieldShape.files(of: project, dice)
        let result: IntakeResult
        do {
            result = try read(files)
        } catch {
            Issue.record("seed \(seed): \(error)\n\(sketch(files))")
            return
        }
        let facts = DatasetFacts(result.dataset, labels: try project.labels(key: key))
        let difference = facts.difference(from: project.facts)
        let faults = result.faults.prefix(5).map {
            "\($0.location.file):\($0.location.line) \($0.location.column ?? "–") \($0.rule) \($0.found)"
        }
        let sums = result.remarks.filter { $0.rule == .sumDiffers }.map { "\($0.location.file):\($0.location.line)" }
        if !difference.isEmpty || !faults.isEmpty || !sums.isEmpty {
            Issue.record(
                "seed \(seed), \(project.form):\n\(difference)\nfaults: \(faults.joined(separator: "; "))\nsums: \(sums)\n\(sketch(files))"
            )
        }
    }

    @Test(arguments: seeds) func `one column that is called by no name never makes a wrong number without a word`(
        seed: UInt64
    ) throws {
        var dice = Dice(seed: seed &+ 1_000_000)
        let project = CanonicalProject(&dice)
        var files = FieldShape.files(of: project, dice)
        let place = dice.number(0...files.count - 1)
        let column = dice.pick(files[place].header.indices.filter { files[place].columns[$0] != nil })
        let (header, name) = (files[place].header[column], files[place].columns[column] ?? "")
        files[place].header[column] = Self.nonsense
        guard let result = try? read(files) else { return }
        let facts = DatasetFacts(result.dataset, labels: try project.labels(key: key))
        let difference = facts.difference(from: project.facts)
        guard !difference.isEmpty, !isTold(result, "data/" + files[place].name, name) else { return }
        Issue.record(
            """
            seed \(seed), \(project.form): \(header) (\(name)) of \(files[place].name)
            \(difference)
            \(result.files.map { "\($0.tally.file) \($0.notes) \($0.ignoredColumns)" }.joined(separator: "\n"))
            \(sketch(files))
            """)
    }

    private static let nonsense = "Kolumn X7"

    /// Whether `check` says what is wrong: rows of the file are set aside or remarked on, or a note names the column
    /// as one that looks as if it mattered or as one that is missing.
    private func isTold(_ result: IntakeResult, _ file: String, _ column: String) -> Bool {
        guard let intake = result.files.first(where: { $0.tally.file == file }) else { return false }
        if intake.tally.setAside > 0
            || result.remarks.contains(where: { $0.location.file == file && $0.rule == .sumDiffers })
        {
            return true
        }
        // A column of names or free text may be anything: of such it is said that they are not read, and no more.
        let declaration = Kinds.shape(of: intake.tally.kind).columns.first { $0.name == column }
        if let declaration, !declaration.content.isClosed || column == "sokta_timmar" {
            return intake.ignoredColumns.contains(Self.nonsense)
        }
        return intake.notes.contains { note in
            switch note {
            case .columnUnread(let header, _): header == Self.nonsense
            case .columnAbsent(let absent): absent == column
            default: false
            }
        }
    }

    private func read(_ files: [FieldFile]) throws -> IntakeResult {
        let folder = FileManager.default.temporaryDirectory.appending(path: ScratchName.next())
        let data = folder.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files { try Data(file.bytes).write(to: data.appending(path: file.name)) }
        var project = try Project.load(folder: folder.path)
        // Record keys tell whose each person of the data set is.
        project.disclosure.method = .cellKey
        return try Intake(project, key: key).read()
    }

    /// The first lines of each file, to see what went wrong.
    private func sketch(_ files: [FieldFile]) -> String {
        files.map { file in
            var plain = file
            plain.encoding = .utf8
            plain.lineEnding = "\n"
            let text = String(decoding: plain.bytes, as: UTF8.self).split(separator: "\n").prefix(
                Self.one == nil ? 8 : .max
            ).joined(separator: "\n")
            return "— \(file.name) (\(file.encoding))\n\(text)"
        }.joined(separator: "\n")
    }
}
