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
        let renamed = FieldRenaming(&files[place], &dice)
        guard let result = try? read(files) else { return }
        let facts = DatasetFacts(result.dataset, labels: try project.labels(key: key))
        let difference = facts.difference(from: project.facts)
        guard !difference.isEmpty, !renamed.isTold(result, "data/" + files[place].name) else { return }
        Issue.record(
            """
            seed \(seed), \(project.form): \(renamed.header) (\(renamed.column)) of \(files[place].name)
            \(difference)
            \(result.files.map { "\($0.tally.file) \($0.notes) \($0.ignoredColumns)" }.joined(separator: "\n"))
            \(sketch(files))
            """)
    }

    private func read(_ files: [FieldFile]) throws -> IntakeResult {
        try FieldIntake.read(files.map { ($0.name, $0.bytes) }, key: key)
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
